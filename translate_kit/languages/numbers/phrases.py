"""Expressions that several languages read alike: hours, decades, fractions, halves, Roman numerals.

Each function makes readings from the parts that a language's own pattern has found.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from translate_kit.languages.numbers.number import Amount, Rank, Reading

HALF_NAMES: tuple[Amount, ...] = (50, 2, 30, 6)
"""What a half may be elsewhere: 50 per cent, one of 2, 30 minutes, 6 months."""

ROMAN = r"(?<![A-Za-zА-Яа-яЁё0-9-])(?=[IVXХ])[XХ]{0,3}(?:I[XХ]|IV|V?I{0,3})(?![A-Za-zА-Яа-яЁё0-9])"
"""Roman numerals up to 39, Х typed in Cyrillic too: centuries, congresses, kings."""


def other_hours(hour: Amount) -> tuple[Amount, ...]:
    """The same hour on the other clock: 21 for 9, 9 for 21, 12 for 0."""
    return (hour - 12,) if hour > 12 else (hour + 12,)


def decade_names(decade: int) -> tuple[Amount, ...]:
    """What else a decade may be called by: 1990 also 90, but 90 also 1990, 1890 or 1790."""
    if decade >= 100:
        return (decade % 100,)
    return tuple(century + decade for century in (1900, 1800, 1700, 2000))


def hour(match: re.Match[str], value: Amount, rank: Rank = Rank.STRONG) -> Iterator[Reading]:
    """The hour in group 1; group 2, where matched, says "half"."""
    yield Reading(match.start(1), match.end(1), value, other_hours(value), rank)
    if match[2]:
        yield Reading(match.start(2), match.end(2), 30, (Decimal("0.5"),), Rank.WEAK)


def hour_minutes(match: re.Match[str]) -> Iterator[Reading]:
    """The hour in group 1, minutes and seconds in those after it, noughts among them weak."""
    value = int(match[1])
    yield Reading(match.start(1), match.end(1), value, other_hours(value))
    for group in range(2, match.re.groups + 1):
        if match[group]:
            minutes = int(match[group])
            rank = Rank.STRONG if minutes else Rank.WEAK
            spoken = {30: (Decimal("0.5"),), 15: (Decimal("0.25"),)}.get(minutes, ())
            yield Reading(match.start(group), match.end(group), minutes, spoken, rank)


def decade(match: re.Match[str]) -> Iterator[Reading]:
    """The decade in digits in group 1: the 1990s, 90-е, 1990년대."""
    value = int(match[1])
    yield Reading(match.start(1), match.end(1), value, decade_names(value))


def fraction(match: re.Match[str], whole: Amount, part: Amount, rank: Rank) -> Iterator[Reading]:
    """``part`` of ``whole``; others may name the two, or a percentage."""
    share = Decimal(part) / Decimal(whole) if whole else Decimal(part)
    others = (whole, round(share * 100), round(share, 2))
    yield Reading(match.start(), match.end(), share, others, rank)
    yield Reading(match.start(2), match.end(2), part, (), Rank.HINT)


def half(match: re.Match[str]) -> Iterator[Reading]:
    """A word for a half, standing alone."""
    yield Reading(match.start(), match.end(), Decimal("0.5"), HALF_NAMES, Rank.WEAK)


def and_a_half(match: re.Match[str], whole: Amount) -> Iterator[Reading]:
    """A number and a half: 1.5 hours where the other language may say one and 30 minutes."""
    yield Reading(match.start(), match.end(), whole + Decimal("0.5"), (whole,))


def roman(match: re.Match[str]) -> Iterator[Reading]:
    """The matched Roman numeral, weak: "I" is a pronoun and "X" an unknown."""
    letters = match.group().replace("Х", "X")
    worth = [{"I": 1, "V": 5, "X": 10}[letter] for letter in letters]
    value = sum(
        -one if one < next_one else one
        for one, next_one in zip(worth, [*worth[1:], 0], strict=True)
    )
    yield Reading(match.start(), match.end(), value, (), Rank.WEAK)


def nothing(match: re.Match[str]) -> Iterator[Reading]:
    """For what looks like a number and is none."""
    return iter(())
