"""Whether the words around a placeable stay right when another value takes its place.

English: 1 mask but 2 masks, an 8 but a 9, the 2nd. Russian: the noun after 1, 2 and 5 (the ranks of
``ru.numerals``), со 2 февраля. Korean: the particle follows the sound, a counter keeps its blank
after 만. Japanese: つ ends at nine. Chinese words do not change. What can't be proven is refused.
"""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache

from translate_kit.languages import counters, en, ko
from translate_kit.languages.money import Money
from translate_kit.languages.placeables.placeable import Placeable, Value
from translate_kit.languages.placeables.spellings import DATA
from translate_kit.languages.ru.numerals import Rank

Fit = tuple[str, int]
"""A text to put in the place of a placeable, and how many characters after it that replaces too."""


def fit(text: str, old: Placeable, new: str, value: Value, language: str) -> Fit | None:
    """``new``, the writing of ``value``, made to fit the place of ``old`` in ``text``.

    None where a word beside it would have to change and nobody can say how.
    """
    before, after = text[: old.span.start], text[old.span.end :]
    return _FITTERS[language](before, after, old, new, value)


def _chinese(_before: str, _after: str, _old: Placeable, new: str, _value: Value) -> Fit:
    return new, 0


def _japanese(_before: str, after: str, _old: Placeable, new: str, value: Value) -> Fit | None:
    """Only one to nine are counted by つ."""
    quantity = _quantity(value)
    beyond = quantity is not None and not 1 <= quantity <= 9
    return None if after.startswith("つ") and beyond else (new, 0)


def _english(before: str, after: str, old: Placeable, new: str, value: Value) -> Fit | None:
    article = re.search(r"\b(an?) $", before, re.IGNORECASE)
    if article and {_article(old.text), _article(new)} != {article[1].lower()}:
        return None
    if re.match(r"(?:st|nd|rd|th)\b", after):
        return None
    if _fixed("en", before, after):
        return new, 0
    singular = {_quantity(each) == 1 for each in (old.value, value)}
    return (new, 0) if len(singular) == 1 else None


def _article(phrase: str) -> str:
    return en.with_article(phrase).split(" ", 1)[0]


def _russian(before: str, after: str, old: Placeable, new: str, value: Value) -> Fit | None:
    if not _prepositions_stay(before, old.text, new):
        return None
    was, becomes = _quantity(old.value), _quantity(value)
    if was is None or becomes is None:
        return new, 0
    if re.match(r"-[а-яё]{1,3}(?![а-яё])", after):  # 5-го, 2-х
        return None
    if _fixed("ru", before, after) or _year(was, becomes, after) or _scaled(old.text, new):
        return new, 0
    if isinstance(value, Money) and _SIGN.search(old.text):
        return new, 0
    if _OBLIQUE.match(after) and (was % 1000 == 0) != (becomes % 1000 == 0):
        return None
    return (new, 0) if _rank(was) == _rank(becomes) else None


_OBLIQUE = re.compile(r"[ \u00a0](?:[а-яё]+[иы]ми? |[а-яё]+[иы]х )*[а-яё]+[ая](?:м|ми|х)(?![а-яё])")
"""С 5 городами, but с 1000 городов: тысяча and миллион are nouns themselves."""


_SIGN = re.compile(r"руб\.|долл\.|[A-Z€$¥₽]")
"""What stands for a currency and never changes."""


def _prepositions_stay(before: str, old: str, new: str) -> bool:
    word = re.search(r"([А-Яа-яЁё]+)[ \u00a0]$", before)
    changing = DATA["prepositions"].get(word[1].lower()) if word else None
    if changing is None:
        return True
    return not any(re.match(changing, each) for each in (old, new))


def _rank(value: Decimal) -> tuple[Rank, bool]:
    """The rank, and whether it is a bare 2, 3 or 4: пригласить 2 экспертов but 22 эксперта."""
    rank = Rank.of(value)
    return rank, rank is Rank.FEW and value < 10


def _year(was: Decimal, becomes: Decimal, after: str) -> bool:
    """В 2010 году: a year is read as an ordinal, and its noun does not change."""
    years = all(1900 <= each <= 2100 and each == int(each) for each in (was, becomes))
    return years and re.match(r"[ \u00a0]год[ауе]?(?![а-яё])", after) is not None


def _scaled(old: str, new: str) -> bool:
    """2 млн масок, 5 млн масок: after млн always the genitive."""
    words = [re.sub(r"[^а-яё]", "", each) for each in (old, new)]
    return words[0] == words[1] in ("тыс", "млн", "млрд")


def _fixed(language: str, before: str, after: str) -> bool:
    """Whether a sign follows that never changes, or a word goes before that only names."""
    fixed = DATA["fixed"]
    follows, leads = fixed[f"after_{language}"], fixed[f"before_{language}"]
    word = re.match(r"[ \u00a0-]?([^\W\d]+[.]?|%|°C|℃)", after)
    last = re.search(r"(\S+)[ \u00a0]?$", before)
    return bool((word and word[1] in follows) or (last and last[1] in leads))


def _quantity(value: Value) -> Decimal | None:
    match value:
        case Decimal():
            return value
        case Money():
            return value.amount
    return None


def _korean(_before: str, after: str, old: Placeable, new: str, value: Value) -> Fit | None:
    if _quantity(value) is not None:
        if after.startswith("번째") and 1 in (_quantity(old.value), _quantity(value)):
            return None  # 첫 번째
        fitted = _before_counter(after, old.text, new)
        if fitted is not None:
            return fitted
    if not re.match("[가-힣]", after):
        return new, 0
    particle = _particle(after)
    if particle and ko.josa(old.text, particle) == particle:
        return _with_particle(new, particle)
    # Nobody knows whether another word stands apart after 만 (5,000여 but 3만 여?).
    same_end = old.text[-1].isdecimal() == new[-1].isdecimal()
    return (new, 0) if _quantity(value) is None or same_end else None


def _before_counter(after: str, old: str, new: str) -> Fit | None:
    """5,000벌 but 3만 벌 (제43항, as ``ko.amount`` writes them); None where no counter follows."""
    if not after.removeprefix(" ").startswith(_counter_words()):
        return None
    if old[-1].isdecimal() and not new[-1].isdecimal():
        return (new, 0) if after[0] == " " else (f"{new} ", 0)
    closer = new[-1].isdecimal() and not old[-1].isdecimal() and after[0] == " "
    return new, int(closer)


@cache
def _counter_words() -> tuple[str, ...]:
    return tuple({each.names["ko"] for each in counters.counters().values()} - {""})


def _particle(after: str) -> str | None:
    """The particle at the beginning of ``after``, if a particle is all that stands there."""
    word = re.match("[가-힣]+", after)
    return word.group() if word and word.group() in ko.particle_forms() else None


def _with_particle(new: str, particle: str) -> Fit | None:
    form = ko.josa(new, particle)
    return None if "(" in form else (new + form, len(particle))


_FITTERS: Mapping[str, Callable[[str, str, Placeable, str, Value], Fit | None]] = {
    "zh": _chinese,
    "en": _english,
    "ru": _russian,
    "ko": _korean,
    "ja": _japanese,
}
