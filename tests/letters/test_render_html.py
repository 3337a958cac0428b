"""The HTML pages, parsed again."""

from collections.abc import Callable
from typing import Any

import pytest
from lxml import html

from translate_kit.letters.layout.house import House
from translate_kit.letters.layout.parts import TAGS
from translate_kit.letters.layout.sheet import Sheet
from translate_kit.letters.letter import Letter
from translate_kit.letters.render.html import html_text
from translate_kit.model import LANGUAGES

Make = Callable[..., Letter]
Arrange = Callable[[Letter], Sheet]

EVERY = pytest.mark.parametrize("language", LANGUAGES)


def parsed(letter: Letter, arranged: Arrange) -> Any:
    return html.document_fromstring(html_text(arranged(letter)))


@EVERY
def test_the_page_is_tagged_titled_and_self_contained(
    language: str, sample: Make, arranged: Arrange
) -> None:
    letter = sample(language)
    root = parsed(letter, arranged)
    assert root.get("lang") == TAGS[language]
    assert root.findtext("head/title") == letter.subject
    assert not root.xpath("//@src | //@href | //script | //link")
    assert "@page:first" in root.findtext("head/style")


@EVERY
def test_markup_characters_come_back_as_they_were(
    language: str, nasty_sample: Make, arranged: Arrange
) -> None:
    letter = nasty_sample(language)
    root = parsed(letter, arranged)
    found = root.text_content()
    texts = [letter.subject, letter.reference, letter.signature.name, *letter.copies]
    for text in [*texts, *letter.addressee]:
        assert text in found
    assert not root.xpath("//body//b")


@EVERY
def test_the_table_has_a_head_and_all_cells(language: str, sample: Make, arranged: Arrange) -> None:
    (table,) = parsed(sample(language), arranged).xpath("//table[@class='goods']")
    assert [len(row) for row in table.xpath("tbody/tr")] == [4, 4]
    assert len(table.xpath("thead/tr/th[@scope='col']")) == 4
    quantity = table.xpath("tbody/tr[1]/td[2]")[0]
    assert "figures" in quantity.get("class").split()
    assert quantity.text_content()[:2] == "30"


@pytest.mark.parametrize("language", ["en", "ru", "ko", "ja"])
def test_a_pending_passage_is_marked_in_its_own_language(
    language: str, sample: Make, arranged: Arrange, house: House
) -> None:
    marker, passage = parsed(sample(language), arranged).xpath("//mark")
    assert marker.text_content().strip() == house.labels[language].pending
    assert passage.get("lang") == "zh-CN"
    assert house.fonts["zh"].text[0] in passage.get("style")


@EVERY
def test_a_draft_says_so(language: str, sample: Make, arranged: Arrange, house: House) -> None:
    (warning,) = parsed(sample(language, draft=True), arranged).xpath("//p[@class='draft']")
    assert warning.text_content() == house.labels[language].draft
    assert not parsed(sample(language), arranged).xpath("//p[@class='draft']")
