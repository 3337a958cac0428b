"""What ``letter draft`` does: reads, drafts, reports, writes."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from translate_kit.cli.findings import print_finding
from translate_kit.errors import NotKnown, UserError
from translate_kit.messages import _

if TYPE_CHECKING:
    from translate_kit.letters.draft import Draft
    from translate_kit.workspace import Workspace


def draft_letters(
    workspace: "Workspace",
    kind: str,
    request_file: Path,
    names: Sequence[str],
    languages: Sequence[str],
) -> "tuple[Draft, ...]":
    """The letters of a request file to the contacts of these names, proven."""
    from translate_kit.letters.draft import draft
    from translate_kit.letters.kind import load_kind
    from translate_kit.letters.request import read_request

    wanted = load_kind(workspace.templates, kind)
    contacts = [workspace.contacts.get(name) for name in dict.fromkeys(names)]
    request = read_request(request_file, wanted, workspace.glossary)
    return draft(request, contacts, workspace.sources, languages)


def report(drafts: "Iterable[Draft]") -> bool:
    """Print every finding with the letter it is about; returns whether one forbids writing."""
    wrong = False
    for one in drafts:
        wrong |= one.wrong
        for finding in one.findings:
            print_finding(finding, one.stem)
    return wrong


def write(
    workspace: "Workspace",
    drafts: "Sequence[Draft]",
    out: Path,
    formats: str,
    *,
    overwrite: bool,
) -> list[Path]:
    """Write the letters, all or none of them; returns the files."""
    from translate_kit.files import write_files
    from translate_kit.letters.draft import files

    chosen = chosen_formats(formats)
    if not out.parent.exists() and out.is_absolute():
        raise UserError(_("{folder}: no such folder").format(folder=out.parent))
    contents = files(drafts, out, chosen, workspace.house)
    write_files(contents, overwrite=overwrite)
    return list(contents)


def tell(drafts: "Iterable[Draft]", written: Sequence[Path], *, as_json: bool) -> None:
    """The files that were written, or as JSON the letters with their passages and findings."""
    if as_json:
        records = [_record(one, written) for one in drafts]
        click.echo(json.dumps(records, ensure_ascii=False, indent=2))
        return
    for path in written:
        click.echo(_("written: {path}").format(path=path))


def _record(one: "Draft", written: Iterable[Path]) -> dict[str, Any]:
    letter = one.composed.letter
    return {
        "contact": one.composed.contact.id,
        "kind": letter.kind,
        "language": letter.language,
        "date": str(letter.date),
        "reference": letter.reference,
        "draft": letter.draft,
        "files": [str(path) for path in written if path.name.startswith(f"{one.stem}.")],
        "passages": [
            {"field": place, "origin": each.origin.value, "language": each.language,
             "text": each.text, "source": each.source[1], "by": each.by}
            for place, each in one.composed.passages.items()
        ],
        "findings": [
            {"severity": each.severity.value, "check": each.check, "message": each.message}
            for each in one.findings
        ],
    }  # fmt: skip


def chosen_formats(formats: str) -> tuple[str, ...]:
    """The formats of ``"docx,pdf"``; raises NotKnown for one we do not write."""
    from translate_kit.letters.render import FORMATS

    names = tuple(dict.fromkeys(name.strip().lower() for name in formats.split(",")))
    known = FORMATS.places()
    for name in names:
        if name not in known:
            raise NotKnown(_("format"), name, known)
    return names
