"""The reading sheet: an incoming letter laid out in Chinese for the file of the matter."""

from collections.abc import Iterator, Sequence
from datetime import date

from translate_kit.letters.incoming.incoming import Incoming
from translate_kit.letters.layout.house import House
from translate_kit.letters.layout.sheet import Part, Piece, Pieces, Sheet
from translate_kit.letters.sheet_labels import SheetLabels
from translate_kit.letters.worksheet import Cell, heading, note, table, worksheet
from translate_kit.pipeline import Origin


def reading_sheet(
    letter: Incoming, labels: SheetLabels, house: House, *,
    file: str, author: str, day: date, command: str,
) -> Sheet:  # fmt: skip
    """The sheet of a letter from ``file``, made on ``day``; ``command`` enters it as proposed."""
    parts: list[Part] = [
        note(labels["signature"]),
        heading(labels["letter"]),
        table([labels["field"], labels["content"]], [2, 8],
              [[*row] for row in _summary(letter, labels, file)]),
        heading(labels["translation"]),
        _beside(letter, labels),
        heading(labels["facts"]),
        *_rows([labels["kind"], labels["chinese"], labels["around"]], [1, 2, 5],
               list(_facts(letter, labels)), labels),
        heading(labels["terms"]),
        *_rows([labels["term"], labels["chinese"], labels["concept"]], [4, 4, 2],
               [[_foreign(t.text, letter), t.chinese, t.concept.id] for t in letter.terms], labels),
        heading(labels["proposal"]),
        note(command),
    ]  # fmt: skip
    return worksheet(labels["title"], day, author, parts, house)


def _summary(letter: Incoming, labels: SheetLabels, file: str) -> Iterator[tuple[Cell, Cell]]:
    unknown = labels["unknown"]
    yield labels["file"], file
    yield labels["language"], labels[letter.language]
    yield labels["day"], str(letter.day or unknown)
    names = [s.contact.name("organisation", "zh") or s.contact.id for s in letter.senders]
    yield labels["sender"], "；".join(names) or unknown
    yield labels["answers"], "；".join(one.entry.label for one in letter.answered) or unknown
    yield labels["result"], labels[letter.result.value] if letter.result else unknown
    for one in letter.promised:
        yield labels["promised"], f"{one.promise.goods} {one.day or ''}".rstrip()


def _beside(letter: Incoming, labels: SheetLabels) -> Part:
    """The letter beside its working translation; what nobody translated is marked."""
    rows: list[list[Cell]] = []
    working = dict(enumerate(letter.translation))
    for number, text in enumerate(letter.paragraphs):
        one = working.get(number)
        open_ = one is None or one.origin is Origin.NONE
        said = (Piece("" if one is None else one.text, marked=open_),)
        rows.append([_foreign(text, letter), said, labels[one.origin.value] if one else ""])
    return table([labels["source"], labels["target"], labels["origin"]], [5, 5, 1], rows)


def _facts(letter: Incoming, labels: SheetLabels) -> Iterator[list[Cell]]:
    for fact in letter.facts:
        doubt = "" if fact.sure else labels["unsure"]
        yield [labels[fact.kind.value], fact.chinese + doubt, _foreign(fact.around, letter)]


def _rows(
    head: Sequence[str], shares: Sequence[float], rows: Sequence[Sequence[Cell]],
    labels: SheetLabels,
) -> list[Part]:  # fmt: skip
    return [table(head, shares, rows)] if rows else [note(labels["nothing"])]


def _foreign(text: str, letter: Incoming) -> Pieces:
    return (Piece(text, language="" if letter.language == "zh" else letter.language),)
