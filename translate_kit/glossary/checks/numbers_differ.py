"""Numbers and codes that are not the same in all languages."""

import re
from collections.abc import Iterator
from itertools import product

from translate_kit.glossary.checks.examined import Examined, Remark, of_term
from translate_kit.glossary.concept import Concept, Term
from translate_kit.languages.numbers import compare
from translate_kit.messages import _
from translate_kit.model import LANGUAGES

_CODE = re.compile(r"(?<![A-Za-z])[A-Z]{1,6}-?\d[A-Za-z0-9./-]*")
_NAMES = frozenset({"COVID-19"})
"""Names with figures that other languages say in words: COVID-19, 新冠肺炎."""


def check(examined: Examined) -> Iterator[Remark]:
    """Numbers and codes.

    A term holds the same numbers by value (75 %, 1 000) and the same codes (N95, GB 19083) as the
    Chinese one. Where a number is part of a name (84消毒液), one approved term with it is enough.
    """
    for concept in examined.living:
        chinese = concept.preferred("zh")
        for language in LANGUAGES[1:] if chinese else ():
            term = concept.preferred(language)
            if chinese and term and not _some_agree(concept, language):
                yield of_term(concept, term, _difference(chinese, term))


def _some_agree(concept: Concept, language: str) -> bool:
    """Whether any approved term of that language says the numbers of any approved Chinese one."""
    ours, theirs = (
        [term for term in concept.terms.get(code, ()) if term.status.approved]
        for code in ("zh", language)
    )
    return any(not _difference(one, other) for one, other in product(ours, theirs))


def _difference(chinese: Term, term: Term) -> str:
    ours, theirs = _codes(chinese.text), _codes(term.text)
    if ours != theirs:
        message = _("codes differ from “{term}”: {codes}")
        return message.format(term=chinese.text, codes=", ".join(sorted(ours ^ theirs)))
    differing = compare(chinese.text, "zh", term.text, term.language)
    if not differing:
        return ""
    said = [number.text for number in (*differing.missing, *differing.surplus)]
    message = _("numbers differ from “{term}”: {numbers}")
    return message.format(term=chinese.text, numbers=", ".join(said))


def _codes(text: str) -> set[str]:
    return {code for code in _CODE.findall(text) if code not in _NAMES}
