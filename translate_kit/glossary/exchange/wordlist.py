"""A list of words in two languages: what a line of it says, and what the whole list asks for.

Lines with the same source are one concept with several translations, unless the glossary tells them
apart: 支援 with “support” is the concept that has both, and with “assistance” another.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from translate_kit.errors import BadData, UserError
from translate_kit.glossary.edits import clean
from translate_kit.glossary.exchange.foreign import ForeignConcept, ForeignTerm
from translate_kit.glossary.exchange.taking import incoming_of
from translate_kit.glossary.incoming import Incoming, Problem
from translate_kit.glossary.store import Glossary, fold
from translate_kit.languages.detect import detect
from translate_kit.messages import _
from translate_kit.model import LANGUAGES, Pair

_SAMPLE = 4000
"""Characters of a column by which its language is told."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a list; ``note`` is its comment, ``line`` counts from 1."""

    line: int
    source: str
    target: str
    note: str = ""

    @property
    def where(self) -> str:
        """The place in the reader's terms."""
        return _("line {line}").format(line=self.line)


def incoming_list(entries: Sequence[Entry], pair: Pair, glossary: Glossary) -> Incoming:
    """What a list would change; lines without a source or a target are problems."""
    problems = [
        Problem(each.where, _("the source or its translation is missing; left out"))
        for each in entries
        if not (clean(each.source) and clean(each.target))
    ]
    whole = (each for each in entries if clean(each.source) and clean(each.target))
    return incoming_of(_concepts(whole, pair, glossary), glossary, problems, ours=False)


def pair_of(path: Path, entries: Sequence[Entry], wanted: Pair | None) -> Pair:
    """The direction that a person names, else told from the words; raises UserError if unsure."""
    if not entries:
        raise BadData(path, _("there is no word in this file"), line=1)
    if wanted is None:
        columns = ([e.source for e in entries], [e.target for e in entries])
        wanted = Pair(*(_told(path, column) for column in columns))
    if wanted.source == wanted.target or not {wanted.source, wanted.target} <= set(LANGUAGES):
        raise _unsure(path)
    return wanted


def _told(path: Path, words: Iterable[str]) -> str:
    try:
        found = detect("\n".join(words)[:_SAMPLE])
    except UserError:
        raise _unsure(path) from None
    if not found.sure:
        raise _unsure(path)
    return found.language


def _unsure(path: Path) -> UserError:
    why = _("{path}: say of which languages the two columns are, for example --pair zh-ru")
    return UserError(why.format(path=path))


def _concepts(entries: Iterable[Entry], pair: Pair, glossary: Glossary) -> Iterator[ForeignConcept]:
    groups: dict[tuple[str, str], list[Entry]] = {}
    for each in entries:
        meant = fold(each.target) if _is_pair(each, pair, glossary) else ""
        groups.setdefault((fold(each.source), meant), []).append(each)
    for group in groups.values():
        first = group[0]
        terms = [ForeignTerm(pair.source, clean(first.source), {}, first.where)]
        terms += [ForeignTerm(pair.target, clean(e.target), {}, e.where) for e in group]
        notes = "; ".join(dict.fromkeys(" ".join(e.note.split()) for e in group if e.note.strip()))
        cells = {"note": notes} if notes else {}
        yield ForeignConcept(first.where, cells, terms, first.where, pair.source)


def _is_pair(entry: Entry, pair: Pair, glossary: Glossary) -> bool:
    """Whether a concept of ours has both words."""
    ids = [
        {each.concept.id for each in glossary.by_term(text) if each.term.language == language}
        for text, language in ((entry.source, pair.source), (entry.target, pair.target))
    ]
    return bool(ids[0] & ids[1])
