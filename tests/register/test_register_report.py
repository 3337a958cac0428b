"""The report to headquarters: its figures, its words, and the Word file they are set in."""

import io
import zipfile
from collections.abc import Callable
from datetime import date

import pytest
from docx import Document
from lxml import etree
from openpyxl import load_workbook

from translate_kit.errors import UserError
from translate_kit.register import Outgoing, Register, Reply, Result, parts, record_drafts
from translate_kit.register.account import account
from translate_kit.register.chart import step
from translate_kit.register.document import docx_bytes
from translate_kit.register.phrases import joined, organisations, period
from translate_kit.register.report import Frame, report

Make = Callable[..., Outgoing]
START, END = date(2020, 2, 1), date(2020, 2, 8)
FRAME = Frame(
    "大庆市人民政府外事办公室", "市指挥部", {"appeal": "求援函", "enquiry": "询价函"}, END
)
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def texts(register: Register, end: date = END) -> str:
    """The running text of the report, a paragraph a line."""
    made = report(account(register.entries(), START, end), FRAME).parts
    return "\n".join(p.text for p in made if isinstance(p, parts.Heading | parts.Paragraph))


def test_the_figures_of_the_week(week: Register) -> None:
    found = account(week.entries(), START, END)
    assert (found.organisations, len(found.written), found.answered) == (6, 6, 2)
    assert [(c.code, c.organisations, c.answered) for c in found.countries] == [
        ("JP", 4, 1),
        ("CA", 1, 0),
        ("RU", 1, 1),
    ]
    assert len(account(week.entries(), START, date(2020, 2, 9)).replies) == 3


def test_the_words_of_the_week(week: Register) -> None:
    said = texts(week)
    assert "共向3个国家的2个友好城市和4家企业发函6件，其中询价函4件、求援函2件。" in said
    assert "截至2月8日，收到答复2家。" in said
    assert "2月5日，向日本第1株式会社、日本第2株式会社、日本第3株式会社等4家单位发询价函4件" in said
    assert "请对方于2月10日前答复" in said
    assert "承诺于2月15日提供医用防护服5000套；承诺提供医用防护服200套，时间未定。" in said
    assert "2月8日到样，当日在省检验所检测，结果合格。" in said
    assert "卡尔加里市政府（庆外函〔2020〕15号，应于2月6日前答复，已逾期2天）" in said
    assert "日本第4株式会社3件，请对方于2月10日前答复（还有2天）" in said
    headings = [line for line in said.split("\n") if line[0] in "一二三四五"]
    assert headings == ["一、发函情况", "二、答复情况", "三、样品及检测情况", "四、下一步工作"]
    assert "2月9日" not in said, "what came after the period is not in its report"


def test_a_hedge_stays_and_is_never_added_up(week: Register) -> None:
    number = week.find("2号").number
    (reply,) = week.entry(number).replies
    week.reply(week.find("3号").number, reply)
    assert "承诺于2月20日提供医用防护服约3000套" in texts(week, date(2020, 2, 9))
    made = report(account(week.entries(), START, date(2020, 2, 9)), FRAME).parts
    (table,) = [p for p in made if isinstance(p, parts.Table) and p.caption == "承诺提供物资情况"]
    assert table.rows[-1] == ("合计", "医用防护服", "5000套、200套、约3000套、约3000套", "")


def test_exact_promises_are_added_up(week: Register) -> None:
    made = report(account(week.entries(), START, END), FRAME).parts
    (table,) = [p for p in made if isinstance(p, parts.Table) and p.caption == "承诺提供物资情况"]
    assert table.rows[-1] == ("合计", "医用防护服", "5200套", "")


def test_thirty_written_to_and_seven_answered(register: Register, letter: Make) -> None:
    for n in range(30):
        kind = "maker" if n < 28 else "association"
        number = register.record(
            letter(contact=f"c{n}", contact_kind=kind, country="JP", kind="enquiry", date=START)
        )
        if n < 7:
            register.reply(number, Reply(END, Result.DECLINED))
    said = texts(register)
    assert "共向1个国家的30家企业、协会发函30件，均为询价函。截至2月8日，收到答复7家。" in said


