"""A source and its translation as two files: text, or a document of a known format."""

from collections.abc import Sequence
from pathlib import Path

from translate_kit.checks.bitext.alignment import Piece, align
from translate_kit.checks.bitext.row import Found, Row
from translate_kit.errors import UserError
from translate_kit.files import read_office_text
from translate_kit.languages.detect import detect
from translate_kit.languages.segmentation import split
from translate_kit.messages import _

_TEXT = (".txt", ".text", ".md", "")
_SAMPLE = 4000


def read(source: Path, target: Path) -> Found:
    """The rows of two files.

    Paragraph by paragraph where both have the same (the same ids in a document, the same blank
    lines in a text), otherwise aligned sentence by sentence.
    """
    ours, theirs = _pieces(source), _pieces(target)
    if [piece.id for piece in ours] == [piece.id for piece in theirs]:
        pairs = zip(ours, theirs, strict=True)
        return Found(tuple(Row(one.where, one.text, other.text) for one, other in pairs))
    return Found(tuple(_aligned(ours, theirs)))


def _pieces(path: Path) -> list[Piece]:
    if path.suffix.lower() in _TEXT:
        return [
            Piece(str(number), line.strip(), _("line {number}").format(number=number))
            for number, line in enumerate(read_office_text(path).split("\n"), 1)
            if line.strip()
        ]
    from translate_kit.formats import format_of

    document = format_of(path).read(path)
    return [Piece(b.id, b.text.strip(), b.where) for b in document.blocks if b.text.strip()]


def _aligned(ours: Sequence[Piece], theirs: Sequence[Piece]) -> list[Row]:
    """Sentence by sentence; sentences that belong together share a row."""
    languages = [_language(side) for side in (ours, theirs)]
    sentences = [
        _sentences(side, code) for side, code in zip((ours, theirs), languages, strict=True)
    ]
    return [
        Row(
            (left or right)[0].where,
            " ".join(piece.text for piece in left),
            " ".join(piece.text for piece in right),
        )
        for left, right in align(sentences[0], sentences[1], (languages[0], languages[1]))
    ]


def _language(pieces: Sequence[Piece]) -> str:
    sample = "\n".join(piece.text for piece in pieces)[:_SAMPLE]
    try:
        return detect(sample).language
    except UserError:  # figures alone: any rule of sentences will do
        return "en"


def _sentences(pieces: Sequence[Piece], language: str) -> list[Piece]:
    return [
        Piece(piece.id, span.of(piece.text), piece.where)
        for piece in pieces
        for span in split(piece.text, language)
    ]
