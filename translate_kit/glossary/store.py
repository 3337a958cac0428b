"""The glossary as a whole: every domain of one or more folders, looked up by id or by term."""

import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from translate_kit.errors import NotKnown, UserError, nearest
from translate_kit.glossary.concept import Concept, Term
from translate_kit.glossary.loading import read_folders
from translate_kit.glossary.references import successor
from translate_kit.glossary.revision import revision
from translate_kit.messages import _
from translate_kit.model import LANGUAGES

_HIRAGANA_BELOW_KATAKANA = 0x60
_ALIKE = {ord("ё"): "е"} | {
    code: chr(code - _HIRAGANA_BELOW_KATAKANA) for code in range(ord("ァ"), ord("ヶ") + 1)
}


_ANY_OTHER = "-"
"""Stands for a country that no term names."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A term together with the concept it says."""

    concept: Concept
    term: Term


def fold(text: str) -> str:
    """The form in which two spellings of one term are equal: NFKC, no case, е for ё, ま for マ."""
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_ALIKE)
    return " ".join(folded.split())


class Glossary:
    """All concepts, by id. Immutable: after a change on disk, load again."""

    def __init__(self, concepts: Mapping[str, Concept]) -> None:
        self.concepts = concepts
        self._views: dict[tuple[str, str], Glossary] = {}

    @classmethod
    def load(cls, folders: Sequence[Path], *, domains: Collection[str] | None = None) -> "Glossary":
        """Read every domain below ``folders``; a later folder's file replaces an earlier one's.

        A domain is a sub-folder that holds a ``concepts.csv`` in any of the folders;
        sub-folders with neither that nor a language file are not the glossary's (the standards,
        the starter memory). Raises BadData with file, line and column for anything malformed.

        What is read is one state of the glossary: a change that somebody else makes at the same
        time is waited for, and one that came in between is read again. With ``domains`` only
        those are read.
        """
        return cls(read_folders(folders, domains))

    def __len__(self) -> int:
        return len(self.concepts)

    def __iter__(self) -> Iterator[Concept]:
        return iter(self.concepts.values())

    @property
    def domains(self) -> tuple[str, ...]:
        """The names of the domains, in alphabetical order."""
        return tuple(sorted({concept.domain for concept in self}))

    @cached_property
    def homes(self) -> Mapping[str, str]:
        """The id of each concept -> its domain."""
        return {concept.id: concept.domain for concept in self}

    @cached_property
    def revision(self) -> str:
        """A short name for exactly this content (see ``revision``)."""
        return revision(self)

    def known_domain(self, name: str) -> str:
        """``name`` if it is a domain; raises NotKnown with the nearest."""
        if name not in self.domains:
            raise NotKnown(_("domain"), name, self.domains)
        return name

    def concept(self, identifier: str) -> Concept:
        """The concept with this id; raises NotKnown with the nearest id."""
        found = self.concepts.get(identifier.strip().lower())
        if found is None:
            raise NotKnown(_("concept"), identifier, self.concepts)
        return found

    def for_country(self, country: str, language: str) -> "Glossary":
        """The glossary for texts in ``language`` to readers of one country (see ``Concept``).

        Made once for each, and for all countries that no term names together; where no term is
        meant for some countries only it is this glossary.
        """
        named = self.countries.get(language)
        if not named:
            return self
        reader = country if country in named or not country else _ANY_OTHER
        if (reader, language) not in self._views:
            read = {each.id: each.for_country(reader, language) for each in self}
            self._views[reader, language] = Glossary(read)
        return self._views[reader, language]

    @cached_property
    def countries(self) -> Mapping[str, frozenset[str]]:
        """Language -> the countries that have terms of their own in it."""
        named: dict[str, set[str]] = {language: set() for language in LANGUAGES}
        for entry in self.entries():
            named[entry.term.language].update(entry.term.countries)
        return {language: frozenset(codes) for language, codes in named.items()}

    def entries(self) -> Iterator[Entry]:
        """Every term of every language with its concept."""
        for concept in self:
            for terms in concept.terms.values():
                for term in terms:
                    yield Entry(concept, term)

    def by_term(self, text: str) -> Sequence[Entry]:
        """The terms of any language and status written like ``text``, case and width aside."""
        return self._index.get(fold(text), ())

    @cached_property
    def _index(self) -> Mapping[str, Sequence[Entry]]:
        index: dict[str, list[Entry]] = {}
        for entry in self.entries():
            index.setdefault(fold(entry.term.text), []).append(entry)
        return index

    def resolve(self, text: str) -> Concept:
        """The one concept that an item of a request names, by id or by a term in any language.

        A Chinese term goes before the same characters in Japanese, because requests are written
        in Chinese. The id of a concept that was merged into another gives that other. Raises
        UserError where two concepts answer or where only a forbidden term does, NotKnown with the
        nearest term where nothing does.
        """
        return successor(self.concepts, self.named(text))

    def named(self, text: str) -> Concept:
        """Like ``resolve``, but the concept itself even where another has replaced it."""
        found = self.concepts.get(text.strip().lower())
        if found:
            return found
        entries = self.by_term(text)
        approved = [entry for entry in entries if entry.term.status.approved]
        chinese = [entry for entry in approved if entry.term.language == "zh"]
        candidates = {entry.concept.id: entry.concept for entry in chinese or approved}
        if len(candidates) == 1:
            return next(iter(candidates.values()))
        if candidates:
            raise UserError(_ambiguous(text, list(candidates.values())))
        if entries:
            raise UserError(_unapproved(text, entries[0]))
        raise self._not_known(text)

    def _not_known(self, text: str) -> NotKnown:
        terms = [entry.term.text for entry in self.entries() if entry.term.status.approved]
        near = nearest(text, terms)
        return NotKnown(_("term or concept"), text, [near] if near else [])


def _ambiguous(text: str, concepts: Sequence[Concept]) -> str:
    choices = "; ".join(f"{concept.id} ({concept.definition})" for concept in concepts)
    return _("“{text}” can mean {choices}. Write the id instead of the term.").format(
        text=text, choices=choices
    )


def _unapproved(text: str, entry: Entry) -> str:
    preferred = entry.concept.preferred(entry.term.language)
    return _("“{text}” is a {status} term of {id}; use “{preferred}”").format(
        text=text,
        status=entry.term.status.word,
        id=entry.concept.id,
        preferred=preferred.text if preferred else entry.concept.id,
    )
