"""Full-width and half-width characters mixed."""

import re
from collections.abc import Iterator

from translate_kit.glossary.checks.examined import Examined, Remark, of_term
from translate_kit.messages import _

_FULL_LETTER = re.compile("[０-９Ａ-Ｚａ-ｚ]+")
_HALF_KANA = re.compile("[\uff61-\uff9f]+")
_FULL_MARK = re.compile("[（），．：；！？％＋－／～　]")
_HALF_MARK = re.compile(r"[(),;:!?](?!\d)")
_EAST_ASIAN = re.compile("[\u3041-\u30ff\u3400-\u9fff]")


def check(examined: Examined) -> Iterator[Remark]:
    """Full and half width.

    Letters and figures are half-width everywhere (N95, not Ｎ９５), kana full-width; brackets and
    other marks are full-width in Chinese and Japanese words and half-width in the other languages.
    """
    for entry in examined.glossary.entries():
        for message in _messages(entry.term.text, entry.term.language):
            yield of_term(entry.concept, entry.term, message)


def _messages(text: str, language: str) -> Iterator[str]:
    for pattern in (_FULL_LETTER, _HALF_KANA):
        for found in pattern.findall(text):
            wrong = _("“{text}” is full-width; letters and figures are half-width")
            kana = _("“{text}” is half-width; kana are full-width")
            yield (wrong if pattern is _FULL_LETTER else kana).format(text=found)
    if language in ("zh", "ja"):
        for found in _HALF_MARK.findall(text) if _EAST_ASIAN.search(text) else ():
            yield _("“{text}” is half-width; this language writes it full-width").format(text=found)
    else:
        for found in _FULL_MARK.findall(text):
            yield _("“{text}” is full-width; this language writes it half-width").format(text=found)
