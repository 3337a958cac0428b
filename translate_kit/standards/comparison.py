"""A comparison of two standards: a value that can be read from both sides, and used on a day.

Rows say how standard b relates to standard a; read from b, *lower* becomes *higher* and the rest
stays. What a row does not say, nobody here concludes: the default answer is that experts verify.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from translate_kit.model import LANGUAGES
from translate_kit.standards.editions import CONFIDENCES, Edition, Standing
from translate_kit.standards.periods import Period

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
    the default answer, when nothing is recorded. ``relation`` is that of theirs to ours. Grades
    (empty where the row names none), ``points`` (what differs; empty in a language that nobody
    wrote yet) and ``caution`` go by language.
    ``standing`` is how their edition stood on the day asked about, UNKNOWN where no day was asked.
    ``id`` names the row.
    """

    id: str
    ours: Edition
    our_grade: Mapping[str, str]
    theirs: Edition | None
    their_grade: Mapping[str, str]
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
        our_grade=nothing,
        theirs=None,
        their_grade=nothing,
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


def _applies(period: Period | None, day: date) -> bool:
    return period is None or period.first <= day <= period.last
