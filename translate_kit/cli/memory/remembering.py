"""What the ``memory`` commands do and show."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from translate_kit.errors import UserError
from translate_kit.messages import _, ngettext
from translate_kit.model import Pair

if TYPE_CHECKING:
    from translate_kit.memory import Added, FuzzyMatch, Match, Memory, Store, Unit
    from translate_kit.memory.pruning import Wish
    from translate_kit.memory.transfer import Terms

_SHOWN = 20
"""How many of the units that would go are shown."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What the memory has for a sentence: its translation, or None, and what is like it."""

    match: Match | None
    near: Sequence[FuzzyMatch]


def holding(memory: Memory, words: str, language: str | None, limit: int) -> list[Unit]:
    """The first units with these words."""
    return list(islice(memory.holding(words, language), limit))


def look_up(memory: Memory, text: str, pair: Pair, *, least: float, limit: int) -> Answers:
    """What the memory has for a sentence."""
    return Answers(memory.lookup(text, pair), memory.fuzzy(text, pair, limit=limit, least=least))


def show_units(units: Iterable[Unit], *, as_json: bool) -> None:
    """Units with their provenance and all their texts."""
    if as_json:
        _print_json([_record(unit) for unit in units])
        return
    blocks = ["\n".join(_lines(unit)) for unit in units]
    click.echo("\n\n".join(blocks) or _("Nothing found."))


def show_answers(answers: Answers, pair: Pair, *, as_json: bool) -> None:
    """The translation with what was put into it, then near matches with what differs."""
    if as_json:
        _print_json(_answers_record(answers))
        return
    lines = [*_match_lines(answers.match, pair), *_near_lines(answers.near)]
    click.echo("\n".join(lines) or _("Nothing found."))


def take_over(store: Store, file: Path, terms: Terms) -> bool:
    """Import a file and say how it went; False where it was refused."""
    from translate_kit.memory.store import LARGE
    from translate_kit.memory.transfer import import_file

    try:
        added, tally = import_file(store, file, terms, _progress(file))
    except UserError as error:
        click.echo(str(error), err=True)
        return False
    said = _("{file}: units entered: {new}, there already: {known}")
    click.echo(said.format(file=file, new=added.new, known=added.known))
    for line in tally.lines():
        click.echo(f"  {line}", err=True)
    if added.new >= LARGE:
        store.compact()
    return True


def selected(
    memory: Memory, origins: Collection[str], languages: Collection[str], domain: str
) -> Iterator[Unit]:
    """The units of these origins, with the texts of these languages; all where none is named."""
    for unit in memory.each():
        from_ = unit.provenance
        if from_.origin.value not in origins or (domain and from_.domain != domain):
            continue
        kept = {code: t for code, t in unit.texts.items() if not languages or code in languages}
        if len(kept) >= 2:
            yield replace(unit, texts=kept)


def show_statistics(memory: Memory, *, as_json: bool) -> None:
    """What the workspace's own memory holds, and how many units its tables and ours have."""
    from translate_kit.memory.statistics import statistics

    own = statistics(memory.store) if memory.store is not None else None
    tables: dict[str, int] = {}
    for unit in memory.units:
        source = unit.provenance.source
        tables[source] = tables.get(source, 0) + 1
    if as_json:
        _print_json({"own": asdict(own) if own else None, "tables": tables})
        return
    if own is not None:
        size = f"{own.size / 2**20:.1f} MB"
        click.echo(
            _("The workspace's own memory: {n} units, {size}").format(n=own.total, size=size)
        )
        _counts(_("origin"), {_origin_name(key): n for key, n in own.origins.items()})
        _counts(_("language"), own.languages)
        _counts(_("kind of letter"), own.domains)
        _counts(_("file"), own.sources)
        _counts(_("translated in more than one way into"), own.contradictions)
        if own.removed:
            click.echo("  " + _("taken out, can be brought back: {n}").format(n=own.removed))
    click.echo(_("Tables: {n} units").format(n=len(memory.units)))
    _counts(_("file"), tables)


def prune(store: Store, wish: Wish, *, really: bool) -> None:
    """Take out what a wish means, or show it."""
    from translate_kit.memory import pruning

    numbers = pruning.chosen(store, wish)
    if not really:
        for unit in pruning.units(store, numbers[:_SHOWN]):
            click.echo("\n".join(_lines(unit)))
        said = _("units that would go: {n}; nothing was taken out, add --yes to do it")
        click.echo(said.format(n=len(numbers)))
        return
    count = store.remove(numbers, str(wish))
    store.compact()
    said = ngettext("{n} unit taken out", "{n} units taken out", count)
    click.echo(said.format(n=count))


def _progress(file: Path) -> Callable[[Added], None] | None:
    """A line that counts, on a terminal only."""
    if not sys.stderr.isatty():
        return None

    def tell(added: Added) -> None:
        click.echo(f"\r{file.name}: {added.new + added.known:,}", nl=False, err=True)

    return tell


def _lines(unit: Unit) -> Iterator[str]:
    from_ = unit.provenance
    said = [_origin_name(from_.origin.value), from_.by, from_.at[:10], from_.source, from_.domain]
    yield f"{unit.id}  {'  '.join(filter(None, said))}"
    for language, text in unit.texts.items():
        yield f"  {language}  {text}"
    if unit.note:
        yield "  " + _("Note: {note}").format(note=unit.note)


def _match_lines(match: Match | None, pair: Pair) -> Iterator[str]:
    if match is None:
        return
    from_ = match.unit.provenance
    who = "  ".join(filter(None, (_origin_name(from_.origin.value), from_.by, match.unit.id)))
    yield f"100 %  {match.text}  [{who}]"
    for one in match.substitutions:
        yield f"       {one.source_was} → {one.source}: {one.target_was} → {one.target}"
    if match.substitutions:
        yield f"       {match.unit.texts[pair.source]}"


def _near_lines(near: Sequence[FuzzyMatch]) -> Iterator[str]:
    for one in near:
        yield f"{one.score:3.0f} %  {one.target}"
        yield f"       {one.source}"
        if one.differing:
            differing = ", ".join(one.differing)
            yield "       " + _("other values: {differing}").format(differing=differing)


def _counts(title: str, counts: Mapping[str, int]) -> None:
    if counts:
        click.echo(f"  {title}: " + ", ".join(f"{key} {n}" for key, n in counts.items()))


def _origin_name(origin: str) -> str:
    names = {
        "person": _("approved"),
        "workspace": _("the office's table"),
        "import": _("imported"),
        "machine": _("a machine's, approved"),
        "starter": _("starter memory"),
    }
    return names[origin]


def _answers_record(answers: Answers) -> dict[str, Any]:
    match = answers.match
    return {
        "match": match
        and {
            "text": match.text,
            "unit": _record(match.unit),
            "substitutions": [asdict(one) for one in match.substitutions],
        },
        "near": [
            {
                "score": one.score,
                "source": one.source,
                "target": one.target,
                "differing": list(one.differing),
                "unit": _record(one.unit),
            }
            for one in answers.near
        ],
    }


def _record(unit: Unit) -> dict[str, Any]:
    return {
        "id": unit.id,
        "texts": dict(unit.texts),
        **asdict(unit.provenance),
        "note": unit.note,
    }


def _print_json(data: Any) -> None:
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))
