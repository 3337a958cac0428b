"""Light Markdown: what letters have, what they have not, and text that stays as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_kit.letters.letter import Grid, Heading, Listing, Note, Paragraph, Run, plain
from translate_kit.letters.markdown import NotInLetters, escape, parse, pending

ANY = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Co", "Zl", "Zp"]))


def test_blocks_and_styles() -> None:
    body = parse(
        "# Help & more\n\nA **b** *c*\nd\n\n> n\n\n- x\n- y\n\n1. z\n\n"
        "| h | i |\n|---|---|\n| 1 | 2 |\n\n"
        "## 記\n\nlast\n",
        particulars_heading="記",
    )
    assert plain(body.subject) == "Help & more"
    assert body.blocks == (
        Paragraph((Run("A "), Run("b", strong=True), Run(" "), Run("c", emphasis=True), Run(" d"))),
        Note((Run("n"),)),
        Listing(((Run("x"),), (Run("y"),)), ordered=False),
        Listing(((Run("z"),),), ordered=True),
        Grid(((Run("h"),), (Run("i"),)), (((Run("1"),), (Run("2"),)),)),
    )
    assert body.particulars == (Paragraph((Run("last"),)),)


def test_a_heading_stays_where_there_are_no_particulars() -> None:
    body = parse("# S\n\n## 記\n\nx")
    assert body.blocks == (Heading((Run("記"),)), Paragraph((Run("x"),)))


def test_lines_join_without_a_space_in_chinese() -> None:
    body = parse("# 题\n\n一行\n二行", line_joint="")
    assert body.blocks == (Paragraph((Run("一行二行"),)),)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("no subject", "the first line must be the subject"),
        ("", "the first line must be the subject"),
        ("# S\n\n> - quoted", "blockquote"),
        ("# S\n\n    code", "code_block"),
        ("# S\n\n`code`", "code_inline"),
        ("# S\n\n[a](b)", "link"),
        ("# S\n\n![a](b)", "image"),
        ("# S\n\n### deep", "heading"),
        ("# S\n\n- a\n  - nested", "single paragraph"),
        ("# S\n\n---\n", "hr"),
    ],
)
def test_other_markup_is_refused_by_name(text: str, named: str) -> None:
    with pytest.raises(NotInLetters, match=named):
        parse(text)


@given(ANY)
def test_escaped_text_shows_its_characters(text: str) -> None:
    line = " ".join(text.split())
    body = parse(f"# S\n\nx{escape(line)}y")
    (paragraph,) = body.blocks
    assert isinstance(paragraph, Paragraph)
    assert plain(paragraph.runs) == f"x{line}y"


@given(ANY.map(str.strip).filter(bool))
def test_escaped_text_fits_into_a_table_cell(text: str) -> None:
    line = " ".join(text.split())
    body = parse(f"# S\n\n| {escape(line)} | b |\n|---|---|\n| {escape(line)} | d |")
    (grid,) = body.blocks
    assert isinstance(grid, Grid)
    assert plain(grid.rows[0][0]) == line
    assert plain(grid.head[0]) == line


def test_blank_lines_part_paragraphs_and_pending_is_marked_in_each() -> None:
    body = parse("# S\n\n" + escape(pending("第一段。\n\n第二段 & *。", "zh")))
    assert body.blocks == (
        Paragraph((Run("第一段。", pending="zh"),)),
        Paragraph((Run("第二段 & *。", pending="zh"),)),
    )


def test_a_pending_passage_inside_a_sentence() -> None:
    body = parse(f"# S\n\nWe say: {pending('情况紧急', 'zh')}. **Now** {pending('好', 'zh')}")
    (paragraph,) = body.blocks
    assert isinstance(paragraph, Paragraph)
    assert [(run.text, run.pending) for run in paragraph.runs] == [
        ("We say: ", ""),
        ("情况紧急", "zh"),
        (". ", ""),
        ("Now", ""),
        (" ", ""),
        ("好", "zh"),
    ]
