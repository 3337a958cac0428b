"""What a reader sees of an office file, found by a walk that shares no code with the product.

Only the standard library. It knows text nodes and which of them nobody sees, formats by a few
visible properties, and the objects and values inside running text.
"""

import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from xml.etree import ElementTree

from pseudo_engine import WORD

_SEEN = re.compile(
    r"word/(document\d*|header\d*|footer\d*|footnotes|endnotes|comments)\.xml$|"
    r"(word|ppt|xl)/(charts/chart|diagrams/(data|drawing)|drawings/drawing|comments/modernComment)[^/]*$|"
    r"ppt/(slides|notesSlides|comments)/[^/]*$|"
    r"xl/(sharedStrings|comments\d*|worksheets/[^/]*|threadedComments/[^/]*)\.xml$|"
    r"docProps/core\.xml$|(^|/)content\.xml$|^(styles|meta)\.xml$"
)
_NAMES = {
    "wordprocessingml": "w", "drawingml/2006/main": "a", "drawingml/main": "a",
    "drawingml/2006/chart": "c", "drawingml/chart": "c", "spreadsheetml/2006/main": "x",
    "spreadsheetml/main": "x", "threadedcomments": "tc", "presentationml": "p", "math": "m",
    "elements/1.1": "dc", "xmlns:text:1.0": "text", "svg-compatible": "svg",
    "markup-compatibility": "mc", "xmlns:office:1.0": "office", "xmlns:drawing:1.0": "draw",
    "xmlns:table:1.0": "table", "core-properties": "cp",
}  # fmt: skip
_PARAGRAPHS = {"w:p", "a:p", "text:p", "text:h", "x:si", "x:is", "x:text"}
_PLAIN = {"c:v", "p:text", "dc:title", "dc:subject", "dc:description", "cp:keywords",
          "cp:category", "tc:text", "svg:title", "svg:desc"}  # fmt: skip
_MIXED = {"text:p", "text:h", "text:span", "text:a", "text:ruby-base", "text:ruby", "text:meta"}
_CHARACTERS = {
    **dict.fromkeys(
        ("w:tab", "w:br", "w:cr", "a:br", "text:tab", "text:s", "text:line-break"), " "
    ),
    "w:noBreakHyphen": "\u2011",
}
_UNSEEN = {"w:del", "w:moveFrom", "w:rt", "x:rPh", "mc:Fallback", "c:numCache", "c:numLit",
           "text:tracked-changes", "text:ruby-text", "w:rubyPr", "office:automatic-styles",
           "office:styles", "office:scripts", "text:note-citation", "text:sequence-decls",
           }  # fmt: skip
_OBJECTS = {
    "w:hyperlink", "w:footnoteReference", "w:endnoteReference", "w:commentReference",
    "w:commentRangeStart", "w:commentRangeEnd", "w:bookmarkStart", "w:bookmarkEnd", "w:drawing",
    "w:pict", "w:object", "w:fldChar", "w:fldSimple", "w:instrText", "w:sym", "m:oMath", "w:sdt",
    "w:br", "w:tab", "w:cr", "w:ptab", "w:noBreakHyphen", "w:del", "w:permStart", "w:permEnd",
    "mc:AlternateContent", "a:fld", "a:br", "a:hlinkClick", "text:note", "office:annotation",
    "text:a", "text:bookmark", "text:bookmark-start", "text:bookmark-end", "draw:frame",
    "text:line-break", "text:tab", "text:reference-mark", "text:change", "text:change-start",
}  # fmt: skip
_FORMATS = {"b", "i", "u", "strike", "color", "sz", "highlight", "vertAlign", "rStyle", "caps",
            "smallCaps", "solidFill"}  # fmt: skip
_OPEN_FORMATS = {"font-weight", "font-style", "text-underline-style", "color", "font-size",
                 "background-color", "text-position", "text-line-through-style"}  # fmt: skip
_PROSE_FIELDS = ("HYPERLINK", "TOC", "INDEX", "TOA", "BIBLIOGRAPHY", "FORMTEXT", "QUOTE",
                 "INCLUDETEXT", "COMMENTS", "GOTOBUTTON")  # fmt: skip
