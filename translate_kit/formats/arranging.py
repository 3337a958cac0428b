"""The pieces of a translated paragraph: its formats, containers and objects by the block's tags.

Nothing that is not text is lost: what the tags do not place any more stands at the paragraph's end.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from translate_kit.formats.inline import Layout, Piece, Role, joined
from translate_kit.model import InlineTag, Span


def arrange(layout: Layout, text: str, tags: Sequence[InlineTag]) -> list[Piece]:
    """The pieces of a translated paragraph.

    Tags may come in any order, nested or overlapping; unknown ones are passed over. Objects that
    no tag places, and line breaks and tabs that ``text`` lacks, follow the text.
    """
    placed = list(_placed(layout, text, tags))
    points = _points(placed)
    numbers = [span for span, role in placed if role.shows]
    cuts = sorted(
        {0, len(text), *(edge for span, _role in placed for edge in (span.start, span.end))}
    )
    core = list(points.get(0, ()))
    for start, end in pairwise(cuts):
        over = [(span, role) for span, role in placed if span.start <= start and end <= span.end]
        if not any(span.start <= start and end <= span.end for span in numbers):
            core.append(Piece(text[start:end], _style(layout, over), _within(layout, over)))
        core += points.get(end, ())
    there = {role.opening for _span, role in placed}
    for role in layout.roles.values():
        core += () if role.opening in there else (*role.opening, *role.closing)
    lost = Counter(layout.text) - Counter(text)
    core.append(Piece("".join(mark * lost[mark] for mark in "\t\n"), layout.style, layout.within))
    return [*joined([*layout.before, *core]), *_emptied(layout, core), *layout.after]


def _placed(layout: Layout, text: str, tags: Sequence[InlineTag]) -> Iterator[tuple[Span, Role]]:
    """The known tags with their spans inside the text; an object is placed once only."""
    seen: set[str] = set()
    taken: list[Span] = []
    for tag in tags:
        role = layout.roles.get(tag.id)
        if role is None or (role.opening and tag.id in seen):
            continue
        seen.add(tag.id)
        start = min(max(tag.span.start, 0), len(text))
        span = Span(start, min(max(tag.span.end, start), len(text)))
        if role.shows:
            span = _number(text, role.shows, span, taken)
            taken.append(span)
        yield span, role
    for tag_id, role in layout.roles.items():
        if role.shows and tag_id not in seen:
            taken.append(_number(text, role.shows, Span(len(text), len(text)), taken))
            yield taken[-1], role


def _number(text: str, number: str, span: Span, taken: list[Span]) -> Span:
    """Where the number stands that an object shows: under its tag, or else wherever it is alone.

    An empty span at the tag's end where it is nowhere: better twice there than another word lost.
    """
    if span.of(text) == number and span not in taken:
        return span
    alone = re.compile(rf"(?<!\d){re.escape(number)}(?!\d)")
    found = [Span(*match.span()) for match in alone.finditer(text)]
    free = [each for each in found if each not in taken]
    under = [each for each in free if each.start < span.end and span.start < each.end]
    if under or len(free) == 1:
        return (under or free)[0]
    return Span(span.end, span.end)


def _points(placed: list[tuple[Span, Role]]) -> dict[int, list[Piece]]:
    """Offset -> the objects that stand there, in the order they had."""
    points: dict[int, list[Piece]] = {}
    for span, role in placed:
        if role.opening:
            points.setdefault(span.start, []).extend(role.opening)
        if role.closing:
            points.setdefault(span.end, []).extend(role.closing)
    for things in points.values():
        things.sort(key=lambda piece: piece.thing or 0)
    return points


def _style(layout: Layout, over: list[tuple[Span, Role]]) -> int:
    """Of overlapping formats the one that begins last, and of these the shortest."""
    styled = [(span.start, -span.end, role.style) for span, role in over if role.style is not None]
    return max(styled)[2] if styled else layout.style


def _within(layout: Layout, over: list[tuple[Span, Role]]) -> tuple[int, ...]:
    """Containers keep the depth they had; of two that stood side by side the later one holds."""
    chain: dict[int, int] = {}
    for _span, role in sorted(over, key=lambda each: (each[0].start, -each[0].end)):
        for wrap in role.wraps:
            chain[len(layout.paths[wrap])] = wrap
    return (*layout.within, *(chain[depth] for depth in sorted(chain)))


def _emptied(layout: Layout, pieces: list[Piece]) -> Iterator[Piece]:
    """The containers that nothing stands in any more."""
    filled = {
        wrap for piece in pieces for wrap in piece.within if piece.text or piece.thing is not None
    }
    for wrap, path in layout.paths.items():
        if wrap not in filled:
            yield Piece(within=path)
