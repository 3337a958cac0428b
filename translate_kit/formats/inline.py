"""Running text with formatting, containers and objects: laid out as a block, and put back.

A format reads a paragraph into pieces that only number its formats, containers and objects;
``lay_out`` makes the text and the tags of a block of them, and ``arranging.arrange`` pieces of the
translated block. A line break in the text is ``\\n`` and a tab ``\\t``.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from translate_kit.model import InlineTag, Span


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one format, or an object (``thing``).

    An object with ``text`` shows that number, as the field of a page number does: the number
    stands in the block's text, where a translation needs it, and is taken out again.
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

    ``opening`` objects stand where the span begins, ``closing`` ones where it ends. ``shows`` is
    the number that the object shows and the span covers.
    """

    style: int | None = None
    wraps: tuple[int, ...] = ()
    opening: tuple[Piece, ...] = ()
    closing: tuple[Piece, ...] = ()
    shows: str = ""

    @property
    def paired(self) -> bool:
        """Whether it spans text, rather than standing between two characters."""
        return self.style is not None or bool(self.wraps or self.closing or self.shows)


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


def shown_number(text: str) -> str:
    """The text of an object where it is a number; else nothing: words it keeps to itself."""
    text = text.strip()
    return "" if has_letters(text) or not any(map(str.isdecimal, text)) else text


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
    """What stands before the first visible character, the text, and what follows the last.

    A number behind a tab, as at the end of a line of contents, is no part of the text.
    """
    core = list(pieces)
    before: list[Piece] = []
    while core and not core[0].text.strip():
        before.append(core.pop(0))
    if core and (blank := len(core[0].text) - len(core[0].text.lstrip())):
        before.append(replace(core[0], text=core[0].text[:blank]))
        core[0] = replace(core[0], text=core[0].text[blank:])
    after: list[Piece] = []
    while core and (not core[-1].text.strip() or _is_behind_a_tab(core)):
        after.insert(0, core.pop())
    if core and (kept := len(core[-1].text.rstrip())) < len(core[-1].text):
        after.insert(0, replace(core[-1], text=core[-1].text[kept:]))
        core[-1] = replace(core[-1], text=core[-1].text[:kept])
    return tuple(before), core, tuple(after)


def _is_behind_a_tab(core: list[Piece]) -> bool:
    if core[-1].thing is None:
        return False
    text = next((piece.text for piece in reversed(core[:-1]) if piece.thing is None), "")
    return text.rstrip(" ").endswith("\t")


def _commonest_style(pieces: Iterable[Piece]) -> int:
    letters: Counter[int] = Counter()
    for piece in pieces:
        if piece.thing is None:
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
    own = [(piece, start) for piece, start in texts if piece.thing is None]
    for each, stretch in groupby(own, key=lambda text: text[0].style):
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
        if point and (partnered or piece.text):
            yield Span(start, start), Role(opening=tuple(point))
            point = []
        if piece.thing is None or piece.thing in opened:
            continue
        if piece.text:
            span = Span(start, start + len(piece.text))
            yield span, Role(opening=(piece,), shows=piece.text)
            continue
        if not partnered:
            point.append(piece)
            continue
        end, closing = ends[piece.partner]
        opened.add(closing.thing or 0)
        yield Span(start, end), Role(opening=(piece,), closing=(closing,))
