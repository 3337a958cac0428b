"""The words of a translated sentence, and which characters of the source each says."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from translate_kit.model import Alignment, Span
from translate_kit.pipeline.alignments import moved
from translate_kit.pipeline.anchors import anchored
from translate_kit.pipeline.draft import hull, overlap
from translate_kit.pipeline.locating import small_words, words_of
from translate_kit.pipeline.text import Placed

_NEAR = 8
"""Characters within which a place belongs to a word."""
_LEAST = 0.5
"""The share of a word's links that must lead to a stretch for the word to say it."""
_NAME = re.compile(r"\w{3,}(?:\.\w{3,})+")
"""Names that a dot joins, of files and parts: ``Docx4J.FLAG``; abbreviations have shorter parts."""


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence's places in both texts, the words of its translation, and its links.

    All places are those of the whole texts.
    """

    source: Span
    target: Span
    words: tuple[Span, ...]
    links: Alignment
    small: frozenset[Span]
    """The words that belong to nothing by themselves: articles, prepositions."""

    def saying(self, stretch: Span) -> Span | None:
        """The words that say a stretch of the source, in one piece; None where nothing shows."""
        found = self._run(stretch)
        return self._to_edges(found, stretch) if found else None

    def following(self, place: int) -> int | None:
        """Where something goes that stands after the character before ``place``.

        None where no word near it is linked to anything.
        """
        covering = [link.source for link in self.links if link.source.start < place]
        if not covering:
            return (
                self.target.start if self.links and self._near(self.source.start, place) else None
            )
        last = max(min(span.end, place) for span in covering)
        if not self._near(last, place):
            return None
        nearest = [span for span in covering if min(span.end, place) == last]
        found = self._run(max(nearest, key=lambda span: span.end - span.start))
        return found.end if found else None

    def proportional(self, stretch: Span) -> Span:
        """The words at the place that the stretch has in the source, in proportion."""
        scale = (self.target.end - self.target.start) / (self.source.end - self.source.start)
        start = self.target.start + round((stretch.start - self.source.start) * scale)
        end = self.target.start + round((stretch.end - self.source.start) * scale)
        touched = [word for word in self.words if overlap(word, Span(start, max(end, start + 1)))]
        if stretch.start == stretch.end:
            return Span(touched[0].end, touched[0].end) if touched else Span(end, end)
        return hull(touched) or Span(start, end)

    def _run(self, stretch: Span) -> Span | None:
        says = [self._says(word, stretch) for word in self.words]
        if True not in says:  # a pronoun may be all that says it
            says = [self._linked(word, stretch) for word in self.words]
        runs = _joined(
            [list(run) for said, run in groupby(range(len(says)), says.__getitem__) if said], says
        )
        best = max(runs, key=lambda run: sum(map(self._length, run)), default=None)
        return Span(self.words[best[0]].start, self.words[best[-1]].end) if best else None

    def _near(self, one: int, other: int) -> bool:
        return abs(one - other) <= _NEAR

    def _says(self, word: Span, stretch: Span) -> bool | None:
        """Whether a word says it; None where it has no links or may belong to anything."""
        return None if word in self.small else self._linked(word, stretch)

    def _linked(self, word: Span, stretch: Span) -> bool | None:
        total = inside = 0
        for link in self.links:
            shared = min(word.end, link.target.end) - max(word.start, link.target.start)
            if shared > 0:
                total += shared
                inside += shared if overlap(link.source, stretch) else 0
        return inside / total >= _LEAST if total else None

    def _length(self, place: int) -> int:
        return self.words[place].end - self.words[place].start

    def _to_edges(self, found: Span, stretch: Span) -> Span:
        """With the marks at the ends of the sentence where the stretch has them."""
        start, end = found.start, found.end
        if stretch.end == self.source.end and self.words and end == self.words[-1].end:
            end = self.target.end
        if stretch.start == self.source.start and self.words and start == self.words[0].start:
            start = self.target.start
        return Span(start, end)


def read_words(placed: Placed) -> Words:
    """The words of a sentence where it stands in its text."""
    made = placed.translation
    links = moved(anchored(made), placed.source.start, placed.target.start)
    shift, language = placed.target.start, made.pair.target
    found = {
        Span(word.start + shift, word.end + shift): word.of(made.text).lower()
        for whole in words_of(made.text, language)
        for word in _parts(whole, made.text)
    }
    small = frozenset(span for span, word in found.items() if word in small_words(language))
    return Words(placed.source, placed.target, tuple(found), links, small)


def _parts(word: Span, text: str) -> Iterator[Span]:
    """The word, or the words that a dot joins."""
    if not _NAME.fullmatch(text, word.start, word.end):
        yield word
        return
    for part in re.finditer(r"[^.]+", word.of(text)):
        yield Span(word.start + part.start(), word.start + part.end())


def _joined(runs: Sequence[list[int]], says: Sequence[bool | None]) -> list[list[int]]:
    """Runs with nothing but words without links between them are one."""
    result: list[list[int]] = []
    for run in runs:
        if result and all(says[place] is None for place in range(result[-1][-1] + 1, run[0])):
            result[-1] = [*range(result[-1][0], run[-1] + 1)]
        else:
            result.append(run)
    return result
