"""The wheel alone, in an empty environment, drafts a letter from another folder."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LIMIT = 400 * 2**20
"""Bytes that an installation may take on an office PC."""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an environment with nothing but the wheel and what it depends on."""
    uv = shutil.which("uv")
    if uv is None:
        pytest.skip("uv is not installed; it builds the wheel and makes the environment")
    folder = tmp_path_factory.mktemp("wheel")
    overrides = folder / "overrides.txt"
    overrides.write_text(
        "".join(f"{name}; python_version < '3'\n" for name in ("stanza", "spacy", "minisbd")),
        encoding="utf-8",
    )
    environment = folder / "env"
    subprocess.run([uv, "build", "--wheel", "-q", "--out-dir", folder, ROOT], check=True)
    subprocess.run([uv, "venv", "-q", "--python", sys.executable, environment], check=True)
    (wheel,) = folder.glob("*.whl")
    subprocess.run(
        [uv, "pip", "install", "-q", "--python", environment, "--overrides", overrides, wheel],
        check=True,
    )
    return environment


def test_the_wheel_drafts_a_letter_from_another_folder(installed: Path, tmp_path: Path) -> None:
    program = next(installed.glob("*/translate-kit*"))
    clean = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": str(tmp_path)}

    def run(*arguments: str) -> str:
        done = subprocess.run(
            [program, *arguments], cwd=tmp_path, env=clean, capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode()

    run("init", "office")
    request = str(tmp_path / "office" / "requests" / "appeal.toml")
    run("--workspace", "office", "letter", "draft", "appeal", "--to", "tyumen", "--to", "chungju",
        "--request", request, "--out", "out")  # fmt: skip
    assert len(list((tmp_path / "out").glob("*.docx"))) == 4
    assert "起草" in run("--ui", "zh", "--help")


def test_the_installation_is_small(installed: Path) -> None:
    size = sum(path.stat().st_size for path in installed.rglob("*") if path.is_file())
    assert size < LIMIT
    names = {path.name.lower() for path in installed.rglob("*.dist-info")}
    assert not [n for n in names if n.startswith(("torch", "stanza", "spacy", "onnxruntime"))]
