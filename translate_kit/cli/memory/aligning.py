"""What ``memory align`` does: reads two documents, brings them together, and says what it found."""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate_kit.errors import AlreadyThere, NotKnown, UserError
from translate_kit.messages import _, ngettext
from translate_kit.model import LANGUAGES, Pair, Severity

if TYPE_CHECKING:
    from translate_kit.languages.alignment import Terms
    from translate_kit.memory import Provenance, Store, Unit
    from translate_kit.memory.harvest import Doubter, Found
    from translate_kit.workspace import Workspace

_SAMPLE = 4000
"""Characters of a document by which its language is told."""
_SHOWN = 20
"""How many doubtful pairs are shown."""


def bring_together(
    workspace: Workspace, source: Path, target: Path, pair: Pair | None
) -> tuple[Pair, list[Found]]:
    """The languages of two documents, and what they say alike."""
    from translate_kit.memory.harvest import harvest

    ours, theirs = paragraphs(source), paragraphs(target)
    if pair is None:
        pair = _told(source, ours, target, theirs)
    terms, doubter = concepts(workspace, pair), checks(workspace, pair)
    return pair, harvest(ours, theirs, pair, terms=terms, doubter=doubter)


def paragraphs(path: Path) -> list[str]:
    """The paragraphs of a document of any kind that can be translated."""
    from translate_kit.formats import format_of

    blocks = format_of(path).read(path).blocks
    if not blocks:
        raise UserError(_("{file} holds no text").format(file=path))
    return [block.text for block in blocks]


def _told(source: Path, ours: Sequence[str], target: Path, theirs: Sequence[str]) -> Pair:
    codes = [_language(source, ours), _language(target, theirs)]
    if codes[0] == codes[1]:
        why = _("both documents seem to be in “{language}”; say --pair")
        raise UserError(why.format(language=codes[0]))
    return Pair(*codes)


def _language(file: Path, texts: Sequence[str]) -> str:
    from translate_kit.languages.detect import detect

    code = detect("\n".join(texts)[:_SAMPLE]).language
    if code not in LANGUAGES:
        why = _("{file} seems to be in “{language}”, none of our languages; say --pair")
        raise UserError(why.format(file=file, language=code))
    return code


def concepts(workspace: Workspace, pair: Pair) -> Terms:
    """What a sentence speaks of, by the approved terms of the glossary."""
    from translate_kit.glossary.matching import Matcher

    matchers = {code: Matcher(workspace.glossary, code) for code in (pair.source, pair.target)}

    def find(sentence: str, language: str) -> set[Hashable]:
        return {match.concept.id for match in matchers[language].find(sentence)}

    return find


def checks(workspace: Workspace, pair: Pair) -> Doubter:
    """What the checks call an error in a pair."""
    from translate_kit.checks import check

    def look(source: str, target: str) -> Iterator[str]:
        for finding in check(source, target, pair, workspace.knowledge):
            if finding.severity is Severity.ERROR:
                yield finding.message

    return look


def provenance(source: Path, target: Path, *, domain: str, approved_by: str) -> Provenance:
    """Where the units come from: both documents, and who vouches for them."""
    from translate_kit.memory import Origin, Provenance

    name = approved_by.strip()
    return Provenance(
        Origin.PERSON if name else Origin.IMPORT,
        by=name,
        source=f"{source.name} | {target.name}",
        domain=domain,
    )


@dataclass(frozen=True, slots=True)
class Outputs:
    """Where the pairs go: the sure ones to a file and into the memory, all to a review table."""

    units: Path | None
    review: Path | None
    store: Store | None

    def check(self, *, overwrite: bool) -> None:
        """Raises UserError for what can't be written, before any work is done for nothing."""
        from translate_kit.memory.review import REVIEWED
        from translate_kit.memory.transfer import EXPORTED

        for path, known, what in (
            (self.units, EXPORTED, _("kind of memory file")),
            (self.review, REVIEWED, _("kind of review table")),
        ):
            if path is None:
                continue
            if path.suffix.lower() not in known:
                raise NotKnown(what, path.suffix or path.name, known)
            if path.exists() and not overwrite:
                raise AlreadyThere(path)

    def write(
        self, found: Sequence[Found], pair: Pair, origin: Provenance, *, overwrite: bool
    ) -> None:
        """Write and enter, and say on standard error what was."""
        from translate_kit.memory.review import write_review
        from translate_kit.memory.transfer import export_file

        units = list(_sure_units(found, pair, origin))
        if self.review is not None:
            write_review(found, pair, self.review, overwrite=overwrite)
            _say_written(len(found), self.review)
        if self.units is not None:
            _say_written(export_file(units, self.units, overwrite=overwrite), self.units)
        if self.store is not None:
            added = self.store.add(replace(unit, id="") for unit in units)
            said = _("{new} units entered, {known} were there already")
            click.echo(said.format(new=added.new, known=added.known), err=True)


def _sure_units(found: Iterable[Found], pair: Pair, origin: Provenance) -> Iterator[Unit]:
    """What the memory may learn unseen, each pair of texts once."""
    from translate_kit.memory import Unit

    texts = dict.fromkeys((one.source, one.target) for one in found if one.sure)
    for number, (source, target) in enumerate(texts, 1):
        yield Unit(f"a{number}", {pair.source: source, pair.target: target}, origin)


def _say_written(count: int, path: Path) -> None:
    said = ngettext("{n} row written to {file}", "{n} rows written to {file}", count)
    click.echo(said.format(n=count, file=path), err=True)


def show(found: Sequence[Found], pair: Pair, *, as_json: bool) -> None:
    """How many pairs there are, and those that a person should look at."""
    if as_json:
        records = [_record(one, pair) for one in found]
        click.echo(json.dumps(records, ensure_ascii=False, indent=2))
        return
    doubtful = [one for one in found if one.doubts]
    together = sum(not one.lonely for one in found)
    said = ngettext("{pair}: {n} pair of texts", "{pair}: {n} pairs of texts", together)
    click.echo(said.format(pair=pair, n=together))
    for one in doubtful[:_SHOWN]:
        click.echo(f"  {pair.source}  {one.source}\n  {pair.target}  {one.target}")
        click.echo("      " + "; ".join(one.doubts))
    if doubtful:
        said = ngettext("{n} of them is doubtful", "{n} of them are doubtful", len(doubtful))
        click.echo(said.format(n=len(doubtful)))
    lonely = len(found) - together
    if lonely:
        said = ngettext(
            "{n} sentence has nothing beside it", "{n} sentences have nothing beside them", lonely
        )
        click.echo(said.format(n=lonely))


def _record(one: Found, pair: Pair) -> dict[str, object]:
    return {
        pair.source: one.source,
        pair.target: one.target,
        "score": round(one.score, 2),
        "doubts": list(one.doubts),
        "sure": one.sure,
    }
