"""What ``letter approve`` does: proves an edited draft, makes the final letter, remembers it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from translate_kit.cli.checking import draft_of
from translate_kit.cli.findings import print_finding
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
    """Keep the translated passages for later letters; without a workspace there is no memory."""
    from translate_kit.letters.settling import units_of
    from translate_kit.memory import Origin, Provenance

    units = [unit for passage in passages for unit in units_of(passage)]
    if workspace.folder is None or not units:
        return 0
    provenance = Provenance(
        Origin.PERSON,
        by=approver,
        source=file,
        domain=draft.composed.letter.kind,
    )
    workspace.memory.add(units, provenance)
    return len(units)
