"""The values that every room shares. They know nothing of files, engines or the command line."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

LANGUAGES = ("zh", "en", "ru", "ko", "ja")
"""The codes of the five languages, Chinese first: the office's own."""


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """A direction of translation by language codes (ISO 639-1), written ``zh-ru``.

    Engines may know languages beyond our five, so the codes are not checked here.
    """

    source: str
    target: str

    def __str__(self) -> str:
        return f"{self.source}-{self.target}"

    @classmethod
    def parse(cls, text: str) -> "Pair":
        """``zh-ru`` or ``zh_ru`` as a pair; raises ValueError for anything else."""
        source, dash, target = text.strip().lower().replace("_", "-").partition("-")
        if not (dash and source.isalpha() and target.isalpha() and source != target):
            raise ValueError(text)
        return cls(source, target)


class Severity(StrEnum):
    """How much a finding matters to the person who signs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text: characters from ``start`` up to, not including, ``end``."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of ``text`` that the span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about a text that a person should look at.

    ``check`` names what found it, ``message`` is in the interface language, ``where`` says the
    place in the reader's terms (a language, a paragraph, a row) and ``span`` the characters. Of a
    translation, ``span`` lies in the translation and ``source_span`` in its source, where
    something of it is missing or came out wrong; either may be None.
    """

    severity: Severity
    check: str
    message: str
    where: str = ""
    span: Span | None = None
    source_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A piece of a source text and the piece of its translation that says it."""

    source: Span
    target: Span


Alignment = tuple[Link, ...]
"""Which words of a translation come from which words of its source, in the target's order.

An engine links its own tokens; several links may share a span. Empty where nothing is known.
"""


@dataclass(frozen=True, slots=True)
class InlineTag:
    """Something inside a running text that is not text: formatting, a link, a picture, a note.

    A ``paired`` tag covers the characters of ``span`` (formatting, a hyperlink; XLIFF's ``pc``);
    one that is not stands between two characters, its span empty (a note reference, a field, a
    break; XLIFF's ``ph``). ``id`` is unique in its block and means something to the format only.
    """

    id: str
    span: Span
    paired: bool


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, cell or caption of a document: what a reader takes in as a whole.

    ``id`` is unique and the same at every reading of the same file. ``text`` has no markup;
    ``tags`` are in the order in which they open. ``where`` says the place in the reader's terms
    (“slide 3, notes”). ``pending`` marks a text still in the source language that the format
    shows highlighted.
    """

    id: str
    text: str
    tags: tuple[InlineTag, ...] = ()
    where: str = ""
    pending: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """The translatable texts of a file, in reading order; what else it holds stays in the file."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class TranslationUnit:
    """One segment in several languages: language code -> text."""

    id: str
    texts: Mapping[str, str]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Noun:
    """A term as a grammar needs it: its dictionary form and the glossary's grammar notes.

    ``grammar`` holds what the form does not show, e.g. ``{"gender": "m", "gen_pl": "..."}``; each
    language module documents the keys it reads.
    """

    text: str
    grammar: Mapping[str, str]
