"""Words of one meaning in five languages, from the tables in ``checks/data``.

A table has the columns ``language``, ``meaning``, ``role``, ``words`` and ``note``. The role says
what the words do:

- ``asks``: must be answered in the other language by words of the same meaning;
- ``answers``: accepted as an answer, asking nothing themselves;
- ``near``: an answer only where they stand about where the asking words do, because long texts
  always hold one (only, but, 仅, 지만);
- ``silent``: hold a word that would ask, but ask nothing (不一定), and answer if it does;
- ``alike``: only look like the others (不仅 denies nothing), and are no answer either.

``words`` are parted by ``|`` and may be regular expressions; those of Russian and English stand at
word boundaries. ``*`` as a language stands for all.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from translate_kit.files import Row, read_table
from translate_kit.messages import _
from translate_kit.model import LANGUAGES, Span

_DATA = Path(__file__).parent / "data"
_COLUMNS = ("language", "meaning", "role", "words", "note")
_ASKS, _ANSWERS, _NEAR, _SILENT, _ALIKE = _ROLES = ("asks", "answers", "near", "silent", "alike")
_FAR = 0.25
"""Of the length of a text: words farther apart don't say the same. Measured on FLORES: 0.25 finds
64 % of the negations taken out of a translation (48 % without ``near``), 0.15 would find 70 % and
speak on a sixth more of the right translations."""
_ALPHABETS = ("en", "ru")
_NEVER = re.compile("(?!)")


@dataclass(frozen=True, slots=True)
class Said:
    """A word found in a text: its meaning, its place and whether it asks for an answer."""

    meaning: str
    span: Span


@dataclass(frozen=True)
class Words:
    """The words of one table in one language, as expressions; compiled when first searched for."""

    asking: str
    answering: Mapping[str, str]
    near: Mapping[str, str]
    silent: str
    alike: str

    def asked(self, text: str) -> list[Said]:
        """The words of ``text`` that ask for an answer, in its order."""
        asking = _compiled(self.asking)
        if not asking.search(text):  # most texts hold none: spare them the two below
            return []
        rest = _without(self.silent, _without(self.alike, text))
        return [Said(str(found.lastgroup), Span(*found.span())) for found in asking.finditer(rest)]

    def answers(self, text: str, meaning: str, place: float) -> bool:
        """Whether a word of ``text`` has the meaning, asking or answering.

        ``place`` is where it was asked for, as a part of the length of that text.
        """
        rest = _without(self.alike, text)
        if _compiled(self.answering.get(meaning, "")).search(rest):
            return True
        near = _compiled(self.near.get(meaning, "")).finditer(rest)
        return any(abs(_place(Span(*found.span()), text) - place) <= _FAR for found in near)


def _place(span: Span, text: str) -> float:
    """Where the middle of the span is, as a part of the length of the text."""
    return (span.start + span.end) / 2 / len(text)


def _without(words: str, text: str) -> str:
    return _compiled(words).sub(lambda found: "\0" * len(found[0]), text)


@cache
def words(table: str, language: str) -> Words:
    """The words of ``data/<table>.tsv`` in ``language``; none for a language it does not have."""
    rows = [row for row in _rows(table) if row["language"] in (language, "*")]
    meanings = dict.fromkeys(row["meaning"] for row in rows)

    def either(roles: tuple[str, ...], meaning: str | None = None) -> str:
        return _either(rows, language, roles, meaning)

    asking = (f"(?P<{m}>{pattern})" for m in meanings if (pattern := either((_ASKS,), m)))
    return Words(
        asking="|".join(asking),
        answering={m: either((_ASKS, _ANSWERS), m) for m in meanings},
        near={m: either((_NEAR,), m) for m in meanings},
        silent=either((_SILENT,)),
        alike=either((_ALIKE,)),
    )


@cache
def _rows(table: str) -> tuple[Mapping[str, str], ...]:
    rows = read_table(_DATA / f"{table}.tsv", required=_COLUMNS, known=_COLUMNS)
    return tuple(dict(_valid(row).cells) for row in rows)


def _valid(row: Row) -> Row:
    allowed: dict[str, tuple[str, ...]] = {"role": _ROLES, "language": (*LANGUAGES, "*")}
    for column, known in allowed.items():
        if row.cells[column] not in known:
            why = _("“{value}” is none of: {known}")
            raise row.bad(column, why.format(value=row.cells[column], known=", ".join(known)))
    return row


def _either(
    rows: list[Mapping[str, str]], language: str, roles: tuple[str, ...], meaning: str | None
) -> str:
    """An alternation of all words with one of the roles; empty where there are none."""
    found = "|".join(
        r["words"] for r in rows if meaning in (None, r["meaning"]) and r["role"] in roles
    )
    if found and language in _ALPHABETS:
        return rf"(?<!\w)(?:{found})(?!\w)"
    return found


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE) if pattern else _NEVER


def lost(table: str, source: str, target: str, languages: tuple[str, str]) -> Iterator[Said]:
    """The words of ``source`` that ask and find no answer in ``target``, each meaning once."""
    ours, theirs = (words(table, language) for language in languages)
    seen: set[str] = set()
    for said in ours.asked(source):
        place = _place(said.span, source)
        if said.meaning not in seen and not theirs.answers(target, said.meaning, place):
            seen.add(said.meaning)
            yield said
