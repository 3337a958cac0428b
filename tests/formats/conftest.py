"""Office files made of their XML for a test, and the engine that marks every word."""

import importlib.util
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any, cast

import pytest

from translate_kit import formats
from translate_kit.model import Document

ROOT = Path(__file__).parent.parent.parent
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OOXML = "http://schemas.openxmlformats.org"
NAMESPACES = {
    "w": f"{OOXML}/wordprocessingml/2006/main",
    "r": f"{OOXML}/officeDocument/2006/relationships",
    "a": f"{OOXML}/drawingml/2006/main",
    "c": f"{OOXML}/drawingml/2006/chart",
    "m": f"{OOXML}/officeDocument/2006/math",
    "mc": f"{OOXML}/markup-compatibility/2006",
    "wp": f"{OOXML}/drawingml/2006/wordprocessingDrawing",
    "v": "urn:schemas-microsoft-com:vml",
}
XMLNS = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())

Zip = Callable[[str, Mapping[str, str | bytes]], Path]
Docx = Callable[..., Path]
Translate = Callable[..., Path]


def _engine() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "pseudo_engine", ROOT / "benchmarks" / "pseudo_engine.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def zipped(tmp_path: Path) -> Zip:
    """Write a zip of the given parts."""

    def write(name: str, parts: Mapping[str, str | bytes]) -> Path:
        with zipfile.ZipFile(tmp_path / name, "w", zipfile.ZIP_DEFLATED) as archive:
            for part, content in parts.items():
                archive.writestr(zipfile.ZipInfo(part), content, zipfile.ZIP_DEFLATED)
        return tmp_path / name

    return write


@pytest.fixture
def docx(zipped: Zip) -> Docx:
    """A Word document with ``body`` as the content of ``w:body``; parts by role, ``more`` by
    name (they take the place of a part made here)."""

    def make(
        body: str,
        *,
        name: str = "made.docx",
        more: Mapping[str, str | bytes] | None = None,
        **parts: str,
    ) -> Path:
        types = "".join(
            f'<Override PartName="/word/{role}.xml" ContentType="application/vnd.openxmlformats-'
            f'officedocument.wordprocessingml.{role}+xml"/>'
            for role in parts
        )
        relations = "".join(
            f'<Relationship Id="r{role}" Type="{NAMESPACES["r"]}/{role}" Target="{role}.xml"/>'
            for role in parts
        )
        return zipped(
            name,
            {
                "[Content_Types].xml": f'{DECLARATION}<Types xmlns="{OOXML}/package/2006/content-'
                'types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
                'package.relationships+xml"/><Override PartName="/word/document.xml" ContentType='
                '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
                f'"/>{types}</Types>',
                "_rels/.rels": _relations(
                    f'<Relationship Id="r1" Type="{NAMESPACES["r"]}/officeDocument" '
                    'Target="word/document.xml"/>'
                ),
                "word/document.xml": f"{DECLARATION}<w:document {XMLNS}><w:body>{body}</w:body>"
                "</w:document>",
                "word/_rels/document.xml.rels": _relations(relations),
                **{f"word/{role}.xml": DECLARATION + content for role, content in parts.items()},
                **(more or {}),
            },
        )

    return make


def _relations(content: str) -> str:
    return (
        f'{DECLARATION}<Relationships xmlns="{OOXML}/package/2006/relationships">{content}'
        "</Relationships>"
    )


@pytest.fixture
def rewriter() -> Callable[..., Any]:
    """The marking engine's class."""
    return cast(Callable[..., Any], _engine().Rewriter)


@pytest.fixture
def translate(tmp_path: Path) -> Translate:
    """Translate a file with the marking engine into another file."""
    engine = _engine()

    def run(path: Path, language: str = "ru", *, backwards: bool = False) -> Path:
        file_format = formats.format_of(path)
        rewriter = engine.Rewriter(backwards=backwards)
        blocks = tuple(rewriter.block(block) for block in file_format.read(path).blocks)
        out = tmp_path / f"out-{path.name}"
        out.write_bytes(file_format.write(Document(blocks), path, language))
        return out

    return run
