"""The same sentence with other numbers, dates and codes: put into its translation, or refused.

Each step must be proven by value; what can't be is left to a person as a near match. See
``exchange`` for what is refused.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from translate_kit.languages.months import in_form_of
from translate_kit.languages.numbers import compare
from translate_kit.languages.placeables import (
    Kind,
    MonthDay,
    Names,
    Placeable,
    find,
    fit,
    write_like,
)
from translate_kit.languages.placeables.spellings import plain
from translate_kit.memory.frame import Frame
from translate_kit.memory.places import NO_DAY, Sides, month_of, place_of
from translate_kit.memory.unit import Substitution
from translate_kit.model import Pair

Exchanged = tuple[str, tuple[Substitution, ...]]

_DECLINING = ("ru",)
"""Languages in which a name has cases: nobody can tell which one a sentence has."""


@dataclass(frozen=True, slots=True)
class _Change:
    """A placeable of the unit's source, what stands for it now, and its place in the target."""

    was: Placeable
    now: Placeable
    place: Placeable


def exchange(
    known: Frame, translation: str, asked: Frame, pair: Pair, names: Names = ()
) -> Exchanged | None:
    """The translation of ``asked``, whose frame is the unit's, with what was put into it.

    None, because it cannot be proven, where a value that changes stands in the translation in
    words or not at all, or more than once on either side; where it may be read in two ways; where
    it is written in a manner that we don't know; where a word beside it would have to change
    (1 set, 2 sets; 1 костюм, 2 костюма, 5 костюмов); where a name would have to be declined; or
    where the numbers of unit and translation did not agree by value in the first place.
    """
    sides = Sides(known, asked, translation, find(translation, pair.target, names), pair)
    changes = _changes(sides)
    if not changes:
        return None
    result = translation
    for change in sorted(changes, key=lambda each: each.place.span.start, reverse=True):
        becomes = _written(change, pair.target, names)
        if becomes is None:
            return None
        fitted = fit(result, change.place, becomes, change.now.value, pair.target)
        if fitted is None:
            return None
        place, (text, swallowed) = change.place.span, fitted
        result = result[: place.start] + text + result[place.end + swallowed :]
    if not _proven(sides, result, changes, names):
        return None
    return result, tuple(_substitution(change, pair.target, names) for change in changes)


def _changes(sides: Sides) -> list[_Change] | None:
    """What differs, in the source's order; None where something that differs has no sure place."""
    changes = []
    for was, now in zip(sides.known.placeables, sides.asked.placeables, strict=True):
        if was.value == now.value:
            continue
        place = place_of(sides, was)
        if place is None or not (was.sure and now.sure and place.sure):
            return None
        if isinstance(place.value, MonthDay) and place.value.day == NO_DAY:
            if now.value not in range(1, 13):
                return None
            now = replace(now, value=month_of(now))
        changes.append(_Change(was, now, place))
    return changes


def _written(change: _Change, language: str, names: Names) -> str | None:
    """What stands in the translation now; None where nobody knows how it is written there."""
    if change.was.kind is Kind.NAME:
        return _named(change, language, names)
    if isinstance(change.now.value, str):
        return _spelt(change)
    if isinstance(change.now.value, MonthDay) and change.now.value.day == NO_DAY:
        return in_form_of(change.place.text, change.now.value.month, language)
    return write_like(change.place, change.now.value, language)


def _spelt(change: _Change) -> str | None:
    """A spelling goes over as it is, where the unit's did; in letters of its own only if it did."""
    if change.place.text == change.was.text:
        return change.now.text
    now = plain(change.now.text)
    return now if plain(change.place.text) == plain(change.was.text) and now.isascii() else None


def _named(change: _Change, language: str, names: Names) -> str | None:
    if language in _DECLINING:
        return None
    return next(
        (
            name[language]
            for name in names
            if change.now.value in name.values() and name.get(language)
        ),
        None,
    )


def _proven(sides: Sides, result: str, changes: Sequence[_Change], names: Names) -> bool:
    """Read the result again: every placeable in its place, and all numbers agreeing by value."""
    source, target = sides.pair.source, sides.pair.target
    now = {change.place.span: change.now.value for change in changes}
    expected = [now.get(each.span, each.value) for each in sides.places]
    if [each.value for each in find(result, target, names)] != expected:
        return False
    agreed = not compare(sides.known.text, source, sides.translation, target)
    return agreed and not compare(sides.asked.text, source, result, target)


def _substitution(change: _Change, language: str, names: Names) -> Substitution:
    written = _written(change, language, names) or ""
    return Substitution(
        change.was.kind, change.was.text, change.now.text, change.place.text, written
    )
