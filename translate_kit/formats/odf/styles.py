"""Styles of an OpenDocument part: which spans look the same, and what a language changes."""

from collections.abc import Iterator

from lxml import etree

from translate_kit.formats.ooxml import fonts
from translate_kit.formats.xml import Element, clark, kind

Key = tuple[object, ...]

PENDING = "TranslateKitPending"
"""The name of the style that marks a text yellow: it still waits for its translation."""

_IGNORED = frozenset(
    ("language", "country", "language-asian", "country-asian", "language-complex",
     "country-complex", "script", "script-asian", "rfc-language-tag", "rfc-language-tag-asian",
     "rsid", "paragraph-rsid", "letter-kerning")
)  # fmt: skip
"""Properties that no reader sees, by local name: languages, and the marks of editing sessions."""


class Styles:
    """The automatic styles of a part by name, as far as spans of text use them."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self._keys: dict[str, Key] = {}
        self._hidden: set[str] = set()
        for style in root.iter(clark("style:style")):
            name = style.get(clark("style:name"), "")
            if style.get(clark("style:family")) == "text" and _automatic(style):
                self._keys[name] = _key(style)
                if ("display", "none") in self._keys[name]:
                    self._hidden.add(name)

    def key(self, name: str) -> Key:
        """Equal for styles that look the same, empty for one that changes nothing."""
        return self._keys.get(name, (name,))

    def hides(self, name: str) -> bool:
        """Whether text in this style is not shown."""
        return name in self._hidden

    def add_pending(self) -> None:
        """Have the yellow style among the automatic ones."""
        holder = self.root.find(clark("office:automatic-styles"))
        if holder is None:
            holder = etree.Element(clark("office:automatic-styles"))
            self.root.insert(_place_of_styles(self.root), holder)
        if any(style.get(clark("style:name")) == PENDING for style in holder):
            return
        style = etree.SubElement(holder, clark("style:style"))
        style.set(clark("style:name"), PENDING)
        style.set(clark("style:family"), "text")
        properties = etree.SubElement(style, clark("style:text-properties"))
        properties.set(clark("fo:background-color"), "#ffff00")


def _automatic(style: Element) -> bool:
    parent = style.getparent()
    return parent is not None and kind(parent) == "office:automatic-styles"


def _key(style: Element) -> Key:
    parent = style.get(clark("style:parent-style-name"))
    properties = [
        (etree.QName(name).localname, value)
        for each in style
        for name, value in each.items()
        if etree.QName(name).localname not in _IGNORED
    ]
    return (parent, *sorted(properties)) if parent or properties else ()


def _place_of_styles(root: Element) -> int:
    """Automatic styles stand before the body and before master styles."""
    for position, node in enumerate(root):
        if kind(node) in ("office:master-styles", "office:body"):
            return position
    return len(root)


def adapt(roots: list[Element], language: str) -> None:
    """Languages and fonts of all styles for a document in ``language``."""
    tag, _dash, country = fonts.tag(language).partition("-")
    asian = "-asian" if language in fonts.EAST_ASIAN else ""
    space = "style" if asian else "fo"
    for root in roots:
        faces = {face.get(clark("style:name"), ""): face for face in root.iter(_FACE)}
        for properties in root.iter(clark("style:text-properties")):
            if f"{{{_space(space)}}}language{asian}" in properties.attrib or _is_default(
                properties
            ):
                properties.set(clark(f"{space}:language{asian}"), tag)
                properties.set(clark(f"{space}:country{asian}"), country or "none")
            _fit(properties, faces, root, language, asian)


_FACE = clark("style:font-face")


def _space(prefix: str) -> str:
    return clark(f"{prefix}:x")[1:].partition("}")[0]


def _is_default(properties: Element) -> bool:
    style = properties.getparent()
    return style is not None and kind(style) == "style:default-style"


def _fit(
    properties: Element, faces: dict[str, Element], root: Element, language: str, asian: str
) -> None:
    """A font with the letters of the language, by the name of its face or of its family."""
    named = clark(f"style:font-name{asian}")
    face = faces.get(properties.get(named, ""))
    if face is not None:
        family = face.get(clark("svg:font-family"), "").strip("'\"")
        fitting = fonts.fitting(family, language)
        if fitting != family:
            _declare(fitting, faces, root)
            properties.set(named, fitting)
    direct = clark("style:font-family-asian") if asian else clark("fo:font-family")
    if direct in properties.attrib:
        family = str(properties.get(direct)).strip("'\"")
        properties.set(direct, fonts.fitting(family, language))


def _declare(font: str, faces: dict[str, Element], root: Element) -> None:
    if font in faces:
        return
    holder = root.find(clark("office:font-face-decls"))
    if holder is None:
        return
    face = etree.SubElement(holder, _FACE)
    face.set(clark("style:name"), font)
    face.set(clark("svg:font-family"), f"'{font}'" if " " in font else font)
    faces[font] = face


def deleted_changes(root: Element) -> Iterator[str]:
    """The ids of tracked changes that took text away."""
    for region in root.iter(clark("text:changed-region")):
        if any(kind(change) == "text:deletion" for change in region):
            for name in ("{http://www.w3.org/XML/1998/namespace}id", clark("text:id")):
                if name in region.attrib:
                    yield str(region.get(name))
