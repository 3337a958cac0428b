"""The reverse question: where a translation says one concept, in any form of its terms."""

from collections.abc import Collection, Iterator

from translate_kit.glossary.concept import Concept, Status
from translate_kit.glossary.matching.covering import words_over
from translate_kit.glossary.matching.folding import Folded, fold
from translate_kit.glossary.matching.match import Place, TermMatch, exclusive
from translate_kit.glossary.matching.matcher import APPROVED
from translate_kit.glossary.matching.pattern import patterns_of


def occurrences(
    concept: Concept, text: str, language: str, statuses: Collection[Status] = APPROVED
) -> list[TermMatch]:
    """Every place of ``text`` that says ``concept`` by a term of one of ``statuses``.

    In text order and none overlapping another. Other concepts are not looked at: 口罩 is found
    in 医用口罩 here, which ``Matcher`` tells apart; but not in the words of ``covering_words.csv``.
    """
    folded = fold(text)
    found: list[TermMatch] = []
    for term in concept.terms.get(language, ()):
        if term.status in statuses:
            for pattern in patterns_of(concept, term):
                found += [
                    TermMatch(folded.span(start, end), concept, term, pattern.form)
                    for start, end in _places(pattern.folded, folded.text)
                    if pattern.stands(text, folded, start, end)
                    and not _is_covered(text, folded, (start, -end, 0), language)
                ]
    return exclusive(found)


def _is_covered(text: str, folded: Folded, place: Place, language: str) -> bool:
    term = folded.text[place[0] : -place[1]]
    return any(
        covering.pattern.stands(text, folded, start, end) and covering.hides(place, start)
        for covering in words_over(term, language)
        for start, end in _places(covering.pattern.folded, folded.text)
    )


def _places(wanted: str, text: str) -> Iterator[tuple[int, int]]:
    start = text.find(wanted)
    while start >= 0:
        yield start, start + len(wanted)
        start = text.find(wanted, start + 1)
