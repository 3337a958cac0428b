"""A passage: a piece of some document and its translation, and where a person finds it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from translate_kit.checks.bitext import Wanted, read_bitext
from translate_kit.memory import Origin, Unit
from translate_kit.model import LANGUAGES, Pair

MEMORY = "memory"


@dataclass(frozen=True, slots=True)
class Passage:
    """The piece of that ``number``, from 1, of a ``document``; ``where`` as its reader counts.

    ``document`` is the path of the translation or of the bilingual file, or ``memory``.
    """

    document: str
    number: int
    where: str
    source: str
    target: str
    pair: Pair


def of_files(files: Sequence[Path], wanted: Wanted) -> Iterator[Passage]:
    """The rows of a bilingual file, or of a source and its translation.

    Raises UserError where they cannot be read.
    """
    bitext = read_bitext(files, wanted)
    for number, row in enumerate(bitext.rows, 1):
        yield Passage(str(files[-1]), number, row.where, row.source, row.target, bitext.pair)


def of_memory(units: Iterable[Unit]) -> Iterator[Passage]:
    """The units of the office's own; what ships with translate-kit nobody there could mend."""
    for number, unit in enumerate(units, 1):
        if unit.provenance.origin is not Origin.STARTER:
            yield from of_unit(unit, number)


def of_unit(unit: Unit, number: int) -> Iterator[Passage]:
    """A unit of the memory in each of its directions, Chinese as the source where it has it."""
    source, *targets = (code for code in LANGUAGES if unit.texts.get(code))
    for target in targets:
        texts = unit.texts[source], unit.texts[target]
        yield Passage(MEMORY, number, unit.id, *texts, Pair(source, target))
