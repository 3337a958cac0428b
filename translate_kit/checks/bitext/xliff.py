"""XLIFF 1.2 and 2.x, as translation tools exchange it: the segments that are to be translated."""

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from translate_kit.checks.bitext.markup import local, text_of
from translate_kit.checks.bitext.row import Found, Row, Wanted, language_of
from translate_kit.errors import BadData
from translate_kit.files.xml import read_xml
from translate_kit.messages import _


def read(path: Path, wanted: Wanted) -> Found:
    """The segments of all files in it; raises BadData for a file that is no XLIFF.

    A segment without translation has an empty one; one marked as not to be translated is left out.
    """
    root = read_xml(path)
    if local(root) != "xliff":
        raise BadData(path, _("no XLIFF: its first element is <{name}>").format(name=local(root)))
    if (root.get("version") or "").startswith("2"):
        languages = (root.get("srcLang"), root.get("trgLang"))
        rows = tuple(_segments(root))
    else:
        first = root.find("{*}file")
        names = ("source-language", "target-language")
        languages = (first.get(names[0]), first.get(names[1])) if first is not None else (None,) * 2
        rows = tuple(_units(root))
    return Found(rows, *(language_of(code) for code in languages))


def _units(root: etree._Element) -> Iterator[Row]:
    """XLIFF 1.2: the texts of a ``trans-unit``; those in its ``alt-trans`` are only offers."""
    for unit in root.iter("{*}trans-unit"):
        source = unit.find("{*}source")
        if unit.get("translate") != "no" and source is not None:
            yield _row(unit, source, unit.find("{*}target"))


def _segments(root: etree._Element) -> Iterator[Row]:
    """XLIFF 2: ``unit`` with ``segment``; ``ignorable`` holds what lies between."""
    for unit in root.iter("{*}unit"):
        if unit.get("translate") == "no":
            continue
        for segment in unit.iter("{*}segment"):
            source = segment.find("{*}source")
            if source is not None:
                yield _row(unit, source, segment.find("{*}target"))


def _row(unit: etree._Element, source: etree._Element, target: etree._Element | None) -> Row:
    where = _("unit {name}, line {line}").format(
        name=unit.get("id") or unit.get("resname") or "?", line=source.sourceline
    )
    return Row(where, text_of(source), "" if target is None else text_of(target))
