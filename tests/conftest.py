"""What several test rooms share: the shipped workspace, and the command line as a real process."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from translate_kit.workspace import Workspace

ROOT = Path(__file__).parent.parent
Run = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture(scope="session")
def shipped() -> Workspace:
    """The data as they ship, without a workspace."""
    return Workspace(None)


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run ``translate-kit`` with arguments in an empty folder; output stays bytes."""

    def start(
        *arguments: str, cwd: Path = tmp_path, stdin: str = "", **environment: str
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "translate_kit", *arguments],
            cwd=cwd,
            input=stdin.encode(),
            capture_output=True,
            env=clean_environment() | environment,
            timeout=120,
            check=False,
        )

    return start


def clean_environment() -> Mapping[str, str]:
    """This process's environment with an English UTF-8 console and nobody's settings."""
    ours = {"PYTHONIOENCODING": "utf-8", "LC_ALL": "C.UTF-8", "PYTHONWARNINGS": "error"}
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("TRANSLATE_KIT", "LANG"))}
    return kept | ours
