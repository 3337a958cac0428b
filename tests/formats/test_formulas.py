"""Names of sheets and of table columns in formulas: a table of cases."""

import pytest

from translate_kit.formats.ooxml.formulas import with_columns, with_sheets

SHEETS = {"data": "Данные", "my sheet": "Лист 'А'", "jan": "янв"}
COLUMNS = {"price": "Цена", "a]b": "x]y"}


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("Data!A1+data!B2", "'Данные'!A1+'Данные'!B2"),
        ("'My Sheet'!$A$1", "'Лист ''А'''!$A$1"),
        ("Jan:Data!A1", "'янв:Данные'!A1"),
        ("'Jan:Data'!A1", "'янв:Данные'!A1"),
        ('"Data!A1"&Data!A1', "\"Data!A1\"&'Данные'!A1"),
        ('"a""Data!"', '"a""Data!"'),
        ("[1]Data!A1+'[1]Data'!A1", "[1]Data!A1+'[1]Data'!A1"),
        ("MyData!A1+Data1!A1", "MyData!A1+Data1!A1"),
        ("SUM(A1:B2)", "SUM(A1:B2)"),
        ("Data!#REF!", "'Данные'!#REF!"),
    ],
)
def test_sheets(formula: str, expected: str) -> None:
    assert with_sheets(formula, SHEETS) == expected


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("T[Price]", "T[Цена]"),
        ("T[@Price]*2", "T[@Цена]*2"),
        ("T[[#This Row],[Price]]", "T[[#This Row],[Цена]]"),
        ("T[[Price]:[Sum]]", "T[[Цена]:[Sum]]"),
        ("[@Price]", "[@Цена]"),
        ("T[#Headers]", "T[#Headers]"),
        ("T[a']b]", "T[x']y]"),
        ("Other[Price]", "Other[Price]"),
        ('"T[Price]"', '"T[Price]"'),
        ("[1]Sheet!A1", "[1]Sheet!A1"),
        ("T[Price", "T[Цена"),
    ],
)
def test_columns(formula: str, expected: str) -> None:
    assert with_columns(formula, lambda table: COLUMNS if table in ("t", "") else {}) == expected
