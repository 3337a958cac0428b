"""The way from one language to another over the directions that an engine has."""

from collections import deque
from collections.abc import Collection

from translate_kit.errors import UserError
from translate_kit.messages import _
from translate_kit.model import Pair

PIVOT = "en"
"""Preferred on the way: most packages translate from or into English, and those are the best."""


def route(pair: Pair, pairs: Collection[Pair]) -> tuple[Pair, ...]:
    """The shortest way: ``(zh-ru,)`` or ``(zh-en, en-ru)``; of equal ones that through English.

    Raises UserError where there is none, saying which packages would open one.
    """
    ways = deque[tuple[Pair, ...]]((leg,) for leg in _legs(pair.source, pairs))
    seen = {pair.source}
    while ways:
        way = ways.popleft()
        last = way[-1].target
        if last == pair.target:
            return way
        if last not in seen:
            seen.add(last)
            ways.extend((*way, leg) for leg in _legs(last, pairs))
    raise no_package(pair, pairs)


def _legs(source: str, pairs: Collection[Pair]) -> list[Pair]:
    legs = [pair for pair in pairs if pair.source == source]
    return sorted(legs, key=lambda leg: (leg.target != PIVOT, leg.target))


def no_package(pair: Pair, pairs: Collection[Pair]) -> UserError:
    """The error that says what to install for a direction, the packages at hand counted in."""
    legs = [Pair(pair.source, PIVOT), Pair(PIVOT, pair.target)]
    wanted = (
        [leg for leg in legs if leg not in pairs]
        if PIVOT not in (pair.source, pair.target)
        else [pair]
    )
    why = _(
        "no model package translates {pair}; install {wanted}: translate-kit models install"
        " {wanted}, or from a file. Without one, the engine “memory” still gives what the"
        " translation memory and the glossary know"
    )
    return UserError(why.format(pair=pair, wanted=" ".join(map(str, wanted))))
