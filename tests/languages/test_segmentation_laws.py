"""Laws of segmentation: nothing is lost, layout is kept, any string is taken, time is linear."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from translate_kit.languages.segmentation import place, rejoin, split
from translate_kit.model import LANGUAGES, Span

languages = st.sampled_from(LANGUAGES)
pieces = st.sampled_from(
    (
        *(
            "Mr.",
            "г.",
            "т. е.",
            "2024.",
            " 5.",
            "No.",
            "U.S.",
            "А.",
            "etc.",
            "word",
            "Слово",
            "会议",
        ),
        *(
            "회의",
            "会议",
            "だ",
            "と",
            "라고",
            "的",
            "가. ",
            "나. ",
            "①",
            "1)",
            "（一）",
            "3.5",
            "a@b.cn",
        ),
        *(
            "「",
            "」",
            "“",
            "”",
            '"',
            "'",
            "(",
            "）",
            "《",
            "》",
            "http://a.cn/?b=",
            "é",
            "🙂",
            "\0",
        ),
        *(
            "。",
            "！",
            "？",
            "?",
            "!",
            "...",
            "……",
            "；",
            "，",
            ",",
            " ",
            "  ",
            "   ",
            "\u3000",
            "\n",
        ),
        *("\n", "\t", "🙂", "\0", "____", ".....", "•", "–", "- ", "\ud800", "\u200b"),
    )
)
texts = st.one_of(
    st.text(max_size=60),
    st.lists(pieces, max_size=25).map("".join),
    st.text(st.characters(categories=["Cs", "Cc", "Cf", "So", "Zs", "Po"]), max_size=30),
)


def _gaps(text: str, spans: tuple[Span, ...]) -> list[str]:
    edges = [0, *(edge for span in spans for edge in (span.start, span.end)), len(text)]
    return [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]


@given(texts, languages)
@example("A.\u200b\u200b B", "en")
def test_sentences_are_in_order_and_hold_every_letter(text: str, language: str) -> None:
    spans = split(text, language)

    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)
    assert not any(character.isalnum() for gap in _gaps(text, spans) for character in gap)
    assert not any(set(span.of(text)) & set("\n\r\t\v\f\u2028\u2029") for span in spans)


@given(texts, languages, languages)
def test_layout_is_kept_and_sentences_stand_where_it_is_said(
    text: str, language: str, target: str
) -> None:
    spans = split(text, language)
    new = [f"<{number}>" for number in range(len(spans))]

    placed = place(text, spans, new, target)

    assert [span.of(placed.text) for span in placed.spans] == new
    for gap, kept in zip(_gaps(text, spans), _gaps(placed.text, placed.spans), strict=True):
        assert kept == gap or {gap, kept} <= {"", " ", "\u00a0", "\u3000"}


@given(texts, languages)
def test_gaps_and_sentences_give_the_text_back(text: str, language: str) -> None:
    spans = split(text, language)
    gaps = _gaps(text, spans)

    rebuilt = "".join(g + s for g, s in zip(gaps, [*(x.of(text) for x in spans), ""], strict=True))
    assert rebuilt == text


@given(texts, languages, languages)
def test_what_nobody_translated_is_put_back_as_it_was(
    text: str, language: str, target: str
) -> None:
    spans = split(text, language)

    assert rejoin(text, spans, [span.of(text) for span in spans], target) == text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "unit",
    ["a. ", ".", "“（", "。", "5. ", "г. ", "\u200b", " ", "_ ", "🙂", "\ud800", "…", '"a." '],
)
def test_a_line_of_a_hundred_thousand_characters(unit: str, language: str) -> None:
    text = (unit * 100_000)[:100_000]

    spans = split(text, language)

    assert all(span.of(text).strip() for span in spans)


@given(texts, languages)
def test_a_sentence_is_one_sentence(text: str, language: str) -> None:
    """Of texts whose quotations are short enough to be held together."""
    for sentence in (span.of(text) for span in split(text, language)):
        assert [again.of(sentence) for again in split(sentence, language)] == [sentence]
