"""What ``letter draft`` does: reads, drafts, reports, writes."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

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


def chosen_formats(formats: str) -> tuple[str, ...]:
    """The formats of ``"docx,pdf"``; raises NotKnown for one we do not write."""
    from translate_kit.letters.render import FORMATS

    names = tuple(dict.fromkeys(name.strip().lower() for name in formats.split(",")))
    known = FORMATS.places()
    for name in names:
        if name not in known:
            raise NotKnown(_("format"), name, known)
    return names
