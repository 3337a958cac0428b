"""What a reply decides, by the phrases that official letters use for it.

``results.tsv`` beside this module lists the phrases; ``…`` in one stands for anything within the
sentence. A sentence that declines is not looked at for consent: “cannot supply” holds “supply”.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from pathlib import Path

from translate_kit.files import read_table
from translate_kit.languages.segmentation import split
from translate_kit.register import Result

_ORDER = (Result.DECLINED, Result.AGREED, Result.SAMPLES, Result.REFERRED, Result.ASKS)
_GAP = ".{0,60}?"
_ANNOUNCES = (":", "：")
_LISTED = re.compile(r".* \| |[-–—•·*▪○] ?|[0-9]{1,2}[.)、．] ?|[①-⑳]|[가-하]\. ")
"""How a table's row begins, as we read it, or an item of a list."""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence that decides something, and what; ``next`` is the sentence after it in its
    paragraph, empty where it is the last, and ``listed`` the rows or items that it announces."""

    result: Result
    sentence: str
    next: str = ""
    listed: tuple[str, ...] = ()


def said(paragraphs: Sequence[str], language: str) -> tuple[Said, ...]:
    """Every sentence that decides something, in reading order."""
    return tuple(
        one
        for number, text in enumerate(paragraphs, 1)
        for one in _in_paragraph(
            text, language, tuple(takewhile(_LISTED.match, paragraphs[number:]))
        )
    )


def result_of(sentences: Sequence[Said]) -> Result | None:
    """What they come to: consent to a part where some is declined; None where nothing is said."""
    found = {one.result for one in sentences}
    if {Result.DECLINED, Result.AGREED} <= found:
        return Result.PARTIAL
    for result in (Result.AGREED, Result.SAMPLES, Result.REFERRED, Result.DECLINED, Result.ASKS):
        if result in found:
            return result
    return None


def _in_paragraph(text: str, language: str, listed: tuple[str, ...]) -> Iterator[Said]:
    sentences = [span.of(text) for span in split(text, language)]
    for sentence, after in zip(sentences, (*sentences[1:], ""), strict=True):
        for result in _decisions(sentence, language):
            announces = not after and sentence.rstrip().endswith(_ANNOUNCES)
            yield Said(result, sentence, after, listed if announces else ())


def _decisions(sentence: str, language: str) -> Iterator[Result]:
    for result in _ORDER:
        if any(pattern.search(sentence) for pattern in _patterns(language).get(result, ())):
            yield result
            if result is Result.DECLINED:
                return


@cache
def _patterns(language: str) -> Mapping[Result, tuple[re.Pattern[str], ...]]:
    found: dict[Result, list[re.Pattern[str]]] = {}
    columns = ("language", "result", "phrase")
    for row in read_table(Path(__file__).with_name("results.tsv"), required=columns, known=columns):
        if row.cells["language"] == language:
            pieces = map(re.escape, row.cells["phrase"].split("…"))
            pattern = re.compile(_GAP.join(pieces), re.IGNORECASE | re.DOTALL)
            found.setdefault(Result(row.cells["result"]), []).append(pattern)
    return {result: tuple(patterns) for result, patterns in found.items()}
