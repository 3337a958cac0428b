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
_LETTERS = f"[^\\W_{MARK}{_EAST_ASIAN}]"
_TOKENS = re.compile(f"[{_EAST_ASIAN}]|{_LETTERS}+|.", re.DOTALL)
WORD = re.compile(f"[{_EAST_ASIAN}]|{_LETTERS}*(?!\\d){_LETTERS}{_LETTERS}*")
"""A word has a letter: numbers are no words, and no engine may change them."""


@dataclass(frozen=True, slots=True)
class Rewriter:
    """Rewrites blocks; ``backwards`` puts the words of a block in reversed order."""

    backwards: bool = False

    def block(self, block: Block) -> Block:
        """The block with every word marked, and its tags on the same words as before."""
        tokens = [(Span(*match.span()), match[0]) for match in _TOKENS.finditer(block.text)]
        written = [MARK + text if WORD.fullmatch(text) else text for _span, text in tokens]
        order = list(range(len(tokens)))[:: -1 if self.backwards else 1]
        places: dict[int, Span] = {}
        at = 0
        for number in order:
            places[number] = Span(at, at + len(written[number]))
            at += len(written[number])
        moved = [(span, places[number]) for number, (span, _text) in enumerate(tokens)]
        tags = tuple(replace(tag, span=_moved(tag, moved)) for tag in block.tags)
        return replace(block, text="".join(written[number] for number in order), tags=tags)


def _moved(tag: InlineTag, moved: list[tuple[Span, Span]]) -> Span:
    """Where the tag's words went: the whole word where it covers a part; a point stays behind
    the word before it."""
    if tag.span.start == tag.span.end:
        before = [new for old, new in moved if old.end <= tag.span.start]
        end = before[-1].end if before else 0
        return Span(end, end)
    over = list(_over(tag.span, moved))
    return Span(min(new.start for new in over), max(new.end for new in over))


def _over(span: Span, moved: list[tuple[Span, Span]]) -> Iterator[Span]:
    """The new places of the words of which the span covers the first character."""
    covered = [new for old, new in moved if span.start <= old.start < span.end]
    yield from covered or [
        new for old, new in moved if old.start < span.end and span.start < old.end
    ]
