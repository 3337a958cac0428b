"""Standards in the glossary that are no longer in force."""

from collections.abc import Iterator

from translate_kit.glossary.cells import Place, cells_of
from translate_kit.glossary.checks.examined import Examined, Remark
from translate_kit.messages import _

_FIELDS = ("definition", "note")


def check(examined: Examined) -> Iterator[Remark]:
    """Superseded standards.

    A term, definition or note that names an edition of a standard which has been replaced or
    withdrawn. Name the edition in force, or the standard without a year.
    """
    seen = set[tuple[Place, str]]()
    for place, text in sorted(cells_of(examined.living).items()):
        told = {place: text} if place.field in _FIELDS else {}
        if place.term:
            told[Place(place.concept, place.language, place.term, "term")] = place.term
        for where, words in told.items():
            for code, instead in examined.superseded(words).items():
                if (where, code) not in seen:
                    seen.add((where, code))
                    message = _("{code} is no longer in force; {instead}")
                    yield Remark(where, message.format(code=code, instead=instead))
