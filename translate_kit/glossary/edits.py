"""What a person does to the glossary, as changes: enter, propose, edit, decide, deprecate, merge.

Nothing is written here; ``Termbase.commit`` makes the changes. What a change expects to find is
what stands in the ``Glossary`` given, so that a change made meanwhile by somebody else is noticed.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from translate_kit.errors import NotKnown, UserError
from translate_kit.glossary.cells import DOMAIN, STATUS, Change, Place, cells_of
from translate_kit.glossary.concept import Concept, Status, Term
from translate_kit.glossary.store import Glossary, fold
from translate_kit.messages import _

_NUMBER = re.compile(r"(.+)-(\d+)")
_PREFIX_LETTERS = 3


@dataclass(frozen=True, slots=True)
class NewTerm:
    """A term that somebody proposes."""

    language: str
    text: str
    grammar: str = ""
    note: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class NewConcept:
    """A concept that somebody enters; ``fields`` are those of ``concepts.csv`` but for the id."""

    domain: str
    fields: Mapping[str, str]
    terms: Sequence[NewTerm] = field(default=())


def next_id(homes: Mapping[str, str], domain: str) -> str:
    """The next free id of a domain, numbered on after its others: ``ppe-0105``.

    A new domain takes its first letters that no other domain uses; a name without Latin letters
    gets ``term``. ``homes`` are the ids there are -> their domains.
    """
    numbered = [m for each, of in homes.items() if of == domain if (m := _NUMBER.fullmatch(each))]
    if numbered:
        prefix = Counter(match[1] for match in numbered).most_common(1)[0][0]
    else:
        prefix = _new_prefix(homes, domain)
    taken = [m for each in homes if (m := _NUMBER.fullmatch(each)) and m[1] == prefix]
    last = max((int(match[2]) for match in taken), default=0)
    return f"{prefix}-{last + 1:04}"


def _new_prefix(homes: Mapping[str, str], domain: str) -> str:
    taken = {each.split("-")[0] for each in homes}
    letters = re.sub(r"[^a-z]", "", domain.lower())
    if not letters:
        return "term"
    starts = (letters[:n] for n in range(min(_PREFIX_LETTERS, len(letters)), len(letters) + 1))
    return next((start for start in starts if start not in taken), f"{letters}x")


def enter(homes: Mapping[str, str], new: NewConcept) -> tuple[str, tuple[Change, ...]]:
    """The id of a new concept, and the changes that enter it; its terms are proposals.

    ``homes`` are the ids there are -> their domains.
    """
    identifier = next_id(homes, new.domain)
    fields = {DOMAIN: new.domain, **new.fields}
    own = [Change(Place(identifier, "", "", name), "", text) for name, text in fields.items()]
    terms = [change for term in new.terms for change in _entered(identifier, term)]
    return identifier, tuple(change for change in (*own, *terms) if change.new)


def propose(concept: Concept, term: NewTerm) -> tuple[Change, ...]:
    """The changes that enter a term as a proposal; raises UserError where it is there already."""
    for known in concept.terms.get(term.language, ()):
        if fold(known.text) == fold(term.text):
            why = _("“{term}” is a term of {id} already: {status}")
            raise UserError(why.format(term=known.text, id=concept.id, status=known.status.word))
    return _entered(concept.id, term)


def _entered(concept: str, term: NewTerm) -> tuple[Change, ...]:
    cells = {
        STATUS: Status.PROPOSED.value,
        "grammar": term.grammar,
        "note": term.note,
        "country": term.country,
    }
    return tuple(
        Change(Place(concept, term.language, term.text, name), "", text)
        for name, text in cells.items()
        if text
    )


def clean(text: str) -> str:
    """A term as the store keeps it: composed letters, single spaces, none at the ends."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def edit(place: Iterable[tuple[Place, str]], glossary: Glossary) -> tuple[Change, ...]:
    """The changes that put those texts at those places; what stands there already is no change."""
    wanted = list(place)
    touched = {place.concept for place, _text in wanted}
    cells = cells_of(concept for concept in glossary if concept.id in touched)
    return tuple(
        Change(place, cells.get(place, ""), text)
        for place, text in wanted
        if cells.get(place, "") != text
    )


def find_term(concept: Concept, text: str, language: str | None = None) -> Term:
    """The term of a concept as a person writes it; raises NotKnown, or UserError for two."""
    terms = [t for each in concept.terms.values() for t in each if language in (None, t.language)]
    exact = [t for t in terms if t.text == text.strip()]
    found = exact or [t for t in terms if fold(t.text) == fold(text)]
    if not found:
        raise NotKnown(_("term of this concept"), text, [term.text for term in terms])
    if len({term.language for term in found}) > 1:
        known = ", ".join(term.language for term in found)
        why = _("“{term}” is a term in {languages}; say which with --language")
        raise UserError(why.format(term=text, languages=known))
    return found[0]


def decide(
    concept: Concept, term: Term, status: Status, *, who: str, day: date, note: str | None = None
) -> tuple[Change, ...]:
    """A reader's decision on a term, signed; a term that the same readers were to prefer so far
    becomes admitted."""
    wanted = {
        STATUS: status.value,
        "reviewer": who,
        "date": day.isoformat(),
        "note": term.note if note is None else note,
    }
    old = {
        STATUS: term.status.value,
        "reviewer": term.reviewer,
        "date": term.date.isoformat() if term.date else "",
        "note": term.note,
    }
    place = (concept.id, term.language, term.text)
    changes = [Change(Place(*place, name), old[name], text) for name, text in wanted.items()]
    decided = replace(term, status=status)
    for former in concept.terms.get(term.language, ()):
        if former.text != term.text and former.competes(decided):
            before = Place(concept.id, former.language, former.text, STATUS)
            changes.append(Change(before, Status.PREFERRED.value, Status.ADMITTED.value))
    return tuple(change for change in changes if change.old != change.new)


def deprecate(
    concept: Concept, term: Term, *, who: str, day: date, use: Term | None = None
) -> tuple[Change, ...]:
    """The changes that take a term out of use; ``use`` becomes the preferred one in its place.

    Raises UserError where no preferred term would be left, or where ``use`` isn't approved. For a
    country's variant the general term may take over, without ``use``.
    """
    if use is not None and not use.status.approved:
        why = _("“{term}” is {status}; only an approved term can take the place of another")
        raise UserError(why.format(term=use.text, status=use.status.word))
    variant = term.countries and concept.preferred(term.language)
    if term.status is Status.PREFERRED and use is None and not variant:
        why = _("“{term}” is the preferred term of {id}; name the one that takes its place: --use")
        raise UserError(why.format(term=term.text, id=concept.id))
    changes = decide(concept, term, Status.DEPRECATED, who=who, day=day)
    if use is not None and use.status is not Status.PREFERRED:
        place = Place(concept.id, use.language, use.text, STATUS)
        changes = (*changes, Change(place, use.status.value, Status.PREFERRED.value))
    return changes


def merge(concept: Concept, into: Concept, *, who: str, day: date) -> tuple[Change, ...]:
    """The changes that let ``into`` stand in for ``concept``, whose terms are all deprecated."""
    place = Place(concept.id, "", "", "replaced_by")
    changes = [Change(place, concept.replaced_by, into.id)]
    for terms in concept.terms.values():
        for term in terms:
            if term.status not in (Status.FORBIDDEN, Status.REJECTED, Status.DEPRECATED):
                changes += decide(concept, term, Status.DEPRECATED, who=who, day=day)
    return tuple(changes)
