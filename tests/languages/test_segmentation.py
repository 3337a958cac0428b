"""Sentences cut and put back: tables that language staff can extend.

``cases/segmentation_<language>.txt`` holds a paragraph a line; ``|`` stands where a sentence ends,
``⏎`` is a line break and ``⇥`` a tab. A piece between bars without letter or digit is layout.
"""

from pathlib import Path

import pytest

from translate_kit.languages.segmentation import split
from translate_kit.model import LANGUAGES

CASES = Path(__file__).parent / "cases"


def _paragraphs(language: str) -> list[str]:
    lines = (CASES / f"segmentation_{language}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize(
    ("language", "marked"),
    [(language, marked) for language in LANGUAGES for marked in _paragraphs(language)],
)
def test_the_sentences_of_a_paragraph(language: str, marked: str) -> None:
    pieces = marked.replace("⏎", "\n").replace("⇥", "\t").split("|")
    text = "".join(pieces)

    found = [span.of(text) for span in split(text, language)]

    assert found == [piece.strip() for piece in pieces if any(map(str.isalnum, piece))]
