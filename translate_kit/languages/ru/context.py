"""What a Russian sentence shows of the form that a noun phrase stands, or must stand, in.

Signs, the strongest first: a numeral before it, the preposition that governs it, adjectives before
it, the form of the words that stand there now, the verb before it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, cast, get_args

from translate_kit.files import read_table
from translate_kit.languages.months import month_forms
from translate_kit.languages.numbers import extract
from translate_kit.languages.ru import morphology
from translate_kit.languages.ru.morphology import CASES, Case, Number
from translate_kit.languages.ru.spellings import Form
from translate_kit.model import Span

if TYPE_CHECKING:
    from pymorphy3.analyzer import Parse

_DATA = Path(__file__).parent.parent / "data"
_WORD = re.compile(r"[А-Яа-яЁё]+(?:-[А-Яа-яЁё]+)*")
_LAST_WORD = re.compile(r"[А-Яа-яЁё]+(?:-[А-Яа-яЁё]+)*(?=\s+\Z)")
_CASE_OF: dict[str, Case] = {
    **{mark: case for case, mark in CASES.items()},  # type: ignore[misc]
    "gen2": "genitive",
    "acc2": "accusative",
    "loc2": "prepositional",
}
ALL_FORMS: frozenset[Form] = frozenset(
    (case, number) for case in get_args(Case) for number in get_args(Number)
)
_NEGATION = re.compile(r"\b[Нн]е\s+\Z")
_FIRST_WORDS = re.compile(r"(?:\s*[А-Яа-яЁё-]+){1,2}")
_FOLLOWING = re.compile(r"\s+(?P<word>[А-Яа-яЁё]+(?:-[А-Яа-яЁё]+)*)")
_SCALES = ("тыс.", "млн", "млрд", "трлн")
_ADJECTIVAL = ("ADJF", "PRTF")
_TRANSITIVE = ("VERB", "INFN", "GRND", "PRTF")


@dataclass(frozen=True, slots=True)
class Agreeing:
    """An adjective that stands right before the phrase and agrees with its head."""

    start: int
    end: int
    word: str


@dataclass(frozen=True, slots=True)
class Context:
    """What stands before a noun phrase.

    ``adjectives`` from left to right; ``number`` the value of a numeral before them; ``governed``
    the cases that the preposition allows, the more usual first, empty for none; ``previous`` the
    word before all these, ``negated`` whether «не» stands before that.
    """

    adjectives: tuple[Agreeing, ...]
    number: Decimal | None
    governed: tuple[Case, ...]
    previous: str
    negated: bool


def read_context(before: str) -> Context:
    """The context that the text before a phrase is; of the last clause only."""
    adjectives: list[Agreeing] = []
    rest = before
    while (match := _LAST_WORD.search(rest)) and _is_adjective(match.group()):
        adjectives.insert(0, Agreeing(*match.span(), match.group()))
        rest = before[: match.start()]
    number, rest = _number(rest)
    governed, rest = _preposition(rest)
    previous = _LAST_WORD.search(rest)
    if not previous:
        return Context(tuple(adjectives), number, governed, "", negated=False)
    negated = _NEGATION.search(rest, 0, previous.start()) is not None
    return Context(tuple(adjectives), number, governed, previous.group(), negated)


def forms_of_words(words: str) -> frozenset[Form]:
    """The forms that a noun phrase may stand in: its head is the first noun; empty for none.

    A word that no dictionary has, as engines make them up, shows nothing.
    """
    possible = ALL_FORMS
    for word in _WORD.findall(words):
        if not morphology.analyzer().word_is_known(word.lower()):
            continue
        nominal, adjectival = _forms(word)
        if nominal:
            return (possible & nominal) or nominal
        if not adjectival:
            break
        possible = (possible & adjectival) or adjectival
    return frozenset() if possible == ALL_FORMS else possible


def phrase_after(text: str, place: int) -> tuple[Span, str] | None:
    """The adjectives and noun that follow ``place``: where, and in the nominative singular.

    None where no noun of the dictionary follows.
    """
    start, words = -1, list[str]()
    for match in _FOLLOWING.finditer(text, place):
        if match.start() != place:
            return None
        place = match.end()
        word = match["word"]
        start = match.start("word") if start < 0 else start
        nouns = [p for p in _parses(word) if p.tag.POS == "NOUN" and p.is_known]
        if word.lower() in _months():
            return None
        if nouns:
            head = nouns[0]
            gender = str(head.tag.gender) if head.tag.gender else None
            described = [_nominative(each, gender) for each in words]
            return Span(start, place), " ".join([*described, str(head.normal_form)])
        if not _forms(word)[1]:
            return None
        words.append(word)
    return None


def _nominative(adjective: str, gender: str | None) -> str:
    return agreed(adjective, "nominative", "singular", gender, animate=False)


def forms_of_adjective(word: str) -> frozenset[Form]:
    """The forms that an adjective, participle or pronoun may stand in."""
    return _forms(word)[1]


def gender_of_words(words: str) -> str | None:
    """``masc``, ``femn`` or ``neut`` of the head in the singular; None where nothing shows it."""
    for word in _WORD.findall(words):
        nouns = [p for p in _parses(word) if p.tag.POS == "NOUN"]
        if nouns:
            return str(nouns[0].tag.gender) if nouns[0].tag.gender else None
    return None


def takes_object(word: str) -> bool:
    """Whether the word is a verb whose object follows it in the accusative."""
    parses = _parses(word)[:1]
    return any(p.tag.POS in _TRANSITIVE and "tran" in p.tag for p in parses)


def is_noun(word: str) -> bool:
    """Whether the word is most likely a noun, which governs the genitive."""
    return any(p.tag.POS == "NOUN" for p in _parses(word)[:1])


def agreed(word: str, case: Case, number: Number, gender: str | None, *, animate: bool) -> str:
    """An adjective in the form that agrees with a head; itself where the dictionary has none."""
    marks = {CASES[case], "plur" if number == "plural" else "sing"}
    if number == "singular" and gender:
        marks.add(gender)
    if case == "accusative" and (number == "plural" or gender == "masc"):
        marks.add("anim" if animate else "inan")
    for parse in _parses(word):
        if parse.tag.POS in _ADJECTIVAL:
            inflected = parse.inflect(marks)
            if inflected:
                return morphology.in_case_of(word, str(inflected.word))
    return word


def _is_adjective(word: str) -> bool:
    """Most likely an adjective or pronoun that agrees, and no noun («больной», «рабочая»)."""
    parses = _parses(word)
    return bool(parses) and parses[0].tag.POS in _ADJECTIVAL


def _number(before: str) -> tuple[Decimal | None, str]:
    """The value of the number that ``before`` ends with, and what stands before it."""
    found = extract(before, "ru")
    if not found:
        return None, before
    last = found[-1]
    if before[last.span.end :].strip():
        return None, before
    value = Decimal(0) if _is_noun_of_number(last.text) else last.value
    return value, before[: last.span.start]


def _is_noun_of_number(number: str) -> bool:
    """Whether the number ends in a noun, which governs the plural: 2 млн масок, пара масок."""
    if number.endswith(_SCALES):
        return True
    words = _WORD.findall(number)
    return bool(words) and not any(p.tag.POS in ("NUMR", "ADJF") for p in _parses(words[-1]))


def _preposition(before: str) -> tuple[tuple[Case, ...], str]:
    match = _LAST_WORD.search(before)
    cases = _prepositions().get(match.group().lower()) if match else None
    if not match or not cases:
        return (), before
    return cases, before[: match.start()]


def case_governed_by(word: str) -> Case | None:
    """The case that a verb or noun asks for, where it isn't the usual one (``ru_government.csv``).

    внимание оплате, касающийся оплаты.
    """
    table = _table("ru_government.csv", "word", "case")
    lemmas = [str(parse.normal_form) for parse in _parses(word)[:1]]
    found = [table[lemma] for lemma in lemmas if lemma in table]
    return cast(Case, found[0]) if found else None


def takes_recipient(verb: str, after: str) -> bool:
    """Whether the verb's recipient follows it, because what he receives follows in ``after``.

    выражаем заводу благодарность, but: направить запрос заводу.
    """
    lemmas = {str(parse.normal_form) for parse in _parses(verb)[:1]}
    if not lemmas & _table("ru_recipients.csv", "verb", "note").keys():
        return False
    rest = _FIRST_WORDS.match(after)
    return any(
        parse.tag.POS == "NOUN" and parse.tag.case == "accs"
        for word in (rest.group().split() if rest else ())
        for parse in _parses(word)
    )


@cache
def _table(file: str, key: str, value: str) -> dict[str, str]:
    rows = read_table(_DATA / file, required=(key,), known=(key, value, "note"))
    return {row.cells[key]: row.cells.get(value, "") for row in rows}


@cache
def _months() -> frozenset[str]:
    return frozenset(form for forms in month_forms("ru").values() for form in forms)


@cache
def _prepositions() -> dict[str, tuple[Case, ...]]:
    columns = ("preposition", "cases", "note")
    rows = read_table(_DATA / "ru_prepositions.csv", required=columns[:2], known=columns)
    return {
        row.cells["preposition"]: tuple(row.cells["cases"].split(";"))  # type: ignore[arg-type]
        for row in rows
    }


@lru_cache(maxsize=8192)
def _parses(word: str) -> tuple["Parse", ...]:
    return tuple(morphology.analyzer().parse(word))


@lru_cache(maxsize=8192)
def _forms(word: str) -> tuple[frozenset[Form], frozenset[Form]]:
    """The forms of the word as a noun, and as an adjective."""
    nominal = frozenset(_forms_of(word, ("NOUN",)))
    return nominal, frozenset(_forms_of(word, _ADJECTIVAL))


def _forms_of(word: str, parts: tuple[str, ...]) -> Iterator[Form]:
    parses = _parses(word)
    known = [p for p in parses if p.is_known] or parses
    for parse in known:
        case = _CASE_OF.get(str(parse.tag.case))
        if parse.tag.POS in parts and case and not _is_rare(parse):
            yield case, "plural" if parse.tag.number == "plur" else "singular"


def _is_rare(parse: "Parse") -> bool:
    """A surname or an abbreviation that a common word could be too."""
    return bool({"Surn", "Abbr", "Arch"} & parse.tag.grammemes)