def test_an_answer_to_an_earlier_letter(week: Register) -> None:
    found = account(week.entries(), date(2020, 2, 9), date(2020, 2, 9))
    made = report(found, FRAME).parts
    said = "\n".join(p.text for p in made if isinstance(p, parts.Paragraph))
    assert "本期未发出新的函件。" in said
    assert "共收到答复1件，其中1家答复的是此前所发函件。" in said
    assert not any(isinstance(p, parts.Annex | parts.Chart) for p in made)


def test_periods_that_have_no_report(week: Register, letter: Make) -> None:
    with pytest.raises(UserError, match="nothing was sent, answered or tested from 2020-03-01"):
        account(week.entries(), date(2020, 3, 1), date(2020, 3, 8))
    with pytest.raises(UserError, match="begins on 2020-02-08, after its end on 2020-02-01"):
        account(week.entries(), END, START)
    record_drafts(week, [letter(date=date(2020, 3, 2), reply_by=None)])
    with pytest.raises(UserError, match="not marked as sent: translate-kit register sent 7"):
        account(week.entries(), date(2020, 3, 1), date(2020, 3, 8))


def test_a_file_that_word_opens(week: Register) -> None:
    made = report(account(week.entries(), START, END), FRAME)
    content = docx_bytes(made, END)
    document = Document(io.BytesIO(content))
    styles = [paragraph.style.name for paragraph in document.paragraphs]
    assert styles[:5] == ["Title", "Title", "TitleEnd", "Addressee", "Body"]
    assert [p.text for p in document.paragraphs[:4]] == [
        "大庆市人民政府外事办公室",
        "关于2020年2月1日至8日",
        "对外联络工作情况的报告",
        "市指挥部：",
    ]
    assert [len(table.rows) for table in document.tables] == [5, 4, 7]
    upright, across = document.sections
    assert upright.page_height == across.page_width
    assert document.styles["Body"].font.size.pt == 16
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(package.read(name))


def test_the_chart_and_its_workbook_hold_the_same_figures(week: Register) -> None:
    made = report(account(week.entries(), START, END), FRAME)
    with zipfile.ZipFile(io.BytesIO(docx_bytes(made, END))) as package:
        chart = etree.fromstring(package.read("word/charts/chart1.xml"))
        book = load_workbook(io.BytesIO(package.read("word/embeddings/chart1.xlsx")))
        types = package.read("[Content_Types].xml").decode()
    assert "drawingml.chart+xml" in types
    drawn = [
        [int(value.text or "") for value in series.iterfind(f"{DRAWING}val//{DRAWING}v")]
        for series in chart.iter(f"{DRAWING}ser")
    ]
    assert drawn == [[4, 1, 1], [1, 0, 1]]
    rows = list(book.worksheets[0].iter_rows(min_row=2, values_only=True))
    assert rows == [("日本", 4, 1), ("加拿大", 1, 0), ("俄罗斯", 1, 1)]


@pytest.mark.parametrize(
    ("highest", "expected"), [(0, 1), (6, 1), (7, 2), (13, 5), (30, 5), (31, 10), (700, 200)]
)
def test_the_steps_of_the_axis(highest: int, expected: int) -> None:
    assert step(highest) == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2020-02-08", "2020-02-08", "2020年2月8日"),
        ("2020-02-01", "2020-02-08", "2020年2月1日至8日"),
        ("2020-01-20", "2020-02-08", "2020年1月20日至2月8日"),
        ("2019-12-30", "2020-01-05", "2019年12月30日至2020年1月5日"),
    ],
)
def test_periods(start: str, end: str, expected: str) -> None:
    assert period(date.fromisoformat(start), date.fromisoformat(end)) == expected


def test_organisations_by_sort(register: Register, letter: Make) -> None:
    sorts = ["sister_city", "sister_city", "friendly_city", "maker", "association", "other"]
    for n, kind in enumerate(sorts):
        register.record(letter(contact=f"c{n}", contact_kind=kind))
    register.record(letter(contact="c0", contact_kind="sister_city", kind="thanks"))
    expected = "2个友好城市、1个友好交流城市和3家企业、协会、其他单位"
    assert organisations(register.entries()) == expected
    assert joined([]) == ""
