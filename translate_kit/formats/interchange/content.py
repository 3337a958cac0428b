"""The text of a segment with its tags as XML content.

Pairs that nest inside the segment hold their text (``pc``, ``g``); one that overlaps another, or
closes in a later segment, is written as its two ends (``sc`` and ``ec``, ``bx`` and ``ex``). In 1.2
segments are units of their own, where an end without the other one is an ``it``.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from translate_kit.formats.interchange.values import Mark, MarkKind
from translate_kit.formats.xml import Element, clean


@dataclass(frozen=True, slots=True)
class Names:
    """What one version of XLIFF calls its tags."""

    pair: str
    point: str
    opening: str
    closing: str
    reference: str
    """The attribute by which the two ends find each other."""


NEW = Names("pc", "ph", "sc", "ec", "startRef")
OLD = Names("g", "x", "bx", "ex", "rid")


@dataclass(frozen=True, slots=True)
class _Pair:
    id: str
    start: int
    end: int
    order: int


def put(element: Element, text: str, marks: Sequence[Mark], names: Names) -> None:
    """Write the text into the empty ``element``, its tags in place."""
    pairs = _nesting(marks)
    whole = {pair.id for pair in pairs}
    ends = Counter(mark.id for mark in marks)
    here = element
    done = 0
    for at in sorted({mark.at for mark in marks}):
        _write(here, text[done:at])
        done = at
        for _closed in [pair for pair in pairs if pair.start < at == pair.end]:
            parent = here.getparent()
            assert parent is not None
            here = parent
        for mark in marks:
            if mark.at == at and mark.id not in whole:
                _end(here, mark, names, alone=ends[mark.id] == 1)
        for pair in [p for p in pairs if p.start == at]:
            inside = _add(here, names.pair, id=pair.id)
            here = inside if pair.end > at else here
    _write(here, text[done:])


def _nesting(marks: Sequence[Mark]) -> list[_Pair]:
    """The pairs that can hold their text, as they open, outer ones first."""
    opened = {mark.id: mark.at for mark in marks if mark.kind is MarkKind.OPEN}
    closed = {mark.id: mark.at for mark in marks if mark.kind is MarkKind.CLOSE}
    pairs = [
        _Pair(name, start, closed[name], order)
        for order, (name, start) in enumerate(opened.items())
        if name in closed and closed[name] >= start
    ]
    kept: list[_Pair] = []
    for pair in sorted(pairs, key=lambda each: (each.start, -each.end, each.order)):
        if not any(other.start < pair.start < other.end < pair.end for other in kept):
            kept.append(pair)
    return kept


def _end(parent: Element, mark: Mark, names: Names, *, alone: bool) -> None:
    opens = mark.kind is MarkKind.OPEN
    if mark.kind is MarkKind.POINT:
        _add(parent, names.point, id=mark.id)
    elif names is NEW and opens:
        _add(parent, names.opening, id=mark.id)
    elif names is NEW:
        _add(parent, names.closing, startRef=mark.id)
    else:
        given = {"id": mark.id if opens else f"{mark.id}-end", "rid": mark.id}
        if alone:
            _add(parent, "it", **given, pos="open" if opens else "close")
        else:
            _add(parent, names.opening if opens else names.closing, **given)


def _add(parent: Element, name: str, **attributes: str) -> Element:
    namespace = parent.tag.rpartition("}")[0] + "}"
    node = parent.makeelement(namespace + name, attributes)
    parent.append(node)
    return node


def _write(parent: Element, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + clean(text)
    else:
        parent.text = (parent.text or "") + clean(text)
