"""What was measured of a model decides which rungs of the ladder are used with it."""

import json
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from random_weights import save_random_model

from translate_kit.engines import EngineSettings, Hypothesis
from translate_kit.engines.argos import Argos
from translate_kit.engines.engine import Probe
from translate_kit.engines.probe import keep_probe
from translate_kit.engines.probing import run_probe
from translate_kit.model import Pair
from translate_kit.pipeline import Pipeline, Rung
from translate_kit.pipeline.means import Means, chosen, thresholds
from translate_kit.workspace import Workspace

EN_RU, ZH_EN = Pair("en", "ru"), Pair("zh", "en")
PERFECT = Probe(1, 1, 1, 1, 1, 1, "XA{n}", 1, 1, 1)


def test_a_model_that_was_not_measured_gets_all_but_placeholders() -> None:
    assert chosen(None) == Means(alignment=True, figures=True, stand_ins=True, placeholder="")
    assert chosen(None).signature == ""


@pytest.mark.parametrize(
    ("share", "means"),
    [("alignment", "alignment"), ("steady", "stand_ins"), ("placeholders", "placeholder")],
)
def test_each_means_has_its_threshold(share: str, means: str) -> None:
    least = thresholds()[means]
    assert getattr(chosen(replace(PERFECT, **{share: least})), means)
    below = chosen(replace(PERFECT, **{share: least - 0.01}))
    assert not getattr(below, means)
    assert [name for name, used in below.used().items() if not used] == [means]
    assert chosen(PERFECT).signature != below.signature


def test_figures_are_written_out_unless_they_do_clear_harm() -> None:
    assert chosen(replace(PERFECT, figures=0.9)).figures
    assert not chosen(replace(PERFECT, figures=0.8)).figures


@pytest.fixture
def own(tiny_models: Path, tmp_path: Path) -> Path:
    """A folder of packages that the test may measure."""
    return Path(shutil.copytree(tiny_models, tmp_path / "packages"))


def measured(folder: Path, pair: Pair, **shares: float) -> Argos:
    """The engine with what was measured of a direction beside it, some shares other than found."""
    engine = Argos(EngineSettings(models=(folder,)))
    keep_probe(engine.registry.package(pair), replace(run_probe(engine, pair), **shares))
    return engine


def piped(engine: Argos, shipped: Workspace) -> Pipeline:
    return Pipeline(engine, shipped.glossary, shipped.memory)


@pytest.mark.parametrize("pair", ["zh-en", "en-ru", "en-ko", "en-ja", "ru-en"])
def test_the_tiny_packages_align_and_lose_placeholders(
    own: Path, shipped: Workspace, pair: str
) -> None:
    pipeline = piped(measured(own, Pair.parse(pair)), shipped)
    (means,) = pipeline.means(Pair.parse(pair)).values()
    assert means.used() == {
        "alignment": True, "figures": True, "stand_ins": True, "placeholder": False
    }  # fmt: skip
    assert means.probe is not None


def test_a_model_of_noise_gets_no_means_that_it_would_spoil(own: Path, shipped: Workspace) -> None:
    engine = Argos(EngineSettings(models=(own,)))
    package = engine.registry.package(ZH_EN)
    vocabulary = (package.model / "shared_vocabulary.json").read_text(encoding="utf-8")
    shutil.rmtree(package.model)
    save_random_model(
        package.model, json.loads(vocabulary), width=32, layers=1, heads=2, inner=32, seed=3,
        answer_length=12,
    )  # fmt: skip
    pipeline = piped(measured(own, ZH_EN), shipped)
    (means,) = pipeline.means(ZH_EN).values()
    assert not means.alignment
    assert not means.stand_ins
    assert "without alignment, without stand_ins" in pipeline.signature(ZH_EN)


