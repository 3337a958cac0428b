"""Verbs and nouns, and the case that they ask of what follows them."""

import re
from functools import cache
from pathlib import Path
from typing import cast

from translate_kit.files import read_table
from translate_kit.languages.ru.morphology import Case, Number
from translate_kit.languages.ru.shapes import WORD, forms_of_words, is_noun, parses

_DATA = Path(__file__).parent.parent / "data"
_VERBAL = ("VERB", "INFN", "GRND", "PRTF")
_PREDICATES = ("ADJS", "PRTS")
_FIRST_WORDS = re.compile(r"(?:\s*[А-Яа-яЁё-]+){1,2}")
_CLAUSE_END = re.compile(r"[.;:!?—]\s")
_PREDICATE_AFTER = re.compile(r"(?:\s+[А-Яа-яЁё-]+){1,3}")
_NOUN_BEFORE = re.compile(r"(?P<word>[А-Яа-яЁё-]+)\s\Z")
_IMPERSONAL = frozenset({"следует", "необходимо"})
_COORDINATED = re.compile(r"(?P<word>[А-Яа-яЁё-]+)(?:,|,? и| или| либо)\s\Z")


def case_governed_by(word: str) -> Case | None:
    """The case that a verb or noun asks for, where it isn't the usual one (``ru_government.csv``).

    внимание оплате, касающийся оплаты.
    """
    table = _table("ru_government.csv", "word", "case")
    lemmas = [str(parse.normal_form) for parse in parses(word)[:1]]
    found = [table[lemma] for lemma in lemmas if lemma in table]
    return cast(Case, found[0]) if found else None


def is_verbal(word: str) -> bool:
    """Whether the word is most likely a verb, a participle or a gerund."""
    return any(parse.tag.POS in _VERBAL for parse in parses(word)[:1])


def takes_object(word: str) -> bool:
    """Whether the word is a verb whose object follows it in the accusative."""
    return any(p.tag.POS in _VERBAL and "tran" in p.tag for p in parses(word)[:1])


def takes_recipient(verb: str, after: str) -> bool:
    """Whether the verb's recipient follows it, because what he receives follows in ``after``.

    выражаем заводу благодарность, but: направить запрос заводу.
    """
    lemmas = {str(parse.normal_form) for parse in parses(verb)[:1]}
    if not lemmas & _table("ru_recipients.csv", "verb", "note").keys():
        return False
    rest = _FIRST_WORDS.match(after)
    return any(
        parse.tag.POS == "NOUN" and parse.tag.case == "accs"
        for word in (rest.group().split() if rest else ())
        for parse in parses(word)[:1]
    )


def verb_of_object(before: str) -> bool:
    """Whether the clause has an infinitive, imperative or first person whose object may follow.

    Просим сообщить модель, спецификацию, ...: its subject is never a noun of the clause.
    """
    clause = _CLAUSE_END.split(before)[-1]
    for word in reversed(WORD.findall(clause)):
        tag = parses(word)[0].tag
        if tag.POS in ("VERB", "INFN", "GRND"):
            subjectless = tag.POS != "VERB" or tag.person in ("1per", "2per")
            return subjectless and "tran" in tag
    return False


def number_of_subject(word: str) -> Number | None:
    """The number of the subject that follows a predicate: нужны маски, поступил груз."""
    tag = parses(word)[0].tag if word else None
    if tag is None or not tag.number:
        return None
    finite = tag.POS == "VERB" and "intr" in tag and tag.person in ("3per", None)
    if tag.POS not in _PREDICATES and not finite:
        return None
    return "plural" if tag.number == "plur" else "singular"


def coordinated_cases(before: str) -> frozenset[Case]:
    """The cases of the noun that a phrase is joined to by «и» or a comma; empty for none.

    As far as that noun follows a noun, or is itself joined to others: на основе равенства и …,
    требования Китая, Японии и ….
    """
    found = _COORDINATED.search(before)
    if not found or not is_noun(found["word"]):
        return frozenset()
    cases = frozenset(case for case, _number in forms_of_words(found["word"]))
    earlier = before[: found.start()]
    noun = _NOUN_BEFORE.search(earlier)
    narrower = (
        frozenset[Case]({"genitive"})
        if noun and is_noun(noun["word"])
        else coordinated_cases(earlier)
    )
    return (cases & narrower) or cases


def subject_before(after: str) -> Number | None:
    """The number of the subject that a predicate right after it shows: … приостановлены.

    An adverb or «не» may come between.
    """
    found = _PREDICATE_AFTER.match(after)
    words = found.group().split() if found else []
    while words and parses(words[0])[0].tag.POS in ("ADVB", "PRCL"):
        words = words[1:]
    tag = parses(words[0])[0].tag if words else None
    finite = tag is not None and tag.POS in ("VERB", "PRTS") and tag.person in ("3per", None)
    if tag is None or not finite or not tag.number or tag.mood == "impr":
        return None
    return "plural" if tag.number == "plur" else "singular"


def object_before(after: str) -> bool:
    """Whether the object of an infinitive stands before it: вакцину следует хранить."""
    found = _PREDICATE_AFTER.match(after)
    words = [word for word in found.group().split() if word != "не"] if found else []
    if len(words) < 2 or not (words[0] in _IMPERSONAL or parses(words[0])[0].tag.POS == "PRED"):
        return False
    tag = parses(words[1])[0].tag
    return tag.POS == "INFN" and "tran" in tag


@cache
def _table(file: str, key: str, value: str) -> dict[str, str]:
    rows = read_table(_DATA / file, required=(key,), known=(key, value, "note"))
    return {row.cells[key]: row.cells.get(value, "") for row in rows}
