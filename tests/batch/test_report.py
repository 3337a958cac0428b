"""The report of a run: the worst first, everything counted, readable on a telephone."""

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from html import unescape
from pathlib import Path, PurePath
from typing import Any

import pytest

from translate_kit.batch.job import Job, Outcome, State
from translate_kit.batch.journal import Journal
from translate_kit.batch.plan import Skipped, Source, plan
from translate_kit.batch.report import Report, page
from translate_kit.batch.report.report import MOST
from translate_kit.batch.schedule import here
from translate_kit.batch.sentence import Sentence
from translate_kit.model import Finding, Pair, Severity, Span
from translate_kit.pipeline import Origin, Placed, Rung, TermDecision, Translation

Write = Callable[..., Path]
Run = Callable[..., subprocess.CompletedProcess[bytes]]
PAIR = Pair("zh", "en")
STARTED = datetime(2020, 11, 24, 16, 19, tzinfo=UTC)
BROWSER = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
ERROR = Finding(Severity.ERROR, "numbers", "10 is missing", span=Span(0, 2), source_span=Span(0, 1))
NOTE = Finding(Severity.NOTE, "punctuation", "a blank too many")


def sentence(text: str, origin: Origin, *findings: Finding, signature: str = "") -> Sentence:
    decision = TermDecision("c1", "口罩", Span(0, 2), "masks", Span(0, 2), Rung.ALREADY, PAIR)
    made = Translation(text, f"In English: {text}", PAIR, origin, signature, terms=(decision,))
    return Sentence(0, Placed(made, Span(0, 1), Span(0, 1)), "paragraph 1", findings)


def outcome(name: str, state: State = State.WRITTEN, why: str = "") -> Outcome:
    return Outcome(Source(Path(name), PurePath(name)), "en", Path("out") / name, state, why)


def filled() -> Report:
    report = Report(STARTED, [Skipped(Path("~$open.docx"), "a lock file")])
    many = [
        sentence("甲", Origin.MEMORY, NOTE, signature="memory person u1"),
        sentence("乙", Origin.ENGINE, ERROR, signature="argos zh-en"),
        sentence("丙", Origin.NONE, ERROR),
        sentence("丁", Origin.COPY),
    ]
    report.add(outcome("a.docx"), many)
    report.add(outcome("sub/" + "long-name-" * 20 + ".docx"), many[1:2])
    report.add(outcome("<b>.docx", State.FAILED, "<damaged>"), ())
    return report


def test_the_worst_is_first_and_said_once() -> None:
    report = filled()
    assert [(s.sentence.translation.source, s.more) for s in report.worst] == [
        ("丙", 0),  # an error that nobody translated, then one of the machine, then the rest
        ("乙", 1),
        ("甲", 0),
    ]
    assert report.origins == {
        Origin.PERSON: 1, Origin.COPY: 1, Origin.ENGINE: 2, Origin.NONE: 1,
    }  # fmt: skip
    assert list(report.severities.values()) == [3, 0, 1]


def test_the_page_says_all_of_it() -> None:
    html = page(filled())
    order = [html.index(f">{word}<") for word in ("丙", "甲")]
    assert order == sorted(order)
    for said in ("argos zh-en", "masks × 5", "a lock file", "and at 1 more place", "&lt;damaged"):
        assert said in html
    assert "<damaged>" not in html
    assert "<script" not in html
    assert not re.findall(r'(?:src|href)="', html)


def test_no_more_is_kept_than_is_shown() -> None:
    report = Report(STARTED)
    for number in range(3 * MOST):
        report.add(outcome("a.docx"), [sentence(str(number), Origin.ENGINE, NOTE)])
    report.add(outcome("a.docx"), [sentence("the worst", Origin.ENGINE, ERROR)])
    assert len(report._worst) <= 2 * MOST
    assert report.worst[0].sentence.translation.source == "the worst"
    assert report.unshown == 2 * MOST + 1
    assert f"{2 * MOST + 1} less urgent places" in page(report)


