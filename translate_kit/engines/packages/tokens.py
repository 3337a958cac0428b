"""Sentences to the pieces that a model reads and back, with the characters each piece stands for.

The texts are argostranslate's own, whose tokenizers are used; the characters are found here,
because every version of sentencepiece tells them differently or not at all.
"""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Protocol

from translate_kit.model import Span

_BYTE = re.compile(r"<0x[0-9A-F]{2}>")
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_NEAR = 40  # characters; what Moses splits or unescapes stays this close


@dataclass(frozen=True, slots=True)
class Pieces:
    """A text and the pieces it falls into; ``spans`` has the characters of each, blanks trimmed.

    A piece that stands for no character, such as a blank, has an empty span.
    """

    text: str
    pieces: tuple[str, ...]
    spans: tuple[Span, ...]


class Tokenizer(Protocol):
    """How one model package splits and joins."""

    def split(self, sentence: str) -> Pieces:
        """The pieces of a sentence in the source language."""

    def join(self, pieces: Sequence[str]) -> Pieces:
        """The text that pieces of the target language make."""


class SentencePieceTokenizer:
    """SentencePiece, one model for each language or the same for both.

    ``argos`` is argostranslate's tokenizer of the package, where there is one: its rule for blanks
    and underscores makes the text the same as Argos's, so its own code decides.
    """

    def __init__(self, source: Any, target: Any, argos: Any = None) -> None:
        self.source, self.target, self.argos = source, target, argos
        self._blanks = str.maketrans("▁_" if argos else "▁", "  " if argos else " ")

    def split(self, sentence: str) -> Pieces:
        text = encodable(sentence)
        pieces = tuple(self.source.encode(text, out_type=str))
        normal, offsets = self.source.normalize(text, with_offsets=True)
        laid, spans = _laid_out(pieces)
        if laid != normal:  # no version met yet does this; better no links than wrong ones
            return Pieces(text, pieces, _nowhere(pieces))
        original = [
            _original(span, offsets) if piece.strip("▁") else Span(0, 0)
            for piece, span in zip(pieces, spans, strict=True)
        ]
        return Pieces(text, pieces, tuple(_trimmed(span, text) for span in original))

    def join(self, pieces: Sequence[str]) -> Pieces:
        text = str(self.argos.decode(list(pieces)) if self.argos else self.target.decode(pieces))
        text = text.removeprefix(" ")  # the blank that the tokenizer puts before the first word
        laid, spans = _laid_out(pieces)
        lost = len(laid) - len(text)  # further blanks that decoding takes off the beginning
        if lost < 0 or laid.translate(self._blanks)[lost:] != text:
            return Pieces(text, tuple(pieces), _nowhere(pieces))
        moved = (Span(max(span.start - lost, 0), max(span.end - lost, 0)) for span in spans)
        return Pieces(text, tuple(pieces), tuple(_trimmed(span, text) for span in moved))


class BpeTokenizer:
    """Moses words and byte pair encoding, as in Argos's packages that stem from OPUS-MT."""

    def __init__(self, argos: Any) -> None:
        self.argos = argos

    def split(self, sentence: str) -> Pieces:
        text = encodable(sentence)
        pieces = tuple(self.argos.encode(text))
        return Pieces(text, pieces, tuple(_searched(pieces, text)))

    def join(self, pieces: Sequence[str]) -> Pieces:
        text = str(self.argos.decode(list(pieces))).removeprefix(" ")
        return Pieces(text, tuple(pieces), tuple(_searched(pieces, text)))


def encodable(text: str) -> str:
    """The text as UTF-8 can hold it: half a character (a lone surrogate) becomes U+FFFD."""
    return _LONE_SURROGATE.sub(_REPLACEMENT, text)


def _laid_out(pieces: Sequence[str]) -> tuple[str, list[Span]]:
    """The pieces side by side and where each lies; the bytes of one character share its place.

    A byte that makes no character counts as one by itself, as sentencepiece has it.
    """
    text, spans = "", list[Span]()
    for is_byte, group in groupby(pieces, lambda piece: _BYTE.fullmatch(piece) is not None):
        if is_byte:
            run = bytes(int(piece[3:5], 16) for piece in group)
            surfaces = run.decode("utf-8", "surrogateescape")
            sizes = [len(each.encode("utf-8", "surrogateescape")) for each in surfaces]
        else:
            surfaces, sizes = group, [1] * len(pieces)  # type: ignore[assignment]
        for surface, size in zip(surfaces, sizes, strict=False):
            spans += [Span(len(text), len(text) + len(surface))] * size
            text += encodable(surface)
    return text, spans


def _original(span: Span, offsets: Sequence[int]) -> Span:
    """The characters before normalisation; one that became several serves each of them."""
    start = offsets[span.start]
    after = (offset for offset in offsets[span.end :] if offset > start)
    return Span(start, next(after, start) if span.end > span.start else start)


def _trimmed(span: Span, text: str) -> Span:
    inside = span.of(text)
    start = span.start + len(inside) - len(inside.lstrip())
    return Span(start, max(start, span.start + len(inside.rstrip())))


def _nowhere(pieces: Sequence[str]) -> tuple[Span, ...]:
    return (Span(0, 0),) * len(pieces)


def _searched(pieces: Sequence[str], text: str) -> Iterator[Span]:
    """Moses' words found again in the text, in order; one that is not near has an empty span."""
    place = 0
    for piece in pieces:
        word = html.unescape(piece.removesuffix("@@"))
        found = text.find(word, place, place + len(word) + _NEAR)
        if found < 0:
            yield Span(place, place)
        else:
            yield Span(found, place := found + len(word))
