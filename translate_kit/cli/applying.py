"""What ``apply`` does and shows."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from translate_kit.batch.correction import Corrected, correct, original_of, worst_first
from translate_kit.cli.findings import print_finding
from translate_kit.cli.glossary.signing import signer
from translate_kit.files import write_files
from translate_kit.formats import suffix_after
from translate_kit.formats.interchange import read
from translate_kit.memory import Origin, Provenance
from translate_kit.messages import _, ngettext
from translate_kit.model import Severity

if TYPE_CHECKING:
    from translate_kit.memory import Added
    from translate_kit.workspace import Workspace

FINDINGS, INCOMPLETE = 1, 3


@dataclass(frozen=True, slots=True)
class Applied:
    """A corrected document, written to ``path`` from ``original``."""

    corrected: Corrected
    original: Path
    path: Path


def apply_file(
    workspace: Workspace, file: Path, original: Path | None, out: Path | None, *,
    columns: tuple[str, ...] = (), everything: bool, overwrite: bool,
) -> Applied:  # fmt: skip
    """Write the corrected document; nothing is written where anything is refused.

    ``columns`` of a table are those that the file names unless given.
    """
    returned = read(file)
    if columns:
        returned = replace(returned, columns=columns)
    source = original_of(file, returned, original)
    made = correct(file, returned, source, workspace.knowledge, everything=everything)
    name = f"{source.stem}.{made.pair.target}.reviewed{suffix_after(source)}"
    path = out or file.parent / name
    write_files({path: made.content}, overwrite=overwrite)
    return Applied(made, source, path)


def feed(workspace: Workspace, applied: Applied, name: str | None) -> Added | None:
    """Enter what was approved into the memory; None where there is no workspace to keep it in."""
    if workspace.folder is None or not applied.corrected.approved:
        return None
    by = signer(workspace, name)
    provenance = Provenance(Origin.PERSON, by=by, source=applied.original.name)
    return workspace.memory.add(applied.corrected.approved, provenance)


def exit_code(applied: Applied) -> int:
    """3 where a sentence has no translation, 1 where a check found an error, else 0."""
    if applied.corrected.untranslated:
        return INCOMPLETE
    found = worst_first(applied.corrected.sentences)
    return FINDINGS if any(f.severity is Severity.ERROR for _sentence, f in found) else 0


def show(applied: Applied, added: Added | None, *, as_json: bool) -> None:
    """What was written, what was found in it, and what the memory learned."""
    if as_json:
        click.echo(json.dumps(_record(applied, added), ensure_ascii=False, indent=2))
        return
    made = applied.corrected
    for sentence, finding in worst_first(made.sentences):
        print_finding(finding, f"{sentence.where}: {_shortened(sentence.translation.text)}")
    click.echo(_("written: {path}").format(path=applied.path))
    if made.untranslated:
        said = ngettext(
            "{n} sentence has no translation", "{n} sentences have no translation",
            made.untranslated,
        )  # fmt: skip
        click.echo(said.format(n=made.untranslated), err=True)
    click.echo(_learned(made, added))
    if made.held:
        said = ngettext(
            "{n} approved sentence was not entered: it has an error",
            "{n} approved sentences were not entered: they have errors",
            made.held,
        )
        click.echo(said.format(n=made.held), err=True)


def _learned(made: Corrected, added: Added | None) -> str:
    if added is not None:
        said = _("Memory: {new} sentences entered, {known} were there already.")
        return said.format(new=added.new, known=added.known)
    if made.approved:
        return _("Memory: nothing entered, there is no workspace here.")
    return _("Memory: nothing was approved; use --all if everything was.")


def _shortened(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"


def _record(applied: Applied, added: Added | None) -> dict[str, Any]:
    made = applied.corrected
    return {
        "written": str(applied.path),
        "original": str(applied.original),
        "sentences": len(made.sentences),
        "untranslated": made.untranslated,
        "approved": len(made.approved),
        "held": made.held,
        "entered": added.new if added else 0,
        "known": added.known if added else 0,
        "findings": [
            {
                "severity": finding.severity.value,
                "check": finding.check,
                "message": finding.message,
                "where": sentence.where,
                "source": sentence.translation.source,
                "target": sentence.translation.text,
            }
            for sentence, finding in worst_first(made.sentences)
        ],
    }
