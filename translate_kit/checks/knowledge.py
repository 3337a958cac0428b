"""What an office knows beyond the language: checks take from it what they need."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Everything here is optional; a check that lacks what it needs stays silent."""


NOTHING = Knowledge()
