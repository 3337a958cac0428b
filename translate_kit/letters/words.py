"""The values of a request's own fields as a template prints them, in one language."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from translate_kit.errors import BadData
from translate_kit.glossary.store import Glossary
from translate_kit.languages.money import Money, write
from translate_kit.letters.entry import Value
from translate_kit.letters.kind import Field
from translate_kit.letters.machine import Machine
from translate_kit.letters.markdown import pending, unread
from translate_kit.letters.request import OUTSIDE_THE_BODY, Request
from translate_kit.letters.wording import Origin, Passage, Wording, localise, translated
from translate_kit.memory import Memory
from translate_kit.messages import _


def passages_of(
    request: Request,
    language: str,
    country: str,
    glossary: Glossary,
    memory: Memory,
    machine: Machine,
) -> dict[str, Passage]:
    """Every wording of a request in one language for readers of a country, by its place.

    Raises BadData for one outside the body that has no words there: a passage that a person must
    still look at could not be marked in it.
    """
    theirs = glossary.for_country(country, language)
    found = {
        place: localise(wording, language, theirs, memory)
        for place, wording in request.wordings().items()
    }
    for place, passage in found.items():
        if place.startswith(OUTSIDE_THE_BODY) and not passage.origin.settled:
            why = _('has no words in {language}; write {{ zh = "...", {language} = "..." }}')
            raise BadData(request.file, why.format(language=language), field=place)
    return translated(found, language, machine, country)


@dataclass(frozen=True, slots=True)
class Words:
    """What a template prints of a request: ``passages`` are its wordings, by place."""

    language: str
    request: Request
    passages: Mapping[str, Passage]

    @property
    def literal(self) -> dict[str, str]:
        """Place of a wording -> the words that must stand in the letter."""
        return {place: passage.text for place, passage in self.passages.items()}

    @property
    def settled(self) -> bool:
        """Whether no passage waits for a person."""
        return all(passage.origin.settled for passage in self.passages.values())

    def fields(self) -> dict[str, Any]:
        """Field name -> what the template gets; what was not given is None, or an empty list."""
        return {one.name: self._value(one) for one in self.request.kind.fields}

    def note(self, number: int) -> str:
        """The note on the item with this number, empty where it has none."""
        place = f"items[{number}].note"
        return self._text(place) if place in self.passages else ""

    def enclosures(self) -> tuple[str, ...]:
        """The list of enclosures."""
        places = (f"enclosures[{n}]" for n, _one in enumerate(self.request.enclosures, 1))
        return tuple(self.passages[place].text for place in places)

    def signer(self) -> str:
        """The name of who signs, empty where the request names nobody."""
        return self.passages["signer"].text if self.request.signer else ""

    def _value(self, one: Field) -> Any:
        if one.name not in self.request.values:
            return () if one.type in ("choices", "lines") else None
        value: Value = self.request.values[one.name]
        if isinstance(value, Wording):
            return self._text(one.name)
        if isinstance(value, Money):
            return write(value, self.language)
        if one.type == "lines":
            assert isinstance(value, tuple)
            return [self._text(f"{one.name}[{n}]") for n, _each in enumerate(value, 1)]
        return value

    def _text(self, place: str) -> str:
        passage = self.passages[place]
        if passage.origin is Origin.PENDING:
            return pending(passage.text, passage.language)
        return unread(passage.text) if passage.origin is Origin.MACHINE else passage.text
