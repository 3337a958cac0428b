"""Codes of standards: found however a person typed them, compared by what they name.

``GB／T１９１４６``, ``gbt 19146`` and ``GB/T 19146-2010`` name one standard. Which families exist
and how their numbers look is data (``families.csv``); this module knows only how to read it.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from translate_kit.files import Row, read_table
from translate_kit.model import Span

_FAMILIES = Path(__file__).parent / "families.csv"
_COLUMNS = ("family", "spellings", "number", "edition", "mark", "tail", "running", "note")

_LOOKALIKES = dict(zip("АВЕКМНОРСТУХ", "ABEKMHOPCTYX", strict=True))
"""Cyrillic capitals that a keyboard or an OCR program swaps with Latin ones."""

_TO_LATIN = str.maketrans(_LOOKALIKES)

_DASHES = dict.fromkeys("‐‑‒–—―−", "-")

_GLUED, _SPACED, _CLOSE = ("KF",), ("JIS", "KS"), ("ASTM", "CSA")
"""Families written without a blank (KF94), with one behind each letter, and with none there."""

_FIRST_YEAR_OF_LAST_CENTURY = 50
"""A two-digit year below this is 20xx: ASTM F2100-19, while GOST 12.4.064-84 is of 1984."""


@dataclass(frozen=True, slots=True)
class Code:
    """A standard's code: ``family`` and ``number`` (with its part) name it, ``edition`` dates it.

    ``edition`` begins with the year in four digits (``2009``, ``2001+A1:2009``); None where the
    text names no edition. A document without a code of a known family has an empty ``family`` and
    its folded name as ``number``.
    """

    family: str
    number: str
    edition: str | None = None

    @property
    def key(self) -> tuple[str, str]:
        """What names the standard in all its editions."""
        return self.family, self.number

    def __str__(self) -> str:
        name = f"{self.family} {self.number}".strip()
        return f"{name}:{self.edition}" if self.edition else name


@dataclass(frozen=True, slots=True)
class CodeFound:
    """A code inside a text: its place, the characters there, and what they mean."""

    span: Span
    text: str
    code: Code


@dataclass(frozen=True, slots=True)
class _Family:
    name: str
    pattern: re.Pattern[str]
    upper_only: bool
    mark: str


def same_standard(a: Code, b: Code) -> bool:
    """Whether two codes name one standard, of whatever edition."""
    return a.key == b.key


def normalise(text: str) -> Code:
    """The code that a person typed, in any case, width, dash and alphabet.

    Words around the code do not matter (``보건용 마스크 KF94`` is KF 94). A text that holds no
    code of a known family comes back as a name: family empty, number the folded text.
    """
    found = _resolve(_matches(fold(text)))
    return found[0][1] if found else Code("", _squeeze(fold(text)))


def written(text: str) -> str:
    """The code as its publisher writes it: ``gb／t 19146：2010`` is ``GB/T 19146-2010``.

    What stands around it, and names of documents without a code, only lose stray blanks and widths.
    """
    plain = _squeeze(unicodedata.normalize("NFKC", text))
    folded = fold(plain)
    found = min(_whole_matches(folded), key=lambda each: (each[0].start(), -each[0].end()),
                default=None)  # fmt: skip
    if found is None:
        return plain
    match, family = found
    number = _number_written(plain[match.start("number") : match.end("number")], family.name)
    rest = plain[match.end("number") : match.end()]
    if match["edition"]:
        start, end = match.span("edition")
        before = re.sub(r"\s*[-:/‐‑‒–—―−]\s*$", "", plain[match.end("number") : start])
        year = re.sub(r"\s", "", plain[start:end]).replace("/", "+")
        rest = f"{before}{family.mark}{year}{plain[end : match.end()]}"
    gap = _gap(plain[match.start() : match.start("number")], family.name)
    return f"{plain[: match.start()]}{family.name}{gap}{number}{rest}{plain[match.end() :]}"


def _gap(spelling: str, family: str) -> str:
    """What stands before the number: a blank, or what belongs to it (42 CFR Part 84, KF-AD)."""
    gap = spelling[len(family) :] if spelling.startswith(family) else ""
    if family in _GLUED:
        return gap.strip()
    return gap if any(map(str.isalpha, gap)) else " "


def _number_written(number: str, family: str) -> str:
    """JIS T 8115 and KS K ISO 16603, but ASTM F2100."""
    if family in _SPACED:
        return re.sub(r"(?<=[A-Z])[ -]?(?=\d)| +", " ", number.upper())
    return re.sub(r"(?<=[A-Z]) (?=\d)", "", number.upper()) if family in _CLOSE else number


def known_family(text: str) -> bool:
    """Whether the code is of a family that we know."""
    return bool(normalise(text).family)


def find_codes(text: str, names: Iterable[str] = ()) -> tuple[CodeFound, ...]:
    """All codes in running text of any language, in reading order, without overlaps.

    ``names`` are documents that have no code of a known family (``日本薬局方 …``); they are
    looked for as they stand. Short families such as EN or KS count only in capitals here, because
    ``en 2020`` is a word and a year.
    """
    folded = fold(text)
    candidates = [
        (span, code)
        for span, code, family in _family_matches(folded)
        if not family.upper_only or not _has_lower_case(text, span)
    ]
    candidates += _names_in(folded, names)
    return tuple(CodeFound(span, span.of(text), code) for span, code in _resolve(candidates))


def fold(text: str) -> str:
    """The text in capitals, with one form of dash, space, width and look-alike letter.

    The result has the length of ``text``, so that places found in it hold in the original.
    """
    return "".join(map(_fold_character, text))


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    plain = unicodedata.normalize("NFKC", character)
    plain = plain if len(plain) == 1 else character
    capital = plain.upper() if len(plain.upper()) == 1 else plain
    return _LOOKALIKES.get(capital, _DASHES.get(capital, capital))


def _squeeze(folded: str) -> str:
    return re.sub(r"\s+", " ", folded).strip()


def _has_lower_case(text: str, span: Span) -> bool:
    return any(character.islower() for character in span.of(text))


def _matches(folded: str) -> list[tuple[Span, Code]]:
    return [(span, code) for span, code, _family in _family_matches(folded)]


def _whole_matches(folded: str) -> Iterator[tuple[re.Match[str], _Family]]:
    for family in _families():
        for match in family.pattern.finditer(folded):
            yield match, family


def _family_matches(folded: str) -> Iterator[tuple[Span, Code, _Family]]:
    for match, family in _whole_matches(folded):
        number = re.sub(r" |(?<=[A-Z])-(?=\d)", "", match["number"])
        code = Code(family.name, number, _edition(match["edition"]))
        yield Span(match.start(), match.end()), code, family


def _names_in(folded: str, names: Iterable[str]) -> Iterator[tuple[Span, Code]]:
    for name in names:
        wanted = _squeeze(fold(name))
        for match in re.finditer(re.escape(wanted).replace(r"\ ", r"\s+"), folded):
            yield Span(match.start(), match.end()), Code("", wanted)


def _resolve(candidates: Iterable[tuple[Span, Code]]) -> list[tuple[Span, Code]]:
    """Leftmost first and longest first: ``EN ISO 13688`` is one code, not also ``ISO 13688``."""
    kept: list[tuple[Span, Code]] = []
    for span, code in sorted(candidates, key=lambda found: (found[0].start, -found[0].end)):
        if not kept or span.start >= kept[-1][0].end:
            kept.append((span, code))
    return kept


def _edition(raw: str | None) -> str | None:
    if not raw:
        return None
    edition = raw.replace(" ", "").replace("/", "+")
    year = re.match(r"\d+", edition)
    if year and len(year[0]) == 2:
        century = "20" if int(year[0]) < _FIRST_YEAR_OF_LAST_CENTURY else "19"
        return century + edition
    return edition


@lru_cache(maxsize=1)
def _families() -> tuple[_Family, ...]:
    rows = read_table(_FAMILIES, required=_COLUMNS[:3], known=_COLUMNS)
    return tuple(_family(row) for row in rows)


def _family(row: Row) -> _Family:
    """The row as one pattern over folded text: spelling, number, edition, a tail to swallow."""
    cells = {column: cell.translate(_TO_LATIN) for column, cell in row.cells.items()}
    spellings = "|".join(_spelling(text) for text in cells["spellings"].split("|"))
    edition = f"(?:{cells['edition']})?" if cells["edition"] else "(?P<edition>(?!))?"
    tail = f"(?:{cells['tail']})?" if cells["tail"] else ""
    whole = rf"(?<![A-ZА-ЯЁ0-9])(?:{spellings})[ -]{{0,2}}{cells['number']}{edition}(?!\d){tail}"
    return _Family(
        row.cells["family"], re.compile(whole), cells["running"] == "upper", cells["mark"]
    )


def _spelling(text: str) -> str:
    """Blanks may be missing or hyphens; a slash may be missing, or stand among blanks."""
    escaped = re.escape(fold(text)).replace(r"\ ", "[ -]{0,2}")
    return escaped.replace("/", " ?[/-]? ?")
