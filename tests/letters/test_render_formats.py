"""The table of formats: lazily loaded, and an unknown name is answered with the nearest."""

from collections.abc import Callable

import pytest

from translate_kit.errors import NotKnown
from translate_kit.letters.layout.sheet import Sheet
from translate_kit.letters.letter import Letter
from translate_kit.letters.render import FORMATS, render

STARTS = {"docx": b"PK", "html": b"<!DOCTYPE html>", "txt": "Народное".encode()}


@pytest.mark.parametrize("name", STARTS)
def test_each_sheet_gives_one_file(
    name: str, sample: Callable[..., Letter], arranged: Callable[[Letter], Sheet]
) -> None:
    files = render([arranged(sample("ru")), arranged(sample("ru"))], name)
    assert len(files) == 2
    assert all(file.lstrip().startswith(STARTS[name]) for file in files)


def test_the_built_in_formats() -> None:
    assert list(FORMATS.places()) == ["docx", "html", "txt", "pdf"]


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(NotKnown, match="did you mean “docx”"):
        render([], "doc")
