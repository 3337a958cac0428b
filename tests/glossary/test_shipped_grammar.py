"""Every shipped noun can be used: counted in each language, and declined in Russian."""

from decimal import Decimal

import pytest

from translate_kit.errors import UserError
from translate_kit.glossary.store import Glossary
from translate_kit.languages import counters, grammar
from translate_kit.languages.ru import phrase
from translate_kit.model import LANGUAGES

CASES = ("genitive", "dative", "accusative", "instrumental", "prepositional")


def test_every_russian_noun_declines(shipped: Glossary) -> None:
    failed = []
    for concept in shipped:
        if concept.part_of_speech in ("noun", "proper_noun"):
            noun = concept.noun("ru")
            for case in CASES:
                try:
                    phrase.inflect(noun.text, case, grammar=noun.grammar)
                except UserError as error:
                    failed.append((concept.id, case, str(error)))
    assert failed == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_with_a_counter_can_be_counted(shipped: Glossary, language: str) -> None:
    counted = grammar(language).counted
    for concept in shipped:
        if concept.counter:
            noun, counter = concept.noun(language), counters.counter(concept.counter)
            for value in (1, 2, 5, 30_000):
                assert counted(Decimal(value), noun, counter), (concept.id, value)


@pytest.mark.parametrize(
    ("concept", "texts"),
    [
        ("ppe-0005", ["医用防护服3万套", "30,000 medical protective suits",
                      "30 000 медицинских защитных костюмов", "의료용 보호복 3만 벌",
                      "医療用防護服3万着"]),
        ("ppe-0030", ["医用手套3万双", "30,000 pairs of medical gloves",
                      "30 000 пар медицинских перчаток", "의료용 장갑 3만 켤레",
                      "医療用手袋3万双"]),
        ("ppe-0028", ["护目镜3万副", "30,000 pairs of goggles", "30 000 защитных очков",
                      "보호 고글 3만 개", "保護ゴーグル3万個"]),
    ],
)  # fmt: skip
def test_what_an_appeal_asks_for(shipped: Glossary, concept: str, texts: list[str]) -> None:
    found = shipped.concept(concept)
    counter = counters.counter(found.counter)
    said = [
        grammar(language).counted(Decimal(30_000), found.noun(language), counter)
        for language in LANGUAGES
    ]
    plain = [text.replace("\u00a0", " ").replace("\u202f", " ") for text in said]
    assert plain == texts
