"""How often a word stands in texts of any kind, against which those of a trade stand out.

Chinese by the counts of jieba's dictionary, English and Russian by the word lists of pyspellchecker
(film subtitles); for Korean and Japanese there is no such list of a fitting licence and size.
"""

from functools import cache, lru_cache
from typing import Any

_JIEBA_TOTAL = 60_101_967
"""Words that jieba's dictionary counts in all."""
_LISTED = ("en", "ru")


@lru_cache(maxsize=200_000)
def frequency(key: str, language: str) -> float | None:
    """The share of a word, by its ``key``, among all words; None where nothing is known of it.

    0 says that a large list does not have it.
    """
    if language == "zh":
        return _chinese(key)
    if language in _LISTED:
        return float(_list(language).word_usage_frequency(key.casefold()))
    return None


def _chinese(word: str) -> float:
    from translate_kit.languages.words.zh import jieba

    # For a word of the dictionary the frequency that would join its characters is its own.
    return jieba().suggest_freq(word) / _JIEBA_TOTAL if jieba().has_word(word) else 0.0


@cache
def _list(language: str) -> Any:
    from spellchecker import SpellChecker

    return SpellChecker(language)
