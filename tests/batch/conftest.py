"""What the tests of batches share: documents, and a translator whose answers are known."""

import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from docx import Document

from translate_kit.cli import run
from translate_kit.model import Pair
from translate_kit.pipeline import Origin, Progress, Translation


@dataclass(frozen=True)
class Shouting:
    """Answers each sentence in capitals, and none that holds “secret”."""

    def translate(
        self, sentences: Sequence[str], pair: Pair, progress: Progress | None = None
    ) -> list[Translation]:
        return [self._one(sentence, pair) for sentence in sentences]

    def signature(self, pair: Pair) -> str:
        return f"shouting {pair}"

    def _one(self, sentence: str, pair: Pair) -> Translation:
        if "secret" in sentence:
            return Translation(sentence, sentence, pair, Origin.NONE)
        return Translation(sentence, sentence.upper(), pair, Origin.ENGINE, "shouting")


@pytest.fixture
def shouting() -> Shouting:
    return Shouting()


@pytest.fixture
def write_docx(tmp_path: Path) -> Callable[..., Path]:
    def write(name: str, *paragraphs: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        document = Document()
        document.core_properties.comments = ""  # python-docx's own remark would be translated
        for text in paragraphs:
            document.add_paragraph(text)
        document.save(str(path))
        return path

    return write


@pytest.fixture
def quick_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """``run``, but within this process, which has all dictionaries loaded after the first time."""
    monkeypatch.chdir(tmp_path)

    def start(*arguments: str) -> subprocess.CompletedProcess[bytes]:
        code = run(["--ui", "en", *arguments])
        out, error = capsys.readouterr()
        return subprocess.CompletedProcess(arguments, code, out.encode(), error.encode())

    return start
