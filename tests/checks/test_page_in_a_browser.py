"""The page in a real browser, at the width of a telephone: nothing overflows, filters work."""

import json
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path

import pytest

from translate_kit.checks import Knowledge
from translate_kit.checks.bitext import Bitext, Row
from translate_kit.checks.report import page, review
from translate_kit.model import Pair

BROWSER = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
ROWS = (
    Row("line 1", "急需3万套。", "We need 3,000 sets."),
    Row("line 2", "请勿拆开。", "Please open it."),
    Row("line 3", "谢谢。", "Thank you ."),
    Row("a-very-long-name-without-any-blank-" * 4, "3万，请勿" + "谢" * 200, "x" * 400 + " 3,000"),
)

# A headless browser tells only what is in the outer document: the page, in a frame of the width
# of a telephone, sends its measures there.
OUTER = """<!DOCTYPE html><title>frame</title><script>
addEventListener("message", event => document.body.dataset.facts = event.data);
</script><body><iframe src="page.html" width="{width}" height="900"></iframe>"""
MEASURE = """<script>
const articles = [...document.querySelectorAll("article")];
const shown = () => articles.filter(article => article.offsetHeight > 0).length;
const labels = [...document.querySelectorAll("label")];
const grid = getComputedStyle(document.querySelector(".texts")).gridTemplateColumns;
const facts = {
  overflow: document.documentElement.scrollWidth - innerWidth,
  columns: grid.split(" ").length,
  tap: Math.min(...labels.map(label => label.offsetHeight)),
  all: shown(),
};
for (const kind of ["error", "warning", "note"]) {
  const box = document.getElementById("show-" + kind);
  box.click();
  facts["without " + kind] = shown();
  box.click();
}
document.querySelectorAll("input").forEach(box => box.click());
facts.nothing = shown();
parent.postMessage(JSON.stringify(facts), "*");
</script></body>"""

pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium; Debian: apt install chromium")


def measure(tmp_path: Path, width: int) -> dict[str, int]:
    report = review(Bitext(Pair("zh", "en"), ROWS), ["来信.docx", "letter.docx"], Knowledge())
    html = page(report).replace("</body>", MEASURE)
    (tmp_path / "page.html").write_text(html, encoding="utf-8")
    outer = tmp_path / "outer.html"
    outer.write_text(OUTER.format(width=width), encoding="utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path}/user"]
    done = subprocess.run(
        [str(BROWSER), *options, "--virtual-time-budget=3000", "--dump-dom", outer.as_uri()],
        capture_output=True,
        timeout=110,
        check=True,
    )
    (found,) = re.findall(r'data-facts="(.*?)"', done.stdout.decode())
    facts: dict[str, int] = json.loads(unescape(found))
    return facts


def test_on_a_telephone(tmp_path: Path) -> None:
    facts = measure(tmp_path, 360)

    assert facts["overflow"] <= 0
    assert facts["columns"] == 1
    assert facts["tap"] >= 40  # pixels, for a finger
    assert facts["all"] == len(ROWS)
    # The first row has an error only, the second a warning, the third a note, the last all.
    assert facts["without error"] == len(ROWS) - 1
    assert facts["without warning"] == len(ROWS) - 1
    assert facts["without note"] == len(ROWS) - 1
    assert facts["nothing"] == 0


def test_on_a_desk(tmp_path: Path) -> None:
    facts = measure(tmp_path, 1280)

    assert facts["overflow"] <= 0
    assert facts["columns"] == 2
