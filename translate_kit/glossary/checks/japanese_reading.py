"""Japanese terms without their reading, or with a wrong one."""

import re
from collections.abc import Iterator

from translate_kit.glossary.checks.examined import Examined, Remark, of_term
from translate_kit.glossary.store import fold
from translate_kit.messages import _

_KANJI = re.compile("[\u3400-\u9fff々〆]")
_READING = re.compile("[\u3041-\u3096ー]+")
_KANA = re.compile("[\u3041-\u3096ー]")


def check(examined: Examined) -> Iterator[Remark]:
    """Japanese reading.

    A term with Chinese characters needs its reading in hiragana (``reading=いりょうよう``): it is
    found by it, sorted by it and read aloud by it. The kana of the term stand in it in their order.
    """
    for entry in examined.approved("ja"):
        reading = entry.term.grammar.get("reading", "")
        message = _message(entry.term.text, reading)
        if message:
            yield of_term(entry.concept, entry.term, message, "grammar")


def _message(text: str, reading: str) -> str:
    if not reading:
        return _("no reading; add reading=… in hiragana") if _KANJI.search(text) else ""
    if not _READING.fullmatch(reading):
        return _("the reading “{reading}” is not all hiragana").format(reading=reading)
    rest = reading
    for kana in _KANA.findall(fold(text)):
        _before, found, rest = rest.partition(kana)
        if not found:
            message = _("“{kana}” of the term is not in the reading “{reading}”")
            return message.format(kana=kana, reading=reading)
    return ""
