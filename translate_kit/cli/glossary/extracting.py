"""What ``glossary extract`` does: finds candidates, shows and writes them, makes proposals."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate_kit.cli.glossary.asking import show_alike
from translate_kit.cli.glossary.finding import alike_terms, consulted
from translate_kit.cli.glossary.group import print_table
from translate_kit.cli.glossary.material import read_material
from translate_kit.cli.glossary.signing import report, signer
from translate_kit.files import write_files
from translate_kit.glossary.extraction import Candidate, Translation, extract
from translate_kit.messages import _, ngettext
from translate_kit.model import LANGUAGES, Pair

if TYPE_CHECKING:
    from translate_kit.workspace import Workspace

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_CONTEXT = 60
"""Characters of a sentence at the terminal."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a person wants: language of the terms, of translations, an engine, how many."""

    language: str | None
    into: tuple[str, ...]
    engine: str | None
    top: int
    least: int


@dataclass(frozen=True, slots=True)
class Found:
    """The candidates, and how many files could not be read."""

    candidates: list[Candidate]
    refused: int


def find(
    workspace: Workspace,
    paths: Sequence[Path],
    translation: Path | None,
    wishes: Wishes,
    *,
    memory: bool,
) -> Found:
    """The candidates of everything named; files without the language are told."""
    units = workspace.memory.each() if memory else ()
    only = wishes.into[0] if len(wishes.into) == 1 else None
    material = read_material(paths, translation, units, wishes.language, only)
    language = wishes.language or material.language()
    for file in material.without(language):
        said = _("{file}: no text in “{language}”; look through it alone, with --language")
        click.echo(said.format(file=file, language=language), err=True)
    sentences = material.sentences(language)
    into = wishes.into or LANGUAGES
    candidates = extract(
        sentences, language, workspace.glossary, top=wishes.top, least=wishes.least, into=into
    )
    if wishes.engine:
        candidates = _asked(workspace, candidates, wishes, language)
    return Found(candidates, material.refused)


def _asked(
    workspace: Workspace, candidates: Sequence[Candidate], wishes: Wishes, language: str
) -> list[Candidate]:
    """The candidates with an engine's translation where the sentences have none."""
    from translate_kit.pipeline import Origin

    pipeline = workspace.pipeline(wishes.engine)
    made = {each.text: dict(each.translations) for each in candidates}
    for code in wishes.into or tuple(each for each in LANGUAGES if each != language):
        open_ = [text for text, found in made.items() if code not in found]
        for text, said in zip(open_, pipeline.translate(open_, Pair(language, code)), strict=True):
            if said.origin in (Origin.ENGINE, Origin.MEMORY, Origin.PERSON):
                made[text][code] = [Translation(said.text, 0, 0.0, said.signature)]
    return [replace(each, translations=made[each.text]) for each in candidates]


def show(candidates: Sequence[Candidate], *, as_json: bool) -> None:
    """A table at the terminal, or JSON."""
    if as_json:
        click.echo(json.dumps([asdict(c) for c in candidates], ensure_ascii=False, indent=2))
    elif not candidates:
        click.echo(_("No candidates: the glossary has every term that was found."))
    else:
        codes = _languages(candidates)
        head = (_("term"), _("times"), *codes, _("sentence"))
        print_table(head, ([*_cells(each, codes), _shortened(each)] for each in candidates))


def write(
    candidates: Sequence[Candidate], table: Path | None, workbook: Path | None, *, overwrite: bool
) -> None:
    """Write the tables that are wanted, all or none."""
    rows = _rows(candidates)
    contents = {table: _csv(rows)} if table else {}
    if workbook:
        contents[workbook] = _xlsx(rows)
    write_files(contents, overwrite=overwrite)
    for path in contents:
        click.echo(_("written: {path}").format(path=path), err=True)


def propose(
    workspace: Workspace,
    candidates: Sequence[Candidate],
    domain: str,
    *,
    who: str | None,
    why: str,
    yes: bool,
) -> None:
    """Enter the candidates as proposals; those like a term there is are told, and left out."""
    from translate_kit.glossary.entering import enter_concepts
    from translate_kit.glossary.extraction.proposing import apart, concept_of

    termbase, name = workspace.termbase, signer(workspace, who)
    new, left = [], 0
    with consulted(workspace) as source:
        for candidate, similar in apart(candidates, partial(alike_terms, source)):
            show_alike(similar, candidate.text)
            if similar and not yes:
                left += 1
            else:
                new.append(concept_of(candidate, domain))
    identifiers, entry = enter_concepts(termbase, new, who=name, why=why or "extract")
    count = len(identifiers)
    said = ngettext("{n} new concept proposed", "{n} new concepts proposed", count)
    click.echo(said.format(n=count))
    if left:
        said = ngettext("{n} left out for a similar term; propose it too with --yes",
                        "{n} left out for similar terms; propose them too with --yes",
                        left)  # fmt: skip
        click.echo(said.format(n=left), err=True)
    report(entry)


def _languages(candidates: Sequence[Candidate]) -> list[str]:
    return [code for code in LANGUAGES if any(code in each.translations for each in candidates)]


def _cells(candidate: Candidate, codes: Sequence[str]) -> list[str]:
    found = (candidate.translations.get(code, ()) for code in codes)
    return [
        candidate.text,
        str(candidate.count),
        *("; ".join(each.text for each in one) for one in found),
    ]


def _shortened(candidate: Candidate) -> str:
    """What stands around the term where it stands first, and the place."""
    context = candidate.contexts[0]
    at = max(0, context.text.casefold().find(candidate.text.casefold()) - _CONTEXT // 2)
    text = context.text[at : at + _CONTEXT]
    cut = f"{'…' if at else ''}{text}{'…' if at + _CONTEXT < len(context.text) else ''}"
    place = ", ".join(filter(None, (Path(context.file).name, context.where)))
    return f"{cut}\n{place}"


def _rows(candidates: Sequence[Candidate]) -> list[list[str]]:
    codes = _languages(candidates)
    head = ["language", "term", "count", *codes, "sentence", "file", "place"]
    rows = [
        [each.language, *_cells(each, codes), each.contexts[0].text, each.contexts[0].file,
         each.contexts[0].where]
        for each in candidates
    ]  # fmt: skip
    return [head, *rows]


def _csv(rows: Sequence[Sequence[str]]) -> bytes:
    """With a mark that Excel knows UTF-8 by, and an apostrophe before what would be a formula."""
    text = io.StringIO()
    guarded = ([f"'{c}" if c.startswith(_FORMULA) else c for c in row] for row in rows)
    csv.writer(text, lineterminator="\r\n").writerows(guarded)
    return text.getvalue().encode("utf-8-sig")


def _xlsx(rows: Sequence[Sequence[str]]) -> bytes:
    """Every cell is text."""
    from openpyxl import Workbook
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    book = Workbook()
    page = book.worksheets[0]
    for number, row in enumerate(rows, 1):
        for column, text in enumerate(row, 1):
            cell = page.cell(number, column)
            cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)
            cell.data_type = "s"
    page.freeze_panes = "A2"
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()
