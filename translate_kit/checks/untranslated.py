"""Words that were carried over instead of translated."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from translate_kit.checks.knowledge import Knowledge
from translate_kit.checks.segment import Remark, Segment
from translate_kit.files import read_table
from translate_kit.languages.scripts import CYRILLIC, HAN, HANGUL, KANA, counts
from translate_kit.messages import _
from translate_kit.model import Pair, Span

_OWN = {"zh": (HAN,), "ru": (CYRILLIC,), "ko": (HANGUL,), "ja": (HAN, KANA)}
_SMALL = re.compile(r"(?<![A-Za-z])[a-z]{3,}(?![A-Za-z])")
_LONG_HAN = 12
"""Characters: a shorter name or heading may be written alike in Chinese and Japanese."""
_ADDRESS = (
    r"https?://\S+|www\.\S+|[\w.+-]+@[\w.-]+|[A-Za-z-]+\.(?:com|org|net|gov|edu|cn|ru|kr|jp)\b"
)
_ASIDE = rf"[(（\[［【<{{][^()（）\[\]［］【】<>{{}}]*[)）\]］】>}}]|{_ADDRESS}"
_QUOTED = r"[“\"«「『‘'][A-Za-z ]+[”\"»」』’']"
_SKIPPED = re.compile(f"{_ASIDE}|{_QUOTED}")
_SPECIES = re.compile(r"[A-Z][a-z]+ [a-z]+(?:ae|is|us|um|ii|ans|ens|oides|ica|ata)(?![a-z])")
"""Latin names of plants and animals: Karenia brevis."""
_FILE = Path(__file__).parent / "data" / "loanwords.csv"
# Small letters only: a name has a capital, an abbreviation several.
_WORD = re.compile(r"(?<![A-Za-z0-9À-ɏ.'’/-])[a-z]{4,}(?![A-Za-z0-9À-ɏ/]|[.][A-Za-z])")


def check(segment: Segment, knowledge: Knowledge) -> Iterator[Remark]:
    """Untranslated words.

    The whole source left as it was, or English words in small letters carried over into Chinese,
    Russian, Korean or Japanese. Names, codes and what stands in brackets may stay.
    """
    source, target = segment.source.strip(), segment.target.strip()
    if source == target and _is_language(source, segment.pair):
        yield Remark(_("the translation is the source itself"), Span(0, len(segment.target)))
        return
    if segment.pair.source != "en":
        return
    words = set(_SMALL.findall(segment.source)) - _may_stay()
    visible = segment.target
    for skipped in (_SKIPPED, _SPECIES):
        visible = skipped.sub(lambda found: "\0" * len(found[0]), visible)
    left = [found for found in _WORD.finditer(visible) if found[0] in words]
    sure = len({found[0] for found in left}) > 1  # a single one may be Latin, or a word in use
    for found in left:
        message = _("the English word “{word}” was not translated")
        yield Remark(message.format(word=found[0]), Span(*found.span()), sure=sure)


def _is_language(text: str, pair: Pair) -> bool:
    """Whether ``text`` is words of the source language, not a name or code common to both."""
    found = counts(text)
    if {pair.source, pair.target} == {"zh", "ja"} and KANA not in found:
        return found.get(HAN, 0) >= _LONG_HAN
    if pair.source == "en":
        return _SMALL.search(text) is not None
    return any(script in found for script in _OWN.get(pair.source, ()))


@cache
def _may_stay() -> frozenset[str]:
    """English words that other languages write as they are."""
    columns = ("word", "note")
    return frozenset(r.cells["word"] for r in read_table(_FILE, required=columns, known=columns))
