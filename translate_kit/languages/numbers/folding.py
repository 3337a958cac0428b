"""Folding of widths and blanks that keeps every character at its place.

NFKC would be simpler and wrong here: it changes lengths (½ becomes 1⁄2), and every span has to
point into the text as the person wrote it.
"""

_FULL_WIDTH = {0xFF01 + i: 0x21 + i for i in range(94)}
# NBSP and narrow NBSP stand between groups of digits, the ideographic blank in Japanese text.
_BLANKS = dict.fromkeys((0x00A0, 0x202F, *range(0x2002, 0x200B), 0x3000, 0x09), 0x20)
_HYPHENS = dict.fromkeys((0x2010, 0x2011, 0x2212), 0x2D)
_TILDES = dict.fromkeys((0x301C, 0x223C, 0x02DC), 0x7E)
_APOSTROPHES = {0x2019: 0x27}
# Russian typists and OCR mix these up inside XIX; the Roman numeral rule reads Latin letters.
_FOLD = _FULL_WIDTH | _BLANKS | _HYPHENS | _TILDES | _APOSTROPHES


def fold(text: str) -> str:
    """``text`` with plain digits, blanks, hyphens and tildes, of the same length."""
    return text if text.isascii() else text.translate(_FOLD)
