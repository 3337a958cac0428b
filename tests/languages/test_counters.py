"""Counters: the table is whole, and a person's word finds what it may mean."""

import pytest

from translate_kit.errors import NotKnown
from translate_kit.languages.counters import Counter, counter, counters, find
from translate_kit.model import LANGUAGES

# What rows of glossaries/*/concepts.csv name: renaming one would break them.
CONTRACT = (
    "suit",
    "set",
    "garment",
    "piece",
    "item",
    "mask",
    "sheet",
    "pair",
    "goggles",
    "box",
    "carton",
    "bottle",
    "drum",
    "bag",
    "roll",
    "unit",
    "stick",
    "vial",
    "test",
    "person",
    "firm",
    "vehicle",
    "batch",
    "copy",
    "page",
    "case",
    "head",
    "kilogram",
    "gram",
    "tonne",
    "litre",
    "millilitre",
    "metre",
    "centimetre",
    "millimetre",
    "square_metre",
    "cubic_metre",
    "kilometre",
    "degree_celsius",
    "day",
    "hour",
)
MAY_COUNT_DIRECTLY = ("en", "ru")


@pytest.mark.parametrize("name", CONTRACT)
def test_counters_that_glossaries_name_are_there(name: str) -> None:
    assert counter(name).id == name


@pytest.mark.parametrize("each", [*counters().values()], ids=lambda each: each.id)
def test_every_counter_has_its_words(each: Counter) -> None:
    missing = [code for code in LANGUAGES if not each.names[code]]
    assert set(missing) <= set(MAY_COUNT_DIRECTLY)
    assert bool(each.names["en"]) == bool(each.en_plural)


@pytest.mark.parametrize(
    ("word", "language", "ids"),
    [
        ("套", "zh", ("suit", "set", "unit")),
        ("只", "zh", ("mask", "single")),
        ("支", "zh", ("stick", "vial", "tube")),
        ("벌", "ko", ("suit", "garment")),
        ("켤레", "ko", ("pair",)),
        ("Pairs", "en", ("pair", "goggles")),
        ("пар", "ru", ("pair",)),
        ("双", "ja", ("pair",)),
        (" кв.  м ", "ru", ("square_metre",)),
        ("pair", "zh", ("pair",)),
        ("furlong", "en", ()),
    ],
)
def test_typed_words_find_counters(word: str, language: str, ids: tuple[str, ...]) -> None:
    assert tuple(each.id for each in find(word, language)) == ids


@pytest.mark.parametrize("each", [*counters().values()], ids=lambda each: each.id)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_we_write_is_found_again(each: Counter, language: str) -> None:
    for word in filter(None, (each.names[language], each.en_plural if language == "en" else "")):
        assert each in find(word, language)


def test_unknown_counter_offers_the_nearest() -> None:
    with pytest.raises(NotKnown, match="did you mean “bottle”"):
        counter("botle")
