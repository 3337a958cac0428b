"""The whole path over tiny real packages: origins, pivots, failures, and whatever people paste."""

from collections.abc import Sequence

import pytest

from translate_kit.engines import EngineSettings, Hypothesis, open_engine
from translate_kit.engines.argos import Argos
from translate_kit.errors import EngineFailure
from translate_kit.glossary.matching import occurrences
from translate_kit.languages.numbers import compare
from translate_kit.model import Pair, Severity
from translate_kit.pipeline import Origin, Pipeline, Rung, translate_text
from translate_kit.workspace import Workspace

ZH_EN, ZH_RU = Pair("zh", "en"), Pair("zh", "ru")
MASKS = "现需心电监护仪26万台和鞋套8925双。"


def test_numbers_and_terms_are_right_and_every_step_is_told(pipeline: Pipeline) -> None:
    (made,) = pipeline.translate([MASKS], ZH_EN)

    assert made.origin is Origin.ENGINE
    assert not compare(MASKS, "zh", made.text, "en")
    assert [decision.source for decision in made.terms] == ["心电监护仪", "鞋套"]
    for decision in made.terms:
        concept = pipeline.glossary.concept(decision.concept)
        assert decision.rung is Rung.FLAGGED or occurrences(concept, made.text, "en")
        assert decision.source_span.of(MASKS) == decision.source
    assert made.signature.startswith("argos ")
    assert made.glossary == pipeline.glossary.revision
    assert made.alignment


def test_terms_are_enforced_on_each_leg_of_a_pivot(pipeline: Pipeline) -> None:
    (made,) = pipeline.translate([MASKS], ZH_RU)

    assert [str(decision.pair) for decision in made.terms] == ["zh-en"] * 2 + ["en-ru"] * 2
    assert {decision.source for decision in made.terms} == {"心电监护仪", "鞋套"}
    assert made.signature.count("argos ") == 2
    for link in made.alignment:
        assert link.source.end <= len(MASKS)
        assert link.target.end <= len(made.text)


def test_equal_sentences_are_translated_once_and_alike(argos: Argos, pipeline: Pipeline) -> None:
    counting = Counting(argos)
    made = Pipeline(counting, pipeline.glossary, pipeline.memory).translate([MASKS] * 3, ZH_EN)
    assert counting.asked == [MASKS.replace("26万", "260,000")]
    assert len(set(made)) == 1


def test_the_memory_goes_first_with_other_numbers_too(pipeline: Pipeline) -> None:
    known = pipeline.memory.units[0].texts
    (made,) = pipeline.translate([known["zh"]], ZH_RU)
    assert (made.origin, made.text) == (Origin.MEMORY, known["ru"])
    assert made.signature.startswith("memory ")

    (other,) = pipeline.translate(["根据市医院的统计，未来2周需要医用外科口罩30万只。"], ZH_EN)
    assert other.origin is Origin.MEMORY
    assert "300,000" in other.text


def test_near_matches_are_offered_and_not_passed_off(pipeline: Pipeline) -> None:
    sentence = "根据市医院的统计，未来两周急需医用外科口罩20万只以上。"
    (made,) = pipeline.translate([sentence], ZH_EN)
    assert made.origin is Origin.ENGINE
    assert made.suggestions
    assert all(each.score < 100 for each in made.suggestions)


@pytest.mark.parametrize("sentence", ["", "  ", "———", "12,500", "1.2", "2020-02-08", "…!?", "😀"])
def test_what_has_no_words_stays(pipeline: Pipeline, sentence: str) -> None:
    (made,) = pipeline.translate([sentence], ZH_RU)
    assert (made.text, made.origin) == (sentence, Origin.COPY)


