"""What the pipeline takes beyond its engine: memory, preparation, numbers, terms, checks.

    nice uv run --no-sync python benchmarks/pipeline_overhead.py

An engine of a real model's size (60 million parameters, random weights) is timed in quality
``best`` on sentences of our own, and the pipeline beyond its engine on the same sentences twice:
with an engine that answers as the references do, so that everything is right and only has to be
found right, and with a tiny model, half of whose answers are wrong, so that every rung of the
ladder is climbed. Real models lie between, near the first. All in milliseconds of processor time a
sentence; the engine's divided by the cores it uses, the pipeline's not, for it runs on one. A
sentence that is translated again, for a term that got lost, costs what the engine takes for one.
"""

import argparse
import os
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from engine_speed import TINY, document, make_package

from translate_kit.engines import EngineSettings, open_engine
from translate_kit.engines.engine import Engine, Hypothesis
from translate_kit.model import Link, Pair, Span
from translate_kit.pipeline import Pipeline
from translate_kit.pipeline.preparing import prepare
from translate_kit.workspace import Workspace

PAIR = Pair("en", "ru")


@dataclass
class Timed:
    """An engine that counts its processor seconds and its sentences."""

    answer: Callable[[Sequence[str], Pair, int], list[tuple[Hypothesis, ...]]]
    seconds: float = 0.0
    asked: int = 0

    def pairs(self) -> tuple[Pair, ...]:
        return (PAIR,)

    def signature(self, pair: Pair) -> str:
        return "timed"

    def translate(
        self, sentences: Sequence[str], pair: Pair, *, hypotheses: int = 1
    ) -> list[tuple[Hypothesis, ...]]:
        start = time.process_time()
        answers = self.answer(sentences, pair, hypotheses)
        self.seconds += time.process_time() - start
        self.asked += len(sentences)
        return answers


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--sentences", type=int, default=200)
    count = arguments.parse_args().sentences
    paragraphs = document(count)
    sys.path.insert(0, str(TINY))
    from sentences import generate

    references = {pair.source: pair for pair in generate("en-ru", count, seed=41)}
    sources = list(references)
    with tempfile.TemporaryDirectory() as folder:
        make_package(Path(folder) / "big", paragraphs)
        big = open_engine("argos", EngineSettings(models=(Path(folder) / "big",)))
        best = engine_alone(big, sources[:60])
        with zipfile.ZipFile(TINY / "translate-en_ru-1_0.argosmodel") as package:
            package.extractall(Path(folder) / "tiny")
        tiny = open_engine("argos", EngineSettings(models=(Path(folder) / "tiny",)))
        print(f"engine, 60 million parameters, best: {best:.0f} ms a sentence")

        # the engine sees the sentences with their numbers and dates written out
        prepared = {prepare(source, "en").text: pair for source, pair in references.items()}

        def perfect(
            sentences: Sequence[str], pair: Pair, hypotheses: int
        ) -> list[tuple[Hypothesis, ...]]:
            known = (prepared.get(sentence) for sentence in sentences)
            return [told(pair) if pair else () for pair in known]

        report("answers right", Timed(perfect), sources, best)
        report(
            "tiny model",
            Timed(lambda s, pair, n: tiny.translate(s, pair, hypotheses=n)),
            sources,
            best,
        )


def told(pair) -> tuple[Hypothesis, ...]:  # type: ignore[no-untyped-def]
    """The reference, with the links that are known of it."""
    links = tuple(Link(ours, theirs) for _name, ours, theirs in pair.links)
    return (Hypothesis(pair.target, 0.0, links or (Link(Span(0, 1), Span(0, 1)),)),)


def engine_alone(engine: Engine, sentences: Sequence[str]) -> float:
    engine.translate(sentences[:2], PAIR, hypotheses=4)
    start = time.process_time()
    engine.translate(sentences, PAIR, hypotheses=4)
    cores = os.cpu_count() or 1
    return (time.process_time() - start) / len(sentences) / cores * 1000


def report(name: str, engine: Timed, sentences: Sequence[str], best: float) -> None:
    office = Workspace(None)
    pipeline = Pipeline(engine, office.glossary, office.memory, office.knowledge)
    pipeline.translate(sentences[:20], PAIR)  # dictionaries and tables are read
    engine.seconds, engine.asked = 0.0, 0
    start = time.process_time()
    pipeline.translate(sentences, PAIR)
    beyond = (time.process_time() - start - engine.seconds) / len(sentences) * 1000
    again = engine.asked / len(sentences) - 1
    print(
        f"{name}: {beyond:.1f} ms a sentence beyond the engine, {beyond / best:.1%} of best;"
        f" {again:.1%} of the sentences translated again; {beyond / best + again:.1%} with these"
    )


if __name__ == "__main__":
    main()
