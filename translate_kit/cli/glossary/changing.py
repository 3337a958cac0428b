"""What ``glossary apply-change`` does and shows."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from translate_kit.batch import finished
from translate_kit.batch.change import markup
from translate_kit.batch.change.account import Account
from translate_kit.batch.change.document import ChangedDocument, change
from translate_kit.batch.change.page import page
from translate_kit.batch.change.renewal import Renewal, Renewed, State
from translate_kit.batch.change.wording import state_name, summary
from translate_kit.batch.change.writing import put_in_place, settle
from translate_kit.batch.collection import Bilingual, collect
from translate_kit.batch.folder import occupied
from translate_kit.batch.journal import Journal
from translate_kit.batch.passage import Passage, of_unit
from translate_kit.checks.bitext import Wanted
from translate_kit.cli.glossary.since import changes_since
from translate_kit.cli.glossary.using import named
from translate_kit.errors import UserError
from translate_kit.files import write_files
from translate_kit.glossary.given_up import changed_concepts, given_up
from translate_kit.memory import Origin
from translate_kit.messages import _
from translate_kit.model import LANGUAGES

if TYPE_CHECKING:
    from translate_kit.memory import Memory, Unit
    from translate_kit.workspace import Workspace


def begin(
    workspace: Workspace,
    concepts: Sequence[str],
    since: str | None,
    engine: str | None,
    country: str,
) -> Renewal:
    """What carries the change out; raises UserError where nothing was changed, or none is named."""
    if not (concepts or since):
        raise UserError(_("say which concepts, or since when: --since"))
    glossary = workspace.glossary
    changes = changes_since(workspace, since)
    wanted = frozenset(named(glossary, each, LANGUAGES).id for each in concepts)
    given = given_up(changes, glossary, wanted or changed_concepts(changes))
    if not given:
        raise UserError(_("no term was changed since {since}").format(since=since))
    return Renewal(workspace.pipeline(engine, country=country), given)


def batches(paths: Sequence[Path]) -> list[Path]:
    """The output folders of batches that the paths name."""
    return [path for path in paths if path.is_dir() and finished.is_batch(path)]


@contextmanager
def occupied_batches(paths: Sequence[Path], *, really: bool) -> Iterator[None]:
    """Work in the batches alone, where something is written; what somebody began is finished."""
    with ExitStack() as stack:
        for folder in batches(paths):
            if really:
                stack.enter_context(occupied(folder))
                settle(folder)
            elif Journal.of(folder).changing():
                unfinished = _("a change in {path} was stopped halfway; --apply finishes it first")
                click.echo(unfinished.format(path=folder), err=True)
        yield


def carry_out(
    renewal: Renewal, paths: Sequence[Path], *, repair_approved: bool, really: bool
) -> Account:
    """Everything that is touched; with ``really`` the documents of batches are written.

    Of each batch all documents are, or none.
    """
    done = Account()
    folders = batches(paths)
    for folder in folders:
        made = _in_batch(renewal, folder, done, repair_approved=repair_approved)
        if really:
            done.written += put_in_place(folder, made)
    others = [path for path in paths if path not in folders]
    contents = _in_bilingual(renewal, others, done, repair_approved=repair_approved)
    if really:
        write_files(contents, overwrite=True)
        done.written += contents
    return done


def _in_batch(
    renewal: Renewal, folder: Path, done: Account, *, repair_approved: bool
) -> list[ChangedDocument]:
    made: list[ChangedDocument] = []
    outputs = Journal.of(folder).outputs()
    for one in finished.delivered(folder):
        try:
            changed = change(one, renewal, outputs, repair_approved=repair_approved)
        except UserError as error:
            done.refused.append(str(error))
            continue
        made.append(changed)
        done.add(changed.renewed)
        done.left += [folder / name for name in changed.left]
    return made


def _in_bilingual(
    renewal: Renewal, paths: Sequence[Path], done: Account, *, repair_approved: bool
) -> dict[Path, bytes]:
    """What is touched in bilingual files; the new contents of those that can be rewritten."""
    contents: dict[Path, bytes] = {}
    for one in collect(paths, Wanted()):
        try:
            if one.holds_both and one.path.suffix.lower() in markup.SUFFIXES:
                made = markup.change(one.path, renewal, repair_approved=repair_approved)
            else:
                made = markup.ChangedFile(tuple(_proposals(renewal, one)))
        except UserError as error:
            done.refused.append(str(error))
            continue
        done.add(made.renewed)
        if made.content:
            contents[one.path] = made.content
    return contents


def _proposals(renewal: Renewal, one: Bilingual) -> Iterator[Renewed]:
    """What is touched in a file that is not ours to rewrite, each with a proposal."""
    for passage in one.passages():
        if renewal.touch.concepts(passage):
            yield renewal.proposed(passage, State.PROPOSED)


def in_memory(renewal: Renewal, memory: Memory, *, really: bool) -> Account:
    """The units that the change touches; with ``really`` those of the workspace's store wait for a
    reviewer."""
    done = Account()
    doubted: dict[int, tuple[str, ...]] = {}
    for number, unit in enumerate(memory.each(), 1):
        renewed = list(_in_unit(renewal, unit, number))
        done.add(renewed)
        if renewed and unit.number:
            doubted[unit.number] = renewed[0].concepts
    if really and memory.store is not None:
        for concepts in set(doubted.values()):
            why = _("the glossary was changed: {ids}").format(ids=", ".join(concepts))
            numbers = [number for number, each in doubted.items() if each == concepts]
            done.doubted += len(memory.store.doubt(numbers, why))
    return done


def _in_unit(renewal: Renewal, unit: Unit, number: int) -> Iterator[Renewed]:
    if unit.provenance.penalty:  # it stands for nothing as it is
        return
    state = State.APPROVED if unit.provenance.origin is Origin.PERSON else State.PROPOSED
    for passage in of_unit(unit, number):
        if renewal.touch.concepts(passage):
            yield renewal.proposed(passage, state)


def exit_code(done: Account, *, really: bool) -> int:
    """2 where something could not be read; 1 where something is touched or left to a person."""
    if done.refused:
        return 2
    return int(bool(done.open if really else done.renewed))


def write_page(done: Account, out: Path, *, overwrite: bool) -> None:
    """What is touched as a page for a browser."""
    write_files({out: page(done).encode("utf-8")}, overwrite=overwrite)
    click.echo(_("written: {path}").format(path=out), err=True)


def show(done: Account, *, really: bool, as_json: bool) -> None:
    """Every touched passage before and after, and what was written."""
    for why in done.refused:
        click.echo(why, err=True)
    for path in done.left:
        left = _("left as it is, somebody has worked on it: {path}")
        click.echo(left.format(path=path), err=True)
    if as_json:
        click.echo(json.dumps(_record(done, really=really), ensure_ascii=False, indent=2))
        return
    for each in done.renewed:
        click.echo("\n".join(_lines(each)))
    for path in done.written:
        click.echo(_("written: {path}").format(path=path))
    if done.doubted:
        said = _("Units of the memory that now wait for a reviewer: {n}")
        click.echo(said.format(n=done.doubted))
    click.echo(summary(done))
    if not really and done.renewed:
        click.echo(_("Nothing was changed; --apply does it."))


def _lines(each: Renewed) -> Iterator[str]:
    place, state = _place(each.passage), state_name(each.state)
    yield f"{place} [{' '.join(each.concepts)}]: {state}"
    yield f"    {_one_line(each.passage.source)}"
    yield f"  - {_one_line(each.passage.target)}"
    if each.after:
        yield f"  + {_one_line(each.after)}"
    for finding in each.translation.findings if each.translation else ():
        yield f"  ! {finding.message}"


def _place(passage: Passage) -> str:
    return f"{passage.document}, {passage.number}, {passage.where}"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _record(done: Account, *, really: bool) -> dict[str, Any]:
    return {
        "applied": really,
        "segments": [
            {
                "document": each.passage.document,
                "segment": each.passage.number,
                "where": each.passage.where,
                "pair": str(each.passage.pair),
                "concepts": list(each.concepts),
                "source": each.passage.source,
                "before": each.passage.target,
                "after": each.after or None,
                "state": each.state.value,
                "findings": [f.message for f in each.translation.findings]
                if each.translation
                else [],
            }
            for each in done.renewed
        ],
        "written": [str(path) for path in done.written],
        "left": [str(path) for path in done.left],
        "doubted": done.doubted,
        "refused": done.refused,
    }
