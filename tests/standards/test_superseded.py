"""Editions that the glossary names although they are superseded, however their publisher writes
the year."""

from datetime import date
from pathlib import Path

import pytest

from translate_kit.cli.glossary.checking import superseded
from translate_kit.standards import Standards
from translate_kit.standards.editions import read_editions
from translate_kit.standards.table import Standards as Table

HEAD = (
    "id,product_type,country,code,edition_year,in_force_from,in_force_to,replaces,replaced_by,"
    "title_zh,title_en,confidence\n"
)
PAIRS = [
    ("GB 90001-2003", "GB 90001-2010"),
    ("GB/T 90001-2003", "GB/T 90001-2010"),
    ("YY 9469-2004", "YY 9469-2011"),
    ("YY/T 9969-2003", "YY/T 9969-2013"),
    ("ASTM F9100-11", "ASTM F9100-19"),
    ("ASTM F9670/F9670M-08", "ASTM F9670/F9670M-17a"),
    ("ГОСТ 99.4.296-2005", "ГОСТ 99.4.296-2015"),
    ("ГОСТ 99.4.064-84", "ГОСТ 99.4.064-2018"),
    ("ГОСТ Р 98396-2009", "ГОСТ Р 98396-2019"),
    ("JIS T 9915:2005", "JIS T 9915:2015"),
    ("KS K ISO 96603:2004", "KS K ISO 96603:2012"),
    ("EN 94683:2005", "EN 94683:2019+AC:2019"),
    ("EN ISO 93688:2003", "EN ISO 93688:2013"),
    ("ISO 96603:1998", "ISO 96603:2004"),
]


@pytest.fixture
def pairs(tmp_path: Path, standards: Standards) -> Standards:
    rows = [
        f"s-{n}-{m},mask,CN,{code},,{since},{until},{old},{new},名称,title,high\n"
        for n, (before, after) in enumerate(PAIRS)
        for m, code, since, until, old, new in (
            (1, before, "2005-01-01", "2019-12-31", "", after),
            (2, after, "2020-01-01", "2030-12-31", before, ""),
        )
    ]
    path = tmp_path / "standards.csv"
    path.write_text(HEAD + "".join(rows), "utf-8")
    return Table(read_editions(path), (), standards.notices, {})


@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_the_older_edition_is_found_and_the_newer_named(pairs, before, after) -> None:
    find = superseded(pairs, date(2026, 1, 1))
    assert find(f"符合{before}的口罩") == {before: f"in force: {after}"}
    assert find(f"符合{after}的口罩") == {}
    assert superseded(pairs, date(2018, 1, 1))(f"符合{before}的口罩") == {}


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("masks to ASTM F2100-11", "in force: ASTM F2100-19"),
        ("маски по ГОСТ 33076-2014", "replaced by: ГОСТ 33076-2022"),
        ("по ГОСТ Р 52239-2004 (ИСО 11193-1:2008)", "replaced by: ГОСТ Р 52239-2024"),
        ("符合GB 2626-2006", "in force: GB 2626-2019"),
        ("EN 14683:2014", "in force: EN 14683:2019+AC:2019"),
        ("ISO 22610:2006", "replaced by: ISO 22610:2018"),
    ],
)
def test_the_shipped_table(standards: Standards, text: str, instead: str) -> None:
    told = superseded(standards, date(2020, 3, 1))(text)
    later = superseded(standards, date(2026, 1, 1))(text)
    assert instead in {*told.values(), *later.values()}
