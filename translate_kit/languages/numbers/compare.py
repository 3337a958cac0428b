"""Comparison of two texts by the values of their numbers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from translate_kit.languages.numbers.extraction import readings
from translate_kit.languages.numbers.number import Number, Rank, Reading
from translate_kit.languages.numbers.units import kind_of


@dataclass(frozen=True, slots=True)
class Difference:
    """Strong numbers of the source that the target lacks, and of the target that nobody wrote."""

    missing: tuple[Number, ...] = ()
    surplus: tuple[Number, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.missing or self.surplus)


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the two texts, with what was read in it."""

    text: str
    lang: str
    readings: Sequence[Reading]

    def numbers(self, some: Iterable[Reading]) -> tuple[Number, ...]:
        return tuple(reading.number(self.text) for reading in some)


def compare(source: str, source_lang: str, target: str, target_lang: str) -> Difference:
    """How the numbers of two texts that should say the same differ in value.

    A strong number is matched by any number of the other side that may have one of its values,
    unless both texts say what they count and it is not the same: 3万套 is not "30,000 pairs".
    Small numbers are reported only in pairs: "four ships" against 1隻, where neither is a value of
    the other side, and one of the two is in digits.
    """
    one = _Side(source, source_lang, readings(source, source_lang))
    other = _Side(target, target_lang, readings(target, target_lang))
    missing = _unmatched(one.readings, other.readings, Rank.SMALL)
    surplus = _unmatched(other.readings, one.readings, Rank.SMALL)
    if not _small_pair(missing, source, surplus, target):
        missing = [reading for reading in missing if reading.rank is Rank.STRONG]
        surplus = [reading for reading in surplus if reading.rank is Rank.STRONG]
    if not missing and not surplus:
        missing, surplus = _of_another_kind(one, other), _of_another_kind(other, one)
    return Difference(one.numbers(missing), other.numbers(surplus))


def _unmatched(these: Iterable[Reading], those: Sequence[Reading], least: Rank) -> list[Reading]:
    """Readings of ``these``, of rank ``least`` or higher, that none of ``those`` answers.

    The likeliest value of at least one side must be involved: two alternatives that happen to
    meet (the 70 of 1870s and of 1970s) are no agreement.
    """
    likeliest = {reading.value for reading in those}
    possible = likeliest.union(*(reading.others for reading in those))
    return [
        reading
        for reading in these
        if reading.rank >= least
        and reading.value not in possible
        and likeliest.isdisjoint(reading.others)
    ]


def _small_pair(
    missing: Sequence[Reading], source: str, surplus: Sequence[Reading], target: str
) -> bool:
    lost = [source[r.start] for r in missing if r.rank is Rank.SMALL]
    gained = [target[r.start] for r in surplus if r.rank is Rank.SMALL]
    return bool(lost and gained) and any(first.isdecimal() for first in lost + gained)


def _of_another_kind(one: _Side, other: _Side) -> list[Reading]:
    """Strong readings whose value the other side has too, but only as so many of something else."""
    found = []
    for reading in one.readings:
        kind = kind_of(one.text, reading, one.lang) if reading.rank is Rank.STRONG else ""
        if not kind:
            continue
        values = {reading.value, *reading.others}
        kinds = {
            kind_of(other.text, same, other.lang)
            for same in other.readings
            if same.value in values or not values.isdisjoint(same.others)
        }
        if "" not in kinds and kind not in kinds:
            found.append(reading)
    return found
