"""What holds for any two texts: no crash, places inside the texts, and no long wait."""

import re
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate_kit import checks
from translate_kit.files import read_table
from translate_kit.model import LANGUAGES, Pair
from translate_kit.workspace import Workspace

DATA = Path(checks.__file__).parent / "data"
COLUMNS = ("language", "meaning", "role", "words", "note")
PAIRS = [Pair(*pair) for pair in permutations(LANGUAGES, 2)]
ANY = st.text(alphabet=st.characters(), max_size=80)
TYPICAL = st.lists(
    st.sampled_from(
        ["3万套", "30,000", "GB 19082-2009", "（", ")", "“", "»", "не", "不", "если", "약 3",
         "なら",
         "2020年2月8日", "9:20 p.m.", "285元", "5 miles", "a@b.cn", "+86 459 6368912", "Mr ", "。",
         ". ", "\n", "\u202e", "😀", "\ud800", "ẞ", "ﾏｽｸ", "各", "様", "님", "word ", "ООО "]
    ),
    max_size=12,
).map("".join)  # fmt: skip


@pytest.fixture(scope="module")
def knowledge(shipped: Workspace) -> checks.Knowledge:
    return checks.Knowledge(shipped.glossary, shipped.contacts)


@settings(deadline=None)  # the first example loads tables and dictionaries
@given(pair=st.sampled_from(PAIRS), source=ANY | TYPICAL, target=ANY | TYPICAL)
def test_findings_point_into_the_texts(
    pair: Pair, source: str, target: str, knowledge: checks.Knowledge
) -> None:
    for finding in checks.check(source, target, pair, knowledge):
        assert finding.message
        for span, text in ((finding.span, target), (finding.source_span, source)):
            assert span is None or 0 <= span.start < span.end <= len(text)


@settings(deadline=None)  # the first example loads tables and dictionaries
@given(pair=st.sampled_from(PAIRS), segments=st.lists(st.tuples(TYPICAL, TYPICAL), max_size=6))
def test_findings_across_a_document_point_into_it(
    pair: Pair, segments: list[tuple[str, str]], knowledge: checks.Knowledge
) -> None:
    for (source, target), found in zip(
        segments, checks.check_document(segments, pair, knowledge), strict=True
    ):
        for finding in found:
            for span, text in ((finding.span, target), (finding.source_span, source)):
                assert span is None or 0 <= span.start < span.end <= len(text)


@pytest.mark.parametrize("pair", [Pair("fr", "de"), Pair("zh", "fr"), Pair("uk", "en")])
def test_other_languages_are_checked_as_far_as_can_be(pair: Pair) -> None:
    found = checks.check("GB 19082-2009 (a)", "GB 19083-2010 (a", pair)

    assert {finding.check for finding in found} == {"codes", "brackets"}


LONG = [
    "了",
    "a",
    "ab ",
    "不 ",
    "（",
    "1",
    "1,000 ",
    "«",
    "»",
    "あ、",
    "한글 ",
    "\n",
    "2020-",
    "слово ",
    "-",
]


@pytest.mark.parametrize("piece", [*LONG, "w" * 9_999 + "@", "Ы" * 9_999 + "s"])
@pytest.mark.parametrize("pair", [Pair("zh", "en"), Pair("ja", "zh"), Pair("ko", "ru")])
def test_a_line_without_end_takes_no_time_without_end(piece: str, pair: Pair) -> None:
    """What took the square of the length would take minutes here."""
    text = piece * (30_000 // len(piece))

    checks.check(text, text + "。", pair)


@pytest.mark.parametrize("table", ["boilerplate", "hedges", "honorifics", "negation"])
def test_every_row_of_a_table_of_words_is_an_expression_by_itself(table: str) -> None:
    """They are joined, and compiled only when a text is searched for them."""
    rows = list(read_table(DATA / f"{table}.tsv", required=("words",), known=COLUMNS))
    assert len(rows) > len(LANGUAGES)
    for row in rows:
        re.compile(row.cells["words"])