def test_without_useful_alignment_nothing_is_put_where_it_points(
    own: Path, shipped: Workspace
) -> None:
    sentences = [
        "We enclose the power of attorney with this letter.",
        "The goods are 36,658 isolation gowns.",
        "Please send the certificate of origin by 8 March.",
        "Our city urgently needs 2,500 pairs of latex gloves.",
    ]
    with_it = piped(measured(own, EN_RU), shipped).translate(sentences, EN_RU)
    without = piped(measured(own, EN_RU, alignment=0.4), shipped).translate(sentences, EN_RU)
    rungs = [[d.rung for made in all_made for d in made.terms] for all_made in (with_it, without)]
    assert Rung.SUBSTITUTED in rungs[0]
    assert rungs[0].count(Rung.FLAGGED) < rungs[1].count(Rung.FLAGGED)
    assert not any(made.alignment for made in without if not made.repairs and not made.terms)
    assert all(made.signature.endswith("; without alignment") for made in without)


def test_without_steady_words_no_sentence_is_asked_again(own: Path, shipped: Workspace) -> None:
    sentences = ["Please state the respiratory protective equipment of the goggles."]
    asked = []
    for steady in (1.0, 0.1):
        counting = Counting(measured(own, EN_RU, steady=steady))
        Pipeline(counting, shipped.glossary, shipped.memory).translate(sentences, EN_RU)
        asked.append(len(counting.asked))
    assert asked[0] > asked[1] == 1


def test_large_numbers_stay_as_they_are_where_figures_do_harm(
    own: Path, shipped: Workspace
) -> None:
    counting = Counting(measured(own, ZH_EN, figures=0.1, myriads=0.9))
    pipeline = Pipeline(counting, shipped.glossary, shipped.memory)
    (made,) = pipeline.translate(["现需心电监护仪26万台。"], ZH_EN)
    assert counting.asked[0] == "现需心电监护仪26万台。"
    assert "260,000" in made.text


class Counting:
    """The same engine, remembering what it was asked."""

    def __init__(self, engine: Argos) -> None:
        self.engine, self.asked = engine, list[str]()
        self.pairs, self.signature, self.probe = engine.pairs, engine.signature, engine.probe

    def translate(
        self, sentences: Sequence[str], pair: Pair, *, hypotheses: int = 1
    ) -> list[tuple[Hypothesis, ...]]:
        self.asked += sentences
        return self.engine.translate(sentences, pair, hypotheses=hypotheses)


class Carrying:
    """An engine that says one thing wrong, and brings placeholders over whole, or does not."""

    def __init__(self, *, spoils: bool = False) -> None:
        self.spoils = spoils

    def pairs(self) -> tuple[Pair, ...]:
        return (EN_RU,)

    def signature(self, pair: Pair) -> str:
        return "carrying"

    def probe(self, pair: Pair) -> Probe:
        return PERFECT

    def translate(
        self, sentences: Sequence[str], pair: Pair, *, hypotheses: int = 1
    ) -> list[tuple[Hypothesis, ...]]:
        return [(Hypothesis(self._said(sentence)),) for sentence in sentences]

    def _said(self, sentence: str) -> str:
        if "XA1" not in sentence:
            return "Просим указать цену."
        return f"Просим указать цену {'ХА' if self.spoils else 'XA1'}."


def test_a_placeholder_carries_a_lost_term_in_its_form(shipped: Workspace) -> None:
    pipeline = Pipeline(Carrying(), shipped.glossary, shipped.memory)
    (made,) = pipeline.translate(["Please state the price of the surgical masks."], EN_RU)
    assert made.text == "Просим указать цену хирургических масок."
    by_source = {decision.source: decision for decision in made.terms}
    assert by_source["surgical masks"].rung is Rung.PLACEHOLDER
    assert by_source["surgical masks"].target == "хирургических масок"
    assert [each.source_span for each in made.terms] == sorted(d.source_span for d in made.terms)


def test_a_placeholder_that_comes_over_damaged_is_not_left_in_the_text(shipped: Workspace) -> None:
    pipeline = Pipeline(Carrying(spoils=True), shipped.glossary, shipped.memory)
    (made,) = pipeline.translate(["Please state the price of the surgical masks."], EN_RU)
    assert "ХА" not in made.text
    assert made.terms[-1].rung is Rung.FLAGGED
