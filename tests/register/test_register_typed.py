"""Promises as people type them, from tables that language staff can extend."""

from datetime import date
from pathlib import Path

import pytest

from translate_kit.errors import UserError
from translate_kit.files import Row, read_table
from translate_kit.register.typed import read_day, read_goods, read_promise
from translate_kit.workspace import Workspace

CASES = Path(__file__).parent / "cases"


def table(name: str, columns: tuple[str, ...]) -> list[Row]:
    return list(read_table(CASES / name, required=columns, known=columns))


@pytest.mark.parametrize(
    "row",
    table("promises.csv", ("typed", "name", "amount", "date")),
    ids=lambda r: r.cells["typed"],
)
def test_what_is_understood(row: Row, shipped: Workspace) -> None:
    promise = read_promise(row.cells["typed"], shipped.glossary)
    assert promise.goods.name == row.cells["name"]
    assert promise.goods.amount == row.cells["amount"]
    assert (promise.date.isoformat() if promise.date else "") == row.cells["date"]


@pytest.mark.parametrize(
    "row", table("promises_refused.csv", ("typed", "why")), ids=lambda r: r.cells["typed"]
)
def test_what_is_refused(row: Row, shipped: Workspace) -> None:
    with pytest.raises(UserError) as refused:
        read_promise(row.cells["typed"], shipped.glossary)
    assert row.cells["why"] in str(refused.value)
    assert "write it like “医用防护服 5000套 2020-02-15”" in str(refused.value)


def test_what_was_typed_is_read_again_from_the_report(shipped: Workspace) -> None:
    for row in table("promises.csv", ("typed", "name", "amount", "date")):
        goods = read_promise(row.cells["typed"], shipped.glossary).goods
        assert read_goods(str(goods), shipped.glossary) == goods


def test_days() -> None:
    assert read_day("2020-02-08") == read_day(" 2020年2月8日 ") == date(2020, 2, 8)
    for text in ("", "8", "2020-02-30", "2020-02-08 2020-02-09", "tomorrow"):
        with pytest.raises(UserError, match="is no date; write one like 2020-02-08"):
            read_day(text)
