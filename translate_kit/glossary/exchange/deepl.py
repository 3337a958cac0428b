"""A glossary for DeepL: two columns, source and target, as CSV or (named ``.tsv``) as TSV.

DeepL takes one target per source and no control characters or blanks at the ends
(developers.deepl.com, “Glossaries”), so a source term of several concepts that are said
differently is left out: it would be right in one sentence and wrong in the next. A list that comes
back may have two columns more, the codes of both languages, and a first line that names them.
"""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from translate_kit.errors import BadData
from translate_kit.files import read_lines
from translate_kit.glossary.concept import Concept
from translate_kit.glossary.exchange import Export, Options
from translate_kit.glossary.exchange.pairs import renderings
from translate_kit.glossary.exchange.wordlist import Entry, incoming_list, pair_of
from translate_kit.glossary.incoming import Incoming
from translate_kit.glossary.store import Glossary
from translate_kit.messages import _
from translate_kit.model import LANGUAGES, Pair

_WIDTHS = (2, 4)
_NAMES = ("source", "target")


def write(concepts: Sequence[Concept], options: Options) -> Export:
    """One file of one direction."""
    targets: dict[str, list[str]] = {}
    for each in renderings(concepts, options.pair, options.country):
        found = targets.setdefault(_cell(each.source.text), [])
        if _cell(each.target.text) not in found:
            found.append(_cell(each.target.text))
    text = io.StringIO()
    name = options.named(".csv")
    writer = csv.writer(text, delimiter="\t" if name.endswith(".tsv") else ",", lineterminator="\n")
    writer.writerows((source, found[0]) for source, found in targets.items() if len(found) == 1)
    said = _("left out, it can mean several things: {source} ({targets})")
    left_out = [
        said.format(source=source, targets=", ".join(found))
        for source, found in targets.items()
        if len(found) > 1
    ]
    return Export({name: text.getvalue().encode("utf-8")}, left_out)


def read_directed(path: Path, glossary: Glossary, pair: Pair | None) -> Incoming:
    """What a list would change; raises BadData for a line that has other columns than these."""
    entries: list[Entry] = []
    told: Pair | None = None
    for line, cells in read_lines(path):
        if not any(cell.strip() for cell in cells):
            continue
        named = _named(path, line, cells)
        if named and told not in (None, named):
            why = _("this line is in {here}, those before it in {told}; make a file of each")
            raise BadData(path, why.format(here=named, told=told), line=line)
        told = told or named
        if entries or not _is_head(cells):
            entries.append(Entry(line, *cells[:2]))
    return incoming_list(entries, pair_of(path, entries, pair or told), glossary)


def _named(path: Path, line: int, cells: Sequence[str]) -> Pair | None:
    """The direction that a line names, in its last columns or as the head; None for none."""
    if len(cells) not in _WIDTHS:
        why = _("{n} columns; a list for DeepL has two, the source and its translation")
        raise BadData(path, why.format(n=len(cells)), line=line)
    codes = [cell.strip().lower().partition("-")[0] for cell in cells[-2:]]
    is_told = len(cells) == max(_WIDTHS) or line == 1
    return Pair(*codes) if is_told and set(codes) <= set(LANGUAGES) else None


def _is_head(cells: Sequence[str]) -> bool:
    return {cell.strip().lower() for cell in cells[:2]} <= {*_NAMES, *LANGUAGES}


def _cell(text: str) -> str:
    return " ".join("".join(c for c in text if c.isprintable() or c.isspace()).split())
