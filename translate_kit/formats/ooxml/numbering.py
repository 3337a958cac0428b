"""Word's numbering of paragraphs: words in it (``Article %1``), and numerals of other scripts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from translate_kit.formats.arranging import arrange
from translate_kit.formats.inline import Piece, lay_out
from translate_kit.formats.labels import is_wide, punctuated, worded
from translate_kit.formats.ooxml.numerals import readable
from translate_kit.formats.ooxml.wordrun import fit_fonts
from translate_kit.formats.slots import LaidOut, Slot
from translate_kit.formats.xml import Element, child, clean, own
from translate_kit.messages import _
from translate_kit.model import Block

_LEVEL = re.compile(r"%\d")
_NUMBERS = re.compile(r"%\d(?:[^%\w]*%\d)*")
"""The number of a level, or several: ``%1.%2``."""


@dataclass(slots=True)
class LevelSlot(LaidOut):
    """The text of a level; the numbers in it are objects."""

    element: Element
    name: str
    numbers: list[str]

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
    if text is None or (form is not None and own(form, "val") == "bullet"):
        return None
    said = own(text, "val") or ""
    if (around := _NUMBERS.search(said)) and worded(
        said[: around.start()], said[around.end() :], "en"
    ):
        return None  # the words of a table, see ``adapt_numbering``
    numbers = _LEVEL.findall(said)
    words = _LEVEL.split(said)
    pieces = [Piece(words[0])]
    for number, word in enumerate(words[1:]):
        pieces += [Piece(numbers[number][1:], thing=number), Piece(word)]
    layout = lay_out(pieces)
    if layout is None:
        return None
    name = next(str(key) for key in text.attrib if str(key).endswith("}val"))
    return LevelSlot(part, _("numbering"), layout, text, name, numbers)


def adapt_numbering(root: Element, language: str) -> bool:
    """Numerals and labels that a reader of ``language`` can read: 一、 becomes 1. in Russian."""
    changed = [_adapt_level(level, language) for level in root.iter("{*}lvl")]
    return any(changed)


def _adapt_level(level: Element, language: str) -> bool:
    form, text = child(level, "w:numFmt"), child(level, "w:lvlText")
    said = "" if form is None else own(form, "val") or ""
    if said == "bullet":  # a symbol's font has the symbol
        return False
    changed = [fit_fonts(each, language) for each in level.iter("{*}rFonts")]
    if form is not None and (new := readable(said, language)) is not None:
        changed.append(_set(form, new))
    if text is not None and _set(text, _labelled(own(text, "val") or "", language)):
        suffix = child(level, "w:suff")
        if suffix is not None and own(suffix, "val") == "nothing" and not is_wide(language):
            _set(suffix, "space")  # 一、 needs no blank behind it, 1. does
        changed.append(True)
    return any(changed)


def _labelled(text: str, language: str) -> str:
    """``第%1章`` or ``（%1）`` as ``language`` writes it."""
    numbers = _NUMBERS.search(text)
    if numbers is None:
        return text
    before, after = text[: numbers.start()], text[numbers.end() :]
    before, after = worded(before, after, language) or (
        punctuated(before, language),
        punctuated(after, language),
    )
    return before + numbers[0] + after


def _set(element: Element, value: str) -> bool:
    """Set ``w:val``; says whether that changed anything."""
    name = next(str(name) for name in element.attrib if str(name).endswith("}val"))
    changed = element.get(name) != value
    element.set(name, value)
    return changed
