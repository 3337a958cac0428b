"""Terms found in running text: a table that language staff extend, and laws of the matches.

``term_matches.csv`` holds a text and what is found in it, ``characters=concept`` divided by ``|``.
"""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_kit.files import read_table
from translate_kit.glossary.concept import Status
from translate_kit.glossary.matching import Matcher, occurrences
from translate_kit.glossary.matching.folding import fold
from translate_kit.glossary.store import Glossary
from translate_kit.model import LANGUAGES

CASES = Path(__file__).parent / "cases" / "term_matches.csv"
SHIPPED = Glossary.load([Path(__file__).parents[2] / "glossaries"])
MATCHERS = {language: Matcher(SHIPPED, language) for language in LANGUAGES}


def cases() -> list[tuple[str, str, str]]:
    columns = ("language", "text", "found", "note")
    rows = read_table(CASES, required=columns[:3], known=columns)
    return [(row.cells["language"], row.cells["text"], row.cells["found"]) for row in rows]


@pytest.mark.parametrize(("language", "text", "found"), cases())
def test_terms_of_a_text(language: str, text: str, found: str) -> None:
    matches = MATCHERS[language].find(text)
    assert "|".join(f"{m.span.of(text)}={m.concept.id}" for m in matches) == found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_approved_term_is_found_in_itself(language: str) -> None:
    for entry in SHIPPED.entries():
        term = entry.term
        if term.language != language or not term.status.approved:
            continue
        found = occurrences(entry.concept, term.text, language)
        assert term.text in [match.span.of(term.text) for match in found], term


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
def test_matches_do_not_overlap_and_say_their_form(language: str, data: st.DataObject) -> None:
    terms = [e.term.text for e in SHIPPED.entries() if e.term.language == language]
    piece = st.sampled_from(terms) | st.text(max_size=5) | st.sampled_from([" ", "。", ", ", "の"])
    text = "".join(data.draw(st.lists(piece, max_size=8)))

    matches = MATCHERS[language].find(text)

    for one, other in pairwise(matches):
        assert one.span == other.span or one.span.end <= other.span.start
    for match in matches:
        assert fold(match.span.of(text)).text == fold(match.form).text
        assert match.term.status.approved


@given(st.text())
def test_folding_keeps_the_way_back(text: str) -> None:
    folded = fold(text)
    whole = folded.span(0, len(folded.text))
    assert (whole.start, whole.end) == (0, len(text))
    assert fold(folded.text).text == folded.text


def test_forbidden_terms_are_found_when_asked_for() -> None:
    suit = SHIPPED.concept("ppe-0005")
    text = "We bought a hazmat suit and medical protective suits."

    forbidden = occurrences(suit, text, "en", {Status.FORBIDDEN})
    matcher = Matcher(SHIPPED, "en", {Status.FORBIDDEN})

    assert [match.span.of(text) for match in forbidden] == ["hazmat suit"]
    assert ("hazmat suit", "ppe-0005") in [
        (match.span.of(text), match.concept.id) for match in matcher.find(text)
    ]


def test_counters_only_when_asked_for() -> None:
    matcher = Matcher(SHIPPED, "zh", parts={"counter"})
    text = "口罩3箱"
    assert [match.span.of(text) for match in matcher.find(text)] == ["箱"]


def test_russian_forms_are_learnt_text_by_text() -> None:
    """The dictionary form, then the plural, then a text with other terms: in any order the same."""
    texts = ["мэр", "масок", "Нужны респираторы и маски.", "договор поставки", "контракту", "мэрам"]
    matcher = Matcher(SHIPPED, "ru")
    one_by_one = [[m.concept.id for m in matcher.find(text)] for text in texts]
    assert one_by_one == [[m.concept.id for m in Matcher(SHIPPED, "ru").find(t)] for t in texts]
    assert one_by_one[1] == ["ppe-0013"]


def test_the_revision_follows_the_content() -> None:
    without = Glossary({k: v for k, v in SHIPPED.concepts.items() if k != "ppe-0005"})
    again = Glossary(dict(reversed(SHIPPED.concepts.items())))
    assert SHIPPED.revision == again.revision
    assert SHIPPED.revision != without.revision
