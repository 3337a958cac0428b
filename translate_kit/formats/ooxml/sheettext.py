"""Text of spreadsheets with its formats: shared and inline strings, comments (CT_Rst)."""

import re
from copy import deepcopy
from dataclasses import dataclass, field

from translate_kit.formats.arranging import arrange
from translate_kit.formats.inline import Piece, joined, lay_out
from translate_kit.formats.ooxml import fonts
from translate_kit.formats.slots import LaidOut
from translate_kit.formats.xml import Element, child, clean, kind, like
from translate_kit.model import Block

_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_IGNORED = frozenset(("x:charset", "x:family", "x:scheme"))


def decoded(text: str) -> str:
    """Spreadsheets write control characters as ``_x000D_``; line breaks become ``\\n``."""
    plain = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    return plain.replace("\r\n", "\n").replace("\r", "\n")


def encoded(text: str) -> str:
    """The text as the file writes it: what only looks like an escape is escaped itself."""
    return clean(_ESCAPED.sub(lambda match: f"_x005F{match[0]}", text))


def plain_text(holder: Element) -> str:
    """All text of a string, its phonetic guides left out."""
    return decoded("".join(text.text or "" for _run, text in _runs(holder)))


def _runs(holder: Element) -> list[tuple[Element | None, Element]]:
    """The runs (None for text without one) and their text elements."""
    found: list[tuple[Element | None, Element]] = []
    for node in holder:
        if kind(node) == "x:t":
            found.append((None, node))
        elif kind(node) == "x:r" and (text := child(node, "x:t")) is not None:
            found.append((node, text))
    return found


@dataclass(slots=True)
class StringSlot(LaidOut):
    """A string as the place of a block; ``holder`` is its ``si``, ``is`` or ``text``."""

    holder: Element
    styles: list[Element | None]
    waits: bool = field(init=False, default=False)

    def fill(self, block: Block, language: str) -> None:
        """Write the string anew, without the phonetic guides of the old one."""
        self.waits = block.pending
        pieces = arrange(self.layout, block.text, block.tags)
        for node in list(self.holder):
            self.holder.remove(node)
        if all(self.styles[piece.style] is None for piece in pieces):
            self.holder.append(_text(self.holder, "".join(piece.text for piece in pieces)))
            return
        for piece in pieces:
            self.holder.append(self._run(piece, language))

    def _run(self, piece: Piece, language: str) -> Element:
        run = like(self.holder, "r")
        properties = self.styles[piece.style]
        if properties is not None:
            new = deepcopy(properties)
            fit_font(new, "rFont", language)
            run.append(new)
        run.append(_text(run, piece.text))
        return run


def _text(parent: Element, text: str) -> Element:
    node = like(parent, "t")
    node.text = encoded(text)
    if text != text.strip() or "\n" in text:
        node.set(_XML_SPACE, "preserve")
    return node


def string_slot(holder: Element, part: str, where: str) -> StringSlot | None:
    """The slot of a string; None where it has nothing to translate."""
    styles: list[Element | None] = []
    keys: dict[object, int] = {}
    pieces = []
    for run, text in _runs(holder):
        properties = None if run is None else child(run, "x:rPr")
        number = keys.setdefault(_key(properties), len(styles))
        if number == len(styles):
            styles.append(properties)
        pieces.append(Piece(decoded(text.text or ""), number))
    layout = lay_out(joined(pieces))
    if layout is None:
        return None
    return StringSlot(part, where, layout, holder, styles)


def _key(properties: Element | None) -> object:
    if properties is None:
        return ()
    counted = [each for each in properties if kind(each) not in _IGNORED]
    return tuple(sorted((kind(each), *sorted(each.items())) for each in counted))


def fit_font(properties: Element, local: str, language: str) -> bool:
    """Name a font that has the letters of ``language``; says whether that changed anything."""
    font = child(properties, f"x:{local}")
    if font is None:
        return False
    name = font.get("val", "")
    fitting = fonts.fitting(name, language)
    if fitting == name:
        return False
    font.set("val", fitting)
    for local_name in ("charset", "scheme"):
        described = child(properties, f"x:{local_name}")
        if described is not None:
            properties.remove(described)
    return True
