"""Word's numbering of paragraphs: words in it (``Article %1``), and numerals of other scripts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from translate_kit.formats.arranging import arrange
from translate_kit.formats.inline import Layout, Piece, lay_out
from translate_kit.formats.ooxml import fonts
from translate_kit.formats.ooxml.wordrun import fit_fonts
from translate_kit.formats.slots import Slot
from translate_kit.formats.xml import Element, child, clean, own
from translate_kit.messages import _
from translate_kit.model import Block, InlineTag

_LEVEL = re.compile(r"%\d")
_EAST_ASIAN = frozenset(
    ("chineseCounting", "chineseCountingThousand", "chineseLegalSimplified", "ideographDigital",
     "japaneseCounting", "japaneseLegal", "japaneseDigitalTenThousand", "koreanCounting",
     "koreanDigital", "koreanDigital2", "koreanLegal", "taiwaneseCounting",
     "taiwaneseCountingThousand", "taiwaneseDigital", "ideographLegalTraditional",
     "decimalFullWidth", "decimalFullWidth2", "decimalHalfWidth")
)  # fmt: skip
_LETTERED = frozenset(
    ("ideographTraditional", "ideographZodiac", "aiueo", "aiueoFullWidth", "iroha",
     "irohaFullWidth", "ganada", "chosung", "hebrew1", "hebrew2", "arabicAlpha", "arabicAbjad")
)  # fmt: skip
_HOMES = {"zh": "chinese", "ja": "japanese", "ko": "korean"}
_MARKS = str.maketrans({"、": ".", "．": ".", "（": "(", "）": ")", "：": ":", "，": ","})


@dataclass(slots=True)
class LevelSlot:
    """The text of a level; the numbers in it are objects."""

    part: str
    element: Element
    name: str
    where: str
    layout: Layout
    numbers: list[str]
    text: str = field(init=False)
    tags: tuple[InlineTag, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.text, self.tags = self.layout.text, self.layout.tags

    def fill(self, block: Block, language: str) -> None:
        """Write the level's text."""
        pieces = arrange(self.layout, block.text, block.tags)
        said = (p.text if p.thing is None else self.numbers[p.thing] for p in pieces)
        self.element.set(self.name, clean("".join(said)))


def numbering_slots(root: Element, part: str, used: frozenset[str]) -> Iterator[list[Slot]]:
    """The words in the numbering of lists that paragraphs or styles (``used``, by id) have."""
    abstract = {
        own(link, "val")
        for number in root.iter("{*}num")
        if own(number, "numId") in used
        for link in number.iter("{*}abstractNumId")
    }
    for definition in root.iter("{*}abstractNum"):
        if own(definition, "abstractNumId") not in abstract:
            continue
        for level in definition.iter("{*}lvl"):
            slot = _level_slot(level, part)
            if slot is not None:
                yield [slot]


def _level_slot(level: Element, part: str) -> LevelSlot | None:
    text, form = child(level, "w:lvlText"), child(level, "w:numFmt")
    if text is None or (form is not None and own(form, "val") in ("bullet", "none")):
        return None
    said = own(text, "val") or ""
    numbers = _LEVEL.findall(said)
    words = _LEVEL.split(said)
    pieces = [Piece(words[0])]
    for number, word in enumerate(words[1:]):
        pieces += [Piece(numbers[number][1:], thing=number), Piece(word)]
    layout = lay_out(pieces)
    if layout is None:
        return None
    name = next(str(key) for key in text.attrib if str(key).endswith("}val"))
    return LevelSlot(part, text, name, _("numbering"), layout, numbers)


def adapt_numbering(root: Element, language: str) -> bool:
    """Numerals that a reader of ``language`` can read: 一、 becomes 1. outside East Asia."""
    changed = [_adapt_level(level, language) for level in root.iter("{*}lvl")]
    return any(changed)


def _adapt_level(level: Element, language: str) -> bool:
    form, text = child(level, "w:numFmt"), child(level, "w:lvlText")
    said = "" if form is None else own(form, "val") or ""
    if said == "bullet":  # a symbol's font has the symbol
        return False
    changed = [fit_fonts(each, language) for each in level.iter("{*}rFonts")]
    new = _readable(said, language)
    if form is None or new is None:
        return any(changed)
    _set(form, new)
    if text is not None and language not in fonts.EAST_ASIAN:
        _set(text, (own(text, "val") or "").translate(_MARKS))
    return True


def _readable(form: str, language: str) -> str | None:
    """The numerals to take instead; None where these can stay."""
    home = _HOMES.get(language, "-")
    if form.startswith(home) or (home in ("chinese", "japanese") and form in _SHARED):
        return None
    if form in _EAST_ASIAN:
        return "decimal"
    return "upperLetter" if form in _LETTERED else None


_SHARED = frozenset(
    ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "ideographDigital",
     "taiwaneseCounting", "taiwaneseCountingThousand", "ideographTraditional", "ideographZodiac")
)  # fmt: skip
"""Numerals that Chinese and Japanese readers both read."""


def _set(element: Element, value: str) -> None:
    for name in element.attrib:
        if str(name).endswith("}val"):
            element.set(name, value)
