"""Labels of numbered paragraphs, 第%章 and （%）、 where % is the number, in another language.

They are a convention, as numerals are, and no text for an engine: the words come from the table
``languages/data/list_labels.csv`` (the labels of laws, reports and captions in five languages).
"""

import re
from functools import cache
from pathlib import Path

from translate_kit import languages
from translate_kit.files import read_table
from translate_kit.model import LANGUAGES

_DATA = Path(languages.__file__).parent / "data"
_TRAIL = re.compile(r"[\s：:、.．)）]*$")
_MARKS = str.maketrans(
    {"、": ".", "．": ".", "（": "(", "）": ")", "：": ":", "，": ",", "\u3000": " "}
)
_WIDE = str.maketrans({".": "", "．": "", ":": "："})


def worded(before: str, after: str, language: str) -> tuple[str, str] | None:
    """The words before and after a number in ``language``; None for words that no table knows.

    Of a language beyond the table's five the English words.
    """
    trail = _TRAIL.search(after)
    end = trail.start() if trail else len(after)
    said = f"{before.strip()}%{after[:end].strip()}"
    row = _rows().get(_key(said))
    if row is None:
        return None
    new = row.get(language) or row["en"]
    if said.isupper():
        new = new.upper()
    first, _number, last = new.partition("%")
    return first, last + _ended(after[end:], language)


def _ended(marks: str, language: str) -> str:
    """What follows a label: a stop behind the words is not written in Chinese and Japanese."""
    return marks.translate(_WIDE) if is_wide(language) else punctuated(marks, language)


def is_wide(language: str) -> bool:
    """Whether its marks are as wide as its characters, blank and all."""
    return language in ("zh", "ja")


def punctuated(text: str, language: str) -> str:
    """The marks around a number as ``language`` writes them: ``（%）、`` is ``(%).`` in Russian."""
    return text if is_wide(language) else text.translate(_MARKS)


def _key(label: str) -> str:
    return re.sub(r"\s+", "", label).casefold()


@cache
def _rows() -> dict[str, dict[str, str]]:
    """A label in any language -> the same in all; the first row of the table holds."""
    found: dict[str, dict[str, str]] = {}
    for row in read_table(_DATA / "list_labels.csv", required=LANGUAGES, known=LANGUAGES):
        for label in row.cells.values():
            found.setdefault(_key(label), dict(row.cells))
    return found
