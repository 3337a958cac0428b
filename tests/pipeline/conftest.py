"""The pipeline over the tiny real packages and the shipped glossary and memory."""

from pathlib import Path

import pytest

from translate_kit.engines import EngineSettings
from translate_kit.engines.argos import Argos
from translate_kit.pipeline import Pipeline
from translate_kit.workspace import Workspace


@pytest.fixture(scope="session")
def argos(tiny_models: Path) -> Argos:
    return Argos(EngineSettings(models=(tiny_models,)))


@pytest.fixture(scope="session")
def pipeline(argos: Argos, shipped: Workspace) -> Pipeline:
    return Pipeline(argos, shipped.glossary, shipped.memory)
