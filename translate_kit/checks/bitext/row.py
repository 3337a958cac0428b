"""The values of this room: a row of source and target, and what a file holds of them."""

from dataclasses import dataclass

from translate_kit.model import LANGUAGES, Pair


@dataclass(frozen=True, slots=True)
class Row:
    """A source text and its translation; ``where`` says the place in the reader's terms."""

    where: str
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Bitext:
    """The rows of one or two files, in reading order, and the languages."""

    pair: Pair
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """The languages that a person asked for; None where the file is to say."""

    source: str | None = None
    target: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What a reader found: the rows, and the languages that the file itself names."""

    rows: tuple[Row, ...]
    source: str | None = None
    target: str | None = None


_NAMES = {
    "中文": "zh", "汉语": "zh", "cn": "zh", "chinese": "zh", "英文": "en", "英语": "en",
    "english": "en", "俄文": "ru", "俄语": "ru", "russian": "ru", "韩文": "ko", "韩语": "ko",
    "kr": "ko", "korean": "ko", "日文": "ja", "日语": "ja", "jp": "ja", "japanese": "ja",
}  # fmt: skip


def language_of(name: str | None) -> str | None:
    """The language that a code or column name means: ``zh-CN``, ``en_US``, 俄文; None for none.

    A code that is none of ours (``fr``) comes back as it is, in small letters.
    """
    if not name:
        return None
    folded = name.strip().casefold()
    code = folded.replace("_", "-").split("-")[0]
    known = _NAMES.get(folded) or _NAMES.get(code)
    if known or code in LANGUAGES:
        return known or code
    return code if len(code) in (2, 3) and code.isascii() and code.isalpha() else None
