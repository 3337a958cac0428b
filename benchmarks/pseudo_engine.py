"""An engine that knows no language: it rewrites every word in a known way, in order or reversed.

It knows exactly where each word went, so the tags of a block follow their words without a guess.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from translate_kit.model import Block, InlineTag, Span

MARK = "Ѫ"
"""Stands before every word that was rewritten; no text of today has this letter."""

# An East Asian character is a word of its own; everything else a row of letters and digits.
_EAST_ASIAN = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7af"
_CHARACTER = re.compile(f"[{_EAST_ASIAN}]")
_LETTERS = f"[^\\W_{MARK}{_EAST_ASIAN}]"
_TOKENS = re.compile(f"[{_EAST_ASIAN}]|{_LETTERS}+|.", re.DOTALL)
WORD = re.compile(f"[{_EAST_ASIAN}]|{_LETTERS}*(?!\\d){_LETTERS}{_LETTERS}*")
"""A word has a letter: numbers are no words, and no engine may change them."""


Moves = list[tuple[Span, Span]]
"""Where each piece of a text stands, and where it stands in the rewritten one."""


@dataclass(frozen=True, slots=True)
class Rewriter:
    """Rewrites blocks; ``backwards`` puts the words of a block in reversed order, ``parted`` puts
    a blank behind East Asian characters, as a language that parts its words would."""

    backwards: bool = False
    parted: bool = False

    def text(self, text: str) -> tuple[str, Moves]:
        """The text with every word marked, and where everything went, in the source's order."""
        tokens = [(Span(*match.span()), match[0]) for match in _TOKENS.finditer(text)]
        written = [self._rewritten(token) for _span, token in tokens]
        order = list(range(len(tokens)))[:: -1 if self.backwards else 1]
        places: dict[int, Span] = {}
        at = 0
        for number in order:
            places[number] = Span(at, at + len(written[number]))
            at += len(written[number])
        moves = [(span, places[number]) for number, (span, _token) in enumerate(tokens)]
        return "".join(written[number] for number in order), moves

    def _rewritten(self, token: str) -> str:
        if not WORD.fullmatch(token):
            return token
        return f"{MARK}{token} " if self.parted and _CHARACTER.match(token) else MARK + token

    def block(self, block: Block) -> Block:
        """The block with every word marked, and its tags on the same words as before."""
        text, moves = self.text(block.text)
        tags = tuple(replace(tag, span=_moved(tag, moves)) for tag in block.tags)
        return replace(block, text=text, tags=tags)


def _moved(tag: InlineTag, moved: Moves) -> Span:
    """Where the tag's words went: the whole word where it covers a part; a point stays behind
    the word before it."""
    if tag.span.start == tag.span.end:
        before = [new for old, new in moved if old.end <= tag.span.start]
        end = before[-1].end if before else 0
        return Span(end, end)
    over = list(_over(tag.span, moved))
    return Span(min(new.start for new in over), max(new.end for new in over))


def _over(span: Span, moved: Moves) -> Iterator[Span]:
    """The new places of the words of which the span covers the first character."""
    covered = [new for old, new in moved if span.start <= old.start < span.end]
    yield from covered or [
        new for old, new in moved if old.start < span.end and span.start < old.end
    ]
