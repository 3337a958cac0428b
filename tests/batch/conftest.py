"""What the tests of batches share: documents, and a translator whose answers are known."""

import io
import subprocess
from collections.abc import Callable, Sequence
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest
from docx import Document

from translate_kit import cli
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


@dataclass(frozen=True)
class Done:
    """A command that has ended."""

    returncode: int
    stdout: str
    stderr: str


def command(folder: Path, *arguments: str) -> Done:
    """Run it in the folder, in this process: one for each of these many would take long."""
    out, err = io.StringIO(), io.StringIO()
    with chdir(folder), redirect_stdout(out), redirect_stderr(err):
        code = cli.run(["--ui", "en", *arguments])
    return Done(code, out.getvalue(), err.getvalue())


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
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """``run``, but within this process, which has all dictionaries loaded after the first time."""
    monkeypatch.chdir(tmp_path)

    def start(*arguments: str) -> subprocess.CompletedProcess[bytes]:
        done = command(tmp_path, *arguments)
        said = done.stdout.encode(), done.stderr.encode()
        return subprocess.CompletedProcess(arguments, done.returncode, *said)

    return start
