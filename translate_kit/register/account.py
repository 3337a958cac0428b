"""The account of a period: who was written to, who answered, what was promised, what is open."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from translate_kit.errors import UserError
from translate_kit.messages import _
from translate_kit.register.dues import Due, due
from translate_kit.register.entry import Entry, Promise, Reply, Result, Sample, State, Verdict


@dataclass(frozen=True, slots=True)
class Country:
    """What went to one country: letters and organisations written to, and how many of these
    answered by the end of the period."""

    code: str
    letters: tuple[Entry, ...]
    organisations: int
    answered: int


@dataclass(frozen=True, slots=True)
class Account:
    """A period, both days included. ``written`` are its letters; the rest may be of earlier ones.

    ``replies`` and ``samples`` came, or were tested, in the period; ``dues``, ``promises`` (with a
    day after the period) and ``untested`` are what is open on its last day.
    """

    start: date
    end: date
    written: tuple[Entry, ...]
    replies: tuple[tuple[Entry, Reply], ...]
    samples: tuple[tuple[Entry, Sample], ...]
    dues: tuple[Due, ...]
    promises: tuple[tuple[Entry, Promise], ...]
    untested: tuple[tuple[Entry, Sample], ...]

    @property
    def countries(self) -> tuple[Country, ...]:
        """The letters of the period by country, most organisations first."""
        groups: dict[str, list[Entry]] = {}
        for entry in self.written:
            groups.setdefault(entry.letter.country, []).append(entry)
        found = [self._country(code, tuple(letters)) for code, letters in groups.items()]
        return tuple(sorted(found, key=lambda country: (-country.organisations, country.code)))

    def _country(self, code: str, letters: tuple[Entry, ...]) -> Country:
        answered = [entry for entry in letters if entry.replies_until(self.end)]
        return Country(code, letters, len(organisations(letters)), len(organisations(answered)))

    @property
    def organisations(self) -> int:
        """How many organisations were written to."""
        return len(organisations(self.written))

    @property
    def answered(self) -> int:
        """How many of them answered by the end of the period."""
        return len(organisations(e for e in self.written if e.replies_until(self.end)))

    @property
    def answered_earlier(self) -> int:
        """How many organisations answered in the period to letters from before it."""
        return len(organisations(e for e, _reply in self.replies if e.letter.date < self.start))

    def with_result(self, result: Result) -> tuple[tuple[Entry, Reply], ...]:
        """The replies of the period that decide so."""
        return tuple((entry, reply) for entry, reply in self.replies if reply.result is result)


def organisations(entries: Iterable[Entry]) -> frozenset[str]:
    """The contacts that the letters went to; two letters to one contact are one organisation."""
    return frozenset(entry.letter.contact for entry in entries)


def account(entries: Sequence[Entry], start: date, end: date) -> Account:
    """The account of the days from ``start`` to ``end``; letters not sent are left out.

    Raises UserError where the days are in the wrong order or nothing happened between them, which
    names the drafts that nobody has marked as sent.
    """
    if start > end:
        why = _("the period begins on {start}, after its end on {end}")
        raise UserError(why.format(start=start, end=end))
    sent = [entry for entry in entries if entry.state is State.SENT]

    def within(day: date | None) -> bool:
        return day is not None and start <= day <= end

    made = Account(
        start=start,
        end=end,
        written=tuple(entry for entry in sent if within(entry.letter.date)),
        replies=_replies(sent, within),
        samples=_samples(sent, lambda s: within(s.arrived) or within(s.tested)),
        dues=due(sent, end),
        promises=_promised_after(sent, end),
        untested=_samples(sent, lambda s: _open_on(s, end)),
    )
    if not (made.written or made.replies or made.samples):
        raise UserError(_empty(entries, start, end))
    return made


def unsent(entries: Iterable[Entry], start: date, end: date) -> tuple[Entry, ...]:
    """The drafts of a period that nobody has marked as sent."""
    return tuple(e for e in entries if e.state is State.DRAFTED and start <= e.letter.date <= end)


def _replies(
    entries: Iterable[Entry], within: Callable[[date | None], bool]
) -> tuple[tuple[Entry, Reply], ...]:
    found = [(e, reply) for e in entries for reply in e.replies if within(reply.date)]
    return tuple(sorted(found, key=lambda pair: (pair[1].date, pair[0].number)))


def _samples(
    entries: Iterable[Entry], wanted: Callable[[Sample], bool]
) -> tuple[tuple[Entry, Sample], ...]:
    return tuple((e, sample) for e in entries for sample in e.samples if wanted(sample))


def _open_on(sample: Sample, day: date) -> bool:
    """Whether a sample is there on that day without a result, or still on its way."""
    arrived = sample.arrived is None or sample.arrived <= day
    pending = sample.verdict is Verdict.PENDING or (
        sample.tested is not None and sample.tested > day
    )
    return arrived and pending


def _promised_after(entries: Iterable[Entry], day: date) -> tuple[tuple[Entry, Promise], ...]:
    """What had been promised by that day for a later one, the nearest first."""
    found = [
        (promise.date, entry.number, entry, promise)
        for entry in entries
        for reply in entry.replies_until(day)
        for promise in reply.promises
        if promise.date and promise.date > day
    ]
    return tuple((e, p) for _day, _number, e, p in sorted(found, key=lambda one: one[:2]))


def _empty(entries: Iterable[Entry], start: date, end: date) -> str:
    why = _("nothing was sent, answered or tested from {start} to {end}; no report was written")
    message = why.format(start=start, end=end)
    drafts = [str(entry.number) for entry in unsent(entries, start, end)]
    if drafts:
        hint = _("; these drafts are not marked as sent: translate-kit register sent {numbers}")
        message += hint.format(numbers=" ".join(drafts))
    return message
