"""Korean: amounts, particles, honorifics and dates.

Follows 한글 맞춤법 and 행정업무운영 편람 (행정안전부). Glossary grammar: none is read.
"""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from translate_kit.errors import NotKnown, UserError
from translate_kit.files import read_table
from translate_kit.languages.counters import Counter
from translate_kit.languages.ko_sounds import Ending, ending
from translate_kit.messages import _
from translate_kit.model import Noun

DATA = Path(__file__).parent / "data"
TO_A_PERSON, TO_AN_ORGANISATION = "귀하", "귀중"
_HONORIFIC = "님"


def counted(value: Decimal, noun: Noun, counter: Counter | None) -> str:
    """So many of a thing, the thing first: ``의료용 보호복 3만 벌``, ``마스크 5,000장``."""
    return f"{noun.text} {amount(value, counter)}"


def phrases(value: Decimal, noun: Noun, counter: Counter | None) -> frozenset[str]:
    """Every form that ``counted`` may take in a sentence: here only one."""
    return frozenset({counted(value, noun, counter)})


def amount(value: Decimal, counter: Counter | None) -> str:
    """The number with its counter: ``3만 벌``, ``5,000장``, ``500kg``.

    한글 맞춤법 제43항 writes units apart but lets them stand close after Arabic digits; official
    letters do the latter, and keep the blank after 만 and 억.
    """
    number = _number(value)
    if counter is None:
        return number
    blank = "" if number[-1].isdigit() else " "
    return f"{number}{blank}{counter.names['ko']}"


def long_date(day: date) -> str:
    """``2020년 2월 8일``."""
    return f"{day.year}년 {day.month}월 {day.day}일"


def official_date(day: date) -> str:
    """``2020. 2. 8.``, with the last stop (행정업무의 운영 및 혁신에 관한 규정 제7조 제5항)."""
    return f"{day.year}. {day.month}. {day.day}."


def josa(word: str, particle: str) -> str:
    """The form of a particle that follows ``word``: ``josa("3만 벌", "을/를")`` is ``을``.

    ``particle`` names the pair in either order (``은/는``, ``를/을``) or by one form (``로``).
    After ㄹ stands 로, not 으로: 서울로. Where nobody can know how the word is read (Han
    characters, Cyrillic), both forms stand, ``을(를)``, and are the reader's to choose.
    Raises NotKnown for a particle that has no two forms.
    """
    closed, open_ = _pair(particle)
    sound = ending(word)
    if sound is Ending.UNKNOWN:
        return _both(closed, open_)
    if sound is Ending.OPEN:
        return open_
    return open_ if sound is Ending.RIEUL and closed.startswith("으") else closed


def with_josa(word: object, particle: str) -> str:
    """The word and its particle: ``{{ amount | josa("을/를") }}``."""
    return f"{word}{josa(str(word), particle)}"


def particle_forms() -> frozenset[str]:
    """Every form of the particles that have two: 을, 를, 으로, 로."""
    return frozenset(_particles())


def honorific(position: str) -> str:
    """A position with 님, once: ``시장님``, ``대표이사님``."""
    return position if position.endswith(_HONORIFIC) else position + _HONORIFIC


def addressed(name: str, is_person: bool) -> str:
    """The addressee's line: ``충주시장 귀하``, ``충주시청 귀중``.

    귀하 does not stand after 님 (시장님 귀하 honours twice), so that is taken off. Raises UserError
    where the name already ends in the honorific of the other kind.
    """
    right = TO_A_PERSON if is_person else TO_AN_ORGANISATION
    wrong = TO_AN_ORGANISATION if is_person else TO_A_PERSON
    if name.endswith(wrong):
        raise UserError(
            _("“{name}”: {right} is what follows here, not {wrong}").format(
                name=name, right=right, wrong=wrong
            )
        )
    bare = name.removesuffix(right).rstrip()
    return f"{bare.removesuffix(_HONORIFIC) if is_person else bare} {right}"


def _both(closed: str, open_: str) -> str:
    if closed.endswith(open_):  # 으로/로, 이나/나
        return f"({closed.removesuffix(open_)}){open_}"
    return f"{closed}({open_})"


def _pair(particle: str) -> tuple[str, str]:
    for name in particle.split("/"):
        if name in _particles():
            return _particles()[name]
    raise NotKnown(_("particle"), particle, (f"{c}/{o}" for c, o in _particles().values()))


@cache
def _particles() -> Mapping[str, tuple[str, str]]:
    """Either form -> (after a consonant, after a vowel); the first row that has a form owns it."""
    columns = ("closed", "open", "note")
    pairs: dict[str, tuple[str, str]] = {}
    for row in read_table(DATA / "ko_particles.csv", required=columns[:2], known=columns):
        pair = (row.cells["closed"], row.cells["open"])
        for form in pair:
            pairs.setdefault(form, pair)
    return pairs


def _number(value: Decimal) -> str:
    from translate_kit.languages import numbers

    return numbers.render(value, "ko")


FILTERS: Mapping[str, Callable[..., Any]] = {
    "josa": with_josa,
    "honorific": honorific,
    "official_date": official_date,
}
