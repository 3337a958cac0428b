"""The values of a request's own fields as a template prints them, in one language."""

from dataclasses import dataclass, field
from typing import Any

from translate_kit.errors import BadData
from translate_kit.glossary.store import Glossary
from translate_kit.languages.money import Money, write
from translate_kit.letters.entry import Value
from translate_kit.letters.kind import Field
from translate_kit.letters.markdown import pending
from translate_kit.letters.request import Item, Request
from translate_kit.letters.wording import Origin, Passage, Wording, localise
from translate_kit.memory import Memory
from translate_kit.messages import _


@dataclass(slots=True)
class Words:
    """Finds the words of one letter and remembers what the proof must look for.

    ``literal`` maps the place of a wording in the request to the words that must stand in the
    letter; ``passages`` holds every wording with its origin.
    """

    language: str
    request: Request
    glossary: Glossary
    memory: Memory
    literal: dict[str, str] = field(default_factory=dict)
    passages: dict[str, Passage] = field(default_factory=dict)

    @property
    def pending(self) -> bool:
        """Whether any passage is still to be translated."""
        return any(passage.origin is Origin.PENDING for passage in self.passages.values())

    def fields(self) -> dict[str, Any]:
        """Field name -> what the template gets; what was not given is None, or an empty list."""
        return {one.name: self._value(one) for one in self.request.kind.fields}

    def note(self, number: int, item: Item) -> str:
        """The note on the item with this number, empty where it has none."""
        place = f"items[{number}].note"
        return self._text(place, item.note) if item.note else ""

    def enclosures(self) -> tuple[str, ...]:
        """The list of enclosures; raises BadData for one that the language has no words for."""
        return tuple(
            self._settled(f"enclosures[{number}]", one)
            for number, one in enumerate(self.request.enclosures, 1)
        )

    def signer(self) -> str:
        """The name of who signs, empty where the request names nobody."""
        return self._settled("signer", self.request.signer) if self.request.signer else ""

    def _value(self, one: Field) -> Any:
        if one.name not in self.request.values:
            return () if one.type in ("choices", "lines") else None
        value: Value = self.request.values[one.name]
        if isinstance(value, Wording):
            return self._text(one.name, value)
        if isinstance(value, Money):
            return write(value, self.language)
        if one.type == "lines":
            return [self._text(f"{one.name}[{n}]", w) for n, w in enumerate(_wordings(value), 1)]
        return value

    def _text(self, place: str, wording: Wording) -> str:
        passage = self._passage(place, wording)
        if passage.origin is Origin.PENDING:
            return pending(passage.text, passage.language)
        return passage.text

    def _settled(self, place: str, wording: Wording) -> str:
        """Words outside the body, where a passage to be translated could not be marked."""
        passage = self._passage(place, wording)
        if passage.origin is Origin.PENDING:
            why = _('has no words in {language}; write {{ zh = "...", {language} = "..." }}')
            raise BadData(self.request.file, why.format(language=self.language), field=place)
        return passage.text

    def _passage(self, place: str, wording: Wording) -> Passage:
        passage = localise(wording, self.language, self.glossary, self.memory)
        self.passages[place] = passage
        self.literal[place] = passage.text
        return passage


def _wordings(value: Value) -> tuple[Wording, ...]:
    assert isinstance(value, tuple)
    return tuple(one for one in value if isinstance(one, Wording))
