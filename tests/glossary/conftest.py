import csv
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
    several times. References to concepts of other domains are left out."""
    folder = tmp_path_factory.mktemp("shipped")
    domains = ("ppe", "donation", "protocol")
    for name in (*domains, "standards"):
        shutil.copytree(SHIPPED / name, folder / name)
    known = {row["id"] for name in domains for row in _rows(folder / name / "concepts.csv")}
    for name in domains:
        _drop_references(folder / name / "concepts.csv", known)
    return folder


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _drop_references(path: Path, known: set[str]) -> None:
    rows = _rows(path)
    for row in rows:
        if "see" in row:
            row["see"] = " ".join(each for each in row["see"].split() if each in known)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


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
