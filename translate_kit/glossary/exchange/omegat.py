"""A glossary for OmegaT: three columns in UTF-8, source, target and comment, no header.

Each approved source term has a line for the term to use and one for every admitted one; the comment
holds the definition, the remark, and what must not be used.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from translate_kit.errors import BadData
from translate_kit.files import read_office_text
from translate_kit.glossary.concept import Concept, Status
from translate_kit.glossary.exchange import Export, Options
from translate_kit.glossary.exchange.pairs import renderings
from translate_kit.glossary.exchange.wordlist import Entry, incoming_list, pair_of
from translate_kit.glossary.incoming import Incoming
from translate_kit.glossary.store import Glossary
from translate_kit.messages import _
from translate_kit.model import Pair

_COMMENT = "#"
_WIDTHS = range(2, 4)


def write(concepts: Sequence[Concept], options: Options) -> Export:
    """One file of one direction; OmegaT looks for ``.txt``, ``.utf8`` and ``.tab``."""
    lines = dict.fromkeys("\t".join(map(_cell, line)) for line in _lines(concepts, options))
    text = "".join(f"{line}\n" for line in lines if not line.startswith(_COMMENT))
    said = _("left out, OmegaT takes it for a comment: {line}")
    left_out = [said.format(line=line) for line in lines if line.startswith(_COMMENT)]
    return Export({options.named(".txt"): text.encode("utf-8")}, left_out)


def read_directed(path: Path, glossary: Glossary, pair: Pair | None) -> Incoming:
    """What a list would change; raises BadData for a line without a tab, or with too many.

    The comment becomes a remark on a new concept; lines that begin with # are the file's own.
    """
    entries: list[Entry] = []
    for number, line in enumerate(read_office_text(path).split("\n"), 1):
        cells = line.split("\t")
        if not line.strip() or line.startswith(_COMMENT):
            continue
        if "\0" in line or len(cells) not in _WIDTHS:
            why = _("a line is a source, its translation and a comment, with tabs between them")
            raise BadData(path, why, line=number)
        entries.append(Entry(number, *cells))
    return incoming_list(entries, pair_of(path, entries, pair), glossary)


def _lines(concepts: Sequence[Concept], options: Options) -> Iterator[tuple[str, str, str]]:
    language = options.pair.target
    for each in renderings(concepts, options.pair, options.country):
        comment = _comment(each.concept, language, options.country)
        yield each.source.text, each.target.text, comment
        for term in each.concept.admitted(language, options.country):
            yield each.source.text, term.text, f"{Status.ADMITTED.word}; {comment}"


def _comment(concept: Concept, language: str, country: str) -> str:
    forbidden = ", ".join(term.text for term in concept.forbidden(language, country))
    never = _("not: {terms}").format(terms=forbidden) if forbidden else ""
    return "; ".join(text for text in (concept.definition, concept.note, never) if text)


def _cell(text: str) -> str:
    return " ".join(text.split())
