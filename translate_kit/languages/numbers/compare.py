"""Comparison of two texts by the values of their numbers."""

from collections.abc import Iterable
from dataclasses import dataclass

from translate_kit.languages.numbers.extraction import readings
from translate_kit.languages.numbers.number import Amount, Number, Rank, Reading


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
    """
    of_source, of_target = readings(source, source_lang), readings(target, target_lang)
    missing = _unmatched(of_source, of_target)
    surplus = _unmatched(of_target, of_source)
    return Difference(
        tuple(r.number(source) for r in missing), tuple(r.number(target) for r in surplus)
    )


def _unmatched(these: Iterable[Reading], those: Iterable[Reading]) -> list[Reading]:
    known = _values(those)
    return [
        reading
        for reading in these
        if reading.rank is Rank.STRONG
        and reading.value not in known
        and known.isdisjoint(reading.others)
    ]


def _values(some: Iterable[Reading]) -> set[Amount]:
    values: set[Amount] = set()
    for reading in some:
        values.add(reading.value)
        values.update(reading.others)
    return values
