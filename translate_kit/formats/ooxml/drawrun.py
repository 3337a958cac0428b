"""Run properties of DrawingML (``a:rPr``): when two formats are equal, what a language changes."""

from copy import deepcopy

from lxml import etree

from translate_kit.formats.ooxml import fonts
from translate_kit.formats.xml import Element, child, kind, like

Key = tuple[object, ...]

_IGNORED = frozenset(("lang", "altLang", "noProof", "dirty", "err", "smtClean", "smtId", "bmk"))
"""Attributes that no reader sees: languages and the marks of the spelling checker."""
LINKS = ("a:hlinkClick", "a:hlinkMouseOver")
_BEFORE_HIGHLIGHT = frozenset(
    ("a:ln", "a:noFill", "a:solidFill", "a:gradFill", "a:blipFill", "a:pattFill", "a:grpFill",
     "a:effectLst", "a:effectDag")
)  # fmt: skip
_AFTER_LINK = frozenset(("a:rtl", "a:extLst"))


def key(properties: Element | None) -> Key:
    """Equal for formats that look the same; links do not count, they are containers."""
    if properties is None:
        return ()
    return (
        *sorted((name, value) for name, value in properties.items() if name not in _IGNORED),
        *(etree.tostring(each, method="c14n") for each in properties if kind(each) not in LINKS),
    )


def links(properties: Element | None) -> tuple[Element, ...]:
    """The link elements among the properties."""
    return () if properties is None else tuple(e for e in properties if kind(e) in LINKS)


def translated(properties: Element | None, run: Element, language: str) -> Element:
    """The properties for a run of a translation: as given without links, in the new language."""
    new = like(run, "rPr") if properties is None else deepcopy(properties)
    new.tag = like(run, "rPr").tag  # an endParaRPr or defRPr may have been the model
    for link in links(new):
        new.remove(link)
    for name in ("altLang", "dirty", "err", "smtClean", "smtId"):
        new.attrib.pop(name, "")
    new.set("lang", fonts.tag(language))
    fit_fonts(new, language)
    return new


_TO_LATIN = {"+mn-ea": "+mn-lt", "+mj-ea": "+mj-lt"}
_TO_ASIAN = {latin: asian for asian, latin in _TO_LATIN.items()}


def fit_fonts(properties: Element, language: str) -> bool:
    """Fonts named here that have the letters of ``language``; says whether one was changed.

    ``+mn-ea`` is the theme's East Asian font for running text (ECMA-376 part 1, 20.1.4.1.16).
    """
    changed = False
    asian = language in fonts.EAST_ASIAN
    themed = _TO_ASIAN if asian else _TO_LATIN
    for slot in ("a:ea",) if asian else ("a:latin", "a:cs"):
        font = child(properties, slot)
        typeface = "" if font is None else font.get("typeface", "")
        fitting = themed.get(typeface) or fonts.fitting(typeface, language)
        if font is not None and fitting != typeface:
            for described in ("panose", "pitchFamily", "charset"):
                font.attrib.pop(described, "")
            font.set("typeface", fitting)
            changed = True
    return changed


def add_link(properties: Element, link: Element) -> None:
    """The link in the place that the schema gives it."""
    tail = [n for n, each in enumerate(properties) if kind(each) in _AFTER_LINK]
    properties.insert(tail[0] if tail else len(properties), deepcopy(link))


def highlight(properties: Element) -> None:
    """Mark the run yellow: it still waits for its translation."""
    if (old := child(properties, "a:highlight")) is not None:
        properties.remove(old)
    mark = like(properties, "highlight")
    color = like(properties, "srgbClr")
    color.set("val", "FFFF00")
    mark.append(color)
    before = [n for n, each in enumerate(properties) if kind(each) in _BEFORE_HIGHLIGHT]
    properties.insert(before[-1] + 1 if before else 0, mark)
