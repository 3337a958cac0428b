"""A number in digits with its noun: 1 костюм, 2 костюма, 30 000 костюмов, 1,5 тонны.

The noun's form follows the last digits of the number and the case of the whole (Русская грамматика
1980, § 1366 ff.; Розенталь, Справочник по правописанию и литературной правке, «Сочетания
числительных с существительными»). A fraction governs the genitive singular in every case.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import cache
from pathlib import Path
from typing import get_args

from translate_kit.files import read_table
from translate_kit.languages.counters import Counter
from translate_kit.languages.numbers.render import render
from translate_kit.languages.ru import morphology
from translate_kit.languages.ru.anatomy import analyse
from translate_kit.languages.ru.morphology import CannotInflect, Case, Number
from translate_kit.languages.ru.phrase import inflect, overridden
from translate_kit.languages.ru.term import Term
from translate_kit.messages import _
from translate_kit.model import Noun

NBSP = "\u00a0"
_DATA = Path(__file__).parent.parent / "data"
_DIRECT: tuple[Case, ...] = ("nominative", "accusative")


class Rank(Enum):
    """What a number asks of its noun."""

    ONE = "1, 21, 101"
    FEW = "2-4, 22, 103"
    MANY = "0, 5-20, 25, 111"
    FRACTION = "1,5"

    @classmethod
    def of(cls, value: Decimal) -> "Rank":
        """The rank of a number, by its last two digits; 11 to 14 are not like 1 to 4."""
        if value != value.to_integral_value():
            return cls.FRACTION
        last_two = int(abs(value)) % 100
        if 11 <= last_two <= 14:
            return cls.MANY
        if last_two % 10 == 1:
            return cls.ONE
        return cls.FEW if 2 <= last_two % 10 <= 4 else cls.MANY


@dataclass(frozen=True, slots=True)
class Usage:
    """How Russian uses one counter (``data/ru_counters.csv``).

    ``unit`` stands in a table cell where the counter has no Russian word (шт., чел.), ``paired`` is
    the word that a noun without singular needs after 1 to 4 (2 пары очков), and ``singular`` says
    that what is counted is poured, cut or copied, so that its noun stays singular (2 флакона
    раствора, 3 экземпляра договора).
    """

    unit: str = ""
    paired: str = ""
    singular: bool = False


@cache
def _usages() -> Mapping[str, Usage]:
    columns = ("id", "unit", "paired", "noun", "note")
    rows = read_table(_DATA / "ru_counters.csv", required=columns[:4], known=columns)
    return {
        row.cells["id"]: Usage(
            row.cells["unit"], row.cells["paired"], row.cells["noun"] == "singular"
        )
        for row in rows
    }


def digits(value: Decimal) -> str:
    """The number in Russian digits, ``30 000,5``, with no-break spaces between the groups."""
    return render(value, "ru")


def counted(value: Decimal, noun: Noun, counter: Counter | None, case: Case = "nominative") -> str:
    """So many of a thing, in the case that the sentence asks for.

    ``30 000 медицинских защитных костюмов``, ``50 000 пар медицинских перчаток``; a counter without
    a Russian word counts the noun directly. Raises CannotInflect, above all where a noun without
    singular would have to stand after 1 to 4 (2 очков) and no counter helps.
    """
    word = _word(counter)
    usage = _usage(counter)
    if not word and usage.paired and _lacks_form(value, noun):
        word = Noun(usage.paired, {})
    if word:
        number = after_number(value, word, case)
        return f"{digits(value)}{NBSP}{number} {_measured(noun, usage)}"
    return f"{digits(value)}{NBSP}{after_number(value, noun, case)}"


def phrases(value: Decimal, noun: Noun, counter: Counter | None) -> frozenset[str]:
    """Every form that ``counted`` may take in a sentence, by its cases."""
    return frozenset(counted(value, noun, counter, case) for case in get_args(Case))


def amount(value: Decimal, counter: Counter | None, case: Case = "nominative") -> str:
    """The number with its counter alone, for a table cell: ``50 000 пар``, ``30 000 шт.``.

    Digits alone where there is no counter.
    """
    word = _word(counter)
    unit = after_number(value, word, case) if word else _usage(counter).unit
    return f"{digits(value)}{NBSP}{unit}" if unit else digits(value)


def _usage(counter: Counter | None) -> Usage:
    return _usages().get(counter.id, Usage()) if counter else Usage()


def _word(counter: Counter | None) -> Noun | None:
    """The counter's own word; the symbol of a measure (кг, м²) never changes."""
    text = counter.names.get("ru", "") if counter else ""
    if not counter or not text:
        return None
    symbol = counter.kind == "measure" and not any(
        "Abbr" not in reading.parse.tag for reading in morphology.nouns(text)
    )
    return Noun(text, {"indeclinable": "yes"} if symbol else {})


def _measured(noun: Noun, usage: Usage) -> str:
    """The noun after a counter, in the genitive: ``пар перчаток``, ``флакона раствора``."""
    mass = noun.grammar.get("mass")
    singular = mass == "yes" or (mass != "no" and usage.singular) or _has_no_plural(noun)
    number: Number | None = None if singular else "plural"
    return inflect(noun.text, "genitive", number=number, grammar=noun.grammar)


def _has_no_plural(noun: Noun) -> bool:
    if "gen_pl" in noun.grammar or noun.grammar.get("indeclinable") == "yes":
        return False
    return all("Sgtm" in reading.parse.tag for reading in _term(noun).head.readings)


def _lacks_form(value: Decimal, noun: Noun) -> bool:
    """Whether the noun has no singular and the number asks for one."""
    return Rank.of(value) is not Rank.MANY and _dictionary_plural(noun)


def _dictionary_plural(noun: Noun) -> bool:
    if noun.grammar.get("gender") == "pl":
        return True
    return analyse(noun.text, noun.grammar).plural_only


def after_number(value: Decimal, noun: Noun, case: Case = "nominative") -> str:
    """The noun as it follows a number that stands in that case: ``маски`` after 2 and 22.

    Raises CannotInflect where the noun has no such form.
    """
    if noun.grammar.get("indeclinable") == "yes":
        return noun.text
    rank = Rank.of(value)
    if _lacks_form(value, noun) and (rank is not Rank.FEW or case in _DIRECT):
        raise CannotInflect(
            noun.text,
            _("it has no singular to stand after {value}; give it a counter such as “pair”").format(
                value=digits(value)
            ),
        )
    if rank is Rank.FRACTION:
        return _form(noun, "genitive", "singular")
    if rank is Rank.ONE:
        return _form(noun, case, "singular")
    if case in _DIRECT:
        return _direct(noun, value, rank, case)
    return _many(noun, case)


def _direct(noun: Noun, value: Decimal, rank: Rank, case: Case) -> str:
    """After 2 and more in the nominative or accusative, where the number governs the noun.

    Of living beings the accusative after a bare 2, 3, 4 is the genitive (пригласить 2 экспертов);
    in a compound it isn't (22 эксперта).
    """
    if rank is Rank.MANY:
        return _many(noun, "genitive")
    if case == "accusative" and abs(value) < 10 and _term(noun).animate():
        return _many(noun, "genitive")
    return noun.grammar.get("few") or _term(noun).few()


def _many(noun: Noun, case: Case) -> str:
    own = overridden(case, "plural", noun.grammar)
    return own or _term(noun).counted(case)


def _form(noun: Noun, case: Case, number: Number) -> str:
    return inflect(noun.text, case, number=number, grammar=noun.grammar)


def _term(noun: Noun) -> Term:
    return analyse(noun.text, noun.grammar)
