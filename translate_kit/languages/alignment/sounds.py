"""How a name sounds, roughly, in whatever letters: Stanford, Стэнфорд, 斯坦福, 스탠포드: all STN….

``data/alignment_sounds.csv`` gives the consonants of each script as one of seven sounds (P T S K M
N R); vowels and h are left out, and so is an r that no vowel follows, which Japanese leaves out.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from translate_kit.files import read_table
from translate_kit.languages.scripts import CYRILLIC, HAN, HANGUL, KANA, LATIN

_DATA = Path(__file__).parents[1] / "data" / "alignment_sounds.csv"
_COLUMNS = ("script", "forms", "sound", "note")
_MUTE_R = re.compile("(?<=[aeiouy])r(?![aeiouy])|(?<=[аеёиоуыэюя])р(?![аеёиоуыэюя])")
_POSSESSIVE = re.compile("['’]s?$")
_TWICE = re.compile(r"(.)\1+")
_FEWEST, _MOST = 3, 4  # sounds that tell a name
_NAMES = {
    LATIN: re.compile(r"[A-Z][A-Za-z'’À-ɏ]{3,}"),
    CYRILLIC: re.compile("[А-ЯЁ][а-яё]{3,}"),
    KANA: re.compile("[ァ-ヺー]{3,}"),
    HANGUL: re.compile("[가-힣]{2,5}"),  # no capitals: the beginning of any word
}
_SCRIPTS = {"zh": (LATIN, HAN), "ru": (LATIN, CYRILLIC), "ko": (LATIN, HANGUL), "ja": (LATIN, KANA)}
_LONGEST_HAN = 6


@dataclass(frozen=True)
class Alphabet:
    """The sounds of one script's letters and groups of letters."""

    sounds: dict[str, str]
    pattern: re.Pattern[str]

    def spell(self, word: str) -> str:
        """The sounds of a word, no sound twice in a row."""
        sounds = "".join(self.sounds[found] for found in self.pattern.findall(word))
        return _TWICE.sub(r"\1", sounds)


def names(sentence: str, language: str) -> set[str]:
    """The first three and first four sounds of everything that may be a foreign name."""
    found: set[str] = set()
    for script in _SCRIPTS.get(language, (LATIN,)):
        for sounds in _spelt(sentence, script):
            found.update(sounds[:n] for n in (_FEWEST, _MOST) if len(sounds) >= n)
    return found


def _spelt(sentence: str, script: str) -> Iterator[str]:
    alphabet = _alphabet(script)
    if script == HAN:
        for run in _han_runs().findall(sentence):
            # 说斯坦福: where the name begins is not known
            yield from (alphabet.spell(run[i : i + _LONGEST_HAN]) for i in range(len(run) - 1))
        return
    prepare = _PREPARE.get(script, str)
    for name in _NAMES[script].findall(sentence):
        yield alphabet.spell(prepare(name))


def _without_mute_r(word: str) -> str:
    return _MUTE_R.sub("", _POSSESSIVE.sub("", word.lower()))


def _decomposed(word: str) -> str:
    return unicodedata.normalize("NFD", word)


_PREPARE: dict[str, Callable[[str], str]] = {
    LATIN: _without_mute_r,
    CYRILLIC: _without_mute_r,
    HANGUL: _decomposed,
}


@cache
def _alphabet(script: str) -> Alphabet:
    sounds = {
        form: row.cells["sound"]
        for row in read_table(_DATA, required=_COLUMNS[:3], known=_COLUMNS)
        if row.cells["script"] == script
        for form in row.cells["forms"].split()
    }
    longest_first = sorted(sounds, key=len, reverse=True)
    return Alphabet(sounds, re.compile("|".join(map(re.escape, longest_first))))


@cache
def _han_runs() -> re.Pattern[str]:
    return re.compile(f"[{''.join(_alphabet(HAN).sounds)}]{{2,}}")
