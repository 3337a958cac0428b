"""The one door for built-ins and plug-ins."""

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from translate_kit.errors import NotKnown
from translate_kit.plugins import Table

TABLE = Table("engines", "engine", {"decimal": "decimal:Decimal", "json": "json"})


def test_a_builtin_is_loaded_by_name() -> None:
    import decimal
    import json

    assert TABLE.load("decimal") is decimal.Decimal
    assert TABLE.load("json") is json


def test_an_unknown_name_gets_the_nearest() -> None:
    with pytest.raises(NotKnown, match="no engine “decimla”; did you mean “decimal”"):
        TABLE.load("decimla")


def _with_plugins(folder: Path, entries: str, code: str) -> subprocess.CompletedProcess[str]:
    """Run code where a distribution with these entry points is installed."""
    info = folder / "extra-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Name: extra\nVersion: 1\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(entries, encoding="utf-8")
    (folder / "extra.py").write_text("engine = 'mine'\n", encoding="utf-8")
    script = textwrap.dedent(code)
    return subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(folder)!r})\n{script}"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_an_installed_plugin_is_found(tmp_path: Path) -> None:
    done = _with_plugins(
        tmp_path,
        "[translate_kit.engines]\nextra = extra:engine\n",
        """
        from translate_kit.plugins import Table
        print(Table("engines", "engine", {"json": "json"}).load("extra"))
        """,
    )
    assert done.stdout == "mine\n", done.stderr


def test_a_plugin_may_not_take_a_name_that_is_taken(tmp_path: Path) -> None:
    done = _with_plugins(
        tmp_path,
        "[translate_kit.engines]\njson = extra:engine\n",
        """
        from translate_kit.errors import UserError
        from translate_kit.plugins import Table
        try:
            Table("engines", "engine", {"json": "json"}).places()
        except UserError as error:
            print(error)
        """,
    )
    assert "two plug-ins offer the engine “json”: json and extra:engine" in done.stdout
