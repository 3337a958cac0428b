"""What the tables say in one language they say in the others: the same numbers and codes."""

import csv
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from translate_kit.languages.numbers import compare
from translate_kit.model import LANGUAGES
from translate_kit.standards import Standards, find_codes

SHIPPED = Path(__file__).parents[2] / "glossaries" / "standards"
OTHERS = [language for language in LANGUAGES if language != "en"]
FOR_STAFF = ("key_requirements", "sterile", "status")
SCRIPTS = {"zh": "[一-鿿]", "ru": "[а-яё]", "ko": "[가-힣]", "ja": "[ぁ-ヿ一-鿿]"}
MARKS = re.compile(r"[^a-z]*|Level \d|Type I+R?")
"""Makers print these as they stand: FFP2, Level 2, and in Korea Type IIR."""


Texts = Callable[[], Iterator[tuple[str, str, str, str]]]
"""English text, language, the text in it, and where it stands."""


def rows(name: str) -> list[dict[str, str]]:
    with (SHIPPED / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def texts(column: str) -> Iterator[tuple[str, str, str, str]]:
    """The sentences of one kind in the cross-walk."""
    for row in rows("equivalence.csv"):
        for language in OTHERS:
            yield row[f"{column}_en"], language, row[f"{column}_{language}"], row["id"]


def grades() -> Iterator[tuple[str, str, str, str]]:
    for row in rows("grades.csv"):
        for language in OTHERS:
            yield row["grade"], language, row[language], row["grade"]


def texts_for_staff() -> Iterator[tuple[str, str, str, str]]:
    for row in rows("standards.csv"):
        for column in FOR_STAFF:
            yield row[column], "zh", row[f"{column}_zh"], f"{row['id']} {column}"


def written_numbers(text: str, language: str) -> list[str]:
    """Every number in digits: also the small ones that a comparison by value lets pass."""
    text = text.replace("cmH2O", "").replace("см вод. ст.", "")
    if language == "ru":
        text = re.sub(r"(?<=\d),(?=\d)", ".", text)
    return sorted(re.findall(r"\d+(?:\.\d+)?", text))


def codes(text: str) -> set[str]:
    return {str(found.code) for found in find_codes(text)}


WORDED = [
    pytest.param(lambda: texts("caution"), id="caution"),
    pytest.param(lambda: texts("differing_points"), id="differing_points"),
    pytest.param(grades, id="grades"),
    pytest.param(texts_for_staff, id="for_staff"),
]


@pytest.mark.parametrize("worded", WORDED)
def test_numbers_have_the_same_values_in_every_language(worded: Texts) -> None:
    for english, language, text, where in worded():
        assert not compare(english, "en", text, language), (where, language)


@pytest.mark.parametrize("worded", WORDED)
def test_codes_are_the_same_in_every_language(worded: Texts) -> None:
    for english, language, text, where in worded():
        assert codes(english) == codes(text), (where, language)


@pytest.mark.parametrize("worded", WORDED[:3])
def test_small_numbers_are_the_same_too(worded: Texts) -> None:
    for english, language, text, where in worded():
        assert written_numbers(english, "en") == written_numbers(text, language), (where, language)


@pytest.mark.parametrize("worded", WORDED)
def test_nothing_is_left_untranslated(worded: Texts) -> None:
    for english, _language, text, where in worded():
        assert bool(text) == bool(english), where


def test_every_grade_in_words_is_translated(standards: Standards) -> None:
    for row in standards.comparisons:
        for grade in (row.our_grade, row.their_grade):
            if not MARKS.fullmatch(grade["en"]):
                for language in OTHERS:
                    assert re.search(SCRIPTS[language], grade[language]), (row.id, language)


def test_no_grade_is_translated_that_nothing_names() -> None:
    named = {row[c] for row in rows("equivalence.csv") for c in ("grade_a", "grade_b")}
    assert {row["grade"] for row in rows("grades.csv")} <= named


def test_grade_does_not_repeat_its_code() -> None:
    for row in rows("equivalence.csv"):
        for side in "ab":
            grade, code = row[f"grade_{side}"], row[f"standard_{side}"]
            assert not grade or grade not in code, row["id"]


def test_grade_goes_by_language(standards: Standards) -> None:
    suit = next(c for c in standards.compare("GB 19082-2009", "JP") if c.is_proposal)
    assert suit.their_grade == {
        "en": "class by test",
        "zh": "按试验分级",
        "ru": "класс по результатам испытаний",
        "ko": "시험 결과에 따른 등급",
        "ja": "試験結果による等級",
    }
    assert suit.seen_from_theirs().our_grade == suit.their_grade


def test_staff_text_that_nobody_translated_is_english(tmp_path: Path) -> None:
    table = (SHIPPED / "standards.csv").read_text(encoding="utf-8")
    changed = table.replace("自2020-07-01起现行", "")
    assert changed != table
    (tmp_path / "standards.csv").write_text(changed, encoding="utf-8")
    (edition,) = Standards.load(SHIPPED, tmp_path).find("GB 2626").editions[-1:]
    assert edition.status["zh"] == edition.status["en"] == "current from 2020-07-01"
    assert edition.sterile["zh"] == "不要求"
