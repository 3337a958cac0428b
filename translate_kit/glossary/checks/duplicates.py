"""Concepts that are there twice."""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from translate_kit.glossary.checks.examined import Examined, Remark, of_concept
from translate_kit.messages import _

_SHARED = 3
"""Languages in which two concepts are said alike: in two even a mask and a respirator may be."""


def check(examined: Examined) -> Iterator[Remark]:
    """One concept entered twice.

    Two concepts with approved terms alike in three languages or more are likely one. Merge them
    (``glossary deprecate ID --replaced-by OTHER``), or name each in the other's “see”.
    """
    shared: Counter[tuple[str, str]] = Counter()
    pairs: dict[tuple[str, str], set[str]] = {}
    for (language, _word), group in examined.by_word.items():
        ids = sorted({entry.concept.id for entry in group})
        for pair in combinations(ids, 2):
            pairs.setdefault(pair, set()).add(language)
    shared.update({pair: len(languages) for pair, languages in pairs.items()})
    for (first, second), languages in sorted(shared.items()):
        one, two = (examined.glossary.concepts[identifier] for identifier in (first, second))
        if languages >= _SHARED and second not in one.see and first not in two.see:
            message = _("says the same as {id} in {n} languages: {definition}")
            said = message.format(id=first, n=languages, definition=one.definition)
            yield of_concept(two, said, "id")
