"""Japanese eras (元号): 令和2年 and 2020 are the same year.

``data/eras.csv`` holds the first day of each era by the cabinet orders that began them
(元号を改める政令); Meiji from the first day that its edict counts back to. The Gregorian calendar
is in force from 1873.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from translate_kit.errors import UserError
from translate_kit.files import read_table
from translate_kit.messages import _

DATA = Path(__file__).parent / "data"
FIRST_YEAR = "元"


@dataclass(frozen=True, slots=True)
class Era:
    """An era: its name, the Latin initial that forms use (R2.2.8) and its first day."""

    name: str
    initial: str
    first_day: date

    def western(self, year: int) -> int:
        """The Western year of a year of this era: 令和2 is 2020."""
        return self.first_day.year + year - 1


@cache
def eras() -> Mapping[str, Era]:
    """The eras by name, the present one first."""
    columns = ("name", "initial", "first_day")
    return {
        row.cells["name"]: Era(
            row.cells["name"], row.cells["initial"], date.fromisoformat(row.cells["first_day"])
        )
        for row in read_table(DATA / "eras.csv", required=columns, known=columns)
    }


def era_date(day: date) -> str:
    """``令和2年2月8日``; the first year of an era is 元年. Raises UserError before 1868."""
    for era in eras().values():
        if day >= era.first_day:
            year = day.year - era.first_day.year + 1
            return f"{era.name}{FIRST_YEAR if year == 1 else year}年{day.month}月{day.day}日"
    raise UserError(_("{day} lies before the Meiji era; write the Western year").format(day=day))
