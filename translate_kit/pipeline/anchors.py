"""Places of a text and its translation that correspond beyond doubt: numbers, codes, terms."""

from collections import Counter
from collections.abc import Iterator

from translate_kit.languages.placeables import find
from translate_kit.model import LANGUAGES, Alignment, Link
from translate_kit.pipeline.draft import overlap
from translate_kit.pipeline.translation import Translation


def anchored(made: Translation) -> Alignment:
    """The alignment of a sentence with its anchors in place of what attention said of them.

    What stays as it is (figures, codes, addresses, Latin words) is linked by its value where both
    texts have it once; glossary terms by what became of them.
    """
    anchors = [*_terms(made), *_equal_values(made)]
    links = [
        link
        for link in made.alignment
        if not any(overlap(link.target, anchor.target) for anchor in anchors)
    ]
    links += anchors
    return tuple(sorted(links, key=lambda link: (link.target.start, link.target.end)))


def _terms(made: Translation) -> Iterator[Link]:
    for term in made.terms:
        if term.pair.target == made.pair.target and term.target_span:
            yield Link(term.source_span, term.target_span)


def _equal_values(made: Translation) -> Iterator[Link]:
    if made.pair.source not in LANGUAGES or made.pair.target not in LANGUAGES:
        return
    ours = find(made.source, made.pair.source)
    theirs = find(made.text, made.pair.target)
    counts = Counter(each.value for each in ours), Counter(each.value for each in theirs)
    places = {each.value: each.span for each in theirs}
    for each in ours:
        if counts[0][each.value] == counts[1][each.value] == 1:
            yield Link(each.span, places[each.value])
