"""Column widths: they fill the measure, and what must stay whole has the room for it."""

from hypothesis import given
from hypothesis import strategies as st

from translate_kit.letters.layout.columns import columns, ems

MEASURE = 450.0
SIZE = 11.0
HEAD = ("Наименование", "Количество", "Стандарт", "Сопоставимый стандарт")
ROWS = [
    ("Костюм защитный медицинский одноразовый", "30 000 компл.", "GB 19082-2009", "EN 14126:2003"),
    ("Очки защитные", "5 000 шт.", "GB 14866-2006", "нет сведений; подлежит проверке экспертами"),
]
CELLS = st.text(alphabet="ab 直防0123456789-", max_size=40)
TABLES = st.integers(1, 6).flatmap(
    lambda width: st.lists(st.tuples(*[CELLS] * width), min_size=1, max_size=5)
)


def test_quantities_and_codes_are_figures_and_have_their_room() -> None:
    made = columns(HEAD, ROWS, measure=MEASURE, size=SIZE)
    assert [column.figures for column in made] == [False, True, True, False]
    for place in (1, 2):
        assert all(ems(row[place]) * SIZE < made[place].width for row in ROWS)


def test_a_long_text_with_a_digit_is_no_figure() -> None:
    made = columns(
        ("Item",), [("3 boxes of surgical masks, type II R, for adults",)], measure=90, size=9
    )
    assert not made[0].figures


def test_no_word_is_wider_than_its_column() -> None:
    made = columns(HEAD, ROWS, measure=MEASURE, size=SIZE)
    for place, column in enumerate(made):
        words = [w for row in (HEAD, *ROWS) for w in row[place].split()]
        assert all(ems(word) * SIZE < column.width for word in words)


@given(
    st.integers(1, 6).flatmap(lambda n: st.lists(st.tuples(*[CELLS] * n), min_size=1, max_size=5))
)
def test_the_columns_fill_the_measure(table: list[tuple[str, ...]]) -> None:
    made = columns(table[0], table[1:], measure=MEASURE, size=SIZE)
    assert abs(sum(column.width for column in made) - MEASURE) < 0.01
    assert all(column.width > 0 for column in made)
