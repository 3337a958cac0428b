"""The consistency proof: a right letter passes in every language, a sabotaged one never does."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from translate_kit.languages.counters import counter
from translate_kit.languages.money import Money
from translate_kit.letters.facts import Facts
from translate_kit.letters.goods import Goods
from translate_kit.letters.proof import prove
from translate_kit.workspace import Workspace

DAY, DEADLINE = date(2020, 2, 8), date(2020, 2, 20)
GOODS = (("ppe-0005", 30000, "suit", ("GB 19082-2009",)), ("ppe-0013", 2000, "mask", ()))

RIGHT = {
    "zh": [
        "现急需医用防护服3万套、口罩2000只，请于2020年2月20日前函告。",
        "1 | 医用防护服 | 3万套 | GB 19082-2009",
        "采购CIF大连，每套285元。",
    ],
    "en": [
        "We need 30,000 medical protective suits and 2,000 masks by February 20, 2020.",
        "1 | medical protective suit | 30,000 | GB 19082-2009",
        "Price CIF Dalian: CNY 285.",
    ],
    "ru": [
        "Нам срочно требуются 30 000 медицинских защитных костюмов и 2 000 масок к 20 февраля "
        "2020 г.",
        "1 | медицинский защитный костюм | 30 000 шт. | GB 19082-2009",
        "Цена CIF Далянь: 285 юаней.",
    ],
    "ko": [
        "의료용 보호복 3만 벌과 마스크 2,000장이 2020년 2월 20일까지 필요합니다.",
        "1 | 의료용 보호복 | 3만 벌 | GB 19082-2009",
        "가격은 CIF 다롄 기준 285위안입니다.",
    ],
    "ja": [
        "医療用防護服3万着及びマスク2,000枚を2020年2月20日までに必要としております。",
        "1 | 医療用防護服 | 3万着 | GB 19082-2009",
        "価格はCIF大連で285人民元です。",
    ],
}
PLACE = {"zh": "大连", "en": "Dalian", "ru": "Далянь", "ko": "다롄", "ja": "大連"}

SABOTAGE = [
    # language, what a template made of it, what stood there, what the proof must say
    ("zh", "3万套", "3000套", "医用防护服”"),
    ("en", "30,000", "3,000", "3,000"),
    ("ru", "30 000", "3 000", "3 000"),
    ("ko", "3만 벌", "3천 벌", "의료용 보호복"),
    ("ja", "3万着", "3千着", "医療用防護服"),
    ("en", "30,000 medical protective suits and 2,000 masks",
     "2,000 medical protective suits and 30,000 masks", "stands beside"),
    ("zh", "医用防护服3万套、口罩2000只", "医用防护服2000套、口罩3万只", "stands beside"),
    ("ru", "30 000 медицинских защитных костюмов и 2 000 масок",
     "2 000 медицинских защитных костюмов и 30 000 масок", "stands beside"),
    ("ko", "보호복 3만 벌과 마스크 2,000장", "보호복 2,000벌과 마스크 3만 장", "stands beside"),
    ("ja", "防護服3万着及びマスク2,000枚", "防護服2,000着及びマスク3万枚", "stands beside"),
    ("en", "February 20", "February 21", "2020-02-20 (deadline) is missing"),
    ("zh", "2月20日", "2月12日", "2020-02-20 (deadline) is missing"),
    ("ru", "20 февраля", "20 марта", "2020-02-20 (deadline) is missing"),
    ("ko", "2월 20일", "3월 20일", "2020-02-20 (deadline) is missing"),
    ("ja", "2020年2月20日", "2021年2月20日", "2020-02-20 (deadline) is missing"),
    ("en", "GB 19082-2009", "GB 19083-2010", "the standard GB 19082-2009 is missing"),
    ("ru", "GB 19082-2009", "GB 19082-2003", "the standard GB 19082-2009 is missing"),
    ("en", "GB 19082-2009", "GB 19082-2009, EN 14126", "EN 14126 is no fact"),
    ("ja", "GB 19082-2009", "－", "the standard GB 19082-2009 is missing"),
    ("zh", "285元", "258元", "the sum 285元 (price) is missing"),
    ("en", "CNY 285", "USD 285", "(price) is missing"),
    ("ru", "285 юаней", "285 иен", "(price) is missing"),
    ("en", "Dalian", "Dairen", "“Dalian” (place) is missing"),
    ("ko", "다롄", "대련", "“다롄” (place) is missing"),
    ("zh", "请于", "请在3天内、于", "the number 3"),
    ("en", "We need", "We have 45 hospitals and need", "the number 45 is no fact"),
    ("ru", "Нам срочно", "Нашим 45 больницам срочно", "the number 45 is no fact"),
]  # fmt: skip


def facts(language: str, shipped: Workspace) -> Facts:
    goods = tuple(
        Goods(
            value=Decimal(quantity),
            noun=shipped.glossary.concept(concept).noun(language),
            counter=counter(unit),
            language=language,
            standards=standards,
            chinese=bool(standards),
            comparable=(),
            price=None,
            note="",
        )
        for concept, quantity, unit, standards in GOODS
    )
    return Facts(
        language=language,
        goods=goods,
        dates={"deadline": DEADLINE},
        sums={"price": Money(Decimal(285), "CNY")},
        codes=("GB 19082-2009",),
        words={"place": PLACE[language], "incoterm": "CIF"},
        quoted=(),
        day=DAY,
    )


@pytest.mark.parametrize("language", RIGHT)
def test_a_right_letter_passes(language: str, shipped: Workspace) -> None:
    assert prove(facts(language, shipped), RIGHT[language]) == ()


@pytest.mark.parametrize(("language", "right", "wrong", "said"), SABOTAGE)
def test_a_sabotaged_letter_does_not(
    language: str, right: str, wrong: str, said: str, shipped: Workspace
) -> None:
    texts = [text.replace(right, wrong) for text in RIGHT[language]]
    assert texts != RIGHT[language]
    findings = prove(facts(language, shipped), texts)
    assert any(said in finding.message for finding in findings), findings
    assert {(f.severity, f.check, f.where) for f in findings} == {("error", "facts", language)}


@pytest.mark.parametrize("language", RIGHT)
def test_an_empty_letter_lacks_every_fact(language: str, shipped: Workspace) -> None:
    findings = prove(facts(language, shipped), [])
    assert len(findings) == len(GOODS) + 1 + 1 + 1 + 2


def test_numbers_of_quoted_texts_are_no_facts(shipped: Workspace) -> None:
    known = facts("en", shipped)
    texts = [*RIGHT["en"], "Filtration 94 % is below 95 %."]
    assert len(prove(known, texts)) == 2
    assert prove(replace(known, quoted=("Filtration 94 % is below 95 %.",)), texts) == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "护目镜1副"),
        ("en", "1 pair of goggles"),
        ("ru", "1 пара защитных очков"),
        ("ko", "보호 고글 1개"),
        ("ja", "保護ゴーグル1個"),
    ],
)
def test_a_quantity_of_one_is_found(language: str, text: str, shipped: Workspace) -> None:
    concept = shipped.glossary.resolve("护目镜")
    one = replace(
        facts(language, shipped).goods[0],
        value=Decimal(1),
        noun=concept.noun(language),
        counter=counter("goggles"),
    )
    only = Facts(language=language, day=DAY, goods=(one,))
    assert prove(only, [text]) == ()
    assert len(prove(only, [text.replace("1", "")])) == 1
