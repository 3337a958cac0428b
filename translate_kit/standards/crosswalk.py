"""The cross-walk: how a standard of one country relates to those of another, in both directions.

Rows say how standard b relates to standard a; read from b, *lower* becomes *higher* and the rest
stays. What a row does not say, nobody here concludes: the default answer is that experts verify.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from translate_kit.errors import BadData, nearest
from translate_kit.files import Row, read_table
from translate_kit.messages import _
from translate_kit.model import LANGUAGES
from translate_kit.standards.editions import CONFIDENCES, Edition, Standing
from translate_kit.standards.periods import Period, parse_period

_POINTS = {language: f"differing_points_{language}" for language in LANGUAGES}
_CAUTIONS = {language: f"caution_{language}" for language in LANGUAGES}
_REQUIRED = (
    *("id", "standard_a", "standard_b", "relation_of_b_to_a", "confidence"),
    *(_POINTS["zh"], _POINTS["en"]),
    *_CAUTIONS.values(),
)
_COLUMNS = (
    *_REQUIRED,
    *(_POINTS[language] for language in ("ru", "ko", "ja")),
    "product_class",
    "grade_a",
    "grade_b",
    "applies",
    "preferred",
)
_COUNTRY_COLUMNS = ("country", "standards_of", "note")
_UNSPACED = ("zh", "ja")


class Relation(StrEnum):
    """How their standard relates to ours, best first."""

    COMPARABLE = "comparable"
    HIGHER = "higher"
    NEEDS_EXPERT_VERIFICATION = "needs_expert_verification"
    LOWER = "lower"
    NOT_COMPARABLE = "not_comparable"

    @property
    def inverse(self) -> "Relation":
        """The same relation read from the other side."""
        swapped = {Relation.HIGHER: Relation.LOWER, Relation.LOWER: Relation.HIGHER}
        return swapped.get(self, self)


_PROPOSABLE = (Relation.COMPARABLE, Relation.HIGHER, Relation.NEEDS_EXPERT_VERIFICATION)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Their standard beside ours.

    ``ours`` and ``theirs`` are the editions that the row was recorded for; ``theirs`` is None in
    the default answer, when nothing is recorded. ``relation`` is that of theirs to ours. ``points``
    (what differs; empty in a language that nobody wrote yet) and ``caution`` go by language.
    ``standing`` is how their edition stood on the day asked about, UNKNOWN where no day was asked.
    ``id`` names the row.
    """

    id: str
    ours: Edition
    our_grade: str
    theirs: Edition | None
    their_grade: str
    relation: Relation
    points: Mapping[str, str]
    caution: Mapping[str, str]
    confidence: str
    standing: Standing = Standing.UNKNOWN
    applies: Period | None = None
    preferred: bool = False

    @property
    def is_proposal(self) -> bool:
        """Whether a letter may name theirs as the recipient's comparable standard."""
        return self.theirs is not None and self.relation in _PROPOSABLE

    def seen_from_theirs(self) -> "Comparison":
        """The same row read in the other direction."""
        if self.theirs is None:
            return self
        return replace(
            self,
            ours=self.theirs,
            our_grade=self.their_grade,
            theirs=self.ours,
            their_grade=self.our_grade,
            relation=self.relation.inverse,
        )

    def warned(self, notice: Mapping[str, str]) -> "Comparison":
        """With one more sentence at the end of the caution, in every language."""
        joined = {
            language: (text if language in _UNSPACED else text + " ") + notice[language]
            for language, text in self.caution.items()
        }
        return replace(self, caution=joined)


@dataclass(frozen=True, slots=True)
class Notices:
    """The sentences that are the same for every comparison, each by language.

    ``experts_verify`` goes with every answer. ``other_edition`` has the place ``{code}``.
    """

    experts_verify: Mapping[str, str]
    nothing_recorded: Mapping[str, str]
    other_edition: Mapping[str, str]
    edition_unknown: Mapping[str, str]


def best_first(comparisons: Sequence[Comparison]) -> tuple[Comparison, ...]:
    """By relation, then the row marked as preferred, then how sure the row is."""
    order = list(Relation)
    return tuple(
        sorted(
            comparisons,
            key=lambda c: (
                order.index(c.relation),
                not c.preferred,
                CONFIDENCES.index(c.confidence),
                c.id,
            ),
        )
    )


def default_answer(ours: Edition, notices: Notices) -> Comparison:
    """What is said where nothing is recorded: experts must verify."""
    nothing = dict.fromkeys(LANGUAGES, "")
    return Comparison(
        id="",
        ours=ours,
        our_grade="",
        theirs=None,
        their_grade="",
        relation=Relation.NEEDS_EXPERT_VERIFICATION,
        points=nothing,
        caution=notices.nothing_recorded,
        confidence="low",
    )


def on_day(
    comparison: Comparison, current: Edition | None, day: date, notices: Notices
) -> Comparison | None:
    """The comparison as it may be used on ``day``; None where it does not apply then.

    ``current`` is the edition of ours that is asked about, None where the table can't tell. A row
    recorded for another edition of ours proves nothing about this one: it drops to *needs expert
    verification* and says for which edition it was made.
    """
    theirs = comparison.theirs
    if theirs is None or not _applies(comparison.applies, day):
        return None
    standing = theirs.standing(day)
    if standing in (Standing.NOT_YET, Standing.NO_LONGER):
        return None
    used = replace(comparison, standing=standing)
    if current and current.id != comparison.ours.id:
        if used.relation is not Relation.NOT_COMPARABLE:
            used = replace(used, relation=Relation.NEEDS_EXPERT_VERIFICATION)
        code = comparison.ours.code
        used = used.warned({k: v.format(code=code) for k, v in notices.other_edition.items()})
    if standing is Standing.UNKNOWN:
        used = used.warned(notices.edition_unknown)
    return used


def read_comparisons(path: Path, editions: Mapping[str, Edition]) -> list[Comparison]:
    """The rows of ``equivalence.csv``, read from a to b.

    ``editions`` go by code as the table of standards writes it; a code that it lacks is BadData.
    """
    rows = read_table(path, required=_REQUIRED, known=_COLUMNS)
    found: dict[str, Comparison] = {}
    for row in rows:
        comparison = _comparison(row, editions)
        if comparison.id in found:
            raise row.bad("id", _("“{value}” is there twice").format(value=comparison.id))
        found[comparison.id] = comparison
    return list(found.values())


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


def _comparison(row: Row, editions: Mapping[str, Edition]) -> Comparison:
    for column in ("id", "standard_a", "standard_b"):
        if not row.cells[column]:
            raise row.bad(column, _("this cell must not be empty"))
    return Comparison(
        id=row.cells["id"],
        ours=_edition(row, "standard_a", editions),
        our_grade=row.cells.get("grade_a", ""),
        theirs=_edition(row, "standard_b", editions),
        their_grade=row.cells.get("grade_b", ""),
        relation=Relation(_one_of(row, "relation_of_b_to_a", tuple(Relation))),
        points={language: row.cells.get(column, "") for language, column in _POINTS.items()},
        caution=_sentences(row, _CAUTIONS),
        confidence=_one_of(row, "confidence", CONFIDENCES),
        applies=_period(row),
        preferred=_one_of(row, "preferred", ("", "yes")) == "yes",
    )


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


def _applies(period: Period | None, day: date) -> bool:
    return period is None or period.first <= day <= period.last
