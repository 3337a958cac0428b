"""Sentences of the office's letters in five languages, composed from frames and the glossary.

``frames.csv`` has one sentence pattern a row; the slots are filled with glossary terms, quantities,
dates, sums and codes through the language modules, so that Russian cases, Korean particles and
counters are right. The same seed gives the same sentences; another seed gives held-out ones:

    from sentences import generate
    for pair in generate("zh-ru", 500, seed=7):
        pair.source, pair.target     # the texts
        pair.terms                   # what the glossary must find: concept id, spans in both

A slot is ``{goods}`` or ``{goods.form}``: a Russian case by its first three letters, perhaps with
``.plural``; an English ``.plural``; a Korean particle such as ``.을/를``.
"""

import csv
import random
import re
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path

from translate_kit.errors import UserError
from translate_kit.glossary.concept import Concept
from translate_kit.languages import grammar, ko, money, ru
from translate_kit.languages.counters import counter
from translate_kit.languages.months import month_name
from translate_kit.languages.plurals import plural
from translate_kit.model import LANGUAGES, Pair, Span
from translate_kit.workspace import Workspace

FRAMES = Path(__file__).parent / "frames.csv"
_SLOT = re.compile(r"\{([a-z]+)(\d?)((?:\.[^.}]+)*)\}")
_FIRST_LETTER = re.compile(r"[^\W\d_]")
_CASES: Mapping[str, ru.Case] = {
    "": "nominative",
    "gen": "genitive",
    "dat": "dative",
    "acc": "accusative",
    "ins": "instrumental",
}


@dataclass(frozen=True, slots=True)
class Used:
    """A glossary concept in a sentence pair, and where its term stands in both."""

    concept: str
    source: Span
    target: Span


