"""The laws of running text: what is laid out and arranged unchanged is what it was, and nothing
that is not text is ever lost."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_kit.formats.arranging import arrange
from translate_kit.formats.inline import Layout, Piece, joined, lay_out
from translate_kit.model import InlineTag, Span

TEXTS = st.text("аb c\n字9", min_size=1, max_size=4)


@st.composite
def contents(draw: st.DrawFn) -> list[Piece]:
    """Pieces as a format reads them: containers nest, objects are numbered as they stand."""
    pieces: list[Piece] = []
    numbers = iter(range(1000))

    def grow(within: tuple[int, ...]) -> None:
        for _ in range(draw(st.integers(0, 4))):
            choice = draw(st.integers(0, 5))
            if choice == 0 and len(within) < 3:
                grow((*within, next(numbers)))
            elif choice == 1:
                shown = draw(st.sampled_from(["", "", "7", "12"]))
                pieces.append(Piece(shown, thing=next(numbers), within=within))
            else:
                style = draw(st.integers(0, 2))
                pieces.append(Piece(draw(TEXTS), style, within))

    grow(())
    return pieces


TAGS = st.lists(
    st.builds(
        InlineTag,
        st.sampled_from([str(number) for number in range(1, 9)]),
        st.builds(Span, st.integers(-2, 20), st.integers(-2, 20)),
        st.booleans(),
    )
)


def _things(pieces: list[Piece]) -> list[int]:
    return [piece.thing for piece in pieces if piece.thing is not None]


def _laid_out(pieces: list[Piece]) -> Layout:
    """The layout; where the pieces have nothing to translate, that of pieces that have."""
    return (
        lay_out(pieces) or lay_out([*pieces, Piece("x")]) or Layout("", (), {}, 0, (), {}, (), ())
    )


@given(contents())
def test_an_unchanged_block_gives_the_pieces_back(pieces: list[Piece]) -> None:
    layout = lay_out(pieces)
    if layout is not None:
        assert joined(arrange(layout, layout.text, layout.tags)) == joined(pieces)


@given(contents(), st.text("xy \n", max_size=20), TAGS)
def test_nothing_is_lost_whatever_the_tags(
    pieces: list[Piece], text: str, tags: list[InlineTag]
) -> None:
    layout = _laid_out(pieces)
    written = arrange(layout, text, tags)

    assert sorted(_things(written)) == sorted(_things(pieces))
    assert text in "".join(piece.text for piece in written if piece.thing is None)
    wraps = {wrap for piece in pieces if piece.text.strip() for wrap in piece.within}
    assert wraps <= {wrap for piece in written for wrap in piece.within}


def test_formats_links_and_objects_become_tags() -> None:
    link, bold = 7, 1
    pieces = [
        Piece(thing=0),
        Piece("See "),
        Piece("the rules", bold, (link,)),
        Piece(thing=1),
        Piece(" of 2020."),
        Piece(thing=2),
    ]

    layout = lay_out(pieces)

    assert layout is not None
    assert layout.text == "See the rules of 2020."
    assert layout.tags == (
        InlineTag("1", Span(4, 13), paired=True),
        InlineTag("2", Span(13, 13), paired=False),
    )
    assert (layout.before, layout.after) == ((pieces[0],), (pieces[-1],))


def test_a_range_keeps_its_ends_in_order_when_words_change_places() -> None:
    start, end = Piece(thing=0, partner=1), Piece(thing=1, partner=0)
    layout = lay_out([Piece("a "), start, Piece("b"), end, Piece(" c")])
    assert layout is not None
    (tag,) = layout.tags

    written = arrange(layout, "c b a", [replace(tag, span=Span(2, 3))])

    assert written == [Piece("c "), start, Piece("b"), end, Piece(" a")]


def test_what_no_tag_places_follows_the_text() -> None:
    layout = lay_out([Piece("a"), Piece(thing=0), Piece("b", within=(1,)), Piece("c")])
    assert layout is not None

    assert arrange(layout, "x", ()) == [Piece("x"), Piece(thing=0), Piece(within=(1,))]


def test_a_lost_line_break_follows_the_text() -> None:
    layout = lay_out([Piece("a\nb\tc")])
    assert layout is not None

    assert arrange(layout, "x\ty", ()) == [Piece("x\ty\n")]


def test_without_a_letter_there_is_no_block() -> None:
    assert lay_out([Piece(" — 2020"), Piece(thing=0), Piece("…")]) is None


PAGE = [Piece("第"), Piece("3", thing=0), Piece("页 共"), Piece("15", thing=1), Piece("页")]


@pytest.mark.parametrize(
    ("text", "spans", "written"),
    [
        ("Page 3 of 15", [(5, 6), (10, 12)], "Page [0] of [1]"),
        ("15 pages, this is 3", [(18, 19), (0, 2)], "[1] pages, this is [0]"),
        ("Page 3 of 15", [(0, 4), (0, 4)], "Page [0] of [1]"),
        ("Page 3 of 15", [], "Page [0] of [1]"),
        ("Page of", [(0, 4), (5, 7)], "Page[0] of[1]"),
        ("Page 33 of 15", [(5, 7), (11, 13)], "Page 33[0] of [1]"),
    ],
)
def test_a_number_that_an_object_shows_stands_in_the_text(
    text: str, spans: list[tuple[int, int]], written: str
) -> None:
    layout = lay_out(PAGE)
    assert layout is not None
    assert layout.text == "第3页 共15页"
    tags = [InlineTag(str(n), Span(*span), paired=True) for n, span in enumerate(spans, 1)]

    pieces = arrange(layout, text, tags)

    assert "".join(p.text if p.thing is None else f"[{p.thing}]" for p in pieces) == written


def test_the_number_at_the_end_of_a_line_of_contents_is_no_text() -> None:
    layout = lay_out([Piece("Goods\t"), Piece("3", thing=0)])

    assert layout is not None
    assert layout.text == "Goods"
