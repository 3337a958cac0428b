"""The ladder of terms: a table of what engines say for glossary terms, and laws.

``enforcement.tsv`` holds source and target with their links as ``[1:…]``, what must become of the
target, and the decision on each term: source words, words in the target, rung.
"""

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pipeline.notation import linked
from translate_kit.glossary.matching import Matcher, occurrences
from translate_kit.glossary.store import Glossary
from translate_kit.model import LANGUAGES, Pair, Severity
from translate_kit.pipeline import Rung
from translate_kit.pipeline.draft import Draft
from translate_kit.pipeline.terms import Enforced, enforce, mentions_of

CASES = Path(__file__).parent / "cases" / "enforcement.tsv"
GLOSSARY = Glossary.load([Path(__file__).parents[2] / "glossaries"])
MATCHERS = {language: Matcher(GLOSSARY, language) for language in LANGUAGES}


def cases() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def enforced(source: str, draft: Draft, pair: Pair) -> Enforced:
    mentions = [
        mention
        for mention in mentions_of(source, MATCHERS[pair.source], pair.target)
        if mention.source not in ("我方", "不足", "提供")
    ]
    return enforce(draft, source, mentions, pair, MATCHERS[pair.target])


@pytest.mark.parametrize("row", cases(), ids=lambda row: f"{row['pair']} {row['target']}")
def test_enforcement(row: dict[str, str]) -> None:
    source, target, alignment = linked(row["source"], row["target"])
    pair = Pair.parse(row["pair"])

    done = enforced(source, Draft(target, alignment), pair)

    assert done.draft.text == row["expected"]
    assert "|".join(f"{d.source}={d.target}={d.rung}" for d in done.decisions) == row["decisions"]
    for decision in done.decisions:
        if decision.target_span:
            assert decision.target_span.of(done.draft.text) == decision.target
    for link in done.draft.alignment:
        assert 0 <= link.target.start < link.target.end <= len(done.draft.text)


@pytest.mark.parametrize("row", cases(), ids=lambda row: f"{row['pair']} {row['target']}")
def test_enforcing_twice_changes_nothing(row: dict[str, str]) -> None:
    source, target, alignment = linked(row["source"], row["target"])
    pair = Pair.parse(row["pair"])
    once = enforced(source, Draft(target, alignment), pair)
    assert enforced(source, once.draft, pair).draft.text == once.draft.text


TERMS = [
    (concept, term)
    for concept in GLOSSARY
    for term in concept.terms.get("zh", ())
    if term.status.approved and concept.part_of_speech == "noun" and len(term.text) > 1
]


@settings(max_examples=60)
@given(
    pick=st.sampled_from(TERMS),
    language=st.sampled_from(["en", "ru", "ko", "ja"]),
    noise=st.lists(st.sampled_from(["foo", "для", "new", "의", "3", "маски"]), max_size=4),
)
def test_no_term_is_lost_in_silence(pick, language: str, noise: list[str]) -> None:
    """Whatever the engine said: the approved term stands there, or a finding tells."""
    _concept, term = pick
    pair = Pair("zh", language)
    source, target, alignment = linked(f"[1:{term.text}]", " ".join([*noise, "[1:zzz]"]))

    done = enforced(source, Draft(target, alignment), pair)

    for decision in done.decisions:
        if decision.rung is Rung.FLAGGED:
            assert done.findings
        elif decision.target_span:
            said = GLOSSARY.concept(decision.concept)
            assert occurrences(said, done.draft.text, language)


def test_a_term_that_says_more_is_a_warning() -> None:
    done = enforced("我方需要口罩。", Draft("We need medical masks."), Pair("zh", "en"))
    assert [finding.severity for finding in done.findings] == [Severity.WARNING]


def test_an_unsure_form_is_a_note() -> None:
    source, target, alignment = linked("[1:医用口罩]已到。", "[1:Респиратор] прибыл.")
    done = enforced(source, Draft(target, alignment), Pair("zh", "ru"))
    assert done.draft.text == "Медицинская маска прибыл."
    assert [finding.severity for finding in done.findings] == [Severity.NOTE]
