"""Measures how often the glossary's terms stand in translations, without and with the pipeline.

    python benchmarks/terms.py
    python benchmarks/terms.py --pairs zh-ru en-ko --sentences 300 --show 10

Held-out sentences of our own (``tests/models/sentences.py``, another seed than the models have
seen) go through the tiny packages, directly and through English. For each pair:

- *alone*: of the terms in the sources, how many the engine's best answer says by an approved term,
  in any inflected form
- *glossary*: the same after the pipeline; *flagged*: those it asks a person about; *silent*: the
  rest, which must be none
- *form*: of the terms put in, how many are letter by letter what the reference has (English and
  Japanese references may word it another way; Russian shows case and number)
- *numbers*: sentences whose numbers, dates and codes are all right by value, alone and afterwards
- *chrF* (sacrebleu) of both
- *ms*: milliseconds a sentence that the pipeline takes beyond its engine

Tiny models err much more often than real ones; that is what they are for.
"""

import argparse
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sacrebleu.metrics import CHRF

from translate_kit.engines import EngineSettings
from translate_kit.engines.argos import Argos
from translate_kit.engines.engine import Engine, Hypothesis
from translate_kit.engines.route import route
from translate_kit.glossary.concept import Concept
from translate_kit.glossary.matching import occurrences
from translate_kit.glossary.store import Glossary
from translate_kit.model import Pair
from translate_kit.pipeline import Origin, Pipeline, Rung, Translation
from translate_kit.pipeline.repair import wrong
from translate_kit.workspace import Workspace

MODELS = Path(__file__).parent.parent / "tests" / "models"
sys.path.insert(0, str(MODELS))
from sentences import SentencePair, generate  # noqa: E402

PAIRS = (
    *("zh-en", "en-ru", "en-ko", "en-ja", "ru-en"),
    *("zh-ru", "zh-ko", "zh-ja", "ru-ko", "ru-ja"),
)
SEED = 2020


@dataclass
class Timed:
    """An engine that counts the seconds it takes."""

    engine: Engine
    seconds: float = 0.0

    def pairs(self) -> Sequence[Pair]:
        return tuple(self.engine.pairs())

    def signature(self, pair: Pair) -> str:
        return self.engine.signature(pair)

    def translate(
        self, sentences: Sequence[str], pair: Pair, *, hypotheses: int = 1
    ) -> list[tuple[Hypothesis, ...]]:
        start = time.perf_counter()
        answers = self.engine.translate(sentences, pair, hypotheses=hypotheses)
        self.seconds += time.perf_counter() - start
        return answers


@dataclass
class Tally:
    """What became of the terms of one pair."""

    terms: int = 0
    alone: int = 0
    said: int = 0
    flagged: int = 0
    rungs: Counter[Rung] = field(default_factory=Counter)
    put_in: int = 0
    same_form: int = 0
    silent: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    unlike: list[str] = field(default_factory=list)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--pairs", nargs="+", default=PAIRS, help="e.g. zh-en zh-ru")
    arguments.add_argument("--sentences", type=int, default=320, help="sentences a pair")
    arguments.add_argument("--seed", type=int, default=SEED, help="which sentences")
    arguments.add_argument("--show", type=int, default=0, help="examples of what is not right")
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for package in MODELS.glob("*.argosmodel"):
            zipfile.ZipFile(package).extractall(folder)
        engine = Timed(Argos(EngineSettings(models=(Path(folder),))))
        office = Workspace(None)
        pipeline = Pipeline(engine, office.glossary, office.memory, office.knowledge)
        print(
            "pair   terms  alone  glossary  flagged  silent   form        numbers          chrF"
            "      ms"
        )
        for pair in options.pairs:
            pairs = list(generate(pair, options.sentences, options.seed))
            measure(pipeline, engine, Pair.parse(pair), pairs, options.show)


