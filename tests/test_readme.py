"""Every command that the README shows is run, and both READMEs show the same."""

import re
import shlex
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
Run = Callable[..., subprocess.CompletedProcess[bytes]]
PROGRAM = "uv run translate-kit "


def commands(readme: Path) -> list[str]:
    blocks = re.findall(r"```console\n(.*?)```", readme.read_text("utf-8"), re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if line.strip()]


def test_both_readmes_show_the_same_commands() -> None:
    english, chinese = commands(ROOT / "README.md"), commands(ROOT / "docs" / "README.zh.md")
    assert [c.replace("../", "") for c in chinese] == english
    assert "uv run pytest" in english


@pytest.mark.parametrize(
    "command", [c for c in commands(ROOT / "README.md") if c.startswith(PROGRAM)]
)
def test_a_command_of_the_readme_works(run: Run, tmp_path: Path, command: str) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    done = run(*shlex.split(command.removeprefix(PROGRAM)))
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout


def test_pictures_and_links_exist() -> None:
    for readme in (ROOT / "README.md", ROOT / "docs" / "README.zh.md"):
        for target in re.findall(r"\]\(([^)#:]+)\)", readme.read_text("utf-8")):
            assert (readme.parent / target).exists(), target
