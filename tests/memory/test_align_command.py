"""``translate-kit memory align`` as real processes, on an appeal and its Russian translation.

The translation has what old files have: the date above and not below, a line that is missing, two
sentences for one, and 20 000 where 200 000 is meant.
"""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

Run = Callable[..., subprocess.CompletedProcess[bytes]]

CHINESE = (
    "大庆市人民政府外事办公室",
    "关于商请协助采购医用防护物资的函",
    "尊敬的市长先生：",
    "　　值此新春之际，谨向您致以诚挚的问候。当前，我市正全力防控新型冠状病毒感染的肺炎疫情，"
    "医用防护服、护目镜等物资十分紧缺。",
    "　　我市急需医用防护服3万套、护目镜2000副、医用外科口罩20万只。所需防护服应符合"
    "GB 19082-2009标准；口罩应符合YY 0469-2011标准。如贵市企业能够供货，请告知价格、数量和"
    "交货日期。运输由我方安排，运费由我方承担。",
    "　　请于2020年2月20日前回复。联系人：李明，电话：+86 459 612 3456。",
    "　　感谢贵市一直以来对我市的支持！",
    "2020年2月8日",
)
RUSSIAN = (
    "8 февраля 2020 г.",
    "О содействии в закупке медицинских средств защиты",
    "Уважаемый господин Мэр!",
    "Позвольте приветствовать Вас от имени жителей нашего города. В настоящее время г. Дацин "
    "прилагает все усилия для борьбы с эпидемией пневмонии, вызванной новым коронавирусом, и "
    "испытывает острую нехватку медицинских защитных костюмов и очков.",
    "Городу срочно требуются 30 000 медицинских защитных костюмов, 2000 защитных очков и "
    "20 000 хирургических масок. Костюмы должны соответствовать стандарту GB 19082-2009, маски — "
    "стандарту YY 0469-2011. Если предприятия Вашего города могут поставить указанные товары, "
    "просим сообщить цену, количество и срок поставки. Перевозку организуем мы. Транспортные "
    "расходы несёт наша сторона.",
    "Просим ответить до 20 февраля 2020 г.",
    "Благодарим Ваш город за неизменную поддержку!",
    "Управление внешних связей Народного правительства г. Дацина",
)
SURE = {
    "尊敬的市长先生：": "Уважаемый господин Мэр!",
    "请于2020年2月20日前回复。": "Просим ответить до 20 февраля 2020 г.",
    "感谢贵市一直以来对我市的支持！": "Благодарим Ваш город за неизменную поддержку!",
    "运输由我方安排，运费由我方承担。": (
        "Перевозку организуем мы. Транспортные расходы несёт наша сторона."
    ),
}
WRONG = "我市急需医用防护服3万套、护目镜2000副、医用外科口罩20万只。"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A workspace with the appeal as a GBK text and its translation as a Word document."""
    folder = tmp_path / "office"
    folder.mkdir()
    (folder / "translate-kit.toml").write_text("", encoding="utf-8")
    (folder / "函.txt").write_text("\n\n".join(CHINESE), encoding="gbk")
    document = Document()
    for paragraph in RUSSIAN:
        document.add_paragraph(paragraph)
    document.save(str(folder / "письмо.docx"))
    return folder


def text(output: bytes) -> str:
    return output.decode().replace("\r\n", "\n")


def test_from_two_documents_into_the_memory(run: Run, office: Path) -> None:
    outputs = ("--out", "sure.tsv", "--review", "all.xlsx", "--add", "--domain", "appeal")
    done = run("memory", "align", "函.txt", "письмо.docx", *outputs, cwd=office)

    assert done.returncode == 1, done.stderr.decode()
    said = text(done.stdout)
    assert "“20万” in the source, but “20 000” in the translation" in said
    assert "1 sentence has nothing beside it" in said
    assert "units entered, 0 were there already" in text(done.stderr)
    written = (office / "sure.tsv").read_text(encoding="utf-8")
    assert all(f"\t{zh}\t\t{ru}\t" in written for zh, ru in SURE.items())
    assert WRONG not in written

    asked = run(
        "memory", "search", "请于2020年2月20日前回复。", "--pair", "zh-ru", "--json", cwd=office
    )
    unit = json.loads(asked.stdout)["match"]["unit"]
    assert (unit["origin"], unit["source"]) == ("import", "函.txt | письмо.docx")

    again = run("memory", "align", "函.txt", "письмо.docx", "--add", cwd=office)
    assert text(again.stderr).startswith("0 units entered")


def test_the_review_table_is_mended_and_imported(run: Run, office: Path) -> None:
    run("memory", "align", "函.txt", "письмо.docx", "--review", "all.xlsx", cwd=office)
    book = load_workbook(office / "all.xlsx")
    sheet = book.worksheets[0]
    rows = {row[0].value: row for row in sheet.iter_rows()}
    assert [cell.value for cell in rows["zh"]] == ["zh", "ru", "doubt"]
    assert "20 000" in rows[WRONG][2].value
    assert rows["联系人：李明，电话：+86 459 612 3456。"][1].value is None
    rows[WRONG][1].value = rows[WRONG][1].value.replace("20 000", "200 000")
    book.save(office / "all.xlsx")

    taken = run("memory", "import", "all.xlsx", "--approved-by", "李明", cwd=office)

    assert taken.returncode == 0, taken.stderr.decode()
    found = run("memory", "search", WRONG, "--pair", "zh-ru", "--json", cwd=office)
    match = json.loads(found.stdout)["match"]
    assert "200 000 хирургических масок" in match["text"]
    assert match["unit"]["by"] == "李明"


def test_pairs_for_other_programs(run: Run, office: Path) -> None:
    done = run("memory", "align", "письмо.docx", "函.txt", "--json", cwd=office)
    found = json.loads(done.stdout)
    sure = {one["zh"]: one["ru"] for one in found if one["sure"]}
    assert SURE.items() <= sure.items()
    assert [one["ru"] for one in found if one["zh"] == WRONG and one["doubts"]]


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("函.txt", "函.txt"), "both documents seem to be in “zh”; say --pair"),
        (("函.txt", "письмо.docx", "--pair", "zh-fr"), "“zh-fr” is no pair of our languages"),
        (("函.txt", "письмо.docx", "--out", "x.pdf"), "no kind of memory file “.pdf”"),
        (("函.txt", "письмо.docx", "--review", "x.tmx"), "no kind of review table “.tmx”"),
        (("函.txt", "письмо.docx", "--out", "there.tmx"), "there.tmx exists already"),
        (("函.txt", "empty.txt"), "empty.txt"),
        (("函.txt", "missing.docx"), "missing.docx"),
        (("函.txt", "old.doc"), "save it as docx"),
    ],
)
def test_what_cannot_be_done_is_refused_in_a_line(
    run: Run, office: Path, arguments: tuple[str, ...], why: str
) -> None:
    (office / "there.tmx").touch()
    (office / "empty.txt").touch()
    (office / "old.doc").write_bytes(b"x")

    done = run("memory", "align", *arguments, cwd=office)

    assert done.returncode == 2
    assert why in text(done.stderr)
    assert len(text(done.stderr).strip().splitlines()) == 1
    assert not (office / "memory.sqlite3").exists()


def test_adding_needs_a_workspace(run: Run, office: Path, tmp_path: Path) -> None:
    done = run("memory", "align", "office/函.txt", "office/письмо.docx", "--add", cwd=tmp_path)
    assert done.returncode == 2
    assert "translate-kit init" in text(done.stderr)
