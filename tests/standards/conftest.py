from pathlib import Path

import pytest

from translate_kit.standards import Standards

SHIPPED = Path(__file__).parents[2] / "glossaries" / "standards"


@pytest.fixture(scope="session")
def standards() -> Standards:
    return Standards.load(SHIPPED)
