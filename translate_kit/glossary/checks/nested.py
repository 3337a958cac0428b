"""Terms that hide inside other terms: 采购方 in 采购方案."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from translate_kit.files import read_table
from translate_kit.glossary.checks.examined import Examined, Remark, of_term
from translate_kit.glossary.store import Entry, fold
from translate_kit.messages import _

_SHORTEST, _LONGEST = 2, 12
_LANGUAGES = ("zh", "ja")
_WORDS = Path(__file__).parents[2] / "languages" / "data" / "cut_words.csv"
_COLUMNS = ("language", "word")


def check(examined: Examined) -> Iterator[Remark]:
    """A term inside another.

    Chinese and Japanese write no blanks, so a term may stand in another by accident, cutting a
    word of it in two: 采购方 (the buyer) in 采购方案 (a plan: 方案). Inside the longer term
    it is not looked for; where the longer one is only a word of the text, it would be: see that
    every such word is a term, or stands in ``covering_words.csv``. Terms that are parts of the
    longer one in meaning too (口罩 in 医用口罩) cut no word, and are not told; the words that can
    be cut stand in ``cut_words.csv``.
    """
    for language in _LANGUAGES:
        words = {
            fold(entry.term.text): entry
            for entry in examined.approved(language)
            if len(entry.term.text) >= _SHORTEST
        }
        for text, entry in words.items():
            for inner in dict.fromkeys(_cutting(text, words, language)):
                other = words[inner]
                message = _("“{inner}” of {id} is inside it, cutting a word: {definition}")
                said = message.format(
                    inner=other.term.text, id=other.concept.id, definition=other.concept.definition
                )
                if other.concept.id != entry.concept.id:
                    yield of_term(entry.concept, entry.term, said)


def _cutting(text: str, words: Mapping[str, Entry], language: str) -> Iterator[str]:
    """Terms in a text that begin or end in the middle of a word."""
    known = _known(language)
    for start in range(len(text)):
        for end in range(start + _SHORTEST, min(len(text), start + _LONGEST) + 1):
            if end - start < len(text) and text[start:end] in words:
                before, after = text[max(0, start - 1) : start + 1], text[end - 1 : end + 1]
                if (start > 0 and before in known) or (end < len(text) and after in known):
                    yield text[start:end]


@cache
def _known(language: str) -> frozenset[str]:
    """Words of two characters that compounds are made of."""
    rows = read_table(_WORDS, required=_COLUMNS, known=_COLUMNS)
    return frozenset(row.cells["word"] for row in rows if row.cells["language"] == language)
