"""The order and the contents of the parts, by the conventions of each language."""

from collections.abc import Callable
from dataclasses import replace
from itertools import groupby

import pytest

from translate_kit.errors import NotKnown
from translate_kit.letters.layout.house import House
from translate_kit.letters.layout.parts import SIGNING_LINE, text
from translate_kit.letters.layout.sheet import Align, Beside, Item, Line, Part, Role, Sheet, Table
from translate_kit.letters.letter import Heading, Letter, Note, Paragraph, Run
from translate_kit.model import LANGUAGES

Make = Callable[..., Letter]
Arrange = Callable[[Letter], Sheet]

ORDER = {
    "ru": "Sender Letterhead Sender | Reference Subject Salutation Body # Body Enclosure Closing"
    " Signature",
    "en": "Sender Letterhead Sender | Date Reference Addressee Salutation Subject Body # Body"
    " Closing Signature Enclosure Copies Drafter",
    "ko": "Sender Letterhead | Reference Subject Salutation Body # Body Closing Date Signature"
    " Enclosure Copies | Drafter",
    "ja": "Reference Addressee Signature Subject Salutation Body Closing Centred Item # Enclosure"
    " Closing Drafter",
    "zh": "Reference Subject Addressee Body # Body Closing Enclosure Signature Date Drafter",
}


def order(parts: tuple[Part, ...]) -> str:
    return " ".join(name for name, _same in groupby(map(_name, parts)))


def _name(part: Part) -> str:
    match part:
        case Line(role=role) | Item(role=role):
            return role.value
        case Beside(left=left):
            return left[0].role.value
        case Table():
            return "#"
        case _:
            return "|"


