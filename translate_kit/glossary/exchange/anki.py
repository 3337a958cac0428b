"""A deck of cards for Anki: each concept both ways, a deck for every domain.

The office's own time for languages is two hours a day; the cards drill what its glossary says. An
export taken in again brings cards up to date and leaves what a person has learned.
"""

import html
from collections.abc import Iterator, Sequence

from translate_kit.glossary.concept import Concept
from translate_kit.glossary.exchange import Export, Options
from translate_kit.glossary.exchange.cards.package import Kind, Note, package_bytes
from translate_kit.messages import _

_SIZE = ".card { font-family: sans-serif; font-size: 24px; text-align: center; }"
_SMALL = ".more { font-size: 16px; color: #666; margin-top: 1em; }"
_ANSWER = '{{FrontSide}}<hr id="answer">'
_MORE = '<div class="more">{{Reading}}<br>{{Synonyms}}<br>{{Definition}}</div>'
_TITLE = "translate-kit"


def write(concepts: Sequence[Concept], options: Options) -> Export:
    """One package of one direction and its reverse."""
    pair = options.pair
    kind = Kind(
        f"{_TITLE} {pair}",
        ("Source", "Target", "Reading", "Synonyms", "Definition"),
        (
            (f"{pair.source} → {pair.target}", "{{Source}}", _ANSWER + "{{Target}}" + _MORE),
            (f"{pair.target} → {pair.source}", "{{Target}}", _ANSWER + "{{Source}}" + _MORE),
        ),
        f"{_SIZE}\n{_SMALL}",
    )
    notes = list(_notes(concepts, options))
    content = package_bytes(kind, notes, options.now)
    left = len(concepts) - len(notes)
    said = _("{n} concepts left out: no preferred term in both languages").format(n=left)
    return Export({options.named(".apkg"): content}, [said] if left else [])


def _notes(concepts: Sequence[Concept], options: Options) -> Iterator[Note]:
    pair, country = options.pair, options.country
    for concept in concepts:
        source, target = (concept.preferred(code, country) for code in (pair.source, pair.target))
        if source and target:
            readings = (t.grammar.get("reading", "") for t in (source, target))
            others = [
                term.text
                for code in (pair.source, pair.target)
                for term in concept.admitted(code, country)
            ]
            fields = (
                source.text,
                target.text,
                " ".join(filter(None, readings)),
                ", ".join(others),
                concept.definition,
            )
            yield Note(
                key=f"{pair} {concept.id}",
                deck=f"{_TITLE} {pair}::{concept.domain}",
                fields=[html.escape(text) for text in fields],
                tags=[concept.domain.replace(" ", "_")],
            )
