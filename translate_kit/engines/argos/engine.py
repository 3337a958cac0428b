"""The ``argos`` engine: Argos's model packages run by CTranslate2 directly.

Argostranslate's own ``translate`` imports torch, splits sentences with models it looks for on the
internet and calls the model once a paragraph. Here all sentences of a call go to CTranslate2
together, equal ones once; the decoding settings are Argos's, so that ``best`` gives its very texts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

from translate_kit.engines.argos.device import usable
from translate_kit.engines.argos.loaded import Answer, Decoding, Loaded
from translate_kit.engines.argos.long_sentence import cut
from translate_kit.engines.argos.weights import Weights
from translate_kit.engines.engine import EngineSettings, Hypothesis, Probe
from translate_kit.engines.packages.digest import digest
from translate_kit.engines.packages.package import Package
from translate_kit.engines.packages.registry import Registry
from translate_kit.engines.packages.tokens import Pieces
from translate_kit.engines.probe import read_probe
from translate_kit.model import Link, Pair, Span

BEAMS = {"draft": 1, "best": 4}  # four as argostranslate.translate
_WRITTEN_TOGETHER = ("zh", "ja")


class Argos:
    """Every installed package, each loaded when its direction is first asked for."""

    def __init__(self, settings: EngineSettings) -> None:
        settings.know_only()
        self.settings = replace(settings, device=usable(settings.device))
        self.registry = Registry.scan(settings.models)
        self._weights: dict[Path, Weights] = {}
        self._loaded: dict[Pair, Loaded] = {}

    def pairs(self) -> tuple[Pair, ...]:
        return self.registry.pairs()

    def signature(self, pair: Pair) -> str:
        package = self.registry.package(pair)
        libraries = " ".join(f"{name} {version(name)}" for name in ("ctranslate2", "sentencepiece"))
        device = "; cuda" if self.settings.device == "cuda" else ""  # other rounding, other answers
        return f"argos {package.id} {digest(package)}; {libraries}; {self.settings.quality}{device}"

    def translate(
        self, sentences: Sequence[str], pair: Pair, *, hypotheses: int = 1
    ) -> list[tuple[Hypothesis, ...]]:
        loaded = self._load(self.registry.package(pair))
        unique = dict.fromkeys(sentences)
        wholes = [cut(loaded.tokenizer.split(sentence)) for sentence in unique]
        parts = [part for whole in wholes for part in whole if part.pieces]
        decoding = Decoding(BEAMS[self.settings.quality], hypotheses)
        answers = iter(loaded.translate(parts, decoding))
        said = {}
        for sentence, whole in zip(unique, wholes, strict=True):
            full = [part for part in whole if part.pieces]
            said[sentence] = _hypotheses(loaded, full, [next(answers) for _part in full])
        return [said[sentence] for sentence in sentences]

    def probe(self, pair: Pair) -> Probe | None:
        return read_probe(self.registry.package(pair))

    def _load(self, package: Package) -> Loaded:
        """The open package, opened again where somebody has installed another in its place."""
        weights, loaded = self._weights.get(package.model), self._loaded.get(package.pair)
        if weights is None or not weights.fresh():
            weights = self._weights[package.model] = Weights(package, self.settings)
        if loaded is None or loaded.weights is not weights:
            loaded = self._loaded[package.pair] = Loaded(package, weights)
        return loaded


def _hypotheses(
    loaded: Loaded, whole: Sequence[Pieces], answers: Sequence[tuple[Answer, ...]]
) -> tuple[Hypothesis, ...]:
    """The texts of one sentence, each once; the parts of a long one are joined rank by rank.

    Nothing where the model failed on any part: half a sentence must not pass for a whole one.
    """
    if not all(answers):
        return ()
    found = dict[str, Hypothesis]()
    for ranked in zip(*answers, strict=False):
        hypothesis = _joined(loaded, whole, ranked)
        found.setdefault(hypothesis.text, hypothesis)
    return tuple(found.values())


def _joined(loaded: Loaded, parts: Sequence[Pieces], answers: Sequence[Answer]) -> Hypothesis:
    text, links = "", list[Link]()
    gap = "" if loaded.package.pair.target in _WRITTEN_TOGETHER else " "
    for source, answer in zip(parts, answers, strict=True):
        target = loaded.tokenizer.join(answer.pieces)
        text += gap if text and target.text else ""
        links += _links(source.spans, target.spans, answer.attention, len(text))
        text += target.text
    return Hypothesis(text, sum(answer.score for answer in answers), tuple(links))


def _links(
    source: Sequence[Span],
    target: Sequence[Span],
    attention: Sequence[Sequence[float]],
    offset: int,
) -> Iterator[Link]:
    """Each piece of the target with the piece of the source that it looked at most."""
    places = [place for place, here in enumerate(source) if here.end > here.start]
    for there, row in zip(target, attention, strict=True):
        if places and row and there.end > there.start:
            here = source[max(places, key=row.__getitem__)]
            yield Link(here, Span(there.start + offset, there.end + offset))
