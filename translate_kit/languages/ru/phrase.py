"""A Russian term of several words: which of them change, and the term in any case and number.

The rule: the head is the first noun in the nominative; adjectives and participles before it agree
with it; what follows (genitives, prepositional phrases, codes, abbreviations in brackets) stays.
Besides the head there change: a noun joined to it by «и», a participle clause after a comma, a
synonym in brackets, and a city's own name after «город» (see ``places``).

Grammar keys of a glossary row, all optional; they win over everything derived:

``gender``        ``m``, ``f``, ``n``, or ``pl`` for a term whose dictionary form is plural
``animate``       ``yes`` or ``no``: does the accusative look like the genitive?
``head``          the head word, where the rule would find another
``indeclinable``  ``yes``: the term never changes
``apposition``    ``declines`` or ``stays``: the proper name after the head
``mass``          ``yes``: a substance, never in the plural (2 флакона раствора)
``nom_pl`` ``gen_sg`` ``gen_pl`` ``dat_sg`` ...  the whole term in that case and number, by the
                  first three letters of the case: nom gen dat acc ins pre
``few``           the whole term after 2, 3, 4
"""

from collections.abc import Mapping
from types import MappingProxyType

from translate_kit.languages.ru import morphology
from translate_kit.languages.ru.anatomy import CYRILLIC, analyse
from translate_kit.languages.ru.morphology import Case, Number
from translate_kit.languages.ru.term import override_key

_NO_NOTES: Mapping[str, str] = MappingProxyType({})


def inflect(
    phrase: str,
    case: Case,
    *,
    number: Number | None = None,
    grammar: Mapping[str, str] = _NO_NOTES,
) -> str:
    """The term in that case; ``number`` None keeps the number of its dictionary form.

    Raises CannotInflect where a form cannot be derived with confidence.
    """
    if never_changes(phrase, grammar) or (case == "nominative" and number is None):
        return phrase
    own = overridden(case, number, grammar) or _known_by_itself(phrase, case, number)
    if own:
        return own
    term = analyse(phrase, grammar)
    return term.form(case, number or term.number)


def overridden(case: Case, number: Number | None, grammar: Mapping[str, str]) -> str | None:
    """What the glossary says this form of the whole term is, or None."""
    kept: Number = "plural" if grammar.get("gender") == "pl" else "singular"
    return grammar.get(override_key(case, number or kept))


def never_changes(phrase: str, grammar: Mapping[str, str]) -> bool:
    """Codes, and abbreviations of initials: КНР, НДС при ввозе; but ГОСТ and МИД do decline."""
    if grammar.get("indeclinable") == "yes" or not CYRILLIC.search(phrase):
        return True
    first = phrase.split()[0]
    return len(first) > 1 and first.isupper() and first not in morphology.own_forms()


def _known_by_itself(phrase: str, case: Case, number: Number | None) -> str | None:
    """A name that the dictionary lacks and ``ru_words.csv`` has: Дацин."""
    return morphology.own_forms().get(phrase, {}).get(f"{number or 'singular'} {case}")
