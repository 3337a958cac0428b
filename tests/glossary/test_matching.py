"""Terms found in running text: a table that language staff extend, and laws of the matches.

``term_matches.csv`` holds a text and what is found in it, ``characters=concept`` divided by ``|``.
"""

from dataclasses import replace
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_kit.files import read_table
from translate_kit.glossary.concept import Status
from translate_kit.glossary.matching import Matcher, TermMatch, occurrences
from translate_kit.glossary.matching.covering import covering_words, hidden
from translate_kit.glossary.matching.folding import Folded, fold
from translate_kit.glossary.matching.match import longest
from translate_kit.glossary.matching.matcher import UNCOUNTED
from translate_kit.glossary.matching.pattern import Pattern, patterns_of
from translate_kit.glossary.store import Glossary
from translate_kit.model import LANGUAGES, Span

CASES = Path(__file__).parent / "cases" / "term_matches.csv"
SHIPPED = Glossary.load([Path(__file__).parents[2] / "glossaries"])
MATCHERS = {language: Matcher(SHIPPED, language) for language in LANGUAGES}
FEW = Glossary({k: v for k, v in SHIPPED.concepts.items() if k.endswith("1")})
FEW_MATCHERS = {language: Matcher(FEW, language) for language in LANGUAGES}
FEW_TERMS = {
    language: [entry.term.text for entry in FEW.entries() if entry.term.language == language]
    for language in LANGUAGES
}


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


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
def test_all_at_once_finds_what_one_by_one_would(language: str, data: st.DataObject) -> None:
    """The matcher against a search for each spelling by itself: slow, and plainly right."""
    pieces = st.sampled_from(FEW_TERMS[language]) | st.sampled_from(
        [*" -,、方市ｶﾞ", "s", "ом", "에서"]
    )
    text = "".join(data.draw(st.lists(pieces, max_size=8)))
    assert FEW_MATCHERS[language].find(text) == one_by_one(text, language)


def one_by_one(text: str, language: str) -> list[TermMatch]:
    folded = fold(text)
    entries = [entry for entry in FEW.entries() if entry.term.language == language]
    known = [(p, entry) for entry in entries for p in patterns_of(entry.concept, entry.term)]
    covered = [
        (start, word)
        for word in covering_words(language)
        for start, _end in standing(word.pattern, text, folded)
    ]
    places = [
        (folded.span(start, end), number)
        for number, (pattern, _entry) in enumerate(known)
        for start, end in standing(pattern, text, folded)
        if not hidden((start, -end, number), covered)
    ]
    kept = longest([(span.start, -span.end, number) for span, number in places])
    return [
        TermMatch(Span(start, -minus_end), entry.concept, entry.term, pattern.form)
        for start, minus_end, number in kept
        for pattern, entry in [known[number]]
        if entry.term.status.approved and entry.concept.part_of_speech in UNCOUNTED
    ]


def standing(pattern: Pattern, text: str, folded: Folded) -> list[tuple[int, int]]:
    size = len(pattern.folded)
    return [
        (start, start + size)
        for start in range(len(folded.text) if pattern.folded in folded.text else 0)
        if folded.text.startswith(pattern.folded, start)
        and pattern.stands(text, folded, start, start + size)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_covering_word_hides_a_term(language: str) -> None:
    """A row that no term of the glossary needs is a slip of the pen."""
    entries = [entry for entry in SHIPPED.entries() if entry.term.language == language]
    spelt = {p.folded for entry in entries for p in patterns_of(entry.concept, entry.term)}
    for word in covering_words(language):
        assert any(
            word.hides((start, -end, 0), 0)
            for start, end in combinations(range(len(word.pattern.folded) + 1), 2)
            if word.pattern.folded[start:end] in spelt
        ), word.pattern.form


@given(st.text())
def test_folding_keeps_the_way_back(text: str) -> None:
    folded = fold(text)
    whole = folded.span(0, len(folded.text))
    assert (whole.start, whole.end) == (0, len(text))
    assert fold(folded.text).text == folded.text


@pytest.mark.parametrize("term", ["\u00b5g", "\u03bcg"])
@pytest.mark.parametrize("text", ["75 \u00b5g", "75 \u03bcg"])
def test_the_micro_sign_is_the_greek_letter(term: str, text: str) -> None:
    microgram = SHIPPED.concept("uni-0048")
    written = {"en": [replace(microgram.terms["en"][0], text=term)]}
    found = occurrences(replace(microgram, terms=written), text, "en")
    assert [match.span.of(text) for match in found] == [text[3:]]


def test_one_concept_is_not_found_in_covering_words() -> None:
    ambassador, buyer = SHIPPED.concept("ttl-0025"), SHIPPED.concept("pro-0003")
    assert not occurrences(ambassador, "после приезда", "ru")
    assert [m.span.start for m in occurrences(buyer, "采购方案由采购方提供", "zh")] == [5]


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
