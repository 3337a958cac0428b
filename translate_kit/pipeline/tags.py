"""Inline tags put back on the words they belong to: formatting, links, notes, fields.

A tag that covers words goes to the words that say them, whole words only and all in one piece, with
the brackets and quotation marks around them; a tag that stands between two characters follows the
word it followed. Where nothing shows the place, the tag stands where it stood in proportion, takes
nothing from tags that were sure of theirs, and a finding asks for a look: it is never dropped.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from translate_kit.messages import _
from translate_kit.model import Finding, InlineTag, Severity, Span
from translate_kit.pipeline.draft import hull, overlap
from translate_kit.pipeline.marks import find_marks, with_marks
from translate_kit.pipeline.text import TranslatedText
from translate_kit.pipeline.words import Words, read_words

CHECK = "tags"
_MOST = 0.5
"""Of a sentence's characters; formatting of more than this is that of the sentence."""


@dataclass(frozen=True, slots=True)
class Projected:
    """Tags in a translation, in the order in which they open, and what is unsure of them."""

    tags: tuple[InlineTag, ...]
    findings: tuple[Finding, ...] = ()


def project(tags: Sequence[InlineTag], text: TranslatedText) -> Projected:
    """The tags of ``text.source`` as tags of ``text.text``: every one of them, once."""
    sentences = [read_words(each) for each in text.sentences]
    placed: list[InlineTag] = []
    guessed: set[str] = set()
    for tag in tags:
        place = _Place(tag, text, sentences)
        span = place.covered() if tag.paired else place.point()
        placed.append(replace(tag, span=span))
        if place.guessed:
            guessed.add(tag.id)
    placed = _nested(tags, _disjoint(tags, placed, guessed))
    unsure = dict.fromkeys(tag.span for tag in placed if tag.id in guessed)
    return Projected(_in_order(placed), tuple(map(_finding, unsure)))


class _Place:
    """The search for one tag's place; ``guessed`` afterwards says that it was not found."""

    def __init__(self, tag: InlineTag, text: TranslatedText, sentences: Sequence[Words]) -> None:
        self.span, self.text, self.sentences = tag.span, text, sentences
        self.guessed = False

    def covered(self) -> Span:
        """The characters that say those of a paired tag, which may run over sentences."""
        if not self.text.sentences or _covers(self.span, self.text.source):
            return Span(0, len(self.text.text))
        if not any(map(str.isalnum, self.span.of(self.text.source))):
            return self._marks()
        touched = [each for each in self.sentences if overlap(each.source, self.span)]
        if not touched:
            at = self._in_layout(self.span.start)
            return Span(at, max(at, self._in_layout(self.span.end)))
        parts = [self._part(sentence) for sentence in touched]
        whole = hull(part for part in parts if part)
        assert whole is not None
        return whole

    def _part(self, sentence: Words) -> Span | None:
        inside = Span(
            max(self.span.start, sentence.source.start), min(self.span.end, sentence.source.end)
        )
        if _covers(inside, self.text.source, sentence.source):
            return sentence.target
        found = sentence.saying(inside)
        if found:
            said = inside.of(self.text.source)
            return with_marks(said, found, self.text.text, sentence.target)
        self.guessed = True
        share = (inside.end - inside.start) / (sentence.source.end - sentence.source.start)
        return sentence.target if share > _MOST else sentence.proportional(inside)

    def _marks(self) -> Span:
        """The same marks in the translation for a tag that covers nothing else; maybe none."""
        at = self._point(self.span.start)
        self.guessed = False  # nobody misses the format of a comma
        within = [s.target for s in self.sentences if overlap(s.source, self.span)]
        marks = self.span.of(self.text.source).strip()
        found = find_marks(marks, self.text.text, within[0], at) if within and marks else None
        return found or Span(at, at)

    def point(self) -> Span:
        """Where a tag goes that stands between two characters."""
        at = self._point(self.span.start)
        return Span(at, at)

    def _point(self, place: int) -> int:
        for sentence in self.sentences:
            if sentence.source.start < place < sentence.source.end:
                found = sentence.following(place)
                if found is None:
                    self.guessed = True
                    found = sentence.proportional(Span(place, place)).start
                return found
        return self._in_layout(place)

    def _in_layout(self, place: int) -> int:
        """A place between sentences, counted from the end of the one before it."""
        before, after = 0, len(self.text.text)
        gap = place
        for sentence in self.sentences:
            if sentence.source.end <= place:
                before, gap = sentence.target.end, place - sentence.source.end
            elif after == len(self.text.text):
                after = sentence.target.start
        return min(before + gap, after)


