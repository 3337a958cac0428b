"""Which of our concepts a file's concepts are.

In a file of our own a concept is known by its id. In another program's an id may mean anything:
there it counts where that concept of ours has a term of this one; else two terms in different
languages tell which concept it is. A list of words (DeepL, OmegaT, most memories) has no concepts:
there the word of its source language tells, where it is a term of one concept only; where it is a
term of several, a person has to say which. Everything else is new.
"""

import re
from collections import Counter
from collections.abc import Sequence

from translate_kit.glossary.cells import DOMAIN
from translate_kit.glossary.concept import Status
from translate_kit.glossary.edits import next_id
from translate_kit.glossary.exchange.foreign import ForeignConcept
from translate_kit.glossary.fields import Unfit, check_domain, check_id
from translate_kit.glossary.incoming import Problem
from translate_kit.glossary.store import Glossary
from translate_kit.messages import _

UNKNOWN_DOMAIN = "imported"
WRONG = (Status.REJECTED, Status.FORBIDDEN, Status.DEPRECATED)
"""A term with one of these does not tell a concept: somebody decided against it."""


class Ambiguous(Exception):  # noqa: N818 - caught where the problem is noted
    """The concept may be any of ``ids``."""

    def __init__(self, ids: Sequence[str]) -> None:
        self.ids = tuple(ids)
        super().__init__(", ".join(ids))


def identified(
    concepts: Sequence[ForeignConcept], glossary: Glossary, problems: list[Problem], *, ours: bool
) -> dict[str, str]:
    """The file's ids -> ours; without those that may be several, which ``problems`` tells."""
    ids: dict[str, str] = {}
    numbered: Counter[str] = Counter()
    for concept in concepts:
        try:
            known = _known(concept, glossary, ours=ours)
        except Ambiguous as several:
            why = _("“{term}” is a term of several concepts, {ids}; enter it with: {command}")
            term, command = concept.terms[0].text, "glossary propose ID LANGUAGE TERM"
            told = why.format(term=term, ids=", ".join(several.ids), command=command)
            problems.append(Problem(concept.where, told))
            continue
        if known is None:
            prefix, _dash, number = next_id(glossary.homes, domain_of(concept)).rpartition("-")
            known = f"{prefix}-{int(number) + numbered[prefix]:04}"
            numbered[prefix] += 1
        ids[concept.id] = known
    return ids


def domain_of(concept: ForeignConcept) -> str:
    """The domain that a file names, as one of ours is written; ``imported`` where it has none."""
    domain = re.sub(r"[\s/\\]+", "_", concept.cells.get(DOMAIN, "").strip().lower())
    try:
        check_domain(domain)
    except Unfit:
        return UNKNOWN_DOMAIN
    return domain


def concepts_sharing(concept: ForeignConcept, glossary: Glossary) -> dict[str, set[str]]:
    """The concepts of ours with a term of this one -> the languages in which they have it."""
    languages: dict[str, set[str]] = {}
    for term in concept.terms:
        for entry in glossary.by_term(term.text):
            if entry.term.language == term.language and entry.term.status not in WRONG:
                languages.setdefault(entry.concept.id, set()).add(term.language)
    return languages


def _known(concept: ForeignConcept, glossary: Glossary, *, ours: bool) -> str | None:
    identifier = concept.id.strip().lower()
    if ours:
        return identifier if _is_id(identifier) else None
    shared = concepts_sharing(concept, glossary)
    if identifier in shared:
        return identifier
    found = [known for known, languages in shared.items() if len(languages) > 1]
    if len(found) == 1:
        return found[0]
    return _by_source(concept, shared) if concept.source else None


def _by_source(concept: ForeignConcept, shared: dict[str, set[str]]) -> str | None:
    """The concept that has the word of the list's own language; raises Ambiguous."""
    found = {known: told for known, told in shared.items() if concept.source in told}
    most = max(map(len, found.values()), default=0)
    best = [known for known, told in found.items() if len(told) == most]
    if len(best) > 1 and most < len({term.language for term in concept.terms}):
        raise Ambiguous(best)
    return best[0] if best else None


def _is_id(identifier: str) -> bool:
    try:
        check_id(identifier)
    except Unfit:
        return False
    return True
