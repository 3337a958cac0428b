"""A glossary for OmegaT: three columns in UTF-8, source, target and comment, no header.

Each approved source term has a line for the term to use and one for every admitted one; the comment
holds the definition, the remark, and what must not be used.
"""

from collections.abc import Iterator, Sequence

from translate_kit.glossary.concept import Concept, Status
from translate_kit.glossary.exchange import Export, Options
from translate_kit.glossary.exchange.pairs import renderings
from translate_kit.messages import _


def write(concepts: Sequence[Concept], options: Options) -> Export:
    """One file of one direction; OmegaT looks for ``.txt``, ``.utf8`` and ``.tab``."""
    lines = dict.fromkeys(_lines(concepts, options))
    text = "".join("\t".join(map(_cell, line)) + "\n" for line in lines)
    return Export({options.named(".txt"): text.encode("utf-8")})


def _lines(concepts: Sequence[Concept], options: Options) -> Iterator[tuple[str, str, str]]:
    language = options.pair.target
    for each in renderings(concepts, options.pair):
        comment = _comment(each.concept, language)
        yield each.source.text, each.target.text, comment
        for term in each.concept.admitted(language):
            yield each.source.text, term.text, f"{Status.ADMITTED.word}; {comment}"


def _comment(concept: Concept, language: str) -> str:
    forbidden = ", ".join(term.text for term in concept.forbidden(language))
    never = _("not: {terms}").format(terms=forbidden) if forbidden else ""
    return "; ".join(text for text in (concept.definition, concept.note, never) if text)


def _cell(text: str) -> str:
    return " ".join(text.split())
