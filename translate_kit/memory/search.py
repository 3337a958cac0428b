"""Finding units by their words: near ones for a sentence, all that hold a word."""

import heapq
import math
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence

from translate_kit.memory import rows
from translate_kit.memory.shelf import digitless, most_like
from translate_kit.memory.tokens import cut, evened, pairs, runs, tokens
from translate_kit.memory.unit import Unit
from translate_kit.model import LANGUAGES

_BUDGET = 10_000
"""How many places of the rarest tokens of a sentence are looked at: some milliseconds' worth."""
_LOOKED_AT = 300
"""How many of the most promising texts are read and compared."""
_WORDS = 200
"""How many words with the letters asked for inside are tried."""


def near(connection: sqlite3.Connection, text: str, language: str) -> list[Unit]:
    """The units most like a text, among those that share the most and the rarest tokens with it.

    The rarest tokens are taken as long as the budget lasts; common ones would lead everywhere.
    """
    weights: defaultdict[int, int] = defaultdict(int)
    total = _count(connection)
    spent = 0
    for token, spread in _by_rarity(connection, tokens(text, language)):
        if spent and spent + spread > _BUDGET:
            break
        spent += spread
        weight = round(100 * math.log(1 + total / spread))
        for (number,) in _places(connection, token):
            weights[number] += weight
    promising = heapq.nlargest(_LOOKED_AT, weights, key=weights.__getitem__)
    texts = rows.texts(connection, promising, language)
    like = most_like(digitless(text), {n: digitless(known) for n, known in texts.items()})
    return rows.numbered(connection, like)


def holding(connection: sqlite3.Connection, words: str, language: str | None) -> Iterator[Unit]:
    """The units with ``words`` in a text of a language, or of any, newest first.

    ``words`` may begin and end inside a word. Widths and case make no difference.
    """
    wanted = evened(words)
    languages = LANGUAGES if language is None else (language,)
    for number in _numbers(connection, wanted, languages):
        for unit in rows.numbered(connection, [number]):
            texts = (text for code, text in unit.texts.items() if code in languages)
            if any(wanted in evened(text) for text in texts):
                yield unit


def _numbers(
    connection: sqlite3.Connection, wanted: str, languages: Sequence[str]
) -> Iterator[int]:
    if not any(runs(wanted)):
        return
    asked = [_clause(connection, wanted, code) for code in languages]
    if not all(asked):  # a letter or two that most words have: every unit is looked at
        everything = connection.execute("SELECT number FROM unit ORDER BY number DESC")
        yield from (row["number"] for row in everything)
        return
    query = " OR ".join(f"({clause})" for clause in asked)
    found = connection.execute(
        "SELECT rowid FROM word WHERE word MATCH ? ORDER BY rowid DESC", (query,)
    )
    yield from (row["rowid"] for row in found)


def _clause(connection: sqlite3.Connection, wanted: str, language: str) -> str:
    """What must be in the index where a text of the language has the words.

    Whole words inside are looked up as they are; the first may be the end of a word and the last
    its beginning. Empty where all of them are parts of too many words.
    """
    conditions = []
    pieces = list(runs(wanted))
    for position, (run, paired) in enumerate(pieces):
        if paired:
            conditions += [f'"{language}{pair}"' for pair in pairs(run)] or [f'"{language}{run}"*']
            continue
        first = position == 0 and wanted.startswith(run)
        last = position == len(pieces) - 1 and wanted.endswith(run)
        conditions.append(_word(connection, language, run, first, last))
    return " AND ".join(filter(None, conditions))


def _word(connection: sqlite3.Connection, language: str, word: str, first: bool, last: bool) -> str:
    """A whole word, or all words of the index that end, begin or go on as asked."""
    if not first:
        return f'"{language}{cut(word)}"' + ("*" if last else "")
    sought = cut(word)
    ends = "instr(token, ?)" if last else f"substr(token, -{len(sought)}) = ?"
    found = connection.execute(
        f"SELECT token FROM spread WHERE token >= ? AND token < ? AND {ends} LIMIT ?",
        (language, language + "\U0010ffff", sought, _WORDS),
    )
    words = [row["token"] for row in found]
    if len(words) == _WORDS:
        return ""  # a part of too many words to ask for each
    return "(" + " OR ".join(f'"{each}"' for each in (words or [language + cut(word)])) + ")"


def _by_rarity(connection: sqlite3.Connection, asked: set[str]) -> list[tuple[str, int]]:
    """The tokens that there are, with the number of units that have each, the rarest first."""
    found = []
    for token in asked:
        row = connection.execute("SELECT units FROM spread WHERE token = ?", (token,)).fetchone()
        if row is not None:
            found.append((token, int(row["units"])))
    return sorted(found, key=lambda each: each[1])


def _places(connection: sqlite3.Connection, token: str) -> sqlite3.Cursor:
    """The units that have a token; as plain tuples, which are read faster than named rows."""
    cursor = connection.cursor()
    cursor.row_factory = None
    return cursor.execute(
        "SELECT rowid FROM word WHERE word MATCH ? LIMIT ?", (f'"{token}"', _BUDGET)
    )


def _count(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT max(number) FROM unit").fetchone()[0] or 1)
