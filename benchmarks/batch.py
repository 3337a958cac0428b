"""How a batch grows: time and memory for 10, 100, 1,000 documents.

    nice uv run --no-sync python benchmarks/batch.py [--files 10 100 1000]

The documents (docx, txt and xlsx in turn, two to four pages each) are made of the Chinese sentences
of the starter memory; numbers are exchanged in a third of them, and a quarter are the same in every
document, as headquarters' forms are. Each size is run as the real command, in a process of its own,
with the engine ``memory`` and with a tiny model package. Processor seconds are told, for other work
on the machine prolongs the rest. ``growth`` is the exponent by which the figure grew with the text
since the size before: 1 is as fast as the text, below 1 slower.
"""

import argparse
import csv
import json
import math
import os
import random
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from docx import Document
from openpyxl import Workbook

ROOT = Path(__file__).parent.parent
CORPUS = ROOT / "glossaries" / "memory"
MODEL = ROOT / "tests" / "models" / "translate-zh_en-1_0.argosmodel"
SHARED, CHANGED = 0.25, 0.33
"""Shares of sentences that every document has, and that get numbers of their own."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One run: characters of text, documents written, processor seconds, and the peak in MB."""

    files: int
    characters: int
    written: int
    seconds: float
    peak: float


def corpus() -> list[str]:
    """The Chinese sentences of the starter memory."""
    found = []
    for path in sorted(CORPUS.glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            found += [row["zh"] for row in csv.DictReader(file, delimiter="\t") if row.get("zh")]
    return found


def text(chance: random.Random, sentences: Sequence[str], common: Sequence[str]) -> list[str]:
    """The paragraphs of a document: 40 to 80, of one to three sentences."""
    paragraphs = []
    for _paragraph in range(chance.randint(40, 80)):
        drawn = []
        for _sentence in range(chance.randint(1, 3)):
            if chance.random() < SHARED:
                drawn.append(chance.choice(common))
            else:
                drawn.append(_renumbered(chance, chance.choice(sentences)))
        paragraphs.append("".join(drawn))
    return paragraphs


def _renumbered(chance: random.Random, sentence: str) -> str:
    if chance.random() > CHANGED:
        return sentence
    return "".join(
        str(chance.randint(1, 9)) if character.isdecimal() else character for character in sentence
    )


def write(path: Path, paragraphs: Sequence[str]) -> None:
    """The paragraphs as a document of the path's kind."""
    if path.suffix == ".txt":
        path.write_text("\n".join(paragraphs), encoding="utf-8")
    elif path.suffix == ".xlsx":
        book = Workbook(write_only=True)
        sheet = book.create_sheet("1")
        for number, paragraph in enumerate(paragraphs, 1):
            sheet.append([number, paragraph])
        book.save(path)
    else:
        document = Document()
        document.core_properties.comments = ""
        for paragraph in paragraphs:
            document.add_paragraph(paragraph)
        document.save(str(path))


def documents(folder: Path, count: int) -> int:
    """Write so many documents; returns their characters."""
    chance = random.Random(5)
    sentences = corpus()
    folder.mkdir(parents=True)
    characters = 0
    for number in range(count):
        paragraphs = text(chance, sentences, sentences[:40])
        characters += sum(map(len, paragraphs))
        suffix = ("docx", "txt", "xlsx")[number % 3]
        write(folder / f"{number:04}.{suffix}", paragraphs)
    return characters


def run(place: Path, count: int, engine: str) -> Measured:
    """The real command over so many documents."""
    characters = documents(place / "in", count)
    models = place / "models"
    models.mkdir()
    with zipfile.ZipFile(MODEL) as package:
        package.extractall(models)
    settings = f"[models]\nfolders = [{json.dumps(models.as_posix())}]\n"
    (place / "translate-kit.toml").write_text(settings, encoding="utf-8")
    asked = f"in --from zh --to en --out out --engine {engine} --quality draft --quiet"
    command = [sys.executable, "-m", "translate_kit", "translate", *asked.split()]
    # The tiny model never ends some sentences, and each is told.
    process = subprocess.Popen(command, cwd=place, stderr=subprocess.DEVNULL)
    _pid, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 3):
        sys.exit(f"the batch ended with {process.returncode}")
    written = sum(1 for _path in (place / "out").glob("*.en.*"))
    seconds = usage.ru_utime + usage.ru_stime
    return Measured(count, characters, written, seconds, usage.ru_maxrss / 1024)


def growth(before: float, now: float, text_before: int, text_now: int) -> float:
    """The exponent by which a figure grew with the text."""
    return math.log(now / before) / math.log(text_now / text_before)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--files", type=int, nargs="+", default=[10, 100, 1000])
    arguments.add_argument("--engines", nargs="+", default=["memory", "argos"])
    given = arguments.parse_args()
    for engine in given.engines:
        print(f"engine {engine}", flush=True)
        before = None
        for count in given.files:
            with tempfile.TemporaryDirectory() as folder:
                made = run(Path(folder), count, engine)
            print(line(made, before), flush=True)
            before = made


def line(made: Measured, before: Measured | None) -> str:
    """A run in figures, and how it grew."""
    rate = made.characters / made.seconds
    told = (
        f"  {made.files:5} files, {made.characters:9,} characters, {made.written} written: "
        f"{made.seconds:7.1f} s, {rate:7,.0f} characters/s, peak {made.peak:4.0f} MB"
    )
    if before is None:
        return told
    sizes = before.characters, made.characters
    time = growth(before.seconds, made.seconds, *sizes)
    memory = growth(before.peak, made.peak, *sizes)
    return f"{told}; growth: time {time:.2f}, memory {memory:.2f}"


if __name__ == "__main__":
    main()
