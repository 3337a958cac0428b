"""Rules that read a whole expression at once: clock times, dates, decades, fractions.

All rules of a language are one regular expression, so that a text is walked once and an earlier
rule wins over a later one at the same place.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from translate_kit.languages.numbers.number import Reading

MASK = "\0"
"""Stands for a character that has been read, or that is part of no number."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A ``pattern`` (without named groups and back-references) and what ``read`` makes of it."""

    pattern: str
    read: Callable[[re.Match[str]], Iterable[Reading]]


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Most texts need few of the rules."""
    return re.compile(pattern)


class Scanner:
    """The rules of a language, tried at the places where a character of ``starts`` stands."""

    def __init__(self, rules: Sequence[Rule], starts: str) -> None:
        alternatives = "|".join(f"(?P<r{i}>{rule.pattern})" for i, rule in enumerate(rules))
        self._any = re.compile(f"(?=[{starts}])(?:{alternatives})")
        self._each = {f"r{i}": rule for i, rule in enumerate(rules)}

    def scan(self, text: str) -> tuple[list[Reading], str]:
        """The readings found, and the text with MASK over everything a rule has matched."""
        readings: list[Reading] = []
        rest: list[str] = []
        done = 0
        for found in self._any.finditer(text):
            rule = self._each[str(found.lastgroup)]
            # Matched again alone, because the groups of one rule are numbered from 1 only there.
            match = _compiled(rule.pattern).match(text, found.start())
            if match is None:
                raise AssertionError(rule.pattern)
            readings.extend(rule.read(match))
            rest += text[done : found.start()], MASK * (found.end() - found.start())
            done = found.end()
        if not done:
            return readings, text
        return readings, "".join(rest) + text[done:]
