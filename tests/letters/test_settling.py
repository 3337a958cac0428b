"""Open passages of a draft, found again in the letter that somebody has edited."""

from pathlib import Path

import pytest

from translate_kit.letters.compose import Composed
from translate_kit.letters.draft import draft
from translate_kit.letters.facts import units
from translate_kit.letters.kind import load_kind
from translate_kit.letters.request import check_request
from translate_kit.letters.settling import prove_edited, settled, units_of
from translate_kit.workspace import Workspace

SITUATION = "全市24家定点医院的防护服只够用3天。"
RUSSIAN = "В 24 специализированных больницах города защитных костюмов осталось на 3 дня."
NOTE = "须为左右不对称的小号款式"
NOTE_RUSSIAN = "малый размер, асимметричный покрой"


def composed(shipped: Workspace, **fields: object) -> Composed:
    data = {
        "kind": "appeal",
        "date": "2020-02-08",
        "means": "either",
        "deadline": "2020-02-20",
        "items": [{"item": "医用防护服", "quantity": "3万", "unit": "套"}],
        **fields,
    }
    kind = load_kind(shipped.templates, "appeal")
    request = check_request(Path("request.toml"), data, kind, shipped.glossary)
    (letter, _copy) = draft(request, [shipped.contacts.get("tyumen")], shipped.sources)
    return letter.composed


def edited(letter: Composed, *changes: tuple[str, str]) -> list[str]:
    """The units of the letter with some texts exchanged; a unit that becomes empty is gone."""
    texts = list(units(letter.letter))
    for old, new in changes:
        assert any(old in text for text in texts), old
        texts = [part for text in texts for part in text.replace(old, new).split("\n\n")]
    return [text for text in texts if text.strip()]


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ([(SITUATION, RUSSIAN)], RUSSIAN),
        ([(SITUATION, RUSSIAN), ("Желаем Вам", "Сердечно желаем Вам")], RUSSIAN),
        ([(SITUATION, "Первое.\n\nИ второе.")], "Первое.\n\nИ второе."),
        ([(SITUATION, f"{RUSSIAN}\n\nДобавленный абзац."), ("В эти дни", "Сегодня")], RUSSIAN),
    ],
)
def test_the_words_that_took_its_place_are_found(
    shipped: Workspace, changes: list[tuple[str, str]], text: str
) -> None:
    letter = composed(shipped, situation=SITUATION)
    (passage,) = settled(letter, edited(letter, *changes))
    assert passage.place == "situation"
    assert passage.drafted.source == ("zh", SITUATION)
    assert passage.text.startswith(text)
    assert not passage.untranslated


def test_a_passage_inside_a_row_is_found_between_its_neighbours(shipped: Workspace) -> None:
    items = [{"item": "医用防护服", "quantity": "3万", "unit": "套", "note": NOTE}]
    letter = composed(shipped, situation=SITUATION, items=items)
    texts = edited(letter, (SITUATION, RUSSIAN), (NOTE, NOTE_RUSSIAN))
    found = {one.place: one.text for one in settled(letter, texts)}
    assert found == {"situation": RUSSIAN, "items[1].note": NOTE_RUSSIAN}
    assert not prove_edited(letter, texts, settled(letter, texts))


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ([], "situation is still to be translated"),
        ([(SITUATION, RUSSIAN.replace("24", "42"))], "situation: the numbers differ"),
        ([(SITUATION, "")], "situation: no translation of this passage is found"),
        ([(SITUATION, RUSSIAN), ("30\u00a0000", "3000")], "30 000 шт. of “медицинский защитный"),
        (
            [(SITUATION, RUSSIAN), ("20\u00a0февраля", "25 февраля")],
            "the date 2020-02-20 (deadline)",
        ),
    ],
)
def test_what_is_wrong_with_an_edited_letter_is_said(
    shipped: Workspace, changes: list[tuple[str, str]], message: str
) -> None:
    letter = composed(shipped, situation=SITUATION)
    texts = edited(letter, *changes)
    said = [one.message for one in prove_edited(letter, texts, settled(letter, texts))]
    assert any(message in one.replace("\u00a0", " ") for one in said), said


def test_a_translated_letter_is_right(shipped: Workspace) -> None:
    letter = composed(shipped, situation=SITUATION)
    texts = edited(letter, (SITUATION, RUSSIAN))
    assert prove_edited(letter, texts, settled(letter, texts)) == ()


def test_the_memory_gets_the_passage_and_its_sentences(shipped: Workspace) -> None:
    source = f"{SITUATION}市民也很着急。"
    letter = composed(shipped, situation=source)
    texts = edited(letter, (source, f"{RUSSIAN} Жители города обеспокоены."))
    (passage,) = settled(letter, texts)
    assert [dict(unit.texts) for unit in units_of(passage)] == [
        {"zh": source, "ru": f"{RUSSIAN} Жители города обеспокоены."},
        {"zh": SITUATION, "ru": RUSSIAN},
        {"zh": "市民也很着急。", "ru": "Жители города обеспокоены."},
    ]
