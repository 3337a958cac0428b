"""The slots of one worksheet beside its cells: print headers, hints of input checks and links."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from translate_kit.formats.arranging import arrange
from translate_kit.formats.inline import Piece, has_letters, lay_out
from translate_kit.formats.ooxml import fonts
from translate_kit.formats.slots import AttributeSlot, LaidOut, Slot
from translate_kit.formats.xml import Element, clean, kind
from translate_kit.messages import _
from translate_kit.model import Block

_SECTION = re.compile("(&[LCR])")
_CODE = re.compile('&(?:[LCR]$|"[^"]*"|K[0-9A-Fa-f]{6}|K[0-9]{2}[+-][0-9]{3}|[0-9]+|[A-Za-z])')
_SHOWS = {"&P": "1", "&N": "5"}
"""Codes of numbers -> one that they may show: a sentence needs a number in its place."""
_PRINTED = frozenset(
    f"x:{pages}{place}" for pages in ("odd", "even", "first") for place in ("Header", "Footer")
)
_HINTS = {"x:dataValidation": ("promptTitle", "prompt", "errorTitle", "error"),
          "x:hyperlink": ("tooltip",)}  # fmt: skip
_LONGEST = {"promptTitle": 32, "errorTitle": 32, "prompt": 255, "error": 255, "tooltip": 255}
"""Characters that Excel accepts (ECMA-376 part 1, 18.3.1.32)."""


def hint_slots(sheet: Element, part: str, label: str) -> list[Slot]:
    """What the sheet says beside its cells."""
    found: list[Slot] = []
    for node in sheet.iter("{*}dataValidation", "{*}hyperlink"):
        for name in _HINTS.get(kind(node), ()):
            if has_letters(node.get(name, "")):
                where = _("{sheet}, hint").format(sheet=label)
                found.append(HintSlot(part, node, name, where))
    for node in sheet.iter("{*}headerFooter"):
        for printed in node:
            if kind(printed) in _PRINTED:
                where = _("{sheet}, print header or footer").format(sheet=label)
                found += printed_slots(printed, part, where)
    return found


class HintSlot(AttributeSlot):
    """An attribute with a greatest length."""

    def fill(self, block: Block, language: str) -> None:
        """Set the attribute, cut to what Excel accepts."""
        self.element.set(self.name, clean(block.text)[: _LONGEST[self.name]])


@dataclass(slots=True)
class PrintedSlot(LaidOut):
    """The left, middle or right part of a printed header, whose codes are objects of the text."""

    element: Element
    section: int
    codes: list[str]

    def fill(self, block: Block, language: str) -> None:
        """Write the section; a digit right after a font size would belong to the size."""
        sections = _sections(self.element)
        written = ""
        codes = [_fitted(code, language) for code in self.codes]
        for piece in arrange(self.layout, block.text, block.tags):
            text = codes[piece.thing] if piece.thing is not None else _escaped(piece.text)
            sized = re.search("&[0-9]+$", written) and text[:1].isdigit()
            written += f" {text}" if sized else text
        sections[self.section] = written
        self.element.text = "".join(sections).replace("\0", "&&")


def _fitted(code: str, language: str) -> str:
    """``&"SimSun,Bold"`` in a font that has the letters of ``language``."""
    if not code.startswith('&"'):
        return code
    font, comma, style = code[2:-1].partition(",")
    return f'&"{fonts.fitting(font, language)}{comma}{fonts.plain_style(style)}"'


def _escaped(text: str) -> str:
    return clean(text).replace("&", "\0")


def _sections(element: Element) -> list[str]:
    """The text cut at the codes of its sections, these among them; a plain ``&`` is a NUL."""
    return _SECTION.split((element.text or "").replace("&&", "\0"))


def printed_slots(element: Element, part: str, where: str) -> Iterator[PrintedSlot]:
    """The sections of a printed header or footer that have words."""
    for number, section in enumerate(_sections(element)):
        pieces: list[Piece] = []
        codes: list[str] = []
        at = 0
        for code in _CODE.finditer(section):
            shown = _SHOWS.get(code[0], "")
            pieces += [Piece(_plain(section[at : code.start()])), Piece(shown, thing=len(codes))]
            codes.append(code[0])
            at = code.end()
        layout = lay_out([*pieces, Piece(_plain(section[at:]))])
        if layout is not None:
            yield PrintedSlot(part, where, layout, element, number, codes)


def _plain(text: str) -> str:
    return text.replace("\0", "&")
