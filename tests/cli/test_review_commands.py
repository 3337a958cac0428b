"""``translate-kit letter review`` as a real process."""

import io
import subprocess
from collections.abc import Callable
from pathlib import Path

from docx import Document

APPEAL = Path(__file__).parents[2] / "examples" / "appeal.toml"
Run = Callable[..., subprocess.CompletedProcess[bytes]]
COMMAND = ("letter", "review", "appeal", "--request", str(APPEAL), "--out", "sheets")


def test_a_landscape_sheet_for_each_translation_and_none_replaced(run: Run, tmp_path: Path) -> None:
    command = (*COMMAND, "--to", "tyumen", "--to", "chungju")
    done = run(*command)
    assert done.returncode == 0, done.stderr.decode()
    written = sorted((tmp_path / "sheets").iterdir())
    assert [path.name for path in written] == [
        "2020-02-08-appeal-chungju.ko-review.docx",
        "2020-02-08-appeal-tyumen.ru-review.docx",
    ]
    before = written[1].read_bytes()
    document = Document(io.BytesIO(before))
    page = document.sections[0]
    assert page.page_width is not None
    assert page.page_height is not None
    assert page.page_width > page.page_height
    assert "送审对照表" in document.paragraphs[0].text
    again = run(*command)
    assert again.returncode == 2
    assert b"exists already" in again.stderr
    assert written[1].read_bytes() == before


def test_a_letter_in_chinese_alone_has_nothing_to_review(run: Run, tmp_path: Path) -> None:
    done = run(*COMMAND, "--to", "tyumen", "--language", "zh")
    assert done.returncode == 2
    assert b"Chinese only; there is no translation to review" in done.stderr
    assert not (tmp_path / "sheets").exists()
