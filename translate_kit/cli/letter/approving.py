"""What ``letter approve`` does: proves an edited draft, makes the final letter, remembers it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from translate_kit.cli.findings import print_finding
from translate_kit.cli.letter.checking import draft_of, read_edited
from translate_kit.cli.registering import drafted, open_register, today
from translate_kit.errors import UserError
from translate_kit.messages import _

if TYPE_CHECKING:
    from translate_kit.letters.draft import Draft
    from translate_kit.letters.settling import Settled
    from translate_kit.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Approved:
    """The files of a final letter, and how many passages the memory has learnt from it."""

    files: tuple[Path, ...]
    learnt: int


def approve_letter(
    workspace: "Workspace",
    file: Path,
    request_file: Path,
    names: Sequence[str],
    language: str | None,
    *,
    approver: str,
    out: Path | None,
    pdf: bool,
    overwrite: bool,
) -> Approved:
    """Write the final letter of an edited draft, and keep what was translated in the memory.

    Raises UserError where a fact in it is wrong or a passage is still open. One that stands as a
    machine translated it is shown, and approved with the letter: that is what a person does here.
    """
    from translate_kit.files import write_files
    from translate_kit.letters.final import final_docx
    from translate_kit.letters.settling import prove_edited, unread

    if not approver.strip():
        raise UserError(_("say who approves the letter: --by NAME"))
    draft = draft_of(workspace, request_file, names, language)
    texts, passages = read_edited(workspace, file, draft.composed)
    wrong = prove_edited(draft.composed, texts, passages)
    for finding in (*wrong, *unread(passages)):
        print_finding(finding, str(file))
    if wrong:
        raise UserError(_("{file} is not approved; mend what is named above").format(file=file))
    markers = workspace.house.of(draft.composed.letter.language)[0].markers
    content = final_docx(file, markers)
    path = (out or file.parent) / f"{draft.stem}-final.docx"
    contents = {path: content}
    if pdf:
        contents[path.with_suffix(".pdf")] = _pdf(workspace, draft, content)
    write_files(contents, overwrite=overwrite)
    _record(workspace, draft, path.name, approver)
    return Approved(tuple(contents), _learn(workspace, draft, passages, approver, path.name))


def _pdf(workspace: "Workspace", draft: "Draft", content: bytes) -> bytes:
    from translate_kit.letters.layout import arrange
    from translate_kit.letters.render.pdf import pdfs, stand_ins

    return pdfs([content], stand_ins([arrange(draft.composed.letter, workspace.house)]))[0]


def _record(workspace: "Workspace", draft: "Draft", name: str, approver: str) -> None:
    """Tell the register; without a workspace there is none."""
    if workspace.folder is None:
        return
    note = _("approved by {name}, {day}").format(name=approver, day=today())
    open_register(workspace).approve(drafted(draft, ()), name, note)


def _learn(
    workspace: "Workspace",
    draft: "Draft",
    passages: "Sequence[Settled]",
    approver: str,
    file: str,
) -> int:
    """Keep the translated passages for later letters; without a workspace there is no memory.

    Words that are a machine's still are kept as such, approved by the person all the same.
    """
    from translate_kit.letters.settling import units_of
    from translate_kit.memory import Origin, Provenance

    if workspace.folder is None:
        return 0
    learnt = 0
    for machine, origin in ((False, Origin.PERSON), (True, Origin.MACHINE)):
        units = [u for one in passages if one.machine is machine for u in units_of(one)]
        kind = draft.composed.letter.kind
        if units:
            workspace.memory.add(units, Provenance(origin, by=approver, source=file, domain=kind))
        learnt += len(units)
    return learnt
