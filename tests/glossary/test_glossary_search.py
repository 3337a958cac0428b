"""Whatever form a person types, in any language, the right concept comes first."""

import csv
from pathlib import Path

import pytest

from translate_kit.glossary.concept import Status
from translate_kit.glossary.search import Match, search
from translate_kit.glossary.store import Glossary

CASES = Path(__file__).parent / "cases" / "search.csv"


def cases():
    with CASES.open(encoding="utf-8", newline="") as file:
        return [(row["query"], row["first"]) for row in csv.DictReader(file)]


@pytest.mark.parametrize(("query", "first"), cases())
def test_first_concept(shipped: Glossary, query: str, first: str) -> None:
    hits = search(shipped, query, limit=5)
    found = [(hit.concept.id, hit.term.text, hit.match.name) for hit in hits]
    assert found, query
    assert found[0][0] == first, found


def test_nothing_is_like_nonsense(shipped: Glossary) -> None:
    assert search(shipped, "qqqqxzzzz") == []


def test_an_empty_query_finds_nothing(shipped: Glossary) -> None:
    assert search(shipped, "   ") == []


def test_narrowed_by_language(shipped: Glossary) -> None:
    hits = search(shipped, "支援", languages=["ja"])
    assert hits
    assert {hit.term.language for hit in hits} == {"ja"}


def test_narrowed_by_domain(shipped: Glossary) -> None:
    hits = search(shipped, "health", domain="organisations")
    assert hits
    assert {hit.concept.domain for hit in hits} == {"organisations"}


def test_narrowed_by_status(shipped: Glossary) -> None:
    hits = search(shipped, "mask", status=Status.FORBIDDEN)
    assert hits
    assert {hit.term.status for hit in hits} == {Status.FORBIDDEN}


def test_an_approved_term_comes_before_the_same_words_forbidden(shipped: Glossary) -> None:
    first, second = search(shipped, "surgical mask", limit=2)
    assert (first.concept.id, first.term.status) == ("ppe-0015", Status.PREFERRED)
    assert second.term.status is Status.FORBIDDEN


def test_each_concept_once_and_no_more_than_the_limit(shipped: Glossary) -> None:
    hits = search(shipped, "防护", limit=7)
    assert len({hit.concept.id for hit in hits}) == len(hits) == 7


def test_similar_spellings_only_where_nothing_else_answers(shipped: Glossary) -> None:
    assert {hit.match for hit in search(shipped, "medcal mask")} == {Match.SIMILAR}
    assert Match.SIMILAR not in {hit.match for hit in search(shipped, "medical mask")}
