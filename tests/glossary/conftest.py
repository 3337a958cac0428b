from pathlib import Path

import pytest

from translate_kit.glossary.store import Glossary

SHIPPED = Path(__file__).parents[2] / "glossaries"


@pytest.fixture(scope="session")
def shipped() -> Glossary:
    return Glossary.load([SHIPPED])
