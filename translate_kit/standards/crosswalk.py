"""The tables of the cross-walk read: comparisons, their grades in words, notices, countries."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from translate_kit.errors import BadData, nearest
from translate_kit.files import Row, read_table
from translate_kit.messages import _
from translate_kit.model import LANGUAGES
from translate_kit.standards.comparison import Comparison, Notices, Relation
from translate_kit.standards.editions import CONFIDENCES, Edition
from translate_kit.standards.periods import Period, parse_period

Grades = Mapping[str, Mapping[str, str]]
"""English grade -> the grade in every language."""

_POINTS = {language: f"differing_points_{language}" for language in LANGUAGES}
_CAUTIONS = {language: f"caution_{language}" for language in LANGUAGES}
_REQUIRED = (
    *("id", "standard_a", "standard_b", "relation_of_b_to_a", "confidence"),
    *(_POINTS["zh"], _POINTS["en"]),
    *_CAUTIONS.values(),
)
COLUMNS = (
    *_REQUIRED,
    *(_POINTS[language] for language in ("ru", "ko", "ja")),
    "product_class",
    "grade_a",
    "grade_b",
    "applies",
    "preferred",
)
_GRADE_COLUMNS = ("grade", *(language for language in LANGUAGES if language != "en"))
_COUNTRY_COLUMNS = ("country", "standards_of", "note")


def read_comparisons(
    path: Path, editions: Mapping[str, Edition], grades: Grades
) -> list[Comparison]:
    """The rows of ``equivalence.csv``, read from a to b.

    ``editions`` go by code as the table of standards writes it; a code that it lacks is BadData.
    A grade that ``grades`` lacks is a mark (FFP2, N95) and the same in every language.
    """
    rows = read_table(path, required=_REQUIRED, known=COLUMNS)
    found: dict[str, Comparison] = {}
    for row in rows:
        comparison = _comparison(row, editions, grades)
        if comparison.id in found:
            raise row.bad("id", _("“{value}” is there twice").format(value=comparison.id))
        found[comparison.id] = comparison
    return list(found.values())


def read_grades(path: Path) -> Grades:
    """The rows of ``grades.csv``: the English grade as ``equivalence.csv`` has it, and the rest."""
    columns = {language: language for language in LANGUAGES} | {"en": "grade"}
    found: dict[str, Mapping[str, str]] = {}
    for row in read_table(path, required=_GRADE_COLUMNS, known=_GRADE_COLUMNS):
        grade = row.cells["grade"]
        if grade in found:
            raise row.bad("grade", _("“{value}” is there twice").format(value=grade))
        found[grade] = _sentences(row, columns)
    return found


def read_notices(path: Path) -> Notices:
    """The rows of ``notices.csv``: an id and a sentence per language."""
    rows = read_table(path, required=("id", *LANGUAGES), known=("id", *LANGUAGES))
    texts = {row.cells["id"]: _sentences(row, {code: code for code in LANGUAGES}) for row in rows}
    missing = [name for name in Notices.__dataclass_fields__ if name not in texts]
    if missing:
        raise BadData(path, _("the row “{id}” is missing").format(id=missing[0]))
    return Notices(**{name: texts[name] for name in Notices.__dataclass_fields__})


def read_countries(path: Path) -> dict[str, tuple[str, ...]]:
    """Country -> the countries whose standards are used there: Canada reads those of the US."""
    rows = read_table(path, required=("country", "standards_of"), known=_COUNTRY_COLUMNS)
    return {
        row.cells["country"].upper(): tuple(row.cells["standards_of"].upper().split())
        for row in rows
    }


def _comparison(row: Row, editions: Mapping[str, Edition], grades: Grades) -> Comparison:
    for column in ("id", "standard_a", "standard_b"):
        if not row.cells[column]:
            raise row.bad(column, _("this cell must not be empty"))
    return Comparison(
        id=row.cells["id"],
        ours=_edition(row, "standard_a", editions),
        our_grade=_grade(row, "grade_a", grades),
        theirs=_edition(row, "standard_b", editions),
        their_grade=_grade(row, "grade_b", grades),
        relation=Relation(_one_of(row, "relation_of_b_to_a", tuple(Relation))),
        points={language: row.cells.get(column, "") for language, column in _POINTS.items()},
        caution=_sentences(row, _CAUTIONS),
        confidence=_one_of(row, "confidence", CONFIDENCES),
        applies=_period(row),
        preferred=_one_of(row, "preferred", ("", "yes")) == "yes",
    )


def _grade(row: Row, column: str, grades: Grades) -> Mapping[str, str]:
    text = row.cells.get(column, "")
    return grades.get(text) or dict.fromkeys(LANGUAGES, text)


def _edition(row: Row, column: str, editions: Mapping[str, Edition]) -> Edition:
    code = row.cells[column]
    if code not in editions:
        why = _("“{code}” is not in the table of standards").format(code=code)
        near = nearest(code, editions)
        if near:
            why += _("; did you mean “{near}”?").format(near=near)
        raise row.bad(column, why)
    return editions[code]


def _one_of(row: Row, column: str, known: Sequence[str]) -> str:
    value = row.cells.get(column, "")
    if value not in known:
        raise row.bad(column, _("write one of: {known}").format(known=", ".join(known)))
    return value


def _sentences(row: Row, columns: Mapping[str, str]) -> dict[str, str]:
    """The text per language; an empty one would print a letter without its caution."""
    for column in columns.values():
        if not row.cells[column]:
            raise row.bad(column, _("this cell must not be empty"))
    return {language: row.cells[column] for language, column in columns.items()}


def _period(row: Row) -> Period | None:
    text = row.cells.get("applies", "")
    if not text:
        return None
    try:
        return parse_period(text)
    except ValueError:
        why = _("“{text}” is not a time such as 2003/2020-12-31").format(text=text)
        raise row.bad("applies", why) from None
