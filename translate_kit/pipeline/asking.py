"""Asking an engine for many sentences at once, so that one it fails on costs no other."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass

from translate_kit.engines.engine import Engine, Hypothesis, TermAware
from translate_kit.errors import EngineFailure
from translate_kit.model import Pair

log = logging.getLogger(__name__)

Answer = tuple[Hypothesis, ...] | EngineFailure
Terms = Sequence[tuple[str, str]]
"""The terms of a sentence with what the glossary has for them, for engines that take a hint."""


@dataclass(frozen=True, slots=True)
class Question:
    """A sentence for the engine, and the terms in it."""

    sentence: str
    terms: Terms = ()


def ask(engine: Engine, pair: Pair, questions: Sequence[Question], hypotheses: int) -> list[Answer]:
    """An answer or the failure for each; where all together fail, the halves are tried alone.

    A sentence without an answer is asked once more for a single one: some models run away on the
    further ones.
    """
    answers = _asked(engine, pair, questions, hypotheses)
    silent = [place for place, each in enumerate(answers) if not _answered(each)]
    if silent and hypotheses > 1:
        again = _asked(engine, pair, [questions[place] for place in silent], 1)
        for place, answer in zip(silent, again, strict=True):
            answers[place] = answer
    return answers


def _answered(answer: Answer) -> bool:
    return not isinstance(answer, EngineFailure) and any(each.text.strip() for each in answer)


def _asked(
    engine: Engine, pair: Pair, questions: Sequence[Question], hypotheses: int
) -> list[Answer]:
    if not questions:
        return []
    try:
        return _translated(engine, pair, questions, hypotheses)
    except EngineFailure as failure:
        log.info("%s: the engine failed on %d sentences together", pair, len(questions))
        if len(questions) == 1:
            return [failure]
    half = len(questions) // 2
    return [
        *_asked(engine, pair, questions[:half], hypotheses),
        *_asked(engine, pair, questions[half:], hypotheses),
    ]


def _translated(
    engine: Engine, pair: Pair, questions: Sequence[Question], hypotheses: int
) -> list[Answer]:
    sentences = [each.sentence for each in questions]
    if isinstance(engine, TermAware):
        terms = [each.terms for each in questions]
        return list(engine.translate_with_terms(sentences, pair, terms, hypotheses=hypotheses))
    return list(engine.translate(sentences, pair, hypotheses=hypotheses))
