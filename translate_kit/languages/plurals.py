"""English nouns in the plural: the head of a term, and what its number does.

The rules are those of any English grammar (Quirk et al., *A Comprehensive Grammar of the English
Language*, 5.80 ff.); the words that do not follow them stand in ``data/en_nouns.csv``.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from translate_kit.files import read_table
from translate_kit.model import Noun

DATA = Path(__file__).parent / "data"

COUNT, MASS, PAIR, PLURAL = "count", "mass", "pair", "plural"

# The head stands before the first preposition: roll of bandage, kit for sampling.
_PREPOSITION = re.compile(
    r" (?:of|for|with|without|from|in|to|by|on|at|against|under|between|per)\b"
)
_BRACKET = re.compile(r"\s*[(（\[][^()（）\[\]]*[)）\]]\s*$")
# What follows the head of a trade name: "suit Type 4B", "mask EN 14683", "gown AAMI Level 3".
# A code has a digit or a label, so that "import VAT" and "protection class" keep their heads.
_CODE = re.compile(
    r"(?:\s+(?:[A-Z]{2,6}(?:/[A-Z]+)?\s+)?"
    r"(?:(?:[Tt]ype|[Cc]lass|[Ll]evel|[Mm]odel|[Gg]rade|[Ss]ize|No\.)\s+[A-Z0-9][\w.:/-]*"
    r"|[A-Z]*\d[\w.:/-]*))+$"
)
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
_PLURAL_FORM = re.compile(r"[^siu']s$")


@dataclass(frozen=True, slots=True)
class Listed:
    """A word of ``en_nouns.csv``: how it is counted, and its plural where it has one."""

    kind: str
    plural: str


@dataclass(frozen=True, slots=True)
class Parts:
    """A term taken apart: ``before`` + ``head`` + ``after`` is the term again."""

    before: str
    head: str
    after: str

    def with_head(self, head: str) -> str:
        """The term with another form of its head word."""
        return self.before + head + self.after


def kind(noun: Noun) -> str:
    """How English counts this noun.

    ``"count"`` (a mask), ``"mass"`` (alcohol), ``"pair"`` (goggles) or ``"plural"`` (supplies:
    no singular). The glossary's ``countable=no`` makes it mass, its ``plural=…`` count.
    """
    if noun.grammar.get("countable") == "no":
        return MASS
    if "plural" in noun.grammar:
        return COUNT
    listed = _listed().get(parts(noun.text).head.casefold())
    return listed.kind if listed else COUNT


def plural(noun: Noun) -> str:
    """The term in the plural: ``coveralls (one-piece protective suit)``; mass nouns unchanged.

    A term that is plural already (medical gloves) stays as it is. The glossary's ``plural=…`` is
    the whole term in the plural and goes before every rule.
    """
    if "plural" in noun.grammar:
        return noun.grammar["plural"]
    if kind(noun) == MASS:
        return noun.text
    taken = parts(noun.text)
    return taken.with_head(_plural_word(taken.head))


def singular(noun: Noun) -> str:
    """The term in the singular: ``medical glove`` of ``medical gloves``; goggles stay goggles."""
    taken = parts(noun.text)
    if kind(noun) != COUNT or not _is_plural(taken.head):
        return noun.text
    return taken.with_head(_singular_word(taken.head))


def is_plural(term: str) -> bool:
    """Whether the head of a term stands in the plural: ``rolls of bandage``, ``clothes``."""
    return _is_plural(parts(term).head) or kind(Noun(term, {})) in (PLURAL, PAIR)


def parts(term: str) -> Parts:
    """The head word of a term, and what stands before and after it."""
    end = len(term)
    if bracket := _BRACKET.search(term):
        end = bracket.start()
    if preposition := _PREPOSITION.search(term, 1, end):
        end = preposition.start()
    code = _CODE.search(term, 0, end)
    if code and re.search(r"[a-z]{2}", term[: code.start()]):
        end = code.start()
    start = term.rfind(" ", 0, end) + 1
    return Parts(term[:start], term[start:end], term[end:])


def _plural_word(word: str) -> str:
    listed = _listed().get(word.casefold())
    if listed:
        return listed.plural or word
    if _is_plural(word):
        return word
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    if _SIBILANT.search(word):
        return word + "es"
    return word + "s"


def _singular_word(word: str) -> str:
    if irregular := _listed_plurals().get(word.casefold()):
        return irregular
    if word.endswith("ies"):
        return word[:-3] + "y"
    if re.search(r"(?:ss|x|ch|sh)es$", word):
        return word[:-2]
    return word[:-1]


def _is_plural(word: str) -> bool:
    """A listed plural, or an ending in -s that no singular has: glass, virus, basis have others."""
    if word.casefold() in _listed_plurals():
        return True
    return bool(_PLURAL_FORM.search(word)) and word.casefold() not in _listed()


@cache
def _listed_plurals() -> Mapping[str, str]:
    """Irregular plural -> singular."""
    listed = _listed().items()
    return {each.plural: word for word, each in listed if each.plural and each.plural != word}


@cache
def _listed() -> Mapping[str, Listed]:
    columns = ("noun", "kind", "plural", "note")
    rows = read_table(DATA / "en_nouns.csv", required=columns[:3], known=columns)
    return {
        row.cells["noun"].casefold(): Listed(row.cells["kind"], row.cells["plural"]) for row in rows
    }
