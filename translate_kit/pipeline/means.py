"""What the ladder may lean on with one model: chosen by what ``models probe`` found of it.

A model that has not been measured gets every means but placeholders, which leave most models
helpless. The thresholds, and why they stand where they do, are in ``data/means.csv``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from translate_kit.engines.engine import Engine, Probe, Probed
from translate_kit.files import read_table
from translate_kit.model import Pair

_NAMES = ("alignment", "figures", "stand_ins", "placeholder")
_FILE = Path(__file__).parent / "data" / "means.csv"


@dataclass(frozen=True, slots=True)
class Means:
    """``alignment``: where it points, terms and numbers are put right and formats go.

    ``figures``: large numbers are written out before the model sees them (30,000 for 3万).
    ``stand_ins``: a lost term is translated with others standing in for it. ``placeholder``: a
    shape to stand in for it before these, empty for none. ``probe`` is what decided; None where
    nothing was measured.
    """

    alignment: bool = True
    figures: bool = True
    stand_ins: bool = True
    placeholder: str = ""
    probe: Probe | None = None

    def used(self) -> dict[str, bool]:
        """The means by name, and whether each is used."""
        return {name: bool(getattr(self, name)) for name in _NAMES}

    @property
    def signature(self) -> str:
        """What makes answers differ from those of a model that was not measured; often empty."""
        without = [f"without {name}" for name in _NAMES[:-1] if not getattr(self, name)]
        return ", ".join([*without, *filter(None, [self.placeholder])])


def means_of(engine: Engine, pair: Pair) -> Means:
    """The means for a direction of an engine, by its probe where it keeps one."""
    return chosen(engine.probe(pair) if isinstance(engine, Probed) else None)


def chosen(probe: Probe | None) -> Means:
    """What a model with these shares is good for."""
    if probe is None:
        return Means()
    least = thresholds()
    return Means(
        alignment=probe.alignment >= least["alignment"],
        figures=probe.figures >= probe.myriads + least["figures"],
        stand_ins=probe.steady >= least["stand_ins"],
        placeholder=probe.placeholder if probe.placeholders >= least["placeholder"] else "",
        probe=probe,
    )


@cache
def thresholds() -> Mapping[str, float]:
    """By the name of the means the least share that it takes."""
    columns = ("means", "least", "why")
    rows = read_table(_FILE, required=columns, known=columns)
    return {row.cells["means"]: float(row.cells["least"]) for row in rows}
