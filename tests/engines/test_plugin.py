"""The engine plug-in of ``docs/engines.md`` is what it says: a whole one."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from translate_kit.engines import EngineSettings, open_engine
from translate_kit.errors import UserError

DOCS = Path(__file__).parents[2] / "docs"
PROGRAM = """
from translate_kit.engines import EngineSettings, TABLE, open_engine
from translate_kit.model import Pair
engine = open_engine("shout", EngineSettings(options={"mark": "!!"}))
print(sorted(TABLE.places()))
print(engine.pairs(), engine.signature(Pair("en", "ru")))
print(engine.translate(["hello"], Pair("en", "ru"))[0][0].text)
"""


def test_the_example_is_ten_lines_and_works(tmp_path: Path) -> None:
    page = (DOCS / "engines.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    assert len(code.splitlines()) <= 10
    (place,) = re.findall(r'^shout = "(.*)"$', page, re.MULTILINE)
    (tmp_path / "shout.py").write_text(code, encoding="utf-8")
    info = tmp_path / "shout-1.0.dist-info"  # what an installation leaves behind
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: shout\nVersion: 1.0\n", "utf-8")
    entry = f"[translate_kit.engines]\nshout = {place}\n"
    (info / "entry_points.txt").write_text(entry, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=tmp_path, capture_output=True, encoding="utf-8"
    )
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "['argos', 'http', 'memory', 'shout']",
        "(Pair(source='en', target='ru'),) shout 1.0 !!",
        "HELLO!!",
    ]


def test_a_misspelt_setting_is_not_passed_over(tiny_models: Path) -> None:
    for name in ("argos", "memory"):
        with pytest.raises(UserError, match=r"unknown key engine\.qualty; did you mean “quality”"):
            open_engine(name, EngineSettings(models=(tiny_models,), options={"qualty": "draft"}))
