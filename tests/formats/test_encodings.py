"""Replies from abroad in the encodings that mail programs really use."""

from pathlib import Path

import pytest

from translate_kit.errors import BadData
from translate_kit.formats.encoding import read_text_file

LETTERS = {
    "ru": "Уважаемый господин Ван!\nНаше предприятие готово поставить 2000 костюмов до 15 февраля.",
    "ko": "보내주신 공문에 감사드립니다.\n마스크 5,000장을 2월 15일까지 보낼 수 있습니다.",
    "ja": "お問い合わせありがとうございます。\n防護服5,000着を2月15日までに供給できます。",
    "zh": "你好，来函收悉。\n我方可于2月15日前供应5000套防护服。",
    "en": "Thank you for your letter – we can supply 5,000 “suits” by 15 February at £3.50 each.",
}
ENCODINGS = {
    "ru": ("cp1251", "koi8_r", "cp866"),
    "ko": ("cp949", "euc_kr"),
    "ja": ("cp932", "shift_jis", "euc_jp", "iso2022_jp"),
    "zh": ("gbk", "gb18030"),
    "en": ("cp1252",),
}
EVERYWHERE = ("utf_8", "utf_8_sig", "utf_16")
SHORT = {
    "ru": "Готовы поставить 2000 шт.",
    "ko": "마스크 5,000장을 보내 드립니다.",
    "ja": "防護服を5000着供給できます。",
    "zh": "可供应防护服5000套。",
}
CASES = [(code, name) for code, own in ENCODINGS.items() for name in (*own, *EVERYWHERE)]


@pytest.mark.parametrize(("language", "encoding"), CASES)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_letter_is_read_in_its_encoding(
    tmp_path: Path, language: str, encoding: str, newline: str
) -> None:
    file = tmp_path / "reply.txt"
    file.write_bytes(LETTERS[language].replace("\n", newline).encode(encoding))
    text = read_text_file(file).text
    assert text == LETTERS[language].replace("\n", newline)


@pytest.mark.parametrize(("language", "encoding"), [c for c in CASES if c[0] in SHORT])
def test_a_line_is_enough(tmp_path: Path, language: str, encoding: str) -> None:
    file = tmp_path / "reply.txt"
    file.write_bytes(SHORT[language].encode(encoding))
    assert read_text_file(file).text == SHORT[language]


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "reply.txt"
    file.write_bytes(bytes(range(256)) * 40)
    with pytest.raises(BadData, match=r"reply\.txt"):
        read_text_file(file)
