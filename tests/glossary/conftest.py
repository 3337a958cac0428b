from collections.abc import Callable
from pathlib import Path

import pytest

from translate_kit.cli import run
from translate_kit.glossary.store import Glossary
from translate_kit.workspace import Workspace

SHIPPED = Path(__file__).parents[2] / "glossaries"

Command = Callable[..., str]


@pytest.fixture(scope="session")
def shipped() -> Glossary:
    return Glossary.load([SHIPPED])


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    """A workspace of its own over the shipped data."""
    (tmp_path / "translate-kit.toml").write_text("", encoding="utf-8")
    return Workspace.open(tmp_path)


@pytest.fixture
def command(
    office: Workspace, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Command:
    """Run ``translate-kit glossary`` in the workspace; gives standard output and error together."""
    monkeypatch.setenv("COLUMNS", "200")

    def start(*arguments: str, code: int = 0) -> str:
        left = run(["--ui", "en", "--workspace", str(office.folder), "glossary", *arguments])
        out, error = capsys.readouterr()
        assert left == code, out + error
        return out + error

    return start
