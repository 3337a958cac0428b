"""Which words of a translation say a stretch of its source, by the alignment.

Attention is a hint and no proof: words count as a whole, small words between them may belong to
anything, and what is scattered over the sentence is not trusted.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from translate_kit.files import read_table
from translate_kit.languages.ko_endings import particle_of
from translate_kit.model import Link, Span
from translate_kit.pipeline.draft import Draft, hull, overlap

_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_PIECE = re.compile(r"[^\W_ぁ-ヿ㐀-鿿々가-힣]+|[ァ-ヺー]+|[^\W_]")
_DATA = Path(__file__).parent / "data"
_BREAK = re.compile(r"[,;:!?()\[\]«»“”\"。，、；：！？（）「」…—\n]|\.(?=\s|$)")


@dataclass(frozen=True, slots=True)
class _Word:
    span: Span
    weight: float
    """What of its links leads to the stretch, 0 to 1."""


def locate(
    draft: Draft,
    source: Span,
    language: str,
    *,
    taken: Iterable[Span] = (),
    least: float = 0.5,
) -> Span | None:
    """The words of ``draft`` that say the characters ``source``; None where that is not clear.

    They stand together, with nothing between them but small words, and touch none of ``taken``.
    ``least`` is the share of a word's links that must lead to ``source``.
    """
    links = [link for link in draft.alignment if link.target.start < link.target.end]
    if not any(overlap(link.source, source) for link in links):
        return None
    barriers = list(taken)
    words = [_Word(span, _weight(span, links, source)) for span in _stems(draft.text, language)]
    best = max(_runs(words, draft.text, language, barriers, least), key=_strength, default=None)
    return hull(word.span for word in best) if best else None


def unlinked(draft: Draft, language: str, *, taken: Iterable[Span] = ()) -> list[Span]:
    """Runs of words most of whose characters no link leads to; small words belong to none."""
    barriers, small = list(taken), small_words(language)
    linked = {place for link in draft.alignment for place in range(*_ends(link.target))}
    runs: list[Span] = []
    previous: Span | None = None
    for word in _stems(draft.text, language):
        known = sum(place in linked for place in range(*_ends(word)))
        alone = 2 * known < word.end - word.start and word.of(draft.text).lower() not in small
        if not alone or any(overlap(word, barrier) for barrier in barriers):
            previous = None
        elif previous and not _BREAK.search(draft.text, previous.end, word.start):
            runs[-1] = previous = Span(runs[-1].start, word.end)
        else:
            runs.append(previous := word)
    return runs


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _weight(word: Span, links: Iterable[Link], source: Span) -> float:
    total = inside = 0
    for link in links:
        shared = min(word.end, link.target.end) - max(word.start, link.target.start)
        if shared > 0:
            total += shared
            inside += shared if overlap(link.source, source) else 0
    return inside / total if total else 0.0


def _runs(
    words: Sequence[_Word], text: str, language: str, barriers: Sequence[Span], least: float
) -> Iterator[list[_Word]]:
    """Words that lead to the stretch and stand together.

    Between two of them may stand small words and one other, which then is part of the wording too.
    """
    small = small_words(language)
    run: list[_Word] = []
    waiting: list[_Word] = []
    for word in words:
        previous = (run + waiting)[-1:]
        if previous and _parted(previous[0].span, word.span, text, barriers):
            yield run
            run, waiting = [], []
        if any(overlap(word.span, barrier) for barrier in barriers):
            continue
        if word.weight >= least and (run or word.span.of(text).lower() not in small):
            run += [*waiting, word]
            waiting = []
        elif run:
            waiting.append(word)
            if sum(each.span.of(text).lower() not in small for each in waiting) > 1:
                yield _trimmed(run, text, small)
                run, waiting = [], []
    yield _trimmed(run, text, small)


def _parted(one: Span, other: Span, text: str, barriers: Sequence[Span]) -> bool:
    """Whether a mark of punctuation or something that is settled already stands between."""
    between = Span(one.end, max(one.end, other.start))
    return bool(_BREAK.search(text, between.start, between.end)) or any(
        between.start <= barrier.start < between.end or barrier.start == other.start
        for barrier in barriers
    )


def _trimmed(run: list[_Word], text: str, small: frozenset[str]) -> list[_Word]:
    kept = list(run)
    while kept and kept[-1].span.of(text).lower() in small:
        kept.pop()
    return kept


def _strength(run: list[_Word]) -> float:
    return sum(word.weight * (word.span.end - word.span.start) for word in run)


def words_of(text: str, language: str) -> Iterator[Span]:
    """Words; of Chinese and Japanese single characters, and runs of katakana or other letters."""
    pattern = _PIECE if language in ("zh", "ja") else _WORD
    return (Span(*match.span()) for match in pattern.finditer(text))


def _stems(text: str, language: str) -> Iterator[Span]:
    """Words; Korean ones without their particles, which belong to the sentence."""
    for word in words_of(text, language):
        bare = particle_of(word.of(text))[0] if language == "ko" else word.of(text)
        yield Span(word.start, word.start + len(bare))


def small_words(language: str) -> frozenset[str]:
    """Articles, prepositions and the like, which belong to no term by themselves."""
    return frozenset(_small_words(language))


def words_before_nouns(language: str) -> frozenset[str]:
    """Those of the small words after which a noun phrase begins: "the", "of"."""
    return frozenset(word for word, before in _small_words(language).items() if before)


@cache
def _small_words(language: str) -> dict[str, bool]:
    columns = ("language", "word", "before_noun")
    rows = read_table(_DATA / "small_words.csv", required=columns[:2], known=columns)
    return {
        row.cells["word"]: bool(row.cells.get("before_noun"))
        for row in rows
        if row.cells["language"] == language
    }
