import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from translate_kit import workspace
from translate_kit.cli import run
from translate_kit.glossary.store import Glossary
from translate_kit.workspace import Workspace

SHIPPED = Path(__file__).parents[2] / "glossaries"

Command = Callable[..., str]


@pytest.fixture(scope="session")
def shipped() -> Glossary:
    return Glossary.load([SHIPPED])


@pytest.fixture(scope="session")
def some_domains(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three of the shipped domains and the standards: commands that change something load them
    several times."""
    folder = tmp_path_factory.mktemp("shipped")
    for name in ("ppe", "donation", "protocol", "standards"):
        shutil.copytree(SHIPPED / name, folder / name)
    return folder


@pytest.fixture
def office(tmp_path: Path, some_domains: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """A workspace of its own over shipped data."""
    ships = workspace.shipped
    monkeypatch.setattr(
        workspace, "shipped", lambda name: some_domains if name == "glossaries" else ships(name)
    )
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
