"""What several test rooms share: the shipped workspace, tiny models, the command line itself."""

import os
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import settings

from translate_kit.workspace import Workspace

# A law is no race: the first example may load a dictionary, and the machine may be busy.
settings.register_profile("ours", deadline=None)
settings.load_profile("ours")

ROOT = Path(__file__).parent.parent
Run = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture(scope="session")
def shipped() -> Workspace:
    """The data as they ship, without a workspace."""
    return Workspace(None)


MODELS = ROOT / "tests" / "models"


@pytest.fixture(scope="session")
def tiny_models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the tiny real packages installed: zh-en, en-ru, en-ko, en-ja, ru-en.

    They are the session's: a test that changes a package copies it first.
    """
    folder = tmp_path_factory.mktemp("packages")
    for package in sorted(MODELS.glob("*.argosmodel")):
        with zipfile.ZipFile(package) as archive:
            archive.extractall(folder)
    return folder


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
