"""Replies in four languages: ``cases/incoming`` holds the letters, the tables what they say."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from translate_kit.languages.numbers import extract
from translate_kit.letters.incoming import Incoming, Known, read_incoming
from translate_kit.letters.incoming.hedge import hedge
from translate_kit.letters.incoming.result import result_of, said
from translate_kit.letters.incoming.source import paragraphs_of
from translate_kit.register import Entry, Outgoing, State
from translate_kit.workspace import Workspace

CASES = Path(__file__).parent / "cases" / "incoming"
LANGUAGE = {"tyumen": "ru", "chungju": "ko", "hygiene": "ja", "calgary": "en"}
CONTACT = {"tyumen": "tyumen", "chungju": "chungju", "hygiene": "jp_hygiene", "calgary": "calgary"}


def entry(shipped: Workspace, number: int, contact: str, reference: str, **other: object) -> Entry:
    known = shipped.contacts.get(contact)
    values = {
        "date": date(2020, 2, 8),
        "contact": contact,
        "contact_kind": known.kind,
        "organisation": known.name("organisation", "zh"),
        "own_name": known.name("organisation", known.language),
        "country": known.country,
        "kind": "appeal",
        "reference": reference,
        **other,
    }
    return Entry(number, State.SENT, Outgoing(**values))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def register(shipped: Workspace) -> tuple[Entry, ...]:
    numbers = {"tyumen": 15, "chungju": 16, "jp_hygiene": 17, "calgary": 18}
    return tuple(
        entry(shipped, n, contact, f"庆外函〔2020〕{reference}号")
        for n, (contact, reference) in enumerate(numbers.items(), 1)
    )


def reading(shipped: Workspace, register: tuple[Entry, ...], name: str) -> Incoming:
    known = Known(shipped.contacts, shipped.glossary, register)
    return read_incoming(paragraphs_of(CASES / f"{name}.txt"), LANGUAGE[name], known)


@pytest.mark.parametrize(
    ("name", "day", "result", "answers"),
    [
        ("tyumen", date(2020, 2, 11), "partial", 1),
        ("chungju", date(2020, 2, 10), "partial", 2),
        ("hygiene", date(2020, 2, 10), "partial", 3),
        ("calgary", date(2020, 2, 11), "partial", 4),
    ],
)
def test_who_wrote_when_to_which_letter_and_what_it_comes_to(
    shipped: Workspace, register: tuple[Entry, ...], name: str, day: date, result: str, answers: int
) -> None:
    letter = reading(shipped, register, name)
    assert [one.contact.id for one in letter.senders] == [CONTACT[name]]
    assert letter.day == day
    assert letter.result == result
    assert [(one.entry.number, one.reference) for one in letter.answered] == [(answers, True)]


@pytest.mark.parametrize(
    ("name", "promised"),
    [
        ("tyumen", {"костюм химической защиты": ("2000", "", "2020-02-25"),
                    "защитные очки": ("5000", "约", "2020-02-25")}),
        ("chungju", {"KF94 마스크": ("5000", "", "2020-02-15")}),
        ("hygiene", {"医療用サージカルマスク": ("20000", "约", "2020-02-28")}),
        ("calgary", {"nitrile gloves": ("50000", "", "2020-02-20"),
                     "goggles": ("1200", "", "2020-02-20")}),
    ],
)  # fmt: skip
def test_what_is_promised(
    shipped: Workspace,
    register: tuple[Entry, ...],
    name: str,
    promised: dict[str, tuple[str, str, str]],
) -> None:
    letter = reading(shipped, register, name)
    found = {one.concept.id: one for one in letter.promised}
    for term, (quantity, word, day) in promised.items():
        one = found.pop(shipped.glossary.resolve(term).id)
        assert (one.quantity, one.hedge, str(one.day)) == (Decimal(quantity), word, day)
    assert not found


@pytest.mark.parametrize(
    ("name", "facts"),
    [
        ("tyumen", ["email mail@tyumen.example", "date 2020年2月11日", "reference 15-03/118",
                    "code GB 19082-2009", "money 1850卢布", "time 09:20", "number 2000",
                    "date 2020年2月13日", "phone (3452) 51-01-01"]),
        ("chungju", ["code KF94", "number 5000", "number 3万", "time 17:00", "phone 043-850-5114"]),
        ("hygiene", ["money 35日元", "number 2万", "code JIS T 9001", "code ASTM F2100-19",
                     "date 2月28日", "phone 03-6403-5351"]),
        ("calgary", ["number 5万", "number 1200", "code ASTM D6319-19", "money 18500加元",
                     "time 17:00", "date 2月14日", "email intl@calgary.example"]),
    ],
)  # fmt: skip
def test_every_fact_is_found_by_value(
    shipped: Workspace, register: tuple[Entry, ...], name: str, facts: list[str]
) -> None:
    letter = reading(shipped, register, name)
    found = [f"{fact.kind.value} {fact.chinese}" for fact in letter.facts]
    assert not [fact for fact in facts if fact not in found], found


def test_the_number_of_a_paragraph_is_no_fact(
    shipped: Workspace, register: tuple[Entry, ...]
) -> None:
    letter = reading(shipped, register, "chungju")
    assert not [fact for fact in letter.facts if fact.chinese in ("4", "5")]


def test_a_reply_may_answer_two_letters(shipped: Workspace) -> None:
    """Two letters to one contact are open and the reply names neither: a person has to say."""
    letters = tuple(entry(shipped, n, "calgary", f"庆外函〔2020〕{n}号") for n in (3, 4))
    text = ["The City of Calgary", "February 11, 2020", "We are pleased to donate 100 goggles."]
    known = Known(shipped.contacts, shipped.glossary, letters)
    both = read_incoming(text, "en", known)
    assert [(one.entry.number, one.reference) for one in both.answered] == [(3, False), (4, False)]
    chosen = read_incoming(text, "en", known, answers=letters[1])
    assert [one.entry.number for one in chosen.answered] == [4]


@pytest.mark.parametrize(
    ("language", "sentence", "result"),
    [
        ("en", "We cannot supply masks at present.", "declined"),
        ("en", "Unfortunately, we do not manufacture such suits.", "declined"),
        ("en", "We are pleased to quote as follows.", "agreed"),
        ("en", "We suggest that you contact the makers in Vladimir.", "referred"),
        ("en", "Samples will be sent by air.", "samples"),
        ("en", "Thank you for the samples.", None),
        ("ru", "Мы не можем поставить костюмы.", "declined"),
        ("ru", "Наше предприятие готово в течение недели поставить 2000 костюмов.", "agreed"),
        ("ru", "Ваше письмо передано в ООО «Восток».", "referred"),
        ("ko", "현재 공급이 어렵습니다.", "declined"),
        ("ko", "다음 주까지 공급할 수 있습니다.", "agreed"),
        ("ja", "誠に恐縮ながら、ご要望にはお応えいたしかねます。", "declined"),
        ("ja", "月末までに五千枚を供給できます。", "agreed"),
        ("zh", "我公司可于月底前供应5000套。", "agreed"),
        ("zh", "我公司目前无法供应。", "declined"),
    ],
)
def test_what_a_sentence_decides(language: str, sentence: str, result: str | None) -> None:
    assert result_of(said([sentence], language)) == result


@pytest.mark.parametrize(
    ("language", "letter", "promised"),
    [
        ("ru", ["Готовы поставить до 25 февраля 2020 г.:", "Наименование | Количество",
                "Очки защитные | около 5 000 шт.", "Костюм химической защиты | 2 000 шт.",
                "С уважением,"],
         {"защитные очки": ("5000", "约"), "костюм химической защиты": ("2000", "")}),
        ("en", ["We can supply the following by 25 February 2020:", "- 1,200 goggles",
                "- up to 3,000 surgical masks", "The price of 500 goggles is on request."],
         {"goggles": ("1200", ""), "surgical mask": ("3000", "最多")}),
        ("ru", ["Мы не можем поставить следующие изделия:", "Защитные очки | 5 000 шт."], {}),
    ],
)  # fmt: skip
def test_a_table_or_list_holds_what_the_sentence_before_it_promises(
    shipped: Workspace, language: str, letter: list[str], promised: dict[str, tuple[str, str]]
) -> None:
    read = read_incoming(letter, language, Known(shipped.contacts, shipped.glossary))
    told = {one.concept.id: (str(one.quantity), one.hedge) for one in read.promised}
    assert told == {shipped.glossary.resolve(term).id: goods for term, goods in promised.items()}


@pytest.mark.parametrize(
    ("language", "text", "chinese"),
    [
        ("en", "up to 5,000 masks", "最多"),
        ("en", "some 5,000 masks", "约"),
        ("en", "handsome 5,000 masks", ""),
        ("ru", "не менее 5000 масок", "不少于"),
        ("ru", "более 5000 масок", "超"),
        ("ru", "не более 5000 масок", "不超过"),
        ("ko", "약 5,000장", "约"),
        ("ko", "5,000장 이상", "以上"),
        ("ko", "5,000여 장", "余"),
        ("ja", "5,000枚程度", "左右"),
        ("ja", "約5,000枚", "约"),
        ("zh", "5000余套", "余"),
        ("zh", "近5000套", "近"),
        ("zh", "5000套", ""),
    ],
)
def test_the_hedge_of_a_quantity_survives(language: str, text: str, chinese: str) -> None:
    (number,) = extract(text, language)
    assert hedge(text, number.span, language) == chinese
