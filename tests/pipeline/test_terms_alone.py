"""Cells, headings and labels that no engine is needed for."""

import pytest

from translate_kit.checks import Knowledge
from translate_kit.engines import EngineSettings, open_engine
from translate_kit.model import Pair
from translate_kit.pipeline import Origin, Pipeline, Rung, translate_text
from translate_kit.workspace import Workspace


@pytest.fixture(scope="module")
def without_models(shipped: Workspace) -> Pipeline:
    knows = Knowledge(shipped.glossary, shipped.contacts)
    engine = open_engine("memory", EngineSettings())
    return Pipeline(engine, shipped.glossary, shipped.memory, knows)


@pytest.mark.parametrize(
    ("pair", "text", "expected"),
    [
        ("zh-ru", "医用防护服", "Медицинский защитный костюм"),
        ("zh-ru", "护目镜、医用手套", "Защитные очки, медицинские перчатки"),
        ("zh-en", "护目镜，医用手套。", "Goggles, medical gloves."),
        ("zh-ko", "医用防护服（样品）", "의료용 보호복 (샘플)"),
        ("zh-ko", "  单价： ", "  단가: "),
        ("zh-ja", "口罩；医用手套", "マスク；医療用手袋"),
        ("ja-zh", "マスク、手袋", "口罩、手套"),
        ("ru-zh", "С уважением,", "此致敬礼，"),
        ("ru-zh", "медицинских масок", "医用口罩"),
        ("ru-zh", "Очки защитные, перчатки медицинские", "护目镜、医用手套"),
        ("ru-en", "маски", "masks"),
        ("ru-en", "Маска", "Mask"),
        ("en-ru", "masks", "маски"),
        ("en-ru", "MASKS", "Маски"),
        ("zh-ru", "世界卫生组织", "Всемирная организация здравоохранения"),
        ("zh-ru", "KF94口罩", "Маска KF94"),
        ("ru-zh", "АДМИНИСТРАЦИЯ ГОРОДА ТЮМЕНИ", "秋明市政府"),
        ("zh-ko", "忠州市政府", "충주시청"),
    ],
)
def test_a_text_of_terms_alone_needs_no_engine(
    without_models: Pipeline, pair: str, text: str, expected: str
) -> None:
    made = translate_text(without_models, text, Pair(*pair.split("-")))
    assert made.text == expected
    (sentence,) = made.sentences
    assert sentence.translation.origin is Origin.GLOSSARY
    for decision in sentence.translation.terms:
        assert decision.rung is Rung.ALONE
        assert decision.target_span
        assert decision.source_span
        assert decision.target_span.of(sentence.translation.text) == decision.target
        assert decision.source_span.of(sentence.translation.source) == decision.source


@pytest.mark.parametrize(
    ("pair", "text"),
    [
        ("zh-ru", "医用防护服3万套"),  # a quantity asks for a grammar of its own
        ("zh-en", "关于口罩"),
        ("zh-en", "口罩和手套"),
        ("zh-ru", "单位"),  # who, or of what: two concepts
        ("ru-zh", "Уважаемый господин начальник!"),
        ("en-zh", "mask production"),
        ("zh-en", "无菌"),  # an adjective takes the form of its noun
    ],
)
def test_anything_more_is_no_text_of_terms_alone(
    without_models: Pipeline, pair: str, text: str
) -> None:
    (made,) = without_models.translate([text], Pair(*pair.split("-")))
    assert made.origin in (Origin.NONE, Origin.MEMORY)


@pytest.mark.parametrize(
    ("pair", "text", "expected"),
    [
        ("zh-ru", "备注：", "Примечание:"),
        ("zh-ja", "联系电话 :", "連絡先電話番号："),
        ("zh-ko", "合计", "합계"),
        ("zh-en", "附件3", "Annex 3"),
        ("ru-zh", "Итого:", "合计："),
    ],
)
def test_labels_of_forms_are_in_the_memory_with_or_without_a_colon(
    without_models: Pipeline, pair: str, text: str, expected: str
) -> None:
    (made,) = without_models.translate([text], Pair(*pair.split("-")))
    assert (made.text, made.origin) == (expected, Origin.MEMORY)