def measure(
    pipeline: Pipeline, engine: Timed, pair: Pair, pairs: list[SentencePair], show: int
) -> None:
    sources = [each.source for each in pairs]
    references = [each.target for each in pairs]
    alone = engine_alone(engine, sources, pair)
    pipeline.translate(sources[:2], pair)
    engine.seconds, start = 0.0, time.perf_counter()
    made = pipeline.translate(sources, pair)
    beyond = (time.perf_counter() - start - engine.seconds) / len(sources) * 1000
    tally = tally_terms(pipeline, pair, pairs, alone, made)
    chrf = CHRF()
    print(
        f"{pair!s:6} {tally.terms:5} {share(tally.alone, tally.terms):>6}"
        f" {share(tally.said, tally.terms):>9} {share(tally.flagged, tally.terms):>8}"
        f" {len(tally.silent):7} {share(tally.same_form, tally.put_in):>6}/{tally.put_in:<4}"
        f" {right(sources, alone, pair):>6} {right(sources, [m.text for m in made], pair):>7}"
        f" {chrf.corpus_score(alone, [references]).score:8.1f}"
        f" {chrf.corpus_score([m.text for m in made], [references]).score:5.1f} {beyond:7.1f}"
    )
    print("       ", ", ".join(f"{rung} {count}" for rung, count in tally.rungs.most_common()))
    for line in [*tally.silent[:show], *tally.missing[:show], *tally.unlike[:show]]:
        print("   ", line)


def engine_alone(engine: Engine, sentences: Sequence[str], pair: Pair) -> list[str]:
    texts = list(sentences)
    for leg in route(pair, engine.pairs()):
        answers = engine.translate(texts, leg)
        texts = [
            answer[0].text if answer else text for answer, text in zip(answers, texts, strict=True)
        ]
    return texts


def tally_terms(
    pipeline: Pipeline,
    pair: Pair,
    pairs: list[SentencePair],
    alone: list[str],
    made: list[Translation],
) -> Tally:
    tally = Tally()
    for sentence, first, result in zip(pairs, alone, made, strict=True):
        for used in sentence.terms:
            concept = pipeline.glossary.concept(used.concept)
            tally.terms += 1
            meanings = meant(pipeline.glossary, concept, used.source.of(sentence.source))
            tally.alone += any(occurrences(each, first, pair.target) for each in meanings)
            said = any(occurrences(each, result.text, pair.target) for each in meanings)
            tally.said += said
            decision = next(
                (
                    d
                    for d in result.terms
                    if d.concept == used.concept and d.pair.target == pair.target
                ),
                None,
            )
            if decision:
                tally.rungs[decision.rung] += 1
            if decision and decision.rung is Rung.SUBSTITUTED:
                tally.put_in += 1
                reference = used.target.of(sentence.target)
                if decision.target.casefold() == reference.casefold():
                    tally.same_form += 1
                else:
                    tally.unlike.append(f"{reference} | {decision.target} | {result.text}")
            if said:
                continue
            if any(f.check in ("terms", "names") for f in result.findings) or (
                result.origin is Origin.NONE
            ):
                tally.flagged += 1
                tally.missing.append(
                    f"missing {concept.id} {used.target.of(sentence.target)}: {sentence.source}"
                    f" → {result.text} (alone: {first})"
                )
            else:
                tally.silent.append(f"{sentence.source} → {result.text} ({concept.id})")
    return tally


def meant(glossary: Glossary, concept: Concept, words: str) -> list[Concept]:
    """The concept, and those that the same words say too (генеральный директор is two)."""
    others = [entry.concept for entry in glossary.by_term(words) if entry.term.status.approved]
    return [concept, *others]


def right(sources: Sequence[str], texts: Sequence[str], pair: Pair) -> str:
    good = sum(not wrong(s, t, pair) for s, t in zip(sources, texts, strict=True))
    return share(good, len(sources))


def share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "—"


if __name__ == "__main__":
    main()
