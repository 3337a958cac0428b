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
_PRIOR = 0.99  # an office that works in five languages meets the others rarely
_CERTAIN = 0.99
_ENOUGH_LETTERS = 40  # below, langdetect is guessing
_ENOUGH_WORDS = 2  # of another language: El Sol is a name
_ENOUGH_LETTERS_OF_ITS_OWN = 2  # a single one is a name: Ângela
_LETTERS_TO_ONE = 30  # letters of any kind to one of its own: Ukrainian has і in every 17
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def tell(text: str, script: str) -> tuple[str, bool]:
    """(language, whether that is sure) of a text in one alphabet.

    Without evidence the answer is ours of that alphabet, English or Russian, unsure.
    """
    letters = len("".join(_WORD.findall(text)))
    foreign = _foreign_by_letters(text, script, letters)
    if foreign:
        return foreign, True
    scores = _by_words(text, script)
    best = max(scores, key=lambda language: scores[language], default="")
    if best and _outweighs(scores, best, OURS[script]):
        return best, True
    if _own_letters(text, script):
        return OURS[script], True
    if letters < _ENOUGH_LETTERS:
        return OURS[script], False
    return _by_statistics(text, script)


def _outweighs(scores: Mapping[str, int], best: str, ours: str) -> bool:
    """Whether ``best`` stands alone; a foreign name (El Sol) must not outweigh our text."""
    alone = list(scores.values()).count(scores[best]) == 1
    return alone and (best == ours or scores[best] >= _ENOUGH_WORDS * (scores.get(ours, 0) + 1))


def _foreign_by_letters(text: str, script: str, letters: int) -> str:
    """The first listed language whose letters the text has, if it has enough that ours lacks.

    The table lists the letters of one language before those that several share, and Russian's ы
    and э say nothing against its neighbours, who have them too.
    """
    hits = [(language, _number_of(own, text)) for language, own in _letters(script)]
    foreign = [
        (language, number) for language, number in hits if number and language != OURS[script]
    ]
    total = sum(number for _language, number in foreign)
    enough = total >= _ENOUGH_LETTERS_OF_ITS_OWN and total * _LETTERS_TO_ONE >= letters
    return foreign[0][0] if enough else ""


def _own_letters(text: str, script: str) -> bool:
    own = (letters for language, letters in _letters(script) if language == OURS[script])
    return any(_number_of(letters, text) for letters in own)


def _number_of(letters: str, text: str) -> int:
    return sum(text.count(letter) for letter in letters)


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
    from langdetect import detector_factory

    library: Any = detector_factory  # it has no types
    factory = library.DetectorFactory()
    factory.set_seed(0)
    folder = Path(library.PROFILES_DIRECTORY)
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
