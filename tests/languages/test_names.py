"""Chinese names in Latin, Cyrillic, Hangul and Japanese characters."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_kit.languages.names import AskReading, hangul, japanese_form, palladius, pinyin
from translate_kit.languages.names.reading import table

CASES = Path(__file__).parent / "cases"


def rows(name: str) -> list[dict[str, str]]:
    with (CASES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def spelt(name: str, kind: str) -> dict[str, str]:
    return {
        "zh": name,
        "pinyin": pinyin(name, kind=kind),
        "ru": palladius(name, kind=kind),
        "ko": hangul(name, kind=kind),
        "ja": japanese_form(name, kind=kind),
    }


@pytest.mark.parametrize("row", rows("names_people.csv"), ids=lambda r: r["zh"])
def test_person(row):
    assert spelt(row["zh"], "person") == row


@pytest.mark.parametrize("row", rows("names_places.csv"), ids=lambda r: r["zh"])
def test_place(row):
    assert spelt(row["zh"], "place") == row


@pytest.mark.parametrize("row", rows("names_asked.csv"), ids=lambda r: r["zh"])
def test_what_no_table_knows_is_asked_for(row):
    for spell in (pinyin, palladius, hangul):
        with pytest.raises(AskReading) as asked:
            spell(row["zh"], kind=row["kind"])
        assert " / ".join(asked.value.candidates) == row["candidates"]
        assert row["zh"] in str(asked.value)
    assert pinyin(row["zh"], kind=row["kind"], readings=row["readings"]) == row["pinyin"]


@pytest.mark.parametrize("spell", [pinyin, palladius, hangul, japanese_form])
def test_a_person_s_own_spelling_wins(spell):
    assert spell("陈康益", own="Tan Kang Yi") == "Tan Kang Yi"


def test_passports_write_yu_for_umlaut():
    assert pinyin("吕建国", passport=True) == "Lyu Jianguo"


@pytest.mark.parametrize("readings", ["qin", "qin hui hui", "qin xyz"])
def test_readings_must_fit_the_name(readings):
    with pytest.raises(AskReading):
        pinyin("覃辉", readings=readings)


@pytest.mark.parametrize("name", ["", "Ivan", "王X"])
def test_what_is_not_chinese_is_refused(name):
    with pytest.raises(AskReading):
        pinyin(name)


@given(st.sampled_from(sorted(table())), st.sampled_from(sorted(table())))
def test_every_pair_of_syllables_can_be_read_back(first, second):
    """An apostrophe stands exactly where the second syllable would run into the first."""
    word = pinyin("辉煌", kind="place", readings=f"{first} {second}")
    needed = second[0] in "aoeê"
    assert word.casefold() == f"{first}{chr(39) if needed else ''}{second}"


@given(st.sampled_from(sorted(table())), st.sampled_from(sorted(table())))
def test_cyrillic_and_hangul_hold_only_their_letters(first, second):
    readings = f"{first} {second}"
    russian = palladius("辉煌", kind="place", readings=readings).lower()
    assert set(russian) <= set("абвгдежзийклмнопрстуфхцчшщъыьэюя")
    assert all("가" <= letter <= "힣" for letter in hangul("辉煌", readings=readings))
