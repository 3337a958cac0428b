"""One thing said in several ways across documents: what counts, and what is proposed instead."""

import io
import json
import os
import re
import tomllib
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

from tests.conftest import Run
from translate_kit.batch.consistency import Account, Inconsistency, Kind, page, workbook
from translate_kit.batch.finished import delivered, passages
from translate_kit.batch.passage import Passage
from translate_kit.glossary.concept import Status, Term
from translate_kit.glossary.store import Glossary
from translate_kit.model import Pair
from translate_kit.workspace import Workspace

Write = Callable[..., Path]
CASES = tomllib.loads((Path(__file__).parent / "cases" / "consistency.toml").read_text("utf-8"))
MASKS = (
    ("医用外科口罩已装船。", "The surgical masks are on board."),
    ("感谢贵市捐赠的医用外科口罩。", "We thank you for the surgical face masks."),
)


def account(shipped: Workspace, pair: str, segments: list[list[str]]) -> Account:
    made = Account(shipped.glossary)
    made.add(
        Passage("a.tsv", number, f"row {number}", source, target, Pair.parse(pair))
        for number, (source, target) in enumerate(segments, 1)
    )
    return made


def told(each: Inconsistency) -> str:
    def name(text: str, status: str) -> str:
        return text if status or each.kind is Kind.TEXT else f"~{text}" if text else "?"

    ways = (f"{name(r.text, r.status)} × {len(r.uses)}" for r in each.renderings)
    return f"{each.source} → {each.wanted or '?'}: {', '.join(ways)}"


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["why"])
def test_cases(shipped: Workspace, case: dict[str, Any]) -> None:
    found = account(shipped, case["pair"], case["segments"]).inconsistencies()
    assert [told(each) for each in found] == case["found"]
    reads = [use.rewritten + ("" if use.sure else " (?)") for e in found for _r, use in e.to_mend]
    assert reads == case.get("reads", [])


def test_only_the_concepts_asked_for(shipped: Workspace) -> None:
    made = Account(shipped.glossary, frozenset({"ppe-0014"}))
    made.add(Passage("a", n, "", *each, Pair("zh", "en")) for n, each in enumerate(MASKS))
    assert made.inconsistencies() == []


def test_terms_of_several_countries_take_turns_but_not_for_one(shipped: Workspace) -> None:
    city = shipped.glossary.concept("sis-0001")
    british = Term("twin town", "en", Status.PREFERRED, {}, countries=("GB",))
    terms = {**city.terms, "en": (city.terms["en"][0], british)}
    glossary = Glossary({city.id: replace(city, terms=terms)})
    segments = [
        ("友好城市有九个。", "There are nine sister cities."),
        ("感谢友好城市的支持。", "We thank our twin towns for their support."),
    ]
    for country, expected in (
        ("", []),
        ("GB", ["There are nine twin towns."]),
        ("CA", ["We thank our sister cities for their support."]),
    ):
        made = Account(glossary, country=country)
        made.add(Passage("a", n, "", *each, Pair("zh", "en")) for n, each in enumerate(segments))
        found = [use.rewritten for e in made.inconsistencies() for _r, use in e.to_mend]
        assert found == expected, country


def test_the_page_marks_the_words_and_loads_nothing(shipped: Workspace) -> None:
    made = account(shipped, "zh-en", [*map(list, MASKS), ["<b>", "x"]])
    shown = page(made.inconsistencies(), made.passages, len(made.documents))
    assert "<mark" in shown
    assert ">surgical face masks</mark>" in shown
    assert "We thank you for the surgical masks." in shown
    assert not re.search(r"(src|href)=|<script", shown)
    assert 'id="show-warning" checked' in shown, "without its box the style hides every place"


