"""Finding a concept from whatever a person typed: any language, any form, a slip of the finger.

The ways of matching go from certain to doubtful, and a concept is found in the most certain way
only: the same term, its inflected form (Russian lemma, English singular), its beginning, a part
of it, a term inside the query (마스크를 holds 마스크), and, if all that fails, a similar spelling.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from translate_kit.glossary.concept import Concept, Status, Term
from translate_kit.glossary.inflection import singulars, with_lemmas
from translate_kit.glossary.store import Entry, Glossary, fold

SIMILAR_ENOUGH = 66.0
"""Of 100, for rapidfuzz's ratio: two slips in a word of eight letters, one character of three."""

LONGEST_ENDING = 4
"""Characters that may follow a term inside a query: Korean particles run to 에서는, 으로부터."""


_ALPHABETIC = re.compile(r"[a-zа-я]")


class Match(IntEnum):
    """How a term answers a query, the most certain first."""

    SAME = 1
    INFLECTED = 2
    BEGINNING = 3
    PART = 4
    INSIDE = 5
    SIMILAR = 6


@dataclass(frozen=True, slots=True)
class Hit:
    """A concept found, the ``term`` that answered, how, and how alike (0 to 100)."""

    concept: Concept
    term: Term
    match: Match
    score: float


def search(
    glossary: Glossary,
    query: str,
    *,
    languages: Collection[str] | None = None,
    domain: str | None = None,
    status: Status | None = None,
    limit: int = 20,
) -> list[Hit]:
    """The concepts that answer ``query``, best first, at most ``limit``, each once.

    ``languages``, ``domain`` and ``status`` narrow the terms looked at; None means all.
    """
    wanted = fold(query)
    if not wanted:
        return []
    spelt = [
        (spelling, entry)
        for entry in glossary.entries()
        if (languages is None or entry.term.language in languages)
        and (domain is None or entry.concept.domain == domain)
        and (status is None or entry.term.status is status)
        for spelling in spellings(entry.term)
    ]
    hits = [*_direct(wanted, spelt), *_inflected(wanted, spelt)]
    return best(hits or _similar(wanted, spelt), limit)


def spellings(term: Term) -> Iterator[str]:
    """The folded ways to write a term: its text, its reading, its irregular plural."""
    yield fold(term.text)
    reading = term.grammar.get("reading")
    if reading:
        yield fold(reading)
    plural = term.grammar.get("plural")
    if plural:
        yield fold(plural)


def _direct(query: str, spellings: Iterable[tuple[str, Entry]]) -> Iterator[Hit]:
    for spelling, entry in spellings:
        match = match_of(query, spelling)
        if match:
            yield Hit(entry.concept, entry.term, match, score_of(match, query, spelling))


def score_of(match: Match, query: str, spelling: str) -> float:
    """How much of the longer the shorter is, of 100; an English plural is its singular."""
    if match is Match.INFLECTED and spelling in singulars(query):
        return 100.0
    shorter, longer = sorted((len(query), len(spelling)))
    return 100 * shorter / longer


def match_of(query: str, spelling: str) -> Match | None:
    """How a spelling answers a query by its letters alone, both folded; None where it doesn't."""
    if query == spelling:
        return Match.SAME
    if spelling.startswith(query):
        return Match.BEGINNING
    if query in spelling and _at_word(query, spelling):
        return Match.PART
    if len(spelling) > 1 and query.startswith(spelling):
        return Match.INSIDE if len(query) - len(spelling) <= LONGEST_ENDING else None
    return None


def _at_word(query: str, spelling: str) -> bool:
    """Whether the part begins a word where words have spaces: PPE is no part of “appeal”."""
    return not _ALPHABETIC.match(query) or bool(re.search(rf"\b{re.escape(query)}", spelling))


def _inflected(query: str, spellings: Sequence[tuple[str, Entry]]) -> Iterator[Hit]:
    """English plurals, and Russian cases where no Russian term is written like the query."""
    forms = singulars(query)
    for spelling, entry in spellings:
        if spelling in forms and entry.term.language == "en":
            yield Hit(entry.concept, entry.term, Match.INFLECTED, 100.0)
    russian = [pair for pair in spellings if pair[1].term.language == "ru"]
    if any(spelling == query for spelling, _entry in russian):
        return
    for spelling, entry in with_lemmas(query, russian):
        whole = len(spelling.split()) == len(query.split())
        match = Match.INFLECTED if whole else Match.PART
        yield Hit(entry.concept, entry.term, match, score_of(match, query, spelling))


def _similar(query: str, spellings: Sequence[tuple[str, Entry]]) -> Iterator[Hit]:
    from rapidfuzz import fuzz, process

    texts = [spelling for spelling, _entry in spellings]
    for _text, score, place in process.extract(
        query, texts, scorer=fuzz.ratio, score_cutoff=SIMILAR_ENOUGH, limit=200
    ):
        entry = spellings[place][1]
        yield Hit(entry.concept, entry.term, Match.SIMILAR, score)


def best(hits: Iterable[Hit], limit: int) -> list[Hit]:
    """Approved terms come before forbidden ones of the same match, then the closer in length."""
    ordered = sorted(
        hits,
        key=lambda hit: (
            hit.match,
            not hit.term.status.approved,
            -round(hit.score),
            hit.term.status.rank,
            hit.concept.id,
        ),
    )
    best: dict[str, Hit] = {}
    for hit in ordered:
        best.setdefault(hit.concept.id, hit)
    return list(best.values())[:limit]
