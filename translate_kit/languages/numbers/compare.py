"""Comparison of two texts by the values of their numbers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from translate_kit.languages.numbers.extraction import readings
from translate_kit.languages.numbers.number import Number, Rank, Reading


@dataclass(frozen=True, slots=True)
class Difference:
    """Strong numbers of the source that the target lacks, and of the target that nobody wrote."""

    missing: tuple[Number, ...] = ()
    surplus: tuple[Number, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.missing or self.surplus)


def compare(source: str, source_lang: str, target: str, target_lang: str) -> Difference:
    """How the numbers of two texts that should say the same differ in value.

    A strong number is matched by any number of the other side that may have one of its values.
    Small numbers are reported only in pairs: "four ships" against 1隻, where neither is a value of
    the other side, and one of the two is in digits.
    """
    of_source, of_target = readings(source, source_lang), readings(target, target_lang)
    missing = _unmatched(of_source, of_target, Rank.SMALL)
    surplus = _unmatched(of_target, of_source, Rank.SMALL)
    if not _small_pair(missing, source, surplus, target):
        missing = [reading for reading in missing if reading.rank is Rank.STRONG]
        surplus = [reading for reading in surplus if reading.rank is Rank.STRONG]
    return Difference(
        tuple(r.number(source) for r in missing), tuple(r.number(target) for r in surplus)
    )


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
