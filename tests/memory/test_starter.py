"""The starter memory: exact matches only, the same facts in every language."""

from pathlib import Path

import pytest

from translate_kit.errors import BadData
from translate_kit.languages.numbers import compare
from translate_kit.memory import Memory
from translate_kit.model import LANGUAGES
from translate_kit.workspace import Workspace

SENTENCE = "运输费用由我方承担。"


def test_exactly_the_same_words_are_found(shipped: Workspace) -> None:
    memory = shipped.memory
    assert (
        memory.exact(SENTENCE, "zh", "ru") == "Расходы на перевозку будут оплачены нашей стороной."
    )
    assert (
        memory.exact(f" {SENTENCE}\n", "zh", "en") == "The cost of transport will be borne by us."
    )
    assert (
        memory.exact("Расходы на перевозку будут оплачены нашей стороной.", "ru", "zh") == SENTENCE
    )


@pytest.mark.parametrize("text", ["运输费用由贵方承担。", "运输费用由我方承担", "", "费用"])
def test_near_matches_are_never_passed_off(shipped: Workspace, text: str) -> None:
    assert shipped.memory.exact(text, "zh", "en") is None


def test_every_unit_has_five_languages_with_the_same_numbers(shipped: Workspace) -> None:
    assert len(shipped.memory.units) >= 441
    for unit in shipped.memory.units:
        assert set(unit.texts) == set(LANGUAGES)
        for language in LANGUAGES[1:]:
            difference = compare(unit.texts["zh"], "zh", unit.texts[language], language)
            assert not difference, (unit.id, language, difference)


def test_a_broken_file_names_its_place(tmp_path: Path) -> None:
    path = tmp_path / "own.tsv"
    path.write_text("id\tzh\tfr\n1\t你好\tBonjour\n", encoding="utf-8")
    with pytest.raises(BadData, match="line 1, field fr: unknown column"):
        Memory.load([path])


def test_the_first_of_equal_units_wins(tmp_path: Path) -> None:
    path = tmp_path / "own.tsv"
    path.write_text("id\tzh\ten\n1\t你好\tHello\n2\t你好\tHi\n", encoding="utf-8")
    assert Memory.load([path]).exact("你好", "zh", "en") == "Hello"
