"""contacts.csv and positions.csv: reading, refusing, overriding."""

from pathlib import Path

import pytest

from translate_kit.contacts import Contacts, Positions
from translate_kit.errors import BadData, NotKnown
from translate_kit.letters.protocol import form_of_address, trial
from translate_kit.model import Severity

SHIPPED = Path(__file__).parents[2] / "glossaries" / "contacts"
POSITIONS = (SHIPPED / "positions.csv",)
HEADER = "id,country,language,organisation_ja,organisation_zh"


def load(path: Path, text: str, encoding: str = "utf-8") -> Contacts:
    path.write_bytes(text.encode(encoding))
    return Contacts.load([path], positions=POSITIONS)


@pytest.fixture(scope="module")
def shipped() -> Contacts:
    return Contacts.load([SHIPPED / "contacts.csv"], positions=POSITIONS)


def test_shipped_contacts_hold_offices_and_no_persons(shipped: Contacts) -> None:
    assert len(shipped) >= 8
    for contact in shipped:
        assert not any(column.startswith("person") for column in contact.names)
        assert not contact.sex


def test_shipped_contacts_have_no_errors_and_all_five_names(shipped: Contacts) -> None:
    for contact in shipped:
        found = shipped.check(contact)
        assert [f for f in found if f.severity is Severity.ERROR] == []
        assert trial(contact, shipped.positions) == ()
        for language in ("zh", "en", "ru", "ko", "ja"):
            form = form_of_address(contact, shipped.positions, language)
            assert form.addressee


@pytest.mark.parametrize(
    ("name", "addressee", "salutation", "copy"),
    [
        ("tyumen", "Главе города Тюмени", "Уважаемый Глава города!", "俄罗斯秋明市政府："),
        ("chungju", "충주시장 귀하", "존경하는 시장님께", "韩国忠州市政府："),
        ("calgary", "The Mayor of Calgary", "Your Worship:", "加拿大卡尔加里市政府："),
        ("jp_hygiene", "一般社団法人日本衛生材料工業連合会　御中", "", "日本卫生材料工业联合会："),
    ],
)
def test_shipped_offices_are_addressed_natively(
    shipped: Contacts, name: str, addressee: str, salutation: str, copy: str
) -> None:
    contact = shipped.get(name)
    form = form_of_address(contact, shipped.positions, contact.language)
    assert (form.addressee, form.salutation) == ((addressee,), salutation)
    assert form_of_address(contact, shipped.positions, "zh").addressee == (copy,)


def test_an_unnamed_holder_is_a_warning(shipped: Contacts) -> None:
    checks = {contact.id: [f.check for f in shipped.check(contact)] for contact in shipped}
    assert checks["tyumen"] == ["form of address"]
    assert checks["jp_hygiene"] == []


def test_an_unknown_id_offers_the_nearest(shipped: Contacts) -> None:
    with pytest.raises(NotKnown, match="no contact “tumen”; did you mean “tyumen”"):
        shipped.get("tumen")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_tables_from_excel_are_read(tmp_path: Path, encoding: str) -> None:
    contacts = load(tmp_path / "c.csv", f"{HEADER}\nx,jp,ja,見本株式会社,样本公司\n", encoding)
    assert contacts.get("x").name("organisation", "ja") == "見本株式会社"
    assert contacts.get("x").country == "JP"


def test_address_lines_part_at_newline_and_slash(tmp_path: Path) -> None:
    text = 'id,country,language,address\na,CA,en,"1 Road\nTown"\nb,CA,en,1/2 Road / Town\n'
    contacts = load(tmp_path / "c.csv", text)
    assert contacts.get("a").address == ("1 Road", "Town")
    assert contacts.get("b").address == ("1/2 Road", "Town")


def test_a_later_file_replaces_whole_rows(tmp_path: Path, shipped: Contacts) -> None:
    own = tmp_path / "contacts.csv"
    own.write_text(
        "id,country,language,position,sex,city_en,person_en\n"
        'calgary,CA,en,mayor,女,Calgary,"Sample, Jane"\n',
        encoding="utf-8",
    )
    both = Contacts.load([SHIPPED / "contacts.csv", own], positions=POSITIONS)
    assert len(both) == len(shipped)
    assert both.get("calgary").sex == "f"
    assert both.get("calgary").name("organisation", "zh") == ""
    assert both.get("calgary").line == 2


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("id,country,langauge\n", "line 1, field langauge: unknown column; did you mean"),
        ("id,language\n", "line 1, field country: this column is missing"),
        (f"{HEADER}\n,JP,ja,x,y\n", "line 2, field id"),
        (f"{HEADER}\na b,JP,ja,x,y\n", "line 2, field id"),
        (f"{HEADER}\nx,Japan,ja,x,y\n", "line 2, field country: “Japan”"),
        (f"{HEADER}\nx,JP,jp,x,y\n", "line 2, field language: “jp” is none of"),
        (f"{HEADER}\nx,JP,ja,x,y\nx,JP,ja,x,y\n", "line 3, field id: “x” stands in line 2"),
        ("id,country,language,kind\nx,JP,ja,makers\n", "line 2, field kind: “makers”"),
        ("id,country,language,sex\nx,JP,ja,?\n", "line 2, field sex: “?”"),
        ("", "line 1: the file is empty"),
    ],
)
def test_what_cannot_be_used_is_refused(tmp_path: Path, text: str, place: str) -> None:
    with pytest.raises(BadData) as raised:
        load(tmp_path / "contacts.csv", text)
    assert str(raised.value).startswith(f"{tmp_path / 'contacts.csv'}, {place}")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("id,zh,en,ru,ko,ja\nx,市长,Mayor of {town},мэр,시장,市長\n", "line 2, field en: {town}"),
        ("id,zh,en,ru,ko,ja\nx,市长,Mayor of {city,мэр,시장,市長\n", "line 2, field en: {"),
        ("id,zh,en,ru,ko,ja\nx,市长,Mayor,,시장,市長\n", "line 2, field ru: the title"),
        ("id,zh,en,ru,ko,ja\n,市长,Mayor,мэр,시장,市長\n", "line 2, field id"),
        (
            "id,zh,en,ru,ko,ja,call_en\nx,市长,Mayor,мэр,시장,市長,Mayor {city}\n",
            "line 2, field call_en: {city}",
        ),
    ],
)
def test_a_wrong_position_is_refused(tmp_path: Path, text: str, place: str) -> None:
    path = tmp_path / "positions.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadData) as raised:
        Positions.load([path])
    assert str(raised.value).startswith(f"{path}, {place}")


def test_a_country_changes_only_the_cells_it_fills() -> None:
    positions = Positions.load(POSITIONS)
    assert positions.get("mayor", "CA").styles["f"] == "Her Worship"
    assert positions.get("mayor", "CA").titles == positions.get("mayor").titles
    assert positions.get("mayor").styles["f"] == ""


def test_every_position_has_its_dative_and_korean_call() -> None:
    positions = Positions.load(POSITIONS)
    for name in positions.ids():
        position = positions.get(name)
        assert position.ru_dative
        assert position.calls["ko"].endswith("님")
        assert {language: position.slots(language) for language in position.titles}
