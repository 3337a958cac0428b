"""Pieces and the characters they stand for, with the tokenizers of the tiny packages."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_kit.engines.packages.package import read_argos
from translate_kit.engines.packages.tokens import Pieces, SentencePieceTokenizer, Tokenizer
from translate_kit.model import Span


@pytest.fixture(scope="session")
def tokenizers(tiny_models: Path) -> Sequence[Tokenizer]:
    """zh-en normalises (nmt_nfkc), en-ru does not."""
    names = ("translate-zh_en-1_0", "translate-en_ru-1_0")
    return [read_argos(tiny_models / name).tokenizer() for name in names]


def covered(pieces: Pieces) -> list[tuple[str, str]]:
    pairs = zip(pieces.pieces, pieces.spans, strict=True)
    return [(piece, span.of(pieces.text)) for piece, span in pairs]


def test_every_piece_has_the_characters_it_came_from(tokenizers: Sequence[Tokenizer]) -> None:
    found = covered(tokenizers[0].split("  请于３月 20日前，龘ﬀ。 "))
    digits = [text for piece, text in found if piece.isdigit()]
    assert digits == ["３", "2", "0"]
    assert ("<0xE9>", "龘") in found
    assert ("<0x98>", "龘") in found
    assert [text for piece, text in found if piece == "f"] == ["ﬀ", "ﬀ"]
    assert [text for piece, text in found if piece == ","] == ["，"]
    assert found[-1][1] == "。"


@pytest.mark.parametrize("which", [0, 1])
@given(text=st.text(st.characters(codec="utf-8"), max_size=40))
def test_split_covers_every_letter_once_in_order(
    tokenizers: Sequence[Tokenizer], which: int, text: str
) -> None:
    pieces = tokenizers[which].split(text)
    spans = [span for span in dict.fromkeys(pieces.spans) if span.end > span.start]
    for before, after in pairwise(spans):
        assert before.start <= after.start
    if which == 1:  # without normalisation no character is met twice and only blanks are left out
        assert all(before.end <= after.start for before, after in pairwise(spans))
        assert "".join("".join(span.of(text) for span in spans).split()) == "".join(text.split())


@pytest.mark.parametrize("which", [0, 1])
@given(data=st.data())
def test_join_gives_argos_text_and_every_piece_its_place(
    tokenizers: Sequence[Tokenizer], which: int, data: st.DataObject
) -> None:
    tokenizer = tokenizers[which]
    assert isinstance(tokenizer, SentencePieceTokenizer)
    size = tokenizer.target.get_piece_size()
    ids = data.draw(st.lists(st.integers(3, size - 1), max_size=30))
    pieces = [tokenizer.target.id_to_piece(i) for i in ids]
    joined = tokenizer.join(pieces)
    theirs = tokenizer.argos.decode(pieces)
    assert joined.text == (theirs[1:] if theirs[:1] == " " else theirs)
    assert len(joined.spans) == len(pieces)
    if joined.text.strip():
        assert any(span.end > span.start for span in joined.spans)
    spoken = [
        (p, s) for p, s in zip(pieces, joined.spans, strict=True) if p.strip("▁_ ")[:3] != "<0x"
    ]
    for piece, span in spoken:
        assert span.of(joined.text) == piece.replace("▁", " ").replace("_", " ").strip()


def test_bytes_that_make_no_character_are_one_each(tokenizers: Sequence[Tokenizer]) -> None:
    joined = tokenizers[0].join(["▁a", "<0xE9>", "<0xBE>", "b", "<0xE9>", "<0xBE>", "<0x98>"])
    assert joined.text == "a\ufffd\ufffdb龘"
    assert joined.spans == (
        Span(0, 1), Span(1, 2), Span(2, 3), Span(3, 4), Span(4, 5), Span(4, 5), Span(4, 5),
    )  # fmt: skip
