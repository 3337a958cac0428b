"""Reports: lines for the terminal, JSON, and the page."""

import json
from html.parser import HTMLParser

import pytest

from translate_kit import messages
from translate_kit.checks import Knowledge
from translate_kit.checks.bitext import Bitext, Row
from translate_kit.checks.report import Report, page, record, review, text_lines
from translate_kit.model import Pair, Severity

ROWS = (
    Row("line 1", "谢谢。", "Thank you."),
    Row("line 2", "谢谢，<b>再见</b>。", "Thank you, <b>good-bye .</b>"),
    Row("line 3", "请勿拆开。", "Please open it."),
    Row("line 4", "急需3万套。", "We need 3,000 sets."),
)


@pytest.fixture
def report() -> Report:
    return review(Bitext(Pair("zh", "en"), ROWS), ["a.txt", "b.txt"], Knowledge())


def test_the_worst_rows_come_first(report: Report) -> None:
    shown = report.at_least(Severity.NOTE)

    assert [checked.row.where for checked in shown] == ["line 4", "line 3", "line 2"]
    assert {f.where for checked in shown[:1] for f in checked.findings} == {"line 4"}
    assert report.counts == {Severity.ERROR: 1, Severity.WARNING: 1, Severity.NOTE: 2}


def test_lines_hide_what_is_less_bad(report: Report) -> None:
    lines = "\n".join(text_lines(report, Severity.WARNING))

    assert "error: “3万” in the source, but “3,000” in the translation [numbers]" in lines
    assert "line 2" not in lines
    assert "4 segments checked (zh-en): 1 error, 1 warning, 2 notes" in lines
    assert "--show note" in lines
    assert "line 2" in "\n".join(text_lines(report, Severity.NOTE))


def test_lines_show_the_part_of_a_long_text_that_matters() -> None:
    long = "谢谢。" * 100
    row = Row("line 1", long + "急需3万套。" + long, "x" * 600)

    lines = list(
        text_lines(review(Bitext(Pair("zh", "en"), (row,)), ["a"], Knowledge()), Severity.ERROR)
    )

    assert any("急需3万套" in line and line.strip().startswith("…") for line in lines)
    assert max(map(len, lines)) < 300


def test_only_some_checks() -> None:
    report = review(Bitext(Pair("zh", "en"), ROWS), ["a"], Knowledge(), only=["negation"])

    assert {f.check for checked in report.rows for f in checked.findings} == {"negation"}


def test_the_record_is_json_with_places(report: Report) -> None:
    data = json.loads(json.dumps(record(report)))

    assert (data["pair"], data["segments"], data["counts"]["error"]) == ("zh-en", 4, 1)
    row = next(row for row in data["rows"] if row["where"] == "line 4")
    (finding,) = [each for each in row["findings"] if each["check"] == "numbers"]
    start, end = finding["span"]
    assert row["target"][start:end] == "3,000"
    start, end = finding["source_span"]
    assert row["source"][start:end] == "3万"


class Tags(HTMLParser):
    """The tags of a page, in order, with their attributes, and whether they nest."""

    VOID = ("meta", "input")

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_loads_nothing_and_escapes_everything(report: Report) -> None:
    html = page(report)
    tags = Tags()
    tags.feed(html)

    assert not tags.open
    names = {tag for tag, _attributes in tags.found}
    assert not names & {"script", "link", "img", "iframe", "b"}
    assert "&lt;b&gt;再见&lt;/b&gt;" in html
    assert not [a for _tag, a in tags.found if "src" in a or "href" in a or "style" in a]
    assert {a.get("lang") for tag, a in tags.found if tag == "p"} >= {"zh-Hans", "en"}


def test_the_page_marks_what_was_found(report: Report) -> None:
    html = page(report)

    assert '<mark class="error">3万</mark>' in html
    assert '<mark class="error">3,000</mark>' in html
    assert html.index("line 4") < html.index("line 3") < html.index("line 2")


def test_the_page_speaks_chinese(report: Report) -> None:
    messages.activate("zh")
    try:
        html = page(report)
    finally:
        messages.activate("en")

    assert '<html lang="zh-Hans">' in html
    assert "译文检查" in html
    assert "数字按值核对" in html


def test_the_page_of_a_right_translation() -> None:
    html = page(review(Bitext(Pair("zh", "en"), ROWS[:1]), ["a"], Knowledge()))

    assert "Nothing was found." in html
    assert "<article" not in html
