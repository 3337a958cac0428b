"""Languages that share an alphabet, told apart: by their own letters, their words, by langdetect.

``data/detect_letters.csv`` and ``detect_words.csv`` answer most texts at once. What they leave
open goes to langdetect, given only the profiles of that alphabet and a fixed seed, because left
to itself it takes "Hello mayor" for Afrikaans and answers differently on every call.
"""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from translate_kit.files import read_table
from translate_kit.languages.scripts import CYRILLIC, LATIN

DATA = Path(__file__).parent / "data"

OURS: Mapping[str, str] = {LATIN: "en", CYRILLIC: "ru"}
"""The language of ours in each alphabet: what a text is where nothing speaks against it."""

_PROFILES: Mapping[str, tuple[str, ...]] = {
    LATIN: (
        "en",
        "fr",
        "de",
        "es",
        "it",
        "pt",
        "nl",
        "id",
        "tl",
        "vi",
        "pl",
        "cs",
        "tr",
        "fi",
        "sv",
    ),
    CYRILLIC: ("ru", "uk", "bg", "mk"),
}
_PRIOR = 0.9  # an office that works in five languages meets the others rarely
_CERTAIN = 0.99
_ENOUGH_LETTERS = 40  # below, langdetect is guessing
_ENOUGH_WORDS = 2  # of another language: El Sol is a name
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def tell(text: str, script: str) -> tuple[str, bool]:
    """(language, whether that is sure) of a text in one alphabet.

    Without evidence the answer is ours of that alphabet, English or Russian, unsure.
    """
    for evidence in (_by_letters, _by_words):
        scores = evidence(text, script)
        if scores:
            best = max(scores, key=lambda language: scores[language])
            alone = list(scores.values()).count(scores[best]) == 1
            if alone and _outweighs(scores, best, OURS[script]):
                return best, True
    if len("".join(_WORD.findall(text))) < _ENOUGH_LETTERS:
        return OURS[script], False
    return _by_statistics(text, script)


def _outweighs(scores: Mapping[str, int], best: str, ours: str) -> bool:
    """A foreign name in our text (São Paulo, El Sol) must not outweigh the text."""
    return best == ours or scores[best] >= _ENOUGH_WORDS * (scores.get(ours, 0) + 1)


def _by_letters(text: str, script: str) -> Mapping[str, int]:
    """Language -> number of its own letters; English has none that speak for it but its words."""
    scores = dict(_by_words(text, script)) if script == LATIN else {}
    for language, letters in _letters(script):
        number = sum(text.count(letter) for letter in letters)
        if number:
            scores[language] = scores.get(language, 0) + number
    return scores


def _by_words(text: str, script: str) -> Mapping[str, int]:
    """Language -> number of words of the text that are frequent in it."""
    scores: dict[str, int] = {}
    for word in _WORD.findall(text.casefold()):
        for language in _words(script).get(word, ()):
            scores[language] = scores.get(language, 0) + 1
    return scores


def _by_statistics(text: str, script: str) -> tuple[str, bool]:
    """langdetect among the languages of the script, ours first unless it is all but certain."""
    from langdetect.lang_detect_exception import LangDetectException

    ours = OURS[script]
    detector = _factory(script).create()
    others = [language for language in _PROFILES[script] if language != ours]
    share = (1 - _PRIOR) / len(others)
    detector.set_prior_map({ours: _PRIOR} | dict.fromkeys(others, share))
    detector.append(text)
    try:
        best = detector.get_probabilities()[0]
    except (LangDetectException, IndexError):  # nothing in the text that a profile knows
        return ours, False
    if best.lang == ours:
        return ours, best.prob >= _CERTAIN
    return (best.lang, False) if best.prob >= _CERTAIN else (ours, False)


@cache
def _factory(script: str) -> Any:
    from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory

    factory = DetectorFactory()
    factory.set_seed(0)
    folder = Path(PROFILES_DIRECTORY)
    factory.load_json_profile(
        [(folder / name).read_text(encoding="utf-8") for name in _PROFILES[script]]
    )
    return factory


@cache
def _letters(script: str) -> tuple[tuple[str, str], ...]:
    columns = ("script", "language", "letters", "note")
    rows = read_table(DATA / "detect_letters.csv", required=columns, known=columns)
    return tuple(
        (row.cells["language"], row.cells["letters"])
        for row in rows
        if row.cells["script"] == script
    )


@cache
def _words(script: str) -> Mapping[str, tuple[str, ...]]:
    columns = ("script", "language", "words", "note")
    languages: dict[str, tuple[str, ...]] = {}
    for row in read_table(DATA / "detect_words.csv", required=columns, known=columns):
        if row.cells["script"] == script:
            for word in row.cells["words"].split():
                languages[word] = (*languages.get(word, ()), row.cells["language"])
    return languages
