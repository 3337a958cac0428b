"""What a change of the glossary did, or would do, place by place."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from translate_kit.batch.change.renewal import Renewed


@dataclass(slots=True)
class Account:
    """The touched passages in the order in which they were found, and what was written.

    ``left`` are files that a person has worked on and that stay, ``doubted`` is how many units of
    the memory now wait for a reviewer, ``refused`` says what could not be read.
    """

    renewed: list[Renewed] = field(default_factory=list)
    written: list[Path] = field(default_factory=list)
    left: list[Path] = field(default_factory=list)
    doubted: int = 0
    refused: list[str] = field(default_factory=list)

    def __iadd__(self, other: "Account") -> "Account":
        self.add(other.renewed)
        self.written += other.written
        self.left += other.left
        self.refused += other.refused
        self.doubted += other.doubted
        return self

    def add(self, renewed: Iterable[Renewed]) -> None:
        """Take passages in."""
        self.renewed += renewed

    @property
    def open(self) -> int:
        """How many passages are left to a person."""
        return sum(not each.state.done for each in self.renewed)

    @property
    def documents(self) -> int:
        """In how many documents something is touched."""
        return len({each.passage.document for each in self.renewed})
