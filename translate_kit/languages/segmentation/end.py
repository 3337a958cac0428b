"""The place where a sentence may end, and what can be seen from there."""

import re
from dataclasses import dataclass
from functools import cached_property

from translate_kit.languages.segmentation.enclosures import (
    OPENERS,
    QUOTE_CLOSERS,
    Enclosure,
    Shape,
)
from translate_kit.languages.segmentation.stretches import BLANK

_BLANKS = re.compile(f"[{BLANK}]*")
_BEFORE_WORD = re.compile(rf"[{re.escape(OPENERS)}{BLANK}*¿¡—–-]*")
_WORD = re.compile(r"[\w’'-]+")
_CASED = re.compile(r"[A-Za-zÀ-ɏЀ-ԯ]")


@dataclass(frozen=True)
class End:
    """A place where a sentence that begins at ``first`` may end.

    Its end marks stand from ``mark`` to ``closers``, closing marks from there to ``behind``; the
    stretch reaches to ``stop``. ``closed`` is the enclosure that ends right here, if one does.
    """

    text: str
    first: int
    mark: int
    closers: int
    behind: int
    stop: int
    closed: Enclosure | None

    @property
    def quoted(self) -> bool:
        """Whether a quotation ends right here, with or without its opening mark."""
        if self.closed:
            return self.closed.shape is Shape.QUOTE
        return self.closers < self.behind and self.text[self.behind - 1] in QUOTE_CLOSERS

    @property
    def marks(self) -> str:
        """The end marks themselves: ``。``, ``?!``, ``...``."""
        return self.text[self.mark : self.closers]

    @cached_property
    def next(self) -> int:
        """Where the next thing that is not blank stands."""
        blanks = _BLANKS.match(self.text, self.behind, self.stop)
        return blanks.end() if blanks else self.behind

    @property
    def following(self) -> str:
        """The next character that is not blank; empty at the end of the stretch."""
        return self.text[self.next] if self.next < self.stop else ""

    @property
    def adjacent(self) -> bool:
        """Whether the next thing follows without a blank."""
        return self.next == self.behind

    @property
    def before(self) -> str:
        """The character before the marks; empty at the sentence's beginning."""
        return self.text[self.mark - 1] if self.mark > self.first else ""

    @cached_property
    def word(self) -> str:
        """The next word, without what opens a quotation or bracket before it."""
        skipped = _BEFORE_WORD.match(self.text, self.next, self.stop)
        found = _WORD.match(self.text, skipped.end() if skipped else self.next, self.stop)
        return found.group()[:40] if found else ""

    @property
    def small_letter_follows(self) -> bool:
        """Whether the next word begins with a small letter, in a text whose letters have case."""
        return self.word[:1].islower() and bool(
            _CASED.search(self.text, max(self.first, self.mark - 12), self.mark)
        )
