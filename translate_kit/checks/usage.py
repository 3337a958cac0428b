"""What a language does not write so, from the tables in ``checks/data``: marks, forms of address.

A table has the columns ``language``, ``sure``, ``words``, ``instead`` and ``note``: a regular
expression, what to write in its place, and the source of the rule.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from translate_kit.checks.segment import Remark
from translate_kit.files import Row, read_table
from translate_kit.messages import _
from translate_kit.model import Span

_DATA = Path(__file__).parent / "data"
_COLUMNS = ("language", "sure", "words", "instead", "note")


@dataclass(frozen=True, slots=True)
class Usage:
    """One rule: what ``words`` match should be written as ``instead``, or not at all."""

    words: re.Pattern[str]
    instead: str
    sure: bool


def usage_remarks(table: str, language: str, text: str) -> Iterator[Remark]:
    """A remark at the first place of ``text`` that breaks each rule.

    The first only: a text that was typed with half-width commas has them everywhere.
    """
    for rule in usages(table, language):
        if found := rule.words.search(text):
            why = _("“{mark}”: write {instead}") if rule.instead else _("“{mark}” is too much")
            message = why.format(mark=found[0].strip(" \n") or found[0], instead=rule.instead)
            yield Remark(message, Span(*found.span()), sure=rule.sure)


@cache
def usages(table: str, language: str) -> tuple[Usage, ...]:
    """The rules of ``data/<table>.tsv`` for a language; none for one it does not have."""
    rows = read_table(_DATA / f"{table}.tsv", required=_COLUMNS, known=_COLUMNS)
    return tuple(_usage(row) for row in rows if row.cells["language"] == language)


def _usage(row: Row) -> Usage:
    if row.cells["sure"] not in ("yes", "no"):
        raise row.bad("sure", _("write yes or no"))
    try:
        words = re.compile(row.cells["words"], re.MULTILINE)
    except re.error as error:
        raise row.bad("words", _("not a regular expression: {why}").format(why=error)) from None
    return Usage(words, row.cells["instead"], row.cells["sure"] == "yes")
