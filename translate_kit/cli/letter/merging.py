"""What ``letter merge`` does: writes to every contact of a table and tells how far it is."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate_kit.cli.letter.drafting import chosen_formats
from translate_kit.cli.registering import record_drafted
from translate_kit.messages import _

if TYPE_CHECKING:
    from translate_kit.letters.draft import Draft
    from translate_kit.letters.merge import Outcome
    from translate_kit.workspace import Workspace


def merge_letters(
    workspace: "Workspace",
    kind: str,
    table: Path,
    request_file: Path,
    out: Path,
    formats: str,
    *,
    overwrite: bool,
) -> bool:
    """Write the letters, a line each; returns whether any of them failed."""
    from translate_kit.letters.kind import load_kind
    from translate_kit.letters.merge import SUMMARY, Merge, State, recipients
    from translate_kit.letters.request import read_request

    request = read_request(request_file, load_kind(workspace.templates, kind), workspace.glossary)
    merge = Merge(
        request, workspace.sources, workspace.house, chosen_formats(formats), out, overwrite
    )
    total = len(recipients(table))
    done: Counter[State] = Counter()

    def report(outcome: "Outcome", drafts: "tuple[Draft, ...]") -> None:
        done[outcome.state] += 1
        if outcome.state is State.WRITTEN:
            record_drafted(workspace, drafts, [out / name for name in outcome.files])
        click.echo(_line(outcome, done.total(), total), err=outcome.state is State.FAILED)

    merge.run(table, report)
    message = _("{written} written, {kept} kept, {failed} failed; summary: {path}")
    click.echo(
        message.format(
            written=done[State.WRITTEN],
            kept=done[State.KEPT],
            failed=done[State.FAILED],
            path=out / SUMMARY,
        )
    )
    return bool(done[State.FAILED])


def _line(outcome: "Outcome", number: int, total: int) -> str:
    from translate_kit.letters.merge import State

    words = {State.WRITTEN: _("written"), State.KEPT: _("kept"), State.FAILED: _("failed")}
    line = f"[{number}/{total}] {outcome.contact} {outcome.reference} {words[outcome.state]}"
    return f"{line}: {outcome.note}" if outcome.note else line
