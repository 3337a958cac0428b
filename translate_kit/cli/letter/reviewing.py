"""What ``letter review`` does: drafts the letters and writes a review sheet for each of them."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from translate_kit.cli.letter.drafting import draft_letters, report
from translate_kit.errors import BadData, UserError
from translate_kit.messages import _

if TYPE_CHECKING:
    from translate_kit.workspace import Workspace


def write_reviews(
    workspace: "Workspace",
    kind: str,
    request_file: Path,
    names: Sequence[str],
    languages: Sequence[str],
    out: Path,
    *,
    overwrite: bool,
) -> tuple[list[Path], bool]:
    """Write a sheet per translated letter; returns the files, and whether a fact is wrong.

    A wrong letter gets its sheet too: that is what a reviewer needs it for.
    """
    from translate_kit.files import write_files
    from translate_kit.letters.draft import FILE_COPY
    from translate_kit.letters.render.docx import docx_bytes
    from translate_kit.letters.review import review
    from translate_kit.letters.sheet_labels import sheet_labels

    drafts = draft_letters(workspace, kind, request_file, names, languages)
    chinese = {d.composed.contact.id: d for d in drafts if d.composed.letter.language == FILE_COPY}
    foreign = [d for d in drafts if d.composed.letter.language != FILE_COPY]
    if not foreign:
        raise UserError(_("these letters are Chinese only; there is no translation to review"))
    wrong = report(foreign)
    labels = sheet_labels(sheets_file(workspace), "review")
    contents = {
        out / f"{one.stem}-review.docx": docx_bytes(
            review(chinese[one.composed.contact.id], one, labels, workspace.house)
        )
        for one in foreign
    }
    write_files(contents, overwrite=overwrite)
    return list(contents), wrong


def sheets_file(workspace: "Workspace") -> Path:
    """The file with the words of the office's working papers."""
    path = workspace.templates.find("sheets.toml")
    if path is None:
        raise BadData("letter_templates/sheets.toml", _("this file is missing; install again"))
    return path