def test_the_fix_list_is_text_and_can_be_ticked_off(shipped: Workspace) -> None:
    made = account(shipped, "zh-en", [["备注", "=1+1"], ["备注", "Note"], ["备注", "Note"]])
    book = load_workbook(io.BytesIO(workbook(made.inconsistencies())))
    places, counts = book.worksheets
    rows = list(places.iter_rows(values_only=True))
    assert len(rows) == 2
    assert rows[1][:6] == ("short text", "zh-en", "备注", "=1+1", "Note", "a.tsv")
    assert rows[1][6:11] == (1, "row 1", "备注", "=1+1", "Note")
    assert places.cell(2, 4).data_type == "s"
    assert places.freeze_panes == "A2"
    assert len(places.data_validations.dataValidation) == 1
    assert [row[4:6] for row in counts.iter_rows(min_row=2, values_only=True)] == [
        ("Note", 2), ("=1+1", 1),
    ]  # fmt: skip


@pytest.fixture
def office(tmp_path: Path) -> Path:
    (tmp_path / "translate-kit.toml").write_text("", encoding="utf-8")
    return tmp_path


def found(quick_run: Run, *arguments: str, code: int = 1) -> list[dict[str, Any]]:
    done = quick_run("glossary", "consistency", *arguments, "--json")
    assert done.returncode == code, done.stderr.decode()
    listed: list[dict[str, Any]] = json.loads(done.stdout)["inconsistencies"]
    return listed


