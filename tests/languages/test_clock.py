"""Times of day as written are read back as the same time, in every language."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_kit.errors import NotKnown
from translate_kit.languages.clock import clock
from translate_kit.languages.times import find_times
from translate_kit.model import LANGUAGES


@pytest.mark.parametrize(
    ("language", "half_past_eight", "noon", "twenty_past_nine"),
    [
        ("zh", "8时30分", "12时", "21时20分"),
        ("en", "8:30 a.m.", "12:00 p.m.", "9:20 p.m."),
        ("ru", "8:30", "12:00", "21:20"),
        ("ko", "8시 30분", "12시", "21시 20분"),
        ("ja", "8時30分", "12時", "21時20分"),
    ],
)
def test_as_a_letter_has_it(
    language: str, half_past_eight: str, noon: str, twenty_past_nine: str
) -> None:
    assert clock(time(8, 30), language) == half_past_eight
    assert clock(time(12), language) == noon
    assert clock(time(21, 20), language) == twenty_past_nine


@given(st.integers(0, 23), st.integers(0, 59), st.sampled_from(LANGUAGES))
def test_what_is_written_is_read_back(hour: int, minute: int, language: str) -> None:
    at = time(hour, minute)
    (found,) = find_times(clock(at, language), language)
    assert (found.time, found.next_day) == (at, False)


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(NotKnown):
        clock(time(8), "fr")
