"""Running text with formatting, containers and objects: laid out as a block, and put back.

A format reads a paragraph into pieces that only number its formats, containers and objects;
``lay_out`` makes the text and the tags of a block of them, and ``arrange`` pieces of the translated
block. Nothing that is not text is lost on the way: what the block's tags do not place any more
stands at the end of the paragraph. A line break in the text is ``\\n`` and a tab ``\\t``.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from translate_kit.model import InlineTag, Span


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one format, or an object (``thing``) that has none.

    ``within`` are the containers around it, the outermost first. ``partner`` is the object at the
    other end of a range (a bookmark's end): the two never change places. A piece with neither
    text nor thing stands for a container that has lost its content.
    """

    text: str = ""
    style: int = 0
    within: tuple[int, ...] = ()
    thing: int | None = None
    partner: int | None = None


@dataclass(frozen=True, slots=True)
class Role:
    """What a tag stands for: a format and containers of the text it spans, and objects.

    ``opening`` objects stand where the span begins, ``closing`` ones where it ends.
    """

    style: int | None = None
    wraps: tuple[int, ...] = ()
    opening: tuple[Piece, ...] = ()
    closing: tuple[Piece, ...] = ()

    @property
    def paired(self) -> bool:
        """Whether it spans text, rather than standing between two characters."""
        return self.style is not None or bool(self.wraps or self.closing)


@dataclass(frozen=True, slots=True)
class Layout:
    """A paragraph as a block's text and tags, and what is needed to put a translation back.

    ``before`` and ``after`` are the objects and blanks at its edges, which stay there untagged;
    ``style`` is what most of the text has, ``within`` what all of it stands in, and ``paths`` gives
    each container of the text with those around it.
    """

    text: str
    tags: tuple[InlineTag, ...]
    roles: Mapping[str, Role]
    style: int
    within: tuple[int, ...]
    paths: Mapping[int, tuple[int, ...]]
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]


def has_letters(text: str) -> bool:
    """Whether there is something to translate."""
    return any(map(str.isalpha, text))


def lay_out(pieces: Sequence[Piece]) -> Layout | None:
    """The layout of a paragraph; None where it has no letter: numbers are not translated."""
    before, core, after = _edges(joined(pieces))
    text = "".join(piece.text for piece in core)
    if not has_letters(text):
        return None
    style = _commonest_style(core)
    within = _common_containers(core)
    found = sorted(_spans(core, style, within), key=lambda each: (each[0].start, -each[0].end))
    tags, roles = [], {}
    for number, (span, role) in enumerate(found, 1):
        tags.append(InlineTag(str(number), span, paired=role.paired))
        roles[str(number)] = role
    paths = {
        wrap: piece.within[: depth + 1]
        for piece in core
        for depth, wrap in enumerate(piece.within)
        if piece.text
    }
    return Layout(text, tuple(tags), roles, style, within, paths, before, after)


def joined(pieces: Iterable[Piece]) -> list[Piece]:
    """Neighbouring characters of the same format in the same containers as one piece."""
    result: list[Piece] = []
    for piece in pieces:
        last = result[-1] if result else None
        if piece.thing is None and not piece.text:
            continue
        if (
            last
            and last.thing is None is piece.thing
            and (last.style, last.within) == (piece.style, piece.within)
        ):
            result[-1] = replace(last, text=last.text + piece.text)
        else:
            result.append(piece)
    return result


def _edges(
    pieces: list[Piece],
) -> tuple[tuple[Piece, ...], list[Piece], tuple[Piece, ...]]:
    """What stands before the first visible character, the text, and what follows the last."""
    core = list(pieces)
    before: list[Piece] = []
    while core and not core[0].text.strip():
        before.append(core.pop(0))
    if core and (blank := len(core[0].text) - len(core[0].text.lstrip())):
        before.append(replace(core[0], text=core[0].text[:blank]))
        core[0] = replace(core[0], text=core[0].text[blank:])
    after: list[Piece] = []
    while core and not core[-1].text.strip():
        after.insert(0, core.pop())
    if core and (kept := len(core[-1].text.rstrip())) < len(core[-1].text):
        after.insert(0, replace(core[-1], text=core[-1].text[kept:]))
        core[-1] = replace(core[-1], text=core[-1].text[:kept])
    return tuple(before), core, tuple(after)


