"""Numbers of languages that put blanks between words: digits, and words of the lexicon."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from translate_kit.languages.numbers.lexicon import Entry
from translate_kit.languages.numbers.number import Amount, Rank, Reading
from translate_kit.languages.numbers.numeral import Numeral, Part, Token, numerals
from translate_kit.languages.numbers.phrases import HALF_NAMES

_LAST_IDIOMATIC = 12
"""Spelled-out numbers up to this are too idiomatic to ask for: one, the two, half a dozen."""
_VAGUE = {Part.GROUP, Part.HALF, Part.MONTH}
_NEAR = 24
"""Characters: the longest month name, its blanks and the end of a word before it."""


@dataclass(frozen=True, slots=True)
class WordNumbers:
    """How a language writes numbers with words.

    ``token`` matches digits and words; ``read_digits`` gives the value of digits and its
    alternatives; ``joins`` says of the gap between two tokens whether they make one number.
    """

    token: re.Pattern[str]
    words: Mapping[str, Entry]
    read_digits: Callable[[str], tuple[Amount, ...]]
    joins: Callable[[str, Token, Token], bool]

    def read(self, text: str) -> Iterator[Reading]:
        """The numbers of ``text``, in text order."""
        for numeral in numerals(self._together(text)):
            yield Reading(
                numeral.start,
                numeral.end,
                _likeliest(numeral),
                self._others(text, numeral),
                self._rank(text, numeral),
                numeral.scale,
            )

    def _together(self, text: str) -> Iterator[Sequence[Token]]:
        run: list[Token] = []
        for token in self._tokens(text):
            if run and not self.joins(text[run[-1].end : token.start], run[-1], token):
                yield run
                run = []
            run.append(token)
        if run:
            yield run

    def _tokens(self, text: str) -> Iterator[Token]:
        for match in self.token.finditer(text):
            form = match.group()
            if form[0] <= "9":
                yield Token(match.start(), match.end(), self.read_digits(form)[0], Part.DIGITS)
                continue
            # As written first: May and march are told apart by their capitals.
            entry = self.words.get(form) or self.words.get(form.lower())
            if entry is None:
                continue
            if entry.part is not Part.SUFFIX:
                yield Token(match.start(), match.end(), entry.value, entry.part)
            elif _glued(text, match.start(), form):
                yield Token(match.start(), match.end(), entry.value, Part.SCALE)

    def _rank(self, text: str, numeral: Numeral) -> Rank:
        if numeral.tokens[0].part is Part.MONTH:
            return Rank.STRONG if _in_date(text, numeral) else Rank.WEAK
        if numeral.tokens[0].part is not Part.DIGITS:
            return _rank_of_words(numeral)
        if numeral.value not in (0, 1) or self._day_of_month(text, numeral):
            return Rank.STRONG
        return Rank.SMALL  # none, a

    def _day_of_month(self, text: str, numeral: Numeral) -> bool:
        """Whether the name of a month stands beside: 1 января, January 1."""
        before, after = _beside(text, numeral)
        around = *before.split()[-1:], *after.split()[:1]
        entries = (self.words.get(word.lower()) for word in around)
        return any(entry and entry.part is Part.MONTH for entry in entries)

    def _others(self, text: str, numeral: Numeral) -> tuple[Amount, ...]:
        first, last = numeral.tokens[0], numeral.tokens[-1]
        if first is last:
            if first.part is Part.DIGITS:
                return self.read_digits(text[first.start : first.end])[1:]
            return HALF_NAMES if first.part is Part.HALF else ()
        if last.part is Part.GROUP:
            return _group_others(numeral, last)
        if first.part is Part.DIGITS:
            written = self.read_digits(text[first.start : first.end])
            others = tuple(numeral.value // first.value * other for other in written[1:])
            # 10k may be a race of ten kilometres, 5m five metres.
            return (*others, first.value) if last.end - last.start == 1 else others
        return ()


def _glued(text: str, start: int, suffix: str) -> bool:
    """Whether digits stand right before: 30k, $5m, 5 bn; but "5 m" are metres."""
    before = text[max(0, start - 2) : start]
    return (before if len(suffix) == 1 else before.rstrip(" "))[-1:].isdecimal()


def _in_date(text: str, month: Numeral) -> bool:
    """Whether a day or year in digits stands beside the month's name; alone, May is a verb too."""
    before, after = _beside(text, month)
    return before.rstrip(" ")[-1:].isdecimal() or after.lstrip(" ")[:1].isdecimal()


def _beside(text: str, numeral: Numeral) -> tuple[str, str]:
    """The text before and after, no more of it than a word: a text may be one long line."""
    return text[max(0, numeral.start - _NEAR) : numeral.start], text[
        numeral.end : numeral.end + _NEAR
    ]


def _likeliest(numeral: Numeral) -> Amount:
    """In "18 веке" and "3 decades" the number itself comes before the sum of years."""
    first, last = numeral.tokens[0], numeral.tokens[-1]
    if last.part is Part.GROUP and first is not last and last.value != 12:
        return numeral.value // last.value
    return numeral.value


def _group_others(numeral: Numeral, last: Token) -> tuple[Amount, ...]:
    """Four dozen is 48, or "some 40"; five decades are 50 years."""
    count = numeral.value // last.value
    return (count, count * 10) if last.value == 12 else (numeral.value,)


def _rank_of_words(numeral: Numeral) -> Rank:
    parts = {token.part for token in numeral.tokens}
    if parts & _VAGUE or not parts & {Part.CARDINAL, Part.ORDINAL}:
        return Rank.WEAK
    if 2 <= numeral.value <= _LAST_IDIOMATIC:
        return Rank.SMALL
    exact = Part.CARDINAL in parts and Part.ORDINAL not in parts
    return Rank.STRONG if exact and numeral.value > _LAST_IDIOMATIC else Rank.WEAK