def texts(sheet: Sheet, role: Role) -> list[str]:
    return [text(p.pieces) for p in sheet.parts if isinstance(p, Line) and p.role is role]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_parts_stand_in_the_order_of_the_convention(
    language: str, sample: Make, arranged: Arrange
) -> None:
    assert order(arranged(sample(language)).parts) == ORDER[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_draft_says_so_at_the_head(
    language: str, sample: Make, arranged: Arrange, house: House
) -> None:
    first, *others = arranged(sample(language, draft=True)).parts
    assert isinstance(first, Line)
    assert text(first.pieces) == house.labels[language].draft
    assert Role.DRAFT not in {p.role for p in others if isinstance(p, Line)}
    assert not texts(arranged(sample(language)), Role.DRAFT)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pending_passage_carries_the_marker_of_the_letters_language(
    language: str, sample: Make, arranged: Arrange, house: House
) -> None:
    body = (Paragraph((Run("前"), Run("用于一线。", pending="zh"))),)
    sheet = arranged(replace(sample(language), body=body, salutation=""))
    (line,) = [p for p in sheet.parts if isinstance(p, Line) and p.role is Role.BODY]
    before, marker, passage = line.pieces
    assert not before.marked
    assert marker.marked
    assert marker.text.strip() == house.labels[language].pending
    assert (passage.text, passage.marked, passage.language) == ("用于一线。", True, "zh")


@pytest.mark.parametrize("language", ["en", "ru", "ko", "ja"])
def test_an_unknown_signer_leaves_a_line_to_sign_on(
    language: str, sample: Make, arranged: Arrange
) -> None:
    letter = sample(language)
    signature = replace(letter.signature, name="")
    parts = arranged(replace(letter, signature=signature)).parts
    assert SIGNING_LINE in "".join(map(_everything, parts))


def _everything(part: Part) -> str:
    match part:
        case Line(pieces=pieces):
            return text(pieces)
        case Beside(left=left, right=right):
            return "".join(text(line.pieces) for line in (*left, *right))
        case _:
            return ""


@pytest.mark.parametrize(("language", "word"), [("ru", "М. П."), ("ko", "직인"), ("ja", "公印")])
def test_the_seal_has_its_place_only_where_one_is_wanted(
    language: str, word: str, sample: Make, arranged: Arrange
) -> None:
    letter = sample(language)
    unsealed = replace(letter, signature=replace(letter.signature, seal=False))
    assert word in "".join(map(_everything, arranged(letter).parts))
    assert word not in "".join(map(_everything, arranged(unsealed).parts))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_with_nothing_optional_has_no_empty_part(
    language: str, sample: Make, arranged: Arrange
) -> None:
    letter = sample(language)
    bare = replace(
        letter,
        reference="",
        your_reference="",
        addressee=(),
        salutation="",
        enclosures=(),
        copies=(),
        drafter="",
        particulars=(),
        letterhead=replace(letter.letterhead, parent="", address="", phone="", email=""),
    )
    sheet = arranged(bare)
    assert all(text(p.pieces) for p in sheet.parts if isinstance(p, Line))
    assert not sheet.last


def test_russian_registration_stands_beside_the_addressee(sample: Make, arranged: Arrange) -> None:
    (place,) = [p for p in arranged(sample("ru")).parts if isinstance(p, Beside) and not p.low]
    assert [text(line.pieces) for line in place.left] == [
        "08.02.2020 № 15-1/12",
        "На № 45 от 01.02.2020",
    ]
    assert text(place.right[0].pieces) == "Главе города Тюмени"


def test_russian_name_stands_on_the_line_of_the_position(sample: Make, arranged: Arrange) -> None:
    (place,) = [p for p in arranged(sample("ru")).parts if isinstance(p, Beside) and p.low]
    left, right = ([text(line.pieces) for line in side] for side in (place.left, place.right))
    assert left == ["Начальник Канцелярии", "М. П.", sample("ru").drafter]
    assert right == ["Чжан Вэй", "", ""]


def test_japanese_salutation_opens_the_first_paragraph(sample: Make, arranged: Arrange) -> None:
    (opening,) = texts(arranged(sample("ja")), Role.SALUTATION)
    assert opening.startswith("謹啓　余寒の候、")


def test_japanese_opening_word_in_the_body_begins_at_the_margin(
    sample: Make, arranged: Arrange
) -> None:
    body = (Paragraph((Run("拝啓　余寒の候"),)), Paragraph((Run("さて"),)))
    sheet = arranged(replace(sample("ja"), salutation="", body=body))
    assert texts(sheet, Role.SALUTATION) == ["拝啓　余寒の候"]
    assert texts(sheet, Role.BODY) == ["さて"]


def test_japanese_salutation_before_a_heading_stands_alone(sample: Make, arranged: Arrange) -> None:
    body = (Heading((Run("一"),)), Paragraph((Run("二"),)))
    sheet = arranged(replace(sample("ja"), body=body))
    assert texts(sheet, Role.SALUTATION) == ["謹啓"]
    assert texts(sheet, Role.BODY) == ["二"]


def test_japanese_particulars_stand_between_ki_and_ijo(sample: Make, arranged: Arrange) -> None:
    sheet = arranged(sample("ja"))
    assert texts(sheet, Role.CENTRED) == ["記"]
    assert texts(sheet, Role.CLOSING) == ["謹白", "以上"]


def test_chinese_main_addressee_ends_with_one_full_width_colon(
    sample: Make, arranged: Arrange
) -> None:
    assert texts(arranged(sample("zh")), Role.ADDRESSEE) == ["俄罗斯联邦秋明市政府："]
    with_colon = replace(sample("zh"), addressee=("秋明市政府:",))
    assert texts(arranged(with_colon), Role.ADDRESSEE) == ["秋明市政府："]


@pytest.mark.parametrize("organisation", ["外事办", "大庆市人民政府外事办公室" * 3])
def test_chinese_name_and_date_share_an_axis_within_the_text_area(
    organisation: str, sample: Make, arranged: Arrange
) -> None:
    letter = sample("zh")
    sheet = arranged(
        replace(letter, signature=replace(letter.signature, organisation=organisation))
    )
    name, day = sheet.styles[Role.SIGNATURE], sheet.styles[Role.DATE]
    assert name.align is day.align is Align.CENTRE
    assert name.left == day.left >= 0


def test_chinese_agency_name_fits_between_the_margins(sample: Make, arranged: Arrange) -> None:
    letter = sample("zh")
    head = replace(letter.letterhead, office="大庆市人民政府外事办公室暨港澳事务办公室")
    sheet = arranged(replace(letter, letterhead=head))
    size = sheet.styles[Role.LETTERHEAD].size
    assert size * len(head.office) <= sheet.page.measure + 0.01


def test_several_enclosures_are_numbered_behind_one_label(sample: Make, arranged: Arrange) -> None:
    letter = replace(sample("ru"), enclosures=("перечень", "образец"))
    items = [p for p in arranged(letter).parts if isinstance(p, Item)]
    assert [(i.prefix, i.label, i.follows) for i in items] == [
        ("Приложение:", "1.", False),
        ("Приложение:", "2.", True),
    ]


def test_a_language_without_a_layout_is_refused(sample: Make, arranged: Arrange) -> None:
    with pytest.raises(NotKnown):
        arranged(replace(sample("en"), language="fr"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_note_is_in_small_type(language: str, sample: Make, arranged: Arrange) -> None:
    body = (Note((Run("1"), Run("2"))), Paragraph((Run("3"),)))
    sheet = arranged(replace(sample(language), body=body, salutation="", closing=""))
    assert texts(sheet, Role.NOTE) == ["12"]
    assert texts(sheet, Role.BODY) == ["3"]
    assert sheet.styles[Role.NOTE].size < sheet.styles[Role.BODY].size