def _commonest_style(pieces: Iterable[Piece]) -> int:
    letters: Counter[int] = Counter()
    for piece in pieces:
        letters[piece.style] += sum(map(str.isalnum, piece.text))
    return letters.most_common(1)[0][0]


def _common_containers(pieces: Iterable[Piece]) -> tuple[int, ...]:
    common: tuple[int, ...] | None = None
    for piece in pieces:
        if not piece.text:
            continue
        if common is None:
            common = piece.within
        while piece.within[: len(common)] != common:
            common = common[:-1]
    return common or ()


def _spans(core: list[Piece], style: int, within: tuple[int, ...]) -> Iterator[tuple[Span, Role]]:
    starts = [0]
    for piece in core:
        starts.append(starts[-1] + len(piece.text))
    texts = [(piece, start) for piece, start in zip(core, starts, strict=False) if piece.text]
    yield from _paired(texts, style, within)
    yield from _things(core, starts)


def _paired(
    texts: list[tuple[Piece, int]], style: int, within: tuple[int, ...]
) -> Iterator[tuple[Span, Role]]:
    """Formats and containers, those of exactly the same characters together."""
    wraps: dict[int, Span] = {}
    for piece, start in texts:
        for wrap in piece.within[len(within) :]:
            first = wraps[wrap].start if wrap in wraps else start
            wraps[wrap] = Span(first, start + len(piece.text))
    roles: dict[Span, Role] = {}
    for wrap, span in wraps.items():
        roles[span] = Role(wraps=(*roles.get(span, Role()).wraps, wrap))
    for each, stretch in groupby(texts, key=lambda text: text[0].style):
        run = list(stretch)
        span = Span(run[0][1], run[-1][1] + len(run[-1][0].text))
        if each != style:
            roles[span] = replace(roles.get(span, Role()), style=each)
    yield from roles.items()


def _things(core: list[Piece], starts: list[int]) -> Iterator[tuple[Span, Role]]:
    """Ranges whose two ends stand in the text as one span each, other neighbours as one point."""
    ends = {piece.thing: (start, piece) for piece, start in zip(core, starts, strict=False)
            if piece.partner is not None}  # fmt: skip
    opened: set[int] = set()
    point: list[Piece] = []
    for piece, start in zip(core, starts, strict=False):
        partnered = piece.thing is not None and piece.partner in ends
        if point and (partnered or piece.thing is None):
            yield Span(start, start), Role(opening=tuple(point))
            point = []
        if piece.thing is None or piece.thing in opened:
            continue
        if not partnered:
            point.append(piece)
            continue
        end, closing = ends[piece.partner]
        opened.add(closing.thing or 0)
        yield Span(start, end), Role(opening=(piece,), closing=(closing,))


def arrange(layout: Layout, text: str, tags: Sequence[InlineTag]) -> list[Piece]:
    """The pieces of a translated paragraph.

    Tags may come in any order, nested or overlapping; unknown ones are passed over. Objects that
    no tag places, and line breaks and tabs that ``text`` lacks, follow the text.
    """
    placed = list(_placed(layout, text, tags))
    points = _points(placed)
    cuts = sorted(
        {0, len(text), *(edge for span, _role in placed for edge in (span.start, span.end))}
    )
    core = list(points.get(0, ()))
    for start, end in pairwise(cuts):
        over = [(span, role) for span, role in placed if span.start <= start and end <= span.end]
        core.append(Piece(text[start:end], _style(layout, over), _within(layout, over)))
        core += points.get(end, ())
    there = {tag.id for tag in tags}
    for tag_id, role in layout.roles.items():
        core += () if tag_id in there else (*role.opening, *role.closing)
    lost = Counter(layout.text) - Counter(text)
    core.append(Piece("".join(mark * lost[mark] for mark in "\t\n"), layout.style, layout.within))
    return [*joined([*layout.before, *core]), *_emptied(layout, core), *layout.after]


def _placed(layout: Layout, text: str, tags: Sequence[InlineTag]) -> Iterator[tuple[Span, Role]]:
    """The known tags with their spans inside the text; an object is placed once only."""
    seen: set[str] = set()
    for tag in tags:
        role = layout.roles.get(tag.id)
        if role is None or (role.opening and tag.id in seen):
            continue
        seen.add(tag.id)
        start = min(max(tag.span.start, 0), len(text))
        yield Span(start, min(max(tag.span.end, start), len(text))), role


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
