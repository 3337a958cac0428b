"""Putting right what an engine got wrong and a machine can prove: numbers, dates and codes.

All are compared by value. A wrong one is replaced where it is certain which it is: the only wrong
one, or the one that the alignment points to. What remains wrong is left for the checks to report.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from translate_kit.languages import grammar
from translate_kit.languages.numbers import Number, compare
from translate_kit.languages.placeables import Kind, Placeable, find
from translate_kit.model import LANGUAGES, Pair, Span
from translate_kit.pipeline.draft import Draft, overlap
from translate_kit.pipeline.figures import put, write
from translate_kit.pipeline.locating import locate
from translate_kit.pipeline.translation import NumberRepair

_VERBATIM = (Kind.URL, Kind.EMAIL, Kind.CODE, Kind.PHONE, Kind.REFERENCE)
_JOINTS = ("", ",", ".", " ", "\u00a0", "-")
_REST = re.compile(r"(?:[,./-]?[0-9A-Za-z])*")
_MOST_ROUNDS = 12
"""Numbers of one sentence that are repaired; a sentence with more wrong ones is no translation."""


@dataclass(frozen=True, slots=True)
class Repaired:
    """A draft and what was put right in it."""

    draft: Draft
    repairs: tuple[NumberRepair, ...] = ()


def wrong(source: str, target: str, pair: Pair) -> int:
    """How many numbers, dates and codes of ``source`` are not in ``target``, or the reverse."""
    if not _known(pair):
        return 0
    numbers = compare(source, pair.source, target, pair.target)
    codes, others = _unmatched(source, target, pair, _VERBATIM)
    return len(numbers.missing) + len(numbers.surplus) + len(codes) + len(others)


def repair(draft: Draft, source: str, pair: Pair) -> Repaired:
    """The draft with the numbers, dates and codes of ``source``, the engine's sentence."""
    if not _known(pair):
        return Repaired(draft)
    done = _repaired_placeables(Repaired(draft), source, pair, _VERBATIM, _as_written)
    done = _repaired_placeables(done, source, pair, (Kind.DATE,), _as_date)
    for _round in range(_MOST_ROUNDS):
        following = _one_number(done, source, pair)
        if following is None:
            break
        done = following
    return Repaired(write(done.draft, source, pair), done.repairs)


def _known(pair: Pair) -> bool:
    return pair.source in LANGUAGES and pair.target in LANGUAGES


def _repaired_placeables(
    done: Repaired,
    source: str,
    pair: Pair,
    kinds: Sequence[Kind],
    written: Callable[[Placeable, str], str | None],
) -> Repaired:
    missing, surplus = _unmatched(source, done.draft.text, pair, kinds)
    draft, repairs = done.draft, list(done.repairs)
    for lost in missing:
        same = [other for other in surplus if other.kind is lost.kind]
        alone = len(same) == 1 and len([m for m in missing if m.kind is lost.kind]) == 1
        place = same[0].span if alone else locate(draft, lost.span, pair.target)
        new = written(lost, pair.target)
        if place is None or new is None or _holds_another(draft, place, pair, kinds, surplus):
            continue
        place = _whole(draft.text, place, new)
        repairs.append(NumberRepair(lost.text, place.of(draft.text), new, pair))
        draft = draft.replaced(place, new, lost.span)
        missing_now, surplus = _unmatched(source, draft.text, pair, kinds)
        if lost.value in [each.value for each in missing_now]:
            return done
    return Repaired(draft, tuple(repairs))


def _whole(text: str, place: Span, new: str) -> Span:
    """The place with what an engine left of the same code beside it, and without a second stop."""
    end = place.end
    if not new.endswith("."):
        end = _REST.match(text, end).end()  # type: ignore[union-attr]
    elif text[end : end + 1] == ".":
        end += 1
    return Span(place.start, end)


def _holds_another(
    draft: Draft, place: Span, pair: Pair, kinds: Sequence[Kind], surplus: Sequence[Placeable]
) -> bool:
    """Whether something right stands at the place, which a replacement would destroy."""
    wrong_ones = {each.span for each in surplus}
    return any(
        overlap(each.span, place) and each.span not in wrong_ones
        for each in find(draft.text, pair.target)
        if each.kind in kinds
    )


def _unmatched(
    source: str, target: str, pair: Pair, kinds: Sequence[Kind]
) -> tuple[list[Placeable], list[Placeable]]:
    """The placeables of each text whose value the other lacks; uncertain ones are passed over."""
    ours = [each for each in find(source, pair.source) if each.kind in kinds and each.sure]
    if not ours:
        return [], []
    theirs = [each for each in find(target, pair.target) if each.kind in kinds and each.sure]
    return (_lacking(ours, theirs), _lacking(theirs, ours))


def _lacking(these: Iterable[Placeable], those: Iterable[Placeable]) -> list[Placeable]:
    values = {each.value for each in those}
    return [each for each in these if each.value not in values]


def _as_written(lost: Placeable, language: str) -> str:
    return lost.text


def _as_date(lost: Placeable, language: str) -> str | None:
    from datetime import date

    return grammar(language).long_date(lost.value) if isinstance(lost.value, date) else None


def _one_number(done: Repaired, source: str, pair: Pair) -> Repaired | None:
    """One wrong number put right; None where there is none, or none that is certain."""
    draft = done.draft
    difference = compare(source, pair.source, draft.text, pair.target)
    for lost in difference.missing:
        found = _its_wrong(lost, difference.missing, difference.surplus, draft)
        if found is None:
            continue
        made = put(draft, found, lost, source, pair)
        if made is None:
            continue
        changed, new = made
        left = compare(source, pair.source, changed.text, pair.target)
        if len(left.missing) < len(difference.missing):
            repairs = (*done.repairs, NumberRepair(lost.text, found.text, new, pair))
            return Repaired(changed, repairs)
    return None


def _its_wrong(
    lost: Number, missing: Sequence[Number], surplus: Sequence[Number], draft: Draft
) -> Number | None:
    """The number of the draft that stands where ``lost`` should; None where that is not certain."""
    strings = _strings(surplus, draft.text)
    if len(missing) == len(strings) == 1:
        return strings[0]
    linked = [link.target for link in draft.alignment if overlap(link.source, lost.span)]
    votes = {each.span: sum(overlap(each.span, there) for there in linked) for each in strings}
    ranked = sorted(strings, key=lambda each: -votes[each.span])
    ties = [each for each in ranked if votes[each.span] == votes[ranked[0].span]]
    return ranked[0] if len(ties) == 1 and votes[ranked[0].span] else None


def _strings(numbers: Sequence[Number], text: str) -> list[Number]:
    """The numbers, those that stand together as one: of "2,9500" a reader sees 2 and 9500."""
    joined: list[Number] = []
    for number in sorted(numbers, key=lambda each: each.span.start):
        last = joined[-1] if joined else None
        if last and text[last.span.end : number.span.start] in _JOINTS:
            span = Span(last.span.start, number.span.end)
            joined[-1] = replace(last, span=span, text=span.of(text))
        else:
            joined.append(number)
    return joined
