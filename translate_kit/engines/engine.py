"""The seam between engines and everything above them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Protocol, runtime_checkable

from translate_kit.errors import UserError, nearest
from translate_kit.messages import _
from translate_kit.model import Alignment, Pair

QUALITIES = ("draft", "best")
DEVICES = ("cpu", "cuda", "auto")
_OWN = ("name", "quality", "device", "threads")


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One answer of an engine to one sentence.

    ``score`` is the engine's own and comparable only among the hypotheses of one sentence; it says
    nothing of quality. ``alignment`` is empty where the engine gives none.
    """

    text: str
    score: float | None = None
    alignment: Alignment = ()


@dataclass(frozen=True, slots=True)
class EngineSettings:
    """How the person wants an engine to work; each engine reads what concerns it.

    ``quality`` is ``"best"`` or ``"draft"``, ``device`` ``"cpu"``, ``"cuda"`` or ``"auto"``
    (cuda where it is ready); ``threads`` 0 means as many as there are cores. ``models`` are the
    folders of model packages, the first winning. ``options`` is what else stands in the
    workspace's ``[engine]`` table.
    """

    quality: str = "best"
    device: str = "cpu"
    threads: int = 0
    models: tuple[Path, ...] = ()
    options: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))

    def __post_init__(self) -> None:
        for name, value, known in (
            ("quality", self.quality, QUALITIES),
            ("device", self.device, DEVICES),
        ):
            if value not in known:
                why = _("{name} is one of {known}, not “{value}”")
                raise UserError(why.format(name=name, known=", ".join(known), value=value))

    def know_only(self, *options: str) -> None:
        """For an engine to refuse what it would not heed: raises UserError for another option."""
        for name in self.options:
            if name not in options:
                near = nearest(name, (*options, *_OWN))
                hint = _("; did you mean “{near}”?").format(near=near) if near else ""
                raise UserError(_("unknown key engine.{key}").format(key=name) + hint)


class Engine(Protocol):
    """A source of translations for single sentences, without markup and without line breaks."""

    def signature(self, pair: Pair) -> str:
        """What produces the answers: name, version, model with its hash, decoding settings.

        Equal signatures promise equal answers; a job resumes only under the same signature. It is
        asked by pair, so that a package installed for another direction changes nothing.
        """

    def pairs(self) -> Collection[Pair]:
        """The directions that the engine translates directly; pivots are the pipeline's."""

    def translate(
        self, sentences: Sequence[str], pair: Pair, *, hypotheses: int = 1
    ) -> list[tuple[Hypothesis, ...]]:
        """For each sentence its hypotheses, the best first, at most ``hypotheses``.

        An empty tuple says that the engine has no answer to that sentence. Raises EngineFailure
        where it cannot work at all; the caller then tries the sentences one by one.
        """


@runtime_checkable
class TermAware(Engine, Protocol):
    """An engine that can be told the approved terms, such as a language model by its prompt."""

    def translate_with_terms(
        self,
        sentences: Sequence[str],
        pair: Pair,
        terms: Sequence[Sequence[tuple[str, str]]],
        *,
        hypotheses: int = 1,
    ) -> list[tuple[Hypothesis, ...]]:
        """As ``translate``; for each sentence the terms in it, as (source, target) in dictionary
        form. That they are used is the engine's promise to nobody: the pipeline checks."""


@dataclass(frozen=True, slots=True)
class Probe:
    """What a model was seen to do on the small built-in set of its direction; shares from 0 to 1.

    ``numbers`` that came over by value; of large ones those written by tens of thousands
    (``myriads``: 30万, 3만 5,000) and the same in ``figures``. ``codes`` (GB 19082-2009, KN95, an
    e-mail address) that came over letter by letter, ``capitals`` of words that kept their case,
    ``alignment`` of digits and codes that are linked to themselves. ``placeholder`` is the shape
    that came over most often, with a digit at ``{n}``, and ``placeholders`` how often.
    ``words`` of the trade that came over; ``steady`` is how often one that came over in a sentence
    does so in another, which is what a term that stands in for another is good for.
    """

    numbers: float
    myriads: float
    figures: float
    codes: float
    capitals: float
    alignment: float
    placeholder: str
    placeholders: float
    words: float
    steady: float


@runtime_checkable
class Probed(Engine, Protocol):
    """An engine whose models have been measured, see ``Probe``."""

    def probe(self, pair: Pair) -> Probe | None:
        """What ``models probe`` found for this direction; None where it has not been run."""
