"""What the memory's tests share: an empty memory in a workspace, and units to enter."""

from collections.abc import Callable
from pathlib import Path

import pytest

from translate_kit.memory import Memory, Origin, Provenance, Store
from translate_kit.memory.store import FILE
from translate_kit.model import TranslationUnit

PERSON = Provenance(Origin.PERSON, by="李明", at="2020-02-08T09:00:00Z", domain="appeal")


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    """A memory that nobody has written to, without tables."""
    return Memory.load([], store=Store(tmp_path / FILE))


@pytest.fixture
def unit() -> Callable[..., TranslationUnit]:
    """A unit from texts by language."""

    def make(name: str = "", note: str = "", **texts: str) -> TranslationUnit:
        return TranslationUnit(name, texts, note)

    return make
