"""Forms of address: a table of fictional contacts and what a native official would write."""

import csv
from pathlib import Path

import pytest

from translate_kit.contacts import Contact, Contacts, Positions
from translate_kit.errors import NotKnown, UserError
from translate_kit.letters.protocol import form_of_address, protocol, trial
from translate_kit.model import LANGUAGES, Severity

CASES = Path(__file__).parent / "cases"
SHIPPED = Path(__file__).parents[2] / "glossaries" / "contacts"
CONTACTS = Contacts.load([CASES / "protocol_contacts.csv"], positions=[SHIPPED / "positions.csv"])


def _expected() -> list[dict[str, str]]:
    with (CASES / "protocol_expected.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("case", _expected(), ids=lambda case: case["contact"])
def test_addressee_salutation_and_close(case: dict[str, str]) -> None:
    contact = CONTACTS.get(case["contact"])
    form = form_of_address(contact, CONTACTS.positions, case["language"])
    assert _plain(" / ".join(form.addressee)) == case["addressee"]
    assert _plain(form.salutation) == case["salutation"]
    assert form.closing == case["closing"]


def test_every_contact_of_the_table_has_an_expectation() -> None:
    assert {case["contact"] for case in _expected()} == {contact.id for contact in CONTACTS}
    assert len(CONTACTS) >= 60


@pytest.mark.parametrize(
    ("language", "formality", "opening", "closing"),
    [
        ("ja", "standard", "拝啓", "敬具"),
        ("ja", "formal", "謹啓", "謹白"),
        ("ja", "reply", "拝復", "敬具"),
        ("ru", "standard", "", "С уважением,"),
        ("ru", "formal", "", "С глубоким уважением,"),
        ("ko", "formal", "", "감사합니다."),
        ("en", "formal", "", "Yours sincerely,"),
        ("zh", "formal", "", ""),
    ],
)
def test_formality_shows_in_opening_and_close(
    language: str, formality: str, opening: str, closing: str
) -> None:
    contact = CONTACTS.get({"ru": "ru_head_m", "en": "en_ca_mayor_m"}.get(language, "ja_mayor"))
    usage = protocol(language)
    assert usage.opening(formality) == opening
    assert usage.closing(contact, CONTACTS.positions, formality) == closing


def test_an_office_without_a_name_is_shown_to_the_signer() -> None:
    unnamed = form_of_address(CONTACTS.get("ko_mayor_unnamed"), CONTACTS.positions, "ko")
    assert [(f.severity, f.check) for f in unnamed.findings] == [
        (Severity.WARNING, "form of address")
    ]
    named = form_of_address(CONTACTS.get("ko_mayor"), CONTACTS.positions, "ko")
    assert named.findings == ()


@pytest.mark.parametrize(
    ("language", "honorifics"), [("ko", ("귀하", "귀중")), ("ja", ("様", "御中", "先生"))]
)
def test_one_honorific_and_only_one(language: str, honorifics: tuple[str, ...]) -> None:
    for contact in CONTACTS:
        if contact.language == language:
            lines = protocol(language).addressee(contact, CONTACTS.positions)
            assert lines[-1].endswith(honorifics)
            assert sum("".join(lines).count(word) for word in honorifics) == 1
            assert "님 귀하" not in lines[-1]


REFUSALS = {
    "ru_no_sex": ("sex", {"person_ru": "Примеров Пётр Ильич"}, "", "ru"),
    "ru_wrong_sex": ("sex", {"person_ru": "Примеров Пётр Ильич"}, "f", "ru"),
    "ru_fleeting_vowel": ("person_ru_dative", {"person_ru": "Примерец Пётр Ильич"}, "m", "ru"),
    "ru_given_first": ("person_ru", {"person_ru": "Пётр Ильич Примеров"}, "m", "ru"),
    "ru_two_words": ("person_ru", {"person_ru": "Пётр Лосев"}, "m", "ru"),
    "ru_initials_first": ("person_ru", {"person_ru": "П. Е. Лосев"}, "m", "ru"),
    "ru_no_surname": ("person_ru", {"person_ru": ", Пётр"}, "m", "ru"),
    "ru_three_foreign": ("person_ru", {"person_ru": "Ким Чен Пример"}, "m", "ru"),
    "ru_abramovich": ("person_ru", {"person_ru": "Роман Примерович"}, "m", "ru"),
    "ru_only_chinese": ("person_ru", {"person_zh": "萨样本诺夫"}, "m", "ru"),
    "en_order": ("person_en", {"person_en": "John Sample"}, "m", "en"),
    "en_all_capitals": ("person_en", {"person_en": "JOHN SAMPLE"}, "m", "en"),
    "en_no_sex": ("sex", {"person_en": "Sample, John"}, "", "en"),
    "en_initial_first": ("person_en", {"person_en": "J. Sample"}, "m", "en"),
    "en_no_given": ("person_en", {"person_en": "Sample,"}, "m", "en"),
    "ko_only_russian": ("person_ko", {"person_ru": "Примеров Пётр Ильич"}, "m", "ko"),
    "zh_no_sex": ("sex", {"person_zh": "样本"}, "", "zh"),
    "no_organisation": ("organisation_ja", {"organisation_ja": ""}, "", "ja"),
}


@pytest.mark.parametrize("name", REFUSALS)
def test_what_is_not_known_is_asked_for(name: str) -> None:
    field, names, sex, language = REFUSALS[name]
    filled = {f"organisation_{code}": "ООО" if code == "ru" else "Sample" for code in LANGUAGES}
    contact = Contact(
        id=name,
        country="MY",
        language=language,
        sex=sex,
        names=filled | names,
        file=Path("contacts.csv"),
        line=7,
    )
    with pytest.raises(UserError) as raised:
        form_of_address(contact, CONTACTS.positions, language)
    message = str(raised.value)
    assert f"“{name}” (contacts.csv, line 7): {field} " in message
    assert "\n" not in message


def test_a_title_without_its_city_asks_for_the_city() -> None:
    for language in LANGUAGES[1:]:
        contact = Contact(id="x", country="RU", language=language, position="mayor")
        with pytest.raises(UserError, match=f"city_{language} is empty"):
            form_of_address(contact, CONTACTS.positions, language)


def test_a_genitive_that_grammar_cannot_tell_is_asked_for() -> None:
    contact = Contact(
        id="x",
        country="RU",
        language="ru",
        position="governor",
        names={"city_ru": "Зюкмыр"},
    )
    with pytest.raises(UserError, match="city_ru_genitive is empty, and cannot inflect"):
        form_of_address(contact, CONTACTS.positions, "ru")


def test_an_office_without_dative_in_the_table_is_declined_by_grammar(tmp_path: Path) -> None:
    table = tmp_path / "positions.csv"
    table.write_text(
        "id,zh,en,ru,ko,ja\nhead_doctor,院长,Head,главный врач,원장,院長\n"
        "head_of_unit,主任,Head,начальник {department},과장,課長\n",
        encoding="utf-8",
    )
    positions = Positions.load([table])
    for position, line in [
        ("head_doctor", "Главному врачу"),
        ("head_of_unit", "Начальнику отдела закупок"),
    ]:
        names = {"organisation_ru": "НИИ", "department_ru": "отдел закупок"}
        contact = Contact(id="x", country="RU", language="ru", position=position, names=names)
        assert form_of_address(contact, positions, "ru").addressee[0] == line


def test_trial_reports_instead_of_raising() -> None:
    contact = Contact(id="x", country="JP", language="ja", names={"organisation_ja": "見本"})
    assert [(f.severity, f.where) for f in trial(contact, CONTACTS.positions)] == [
        (Severity.ERROR, "x, zh")
    ]


def test_unknown_language_and_position_name_the_nearest() -> None:
    with pytest.raises(NotKnown, match="protocol"):
        protocol("de")
    contact = Contact(id="x", country="JP", language="ja", position="mayer")
    with pytest.raises(NotKnown, match="did you mean “mayor”"):
        form_of_address(contact, CONTACTS.positions, "ja")
