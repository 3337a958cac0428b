"""What ``letter check`` does: proves a request, or a letter that somebody has edited, by value."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from translate_kit.cli.findings import print_finding
from translate_kit.cli.letter.drafting import draft_letters, report
from translate_kit.errors import BadData, UserError
from translate_kit.files import read_toml
from translate_kit.messages import _

if TYPE_CHECKING:
    from translate_kit.letters.compose import Composed
    from translate_kit.letters.draft import Draft
    from translate_kit.letters.settling import Settled
    from translate_kit.workspace import Workspace


def check_request(workspace: "Workspace", file: Path, names: Sequence[str]) -> bool:
    """Draft in every language without writing; returns whether a fact is wrong.

    Without contacts the request goes, for the check, to one contact of each language we know.
    """
    kind = _kind_of(file)
    return report(draft_letters(workspace, kind, file, names or _one_each(workspace), ()))


def check_letter(
    workspace: "Workspace",
    file: Path,
    request_file: Path,
    names: Sequence[str],
    language: str | None,
) -> bool:
    """Prove the text of an edited letter against the facts; returns whether one is wrong."""
    from translate_kit.letters.settling import prove_edited, unread

    composed = draft_of(workspace, request_file, names, language).composed
    texts, passages = read_edited(workspace, file, composed)
    findings = (*prove_edited(composed, texts, passages), *unread(passages))
    for finding in findings:
        print_finding(finding, str(file))
    return bool(findings)


def read_edited(
    workspace: "Workspace", file: Path, composed: "Composed"
) -> "tuple[tuple[str, ...], tuple[Settled, ...]]":
    """The texts of an edited letter, and what stands in the place of its open passages."""
    from translate_kit.letters.reading import behind, docx_units
    from translate_kit.letters.settling import settled

    labels, _fonts = workspace.house.of(composed.letter.language)
    texts = docx_units(file, labels.markers)
    return texts, settled(composed, texts, behind(file, labels.machine))


def draft_of(
    workspace: "Workspace", request_file: Path, names: Sequence[str], language: str | None
) -> "Draft":
    """The draft that one edited letter comes from; raises UserError unless it is to one contact."""
    if len(names) != 1:
        raise UserError(_("say whom the letter is to: --to CONTACT, once"))
    chosen = (language,) if language else ()
    return draft_letters(workspace, _kind_of(request_file), request_file, names, chosen)[0]


def _kind_of(file: Path) -> str:
    kind = read_toml(file).get("kind")
    if not isinstance(kind, str):
        raise BadData(file, _("say which kind of letter this is: kind = “appeal”"), field="kind")
    return kind


def _one_each(workspace: "Workspace") -> list[str]:
    first: dict[str, str] = {}
    for contact in workspace.contacts:
        first.setdefault(contact.language, contact.id)
    return list(first.values())
