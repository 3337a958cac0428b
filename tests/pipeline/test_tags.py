"""Inline tags in a translation: a table, and the law that none is ever lost.

``tags.tsv`` gives source and target with their links. ``tags`` says what a tag covers, or ``@`` for
one that stands where the source has ``@`` (which is no part of the text); ``expected`` the same of
the target, with ``^`` after what a standing tag follows.
"""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.pipeline.notation import linked
from translate_kit.languages import segmentation
from translate_kit.model import Block, InlineTag, Pair, Span
from translate_kit.pipeline import Origin, Pipeline, Placed, TranslatedText, Translation
from translate_kit.pipeline.blocks import translate_blocks
from translate_kit.pipeline.tags import project

CASES = Path(__file__).parent / "cases" / "tags.tsv"


def cases() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def one_sentence(source: str, target: str, pair: str) -> TranslatedText:
    ours, theirs, alignment = linked(source, target)
    made = Translation(ours, theirs, Pair.parse(pair), Origin.ENGINE, alignment=alignment)
    spans = Span(0, len(ours)), Span(0, len(theirs))
    return TranslatedText(ours, theirs, made.pair, (Placed(made, *spans),))


@pytest.mark.parametrize("row", cases(), ids=lambda row: f"{row['source']} {row['tags']}")
def test_tags_stand_on_their_words(row: dict[str, str]) -> None:
    places = [i for i, c in enumerate(linked(row["source"], "")[0]) if c == "@"]
    text = one_sentence(row["source"].replace("@", ""), row["target"], row["pair"])
    tags = []
    for name, covered in (each.split("=", 1) for each in row["tags"].split("|")):
        if covered == "@":
            place = places.pop(0) - len([t for t in tags if not t.paired])
            tags.append(InlineTag(name, Span(place, place), paired=False))
        else:
            start = text.source.index(covered)
            tags.append(InlineTag(name, Span(start, start + len(covered)), paired=True))

    made = {tag.id: tag for tag in project(tags, text).tags}

    found = [
        f"{tag.id}={made[tag.id].span.of(text.text)}"
        if tag.paired
        else f"{tag.id}={text.text[: made[tag.id].span.start]}^"
        for tag in tags
    ]
    assert "|".join(found) == row["expected"]


def test_where_nothing_shows_the_place_it_is_guessed_and_said() -> None:
    text = one_sentence("我方需要口罩和手套。", "We need masks and gloves.", "zh-en")
    tags = [InlineTag("b", Span(4, 6), paired=True), InlineTag("n", Span(6, 6), paired=False)]
    made = project(tags, text)
    assert {tag.id for tag in made.tags} == {"b", "n"}
    assert len(made.findings) == 2
    for tag in made.tags:
        assert text.text[tag.span.start - 1 : tag.span.start] in ("", " ") or not tag.paired


def test_most_of_a_sentence_is_the_sentence() -> None:
    text = one_sentence("我方需要口罩和手套。", "We need masks and gloves.", "zh-en")
    made = project([InlineTag("b", Span(0, 8), paired=True)], text)
    assert made.tags[0].span == Span(0, len(text.text))


SENTENCES = [
    "请就护目镜向我方报价。",
    "现需心电监护仪26万台。",
    "\n",
    "  ",
    "——",
    "请贵方确认报价。",
]


@st.composite
def tagged(draw: st.DrawFn) -> Block:
    source = "".join(draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4)))
    edge = st.integers(0, len(source))
    ends = draw(st.lists(st.tuples(edge, edge), max_size=5))
    spans = sorted((Span(*sorted(pair)) for pair in ends), key=lambda s: (s.start, -s.end))
    tags = [InlineTag(str(n), span, span.start < span.end) for n, span in enumerate(spans)]
    return Block("1", source, tuple(tags), where="page 1")


def test_no_tag_is_ever_lost(pipeline: Pipeline) -> None:
    @given(block=tagged())
    def law(block: Block) -> None:
        (made,) = translate_blocks(pipeline, [block], Pair("zh", "en"))
        originals = {tag.id: tag for tag in block.tags}
        assert sorted(tag.id for tag in made.block.tags) == sorted(originals)
        for tag in made.block.tags:
            assert 0 <= tag.span.start <= tag.span.end <= len(made.block.text)
            original = originals[tag.id]
            assert tag.paired == original.paired
            if tag.paired and any(map(str.isalnum, original.span.of(block.text))):
                assert tag.span.start < tag.span.end

    law()


def test_blocks_come_back_with_their_ids_and_places(pipeline: Pipeline) -> None:
    blocks = [
        Block("a", "请就护目镜向我方报价。", where="slide 1"),
        Block("b", "请贵方确认报价。请贵方确认报价。"),
    ]
    first, second = translate_blocks(pipeline, blocks, Pair("zh", "en"))
    assert (first.block.id, first.block.where) == ("a", "slide 1")
    assert not first.block.pending
    assert len(second.translated.sentences) == len(segmentation.split(blocks[1].text, "zh"))


def test_a_block_that_nobody_could_translate_is_pending(pipeline: Pipeline) -> None:
    (made,) = translate_blocks(pipeline, [Block("a", "맞습니까?")], Pair("ko", "en"))
    assert made.block.pending
    assert made.block.text == "맞습니까?"
    assert made.findings
