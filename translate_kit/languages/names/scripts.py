"""A Chinese name in Latin, Cyrillic and Hangul letters.

Pinyin by GB/T 16159 and GB/T 28039; Cyrillic by Palladius; Hangul by 외래어 표기법, 표 5 (중국어).
"""

from translate_kit.languages.names import places
from translate_kit.languages.names.reading import Kind, Words, read, table

_RUSSIAN_VOWELS = "аеёиоуыэюяй"


def pinyin(
    name: str, *, kind: Kind = "person", own: str = "", readings: str = "", passport: bool = False
) -> str:
    """``Zhang Jianguo``, ``Xi'an``, ``Daqing City``.

    ``own`` is the person's own spelling and wins. ``passport`` writes ü as passports do (Lyu for
    Lü, by the rules of the exit-entry administration). Raises AskReading.
    """
    if own:
        return own
    if kind == "place":
        return _place(name, "en", readings, passport)
    return _latin(read(name, kind=kind, readings=readings), passport)


def palladius(name: str, *, kind: Kind = "person", own: str = "", readings: str = "") -> str:
    """``Чжан Цзяньго``, ``Чанъань``, ``город Дацин``; raises AskReading."""
    if own:
        return own
    if kind == "place":
        return _place(name, "ru", readings)
    return _cyrillic(read(name, kind=kind, readings=readings))


def hangul(name: str, *, kind: Kind = "person", own: str = "", readings: str = "") -> str:
    """``장젠궈``, ``헤이룽장성``: surname and given name in one word; raises AskReading."""
    if own:
        return own
    if kind == "place":
        return _place(name, "ko", readings)
    return _korean(read(name, kind=kind, readings=readings))


def _place(place: str, language: str, readings: str, passport: bool = False) -> str:
    """A place with its common noun: before the name in Russian, after it elsewhere."""
    specific, noun = places.split(place, language)
    spelt = places.established(specific, language)
    if spelt is None:
        words = read(specific, kind="place", readings=readings)
        spelt = {"en": lambda: _latin(words, passport), "ru": lambda: _cyrillic(words)}.get(
            language, lambda: _korean(words)
        )()
    if not noun:
        return spelt
    common = places.generic(noun, language)
    if language == "ru":
        return f"{common} {spelt}"
    return f"{spelt} {common}" if language == "en" else spelt + common


def _latin(words: Words, passport: bool) -> str:
    """An apostrophe stands before a syllable that begins with a, o, e inside a word."""
    written = []
    for word in words.words:
        text = word[0]
        for syllable in word[1:]:
            text += ("'" if syllable[0] in "aoeê" else "") + syllable
        written.append((text.replace("ü", "yu") if passport else text).capitalize())
    return " ".join(written)


def _cyrillic(words: Words) -> str:
    """``ъ`` parts -н for -ng from a vowel (Чанъань); -нь needs none (Тяньаньмэнь)."""
    written = []
    for word in words.words:
        text = ""
        for position, syllable in enumerate(word):
            russian = table()[syllable]["ru"]
            after_ng = position > 0 and word[position - 1].endswith("ng")
            text += ("ъ" if after_ng and russian[0] in _RUSSIAN_VOWELS else "") + russian
        written.append(text.capitalize())
    return " ".join(written)


def _korean(words: Words) -> str:
    return "".join(table()[syllable]["ko"] for word in words.words for syllable in word)