def test_what_shows_across_a_document_is_found(tmp_path: Path, write_docx: Write) -> None:
    """Five sentences are polite and the sixth is blunt: only all of them together show it."""
    write_docx("in/a.docx", *(f"请{n}日前回复。" for n in "一二三四五六"))
    out = tmp_path / "out"
    out.mkdir()

    class Blunt:
        def translate(self, sentences: Any, pair: Pair, progress: Any = None) -> list[Translation]:
            made = dict.fromkeys(sentences, "회신하여 주시기 바랍니다.")
            made["请六日前回复。"] = "회신하기 바란다."
            return [Translation(s, made[s], pair, Origin.ENGINE) for s in sentences]

    found = plan([tmp_path / "in"], ("docx",), out)
    job = Job(found, out, ("ko",), Journal.of(out), lambda _pair: "blunt", language="zh")
    job.scan()
    job.translate(partial(here, translator=Blunt()))
    report = Report(STARTED)
    assert [each.state for each in job.write(report.add)] == [State.WRITTEN]
    (shown,) = report.worst
    assert shown.sentence.translation.source == "请六日前回复。"
    assert [finding.check for finding in shown.sentence.findings] == ["formality"]


def test_a_run_leaves_its_report_and_a_run_without_work_none(
    run: Run, tmp_path: Path, write_docx: Write
) -> None:
    write_docx("in/a.docx", "根据市医院的统计，未来2周需要医用外科口罩20万只。")
    command = ("translate", "in", "--to", "en", "--out", "out", "--engine", "memory")
    first = run("--ui", "zh", *command)
    assert first.returncode == 0, first.stderr.decode()
    (report,) = (tmp_path / "out").glob("report-*.html")
    html = report.read_text(encoding="utf-8")
    assert "批量翻译报告" in html
    assert "翻译记忆库 1 (100%)" in html
    run(*command)
    assert list((tmp_path / "out").glob("report-*.html")) == [report]
    again = json.loads(run(*command, "--overwrite", "--json").stdout)
    assert again["report"] is not None
    assert len(list((tmp_path / "out").glob("report-*.html"))) == 2
    run(*command, "--overwrite", "--no-report")
    assert len(list((tmp_path / "out").glob("report-*.html"))) == 2


# A headless browser tells only what is in the outer document: the page, in a frame of the width
# of a telephone, sends its measures there.
OUTER = """<!DOCTYPE html><title>frame</title><script>
addEventListener("message", event => document.body.dataset.facts = event.data);
</script><body><iframe src="page.html" width="360" height="900"></iframe>"""
MEASURE = """<script>
document.querySelectorAll("details").forEach(each => each.open = true);
const articles = [...document.querySelectorAll("article")];
const facts = {
  overflow: document.documentElement.scrollWidth - innerWidth,
  articles: articles.length,
  bar: document.querySelector(".share").offsetWidth,
};
document.getElementById("show-error").click();
facts.left = articles.filter(article => article.offsetHeight > 0).length;
parent.postMessage(JSON.stringify(facts), "*");
</script></body>"""


@pytest.mark.skipif(BROWSER is None, reason="no Chromium; Debian: apt install chromium")
def test_on_a_telephone(tmp_path: Path) -> None:
    html = page(filled()).replace("</body>", MEASURE)
    (tmp_path / "page.html").write_text(html, encoding="utf-8")
    (tmp_path / "outer.html").write_text(OUTER, encoding="utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path}/user"]
    done = subprocess.run(
        [str(BROWSER), *options, "--virtual-time-budget=3000", "--dump-dom",
         (tmp_path / "outer.html").as_uri()],
        capture_output=True, timeout=110, check=True,
    )  # fmt: skip
    (found,) = re.findall(r'data-facts="(.*?)"', done.stdout.decode())
    facts = json.loads(unescape(found))
    assert facts["overflow"] <= 0
    assert facts["bar"] > 300
    assert (facts["articles"], facts["left"]) == (3, 1)
