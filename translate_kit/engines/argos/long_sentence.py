"""Sentences longer than a model can read at once, cut where it hurts least.

A Transformer is trained on sentences; CTranslate2 cuts an input after 1,024 pieces and an output
after 256 in silence, so that the end of a long line would be lost. Longer ones are cut at a mark of
punctuation, otherwise between words, and the parts translated one by one.
"""

from collections.abc import Iterator

from translate_kit.engines.packages.tokens import Pieces

LONGEST = 160
"""Pieces: about 110 English words or 220 Chinese characters; no whole sentence of a letter."""

_STRONG = frozenset("。．.!?！？;；:：")
_WEAK = frozenset(",，、)）」』»”")


def cut(sentence: Pieces) -> tuple[Pieces, ...]:
    """The sentence in parts of at most ``LONGEST`` pieces; spans keep counting from its start."""
    if len(sentence.pieces) <= LONGEST:
        return (sentence,)
    return tuple(
        Pieces(sentence.text, sentence.pieces[start:end], sentence.spans[start:end])
        for start, end in _stretches(sentence.pieces)
    )


def _stretches(pieces: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    start = 0
    while len(pieces) - start > LONGEST:
        end = _best_end(pieces, start)
        yield start, end
        start = end
    yield start, len(pieces)


def _best_end(pieces: tuple[str, ...], start: int) -> int:
    """After the last strong mark of the second half, else a weak one, else before a word."""
    ends = range(start + LONGEST, start + LONGEST // 2, -1)
    for marks in (_STRONG, _WEAK):
        for end in ends:
            if pieces[end - 1][-1:] in marks:
                return end
    return next((end for end in ends if pieces[end].startswith("▁")), start + LONGEST)
