"""One domain of the glossary on disk: ``concepts.csv`` and one ``<language>.csv`` per language.

Reading forgives what office programs do to a file (byte order mark, GBK, semicolons, stray
spaces, decomposed letters); writing has one canonical form, so that git shows one line per
edited term.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from translate_kit.errors import BadData
from translate_kit.files import Row, read_lines, read_table
from translate_kit.glossary.concept import Concept, Status, Term
from translate_kit.glossary.fields import (
    CONCEPT_COLUMNS,
    OPTIONAL_COLUMNS,
    OPTIONAL_TERM_COLUMNS,
    TERM_COLUMNS,
    Unfit,
    check_id,
    concept_cells,
    read_concept,
    read_term,
    term_cells,
)
from translate_kit.messages import _


@dataclass(frozen=True, slots=True)
class TermRow:
    """A term with the concept it belongs to, and its row for error messages."""

    concept: str
    term: Term
    row: Row


def read_concepts(path: Path) -> Iterator[Row]:
    """The rows of a ``concepts.csv``; raises BadData naming line and column of a wrong id."""
    seen: set[str] = set()
    known = (*CONCEPT_COLUMNS, *OPTIONAL_COLUMNS)
    for row in read_table(path, required=("id", "part_of_speech", "definition"), known=known):
        identifier = row.cells["id"]
        try:
            check_id(identifier)
        except Unfit as unfit:
            raise row.bad(unfit.field, unfit.why) from None
        if identifier in seen:
            raise row.bad("id", _("{id} is there twice; ids are unique").format(id=identifier))
        seen.add(identifier)
        yield row


def read_ids(path: Path) -> Iterator[str]:
    """The ids of a ``concepts.csv``, without a look at anything else; raises BadData for none."""
    column: int | None = None
    for _line, cells in read_lines(path):
        if column is None:
            head = [cell.strip() for cell in cells]
            if "id" not in head:
                raise BadData(path, _("this column is missing"), line=1, field="id")
            column = head.index("id")
        elif column < len(cells) and (identifier := cells[column].strip()):
            yield identifier


def concept(row: Row, domain: str, terms: Mapping[str, Sequence[Term]]) -> Concept:
    """The concept of a row of ``concepts.csv`` with its terms; raises BadData."""
    try:
        return read_concept(row.cells, domain, terms)
    except Unfit as unfit:
        raise row.bad(unfit.field, unfit.why) from None


def read_terms(path: Path, language: str) -> Iterator[TermRow]:
    """The checked rows of a language file; raises BadData naming line and column."""
    seen: set[tuple[str, str]] = set()
    preferred: set[tuple[str, str]] = set()
    known = (*TERM_COLUMNS, *OPTIONAL_TERM_COLUMNS)
    for row in read_table(path, required=("concept", "term", "status"), known=known):
        owner = row.cells["concept"]
        term = _term(row, language)
        if (owner, term.text) in seen:
            why = _("“{term}” is there twice for {id}; keep one row")
            raise row.bad("term", why.format(term=term.text, id=owner))
        seen.add((owner, term.text))
        if term.status is Status.PREFERRED:
            first_for = {(owner, country) for country in term.readers}
            if first_for & preferred:
                why = _("{id} has two preferred terms; make one of them admitted")
                raise row.bad("status", why.format(id=owner))
            preferred |= first_for
        yield TermRow(owner, term, row)


def _term(row: Row, language: str) -> Term:
    try:
        return read_term(row.cells, language)
    except Unfit as unfit:
        raise row.bad(unfit.field, unfit.why) from None


def concepts_csv(concepts: Iterable[Concept]) -> bytes:
    """The canonical ``concepts.csv``: UTF-8, LF, sorted by id, quoted only where needed."""
    rows = [concept_cells(each) for each in sorted(concepts, key=lambda each: each.id)]
    return _csv((*CONCEPT_COLUMNS, *_used(OPTIONAL_COLUMNS, rows)), rows)


def terms_csv(concepts: Iterable[Concept], language: str) -> bytes:
    """The canonical language file: sorted by concept id, then as terms are (``Term.order``)."""
    pairs = [(each.id, term) for each in concepts for term in each.terms.get(language, ())]
    pairs.sort(key=lambda pair: (pair[0], pair[1].order))
    rows = [term_cells(identifier, term) for identifier, term in pairs]
    return _csv((*TERM_COLUMNS, *_used(OPTIONAL_TERM_COLUMNS, rows)), rows)


def _used(columns: Iterable[str], rows: Sequence[Mapping[str, str]]) -> Iterator[str]:
    return (column for column in columns if any(row[column] for row in rows))


def _csv(header: Sequence[str], rows: Iterable[Mapping[str, str]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([row[column] for column in header] for row in rows)
    return text.getvalue().encode("utf-8")
