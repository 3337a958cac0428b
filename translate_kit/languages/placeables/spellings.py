"""Placeables that are what they are spelt as: addresses, codes, phones, file numbers, Latin words.

The patterns of codes are those by which ``numbers`` tells identifiers from quantities, so that the
two never disagree on what is a number.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from translate_kit.files import read_toml
from translate_kit.languages.numbers import codes
from translate_kit.languages.placeables.placeable import Kind
from translate_kit.model import Span

DATA = read_toml(Path(__file__).parents[1] / "data" / "placeables.toml")
_ISSUERS: Mapping[str, str] = DATA["issuers"]

# Written out, because re.escape of the labels would hide which of them end in a letter.
_LABELS = "|".join(re.escape(label) for label in sorted(DATA["reference_labels"], key=len)[::-1])
_NUMBERED = r"[0-9A-Za-zА-Яа-яЁё]*[0-9][0-9A-Za-zА-Яа-яЁё]*"
_REFERENCES = (
    r"[〔\[(][12][0-9]{3}[〕\])] ?(?:第 ?)?[0-9]+ ?[号號호]",
    rf"(?<![A-Za-zА-Яа-яЁё])(?:{_LABELS})[: ]{{0,2}}(?P<number>{_NUMBERED}(?:[-/]{_NUMBERED})+)",
    r"(?<=[第제])[0-9]+(?:[-/][0-9]+)+(?=[号號호])",
    r"(?<![0-9.,-])[0-9]{3}-[0-9]{8}(?![0-9-])",  # an air waybill
)
_WORD = r"[A-Za-z\u00C0-\u024F](?:[A-Za-z0-9\u00C0-\u024F&'+-]|\.(?=[A-Za-z]))*"
_LATIN = rf"{_WORD}(?:\.? {_WORD})*"

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-") | {"〔": "[", "〕": "]"})
_PHONE_STARTS = re.compile(r"[+0-9(]")


@dataclass(frozen=True, slots=True)
class Spelling:
    """One sort of placeable: its ``kind``, ``pattern`` over folded text, the place within a match
    and the ``value`` of its folded text."""

    kind: Kind
    pattern: re.Pattern[str]
    place: Callable[[re.Match[str]], Span]
    value: Callable[[str], str]

    def find(self, folded: str) -> Iterator[tuple[Span, str]]:
        """Every place in a folded text with its value."""
        for match in self.pattern.finditer(folded):
            span = self.place(match)
            yield span, self.value(span.of(folded))


def plain(text: str) -> str:
    """A spelling with widths, dashes and blanks evened out: ``EN ISO 374-1``."""
    return " ".join(unicodedata.normalize("NFKC", text).translate(_DASHES).split())


def code(text: str) -> str:
    """A code's name in any alphabet: GB/T 19083—2010 and ``gb/t19083-2010``, ГОСТ and GOST."""
    tight = plain(text).upper().replace(" ", "").replace(":", "-")
    issuer = next((i for i in _LONGEST_ISSUERS if tight.startswith(i)), "")
    return _ISSUERS.get(issuer, "") + tight[len(issuer) :]


_LONGEST_ISSUERS = sorted(_ISSUERS, key=len, reverse=True)


def _whole(match: re.Match[str]) -> Span:
    return Span(*match.span())


def _numbered(match: re.Match[str]) -> Span:
    """Without the label before it, which is a word of the sentence."""
    return Span(*match.span("number")) if match["number"] else Span(*match.span())


def _standard(match: re.Match[str]) -> Span:
    """Without the stop that ends the sentence; stops inside belong to the number (12.4.064)."""
    return Span(match.start(), match.start() + len(match.group().rstrip(".")))


def _address(match: re.Match[str]) -> Span:
    """Without the stop or bracket that ends the sentence and not the address."""
    text = match.group().rstrip(".,;:!?'\"")
    if text.endswith(")") and "(" not in text:
        text = text.rstrip(").,;:!?")
    return Span(match.start(), match.start() + len(text))


def _phone(match: re.Match[str]) -> Span:
    """Without the label before it."""
    digits = _PHONE_STARTS.search(match.group())
    return Span(match.start() + (digits.start() if digits else 0), match.end())


def _dialled(text: str) -> str:
    return "".join(character for character in text if character.isdecimal() or character == "+")


def _file_number(text: str) -> str:
    """〔2020〕15号, (2020) 15호 and [2020]第15号 are one."""
    return re.sub(r"[ 第号號호]", "", plain(text).replace("(", "[").replace(")", "]"))


def _either(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


ADDRESSES = (
    Spelling(Kind.URL, re.compile(codes.URL), _address, plain),
    Spelling(Kind.EMAIL, re.compile(codes.EMAIL), _whole, lambda text: plain(text).lower()),
)
IDENTIFIERS = (
    Spelling(Kind.REFERENCE, _either(*_REFERENCES), _numbered, _file_number),
    Spelling(Kind.CODE, re.compile(codes.STANDARD), _standard, code),
    Spelling(Kind.PHONE, _either(*codes.PHONES), _phone, _dialled),
    Spelling(Kind.CODE, _either(codes.MODEL, codes.SIZE), _whole, code),
)
"""In the order in which they are looked for, after names: what has been found first is not looked
into again. All of them hold a digit."""

LATIN = Spelling(Kind.LATIN, re.compile(_LATIN), _whole, plain)
