"""``argos`` with ``best`` says what argostranslate itself says.

The answers in ``golden_*.tsv`` are argostranslate 1.11.0's with ctranslate2 4.8.5; the command that
made them is in ``golden.py``.
"""

import csv
from pathlib import Path

import pytest

from translate_kit.engines.argos import Argos
from translate_kit.model import Pair

TABLES = sorted(Path(__file__).parent.glob("golden_*.tsv"))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.stem)
def test_best_is_what_argostranslate_says(argos: Argos, table: Path) -> None:
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    assert len(rows) > 60
    pair = Pair.parse(table.stem.removeprefix("golden_"))
    answers = argos.translate([row["source"] for row in rows], pair)
    ours = {row["source"]: answer[0].text for row, answer in zip(rows, answers, strict=True)}
    assert ours == {row["source"]: row["argos"] for row in rows}


def test_there_is_a_table_for_every_package(argos: Argos) -> None:
    assert {table.stem.removeprefix("golden_") for table in TABLES} == set(map(str, argos.pairs()))
