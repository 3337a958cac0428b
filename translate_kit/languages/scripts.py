"""Which scripts a text is written in, by the share of its letters.

Codes, addresses and abbreviations (N95, GB 19082, info@…, PPE) are written alike in every language
and say nothing of the text's own; they count only where there is nothing else.
"""

import re
from collections.abc import Mapping

LATIN, CYRILLIC, HAN, KANA, HANGUL, OTHER = (
    "Latin", "Cyrillic", "Han", "Kana", "Hangul", "Other"
)  # fmt: skip

# A character of these scripts says as much as about so many letters of an alphabet: measured on
# parallel news, where one Chinese character stands against three English letters.
_WEIGHTS: Mapping[str, float] = {HAN: 3, HANGUL: 2.5, KANA: 1.5}
# Foreign names in Latin letters stand in texts of every script; the reverse is rare.
_LATIN_BESIDE_OTHERS = 0.3

_SCRIPTS = re.compile(
    r"(?P<Latin>[A-Za-z\u00AA\u00BA\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F\u1E00-\u1EFF"
    r"\uFF21-\uFF3A\uFF41-\uFF5A])"
    r"|(?P<Cyrillic>[\u0400-\u052F])"
    r"|(?P<Han>[\u3005\u3006\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\U00020000-\U0003FFFF])"
    r"|(?P<Kana>[\u3041-\u3096\u30A1-\u30FA\u30FC\uFF66-\uFF9F])"
    r"|(?P<Hangul>[\uAC00-\uD7A3\u1100-\u11FF\u3131-\u318E])"
    r"|(?P<Other>[^\W\d_])"
)
_NEUTRAL = re.compile(
    # The look behind: from each of 100,000 letters no "@" would be looked for to their end again.
    r"https?://\S+|www\.\S+|(?<![\w.+-])[\w.+-]+@[\w.-]+\w"  # addresses
    r"|(?<![A-Za-z])[A-Z]{2,}(?![a-z])"  # PPE
    r"|(?<![A-Za-z])[A-Za-z]{0,4}[-/]?[0-9][A-Za-z0-9./-]*"  # N95, GB/T-1, 3M
)
_IN_BRACKETS = re.compile(r"[(（\[［【][^()（）\[\]［］【】]*(?:[)）\]］】]|$)")


def without_codes(text: str) -> str:
    """The text without codes, addresses, abbreviations and what stands in brackets.

    Brackets hold the foreign spelling of a name. What would leave nothing is not taken away.
    """
    for neutral in (_NEUTRAL, _IN_BRACKETS):
        rest = neutral.sub(" ", text)
        text = rest if _SCRIPTS.search(rest) else text
    return text


def counts(text: str) -> dict[str, int]:
    """How many letters of each script there are; scripts that don't occur are left out."""
    found: dict[str, int] = {}
    for match in _SCRIPTS.finditer(text):
        script = match.lastgroup or OTHER
        found[script] = found.get(script, 0) + 1
    return found


def shares(found: Mapping[str, int]) -> dict[str, float]:
    """The part of the text that each script carries, by what its characters say; sums to 1."""
    weighed = {script: number * _WEIGHTS.get(script, 1) for script, number in found.items()}
    if LATIN in weighed and len(weighed) > 1:
        weighed[LATIN] *= _LATIN_BESIDE_OTHERS
    total = sum(weighed.values())
    return {script: weight / total for script, weight in weighed.items()}
