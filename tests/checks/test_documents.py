"""Checks across the segments of a document: one rendering, one translation, one speech level."""

import pytest

from translate_kit import checks
from translate_kit.model import Finding, Pair, Severity
from translate_kit.workspace import Workspace


@pytest.fixture(scope="module")
def knowledge(shipped: Workspace) -> checks.Knowledge:
    return checks.Knowledge(shipped.glossary, shipped.contacts)


def _found(
    segments: list[tuple[str, str]], pair: str, knowledge: checks.Knowledge
) -> list[tuple[int, Finding]]:
    by_segment = checks.check_document(segments, Pair.parse(pair), knowledge)
    assert len(by_segment) == len(segments)
    return [(index, finding) for index, found in enumerate(by_segment) for finding in found]


def test_one_term_with_two_renderings(knowledge: checks.Knowledge) -> None:
    segments = [
        ("友好城市协议已签署。", "The sister city agreement has been signed."),
        ("友好城市有九个。", "There are nine sister cities."),
        ("感谢友好城市的支持。", "We thank our twin city for its support."),
    ]

    ((index, finding),) = _found(segments, "zh-en", knowledge)

    assert (index, finding.check, finding.severity) == (2, "consistency", Severity.WARNING)
    assert finding.span is not None
    assert finding.span.of(segments[2][1]) == "twin city"
    assert finding.source_span is not None
    assert finding.source_span.of(segments[2][0]) == "友好城市"


def test_an_abbreviation_is_no_second_rendering(knowledge: checks.Knowledge) -> None:
    segments = [
        ("个人防护装备", "personal protective equipment"),
        ("个人防护装备清单", "List of PPE"),
        ("个人防护装备标准", "Standards of personal protective equipment"),
    ]

    assert not _found(segments, "zh-en", knowledge)


def test_a_repeated_sentence_with_two_translations(knowledge: checks.Knowledge) -> None:
    segments = [
        ("请尽快答复。", "Просим ответить в ближайшее время."),
        ("谢谢。", "Спасибо."),
        ("请尽快答复。", "Просим срочно ответить."),
        ("谢谢。", "Спасибо."),
    ]

    ((index, finding),) = _found(segments, "zh-ru", knowledge)

    assert (index, finding.check, finding.severity) == (2, "consistency", Severity.NOTE)
    assert segments[0][1] in finding.message


@pytest.mark.parametrize(
    ("pair", "usual", "other", "ending"),
    [
        ("zh-ko", "회신하여 주시기 바랍니다.", "회신하기 바란다.", "란다"),
        ("zh-ja", "ご確認いただければ幸いです。", "確認することになった。", "った"),
    ],
)
def test_a_sentence_of_another_speech_level(
    pair: str, usual: str, other: str, ending: str, knowledge: checks.Knowledge
) -> None:
    segments = [(f"第{n}段", usual) for n in "一二三四五"] + [("第六段", other)]

    ((index, finding),) = _found(segments, pair, knowledge)

    assert (index, finding.check) == (5, "formality")
    assert finding.span is not None
    assert finding.span.of(other) == ending


def test_a_document_of_two_levels_has_no_usual_one(knowledge: checks.Knowledge) -> None:
    texts = ["회신하여 주시기 바랍니다.", "회신하기 바란다."] * 4
    segments = [(f"第{n}段", text) for n, text in enumerate(texts)]

    assert not _found(segments, "zh-ko", knowledge)


def test_a_document_without_segments() -> None:
    assert checks.check_document([], Pair("zh", "ru")) == []