@dataclass(frozen=True, slots=True)
class SentencePair:
    """Two sentences that say the same. ``links`` are the spans known to correspond, by slot."""

    source: str
    target: str
    terms: tuple[Used, ...]
    links: tuple[tuple[str, Span, Span], ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A filled slot: text, and the parts of it that have names of their own."""

    text: str
    parts: tuple[tuple[str, Span], ...] = ()


class Filling:
    """The value of one slot, which every language says in its own way."""

    concept: str = ""

    def said(self, language: str, form: Sequence[str]) -> Piece:
        raise NotImplementedError


@dataclass(frozen=True)
class Same(Filling):
    """A code that no language changes."""

    text: str

    def said(self, language: str, form: Sequence[str]) -> Piece:
        return Piece(self.text)


@dataclass(frozen=True)
class Spoken(Filling):
    """Something that a function writes in each language: a date, a sum."""

    write: Callable[[str], str]

    def said(self, language: str, form: Sequence[str]) -> Piece:
        return Piece(self.write(language))


@dataclass(frozen=True)
class Named(Filling):
    """A glossary concept."""

    term: Concept

    @property
    def concept(self) -> str:  # type: ignore[override]
        return self.term.id

    def said(self, language: str, form: Sequence[str]) -> Piece:
        noun = self.term.noun(language)
        text = noun.text
        if language == "ru" and form:
            number: ru.Number | None = "plural" if "plural" in form else None
            text = ru.inflect(text, _CASES[form[0]], number=number, grammar=noun.grammar)
        elif language == "en" and form:
            text = plural(noun)
        return Piece(text, ((self.concept, Span(0, len(text))),))


@dataclass(frozen=True)
class Counted(Filling):
    """So many of a thing."""

    thing: Concept
    value: Decimal

    @property
    def concept(self) -> str:  # type: ignore[override]
        return self.thing.id

    def said(self, language: str, form: Sequence[str]) -> Piece:
        noun, unit = self.thing.noun(language), counter(self.thing.counter)
        if language == "ru":
            text = ru.counted(self.value, noun, unit, _CASES[form[0] if form else ""])
        else:
            text = grammar(language).counted(self.value, noun, unit)
        term = _term_within(text, language, noun.text, grammar(language).amount(self.value, unit))
        rest = Span(0, term.start) if term.start else Span(term.end, len(text))
        return Piece(text, ((self.concept, term), ("amount", rest)))


def _term_within(text: str, language: str, noun: str, amount: str) -> Span:
    """Where the thing stands in ``30,000 medical suits`` or ``医用防护服3万套``."""
    if language in ("zh", "ko", "ja"):
        return Span(0, len(noun))
    if not text.startswith(amount):
        return Span(_FIRST_LETTER.search(text).start(), len(text))  # type: ignore[union-attr]
    skipped = text[len(amount) :].removeprefix(" of").lstrip()
    return Span(len(text) - len(skipped), len(text))


def generate(pair: str | Pair, n: int, seed: int) -> Iterator[SentencePair]:
    """``n`` sentence pairs with 1.1 glossary terms each; seed 1 is what the models have seen."""
    direction = Pair.parse(str(pair))
    rng = random.Random(seed)
    for _ in range(n):
        yield _compose(rng, direction)


def _compose(rng: random.Random, pair: Pair) -> SentencePair:
    frame = rng.choice(frames())
    while True:
        fillings = _fill(rng, frame["zh"])
        try:
            source = _render(frame[pair.source], pair.source, fillings)
            target = _render(frame[pair.target], pair.target, fillings)
        except UserError:  # a term that Russian cannot put into this case
            continue
        return _paired(source, target)


def _paired(source: Piece, target: Piece) -> SentencePair:
    there = dict(target.parts)
    links = tuple((name, span, there[name]) for name, span in source.parts if name in there)
    terms = tuple(
        Used(name.partition(":")[2], ours, theirs) for name, ours, theirs in links if ":" in name
    )
    return SentencePair(source.text, target.text, terms, links)


def _fill(rng: random.Random, frame: str) -> dict[str, Filling]:
    filled: dict[str, Filling] = {}
    for kind, serial, _form in _SLOT.findall(frame):
        taken = {filling.concept for filling in filled.values()}
        choice = _KINDS[kind](rng)
        while choice.concept and choice.concept in taken:
            choice = _KINDS[kind](rng)
        filled[kind + serial] = choice
    return filled


def _render(frame: str, language: str, fillings: Mapping[str, Filling]) -> Piece:
    text, position = "", 0
    parts: list[tuple[str, Span]] = []
    for slot in _SLOT.finditer(frame):
        text += frame[position : slot.start()]
        name, form = slot[1] + slot[2], [f for f in slot[3].split(".") if f]
        piece = fillings[name].said(language, [] if language == "ko" else form)
        start = len(text)
        text += piece.text if start else piece.text[0].upper() + piece.text[1:]
        if not piece.parts:
            parts.append((name, Span(start, len(text))))
        for part, span in piece.parts:
            key = f"{name}:{part}" if part == fillings[name].concept else f"{name}#{part}"
            parts.append((key, Span(start + span.start, start + span.end)))
        if language == "ko" and form:
            text += ko.josa(piece.text, form[0])
        position = slot.end()
    return Piece(text + frame[position:], tuple(parts))


@cache
def frames() -> tuple[Mapping[str, str], ...]:
    """The rows of ``frames.csv``."""
    with FRAMES.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def _concepts(*domains: str, counted: bool | None = None) -> tuple[Concept, ...]:
    """The nouns of these domains that have a preferred term in every language."""
    return tuple(
        concept
        for concept in Workspace(None).glossary
        if concept.domain in domains
        and concept.part_of_speech in ("noun", "proper_noun")
        and (counted is None or bool(concept.counter) is counted)
        and all(concept.preferred(language) for language in LANGUAGES)
        and not any(concept.noun("en").text.startswith(word) for word in _NO_ARTICLE)
    )


_NO_ARTICLE = ("Excellency", "Mr.", "Ms.", "His Worship", "copy", "Alibaba", "Taobao")

_CURRENCIES = frozenset(f"fin-{n:04}" for n in range(1, 10))


def _chosen(rng: random.Random, known: Sequence[Concept]) -> Concept:
    """One of them, so that a new concept in the glossary changes few of the choices."""
    draw = rng.getrandbits(64)
    return min(known, key=lambda concept: zlib.crc32(f"{draw} {concept.id}".encode()))


def _documents(rng: random.Random) -> Filling:
    papers = [
        concept
        for concept in _concepts(
            "document_types", "procurement", "logistics_customs", "finance", "donation", "protocol",
            counted=True,
        )
        if concept.counter == "copy"
    ]  # fmt: skip
    return Named(_chosen(rng, papers))


def _named(*domains: str, counted: bool | None = None) -> Callable[[random.Random], Filling]:
    def choose(rng: random.Random) -> Filling:
        known = _concepts(*domains, counted=counted)
        return Named(_chosen(rng, [c for c in known if c.id not in _CURRENCIES]))

    return choose


def _counted(rng: random.Random) -> Filling:
    return Counted(_chosen(rng, _concepts("ppe", counted=True)), Decimal(_quantity(rng)))


def _quantity(rng: random.Random) -> int:
    """As letters have them: mostly round, some not, from five up (Russian «5 костюмов»)."""
    return rng.choice(
        (
            rng.randint(1, 99) * 10_000,
            rng.randint(5, 95) * 1_000,
            rng.randint(1, 99) * 100,
            rng.randint(10_000, 99_999),
            rng.randint(101, 9_999),
            rng.randint(5, 20),
        )
    )


def _day(rng: random.Random) -> Filling:
    day = date(2020, 1, 10) + timedelta(days=rng.randint(0, 300))

    def write(language: str) -> str:
        if language == "en":
            return f"{day.day} {month_name('en', day.month)}"
        if language == "ru":
            return f"{day.day} {ru.month_name(day.month, 'genitive')}"
        month, last = ("월 ", "일") if language == "ko" else ("月", "日")
        return f"{day.month}{month}{day.day}{last}"

    return Spoken(write)


def _date(rng: random.Random) -> Filling:
    day = date(2019, 1, 1) + timedelta(days=rng.randint(0, 2500))
    return Spoken(lambda language: grammar(language).long_date(day).replace("\xa0", " "))


def _clock(rng: random.Random) -> Filling:
    hour, minute = rng.randint(8, 20), rng.choice((10, 15, 20, 30, 40, 45, 50))
    written = {
        "zh": f"{hour}时{minute}分",
        "ja": f"{hour}時{minute}分",
        "ko": f"{hour}시 {minute}분",
    }
    return Spoken(lambda language: written.get(language, f"{hour}:{minute}"))


def _price(rng: random.Random) -> Filling:
    sum_ = money.Money(Decimal(_quantity(rng)), rng.choice(("CNY", "USD", "RUB", "KRW", "JPY")))
    return Spoken(lambda language: money.write(sum_, language))


def _number_between(low: int, high: int, step: int = 1) -> Callable[[random.Random], Filling]:
    return lambda rng: Same(str(rng.randrange(low, high + 1, step)))


def _code(pattern: str) -> Callable[[random.Random], Filling]:
    """``A`` stands for a capital letter, ``9`` for a digit, ``a`` for a small letter."""
    alphabets = {"A": "ABCDEFGHKLMNPRSTUVWXYZ", "9": "0123456789", "a": "abcdefghiklmnoprstuvwxyz"}
    return lambda rng: Same("".join(rng.choice(alphabets.get(c, c)) for c in pattern))


def _standard(rng: random.Random) -> Filling:
    codes = ("GB 19082-2009", "GB 19083-2010", "YY 0469-2011", "GB 2626-2006", "EN 14126",
             "EN 149:2001", "JIS T 8115", "ISO 16603", "ASTM F1671", "ASTM F2100")  # fmt: skip
    return Same(rng.choice(codes))


def _percent(rng: random.Random) -> Filling:
    tenths = rng.randint(5, 995)
    whole = f"{tenths // 10}.{tenths % 10}" if tenths % 10 else str(tenths // 10)
    return Spoken(lambda language: whole.replace(".", ",") if language == "ru" else whole)


_KINDS: Mapping[str, Callable[[random.Random], Filling]] = {
    "goods": _counted,
    "item": _named("ppe", counted=True),
    "property": _named("ppe", counted=False),
    "doc": _documents,
    "matter": _named("procurement", "logistics_customs", "donation", counted=False),
    "field": _named("cooperation_industry", counted=False),
    "health": _named("epidemic"),
    "finance": _named("finance", counted=False),
    "person": _named("government_titles"),
    "org": _named("organisations"),
    "place": _named("places"),
    "day": _day,
    "date": _date,
    "clock": _clock,
    "price": _price,
    "percent": _percent,
    "tens": _number_between(10, 90, 10),
    "teens": _number_between(5, 20),
    "few": _number_between(2, 12),
    "phone": _code("0459-9999999"),
    "email": _code("aaaaa@aaaaaa.cn"),
    "flight": _code("AA9999"),
    "model": _code("AA-999"),
    "number": _code("A99999999"),
    "standard": _standard,
}
