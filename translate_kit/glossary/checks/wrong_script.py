"""Terms in the letters of another language."""

import re
from collections.abc import Iterator

from translate_kit.glossary.checks.examined import Examined, Remark, of_term
from translate_kit.messages import _

_HAN, _KANA, _HANGUL = (
    "\u3400-\u9fff々〇",
    "\u3041-\u30ff",
    "\uac00-\ud7a3\u1100-\u11ff\u3131-\u318e",
)
_CYRILLIC, _GREEK = "\u0400-\u04ff", "\u0370-\u03ff"
_FOREIGN = {
    "zh": _KANA + _HANGUL + _CYRILLIC,
    "en": _HAN + _KANA + _HANGUL + _CYRILLIC,
    "ru": _HAN + _KANA + _HANGUL,
    "ko": _HAN + _KANA + _CYRILLIC,
    "ja": _HANGUL + _CYRILLIC,
}
_PATTERNS = {code: re.compile(f"[{letters}]+") for code, letters in _FOREIGN.items()}


def check(examined: Examined) -> Iterator[Remark]:
    """Letters of another script.

    A Russian term holds no Chinese characters, a Korean one no kana, and so on; Latin letters and
    figures (N95, COVID-19) may stand in any. Most often a cell has slipped into the wrong column.
    """
    for entry in examined.glossary.entries():
        found = _PATTERNS[entry.term.language].search(entry.term.text)
        if found:
            message = _("“{letters}” is not of this language's script")
            yield of_term(entry.concept, entry.term, message.format(letters=found.group()))
