"""Text files of any office: which encoding they are in, and one that holds their translation."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from translate_kit.errors import BadData
from translate_kit.files import read_bytes
from translate_kit.messages import _

LARGEST = 24 * 2**20
"""Bytes of a text file, some 10,000 pages of Chinese; it takes 30 times as much memory."""

_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_SHIFTED = b"\x1b$"
"""How ISO-2022-JP begins a stretch of Japanese; all of its bytes are valid UTF-8."""
_LEAST = 0.7
"""The share of usual characters below which the file is no text we can read."""


@dataclass(frozen=True, slots=True)
class TextFile:
    """A text with its line ends as they are, its encoding, and its byte order mark."""

    text: str
    encoding: str
    mark: bytes = b""

    def encode(self, text: str) -> bytes:
        """The bytes of ``text`` in the same encoding; in UTF-8 with a mark where that lacks
        letters, so that no program takes it for the old encoding."""
        if text == self.text:
            return self.mark + text.encode(self.encoding)
        try:
            return self.mark + text.encode(_WRITTEN.get(self.encoding, self.encoding))
        except UnicodeEncodeError:
            return b"\xef\xbb\xbf" + text.encode("utf-8")


_WRITTEN = {"gb18030": "gbk"}
"""GB18030 has every letter, but those outside GBK no editor of its time can show."""


def read_text_file(path: Path) -> TextFile:
    """The file's text; raises BadData where it is none, or too large."""
    found = decode(read_bytes(path, LARGEST))
    if found is None:
        raise BadData(path, _("this is no text file; save it as UTF-8 text and try again"))
    return found


def decode(content: bytes) -> TextFile | None:
    """The text of these bytes: by their mark, as UTF-8, else by what reads most like a language."""
    for mark, encoding in _MARKS.items():
        if content.startswith(mark):
            body = content[len(mark) :]
            text = _decoded(body, encoding.removesuffix("-sig"))
            return None if text is None else TextFile(text, encoding.removesuffix("-sig"), mark)
    if _SHIFTED in content and (text := _decoded(content, "iso2022_jp")) is not None:
        return TextFile(text, "iso2022_jp")
    text = _decoded(content, "utf-8")
    if text is not None and _share(text, _expected) >= _LEAST:
        return None if "\0" in text else TextFile(text, "utf-8")
    if b"\0" in content:
        return None
    found = [(share, encoding, text) for encoding, text, share in _candidates(content)]
    best = max(found, key=lambda each: each[0], default=None)
    if best is None or best[0] < _LEAST:
        return None if text is None else TextFile(text, "utf-8")
    return TextFile(best[2], best[1])


def _share(text: str, usual: Callable[[str], bool]) -> float:
    """The share of characters beyond ASCII that are usual; of none all."""
    strange = [character for character in text if character > "\x7f"]
    return sum(map(usual, strange)) / len(strange) if strange else 1.0


def _expected(character: str) -> bool:
    """Scripts that a UTF-8 file may well hold. Two characters of GBK can pass for two of those
    that no text here has: 联通 looks like Greek and Cyrillic accents."""
    return not "\u02b0" <= character <= "\u03ff" and not "\u0460" <= character <= "\u0dff"


def _decoded(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _candidates(content: bytes) -> list[tuple[str, str, float]]:
    """Encodings that can read the content, the text they read, and how usual its letters are."""
    found = []
    for encoding, usual in _USUAL.items():
        text = _decoded(content, encoding)
        if text is None or text.isascii():
            continue
        shows = _SHOWING.get(encoding)
        trust = 0.9 if shows and not shows.search(text) else 1.0
        found.append((encoding, text, trust * _share(text, usual)))
    return found


_SHOWING = {
    "cp949": re.compile("[\uac00-\ud7af][,.]? [\uac00-\ud7af]"),
    "euc_jp": re.compile("[ぁ-ん]"),
}
"""What a text in that encoding has: Korean parts its words, Japanese inflects in hiragana. Chinese
of common characters would else pass for either."""


def _within(encoding: str, first: int, last: int) -> Callable[[str], bool]:
    """Whether a character's leading byte in a national standard is among the common ones."""

    def usual(character: str) -> bool:
        code = character.encode(encoding, "ignore")
        return _mark(character) or (len(code) == 2 and first <= code[0] <= last)

    return usual


def _mark(character: str) -> bool:
    """Punctuation that East Asian texts have in all their encodings."""
    return character in "，。、：；！？（）《》“”‘’「」『』·…—　・〇々ー"


def _kana_or_kanji(character: str) -> bool:
    return "ぁ" <= character <= "ヿ" or _FIRST_KANJI(character)


def _cyrillic(character: str) -> bool:
    """Small letters: a wrong guess between Cyrillic encodings turns them into capitals."""
    return "а" <= character <= "я" or character in "ё№«»—–"


def _western(character: str) -> bool:
    """What an English text has beside ASCII, and the letters of its neighbours."""
    return character in "‘’“”–—…•·£€©®™°§±½¼×\u00a0«»" or "à" <= character <= "ÿ"


_FIRST_KANJI = _within("cp932", 0x88, 0x97)
_USUAL: dict[str, Callable[[str], bool]] = {
    "cp949": _within("cp949", 0xB0, 0xC8),
    "gb18030": _within("gb2312", 0xB0, 0xD7),
    "cp932": _kana_or_kanji,
    "euc_jp": _kana_or_kanji,
    "cp1251": _cyrillic,
    "big5": _within("big5", 0xA4, 0xC6),
    "koi8-r": _cyrillic,
    "cp866": _cyrillic,
    "cp1252": _western,
}
"""Encodings, of equals the first wins -> whether a character is usual in it. The ranges
are the common characters of GB 2312 (level 1), KS X 1001, JIS X 0208 (level 1) and Big5."""
