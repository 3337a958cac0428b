"""Golden pairs of whole text files: ``cases/pairs/NAME.before.*`` and what the marking engine makes
of it, ``NAME.after.*``, byte for byte. Without blocks every file stays as it is."""

from collections.abc import Callable
from pathlib import Path

import pytest

from translate_kit.formats import format_of
from translate_kit.model import Document

PAIRS = sorted((Path(__file__).parent / "cases" / "pairs").glob("*.before.*"))
Translate = Callable[..., Path]


@pytest.mark.parametrize("before", PAIRS, ids=lambda path: path.name)
def test_a_golden_pair(before: Path, translate: Translate) -> None:
    after = before.with_name(before.name.replace(".before.", ".after."))

    assert translate(before).read_bytes() == after.read_bytes()


@pytest.mark.parametrize("before", PAIRS, ids=lambda path: path.name)
def test_without_blocks_nothing_changes(before: Path) -> None:
    assert format_of(before).write(Document(()), before, "ru") == before.read_bytes()
