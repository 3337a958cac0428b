"""The engine that all languages share: tokens that stand together become one value.

A token is a run of digits or a number word. Tokens multiply and add in the same way everywhere:
3万5千, 3만 5천, 1.2 million, 1 млн 200 тыс. and "one hundred and twenty thousand" differ only in
their words and in what may stand between them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from translate_kit.languages.numbers.number import Amount


class Part(Enum):
    """What a token does to the value of its neighbours."""

    DIGITS = "digits"  # 30, 1.5: stands first, or after a multiplier larger than itself
    CARDINAL = "cardinal"  # twenty, двести: may be followed by smaller ones
    ORDINAL = "ordinal"  # fifth, пятый: as a cardinal, but never strong
    SMALL = "small"  # 十 百 千, hundred: multiplies inside a section
    SCALE = "scale"  # 万 亿, thousand, млн: multiplies the section before it
    NATIVE = "native"  # 열, 스물: Korean words that only add to each other
    GROUP = "group"  # dozen, pair, decade: multiplies where a number stands before, else weak
    MONTH = "month"  # February, февраля: weak, stands alone
    HALF = "half"  # half, пол-: 0.5, or half of the scale that follows
    SUFFIX = "suffix"  # k, bn: a scale, but only glued to digits


@dataclass(frozen=True, slots=True)
class Token:
    """Characters ``start`` to ``end`` with their value."""

    start: int
    end: int
    value: Amount
    part: Part


_ADDING = (Part.DIGITS, Part.CARDINAL, Part.ORDINAL)


class Sum:
    """The value of the tokens so far; ``take`` says whether the next one belongs to it."""

    def __init__(self) -> None:
        self.total: Amount = 0  # closed by a scale: 30,000 after 三万
        self.section: Amount = 0  # closed by a small multiplier: 500 after 五百
        self.current: Amount | None = None  # still open: 5
        self.worded = False  # the open part is a word, so that a smaller word may join it
        self.room: int | None = None  # the next added value must be smaller than this
        self.scale = 0  # the last scale
        self.closed = False

    def take(self, token: Token) -> bool:
        """Add ``token``; False (and nothing changed) where it begins another number."""
        if self.closed:
            return False
        if token.part in _ADDING:
            return self._add(token)
        if token.part is Part.SMALL:
            return self._small(int(token.value))
        if token.part is Part.SCALE:
            return self._scale(int(token.value))
        return self._group(token)

    def value(self) -> Amount:
        """The value of what was taken."""
        return self.total + self.section + (self.current or 0)

    def _add(self, token: Token) -> bool:
        if self.room is not None and not 0 < token.value < self.room:
            return False
        if self.current is not None and not (self.worded and token.part is not Part.DIGITS):
            return False
        self.current = (self.current or 0) + token.value
        self.worded = token.part is not Part.DIGITS
        self.room = _room(token.value) if self.worded else 0
        self.closed = token.part is Part.ORDINAL
        return True

    def _small(self, unit: int) -> bool:
        if self.current is None and self.room is not None and unit >= self.room:
            return False
        if self.current is not None and self.section and unit >= self.section:
            return False
        self.section += unit if self.current is None else self.current * unit
        self.current, self.room, self.worded = None, unit, True
        return True

    def _scale(self, scale: int) -> bool:
        amount = self.section + (self.current or 0)
        if 0 < self.scale < scale:  # 2万亿, 万 before 亿: the whole is multiplied
            self.total = (self.total + amount) * scale
        elif self.room is None:  # тысяча, 万: nothing stands before
            self.total = scale
        elif amount == 0 or scale == self.scale:  # "million thousand": no number anywhere
            return False
        else:
            self.total += amount * scale
        self.section, self.current, self.room, self.scale = 0, None, scale, scale
        self.worded = True
        return True

    def _group(self, token: Token) -> bool:
        if self.room is None:
            self.current = token.value
        elif token.part is Part.GROUP and self.current is not None and token.value in (10, 12, 100):
            self.current *= token.value
        else:
            return False
        self.closed, self.room = token.part is Part.MONTH, 0
        return True


def _room(value: Amount) -> int:
    """What may still be added to a spoken number: units after twenty, tens after two hundred."""
    if value >= 100 and value % 100 == 0:
        return 100
    return 10 if value >= 20 and value % 10 == 0 else 0


@dataclass(frozen=True, slots=True)
class Numeral:
    """Tokens that make one number."""

    tokens: tuple[Token, ...]
    value: Amount
    scale: int

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        return self.tokens[-1].end


def numerals(groups: Iterable[Sequence[Token]]) -> Iterator[Numeral]:
    """The numbers in ``groups`` of tokens that stand together; a group may hold several."""
    for group in groups:
        taken: list[Token] = []
        total = Sum()
        for token in group:
            if not total.take(token):
                yield _closed(taken, total)
                taken, total = [], Sum()
                total.take(token)
            taken.append(token)
        if taken:
            yield _closed(taken, total)


def _closed(tokens: list[Token], total: Sum) -> Numeral:
    ends_scaled = tokens[-1].part in (Part.SCALE, Part.SMALL) and len(tokens) > 1
    scale = 1
    if ends_scaled:
        scale = _trailing_scale(tokens)
    return Numeral(tuple(tokens), total.value(), scale)


def _trailing_scale(tokens: Sequence[Token]) -> int:
    """The product of the multipliers at the end: 10,000 in 3万, 10**12 in 2万亿."""
    product = 1
    for token in reversed(tokens):
        if token.part not in (Part.SCALE, Part.SMALL):
            break
        product *= int(token.value)
    return product
