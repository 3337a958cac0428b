"""Engines over the tiny real packages."""

import shutil
from pathlib import Path

import pytest

from translate_kit.engines import EngineSettings
from translate_kit.engines.argos import Argos


@pytest.fixture(scope="session")
def argos(tiny_models: Path) -> Argos:
    return Argos(EngineSettings(models=(tiny_models,)))


@pytest.fixture
def own_copy(tiny_models: Path, tmp_path: Path) -> Path:
    """A folder of packages that the test may change."""
    return Path(shutil.copytree(tiny_models, tmp_path / "packages"))
