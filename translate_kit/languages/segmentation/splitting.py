"""Cutting a text into sentences."""

import re
from collections.abc import Iterator

from translate_kit.languages.segmentation.enclosures import CLOSERS, enclosures
from translate_kit.languages.segmentation.end import End
from translate_kit.languages.segmentation.ending import ends
from translate_kit.languages.segmentation.markers import ITEM, next_korean_item
from translate_kit.languages.segmentation.stretches import BLANK, BLANKS, stretches
from translate_kit.languages.segmentation.words import Words, words_of
from translate_kit.model import Span

_MARKS = re.compile(r"[。！？!?…．.｡‼⁇⁈⁉;；](?:(?<![;；])[。！？!?…．.｡‼⁇⁈⁉]+)?")
_ALNUM = re.compile(r"[^\W_]")
# Bullets, arrows, boxes, stars and pictures before a sentence are layout; a dash or an asterisk
# only with a blank after it, and ○ □ △ only so too: ○○市長 stands for a name.
_LEAD = re.compile(
    rf"(?:[{BLANK}]|_{{2,}}|[-–—*·・](?=[{BLANK}])|[○◯□△◎](?=[{BLANK}])"
    "|[※•‣∙←-⇿⌀-⑟■▪-▲▶-◆●◘-◮◦★-❵➔-➿⬀-⯿\U0001f300-\U0001faff\ufe0f\u200d])*"
)
# Characters of a quotation or bracket that is still held together; a longer one is cut inside.
_LONGEST = {"zh": 150, "ja": 150, "ko": 250}
_LONGEST_OTHERWISE = 400


def split(text: str, language: str) -> tuple[Span, ...]:
    """The sentences of a text, in order; no span begins or ends with white space.

    Between the spans lies layout: nothing there is a letter or a digit. A line break, a tab, a run
    of four blanks and a blank to fill in (after a colon or at the end of a line) always end a
    sentence; a semicolon does so before the number of a list's next item. Quotations and brackets
    are held together up to some length. Numbers before items and headings belong to their sentence.
    Any string is accepted; a language without tables of its own is cut by the English ones.
    """
    words = words_of(language)
    return tuple(
        span for start, stop in stretches(text) for span in _sentences(text, start, stop, words)
    )


def _sentences(text: str, start: int, stop: int, words: Words) -> Iterator[Span]:
    begin = start
    for end in _cuts(text, start, stop, words):
        yield from _trimmed(text, begin, end)
        begin = end
    yield from _trimmed(text, begin, stop)


def _trimmed(text: str, start: int, stop: int) -> Iterator[Span]:
    """The piece without layout at its ends, or nothing where it holds no letter and no digit."""
    if not _ALNUM.search(text, start, stop):
        return
    first = _first(text, start, stop)
    while text[stop - 1] in BLANKS:
        stop -= 1
    yield Span(first, stop)


def _first(text: str, start: int, stop: int) -> int:
    lead = _LEAD.match(text, start, stop)
    return lead.end() if lead else start


def _cuts(text: str, start: int, stop: int, words: Words) -> Iterator[int]:
    """The places within a stretch at which a sentence ends, behind its last mark."""
    held = enclosures(text, start, stop, _LONGEST.get(words.language, _LONGEST_OTHERWISE))
    partners = {pair.end for pair in held}
    current = 0
    first = _first(text, start, stop)
    for found in _MARKS.finditer(text, start, stop):
        mark = found.start()
        while current < len(held) and held[current].end < mark:
            current += 1
        around = held[current] if current < len(held) and held[current].start < mark else None
        after = _after_closers(text, found.end(), stop, partners)
        if around and after <= around.end:
            continue
        item = next_korean_item(text, first, mark)
        if item is not None:
            yield item
            first = item
        end = End(text, first, mark, found.end(), after, stop, around)
        if _is_end(end, words):
            yield after
            first = _first(text, after, stop)


def _is_end(end: End, words: Words) -> bool:
    if end.marks in (";", "；"):
        return bool(ITEM.match(end.text, end.behind, end.stop))
    return ends(end, words)


def _after_closers(text: str, place: int, stop: int, partners: set[int]) -> int:
    """Behind the closing marks that follow an end mark, one blank before them allowed («Да. »)."""
    while place < stop:
        if place in partners or text[place] in CLOSERS or _is_loose(text, place, stop):
            place += 1
        elif place + 1 in partners and text[place] in " \u00a0\u202f":
            place += 2
        else:
            break
    return place


def _is_loose(text: str, place: int, stop: int) -> bool:
    """A straight quotation mark without a partner that can only close: ``go.' Then``."""
    if text[place] not in "\"'＂":
        return False
    return place + 1 == stop or text[place + 1] in BLANKS or text[place + 1] in CLOSERS
