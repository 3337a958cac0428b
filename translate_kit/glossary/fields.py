"""The columns of the glossary: a row of cells to a value and back, and what a cell may hold."""

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from translate_kit.glossary import grammar
from translate_kit.glossary.concept import CONFIDENCES, PARTS_OF_SPEECH, Concept, Status, Term
from translate_kit.languages.countries import NoCountry, read_countries, write_countries
from translate_kit.messages import _

CONCEPT_COLUMNS = (
    "id", "part_of_speech", "counter", "definition", "note", "source", "confidence",
)  # fmt: skip
OPTIONAL_COLUMNS = ("replaced_by", "see")
"""Columns of ``concepts.csv`` that are written only where a concept of the domain uses them."""
TERM_COLUMNS = ("concept", "term", "status", "grammar", "reviewer", "date", "note")
OPTIONAL_TERM_COLUMNS = ("country",)
"""Columns of a language file that are written only where a term of the domain uses them."""

_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)+")
_DOMAIN = re.compile(r"[^\W_]([\w -]*\w)?")  # it names a folder, on every system
_STATUSES: Mapping[str, Status] = {status.value: status for status in Status}


class Unfit(Exception):  # noqa: N818 - caught by whoever knows the file, the row and the column
    """A cell holds what its column can't; whoever knows the row says where."""

    def __init__(self, field: str, why: str) -> None:
        self.field, self.why = field, why
        super().__init__(f"{field}: {why}")


def read_concept(
    cells: Mapping[str, str], domain: str, terms: Mapping[str, Sequence[Term]]
) -> Concept:
    """The concept of a row with its terms; raises Unfit."""
    check_id(cells["id"])
    check_domain(domain)
    _one_of(cells, "part_of_speech", PARTS_OF_SPEECH)
    _one_of(cells, "confidence", CONFIDENCES)
    return Concept(
        id=cells["id"],
        domain=domain,
        part_of_speech=cells["part_of_speech"],
        counter=cells.get("counter", ""),
        definition=cells.get("definition", ""),
        note=cells.get("note", ""),
        source=cells.get("source", ""),
        confidence=cells.get("confidence", ""),
        terms=terms,
        replaced_by=cells.get("replaced_by", ""),
        see=tuple(cells.get("see", "").split()),
    )


def check_id(identifier: str) -> None:
    """Raises Unfit for what is no id of a concept."""
    if not _ID.fullmatch(identifier):
        why = _("“{id}” is no concept id; write it like ppe-0005")
        raise Unfit("id", why.format(id=identifier))


def check_domain(domain: str) -> None:
    """Raises Unfit for what cannot name a domain and its folder."""
    if not _DOMAIN.fullmatch(domain):
        why = _("“{domain}” is no domain; write it like sister_cities")
        raise Unfit("domain", why.format(domain=domain))


def concept_cells(concept: Concept) -> dict[str, str]:
    """Column -> cell of a concept, empty ones included, optional columns last."""
    plain = {name: str(getattr(concept, name)) for name in CONCEPT_COLUMNS}
    return plain | {"replaced_by": concept.replaced_by, "see": " ".join(concept.see)}


def read_term(cells: Mapping[str, str], language: str) -> Term:
    """The term of a row; raises Unfit."""
    text = unicodedata.normalize("NFC", cells["term"])
    if not text:
        raise Unfit("term", _("the term is missing; fill it in or delete the row"))
    _one_of(cells, "status", _STATUSES)
    return Term(
        text=text,
        language=language,
        status=_STATUSES[cells["status"]],
        grammar=_grammar(cells.get("grammar", "")),
        reviewer=cells.get("reviewer", ""),
        date=_date(cells.get("date", "")),
        note=cells.get("note", ""),
        countries=_countries(cells.get("country", "")),
    )


def term_cells(concept: str, term: Term) -> dict[str, str]:
    """Column -> cell of a term, empty ones included, optional columns last."""
    return {
        "concept": concept,
        "term": term.text,
        "status": term.status.value,
        "grammar": grammar.serialize(term.grammar),
        "reviewer": term.reviewer,
        "date": term.date.isoformat() if term.date else "",
        "note": term.note,
        "country": write_countries(term.countries),
    }


def canonical(field: str, text: str) -> str:
    """The cell as the store writes it, where people write it in several ways; raises Unfit."""
    return write_countries(_countries(text)) if field == "country" else text


def _grammar(cell: str) -> Mapping[str, str]:
    try:
        return grammar.parse(cell)
    except ValueError as error:
        why = _("“{piece}” is not understood; write key=value; key=value, each key once")
        raise Unfit("grammar", why.format(piece=error)) from None


def _countries(cell: str) -> tuple[str, ...]:
    if not cell:
        return ()
    try:
        return read_countries(cell)
    except NoCountry as error:
        raise Unfit("country", str(error)) from None


def _date(cell: str) -> date | None:
    if not cell:
        return None
    try:
        return date.fromisoformat(cell)
    except ValueError:
        why = _("“{date}” is no date; write it like 2020-02-08")
        raise Unfit("date", why.format(date=cell)) from None


def _one_of(cells: Mapping[str, str], column: str, allowed: Collection[str]) -> None:
    found = cells.get(column, "")
    if found not in allowed:
        known = ", ".join(value for value in allowed if value)
        why = _("unknown value “{value}”; use one of: {known}")
        raise Unfit(column, why.format(value=found, known=known))
