"""Bilingual tables: TSV, CSV and XLSX with a column for the source and one for the translation.

Columns are found by their names (``source`` and ``target``, 原文 and 译文, or language codes); a
table of just two columns needs no header.
"""

from collections.abc import Sequence
from pathlib import Path

from translate_kit.checks.bitext.row import Found, Row, Wanted, language_of
from translate_kit.errors import BadData, UserError
from translate_kit.files import read_lines, read_office_text
from translate_kit.messages import _

_SOURCES = ("source", "src", "original", "原文", "源文", "原語", "원문", "оригинал")
_TARGETS = ("target", "tgt", "translation", "mt", "译文", "翻译", "訳文", "번역문", "перевод")

Lines = list[tuple[int, list[str]]]


def read(path: Path, wanted: Wanted) -> Found:
    """The rows of a table; raises BadData for a header or a row that cannot be used."""
    lines = [(line, cells) for line, cells in _lines(path) if any(map(str.strip, cells))]
    if not lines:
        raise BadData(path, _("the file is empty; it needs a header row"), line=1)
    first, header = lines[0]
    columns = _columns(path, header, wanted)
    if columns is None:
        if any(len(cells) != 2 for _line, cells in lines):
            why = _("no columns source and target, nor two languages; name them in the first row")
            raise BadData(path, why, line=first)
        return Found(tuple(_row(path, line, cells, (0, 1)) for line, cells in lines))
    rows = tuple(_row(path, line, cells, columns) for line, cells in lines[1:])
    return Found(rows, *(language_of(header[column]) for column in columns))


def _columns(path: Path, header: Sequence[str], wanted: Wanted) -> tuple[int, int] | None:
    """The places of source and translation; None where the first row is no header."""
    names = [name.strip().casefold() for name in header]
    source = next((names.index(name) for name in _SOURCES if name in names), None)
    target = next((names.index(name) for name in _TARGETS if name in names), None)
    if source is not None and target is not None:
        return source, target
    languages = {
        code: place for place, name in enumerate(header) if (code := language_of(name)) is not None
    }
    if len(languages) < 2:
        return None
    return _of_languages(path, languages, wanted)


def _of_languages(path: Path, languages: dict[str, int], wanted: Wanted) -> tuple[int, int]:
    source, target = wanted.source, wanted.target
    if len(languages) == 2:
        first, second = languages
        source = source or (second if target == first else first)
        target = target or (first if source == second else second)
    for code, option in ((source, "--from"), (target, "--to")):
        if code not in languages:
            why = _("{file} has the languages {known}; say which with {option}")
            known = ", ".join(languages)
            raise UserError(why.format(file=path, known=known, option=option))
    return languages[str(source)], languages[str(target)]


def _row(path: Path, line: int, cells: list[str], columns: tuple[int, int]) -> Row:
    if len(cells) <= min(columns):
        raise BadData(path, _("this row has too few cells"), line=line)
    texts = [cells[column] if column < len(cells) else "" for column in columns]
    return Row(_("row {number}").format(number=line), *texts)


def _lines(path: Path) -> Lines:
    """The lines of a table; a TSV whose quotation marks are only text is split at its tabs."""
    if path.suffix.lower() != ".tsv":
        return list(read_lines(path))
    plain = [
        (number, line.split("\t")) for number, line in enumerate(_text(path).split("\n"), 1) if line
    ]
    if len({len(cells) for _number, cells in plain}) == 1:
        return [(number, [_unquoted(cell) for cell in cells]) for number, cells in plain]
    return list(read_lines(path))


def _text(path: Path) -> str:
    text = read_office_text(path)
    if "\0" in text:
        raise BadData(path, _("NUL byte found; the file is damaged or not a table"))
    return text


def _unquoted(cell: str) -> str:
    """A cell without the quotation marks that Excel puts around it; any other as it is."""
    inner = cell[1:-1]
    if len(cell) > 1 and cell[0] == cell[-1] == '"' and '"' not in inner.replace('""', ""):
        return inner.replace('""', '"')
    return cell
