"""Putting translations where the sentences of a text stood, with the layout as it was."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from translate_kit.model import Span

_WIDE_LANGUAGES = ("zh", "ja")
_SINGLE_BLANK = re.compile(r"[ \u00a0\u3000]?\Z")
_WIDE_END = re.compile(r"[\u3000-\u303f\u3040-\u30ff\u3400-\u9fff\uff00-\uffef”’…]\Z")
_CALL = re.compile(r"[！？!?‼⁇⁈⁉][”’」』）)]*\Z")


@dataclass(frozen=True, slots=True)
class Rejoined:
    """A text and where in it each of the sentences put in has come to stand."""

    text: str
    spans: tuple[Span, ...]


def rejoin(
    text: str, spans: Sequence[Span], replacements: Sequence[str], target_language: str
) -> str:
    """``text`` with each sentence replaced; see ``place``, which says where they stand too."""
    return place(text, spans, replacements, target_language).text


def place(
    text: str, spans: Sequence[Span], replacements: Sequence[str], target_language: str
) -> Rejoined:
    """``text`` with each of its sentences, as ``split`` found them, replaced.

    Layout stays exactly as it is. Only where two sentences stand next to each other with one
    blank or none between them is the blank the target's: one in English, Russian and Korean; none
    in Chinese; in Japanese none but a wide one after a question or exclamation mark (公用文作成の
    考え方, 2022). Between two that nobody could translate it stays too. Raises ValueError where
    there are not as many replacements as sentences.
    """
    if len(spans) != len(replacements):
        raise ValueError(f"{len(replacements)} replacements for {len(spans)} sentences")
    parts: list[str] = []
    placed: list[Span] = []
    length = done = 0
    for number, (span, new) in enumerate(zip(spans, replacements, strict=True)):
        gap = text[done : span.start]
        kept = new == span.of(text) and replacements[number - 1] == spans[number - 1].of(text)
        if number and not kept:
            gap = _joint(gap, replacements[number - 1], new, target_language)
        placed.append(Span(length + len(gap), length + len(gap) + len(new)))
        length = placed[-1].end
        parts += gap, new
        done = span.end
    return Rejoined("".join(parts) + text[done:], tuple(placed))


def _joint(gap: str, before: str, after: str, language: str) -> str:
    """What stands between two sentences in the target, given what stood between them before."""
    if not _SINGLE_BLANK.match(gap):
        return gap
    if not (before and after):
        return ""
    if language not in _WIDE_LANGUAGES:
        return gap if gap in (" ", "\u00a0") else " "
    if not _WIDE_END.search(before) and not _CALL.search(before):
        return gap or " "  # ends in Latin letters: Co., Ltd.
    return "\u3000" if language == "ja" and _CALL.search(before) else ""
