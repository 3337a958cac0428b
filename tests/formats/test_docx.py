"""Word documents: golden pairs of paragraphs (``cases/word.xml``), parts, languages, refusals."""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from translate_kit.formats import docx as word
from translate_kit.model import Document

CASES = etree.parse(Path(__file__).parent / "cases" / "word.xml").getroot().findall("case")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

Docx = Callable[..., Path]
Translate = Callable[..., Path]


def _inner(element: etree._Element) -> str:
    return "".join(etree.tostring(node, encoding="unicode") for node in element)


def _canonical(elements: etree._Element) -> str:
    """The XML below an element, without language tags, in one spelling."""
    for lang in list(elements.iter(f"{W}lang")):
        properties = lang.getparent()
        properties.remove(lang)
        if len(properties) == 0:
            properties.getparent().remove(properties)
    written = [etree.tostring(node, method="c14n", with_tail=False) for node in elements]
    return re.sub(r' xmlns:\w+="[^"]*"', "", b"".join(written).decode())


def _body(path: Path) -> etree._Element:
    with zipfile.ZipFile(path) as archive:
        return etree.fromstring(archive.read("word/document.xml"))[0]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.get("name"))
def test_a_golden_pair(case: etree._Element, docx: Docx, translate: Translate) -> None:
    path = docx(_inner(case.find("before")))

    out = translate(
        path, backwards=case.get("backwards") == "yes", tags=case.get("tags", "yes") == "yes"
    )

    assert _canonical(_body(out)) == _canonical(case.find("after"))


def test_a_document_without_blocks_gives_the_file_back(docx: Docx) -> None:
    path = docx("<w:p><w:r><w:t>Text</w:t></w:r></w:p>")

    assert word.write(Document(()), path, "ru") == path.read_bytes()
