"""What ``letter approve`` does: proves an edited draft, makes the final letter."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from translate_kit.cli.checking import draft_of
from translate_kit.cli.findings import print_finding
from translate_kit.cli.registering import drafted, open_register, today
from translate_kit.errors import UserError
from translate_kit.messages import _

if TYPE_CHECKING:
    from translate_kit.letters.draft import Draft
    from translate_kit.workspace import Workspace


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
) -> list[Path]:
    """Write the final letter of an edited draft; returns the files.

    Raises UserError where a fact in it is wrong or a passage is still open.
    """
    from translate_kit.files import write_files
    from translate_kit.letters.final import final_docx
    from translate_kit.letters.reading import docx_units
    from translate_kit.letters.settling import prove_edited, settled

    if not approver.strip():
        raise UserError(_("say who approves the letter: --by NAME"))
    draft = draft_of(workspace, request_file, names, language)
    marker = workspace.house.of(draft.composed.letter.language)[0].pending
    texts = docx_units(file, marker)
    passages = settled(draft.composed, texts)
    findings = prove_edited(draft.composed, texts, passages)
    for finding in findings:
        print_finding(finding, str(file))
    if findings:
        raise UserError(_("{file} is not approved; mend what is named above").format(file=file))
    content = final_docx(file, marker)
    path = (out or file.parent) / f"{draft.stem}-final.docx"
    contents = {path: content}
    if pdf:
        contents[path.with_suffix(".pdf")] = _pdf(workspace, draft, content)
    write_files(contents, overwrite=overwrite)
    _record(workspace, draft, path.name, approver)
    return list(contents)


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
