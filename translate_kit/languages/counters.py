"""Counters: the measure words between a number and a thing, in five languages.

The table ``data/counters.csv`` is for language staff to read and extend; ``counter_forms.csv``
lists the other words that a person may type for a counter. The choice of words follows the
dictionaries of counters (郭先珍《现代汉语量词用法词典》, 국립국어원 표준국어대사전, 飯田朝子
『数え方の辞典』) where they agree with what the trade writes on its invoices.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from translate_kit.errors import NotKnown
from translate_kit.files import Row, read_table
from translate_kit.messages import _
from translate_kit.model import LANGUAGES, Span

DATA = Path(__file__).parent / "data"
_NUMBER_BEFORE = re.compile(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|several)) \Z", re.IGNORECASE
)
KINDS = ("count", "measure")
_ENGLISH_COLUMNS = ("en_plural", "en_frame", "en_mass")


@dataclass(frozen=True, slots=True)
class Counter:
    """One way of counting, e.g. ``pair``: 双, pair/pairs, пара, 켤레, 双.

    ``kind`` is ``"count"`` or ``"measure"``; the name of a measure is its symbol or unit as written
    after a number. ``names`` has every language; an empty name means that the language counts the
    noun directly (30,000 suits). A Russian name is the nominative singular.

    The English extras: ``en_plural``; ``en_mass``, the word between the number and a noun without
    plural (``set`` of equipment) where there is no English name; ``en_frame``, how amount and noun
    join where it isn't ``{amount} of {nouns}``.
    """

    id: str
    kind: str
    names: Mapping[str, str]
    en_plural: str = ""
    en_frame: str = ""
    en_mass: str = ""
    note: str = ""


@cache
def counters() -> Mapping[str, Counter]:
    """Every counter by its id, in the order of the table, which puts the likeliest first."""
    path = DATA / "counters.csv"
    columns = ("id", "kind", *LANGUAGES, *_ENGLISH_COLUMNS, "note")
    rows = read_table(path, required=columns, known=columns)
    return MappingProxyType({row.cells["id"]: _counter(row) for row in rows})


def counter(name: str) -> Counter:
    """The counter with this id; raises NotKnown where there is none."""
    try:
        return counters()[name]
    except KeyError:
        raise NotKnown(_("counter"), name, counters()) from None


def find(word: str, language: str) -> tuple[Counter, ...]:
    """The counters that a person may mean by ``word`` in ``language``, likeliest first.

    An id finds itself in every language. Several counters share 套, 件, 只, 支 and ``pcs``: who
    asks decides by the thing counted. Nothing found is an empty tuple.
    """
    wanted = _folded(word)
    ids = _index().get((language, wanted), ())
    if wanted in counters():
        ids = (wanted, *(name for name in ids if name != wanted))
    return tuple(counters()[name] for name in ids)


def only_counts(span: Span, text: str, language: str) -> bool:
    """Whether the words there say no thing but how the next is counted: 4 *copies* of the contract.

    English only: elsewhere nothing stands between counter and thing.
    """
    if language != "en" or not text.startswith(" of ", span.end):
        return False
    number = _NUMBER_BEFORE.search(text, 0, span.start)
    return number is not None and bool(find(span.of(text), language))


@cache
def _index() -> Mapping[tuple[str, str], tuple[str, ...]]:
    """(language, folded word) -> ids. A counter's own names go before its other forms."""
    index: dict[tuple[str, str], list[str]] = {}
    for language, word, name in (*_own_names(), *_other_forms()):
        ids = index.setdefault((language, _folded(word)), [])
        if name not in ids:
            ids.append(name)
    return {key: tuple(ids) for key, ids in index.items()}


def _own_names() -> Iterator[tuple[str, str, str]]:
    for each in counters().values():
        names = [*each.names.items(), ("en", each.en_plural)]
        yield from ((language, word, each.id) for language, word in names if word)


def _other_forms() -> Iterator[tuple[str, str, str]]:
    columns = ("counter", "language", "form")
    for row in read_table(DATA / "counter_forms.csv", required=columns, known=columns):
        yield row.cells["language"], row.cells["form"], counter(row.cells["counter"]).id


def _folded(word: str) -> str:
    return " ".join(word.casefold().split())


def _counter(row: Row) -> Counter:
    cells = row.cells
    if cells["kind"] not in KINDS:
        raise row.bad("kind", "count or measure")
    return Counter(
        id=cells["id"],
        kind=cells["kind"],
        names=MappingProxyType({language: cells[language] for language in LANGUAGES}),
        en_plural=cells["en_plural"],
        en_frame=cells["en_frame"],
        en_mass=cells["en_mass"],
        note=cells["note"],
    )
