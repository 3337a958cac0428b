"""The facts of a letter: what one language version must hold, and the text the proof reads."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from typing import TypeVar

from translate_kit.languages.money import Money
from translate_kit.letters.compose import Composed
from translate_kit.letters.goods import Goods
from translate_kit.letters.letter import Block, Grid, Letter, Listing, plain
from translate_kit.letters.request import OUTSIDE_THE_BODY, Request

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Facts:
    """What must be found in one language version, and what else may be.

    Dates, times, counts, sums and ``words`` go by the field they come from. ``codes`` are standards
    in full; ``words`` must stand there literally; ``quoted`` are texts whose numbers are none of
    the request's facts (cautions, reference numbers). ``day`` is the date of the letter.
    """

    language: str
    day: date
    goods: tuple[Goods, ...] = ()
    dates: Mapping[str, date] = field(default_factory=dict)
    times: Mapping[str, time] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)
    sums: Mapping[str, Money] = field(default_factory=dict)
    codes: tuple[str, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)
    quoted: tuple[str, ...] = ()


def facts_of(composed: Composed) -> Facts:
    """The facts that a composed letter must hold."""
    request = composed.request
    counts = {name: n for name, n in _of_type(request, int).items() if not isinstance(n, bool)}
    return Facts(
        language=composed.letter.language,
        day=request.date,
        goods=composed.goods,
        dates=request.dates(),
        times=_of_type(request, time),
        counts=counts,
        sums=_of_type(request, Money) | _prices(composed),
        codes=tuple(code for one in composed.goods for code in one.standards),
        words=_words(composed),
        quoted=(
            *composed.cautions,
            request.reference,
            request.your_reference,
            *(c.theirs.code for one in composed.goods for c in one.comparable if c.theirs),
            *(c.their_grade[one.language] for one in composed.goods for c in one.comparable),
        ),
    )


def units(letter: Letter) -> tuple[str, ...]:
    """The letter's own text as the proof reads it: what it answers, subject, paragraphs, list
    items, table rows."""
    head = filter(None, (letter.your_reference, letter.subject))
    return (*head, *(text for block in letter.blocks() for text in _block_units(block)))


def row_text(number: int, cells: Sequence[str]) -> str:
    """A table row as one text; the running number at its head is no fact."""
    return " | ".join(cells[1:] if cells and cells[0].strip(" .") == str(number) else cells)


def _block_units(block: Block) -> Iterator[str]:
    if isinstance(block, Grid):
        for number, row in enumerate(block.rows, 1):
            yield row_text(number, [plain(cell) for cell in row])
    elif isinstance(block, Listing):
        yield from (plain(item) for item in block.items)
    else:
        yield plain(block.runs)


def _of_type(request: Request, type_: type[T]) -> dict[str, T]:
    return {name: value for name, value in request.values.items() if isinstance(value, type_)}


def _prices(composed: Composed) -> dict[str, Money]:
    prices = {f"items[{n}].price": one.price for n, one in enumerate(composed.goods, 1)}
    return {place: price for place, price in prices.items() if price is not None}


def _words(composed: Composed) -> Mapping[str, str]:
    """The wordings that belong into the body, the marks, and choices that are written as they are.

    A choice such as CIF or USD is a word of the letter itself; others (``buy``) are said in words.
    """
    request = composed.request
    said = {k: v for k, v in composed.words.items() if not k.startswith(OUTSIDE_THE_BODY)}
    for one in request.kind.fields:
        value = request.values.get(one.name)
        written = one.type == "code" or (one.type == "choice" and str(value).isupper())
        if isinstance(value, str) and written:
            said[one.name] = value
    return said
