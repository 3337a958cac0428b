"""Run properties of WordprocessingML: when two formats are equal, and what a language changes."""

from copy import deepcopy

from lxml import etree

from translate_kit.formats.ooxml import fonts
from translate_kit.formats.xml import Element, child, kind, like, own

Key = tuple[object, ...]

_IGNORED = frozenset(
    ("w:lang", "w:noProof", "w:rPrChange", "w:snapToGrid", "w:fitText", "w:kern", "w:ins", "w:del",
     "w:moveFrom", "w:moveTo", "w:specVanish")
)  # fmt: skip
_DROPPED = ("w:lang", "w:noProof", "w:rPrChange", "w:fitText", "w:ins", "w:moveTo")
"""What a new text must not inherit: the old language, tracked formats, a squeeze into the width."""

_ORDER = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline",
    "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color",
    "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd",
    "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath",
)  # fmt: skip
"""The order that the schema demands (ECMA-376 part 1, 17.3.2.28)."""

_INK = ("w:u", "w:strike", "w:dstrike", "w:highlight", "w:shd", "w:bdr")


def key(properties: Element | None) -> Key:
    """Equal for formats that look the same: spelling marks, languages and hints do not count."""
    if properties is None:
        return ()
    counted = [each for each in properties if kind(each) not in _IGNORED]
    return tuple(sorted(_key(each) for each in counted if _says(each)))


def _key(element: Element) -> tuple[str, tuple[tuple[str, str], ...]]:
    return kind(element), tuple(sorted(_attributes(element)))


def _attributes(element: Element) -> list[tuple[str, str]]:
    """Those of WordprocessingML; other programs leave marks of their own."""
    home = f"{{{etree.QName(element).namespace}}}"
    names = [(str(name), str(value)) for name, value in element.attrib.items()]
    return [
        (name.removeprefix(home), value)
        for name, value in names
        if name.startswith(home) and not name.endswith("}hint")
    ]


def _says(element: Element) -> bool:
    return kind(element) != "w:rFonts" or bool(_attributes(element))


def on(properties: Element | None, short: str) -> bool:
    """Whether a toggle such as ``w:vanish`` is set here."""
    toggle = None if properties is None else child(properties, short)
    return toggle is not None and own(toggle, "val") not in ("0", "false", "off")


def inked(properties: Element | None) -> bool:
    """Whether blanks of this format are seen: an underlined blank is a line to fill in."""
    if properties is None:
        return False
    marks = [each for each in properties if kind(each) in _INK]
    return any(own(mark, "val") not in ("none", "nil", "0", "false", "clear") for mark in marks)


def translated(run: Element, properties: Element | None, language: str) -> Element:
    """The properties for a run of a translation: as given, but in the fonts of ``language``."""
    new = like(run, "rPr") if properties is None else deepcopy(properties)
    for each in list(new):
        if kind(each) in _DROPPED:
            new.remove(each)
    if language not in fonts.RIGHT_TO_LEFT:
        for toggle in ("w:rtl", "w:cs"):
            if (found := child(new, toggle)) is not None:
                new.remove(found)
    old = child(new, "w:rFonts")
    if old is not None or language in fonts.EAST_ASIAN:
        fit_fonts(put(new, "rFonts") if old is None else old, language)
    if old is not None and not old.attrib:
        new.remove(old)
    speak(put(new, "lang"), language)
    return new


def highlight(properties: Element) -> None:
    """Mark the run yellow: it still waits for its translation."""
    mark = put(properties, "highlight")
    mark.set(f"{{{etree.QName(mark).namespace}}}val", "yellow")


def put(properties: Element, local: str) -> Element:
    """The child of that name, made in its right place where there was none."""
    there = child(properties, f"w:{local}")
    if there is not None:
        return there
    new = like(properties, local)
    rank = _ORDER.index(local)
    after = [
        position
        for position, each in enumerate(properties)
        if kind(each).removeprefix("w:") in _ORDER[:rank]
    ]
    properties.insert(after[-1] + 1 if after else 0, new)
    return new


def speak(lang: Element, language: str) -> bool:
    """Set a ``w:lang``: ``val`` for Latin and Cyrillic, ``eastAsia`` for the others; says whether
    that changed anything."""
    slot = "eastAsia" if language in fonts.EAST_ASIAN else "val"
    changed = own(lang, slot) != fonts.tag(language)
    lang.set(f"{{{etree.QName(lang).namespace}}}{slot}", fonts.tag(language))
    return changed


_TO_LATIN = {"minorEastAsia": "minorHAnsi", "majorEastAsia": "majorHAnsi"}
_TO_ASIAN = {latin: asian for asian, latin in _TO_LATIN.items()}


def fit_fonts(rfonts: Element, language: str, *, hinted: bool = True) -> bool:
    """Fonts that have the letters of ``language``; says whether that changed anything.

    Without ``hint`` Word draws Cyrillic and quotation marks in the Latin font; with it, East Asian.
    It stays as it is unless the text is ``hinted``: text that is not in that language.
    A theme's font holds before one that is named beside it (ECMA-376 part 1, 17.3.2.26).
    """
    before = rfonts.items()
    namespace = f"{{{etree.QName(rfonts).namespace}}}"
    asian = language in fonts.EAST_ASIAN
    if hinted and asian:
        rfonts.set(f"{namespace}hint", "eastAsia")
    elif hinted:
        rfonts.attrib.pop(f"{namespace}hint", "")
    themed = _TO_ASIAN if asian else _TO_LATIN
    for slot in ("eastAsia",) if asian else ("ascii", "hAnsi", "cs"):
        if (font := rfonts.get(f"{namespace}{slot}")) is not None:
            rfonts.set(f"{namespace}{slot}", fonts.fitting(font, language))
        name = f"{namespace}{slot}{'theme' if slot == 'cs' else 'Theme'}"
        if (theme := rfonts.get(name)) in themed:
            rfonts.set(name, themed[theme])
    return before != rfonts.items()
