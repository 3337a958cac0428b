"""The values of this room: a sentence with its place and translations, and a term candidate."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document: ``file`` as the person named it, ``where`` the place in it.

    ``translations`` are language -> text, where the document has them.
    """

    text: str
    file: str
    where: str = ""
    translations: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Translation:
    """What a candidate may be in another language: ``together`` sentences have both.

    ``score`` is the share of the sentences with either that have both (Dice's coefficient). ``by``
    is the signature of the engine that said it, empty where the sentences did; then both are 0.
    """

    text: str
    together: int
    score: float
    by: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase that may be a term, in its dictionary form, with the sentences it stands in first.

    ``score`` only ranks. ``translations`` are language -> the likeliest, the best first.
    """

    text: str
    language: str
    count: int
    score: float
    contexts: Sequence[Sentence]
    translations: Mapping[str, Sequence[Translation]] = field(default_factory=dict)
