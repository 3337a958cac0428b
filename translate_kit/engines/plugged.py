"""An engine of somebody else's: the one place where its code is called, and its answers looked at.

Whatever goes wrong in a built-in engine is a fault of ours and must be seen. A plug-in's may throw
anything, on one sentence of a thousand: that is recorded for the sentence, and the rest goes on.
"""

import logging
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, cast

from translate_kit.engines.engine import (
    Engine,
    EngineSettings,
    Hypothesis,
    Probe,
    Probed,
    TermAware,
)
from translate_kit.errors import EngineFailure, UserError
from translate_kit.messages import _
from translate_kit.model import Link, Pair

_log = logging.getLogger(__name__)

_OURS = (EngineFailure, UserError, MemoryError)
"""What an engine may raise by the protocol, and what no segment is to blame for."""


def open_plugged(name: str, load: Callable[[], Any], settings: EngineSettings) -> Engine:
    """The plug-in's engine that ``load`` imports; UserError where it can't be imported or made."""
    guard = _Guard(name)
    with guard.around(_cannot_open):
        engine = cast(Engine, load()(settings))
    if isinstance(engine, TermAware):
        return PluggedWithTerms(engine, guard)
    return Plugged(engine, guard)


class Plugged:
    """An engine from a plug-in. Every exception of its own becomes one of ours, its answers are
    what the protocol says or an EngineFailure."""

    def __init__(self, engine: Engine, guard: "_Guard") -> None:
        self.engine, self._guard = engine, guard

    def signature(self, pair: Pair) -> str:
        with self._guard.around(_cannot_use):
            return str(self.engine.signature(pair))

    def pairs(self) -> tuple[Pair, ...]:
        with self._guard.around(_cannot_use):
            pairs = tuple(self.engine.pairs())
            if not all(isinstance(pair, Pair) for pair in pairs):
                raise TypeError("pairs() gave something that is no Pair")
            return pairs

    def probe(self, pair: Pair) -> Probe | None:
        with self._guard.around(_cannot_use):
            return self.engine.probe(pair) if isinstance(self.engine, Probed) else None

    def translate(
        self, sentences: Sequence[str], pair: Pair, *, hypotheses: int = 1
    ) -> list[tuple[Hypothesis, ...]]:
        with self._guard.around(_failed):
            answers = self.engine.translate(sentences, pair, hypotheses=hypotheses)
            return _looked_at(answers, sentences, hypotheses)


class PluggedWithTerms(Plugged):
    """The same for an engine that can be told the terms."""

    engine: TermAware

    def translate_with_terms(
        self,
        sentences: Sequence[str],
        pair: Pair,
        terms: Sequence[Sequence[tuple[str, str]]],
        *,
        hypotheses: int = 1,
    ) -> list[tuple[Hypothesis, ...]]:
        with self._guard.around(_failed):
            answers = self.engine.translate_with_terms(
                sentences, pair, terms, hypotheses=hypotheses
            )
            return _looked_at(answers, sentences, hypotheses)


def _looked_at(
    answers: Any, sentences: Sequence[str], hypotheses: int
) -> list[tuple[Hypothesis, ...]]:
    """The answers as the protocol has them; raises TypeError or ValueError for any others."""
    if not isinstance(answers, Sequence):
        raise TypeError(f"translate() gave {type(answers).__name__}, not a list")
    if len(answers) != len(sentences):
        raise ValueError(f"{len(answers)} answers to {len(sentences)} sentences")
    return [
        tuple(_hypothesis(each, sentence) for each in _listed(answer)[:hypotheses])
        for answer, sentence in zip(answers, sentences, strict=True)
    ]


def _listed(answer: Any) -> tuple[Any, ...]:
    if not isinstance(answer, tuple | list):
        raise TypeError(f"an answer is {type(answer).__name__}, not a tuple of Hypothesis")
    return tuple(answer)


def _hypothesis(given: Any, sentence: str) -> Hypothesis:
    if not isinstance(given, Hypothesis):
        raise TypeError(f"a hypothesis is {type(given).__name__}, not a Hypothesis")
    if not isinstance(given.text, str):
        raise TypeError(f"the text of a hypothesis is {type(given.text).__name__}, not str")
    for link in given.alignment:
        if not _inside(link, len(sentence), len(given.text)):
            raise ValueError("an alignment that leads outside the texts")
    return given


def _inside(link: Link, source: int, target: int) -> bool:
    ends = ((link.source, source), (link.target, target))
    return all(0 <= span.start <= span.end <= length for span, length in ends)


class _Guard:
    """Stands around every call of a plug-in's code, and names what comes out of it."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._logged = set[str]()

    @contextmanager
    def around(self, as_ours: Callable[[str, str], Exception]) -> Iterator[None]:
        """What is thrown inside is raised as ours; Ctrl-C and exits are no ``Exception``."""
        try:
            yield
        except _OURS:
            raise
        except Exception as error:
            self._log(error)
            kind = type(error).__name__
            why = f"{kind}: {error}" if str(error) else kind
            raise as_ours(self.name, why) from error

    def _log(self, error: Exception) -> None:
        """Where it happened, once for each place.

        Not the exception's words, which may hold a sentence: the person has them in the finding.
        """
        places = "".join(traceback.format_tb(error.__traceback__))
        if places not in self._logged:
            self._logged.add(places)
            _log.warning("engine %s: %s\n%s", self.name, type(error).__name__, places.rstrip())


def _failed(name: str, why: str) -> EngineFailure:
    return EngineFailure(f"{name}: {why}")


def _cannot_open(name: str, why: str) -> UserError:
    return UserError(_("the engine “{name}” cannot be opened: {why}").format(name=name, why=why))


def _cannot_use(name: str, why: str) -> UserError:
    return UserError(_("the engine “{name}” cannot be used: {why}").format(name=name, why=why))
