"""What became of the documents of a batch: a line for each and their sum, or JSON."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from translate_kit.messages import _

if TYPE_CHECKING:
    from translate_kit.batch.job import Outcome
    from translate_kit.batch.plan import Plan

FAILED, INCOMPLETE = 2, 3


def show(outcomes: "Sequence[Outcome]", found: "Plan", shown: str, written: Path | None) -> None:
    """Tell what became of them; ``shown`` is ``text``, ``json`` or ``quiet``.

    ``written`` is the page that the run left.
    """
    if shown == "json":
        record = _record(outcomes, found) | {"report": written and str(written)}
        click.echo(json.dumps(record, ensure_ascii=False, indent=2))
        return
    for skipped in found.skipped:
        click.echo(_("skipped: {path}: {why}").format(path=skipped.path, why=skipped.why), err=True)
    for caution in dict.fromkeys(_cautions(outcomes)):
        click.echo(caution, err=True)
    for outcome in outcomes:
        line = _line(outcome)
        if line and (shown == "text" or outcome.state == "failed"):
            click.echo(line, err=outcome.state == "failed")
        for path in outcome.beside if shown == "text" else ():
            click.echo(_("written: {path}").format(path=path))
    if shown == "text":
        _summary(outcomes, found)
        if written is not None:
            click.echo(_("Read first: {path}").format(path=written))


def _cautions(outcomes: "Iterable[Outcome]") -> Iterator[str]:
    """What to know of a format before trusting its translations, a PDF's layout for one."""
    from translate_kit.formats import caution

    for outcome in outcomes:
        if outcome.state in ("written", "incomplete") and (said := caution(outcome.source.path)):
            yield f"{outcome.source.path}: {said}"


def _line(outcome: "Outcome") -> str:
    if outcome.state == "failed":
        return _("failed: {path} → {language}: {why}").format(
            path=outcome.source.path, language=outcome.language, why=outcome.why
        )
    if outcome.state == "kept" and outcome.untranslated:
        said = _(
            "kept: {path}: {why}, with {n} of {total} sentences not translated; --overwrite tries "
            "them again"
        )
        return said.format(
            path=outcome.path, why=outcome.why, n=outcome.untranslated, total=outcome.sentences
        )
    if outcome.state == "kept":
        return _("kept: {path}: {why}").format(path=outcome.path, why=outcome.why)
    if outcome.untranslated:
        return _("written: {path}, with {n} of {total} sentences not translated").format(
            path=outcome.path, n=outcome.untranslated, total=outcome.sentences
        )
    return _("written: {path}").format(path=outcome.path)


def _summary(outcomes: "Iterable[Outcome]", found: "Plan") -> None:
    states = Counter(outcome.state.value for outcome in outcomes)
    message = _(
        "{written} written, {incomplete} of them incomplete, {kept} kept, {failed} failed, "
        "{skipped} skipped"
    )
    click.echo(
        message.format(
            written=states["written"] + states["incomplete"],
            incomplete=states["incomplete"],
            kept=states["kept"],
            failed=states["failed"],
            skipped=len(found.skipped),
        )
    )


def _record(outcomes: "Iterable[Outcome]", found: "Plan") -> dict[str, Any]:
    return {
        "outputs": [
            {
                "source": str(one.source.path),
                "language": one.language,
                "path": str(one.path),
                "state": one.state.value,
                "why": one.why,
                "sentences": one.sentences,
                "untranslated": one.untranslated,
                "beside": [str(path) for path in one.beside],
            }
            for one in outcomes
        ],
        "skipped": [{"path": str(one.path), "why": one.why} for one in found.skipped],
    }


def exit_code(outcomes: "Sequence[Outcome]") -> int:
    """2 where one failed, 3 where one is incomplete, else 0."""
    if any(outcome.state == "failed" for outcome in outcomes):
        return FAILED
    return INCOMPLETE if any(outcome.untranslated for outcome in outcomes) else 0
