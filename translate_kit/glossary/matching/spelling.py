"""Every way in which a term may be written in a text of its language."""

from collections.abc import Iterator, Mapping

from translate_kit.languages import plurals
from translate_kit.model import Noun

_SYMBOL = 2
"""Letters up to which a noun is the symbol of a unit, without a plural: ha, kg."""


def spellings(
    text: str, language: str, part_of_speech: str, grammar: Mapping[str, str]
) -> tuple[str, ...]:
    """The term and its other forms: plural, cases, without the blanks of Korean. The term first.

    Russian ones load the dictionary (0.1 s) and take about 0.7 ms a term.
    """
    match language:
        case "en":
            others = _english(text, part_of_speech, grammar)
        case "ru":
            from translate_kit.languages.ru.spellings import spellings as russian

            others = iter(russian(text, grammar))
        case "ko":
            others = _korean(text, part_of_speech)
        case "ja":
            others = _verbal(text, part_of_speech, "する")
        case _:
            others = iter(())
    return tuple(dict.fromkeys((text, *others)))


def _english(text: str, part_of_speech: str, grammar: Mapping[str, str]) -> Iterator[str]:
    if part_of_speech == "verb":
        yield from _conjugated(text)
    elif part_of_speech in ("noun", "proper_noun") and len(text) > _SYMBOL:
        noun = Noun(text, grammar)
        yield plurals.plural(noun)
        yield plurals.singular(noun)


def _conjugated(text: str) -> Iterator[str]:
    """The forms of a regular verb that a term begins with: attend, attends, attended, attending."""
    verb, blank, rest = text.partition(" ")
    stem = verb.removesuffix("e")
    endings = {verb + "s", verb + "es", stem + "ed", stem + "ing"}
    if verb.endswith("y"):
        endings |= {verb[:-1] + "ies", verb[:-1] + "ied"}
    for form in sorted(endings):
        yield form + blank + rest


def _korean(text: str, part_of_speech: str) -> Iterator[str]:
    yield from _verbal(text, part_of_speech, "하다")
    if " " in text:
        yield text.replace(" ", "")


def _verbal(text: str, part_of_speech: str, ending: str) -> Iterator[str]:
    """The noun in a verb: 추진 of 추진하다, 推進 of 推進する."""
    bare = text.removesuffix(ending)
    if part_of_speech == "verb" and bare != text and bare:
        yield bare
