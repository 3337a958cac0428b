"""The shipped memory, file by file: complete, clean, each language in its script, equal numbers."""

import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from translate_kit.files import read_table
from translate_kit.languages.numbers import compare
from translate_kit.model import LANGUAGES

FILES = sorted((Path(__file__).parents[2] / "glossaries" / "memory").glob("*.tsv"))
COLUMNS = ("id", "letter_type", "register", *LANGUAGES)
UNITS = {
    path.stem: [row.cells for row in read_table(path, required=COLUMNS, known=COLUMNS)]
    for path in FILES
}

HAN, KANA, HANGUL, CYRILLIC = "\u3400-\u9fff", "\u3040-\u30ff", "\uac00-\ud7a3", "\u0400-\u04ff"
OWN = {
    "zh": (f"[{HAN}]", f"[{KANA}{HANGUL}{CYRILLIC}]"),
    "en": ("[A-Za-z]", f"[{HAN}{KANA}{HANGUL}{CYRILLIC}]"),
    "ru": (f"[{CYRILLIC}]", f"[{HAN}{KANA}{HANGUL}]"),
    "ko": (f"[{HANGUL}]", f"[{HAN}{KANA}{CYRILLIC}]"),
    "ja": (f"[{HAN}{KANA}]", f"[{HANGUL}{CYRILLIC}]"),
}
MIXED_WORD = re.compile(r"[a-zA-Z][\u0400-\u04ff]|[\u0400-\u04ff][a-zA-Z]")
STRAY = re.compile(r"^\s|\s$|\s\s|[\u200b\ufeff]")
# Russian keeps the groups of a number, and the per cent sign, on one line
NO_BREAK = re.compile(r"(?<=\d)\u00a0(?=\d{3}|%)")


@pytest.mark.parametrize("file", UNITS)
def test_the_numbers_are_equal_in_every_language(file: str) -> None:
    for unit in UNITS[file]:
        for language in LANGUAGES[1:]:
            difference = compare(unit["zh"], "zh", unit[language], language)
            assert not difference, (unit["id"], language, difference)


@pytest.mark.parametrize("file", UNITS)
def test_every_text_is_clean_and_in_its_own_script(file: str) -> None:
    for unit in UNITS[file]:
        for language, (letters, foreign) in OWN.items():
            text = unit[language]
            assert unicodedata.is_normalized("NFC", text), (unit["id"], text)
            assert not STRAY.search(text), (unit["id"], text)
            assert language == "ja" or "\u3000" not in text, (unit["id"], text)
            assert "\u00a0" not in NO_BREAK.sub("", text), (unit["id"], text)
            assert language != "ru" or not re.search(r"\d (\d{3}\b|%)", text), (unit["id"], text)
            assert re.search(letters, text), (unit["id"], text)
            assert not re.search(foreign, text), (unit["id"], text)
            assert not MIXED_WORD.search(text), (unit["id"], text)


@pytest.mark.parametrize("file", UNITS)
def test_a_sentence_is_a_sentence_in_every_language(file: str) -> None:
    """A label stays a label; salutations and calls (：！) keep the marks of their language."""
    for unit in UNITS[file]:
        end = unit["zh"][-1]
        for language in LANGUAGES[1:]:
            stopped = unit[language].rstrip("”\"»'")[-1:] in ".?。？"
            assert stopped == (end in "。？") or end in "！：", (unit["id"], unit[language])


def test_ids_and_chinese_sentences_occur_once() -> None:
    units = [unit for units in UNITS.values() for unit in units]
    for column in ("id", "zh"):
        again = [text for text, n in Counter(unit[column] for unit in units).items() if n > 1]
        assert again == []
    assert all(re.fullmatch(r"tm-[a-z]{3}-\d{3}", unit["id"]) for unit in units)


def test_enough_for_letters_and_reports() -> None:
    assert sum(map(len, UNITS.values())) >= 1_030
