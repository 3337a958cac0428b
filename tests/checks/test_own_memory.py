"""Our own translations pass our own checks: the sentences that ship with translate-kit."""

import pytest

from translate_kit import checks
from translate_kit.model import Pair, Severity
from translate_kit.workspace import Workspace

# The memory says “dust mask” where the glossary of goods wants the name of a standard.
KNOWN = {"tm-std-015"}


@pytest.mark.parametrize("pair", ["zh-en", "zh-ru", "zh-ko", "zh-ja", "en-zh", "ru-zh"])
def test_no_error_in_the_starter_memory(pair: str, shipped: Workspace) -> None:
    direction = Pair.parse(pair)
    knowledge = checks.Knowledge(shipped.glossary, shipped.contacts)

    wrong = [
        f"{unit.id}: {finding.check}: {finding.message}"
        for unit in shipped.memory.units
        if {direction.source, direction.target} <= unit.texts.keys() and unit.id not in KNOWN
        for finding in checks.check(
            unit.texts[direction.source], unit.texts[direction.target], direction, knowledge
        )
        if finding.severity is Severity.ERROR
    ]

    assert not wrong, "\n".join(wrong)
