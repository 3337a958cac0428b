"""The way over the installed directions."""

import pytest

from translate_kit.engines.route import route
from translate_kit.errors import UserError
from translate_kit.model import Pair


@pytest.mark.parametrize(
    ("wanted", "there", "way"),
    [
        ("zh-ru", "zh-en en-ru zh-ru", "zh-ru"),
        ("zh-ru", "zh-en en-ru", "zh-en en-ru"),
        ("zh-ru", "zh-de de-ru zh-en en-ru", "zh-en en-ru"),
        ("zh-ru", "zh-de de-ru en-ru", "zh-de de-ru"),
        ("zh-ru", "zh-en en-de de-ru ru-zh", "zh-en en-de de-ru"),
        ("en-ru", "en-zh zh-ru en-ru", "en-ru"),
    ],
)
def test_the_shortest_way_and_english_before_others(wanted: str, there: str, way: str) -> None:
    found = route(Pair.parse(wanted), [Pair.parse(pair) for pair in there.split()])
    assert " ".join(map(str, found)) == way


@pytest.mark.parametrize(
    ("wanted", "there", "install"),
    [
        ("zh-ru", "", "zh-en en-ru"),
        ("zh-ru", "zh-en ru-en", "en-ru"),
        ("zh-ru", "en-ru", "zh-en"),
        ("en-ru", "ru-en", "en-ru"),
        ("ko-zh", "ko-en zh-en", "en-zh"),
    ],
)
def test_no_way_says_which_packages_open_one(wanted: str, there: str, install: str) -> None:
    with pytest.raises(UserError, match=f"models install {install},"):
        route(Pair.parse(wanted), [Pair.parse(pair) for pair in there.split()])