def _covers(span: Span, text: str, whole: Span | None = None) -> bool:
    """Whether all but blanks and marks at the ends of ``whole`` is in ``span``."""
    whole = whole or Span(0, len(text))
    outside = text[whole.start : max(span.start, whole.start)] + text[span.end : whole.end]
    return not any(map(str.isalnum, outside))


def _disjoint(
    before: Sequence[InlineTag], after: list[InlineTag], guessed: Collection[str]
) -> list[InlineTag]:
    """Paired tags that had no character in common have none now.

    One that was guessed is cut, and of two alike the earlier one.
    """
    result = list(after)
    for one in range(len(result)):
        for other in range(len(result)):
            if one == other or not (before[one].paired and before[other].paired):
                continue
            if before[one].span.end <= before[other].span.start:
                pair = result[one], result[other]
                result[one], result[other] = _given_way(*pair, guessed) or _apart(*pair)
    return result


def _given_way(
    first: InlineTag, second: InlineTag, guessed: Collection[str]
) -> tuple[InlineTag, InlineTag] | None:
    """The two tags after the guessed one left the other's characters; None where both are alike,
    or nothing would be left of it."""
    if (first.id in guessed) == (second.id in guessed):
        return None
    if first.id in guessed:
        left = _without(first.span, second.span)
        return (replace(first, span=left), second) if left else None
    left = _without(second.span, first.span)
    return (first, replace(second, span=left)) if left else None


def _without(span: Span, other: Span) -> Span | None:
    """The larger rest of a span beside another one; None where nothing is left."""
    rests = Span(span.start, min(span.end, other.start)), Span(max(span.start, other.end), span.end)
    best = max(rests, key=lambda rest: rest.end - rest.start)
    return best if best.start < best.end else None


def _apart(first: InlineTag, second: InlineTag) -> tuple[InlineTag, InlineTag]:
    """Two tags without the characters that both have, in whatever order they stand now.

    Where nothing would be left of one, they stay: a format can have overlapping tags, not empty
    ones.
    """
    one, other = first.span, second.span
    if overlap(one, other) and one.start < other.start:
        return replace(first, span=Span(one.start, other.start)), second
    if overlap(one, other) and other.start < one.start:
        return first, replace(second, span=Span(other.start, one.start))
    return first, second


def _nested(before: Sequence[InlineTag], after: list[InlineTag]) -> list[InlineTag]:
    """A tag inside another stays inside it: the outer one reaches as far as it must."""
    result = list(after)
    for outer, tag in enumerate(before):
        if not tag.paired:
            continue
        inner = [
            result[place].span
            for place, each in enumerate(before)
            if place != outer and each.paired and _within(each.span, tag.span)
        ]
        span = hull([result[outer].span, *inner])
        result[outer] = replace(result[outer], span=span or result[outer].span)
    return result


def _within(inner: Span, outer: Span) -> bool:
    return inner != outer and outer.start <= inner.start and inner.end <= outer.end


def _in_order(tags: Iterable[InlineTag]) -> tuple[InlineTag, ...]:
    """As they open; of tags that open together the longer first, otherwise as they were."""
    return tuple(sorted(tags, key=lambda tag: (tag.span.start, -tag.span.end)))


def _finding(span: Span) -> Finding:
    message = _("formatting or a mark stands here by guess; move it where it belongs")
    return Finding(Severity.NOTE, CHECK, message, span=span)
