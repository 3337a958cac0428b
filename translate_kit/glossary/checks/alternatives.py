"""Terms that are two terms, or a term with an explanation."""

import re
from collections.abc import Iterator

from translate_kit.glossary.checks.examined import Examined, Remark, of_term
from translate_kit.messages import _

_TWO = re.compile(r"[;；、]|\w/\w{3}")
_BRACKETS = re.compile(r"[(（\[]")
_NOUNS = ("noun", "proper_noun")


def check(examined: Examined) -> Iterator[Remark]:
    """More than a term.

    A term is what a sentence takes. Alternatives belong in rows of their own, explanations into
    the note: “mask / respirator” or “suit (one-piece)” would be printed so.
    """
    for entry in examined.approved():
        if entry.concept.part_of_speech not in _NOUNS:
            continue
        if _BRACKETS.search(entry.term.text):
            message = _("brackets in a term; put the explanation into the note")
            yield of_term(entry.concept, entry.term, message)
        elif _TWO.search(entry.term.text):
            message = _("two terms in one; give each its own row")
            yield of_term(entry.concept, entry.term, message)
