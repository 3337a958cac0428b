"""Identifiers that hold digits but no quantity: standards, addresses, phones, names of models.

They are masked before numbers are read. The digits of a name (МиГ-29, COVID-19, 24/7) are kept as
hints: the other language may write 联盟2号 where Russian has «Союз-2».
"""

import re
from collections.abc import Iterator
from pathlib import Path

from translate_kit.files import read_toml
from translate_kit.languages.numbers.number import Rank, Reading
from translate_kit.languages.numbers.scan import Rule, Scanner

_DATA = read_toml(Path(__file__).parents[1] / "data" / "numbers_codes.toml")


def _either(name: str) -> str:
    """An alternation of the entries under ``name`` in the data file, longest first."""
    entries = sorted(_DATA[name], key=len, reverse=True)
    return "|".join(re.escape(entry).replace(r"\ ", " ?") for entry in entries)


def _nothing(match: re.Match[str]) -> Iterator[Reading]:
    return iter(())


def _hints(match: re.Match[str]) -> Iterator[Reading]:
    for digits in _DIGITS.finditer(match.group()):
        start = match.start() + digits.start()
        end = match.start() + digits.end()
        yield Reading(start, end, int(digits.group()), (), Rank.HINT)


_DIGITS = re.compile(r"[0-9]+")
_WORD_STARTS = r"(?<![A-Za-zА-Яа-яЁё0-9])"
_LABEL = _either("phone_labels")

URL = r"https?://[!-~]+|www\.[!-~]+"
EMAIL = r"(?<![A-Za-z0-9.+_-])[A-Za-z0-9][A-Za-z0-9.+_-]*@[A-Za-z0-9.-]+\.[A-Za-z]+"
STANDARD = (
    rf"{_WORD_STARTS}(?:{_either('standards')})(?:[ /][TZRР](?![a-zа-я]))?[ -]?"
    r"[A-Z]? ?[0-9]{2,}[0-9.]*(?:-[0-9]+)*(?:[:—–][0-9]{4})?"
)
PHONES = (
    rf"(?:{_LABEL})[.:]? ?\+?[0-9(][0-9() -]{{4,}}[0-9]",
    r"\+[0-9]{1,3}[ (-][0-9() -]{6,}[0-9]",
    r"\([0-9]{3,4}\) ?[0-9]{2,4}[ -][0-9]{2,4}(?:[ -][0-9]{2,4})?(?![0-9])",
    r"(?<![0-9.,])0[0-9]{1,3}-[0-9]{3,4}-?[0-9]{4}(?![0-9])",
    r"(?<![0-9.,])(?:1[3-9][0-9]{9}|[2-9][0-9]{2}-[0-9]{3}-[0-9]{4})(?![.,]?[0-9])",
)
"""Telephone and fax numbers, the label before them included where it is what tells."""
NAMES = rf"(?<![0-9])(?:{_either('names')})(?!(?<=[0-9])[0-9])"
MODEL = (
    rf"{_WORD_STARTS}(?!(?:{_either('prefixes')})[0-9])"
    r"(?:[A-Za-z]+-?(?=[0-9])|[А-ЯЁ][А-Яа-яё]*-(?=[0-9]))[A-Za-z0-9]*(?:-[A-Za-z0-9]+)*"
)
"""Names of models, diseases, flights: a word in Latin letters, or a Russian name, with digits."""
SIZE = r"(?<![0-9A-Za-z.,])[0-9]{1,2}[DGGP](?![A-Za-z])"

_RULES = (
    Rule(URL, _nothing),
    Rule(EMAIL, _nothing),
    Rule(STANDARD, _nothing),
    *(Rule(phone, _nothing) for phone in PHONES),
    Rule(r"[0-9]{31,}", _nothing),  # no quantity is so long, and it would be slow to read
    Rule(r"(?<![0-9./])(?:24/7|9/11|7/7|50/50)(?![0-9/])", _hints),
    Rule(NAMES, _hints),
    Rule(MODEL, _hints),
    Rule(SIZE, _hints),
)
# Only the first character is looked at here, so that most places of a text cost nothing.
_SCANNER = Scanner(_RULES, r"0-9A-Za-zА-Яа-яЁё+(电電传傳팩전手邮코감コ")
_HAS_DIGIT = re.compile("[0-9]")


def mask_codes(text: str) -> tuple[list[Reading], str]:
    """Hints from the identifiers of folded ``text``, and the text with identifiers masked."""
    if not _HAS_DIGIT.search(text):
        return [], text
    return _SCANNER.scan(text)