_FILE_NAME = re.compile(r"[^\n]{1,80}\.(png|jpe?g|gif|bmp|emf|wmf)", re.IGNORECASE)
Format = frozenset[str]
Node = ElementTree.Element


@dataclass(slots=True)
class Paragraph:
    """What a reader takes in as a whole: its text, and each word with its format."""

    text: str
    words: list[tuple[str, Format]]


@dataclass(slots=True)
class Part:
    """What was found in one part of a file."""

    runs: list[str] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    objects: Counter[str] = field(default_factory=Counter)
    values: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _At:
    """Where the walk is: whether a reader sees it, whether it is a value, in what format."""

    seen: bool = True
    value: bool = False
    form: Format = frozenset()


def read(path: Path) -> dict[str, Part]:
    """Part name -> what is seen in it."""
    with zipfile.ZipFile(path) as archive:
        roots = {
            name: ElementTree.fromstring(archive.read(name))  # noqa: S314 - a known set
            for name in archive.namelist()
            if _SEEN.search(name) and name.endswith(".xml")
        }
    shown = set().union(*map(_shown_strings, roots.values()))
    found = {}
    for name, root in roots.items():
        walk = _Walk(shown)
        walk.styles = dict(_styles(root))
        walk.visit(root, _At())
        found[name] = walk.part
    return found


def flat_text(path: Path) -> str:
    """The paragraphs of a flat OpenDocument file, as LibreOffice understood another file."""
    root = ElementTree.parse(path).getroot()  # noqa: S314 - made by LibreOffice
    walk = _Walk(set())
    walk.deleted = {
        _attribute(region, "id")
        for region in root.iter()
        if kind(region) == "text:changed-region" and kind(region[0]) == "text:deletion"
    }
    for each in root:
        # The master pages of a presentation hold prompts that no slide shows.
        if kind(each) != "office:master-styles" or path.suffix != ".fodp":
            walk.visit(each, _At())
    return "\n".join(paragraph.text for paragraph in walk.part.paragraphs)


def kind(node: Node) -> str:
    uri, _brace, local = str(node.tag).rpartition("}")
    return next((f"{short}:{local}" for part, short in _NAMES.items() if part in uri), local)


def _shown_strings(root: Node) -> Iterator[int]:
    """The shared strings that a cell without a formula shows."""
    for cell in root.iter():
        if kind(cell) == "x:c" and cell.get("t") == "s":
            kids = {kind(kid): kid.text for kid in cell}
            if "x:f" not in kids and kids.get("x:v"):
                yield int(kids["x:v"] or 0)


