"""Names: places and organisations of the glossary, and what contacts are called."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from translate_kit.checks.knowledge import Knowledge
from translate_kit.checks.segment import Remark, Segment
from translate_kit.checks.terms import Place, name_places
from translate_kit.files import read_table
from translate_kit.messages import _
from translate_kit.model import Span

_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 4
_LATIN = "en"
_LATIN_WORD = re.compile(r"[A-Za-zÀ-ɏ]+")
_LATIN_NAME = re.compile(
    r"(?<![A-Za-zÀ-ɏ0-9@./])(?![IVXLCDM]+(?![A-Za-z]))[A-ZÀ-Þ][A-Za-zÀ-ɏ]{3,}(?![A-Za-z0-9@])"
)
_ALIKE = 70.0
"""Of 100: names are spelt in two ways (Müslüm, Muslum)."""
_TONGUES = ("语", "語", "文", "어")
_FILE = Path(__file__).parent / "data" / "derived_names.tsv"
_ALPHABETS = ("en", "ru")


def check(segment: Segment, knowledge: Knowledge) -> Iterator[Remark]:
    """Names.

    Cities, countries and organisations that the glossary knows, and the names of contacts, must be
    in the translation as they are written there. China may become Chinese, and 北京市 北京. A name
    in Latin letters in a source of another script must be found again in an English translation.
    """
    yield from _known(segment, knowledge)
    if segment.pair.target == _LATIN != segment.pair.source:
        yield from _spelled(segment)


def _known(segment: Segment, knowledge: Knowledge) -> Iterator[Remark]:
    for place in name_places(segment, knowledge):
        source = place.span.of(segment.source)
        if _is_a_tongue(place, segment) or source in segment.target:
            continue
        if place.said(segment.target):
            continue
        if (wanted := _approved(place)) and not any(
            _in_another_form(name, segment.target, place.language) for name in wanted
        ):
            message = _("the name “{source}” is missing; write “{wanted}”")
            text = message.format(source=source, wanted=wanted[0])
            yield Remark(text, source_span=place.span)


def _spelled(segment: Segment) -> Iterator[Remark]:
    """Latin names of the source that the translation has not, nor anything spelt like them."""
    names = {found[0].casefold(): found for found in _LATIN_NAME.finditer(segment.source)}
    if not names:
        return
    from rapidfuzz import fuzz, process

    words = [word.casefold() for word in _LATIN_WORD.findall(segment.target)]
    for name, found in names.items():
        if process.extractOne(name, words, scorer=fuzz.ratio, score_cutoff=_ALIKE) is None:
            message = _("the name “{source}” is missing").format(source=found[0])
            yield Remark(message, source_span=Span(*found.span()))


def _approved(place: Place) -> list[str]:
    return [
        term.text
        for concept in place.concepts
        for term in concept.terms.get(place.language, ())
        if term.status.approved
    ]


def _is_a_tongue(place: Place, segment: Segment) -> bool:
    """Whether the name goes on to mean a language: 俄语, 中国語, 일본어."""
    return segment.source[place.span.end : place.span.end + 1] in _TONGUES


def _in_another_form(name: str, text: str, language: str) -> bool:
    """Chinese, тюменский; 俄 for 俄罗斯; without the word for city (北京 of 北京市)."""
    if (derived := _derived(language).get(name)) and derived.search(text):
        return True
    if language in _ALPHABETS:
        stems = (word[:_STEM] for word in _WORD.findall(name) if word[0].isupper())
        return any(re.search(rf"(?<!\w){stem}", text, re.IGNORECASE) for stem in stems)
    closed = text.replace(" ", "")
    return name in closed or (len(name) > 2 and name[:-1] in closed)


@cache
def _derived(language: str) -> Mapping[str, re.Pattern[str]]:
    """What else a name may become in a language, from ``derived_names.tsv``."""
    columns = ("language", "name", "forms", "note")
    rows = read_table(_FILE, required=columns, known=columns)
    return {
        row.cells["name"]: re.compile(row.cells["forms"])
        for row in rows
        if row.cells["language"] == language
    }
