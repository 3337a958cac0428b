"""The values that every room shares. They know nothing of files, engines or the command line."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

LANGUAGES = ("zh", "en", "ru", "ko", "ja")
"""The codes of the five languages, Chinese first: the office's own."""


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
    place in the reader's terms (a language, a paragraph, a row) and ``span`` the characters.
    """

    severity: Severity
    check: str
    message: str
    where: str = ""
    span: Span | None = None


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
