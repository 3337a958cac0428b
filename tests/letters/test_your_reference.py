"""The number and date of the letter we answer, by each language's convention, and proven."""

from datetime import date
from pathlib import Path

import pytest

from translate_kit.errors import BadData, NotKnown
from translate_kit.languages.dates import find_dates
from translate_kit.languages.file_numbers import dated
from translate_kit.letters.draft import Draft, draft
from translate_kit.letters.facts import facts_of, units
from translate_kit.letters.kind import load_kind
from translate_kit.letters.layout import arrange
from translate_kit.letters.proof import prove
from translate_kit.letters.render import render
from translate_kit.letters.request import check_request
from translate_kit.workspace import Workspace

DATED = {
    "zh": "来函：15-1/12（2020年2月11日）",
    "en": "Your ref.: 15-1/12 of February 11, 2020",
    "ru": "На № 15-1/12 от 11.02.2020",
    "ko": "귀 문서번호: 15-1/12(2020. 2. 11.)",
    "ja": "貴信番号：15-1/12（2020年2月11日付）",
}
CONTACTS = {"en": "calgary", "ru": "tyumen", "ko": "chungju", "ja": "jp_hygiene", "zh": "tyumen"}


def letter(office: Workspace, kind: str, language: str, **fields: object) -> Draft:
    own = {
        "reply": {"decision": "agree"},
        "reminder": {"earlier_date": "2020-01-20", "reply_by": "2020-02-20"},
    }
    data = {"kind": kind, "date": "2020-02-14", **own[kind], **fields}
    loaded = load_kind(office.templates, kind)
    request = check_request(Path("request.toml"), data, loaded, office.glossary)
    contact = office.contacts.get(CONTACTS[language])
    return draft(request, [contact], office.sources, [language])[0]


def shown(office: Workspace, one: Draft) -> str:
    (text,) = render([arrange(one.composed.letter, office.house)], "txt")
    return " ".join(text.decode().replace("\u00a0", " ").split())


@pytest.mark.parametrize("language", DATED)
def test_a_reply_names_the_letter_with_its_date(shipped: Workspace, language: str) -> None:
    fields = {"your_reference": "15-1/12", "letter_date": "2020-02-11"}
    one = letter(shipped, "reply", language, **fields)
    assert DATED[language] in shown(shipped, one)
    assert not one.wrong, one.findings


@pytest.mark.parametrize("language", DATED)
def test_any_letter_may_name_one_and_the_date_is_proven(shipped: Workspace, language: str) -> None:
    fields = {"your_reference": "15-1/12", "your_reference_date": "2020-02-11"}
    one = letter(shipped, "reminder", language, **fields)
    assert DATED[language] in shown(shipped, one)
    assert not one.wrong, one.findings

    head, *others = units(one.composed.letter)
    assert head.replace("\u00a0", " ") in DATED[language]
    wrong = [head.replace("11", "12"), *others]
    said = [finding.message for finding in prove(facts_of(one.composed), wrong)]
    assert any("2020-02-11 (your_reference_date) is missing" in message for message in said)


@pytest.mark.parametrize("language", DATED)
def test_without_a_date_the_number_stands_alone(shipped: Workspace, language: str) -> None:
    one = letter(shipped, "reminder", language, your_reference="15-1/12")
    assert one.composed.letter.your_reference == "15-1/12"
    assert not one.wrong, one.findings


def test_a_number_that_holds_its_date_already_still_serves(shipped: Workspace) -> None:
    one = letter(shipped, "reminder", "ru", your_reference="45 от 01.02.2020")
    assert "На № 45 от 01.02.2020" in shown(shipped, one)
    assert not one.wrong, one.findings


def test_two_dates_of_one_letter_are_refused(shipped: Workspace) -> None:
    fields = {"your_reference": "7", "letter_date": "2020-02-11"}
    with pytest.raises(BadData, match=r"2020-02-10 is another date than that of letter_date"):
        letter(shipped, "reply", "ru", your_reference_date="2020-02-10", **fields)


@pytest.mark.parametrize("language", DATED)
def test_what_is_written_is_read_again(language: str) -> None:
    days = [date(2020, 2, 11), date(2019, 12, 31), date(2024, 2, 29)]
    for day in days:
        (found,) = find_dates(dated("15-1/12", day, language), language)
        assert found.day == day


def test_another_language_is_not_known() -> None:
    with pytest.raises(NotKnown):
        dated("7", date(2020, 2, 11), "fr")