class _Walk:
    def __init__(self, shown: set[int]) -> None:
        self.part = Part()
        self._shown = shown
        self._strings = -1
        self._fields: list[list[str]] = []
        self.deleted: set[str] = set()
        self.styles: dict[str, Format] = {}
        self._gone: set[str] = set()
        self._open: list[list[tuple[str, Format]]] = []

    def visit(self, node: Node, at: _At) -> None:
        name = kind(node)
        at = self._enter(node, name, at)
        if name in _UNSEEN:
            return
        paragraph = name in _PARAGRAPHS or name in _PLAIN
        if paragraph:
            self._open.append([])
        if name in _CHARACTERS and self._open:
            self._open[-1].append((_CHARACTERS[name], at.form))
        if node.text and (name in _MIXED or name in _PLAIN or name.endswith(":t")):
            self._add(node.text, at)
        for kid in node:
            self.visit(kid, at)
            if kid.tail and name in _MIXED:
                self._add(kid.tail, at)
        if paragraph:
            self._close(self._open.pop(), at)

    def _enter(self, node: Node, name: str, at: _At) -> _At:
        """Count the node where it is an object, and say what it makes of what it holds."""
        if name in _OBJECTS and at.seen:
            self.part.objects[_label(node, name)] += 1
        self._mark(node, name)
        if name == "x:si":
            self._strings += 1
            return replace(at, seen=self._strings in self._shown)
        if name in ("w:r", "a:r", "x:r"):
            form = _format(node)
            return replace(at, form=form, seen=at.seen and "vanish" not in form)
        if name == "text:span":
            form = self.styles.get(_attribute(node, "style-name"), frozenset())
            return replace(at, form=at.form | form)
        return replace(at, value=at.value or _is_value(node, name))

    def _mark(self, node: Node, name: str) -> None:
        """Fields and deletions begin and end at marks."""
        if name == "w:instrText" and self._fields:
            self._fields[-1][0] += node.text or ""
        elif name == "w:fldChar":
            self._field(_attribute(node, "fldCharType"))
        elif name == "text:change-start" and _attribute(node, "change-id") in self.deleted:
            self._gone.add(_attribute(node, "change-id"))
        elif name == "text:change-end":
            self._gone.discard(_attribute(node, "change-id"))

    def _field(self, mark: str) -> None:
        if mark == "begin":
            self._fields.append(["", "code"])
        elif mark == "separate" and self._fields:
            self._fields[-1][1] = "result"
        elif mark == "end" and self._fields:
            self._fields.pop()

    def _add(self, text: str, at: _At) -> None:
        if not at.seen or self._gone or _FILE_NAME.fullmatch(text):
            return
        if at.value or any(s == "code" or not _prose(i) for i, s in self._fields):
            self.part.values.append(text)
            return
        if any(map(str.isalpha, text)):
            self.part.runs.append(text)
        if self._open:
            self._open[-1].append((text, at.form))

    def _close(self, characters: list[tuple[str, Format]], at: _At) -> None:
        text = "".join(text for text, _form in characters)
        forms = [form for text, form in characters for _character in text]
        words = [(match[0], forms[match.start()]) for match in WORD.finditer(text)]
        if any(map(str.isalpha, text)) and at.seen:
            self.part.paragraphs.append(Paragraph(text, words))


def _styles(root: Node) -> Iterator[tuple[str, Format]]:
    """The automatic styles of OpenDocument spans and their visible properties."""
    for style in root.iter():
        if kind(style).endswith(":style") or kind(style) == "style":
            properties = [pair for each in style for pair in each.items()]
            seen = [(key.rpartition("}")[2], value) for key, value in properties]
            form = frozenset(f"{key}={value}" for key, value in seen if key in _OPEN_FORMATS)
            yield _attribute(style, "name"), form


def _attribute(node: Node, name: str) -> str:
    return next((value for key, value in node.items() if key.rpartition("}")[2] == name), "")


def _is_value(node: Node, name: str) -> bool:
    """Whether the office program works out what the node shows."""
    if name == "w:fldSimple":
        return not _prose(_attribute(node, "instr"))
    if name == "table:table-cell":
        return _attribute(node, "value-type") not in ("", "string")
    return name in ("a:fld", "m:oMath")


def _label(node: Node, name: str) -> str:
    """Objects of one kind are told apart by what they point to or say."""
    if name == "w:instrText":
        return f"{name} {' '.join((node.text or '').split())}"
    keys = ("id", "anchor", "char", "type", "fldCharType", "href", "instr", "name")
    told = [(key.rpartition("}")[2], value) for key, value in sorted(node.items())]
    return " ".join([name, *(f"{key}={value}" for key, value in told if key in keys)])


def _prose(instruction: str) -> bool:
    return instruction.strip().upper().startswith(_PROSE_FIELDS)


def _format(run: Node) -> Format:
    """The visible properties of a run."""
    found = set()
    for properties in run:
        if not kind(properties).endswith(":rPr"):
            continue
        found |= {f"{k}={v}" for k, v in properties.items() if k in ("b", "i", "u", "strike", "sz")}
        for each in properties:
            local = kind(each).rpartition(":")[2]
            if local == "vanish" and _attribute(each, "val") not in ("0", "false"):
                found.add("vanish")
            if local in _FORMATS:
                found.add(f"{local}={_attribute(each, 'val')}")
    return frozenset(found)
