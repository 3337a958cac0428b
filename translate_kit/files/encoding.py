"""Text files from abroad, in whatever encoding a partner's mail program left them.

Replies come in Windows-1251 and KOI8-R from Russia, CP949 from Korea, Shift_JIS, EUC-JP and
ISO-2022-JP from Japan, GBK at home. charset-normalizer finds the likely ones by statistics, which
on a line or two take Shift_JIS for Korean: of its answers the one counts whose text has the most
characters of everyday use, the likeliest where they are equal.
"""

import re
from pathlib import Path

from translate_kit.errors import BadData
from translate_kit.files.reading import read_bytes
from translate_kit.messages import _

CANDIDATES = (
    *("cp1251", "koi8_r", "cp866", "cp949", "cp932", "euc_jp", "gb18030", "big5", "cp1252"),
)
"""Tried where the bytes are neither UTF-8 nor say what they are."""

_MARKS = {b"\xff\xfe": "utf_16", b"\xfe\xff": "utf_16", b"\xef\xbb\xbf": "utf_8_sig"}
_SHIFTED = b"\x1b$"
"""How ISO-2022-JP begins a stretch of Japanese; all of its bytes are valid UTF-8."""

_LEAST = 0.8
"""The share of everyday characters below which it is no text of ours."""
_LOOKED_AT = 20_000  # characters

_EVERYDAY = re.compile(
    r"[ぁ-ん]|[ァ-ヶー]|[、。，．：；？！「」『』（）〔〕《》・　０-９Ａ-Ｚａ-ｚ％～]"
    r"|(?<![а-яё])[А-ЯЁ]|[а-яё]|[«»№–—“”‘’…•°€£§©®±·\u00a0]"
    r"|(?<=[A-Za-z])[À-ÖØ-öø-ÿ]|[À-ÖØ-öø-ÿ](?=[a-z])"
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def read_foreign_text(path: Path) -> str:
    """The text of a file in any encoding of the five languages, newlines as ``\\n``.

    Raises BadData where none of them fits.
    """
    content = read_bytes(path)
    text = _told(content)
    if text is None:
        text = max(_likely(content), key=_usual, default="")
        if _usual(text) < _LEAST:
            raise BadData(path, _("no text in an encoding that is known; save it as UTF-8"))
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _likely(content: bytes) -> list[str]:
    """The text in every encoding that may be meant, the likeliest first."""
    from charset_normalizer import from_bytes

    found = [match.encoding for match in from_bytes(content, cp_isolation=list(CANDIDATES))]
    return [_decoded(content, one) for one in dict.fromkeys((*found, *CANDIDATES))]


def _told(content: bytes) -> str | None:
    """The text where the bytes themselves say how they are meant."""
    marked = next((e for mark, e in _MARKS.items() if content.startswith(mark)), None)
    encoding = marked or ("iso2022_jp" if _SHIFTED in content else "utf_8")
    text = _decoded(content, encoding)
    return text or (None if content else "")


def _decoded(content: bytes, encoding: str) -> str:
    """The text, empty where the bytes are none in that encoding."""
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return ""


def _usual(text: str) -> float:
    """The share of a text's characters beyond ASCII that are of everyday use; 0 for no text."""
    sample = text[:_LOOKED_AT]
    foreign = sum(not character.isascii() for character in sample)
    if not foreign or _CONTROL.search(sample):
        return 0.0
    common = _syllables(sample) or _ideographs(sample)  # today's Korean has no Han characters
    return (len(_EVERYDAY.findall(sample)) + common) / foreign


def _syllables(text: str) -> int:
    """How many of the 2,350 syllables of KS X 1001 it has."""
    return sum(_in_rows(one, "euc_kr", 0xC8) for one in text if "\uac00" <= one <= "\ud7a3")


def _ideographs(text: str) -> int:
    """How many characters of the first level, the everyday one, of GB 2312 or JIS X 0208."""
    return sum(
        _in_rows(one, "gb2312", 0xD7) or _in_rows(one, "euc_jp", 0xCF)
        for one in text
        if "\u4e00" <= one <= "\u9fff"
    )


def _in_rows(character: str, encoding: str, last: int) -> bool:
    try:
        return 0xB0 <= character.encode(encoding)[0] <= last
    except UnicodeEncodeError:
        return False
