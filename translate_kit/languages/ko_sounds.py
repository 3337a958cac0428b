"""How a Korean word ends to the ear: the final consonant that decides which particle follows.

Hangul shows it; digits, Latin letters and signs are read aloud first. Sino-Korean readings of
digits by 표준어 규정 and practice, letter names and signs from ``data/ko_readings.csv``, final
sounds of Latin words by 외래어 표기법 제3장 제1절 (final stops after a short vowel close the
syllable, other stops take 으).
"""

import re
from collections.abc import Mapping
from enum import Enum
from functools import cache
from pathlib import Path

from translate_kit.files import read_table

DATA = Path(__file__).parent / "data"


class Ending(Enum):
    """The end of a word: a vowel, the consonant ㄹ (which 으로 treats as a vowel), another one."""

    OPEN = "vowel"
    RIEUL = "ㄹ"
    CLOSED = "consonant"
    UNKNOWN = "unknown"


_DIGITS = ("영", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구")
# The unit that is heard last, by the number of zeros at the end: 십 백 천 만(4-7) 억(8-11) 조 경.
_ROUND = (
    "",
    "십",
    "백",
    "천",
    "만",
    "만",
    "만",
    "만",
    "억",
    "억",
    "억",
    "억",
    "조",
    "조",
    "조",
    "조",
)
_BRACKETS = re.compile(r"\s*(?:\([^()]*\)|（[^（）]*）|\[[^\[\]]*\]|〔[^〔〕]*〕)$")
# Private-use characters are no sounds either: letters mark passages with them.
_SILENT = re.compile(r"[\s\"'“”‘’「」『』《》〈〉<>.,!?…·:;\ue000-\uf8ff]+$")
_NUMBER = re.compile(r"(?P<whole>\d[\d,]*)(?P<decimals>\.\d+)?$")
_UNIT = re.compile(r"\d\s?(?P<unit>[A-Za-z]+)$")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]+$")
_KANA_END = re.compile(r"[ぁ-ヿ]$")
_HANGUL_FIRST, _HANGUL_LAST, _FINALS, _FINAL_RIEUL = 0xAC00, 0xD7A3, 28, 8


def ending(word: str) -> Ending:
    """How the word ends to the ear.

    Quotation marks and stops at the end are silent, and a bracket is passed over: the particle
    goes with the word before it, 보호복(Type 4B)을 (usage; no article of the rules says so). Han
    characters and Cyrillic, whose reading we can't know, answer UNKNOWN.
    """
    heard = _heard(word)
    if not heard:
        return Ending.UNKNOWN
    for rule in (_of_hangul, _of_sign, _of_number, _of_unit, _of_latin):
        found = rule(heard)
        if found is not None:
            return found
    if _KANA_END.search(heard):
        return Ending.CLOSED if heard[-1] in "んンっッ" else Ending.OPEN
    return Ending.UNKNOWN


def _heard(word: str) -> str:
    """The word without what is silent at its end; a word that is all bracket keeps its inside."""
    heard = _SILENT.sub("", word)
    while bracket := _BRACKETS.search(heard):
        before = _SILENT.sub("", heard[: bracket.start()])
        heard = before or _SILENT.sub("", heard.strip("()（）[]〔〕 "))
    return heard


def _of_hangul(heard: str) -> Ending | None:
    code = ord(heard[-1])
    if not _HANGUL_FIRST <= code <= _HANGUL_LAST:
        return None
    final = (code - _HANGUL_FIRST) % _FINALS
    if final == 0:
        return Ending.OPEN
    return Ending.RIEUL if final == _FINAL_RIEUL else Ending.CLOSED


def _of_sign(heard: str) -> Ending | None:
    if heard[-1].isalnum() and heard[-1].isascii():
        return None  # letters are read by the rules for units and abbreviations
    for length in (2, 1):
        if reading := _readings().get(heard[-length:]):
            return _of_hangul(reading)
    return None


def _of_number(heard: str) -> Ending | None:
    number = _NUMBER.search(heard)
    if number is None:
        return None
    digits = number["whole"].replace(",", "")
    if number["decimals"] or digits.startswith("0"):  # read digit by digit
        return _of_hangul(_DIGITS[int(heard[-1])])
    zeros = len(digits) - len(digits.rstrip("0"))
    if zeros == 0:
        return _of_hangul(_DIGITS[int(digits[-1])])
    return _of_hangul(_ROUND[zeros] if zeros < len(_ROUND) else "경")


def _of_unit(heard: str) -> Ending | None:
    unit = _UNIT.search(heard)
    reading = _readings().get(unit["unit"]) if unit else None
    return _of_hangul(reading) if reading else None


def _of_latin(heard: str) -> Ending | None:
    latin = _LATIN.search(heard)
    if latin is None:
        return None
    word = latin[0]
    if word.isupper():
        reading = _readings().get(word[-1])
        return _of_hangul(reading) if reading else Ending.UNKNOWN
    if len(word) == 1:
        return _of_hangul(_readings()[word.upper()])
    return _of_spelling(word.lower())


def _of_spelling(word: str) -> Ending:
    """The end of an English word by its spelling: Calgary, medical, Internet, Boston, note."""
    if word.endswith("e") and re.search(r"[aeiou][^aeiou]+e$", word):
        word = word[:-1]
        if (
            word[-1] in "ptkcbdgsvzf"
        ):  # note, Skype, Europe: the stop keeps its 으 after the long vowel
            return Ending.OPEN
    if word.endswith("l"):
        return Ending.RIEUL
    if re.search(r"(?:[mn]|ng)$", word):
        return Ending.CLOSED
    if re.search(r"(?:^|[^aeiou])(?:[aeiou]|oo)(?:[ptk]|ck)$", word):
        return Ending.CLOSED
    return Ending.OPEN


@cache
def _readings() -> Mapping[str, str]:
    columns = ("written", "reading", "note")
    rows = read_table(DATA / "ko_readings.csv", required=columns[:2], known=columns)
    return {row.cells["written"]: row.cells["reading"] for row in rows}
