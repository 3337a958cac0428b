"""Two language versions of a letter side by side: which unit of one answers which of the other.

The templates say the same in the same order, but a language may join two paragraphs or leave one
out. Units are matched in order by what they are, the numbers they hold and their length; a unit
without a partner stands opposite nothing, and none is ever dropped.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log

from translate_kit.languages.numbers import extract
from translate_kit.letters.letter import Grid, Heading, Letter, Listing, Note, Run, plain

_LENGTHS = {"zh": 1.0, "ja": 1.5, "ko": 1.7, "en": 3.3, "ru": 3.5}
"""Characters that say what one Chinese character says, roughly, in official letters."""

_ALONE = -0.8
_OTHER_KIND = -3.0
_SAME_NUMBERS = 2.0
_OTHER_NUMBERS = -2.0


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph, list item or table row: what it ``is``, and its cells (one, but for rows)."""

    is_a: str
    cells: tuple[tuple[Run, ...], ...]

    @property
    def text(self) -> str:
        """All its characters; the cells of a row with bars between them."""
        return " | ".join(plain(cell) for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Pair:
    """A unit of each version; None where the other version has nothing that answers."""

    left: Unit | None
    right: Unit | None


def letter_units(letter: Letter) -> tuple[Unit, ...]:
    """Subject, salutation, blocks and closing of a letter, in reading order."""
    return tuple(unit for unit in _units(letter) if unit.text.strip(" |"))


def align(
    left: Sequence[Unit], right: Sequence[Unit], languages: tuple[str, str]
) -> tuple[Pair, ...]:
    """The pairs in reading order; every unit of both sides stands in exactly one of them."""
    scores = _scores(left, right, languages)
    pairs: list[Pair] = []
    i, j = len(left), len(right)
    while i or j:
        _score, step = scores[i][j]
        one = left[i - 1] if step != "right" else None
        other = right[j - 1] if step != "left" else None
        i, j = i - (one is not None), j - (other is not None)
        pairs.append(Pair(one, other))
    return tuple(reversed(pairs))


def _units(letter: Letter) -> Iterator[Unit]:
    yield Unit("subject", (letter.subject_runs(),))
    yield _plain("salutation", letter.salutation)
    for block in letter.blocks():
        if isinstance(block, Grid):
            yield Unit("head", block.head)
            yield from (Unit("row", row) for row in block.rows)
        elif isinstance(block, Listing):
            yield from (Unit("item", (item,)) for item in block.items)
        else:
            kinds: dict[type, str] = {Heading: "heading", Note: "note"}
            yield Unit(kinds.get(type(block), "paragraph"), (block.runs,))
    yield _plain("closing", letter.closing)


def _plain(is_a: str, text: str) -> Unit:
    return Unit(is_a, ((Run(text),),))


def _scores(
    left: Sequence[Unit], right: Sequence[Unit], languages: tuple[str, str]
) -> list[list[tuple[float, str]]]:
    """The best score of every pair of beginnings, and the step that leads to it."""
    ours = [_numbers(unit, languages[0]) for unit in left]
    theirs = [_numbers(unit, languages[1]) for unit in right]
    ratio = _LENGTHS[languages[1]] / _LENGTHS[languages[0]]
    table = [[(j * _ALONE, "right") for j in range(len(right) + 1)]]
    for i, unit in enumerate(left, 1):
        row = [(i * _ALONE, "left")]
        for j, other in enumerate(right, 1):
            likeness = _likeness(unit, other, ratio) + _agreement(ours[i - 1], theirs[j - 1])
            row.append(
                max(
                    (table[i - 1][j - 1][0] + likeness, "both"),
                    (table[i - 1][j][0] + _ALONE, "left"),
                    (row[j - 1][0] + _ALONE, "right"),
                )
            )
        table.append(row)
    return table


def _numbers(unit: Unit, language: str) -> frozenset[object]:
    return frozenset(number.value for number in extract(unit.text, language) if number.strong)


def _likeness(unit: Unit, other: Unit, ratio: float) -> float:
    """0 for units of one kind and the expected lengths, less for all others."""
    kind = 0.0 if unit.is_a == other.is_a else _OTHER_KIND
    return kind - abs(log((len(other.text) + 5) / (len(unit.text) * ratio + 5)))


def _agreement(ours: frozenset[object], theirs: frozenset[object]) -> float:
    if not ours and not theirs:
        return 0.0
    shared = len(ours & theirs) / len(ours | theirs)
    return shared * _SAME_NUMBERS + (1 - shared) * _OTHER_NUMBERS
