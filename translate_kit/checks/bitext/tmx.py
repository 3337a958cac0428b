"""TMX 1.4: the translation units of a memory, as rows of two of its languages."""

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from translate_kit.checks.bitext.markup import language, local, text_of
from translate_kit.checks.bitext.row import Found, Row, Wanted, language_of
from translate_kit.errors import BadData, UserError
from translate_kit.files.xml import read_xml
from translate_kit.messages import _

_ALL = "*all*"


def read(path: Path, wanted: Wanted) -> Found:
    """The units that have both languages.

    The source is the one wanted, else the one that the header names, else the first of the first
    unit; the target the one wanted or the only other. Raises BadData for a file that is no TMX.
    """
    root = read_xml(path)
    if local(root) != "tmx":
        raise BadData(path, _("no TMX: its first element is <{name}>").format(name=local(root)))
    units = [(unit, _texts(unit)) for unit in root.iter("{*}tu", "tu")]
    known = list(dict.fromkeys(code for _unit, texts in units for code in texts))
    source = wanted.source or _declared(root) or (known[0] if known else None)
    others = [code for code in known if code != source]
    target = wanted.target or (others[0] if len(others) == 1 else None)
    for code, option in ((source, "--from"), (target, "--to")):
        if code is None or code not in known:
            why = _("{file} has the languages {known}; say which with {option}")
            raise UserError(why.format(file=path, known=", ".join(known) or "-", option=option))
    return Found(tuple(_rows(units, str(source), str(target))), source, target)


def _declared(root: etree._Element) -> str | None:
    header = root.find("{*}header")
    code = header.get("srclang") if header is not None else None
    return None if code == _ALL else language_of(code)


def _texts(unit: etree._Element) -> dict[str, str]:
    texts: dict[str, str] = {}
    for variant in unit.iter("{*}tuv", "tuv"):
        code, segment = language_of(language(variant)), variant.find("{*}seg")
        if code and segment is not None:
            texts.setdefault(code, text_of(segment))
    return texts


def _rows(
    units: list[tuple[etree._Element, dict[str, str]]], source: str, target: str
) -> Iterator[Row]:
    for number, (unit, texts) in enumerate(units, 1):
        if source in texts and target in texts:
            name = unit.get("tuid") or str(number)
            where = _("unit {name}, line {line}").format(name=name, line=unit.sourceline)
            yield Row(where, texts[source], texts[target])
