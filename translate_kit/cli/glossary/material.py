"""The sentences that ``glossary extract`` reads: documents, bilingual files, pairs, the memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate_kit.cli.glossary.using import documents
from translate_kit.errors import UserError
from translate_kit.glossary.extraction import Sentence
from translate_kit.languages.detect import detect
from translate_kit.languages.segmentation import split
from translate_kit.messages import _
from translate_kit.model import LANGUAGES

if TYPE_CHECKING:
    from translate_kit.checks.bitext import Bitext
    from translate_kit.memory import Unit

_XLIFF = (".xlf", ".xliff", ".mxliff", ".sdlxliff")
_TABLES = (".csv", ".tsv", ".xlsx")
_SAMPLE = 4000


@dataclass
class Material:
    """What was read: a text for each language of a unit, its file and place.

    ``texts`` of a document have one language. ``refused`` counts the files that could not be read.
    """

    units: list[tuple[dict[str, str], str, str]] = field(default_factory=list)
    refused: int = 0

    def language(self) -> str:
        """Chinese where there is any, else the language that most units have."""
        counts = Counter(code for texts, _file, _where in self.units for code in texts)
        if not counts:
            raise UserError(_("there is no text to look for terms in"))
        return "zh" if counts["zh"] else counts.most_common(1)[0][0]

    def without(self, language: str) -> list[str]:
        """The files that have nothing in a language."""
        having = {file for texts, file, _where in self.units if texts.get(language)}
        return [file for file in dict.fromkeys(u[1] for u in self.units) if file not in having]

    def sentences(self, language: str) -> list[Sentence]:
        """The units that have the language, as sentences with their translations."""
        found = [
            Sentence(texts[language], file, where,
                     {code: text for code, text in texts.items() if code != language})
            for texts, file, where in self.units
            if texts.get(language)
        ]  # fmt: skip
        if not found:
            raise UserError(_("there is no text in “{language}”").format(language=language))
        return found


def read_material(
    paths: Iterable[Path],
    translation: Path | None,
    units: Iterable[Unit],
    language: str | None,
    into: str | None,
) -> Material:
    """Everything that was named; a file that cannot be read is said and counted.

    ``translation`` is that of the only path, ``into`` its language. ``language`` is the documents'
    own; both are told where None.
    """
    material = Material()
    files = list(paths)
    if translation is not None:
        if len(files) != 1:
            raise UserError(_("--with wants one file, whose translation it is"))
        material.units += _paired(files[0], translation, language, into)
        files = []
    for file in documents(files):
        try:
            material.units += _reader(file)(file, language)
        except UserError as error:
            click.echo(str(error), err=True)
            material.refused += 1
    material.units += [(dict(unit.texts), _("memory"), unit.id) for unit in units]
    return material


Found = list[tuple[dict[str, str], str, str]]


def _reader(file: Path) -> Callable[[Path, str | None], Found]:
    suffix = file.suffix.lower()
    if suffix == ".tmx":
        return _memory
    if suffix in _XLIFF:
        return _xliff
    if suffix in _TABLES and len(_columns(file)) > 1:
        return _table
    return _document


def _columns(file: Path) -> list[str]:
    """The languages that the head of a table names; none where it can't be read, which the reader
    of its format says better."""
    from translate_kit.files import read_lines

    try:
        _line, head = next(iter(read_lines(file)), (1, []))
    except UserError:
        return []
    return [cell for cell in (name.strip().lower() for name in head) if cell in LANGUAGES]


def _memory(file: Path, _language: str | None) -> Found:
    from translate_kit.memory import tmx
    from translate_kit.memory.tally import Tally

    tally = Tally()
    found = [
        (dict(unit.texts), str(file), unit.id or _("unit {number}").format(number=number))
        for number, unit in enumerate(tmx.read(file, tally), 1)
    ]
    for line in tally.lines():
        click.echo(f"{file}: {line}", err=True)
    return found


def _table(file: Path, _language: str | None) -> Found:
    from translate_kit.memory.tables import read_foreign
    from translate_kit.memory.tally import Tally

    return [(dict(unit.texts), str(file), unit.id) for unit in read_foreign(file, Tally())]


def _xliff(file: Path, _language: str | None) -> Found:
    from translate_kit.checks.bitext import Wanted, read_bitext

    return _rows(read_bitext([file], Wanted()), str(file))


def _paired(file: Path, translation: Path, language: str | None, into: str | None) -> Found:
    from translate_kit.checks.bitext import Wanted, read_bitext

    wanted = Wanted(language, into)
    bitext = read_bitext([file, translation], wanted, ("--language", "--into"))
    return _rows(bitext, str(file))


def _rows(bitext: Bitext, file: str) -> Found:
    pair = bitext.pair
    sides = (({pair.source: row.source, pair.target: row.target}, row) for row in bitext.rows)
    return [
        ({code: text for code, text in texts.items() if text.strip()}, file, row.where)
        for texts, row in sides
    ]


def _document(file: Path, language: str | None) -> Found:
    """The sentences of a document; one in another language of ours goes in under its own."""
    from translate_kit.formats import format_of

    blocks = format_of(file).read(file).blocks
    told = _told(file, [block.text for block in blocks], language)
    if told not in LANGUAGES:
        why = _("{file}: its language is “{language}”, none of ours; say another with --language")
        raise UserError(why.format(file=file, language=told))
    return [
        ({told: text}, str(file), block.where)
        for block in blocks
        for text in (span.of(block.text) for span in split(block.text, told))
    ]


def _told(file: Path, texts: Iterable[str], language: str | None) -> str:
    """The language of a document; the person's word counts between Chinese and Japanese, where
    Han characters alone don't tell."""
    sample = "\n".join(texts)[:_SAMPLE]
    if not sample.strip():
        raise UserError(_("{file}: there is no text in it").format(file=file))
    found = detect(sample)
    either = {found.language, language} == {"zh", "ja"}
    return language if language and either and not found.sure else found.language
