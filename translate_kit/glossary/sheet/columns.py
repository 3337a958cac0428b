"""The columns of the sheet, and the rows that concepts make in it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from translate_kit.glossary.concept import Concept, Status, Term
from translate_kit.glossary.fields import concept_cells, term_cells
from translate_kit.messages import _, everywhere
from translate_kit.model import LANGUAGES

ROW, ID, TERM, STATUS = "row", "id", "term", "status"
LOCKED = (ROW, ID, "reviewer", "date")
"""Fields that nobody edits: they tell whose row it is, and who read the term."""
HIDDEN = (ROW, "reviewer", "date")

_BEFORE = (ROW, ID, "domain", "definition")
_TERM = (TERM, STATUS, "country", "grammar", "note", "reviewer", "date")
_AFTER = ("part_of_speech", "counter", "note", "source", "confidence", "replaced_by", "see")

_WORDS = {"note": "remark", "see": "not to be confused with"}

OWN_FIELDS = (*_BEFORE[2:], *_AFTER)
"""The fields of a concept that the sheet holds."""
TERM_FIELDS = _TERM[1:]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: ``field`` of a concept, or of its terms in ``language`` where that isn't empty."""

    language: str
    field: str

    @property
    def name(self) -> str:
        """What stands in the hidden first row, by which the column is known when it comes back."""
        return f"{self.language} {self.field}".strip()

    def titles(self) -> frozenset[str]:
        """What may stand above the column, in every interface language."""
        return frozenset(f"{self.language} {title}".strip() for title in everywhere(self._word()))

    @property
    def title(self) -> str:
        """What stands above the column, in the interface language."""
        return f"{self.language} {_(self._word())}".strip()

    def _word(self) -> str:
        return _WORDS.get(self.field, self.field.replace("_", " "))


COLUMNS = (
    *(Column("", field) for field in _BEFORE),
    *(Column(language, field) for language in LANGUAGES for field in _TERM),
    *(Column("", field) for field in _AFTER),
)


def titles_for_extraction() -> tuple[str, ...]:
    """The words above the columns, written out for the message catalogue."""
    return (
        _("row"), _("id"), _("domain"), _("definition"), _("term"), _("status"), _("country"),
        _("grammar"), _("remark"), _("reviewer"), _("date"), _("part of speech"), _("counter"),
        _("source"), _("confidence"), _("replaced by"), _("not to be confused with"),
    )  # fmt: skip


def rows_of(concepts: Iterable[Concept]) -> Iterator[Mapping[Column, str]]:
    """The rows of the sheet, empty cells left out; statuses are the store's words."""
    for concept in concepts:
        yield from _rows_of(concept)


def _rows_of(concept: Concept) -> Iterator[Mapping[Column, str]]:
    own = concept_cells(concept) | {"domain": concept.domain}
    for number in range(max([1, *(len(terms) for terms in concept.terms.values())])):
        row = {Column("", ROW): f"{concept.id}/{number + 1}", Column("", ID): concept.id}
        if number == 0:
            row |= {Column("", field): own[field] for field in OWN_FIELDS if own[field]}
        for language in LANGUAGES:
            terms = concept.terms.get(language, ())
            if number < len(terms):
                row |= _term(terms[number], language)
        yield row


def _term(term: Term, language: str) -> dict[Column, str]:
    cells = term_cells("", term)
    return {Column(language, field): cells[field] for field in _TERM if cells[field]}


def status_of(text: str) -> str:
    """The store's word for a status written in any interface language; else ``text`` itself."""
    wanted = text.strip().casefold()
    for status in Status:
        words = {status.value, *everywhere(status.value.replace("_", " "))}
        if wanted in {word.casefold() for word in words}:
            return status.value
    return text