def test_without_a_package_the_memory_still_answers(shipped: Workspace) -> None:
    nothing = open_engine("memory", EngineSettings())
    pipeline = Pipeline(nothing, shipped.glossary, shipped.memory)
    known = shipped.memory.units[0].texts["zh"]

    known_one, unknown = pipeline.translate([known, MASKS], ZH_RU)

    assert known_one.origin is Origin.MEMORY
    assert (unknown.origin, unknown.text) == (Origin.NONE, MASKS)
    assert "models install zh-en en-ru" in unknown.findings[0].message
    assert unknown.findings[0].severity is Severity.ERROR


def test_a_sentence_that_the_engine_fails_on_is_recorded_and_the_rest_goes_on(
    argos: Argos, pipeline: Pipeline
) -> None:
    failing = Pipeline(Failing(argos, "中毒"), pipeline.glossary, pipeline.memory)
    texts = [MASKS, "他食物中毒了。", "请就护目镜向我方报价。"]

    made = failing.translate(texts, ZH_RU)

    assert [each.origin for each in made] == [Origin.ENGINE, Origin.NONE, Origin.ENGINE]
    assert made[1].text == texts[1]
    assert "boom" in made[1].findings[0].message


def test_progress_is_told(pipeline: Pipeline) -> None:
    told: list[tuple[int, int]] = []
    pipeline.translate([MASKS, "", MASKS], ZH_EN, progress=lambda *each: told.append(each))
    assert told[0] == (1, 2)
    assert told[-1] == (2, 2)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t\u3000\n",
        "医用口罩" * 25_000,
        "我方需要口罩😀👨‍👩‍👧‍👦。",
        "请将mask送至Больница及서울。",
        "نحن نحتاج إلى أقنعة 请报价。",
        "口罩\x00\x07\x1b[31m3万只\u200b\u202e。",
        "半个字\ud83d\udc00\ud800口罩。",
        "\ufeff口罩3万只。\r\n\r\n　　护目镜。\x0b",
        "<b>口罩</b> &amp; {{x}} %s \\n",
        "٣٤٥ ౧౨ ⅷ ½ 口罩②",
    ],
    ids=["empty", "blank", "long", "emoji", "mixed", "rtl", "control", "surrogate", "layout",
         "markup", "digits"],
)  # fmt: skip
@pytest.mark.parametrize("target", ["en", "ru"])
def test_whatever_people_paste(pipeline: Pipeline, text: str, target: str) -> None:
    draft = Pipeline(pipeline.engine, pipeline.glossary, pipeline.memory, hypotheses=1)
    made = translate_text(draft, text, Pair("zh", target))
    assert made.source == text
    assert made.text.count("\n") == text.count("\n")
    for each in made.sentences:
        assert each.source.of(text) == each.translation.source
        assert each.target.of(made.text) == each.translation.text


def test_layout_is_preserved(pipeline: Pipeline) -> None:
    text = "  关于采购\n\n\t请就护目镜向我方报价。请贵方确认报价。\n____\n"
    made = translate_text(pipeline, text, ZH_EN)
    head, blank, body, line, end = made.text.split("\n")
    assert head.startswith("  ")
    assert (blank, line, end) == ("", "____", "")
    assert body.startswith("\t")
    assert len(made.sentences) == 3


class Counting:
    """The same engine, remembering what it was asked."""

    def __init__(self, engine: Argos) -> None:
        self.engine, self.asked = engine, list[str]()
        self.pairs, self.signature = engine.pairs, engine.signature

    def translate(
        self, sentences: Sequence[str], pair: Pair, *, hypotheses: int = 1
    ) -> list[tuple[Hypothesis, ...]]:
        self.asked += sentences
        return self.engine.translate(sentences, pair, hypotheses=hypotheses)


class Failing(Counting):
    """An engine that breaks on a word, as a third party's may."""

    def __init__(self, engine: Argos, word: str) -> None:
        super().__init__(engine)
        self.word = word

    def translate(
        self, sentences: Sequence[str], pair: Pair, *, hypotheses: int = 1
    ) -> list[tuple[Hypothesis, ...]]:
        if any(self.word in sentence for sentence in sentences):
            raise EngineFailure("boom")
        return super().translate(sentences, pair, hypotheses=hypotheses)
