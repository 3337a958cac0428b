"""The ladder on which an approved term gets into a translation.

What is right already is never touched. Otherwise the term takes the place of the words that say it
wrongly: a forbidden term of the same concept, or what the alignment points to. The sentence decides
its form (``languages.fitting``). A change that would make a number or a code worse is taken back.
Whatever is not certain is flagged for a person.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from translate_kit.checks.severities import severity
from translate_kit.glossary.concept import Concept, Term
from translate_kit.glossary.matching import Matcher
from translate_kit.messages import _
from translate_kit.model import Finding, Pair, Severity, Span
from translate_kit.pipeline.draft import Draft, shifted
from translate_kit.pipeline.repair import wrong
from translate_kit.pipeline.terms.mention import Mention
from translate_kit.pipeline.terms.places import Candidate, candidates
from translate_kit.pipeline.terms.placing import fitted, put_in, stands
from translate_kit.pipeline.terms.related import is_nominal, says_the_same, widened
from translate_kit.pipeline.terms.search import Said, said
from translate_kit.pipeline.translation import Rung, TermDecision

CHECK = "terms"


@dataclass(frozen=True, slots=True)
class Enforced:
    """A draft with its terms, the decision on each mention, and what a person should look at."""

    draft: Draft
    decisions: tuple[TermDecision, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def flagged(self) -> tuple[TermDecision, ...]:
        """The decisions that nothing could be done for."""
        return tuple(each for each in self.decisions if each.rung is Rung.FLAGGED)


def enforce(
    draft: Draft,
    sentence: str,
    mentions: Sequence[Mention],
    pair: Pair,
    matcher: Matcher,
    *,
    chosen: frozenset[Span] = frozenset(),
    infer: bool = True,
) -> Enforced:
    """The draft with the approved term for every mention of ``sentence``, as far as it can be.

    ``chosen`` are the source spans of mentions for whose sake another hypothesis than the first was
    taken. ``matcher`` knows the terms of the target language. Without ``infer`` a place that is
    not certain is none.
    """
    ladder = _Ladder(draft, sentence, pair, matcher, infer=infer)
    states = said(draft, mentions, pair.target, matcher)
    for state in states:
        ladder.accept(state, chosen)
    waiting = [state.mention for state in states if state.match is None]
    for mention in sorted(waiting, key=lambda each: each.span.start - each.span.end):
        ladder.climb(mention, [m for m in waiting if m.source_span not in ladder.decisions])
    return ladder.result(mentions)


class _Ladder:
    """One sentence on its way up: the draft as it changes, and what was decided."""

    def __init__(
        self, draft: Draft, sentence: str, pair: Pair, matcher: Matcher, *, infer: bool
    ) -> None:
        self.draft, self.sentence, self.pair, self.matcher = draft, sentence, pair, matcher
        self.infer = infer
        self.decisions: dict[Span, TermDecision] = {}
        self.findings: dict[Span, Finding] = {}

    def accept(self, state: Said, chosen: frozenset[Span]) -> None:
        """A mention that the draft says already."""
        match, mention = state.match, state.mention
        if match is None:
            return
        rung = Rung.HYPOTHESIS if mention.source_span in chosen else Rung.ALREADY
        self._decide(mention, match.concept.id, match.span, rung)
        if state.within:
            self._remark(mention, _more_said(mention, state.within.term), Severity.WARNING)

    def climb(self, mention: Mention, waiting: Sequence[Mention]) -> None:
        """A mention that the draft does not say: substitute, or flag.

        ``waiting`` are all that are not said yet.
        """
        terms = list(mention.terms(self.pair.target))
        words = [term for _concept, term in terms]
        if mention.verbal and says_the_same(self.draft.text, words, self.pair.target):
            self._decide(mention, terms[0][0].id, None, Rung.ALREADY)
            return
        if len({term.text for term in words}) > 1:  # one word of the source, two of the target
            self._flag(mention, *terms[0])
            return
        for place in candidates(
            self.draft,
            mention,
            waiting,
            self.pair.target,
            self._taken(),
            self.matcher,
            infer=self.infer,
        ):
            if self._substituted(mention, place, *terms[0]):
                return
        self._flag(mention, *terms[0])

    def result(self, mentions: Sequence[Mention]) -> Enforced:
        decisions = tuple(self.decisions[mention.source_span] for mention in mentions)
        findings = tuple(
            self.findings[m.source_span] for m in mentions if m.source_span in self.findings
        )
        return Enforced(self.draft, decisions, findings)

    def _substituted(
        self, mention: Mention, place: Candidate, concept: Concept, term: Term
    ) -> bool:
        """Whether the term could take the place; not if that made a number or a code worse."""
        text, language = self.draft.text, self.pair.target
        span = widened(text, place.span, term, self._taken())
        if mention.verbal and not is_nominal(text, span, language):
            return False
        made = fitted(text, span, concept, term, mention.number, language)
        if wrong(self.sentence, made.text, self.pair) > wrong(self.sentence, text, self.pair):
            return False
        placed = put_in(self.draft, span, made, mention.span)
        if not stands(placed, concept, language):
            return False
        self._move(placed.changed, placed.length)
        self.draft = placed.draft
        self._decide(mention, concept.id, placed.at, Rung.SUBSTITUTED)
        if not place.sure:
            self._remark(mention, _place_unsure(placed.words, span.of(text)), Severity.NOTE)
        elif not placed.sure:
            self._remark(mention, form_unsure(placed.words), Severity.NOTE)
        return True

    def _taken(self) -> list[Span]:
        return [each.target_span for each in self.decisions.values() if each.target_span]

    def _move(self, changed: Span, length: int) -> None:
        for key, each in self.decisions.items():
            if each.target_span:
                moved = shifted(each.target_span, changed, length)
                self.decisions[key] = replace(each, target_span=moved)

    def _decide(self, mention: Mention, concept: str, span: Span | None, rung: Rung) -> None:
        words = span.of(self.draft.text) if span else ""
        self.decisions[mention.source_span] = TermDecision(
            concept, mention.source, mention.source_span, words, span, rung, self.pair
        )

    def _flag(self, mention: Mention, concept: Concept, term: Term) -> None:
        again = any(
            each.concept == concept.id and each.rung is not Rung.FLAGGED
            for each in self.decisions.values()
        )
        self._decide(mention, concept.id, None, Rung.FLAGGED)
        sure = mention.special and not (again or mention.verbal)
        self._remark(mention, _missing(mention, term), severity(CHECK, self.pair, sure=sure))

    def _remark(self, mention: Mention, message: str, grade: Severity | None) -> None:
        if grade is None:  # switched off for these languages
            return
        decision = self.decisions[mention.source_span]
        self.findings[mention.source_span] = Finding(
            grade,
            CHECK,
            message,
            span=decision.target_span,
            source_span=mention.source_span,
        )


def _missing(mention: Mention, term: Term) -> str:
    return _("“{source}” is in the glossary as “{term}”, which the translation lacks").format(
        source=mention.source, term=term.text
    )


def _more_said(mention: Mention, term: Term) -> str:
    return _("the source says “{source}”, the translation “{term}”, another term").format(
        source=mention.source, term=term.text
    )


def _place_unsure(form: str, words: str) -> str:
    return _("“{form}” of the glossary took the place of “{words}”; is it the right one?").format(
        form=form, words=words
    )


def form_unsure(form: str) -> str:
    """What is said of a term whose form the sentence does not show."""
    return _("“{form}” was put in from the glossary; is its form right here?").format(form=form)
