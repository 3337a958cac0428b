"""Sentences cut and put back: tables that language staff can extend.

``cases/segmentation_<language>.txt`` holds a paragraph a line; ``|`` stands where a sentence ends,
``⏎`` is a line break and ``⇥`` a tab. A piece between bars without letter or digit is layout.
"""

from pathlib import Path

import pytest

from translate_kit.languages.segmentation import place, rejoin, split
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


@pytest.mark.parametrize(
    ("source", "text", "new", "target", "wanted"),
    [
        ("zh", "你好。再见！", ["Hello.", "Goodbye!"], "en", "Hello. Goodbye!"),
        ("zh", "“走吧！”他走了。", ["«Идём!»", "Он ушёл."], "ru", "«Идём!» Он ушёл."),
        ("en", "Hello. Goodbye!", ["你好。", "再见！"], "zh", "你好。再见！"),
        ("ru", "Да?\u00a0Нет.", ["はい？", "いいえ。"], "ja", "はい？　いいえ。"),
        ("ja", "はい？　いいえ。", ["네?", "아니요."], "ko", "네? 아니요."),
        ("en", "Ask A Ltd. We wait.", ["请问A Ltd.", "我们等。"], "zh", "请问A Ltd. 我们等。"),
        ("en", "One.  Two.", ["一。", "二。"], "zh", "一。  二。"),
        ("zh", "　　第一。\n\n\t第二。  \n", ["One.", "Two."], "en", "　　One.\n\n\tTwo.  \n"),
        ("zh", "姓名：________\n日期：____", ["Name:", "Date:"], "en", "Name:________\nDate:____"),
        ("en", "• One\n• Two", ["一", "二"], "zh", "• 一\n• 二"),
        ("en", "Yes. No.", ["", "不。"], "zh", "不。"),
        ("ko", "가. 나", [""], "en", ""),
        ("zh", "请支持。谢谢。", ["请支持。", "谢谢。"], "ru", "请支持。谢谢。"),
        ("zh", "请支持。谢谢。", ["请支持。", "Спасибо."], "ru", "请支持。 Спасибо."),
        ("en", " \n ", [], "zh", " \n "),
    ],
)  # fmt: skip
def test_translations_in_the_places_of_their_sentences(
    source: str, text: str, new: list[str], target: str, wanted: str
) -> None:
    placed = place(text, split(text, source), new, target)

    assert placed.text == rejoin(text, split(text, source), new, target) == wanted
    assert [span.of(wanted) for span in placed.spans] == new


def test_as_many_translations_as_sentences() -> None:
    with pytest.raises(ValueError, match="1 replacements for 2 sentences"):
        rejoin("One. Two.", split("One. Two.", "en"), ["一。"], "zh")


def test_a_language_without_tables_is_cut_by_the_english_ones() -> None:
    text = "Bonjour, Mr. Dupont. Merci !"

    assert [span.of(text) for span in split(text, "fr")] == ["Bonjour, Mr. Dupont.", "Merci !"]
