"""The values of the register: a letter that goes out, what came back, and samples under test."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from translate_kit.languages import numbers

HEDGES_BEFORE = ("不少于", "不超过", "大约", "将近", "至少", "最多", "约", "近", "超")
HEDGES_AFTER_NUMBER = ("余", "多")
HEDGES_AFTER_UNIT = ("左右", "上下", "以上", "以内")
"""Words that keep a quantity from being exact, by where they stand; longer ones first."""


class State(StrEnum):
    """What has become of a letter. A draft that nobody sent is not reported to headquarters."""

    DRAFTED = "drafted"
    SENT = "sent"
    WITHDRAWN = "withdrawn"


class Result(StrEnum):
    """What a reply decides."""

    AGREED = "agreed"
    PARTIAL = "partial"
    SAMPLES = "samples"
    ASKS = "asks"
    REFERRED = "referred"
    DECLINED = "declined"


class Verdict(StrEnum):
    """The outcome of a test."""

    PENDING = "pending"
    PASSED = "passed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Goods:
    """So many of a thing: concept id, Chinese name, quantity, Chinese counter, and the hedge.

    ``hedge`` is the word of ``约5000套`` or ``5000套左右`` as recorded; empty where exact.
    """

    concept: str
    name: str
    quantity: Decimal
    unit: str
    hedge: str = ""

    @property
    def amount(self) -> str:
        """``3万套``, ``约5000套``, ``5000余套``, ``5000套左右``."""
        number = numbers.render(self.quantity, "zh")
        if self.hedge in HEDGES_AFTER_NUMBER:
            return number + self.hedge + self.unit
        if self.hedge in HEDGES_AFTER_UNIT:
            return number + self.unit + self.hedge
        return self.hedge + number + self.unit

    def __str__(self) -> str:
        return self.name + self.amount


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A letter as it goes into the register, before it has a number there.

    ``organisation`` is the Chinese name, ``own_name`` the one in the contact's language;
    ``country`` is ISO 3166 alpha-2; ``kind`` a letter kind's id; ``languages`` and ``files`` are
    those of all versions, the Chinese file copy among them.
    """

    date: datetime.date
    contact: str
    contact_kind: str
    organisation: str
    own_name: str
    country: str
    kind: str
    reference: str = ""
    languages: tuple[str, ...] = ()
    goods: tuple[Goods, ...] = ()
    reply_by: datetime.date | None = None
    files: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Promise:
    """Goods that a reply promises, and the day if it names one."""

    goods: Goods
    date: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply received. The file is known by name and SHA-256; ``content`` only where asked for.

    ``sender`` is who answered where that is not the addressee; ``summary`` is in Chinese.
    """

    date: datetime.date
    result: Result
    sender: str = ""
    file: str = ""
    sha256: str = ""
    summary: str = ""
    promises: tuple[Promise, ...] = ()
    content: bytes | None = None


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample and its test. ``number`` is the register's own, 0 before it is recorded."""

    goods: Goods
    arrived: datetime.date | None = None
    tested: datetime.date | None = None
    place: str = ""
    verdict: Verdict = Verdict.PENDING
    note: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """One letter in the register with everything that followed, replies by date."""

    number: int
    state: State
    letter: Outgoing
    replies: tuple[Reply, ...] = ()
    samples: tuple[Sample, ...] = ()

    @property
    def label(self) -> str:
        """How messages name it: ``no. 12, 庆外函〔2020〕15号, 秋明市政府, 2020-02-08``."""
        parts = (f"no. {self.number}", self.letter.reference, self.letter.organisation)
        return ", ".join((*filter(None, parts), self.letter.date.isoformat()))

    def replies_until(self, day: datetime.date) -> tuple[Reply, ...]:
        """What had come by the end of that day."""
        return tuple(reply for reply in self.replies if reply.date <= day)

    def promises(self) -> Iterator[Promise]:
        """Everything promised in any reply."""
        for reply in self.replies:
            yield from reply.promises
