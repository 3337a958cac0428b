"""The parts of an OOXML package as their relationships tell, wherever a producer put them."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from translate_kit.formats.package import Package
from translate_kit.formats.xml import kind


@dataclass(frozen=True, slots=True)
class Relation:
    """A part that another one points to. ``role`` is the last word of the relationship's type."""

    id: str
    role: str
    part: str


def relations(package: Package, source: str) -> Iterator[Relation]:
    """The parts inside the package that ``source`` ("" for the package) points to."""
    folder = posixpath.dirname(source)
    listing = listing_of(source)
    if listing not in package:
        return
    for node in package.tree(listing):
        if kind(node) != "rel:Relationship" or node.get("TargetMode") == "External":
            continue
        part = _resolve(folder, node.get("Target", ""))
        role = node.get("Type", "").rsplit("/", 1)[-1]
        if part in package:
            yield Relation(node.get("Id", ""), role, part)


def listing_of(source: str) -> str:
    """The part that lists what ``source`` points to."""
    folder, name = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _resolve(folder: str, target: str) -> str:
    """A target is relative to its source's folder, or absolute from the package's root."""
    path = unquote(urlsplit(target).path)
    return posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/")


_CLOSED = frozenset(("glossaryDocument",))
"""Building blocks for the author; no reader sees them."""


def reachable(package: Package, start: str) -> Iterator[Relation]:
    """Every part that can be reached from ``start``, each once, nearest first."""
    seen = {start}
    queue = [start]
    for source in queue:
        for relation in relations(package, source):
            if relation.part not in seen and relation.role not in _CLOSED:
                seen.add(relation.part)
                queue.append(relation.part)
                yield relation