def table(path: Path, *rows: tuple[str, str]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{a}\t{b}\n" for a, b in rows), encoding="utf-8")
    return path


def test_across_files_and_the_memory(quick_run: Run, office: Path, write_docx: Write) -> None:
    write_docx("letters/a.docx", MASKS[0][0])
    write_docx("letters/a.en.docx", MASKS[0][1])
    table(office / "b.tsv", MASKS[1])
    entered = (
        "--zh",
        "请提供医用外科口罩。",
        "--en",
        "Please provide surgery masks.",
        "--as",
        "李",
    )
    assert quick_run("memory", "add", *entered).returncode == 0
    (mask,) = found(quick_run, "letters", "b.tsv", "--memory", "--term", "医用外科口罩")
    assert mask["wanted"] == "surgical mask"
    places = {
        Path(use["document"]).name: use["segment"]
        for rendering in mask["renderings"]
        for use in rendering["uses"]
    }
    assert places.keys() >= {"a.en.docx", "b.tsv"}
    assert places["b.tsv"] == 1
    assert found(quick_run, "letters", code=0) == []


def test_a_month_of_documents(quick_run: Run, office: Path) -> None:
    for name, day, rows in (("a", "2020-02-03", MASKS[:1]), ("b", "2020-03-03", MASKS[1:])):
        path = table(office / "out" / f"{name}.tmx", *rows)
        path.write_text(tmx(*rows[0]), encoding="utf-8")
        noon = datetime.fromisoformat(f"{day}T12:00:00").timestamp()
        os.utime(path, (noon, noon))
    assert len(found(quick_run, "out")) == 1
    february = ("--since", "2020-02-01", "--until", "2020-02-29")
    assert found(quick_run, "out", *february, code=0) == []
    assert len(found(quick_run, "out", "--since", "2020-02-03", "--until", "2020-03-03")) == 1


def tmx(source: str, target: str) -> str:
    return (
        '<tmx version="1.4"><header srclang="zh"/><body><tu>'
        f'<tuv xml:lang="zh"><seg>{source}</seg></tuv><tuv xml:lang="en"><seg>{target}</seg></tuv>'
        "</tu></body></tmx>"
    )


def test_what_cannot_be_read_is_named_and_the_rest_is_told(quick_run: Run, office: Path) -> None:
    table(office / "a.tsv", *MASKS)
    (office / "b.tmx").write_bytes(b"<tmx>\0")
    done = quick_run("glossary", "consistency", "a.tsv", "b.tmx")
    assert done.returncode == 2
    assert "b.tmx" in done.stderr.decode()
    assert "surgical face mask (admitted)" in done.stdout.decode()


def test_a_text_without_its_translation_is_refused(quick_run: Run, office: Path) -> None:
    (office / "a.txt").write_text("医用外科口罩", encoding="utf-8")
    done = quick_run("glossary", "consistency", "a.txt")
    assert (done.returncode, done.stdout) == (2, b"")
    assert "name its translation too" in done.stderr.decode()


def test_nothing_to_look_at_is_refused(quick_run: Run, office: Path) -> None:
    done = quick_run("glossary", "consistency")
    assert (done.returncode, done.stdout) == (2, b"")
    assert "--memory" in done.stderr.decode()


def test_files_are_written_whole_and_never_replaced_unasked(quick_run: Run, office: Path) -> None:
    table(office / "a.tsv", *MASKS)
    wishes = ("--html", "x.html", "--xlsx", "x.xlsx")
    assert quick_run("glossary", "consistency", "a.tsv", *wishes).returncode == 1
    assert load_workbook(office / "x.xlsx").worksheets[0].max_row == 2
    (office / "x.html").unlink()
    refused = quick_run("glossary", "consistency", "a.tsv", *wishes)
    assert refused.returncode == 2
    assert "--overwrite" in refused.stderr.decode()
    assert not (office / "x.html").exists()
    assert quick_run("glossary", "consistency", "a.tsv", *wishes, "--overwrite").returncode == 1


def test_on_a_gbk_console(run: Run, office: Path) -> None:
    table(office / "a.tsv", ("请提供医用口罩。", "의료용 마스크"), ("医用口罩", "보건용 마스크"))
    done = run("--ui", "zh", "glossary", "consistency", "a.tsv", PYTHONIOENCODING="gbk")
    assert done.returncode == 1, done.stderr.decode("gbk")
    assert "医用口罩" in done.stdout.decode("gbk")


def test_a_finished_batch(
    quick_run: Run, office: Path, tiny_models: Path, write_docx: Write
) -> None:
    """By its journal, sentence by sentence; a translation edited since, as it stands."""
    settings = f"[models]\nfolders = [{json.dumps(str(tiny_models))}]\n"
    (office / "translate-kit.toml").write_text(settings, encoding="utf-8")
    write_docx("in/a.docx", "现需鞋套8925双。现需护目镜200件。", "备注")
    write_docx("in/b.docx", "备注", "现需鞋套100双。")
    done = quick_run("translate", "in", "--to", "en", "--out", "out", "--xliff", "2.1")
    assert done.returncode in (0, 3), done.stderr.decode()
    listed = {one.path.name: list(passages(one)) for one in delivered(office / "out")}
    assert list(listed) == ["a.en.docx", "b.en.docx"]
    assert [each.source for each in listed["a.en.docx"]] == [
        "现需鞋套8925双。", "现需护目镜200件。", "备注",
    ]  # fmt: skip
    assert [each.number for each in listed["a.en.docx"]] == [1, 2, 3]
    assert all(each.target for each in listed["a.en.docx"])
    found(quick_run, "out", code=0)

    edited = Document(str(office / "out" / "b.en.docx"))
    edited.paragraphs[0].text = "Observations"
    edited.save(str(office / "out" / "b.en.docx"))
    (remarks,) = found(quick_run, "out")
    assert (remarks["kind"], remarks["source"]) == ("text", "备注")
    assert "Observations" in {rendering["text"] for rendering in remarks["renderings"]}


def test_a_batch_whose_document_is_gone_says_so(
    quick_run: Run, office: Path, tiny_models: Path, write_docx: Write
) -> None:
    settings = f"[models]\nfolders = [{json.dumps(str(tiny_models))}]\n"
    (office / "translate-kit.toml").write_text(settings, encoding="utf-8")
    source = write_docx("in/a.docx", "现需鞋套8925双。")
    assert quick_run("translate", "in", "--to", "en", "--out", "out").returncode in (0, 3)
    source.unlink()
    done = quick_run("glossary", "consistency", "out")
    assert done.returncode == 2
    assert "a.docx is not there any more" in done.stderr.decode()
