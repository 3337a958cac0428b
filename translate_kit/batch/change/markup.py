"""A bilingual file in XML (XLIFF, TMX) in which a change of the glossary is carried out.

Only characters of translations change: codes and formatting inside them, and all else in the file,
stay as they are.
"""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from lxml import etree

from translate_kit.batch.change.renewal import Renewal, Renewed, State
from translate_kit.batch.passage import Passage
from translate_kit.checks.bitext import Wanted, read_bitext
from translate_kit.checks.bitext.markup import CODES, language, local, text_of
from translate_kit.checks.bitext.row import language_of
from translate_kit.files.xml import read_xml
from translate_kit.model import Span
from translate_kit.pipeline.draft import common_start

SUFFIXES = (".xlf", ".xliff", ".mxliff", ".sdlxliff", ".tmx")
_APPROVED = frozenset({"reviewed", "final", "signed-off"})
"""States of XLIFF 1.2 and 2 that say somebody has read the translation."""


@dataclass(frozen=True, slots=True)
class ChangedFile:
    """What the change makes of a file; ``content`` is empty where it stays as it is."""

    renewed: tuple[Renewed, ...]
    content: bytes = b""


@dataclass(frozen=True, slots=True)
class _Held:
    """A passage, the element that holds its translation, and whether a person approved it."""

    passage: Passage
    element: etree._Element
    approved: bool


def change(path: Path, renewal: Renewal, *, repair_approved: bool) -> ChangedFile:
    """The file with its touched translations mended; raises UserError where it can't be read.

    What a person approved stays, unless the term alone is to be exchanged there too.
    """
    root = read_xml(path, remarks=True)
    touched = [held for held in _held(path, root) if renewal.touch.concepts(held.passage)]
    renewed = [_renewed(each, renewal, repair_approved=repair_approved) for each in touched]
    if not any(each.state.done for each in renewed):
        return ChangedFile(tuple(renewed))
    return ChangedFile(tuple(renewed), _written(root))


def _written(root: etree._Element) -> bytes:
    tree, written = root.getroottree(), io.BytesIO()
    tree.write(written, encoding=tree.docinfo.encoding or "UTF-8", xml_declaration=True)
    return written.getvalue()


def _held(path: Path, root: etree._Element) -> Iterator[_Held]:
    """The rows that ``read_bitext`` reads, as far as they have a translation."""
    bitext = read_bitext([path], Wanted())
    found = _translations(root, bitext.pair.source, bitext.pair.target)
    rows = zip(bitext.rows, found, strict=True)
    for number, (row, (element, approved)) in enumerate(rows, 1):
        if element is not None:
            texts = row.where, row.source, row.target
            yield _Held(Passage(str(path), number, *texts, bitext.pair), element, approved)


def _renewed(held: _Held, renewal: Renewal, *, repair_approved: bool) -> Renewed:
    """What becomes of a translation; where something does, it stands in the element afterwards."""
    made = renewal.mended(held.passage)
    if held.approved and (made.state is not State.REPAIRED or not repair_approved):
        return renewal.proposed(held.passage, State.APPROVED)
    if made.state.done and not _put(held.element, held.passage.target, made.after):
        return replace(made, state=State.PROPOSED)
    return made


def _translations(
    root: etree._Element, source: str, target: str
) -> Iterator[tuple[etree._Element | None, bool]]:
    """The elements of the translations that ``read_bitext`` reads, in its order."""
    found = _units(root, source, target) if local(root) == "tmx" else _segments(root)
    for ours, theirs, approved in found:
        texts = text_of(ours), "" if theirs is None else text_of(theirs)
        if any(map(str.strip, texts)):
            yield theirs, approved


_Pieces = Iterator[tuple[etree._Element, etree._Element | None, bool]]


def _segments(root: etree._Element) -> _Pieces:
    new = (root.get("version") or "").startswith("2")
    for unit in root.iter("{*}unit" if new else "{*}trans-unit"):
        if unit.get("translate") == "no":
            continue
        for segment in unit.iter("{*}segment") if new else (unit,):
            source, target = segment.find("{*}source"), segment.find("{*}target")
            if source is not None:
                state = segment.get("state") if new else target is not None and target.get("state")
                yield source, target, segment.get("approved") == "yes" or state in _APPROVED


def _units(root: etree._Element, source: str, target: str) -> _Pieces:
    for unit in root.iter("{*}tu", "tu"):
        segments: dict[str, etree._Element] = {}
        for variant in unit.iter("{*}tuv", "tuv"):
            code, segment = language_of(language(variant)), variant.find("{*}seg")
            if code and segment is not None:
                segments.setdefault(code, segment)
        if source in segments and target in segments:
            yield segments[source], segments[target], False


@dataclass(frozen=True, slots=True)
class _Node:
    """Text of an element, or behind it, and where it stands in the whole."""

    element: etree._Element
    is_tail: bool
    span: Span

    def write(self, text: str) -> None:
        if self.is_tail:
            self.element.tail = text
        else:
            self.element.text = text


def _put(element: etree._Element, old: str, new: str) -> bool:
    """Write what differs into the one text that holds it; False where codes stand within that."""
    start = common_start(old, new)
    kept = common_start(old[start:][::-1], new[start:][::-1])
    changed = Span(start, len(old) - kept)
    for node in _nodes(element):
        if node.span.start <= changed.start and changed.end <= node.span.end:
            inserted = new[start : len(new) - kept]
            text = node.span.of(old)
            shift = node.span.start
            node.write(text[: start - shift] + inserted + text[changed.end - shift :])
            return True
    return False


def _nodes(element: etree._Element) -> Sequence[_Node]:
    """The texts that ``text_of`` reads, in its order."""
    nodes: list[_Node] = []
    place = 0
    for holder, is_tail in _places(element):
        text = (holder.tail if is_tail else holder.text) or ""
        nodes.append(_Node(holder, is_tail, Span(place, place + len(text))))
        place += len(text)
    return nodes


def _places(element: etree._Element) -> Iterator[tuple[etree._Element, bool]]:
    if local(element) not in CODES:
        yield element, False
        for child in element:
            if not (local(child) == "cp" and child.get("hex")):
                yield from _places(child)
            yield child, True
