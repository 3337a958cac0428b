"""What may follow a Korean noun in the same word: particles, the copula, 하다 and its kin.

Korean writes them together with the noun (마스크를, 시장님께서는, 구매하고자), so a term ends where
only such endings follow (``data/ko_endings.csv``, and the pairs of ``data/ko_particles.csv``).
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

from translate_kit.errors import NotKnown
from translate_kit.files import read_table
from translate_kit.languages.ko import josa

_DATA = Path(__file__).parent / "data"
_BEFORE_OTHERS = (
    *("에서", "에게", "께서", "까지", "부터", "보다", "으로"),
    *("에", "께", "로", "와", "과"),
)
"""Particles that another may follow: 에는, 에서도, 로는."""
_AFTER_OTHERS = ("은", "는", "도", "만", "의")
_ALSO = "도"
"""The end of many a noun (강도), and certain only after another particle: 에도."""
_AT_MOST = 4
"""Particles that stand one after another: 에서부터는도 is more than anybody writes."""


def ends_word(text: str, position: int) -> bool:
    """Whether a noun that ends at ``position`` is followed by endings only, or by nothing."""
    return _endings().match(text, position) is not None


@lru_cache(maxsize=8192)
def particle_of(word: str) -> tuple[str, str]:
    """A word without the particles at its end, and these; empty where it has none.

    A particle with two forms counts where it is the one that the stem asks for (회의가, but 국가);
    one that never changes, such as 의, only after two syllables, because 회의 is a noun. Those
    that as often end a noun (보고, 강도) never count.
    """
    stem, particle = _last(word, _certain())
    if word.endswith(_ALSO) and _last(word.removesuffix(_ALSO), _BEFORE_OTHERS)[1]:
        stem, particle = word.removesuffix(_ALSO), _ALSO
    inner, before = _last(stem, _BEFORE_OTHERS) if particle in _AFTER_OTHERS else (stem, "")
    return inner, before + particle


def _last(word: str, choice: Sequence[str]) -> tuple[str, str]:
    for particle in choice:
        stem = word.removesuffix(particle)
        if stem and stem != word and _may_follow(stem, particle):
            return stem, particle
    return word, ""


def particle_at(text: str) -> str:
    """The particles that ``text`` begins with, as far as its first word is nothing else: 에서는.

    Empty for none.
    """
    found = re.match(r"[가-힣]*", text)
    first = found.group() if found else ""
    return first if first and _only_particles().fullmatch(first) else ""


def after_word(word: str, endings: str) -> str:
    """Particles as they follow ``word``: the first in the form that its last sound asks for."""
    for particle in particles():
        if endings.startswith(particle):
            return _in_form(word, particle) + endings[len(particle) :]
    return endings


def _in_form(word: str, particle: str) -> str:
    """One that has a single form stays."""
    try:
        return josa(word, particle)
    except NotKnown:
        return particle


@cache
def _only_particles() -> re.Pattern[str]:
    return re.compile(f"(?:{_either(particles())}){{1,{_AT_MOST}}}")


@cache
def _certain() -> tuple[str, ...]:
    noun_like = frozenset(_kind("noun_like"))
    return tuple(particle for particle in particles() if particle not in noun_like)


def _may_follow(stem: str, particle: str) -> bool:
    try:
        return josa(stem, particle) == particle and len(stem) > 1
    except NotKnown:
        return len(stem) > 1 or len(particle) > 1


@cache
def particles() -> tuple[str, ...]:
    """Every particle, the longer first, with both forms of those that have two."""
    columns = ("closed", "open", "note")
    pairs = read_table(_DATA / "ko_particles.csv", required=columns[:2], known=columns)
    two = [row.cells[column] for row in pairs for column in ("closed", "open")]
    return tuple(sorted({*two, *_kind("particle")}, key=lambda text: (-len(text), text)))


@cache
def _endings() -> re.Pattern[str]:
    after_noun = f"(?:{_either(_kind('plural'))})?(?:{_either(_kind('honorific'))})?"
    side = f"(?:{_either(_kind('side'))})?"
    case = f"(?:{_either(particles())}){{0,{_AT_MOST}}}"
    predicate = f"(?:{_either(_kind('copula'))}|{_either(_kind('verb'))})[가-힣]*"
    return re.compile(f"{after_noun}{side}(?:{case}(?![가-힣])|{predicate})")


def _kind(kind: str) -> list[str]:
    columns = ("kind", "text", "note")
    rows = read_table(_DATA / "ko_endings.csv", required=columns[:2], known=columns)
    return [row.cells["text"] for row in rows if row.cells["kind"] == kind]


def _either(texts: list[str] | tuple[str, ...]) -> str:
    return "|".join(re.escape(text) for text in sorted(texts, key=len, reverse=True))
