"""A source and its translation as two files: text, or a document of a known format."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from translate_kit.checks.bitext.row import Found, Row
from translate_kit.errors import UserError
from translate_kit.files import read_office_text
from translate_kit.languages.alignment import align
from translate_kit.languages.detect import detect
from translate_kit.languages.segmentation import split
from translate_kit.messages import _

_TEXT = (".txt", ".text", ".md", "")
_SAMPLE = 4000


@dataclass(frozen=True, slots=True)
class Piece:
    """A line, paragraph or sentence with the id that its file gives it and its place."""

    id: str
    text: str
    where: str


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


def _aligned(ours: Sequence[Piece], theirs: Sequence[Piece]) -> Iterator[Row]:
    """Sentence by sentence; sentences that belong together share a row."""
    source, target = _language(ours), _language(theirs)
    left, right = _sentences(ours, source), _sentences(theirs, target)
    beads = align([piece.text for piece in left], [piece.text for piece in right], source, target)
    for bead in beads:
        here, there = [left[n] for n in bead.source], [right[n] for n in bead.target]
        where = (here or there)[0].where
        yield Row(where, *(" ".join(piece.text for piece in side) for side in (here, there)))


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
