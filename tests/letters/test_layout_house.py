"""The house style that staff edit: every slip is reported with its place."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from translate_kit.errors import BadData, NotKnown
from translate_kit.files import read_toml
from translate_kit.letters.layout.house import House, house_style
from translate_kit.model import LANGUAGES

Spoil = Callable[[dict[str, Any]], Any]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_shipped_house_style_is_complete(language: str, house: House) -> None:
    labels, fonts = house.of(language)
    assert labels.pending[0] in "[【"
    assert labels.draft
    assert all(len(getattr(fonts, use)) > 1 for use in ("latin", "text", "title", "heading"))


def test_a_language_without_a_house_style_is_named(house: House) -> None:
    with pytest.raises(NotKnown, match="fr"):
        house.of("fr")


@pytest.mark.parametrize(
    ("spoil", "field"),
    [
        (lambda t: t["labels"]["ru"].pop("draft"), "labels.ru.draft"),
        (lambda t: t["labels"]["ru"].update(seals="x"), "labels.ru.seals"),
        (lambda t: t["labels"]["ko"].update(seal=1), "labels.ko.seal"),
        (lambda t: t["labels"]["ja"].update(number="{m}."), "labels.ja.number"),
        (lambda t: t["labels"]["en"].update(enclosures="{"), "labels.en.enclosures"),
        (lambda t: t["fonts"]["zh"].update(text="仿宋"), "fonts.zh.text"),
        (lambda t: t["fonts"]["zh"].update(text=[]), "fonts.zh.text"),
        (lambda t: t.pop("fonts"), "fonts"),
        (lambda t: t.update(lables={}), "lables"),
    ],
)
def test_a_slip_is_reported_with_its_field(
    spoil: Spoil, field: str, house: House, house_file: Path
) -> None:
    tables = read_toml(house_file)
    spoil(tables)
    with pytest.raises(BadData) as caught:
        house_style(tables, "house.toml")
    assert caught.value.field == field
    assert str(caught.value).startswith(f"house.toml, field {field}: ")


def test_a_misspelt_key_gets_the_nearest_known_one(house: House, house_file: Path) -> None:
    tables = read_toml(house_file)
    tables["labels"]["ru"]["seals"] = "x"
    with pytest.raises(BadData, match="did you mean “seal”"):
        house_style(tables, "house.toml")
