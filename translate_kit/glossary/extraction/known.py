"""What the glossary has already: terms of any status, in any form, wherever they stand."""

from collections.abc import Sequence
from dataclasses import dataclass

from translate_kit.glossary.concept import PARTS_OF_SPEECH, Status
from translate_kit.glossary.matching import Matcher
from translate_kit.glossary.store import Glossary
from translate_kit.model import Span

_FOUND = frozenset(Status) - {Status.REJECTED}


@dataclass(frozen=True)
class Known:
    """The terms of one language; rejected ones too, which nobody wants to read again."""

    glossary: Glossary
    language: str
    matcher: Matcher

    @classmethod
    def of(cls, glossary: Glossary, language: str) -> "Known":
        """The terms of a language of the glossary."""
        return cls(glossary, language, Matcher(glossary, language, _FOUND, parts=PARTS_OF_SPEECH))

    def spans(self, text: str) -> Sequence[Span]:
        """Where terms stand in a text: a part of a known term is no news."""
        return [match.span for match in self.matcher.find(text)]

    def has(self, term: str) -> bool:
        """Whether a term is there, in any status."""
        entries = self.glossary.by_term(term)
        return any(entry.term.language == self.language for entry in entries) or any(
            (span.start, span.end) == (0, len(term)) for span in self.spans(term)
        )
