"""Formulas of spreadsheets: the names of sheets and of table columns in them, and nothing else.

Strings in quotation marks, other workbooks (``[1]Sheet1!A1``) and cell references are passed over.
ECMA-376 part 1, 18.17.
"""

import re
from collections.abc import Callable, Mapping

_SHEET = re.compile(
    r"""
    "(?:[^"]|"")*"                                  # a string
    | '(?P<quoted>(?:[^'\[]|'')+)'!                 # 'My sheet'!
    | (?<![\w.\]'])(?P<plain>[^\W\d][\w.]*)(?::(?P<last>[^\W\d][\w.]*))?!   # Sheet1! or Jan:Dec!
    """,
    re.VERBOSE,
)
_PIECE = re.compile(r"\[((?:[^\[\]']|'.)*)\]")
_BRACKETED = re.compile(r'"(?:[^"]|"")*"|(?P<table>[^\W\d][\w.\\]*)?(?P<open>\[)')
_SPECIAL = frozenset(["#ALL", "#DATA", "#HEADERS", "#TOTALS"])
_ESCAPED = re.compile(r"[\[\]#'@]")


def with_sheets(formula: str, names: Mapping[str, str]) -> str:
    """The formula with sheets renamed; ``names`` are old, case-folded -> new."""

    def rename(match: re.Match[str]) -> str:
        if match["quoted"] is not None:
            found = match["quoted"].replace("''", "'").split(":")
        elif match["plain"] is not None:
            found = [name for name in (match["plain"], match["last"]) if name]
        else:
            return match[0]
        new = [names.get(name.casefold(), name) for name in found]
        return match[0] if new == found else "'" + ":".join(new).replace("'", "''") + "'!"

    return _SHEET.sub(rename, formula)


Columns = Mapping[str, str]
"""The column names of a table: old, case-folded -> new."""


def with_columns(formula: str, columns_of: Callable[[str], Columns]) -> str:
    """The formula with table columns renamed.

    ``columns_of`` gives the columns of a table by its case-folded name; for the empty name those
    of the table that the formula itself stands in.
    """
    out = ""
    at = 0
    while (match := _BRACKETED.search(formula, at)) is not None:
        out += formula[at : match.end()]
        at = match.end()
        if match["open"] is None:
            continue
        end = _closing(formula, match.end())
        group = formula[match.end() : end]
        if not formula[end + 1 : end + 2].isalnum():  # [1]Sheet1!A1 is another workbook
            group = _renamed(group, columns_of((match["table"] or "").casefold()))
        out += group
        at = end
    return out + formula[at:]


def _closing(formula: str, at: int) -> int:
    """The place of the bracket that closes the one before ``at``; the end where none does."""
    depth = 1
    while at < len(formula):
        if formula[at] == "'":
            at += 1
        elif formula[at] == "[":
            depth += 1
        elif formula[at] == "]":
            depth -= 1
            if not depth:
                return at
        at += 1
    return len(formula)


def _renamed(group: str, columns: Columns) -> str:
    if "[" in group:
        return _PIECE.sub(lambda match: f"[{_column(match[1], columns)}]", group)
    this_row = "@" if group.startswith("@") else ""
    return this_row + _column(group.removeprefix("@"), columns)


def _column(name: str, columns: Columns) -> str:
    if name.upper() in _SPECIAL or not columns:
        return name
    plain = re.sub(r"'(.)", r"\1", name)
    new = columns.get(plain.casefold())
    return name if new is None else _ESCAPED.sub(r"'\g<0>", new)
