"""Reading what came back from the reviewer's tool, which may have written the file anew."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lxml import etree

from translate_kit.errors import BadData
from translate_kit.files import read_bytes
from translate_kit.formats.interchange.values import Mark, MarkKind, Returned, ReturnedSegment
from translate_kit.formats.interchange.writing import COLUMNS_NOTE
from translate_kit.formats.xml import Element, parse
from translate_kit.messages import _
from translate_kit.model import Pair

_ID = re.compile(r"u(\d+)s(\d+)")
_APPROVED = frozenset(("reviewed", "final", "signed-off"))
"""States of 2.1 and 1.2 that say somebody has read the translation."""
_CRC = "sha256-"
_PASSED_OVER = frozenset(("", "sm", "em", "cp"))
"""Comments, ends of a tool's own marks, and characters that no document can hold."""


def read(path: Path) -> Returned:
    """The sentences of a file that ``write`` made.

    Raises BadData with the line for XML that is broken or hostile, a version that is not ours to
    read, a file of another program, and a tag that no document of ours has.
    """
    root = parse(path, path.name, read_bytes(path))
    if _local(root) != "xliff":
        raise BadData(path, _("no XLIFF: its first element is <{name}>").format(name=_local(root)))
    version = root.get("version", "")
    if version == "1.2":
        return _version_1(path, root)
    if re.fullmatch(r"2\.\d", version):
        return _version_2(path, root)
    why = _("XLIFF of version “{version}”; 1.2 and 2.x can be applied")
    raise BadData(path, why.format(version=version))


def _version_1(path: Path, root: Element) -> Returned:
    file = _only_file(path, root)
    target = file.get("target-language", "")
    references = (node.get("crc", "") for node in file.iter("{*}external-file"))
    sha256 = next((c.removeprefix(_CRC) for c in references if c.startswith(_CRC)), "")
    segments = []
    for unit in file.iter("{*}trans-unit"):
        node = unit.find("{*}target")
        state = "" if node is None else node.get("state", "")
        approved = unit.get("approved") == "yes" or state in _APPROVED
        segments.append(_segment(path, unit, unit.get("id", ""), approved=approved))
    pair = _pair(path, file.get("source-language", ""), target)
    notes = (n.text for n in file.iterfind("{*}header/{*}note") if n.get("from") == COLUMNS_NOTE)
    columns = _columns(next(notes, None))
    return Returned(file.get("original", ""), sha256, pair, tuple(segments), columns)


def _version_2(path: Path, root: Element) -> Returned:
    file = _only_file(path, root)
    known = {node.get("type"): node.text or "" for node in file.iterfind(".//{*}meta")}
    segments = []
    for unit in file.iter("{*}unit"):
        if unit.get("translate") == "no":
            continue
        for node in unit.iterchildren("{*}segment"):
            name = f"{unit.get('id', '')}{node.get('id', '')}"
            approved = node.get("state", "") in _APPROVED
            segments.append(_segment(path, node, name, approved=approved))
    pair = _pair(path, root.get("srcLang", ""), root.get("trgLang", ""))
    sha256, columns = known.get("sha256", ""), _columns(known.get("columns"))
    return Returned(file.get("original", ""), sha256, pair, tuple(segments), columns)


def _columns(text: str | None) -> tuple[str, ...]:
    return tuple((text or "").split(",")) if text else ()


def _only_file(path: Path, root: Element) -> Element:
    files = list(root.iterchildren("{*}file"))
    if len(files) != 1 or not files[0].get("original"):
        raise BadData(path, _not_ours())
    return files[0]


def _pair(path: Path, source: str, target: str) -> Pair:
    try:
        return Pair.parse(f"{source.partition('-')[0]}-{target.partition('-')[0]}")
    except ValueError:
        why = _("the file does not say from which language into which it translates")
        raise BadData(path, why) from None


def _not_ours() -> str:
    return _(
        "this XLIFF file was not made by “translate --xliff”, or its ids were changed; its "
        "document cannot be written from it"
    )


def _segment(path: Path, holder: Element, name: str, *, approved: bool) -> ReturnedSegment:
    line = _line(holder)
    known = _ID.fullmatch(name)
    source, target = holder.find("{*}source"), holder.find("{*}target")
    if known is None or source is None:
        raise BadData(path, _not_ours(), line=line)
    content = _Content(path, name)
    if target is not None:
        content.read(target)
    original = _Content(path, name)
    original.read(source)
    text = None if target is None else "".join(content.text)
    numbers = int(known[1]), int(known[2])
    marks = tuple(content.marks)
    return ReturnedSegment(*numbers, "".join(original.text), text, marks, approved, line)


@dataclass(slots=True)
class _Content:
    """The text and the tags of a source or target."""

    path: Path
    name: str
    text: list[str] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    length: int = 0

    def read(self, element: Element) -> None:
        """Take in all that an element holds."""
        self._write(element.text or "")
        for node in element:
            self._node(node)
            self._write(node.tail or "")

    def _write(self, text: str) -> None:
        self.text.append(text)
        self.length += len(text)

    def _node(self, node: Element) -> None:
        local = _local(node)
        if local in ("g", "pc"):
            self._mark(_name(node), MarkKind.OPEN)
            self.read(node)
            self._mark(_name(node), MarkKind.CLOSE)
        elif local == "mrk":  # a tool's own: what it holds is text
            self.read(node)
        elif local not in _PASSED_OVER:
            self._mark(*self._end(node, local))

    def _end(self, node: Element, local: str) -> tuple[str, MarkKind]:
        if local in ("x", "ph"):
            return _name(node), MarkKind.POINT
        if local == "it":
            kind = MarkKind.OPEN if node.get("pos") == "open" else MarkKind.CLOSE
            return node.get("rid", "") or _name(node), kind
        if local in ("bx", "sc"):
            return node.get("rid", "") or _name(node), MarkKind.OPEN
        if local in ("ex", "ec"):
            return node.get("rid", "") or node.get("startRef", ""), MarkKind.CLOSE
        why = _("segment {name}: <{tag}> is no tag that the document knows")
        told = why.format(name=self.name, tag=local)
        raise BadData(self.path, told, line=_line(node))

    def _mark(self, name: str, kind: MarkKind) -> None:
        self.marks.append(Mark(name, self.length, kind))


def _name(node: Element) -> str:
    """A tag's id; that of a copy leads to what was copied."""
    return node.get("copyOf", "") or node.get("id", "")


def _line(node: Element) -> int:
    line: Any = node.sourceline
    return int(line or 0)


def _local(node: Element) -> str:
    return etree.QName(node).localname if isinstance(node.tag, str) else ""
