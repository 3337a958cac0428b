"""Which letters stand side by side without blanks."""

import re

CJK = r"\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7a3"
"""Chinese, Japanese and Korean letters, as the inside of a character class."""

_CJK = re.compile(f"[{CJK}]")
_HANGUL = re.compile(r"[\uac00-\ud7a3]")


def is_cjk(character: str) -> bool:
    """Whether a character is Chinese, Japanese or Korean; False for an empty string."""
    return bool(_CJK.match(character))


def is_hangul(character: str) -> bool:
    """Whether a character is a Korean syllable."""
    return bool(_HANGUL.match(character))
