"""Content controls that show what is stored elsewhere in the file: the store follows the control.

Word fills a bound control from its store (a custom XML part, the document's properties) whenever
the document is opened; a translation that the store does not know would vanish.
"""

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from translate_kit.formats.ooxml.relations import relations
from translate_kit.formats.package import Package
from translate_kit.formats.xml import Element, child, kind, own

_CORE = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"
_EXTENDED = "{6668398D-A668-4E3E-A5EB-62B293D839F1}"
_NOT_TEXT = frozenset(("w:date", "w:picture", "w:dropDownList", "w:comboBox"))
"""Kinds of controls whose store holds something else than what they show."""
_PATH = re.compile(r"(/(?:[\w.-]+:)?[\w.-]+(?:\[\d+\])?)+(/@(?:[\w.-]+:)?[\w.-]+)?")
"""The only paths that Word writes; no other is evaluated."""
_MAPPING = re.compile(r"""xmlns:([\w.-]+)\s*=\s*["']([^"']*)["']""")
_STORE_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/customXml}itemID"


def follow(package: Package, main: str, roots: Mapping[str, Element]) -> None:
    """Have the stores say what the bound controls in ``roots`` (part -> root) now show."""
    stores: dict[str, str] | None = None
    for part, root in roots.items():
        for control in root.iter("{*}sdt"):
            binding = _binding(control)
            if binding is None:
                continue
            stores = dict(_stores(package, main)) if stores is None else stores
            store = stores.get((own(binding, "storeItemID") or "").upper(), "")
            if not (store and _write(package, store, binding, _text(control))):
                _unbind(binding)
                package.touch(part)


def _binding(control: Element) -> Element | None:
    properties = child(control, "w:sdtPr")
    if properties is None or any(kind(node) in _NOT_TEXT for node in properties):
        return None
    return child(properties, "w:dataBinding")


def _stores(package: Package, main: str) -> Iterator[tuple[str, str]]:
    """The identifiers of the stores -> their parts."""
    for relation in relations(package, ""):
        if relation.role == "core-properties":
            yield _CORE, relation.part
        elif relation.role == "extended-properties":
            yield _EXTENDED, relation.part
    for relation in relations(package, main):
        if relation.role != "customXml":
            continue
        for properties in relations(package, relation.part):
            for name, value in package.tree(properties.part).items():
                if str(name).endswith("itemID"):
                    yield str(value).upper(), relation.part


def _text(control: Element) -> str:
    """What the control shows, line by line."""
    lines = [""]
    for node in control.iter():
        name = kind(node)
        if name == "w:p" and lines != [""]:
            lines.append("")
        elif name == "w:t":
            lines[-1] += node.text or ""
        elif name in ("w:br", "w:cr"):
            lines.append("")
    return "\n".join(lines)


def _write(package: Package, part: str, binding: Element, text: str) -> bool:
    """Set the node that the binding names; False where it names none that holds plain text."""
    path = own(binding, "xpath") or ""
    prefixes = dict(_MAPPING.findall(own(binding, "prefixMappings") or ""))
    if not _PATH.fullmatch(path) or "/@" in path:
        return False
    try:
        found = package.tree(part).getroottree().xpath(path, namespaces=prefixes)
    except etree.XPathError:
        return False
    nodes = found if isinstance(found, list) else []
    if len(nodes) != 1 or not isinstance(nodes[0], etree._Element) or len(nodes[0]):
        return False
    if nodes[0].text != text:
        nodes[0].text = text
        package.touch(part)
    return True


def _unbind(binding: Element) -> None:
    properties = binding.getparent()
    if properties is not None:
        properties.remove(binding)
