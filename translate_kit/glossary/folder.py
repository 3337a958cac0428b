"""One domain of the glossary on disk: ``concepts.csv`` and one ``<language>.csv`` per language.

Reading forgives what office programs do to a file (byte order mark, GBK, semicolons, stray
spaces, decomposed letters); writing has one canonical form, so that git shows one line per
edited term.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from translate_kit.files import Row, read_table
from translate_kit.glossary import grammar
from translate_kit.glossary.concept import CONFIDENCES, PARTS_OF_SPEECH, Concept, Status, Term
from translate_kit.messages import _

CONCEPT_COLUMNS = (
    "id", "part_of_speech", "counter", "definition", "note", "source", "confidence",
)  # fmt: skip
TERM_COLUMNS = ("concept", "term", "status", "grammar", "reviewer", "date", "note")

_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)+")
_STATUSES: Mapping[str, Status] = {status.value: status for status in Status}


@dataclass(frozen=True, slots=True)
class TermRow:
    """A term with the concept it belongs to, and its row for error messages."""

    concept: str
    term: Term
    row: Row


def read_concepts(path: Path) -> Iterator[Row]:
    """The checked rows of a ``concepts.csv``; raises BadData naming line and column."""
    seen: set[str] = set()
    for row in read_table(
        path, required=("id", "part_of_speech", "definition"), known=CONCEPT_COLUMNS
    ):
        identifier = row.cells["id"]
        if not _ID.fullmatch(identifier):
            raise row.bad(
                "id", _("“{id}” is no concept id; write it like ppe-0005").format(id=identifier)
            )
        if identifier in seen:
            raise row.bad("id", _("{id} is there twice; ids are unique").format(id=identifier))
        seen.add(identifier)
        _one_of(row, "part_of_speech", PARTS_OF_SPEECH)
        _one_of(row, "confidence", CONFIDENCES)
        yield row


def concept(row: Row, domain: str, terms: Mapping[str, Sequence[Term]]) -> Concept:
    """The concept of a checked row of ``concepts.csv`` with its terms."""
    cells = row.cells
    return Concept(
        id=cells["id"],
        domain=domain,
        part_of_speech=cells["part_of_speech"],
        counter=cells.get("counter", ""),
        definition=cells["definition"],
        note=cells.get("note", ""),
        source=cells.get("source", ""),
        confidence=cells.get("confidence", ""),
        terms=terms,
    )


def read_terms(path: Path, language: str) -> Iterator[TermRow]:
    """The checked rows of a language file; raises BadData naming line and column."""
    seen: set[tuple[str, str]] = set()
    preferred: set[str] = set()
    for row in read_table(path, required=("concept", "term", "status"), known=TERM_COLUMNS):
        owner = row.cells["concept"]
        term = _term(row, language)
        if (owner, term.text) in seen:
            raise row.bad(
                "term",
                _("“{term}” is there twice for {id}; keep one row").format(
                    term=term.text, id=owner
                ),
            )
        seen.add((owner, term.text))
        if term.status is Status.PREFERRED:
            if owner in preferred:
                raise row.bad(
                    "status",
                    _("{id} has two preferred terms; make one of them admitted").format(id=owner),
                )
            preferred.add(owner)
        yield TermRow(owner, term, row)


def _term(row: Row, language: str) -> Term:
    cells = row.cells
    text = unicodedata.normalize("NFC", cells["term"])
    if not text:
        raise row.bad("term", _("the term is missing; fill it in or delete the row"))
    _one_of(row, "status", _STATUSES)
    return Term(
        text=text,
        language=language,
        status=_STATUSES[cells["status"]],
        grammar=_grammar(row),
        reviewer=cells.get("reviewer", ""),
        date=_date(row),
        note=cells.get("note", ""),
    )


def _grammar(row: Row) -> Mapping[str, str]:
    try:
        return grammar.parse(row.cells.get("grammar", ""))
    except ValueError as error:
        raise row.bad(
            "grammar",
            _("“{piece}” is not understood; write key=value; key=value, each key once").format(
                piece=error
            ),
        ) from None


def _date(row: Row) -> date | None:
    cell = row.cells.get("date", "")
    if not cell:
        return None
    try:
        return date.fromisoformat(cell)
    except ValueError:
        raise row.bad(
            "date", _("“{date}” is no date; write it like 2020-02-08").format(date=cell)
        ) from None


def _one_of(row: Row, column: str, allowed: Collection[str]) -> None:
    found = row.cells.get(column, "")
    if found not in allowed:
        raise row.bad(
            column,
            _("unknown value “{value}”; use one of: {known}").format(
                value=found, known=", ".join(value for value in allowed if value)
            ),
        )


def concepts_csv(concepts: Iterable[Concept]) -> bytes:
    """The canonical ``concepts.csv``: UTF-8, LF, sorted by id, quoted only where needed."""
    ordered = sorted(concepts, key=lambda each: each.id)
    return _csv(
        CONCEPT_COLUMNS, ([getattr(each, name) for name in CONCEPT_COLUMNS] for each in ordered)
    )


def terms_csv(concepts: Iterable[Concept], language: str) -> bytes:
    """The canonical language file: sorted by concept id, then status, then term."""
    pairs = [(each.id, term) for each in concepts for term in each.terms.get(language, ())]
    pairs.sort(key=lambda pair: (pair[0], pair[1].status.rank, pair[1].text))
    return _csv(TERM_COLUMNS, (_cells(identifier, term) for identifier, term in pairs))


def _cells(identifier: str, term: Term) -> list[str]:
    return [
        identifier,
        term.text,
        term.status.value,
        grammar.serialize(term.grammar),
        term.reviewer,
        term.date.isoformat() if term.date else "",
        term.note,
    ]


def _csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8")
