"""The list of model packages that a server offers, as argostranslate publishes it.

The address is argostranslate's own (its variable ``ARGOS_PACKAGE_INDEX`` counts), or the mirrors
that a workspace names under ``[models]``.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from translate_kit.engines.packages import argostranslate
from translate_kit.engines.packages.fetch import Limits, fetch_text
from translate_kit.engines.packages.package import is_code, newest_first
from translate_kit.engines.route import route
from translate_kit.errors import UserError
from translate_kit.messages import _
from translate_kit.model import Pair

_LONGEST = 32 << 20


@dataclass(frozen=True, slots=True)
class Offer:
    """A package that can be downloaded: from any of ``links``; ``sha256`` is empty if not told."""

    pair: Pair
    version: str
    names: tuple[str, str]
    links: tuple[str, ...]
    sha256: str = ""


def default_index() -> str:
    """Where argostranslate looks."""
    return str(argostranslate.package().settings.remote_package_index)


def fetch_index(addresses: Sequence[str], limits: Limits) -> tuple[Offer, ...]:
    """The offers of the first address that answers, newest versions first.

    Connects. Raises UserError naming every address and what went wrong there.
    """
    failures = []
    for address in addresses:
        try:
            return read_index(fetch_text(address, limits, longest=_LONGEST), address)
        except UserError as error:
            failures.append(str(error))
    raise UserError("; ".join(failures))


def read_index(text: str, address: str) -> tuple[Offer, ...]:
    """The translation packages in an index; an entry that makes no sense is left out."""
    try:
        entries = json.loads(text)
    except (ValueError, RecursionError):
        entries = None
    if not isinstance(entries, list):
        raise UserError(_("{address}: not a list of model packages").format(address=address))
    offers = [offer for entry in entries for offer in _offers(entry)]
    return tuple(sorted(offers, key=lambda o: (o.pair, newest_first(o.version))))


def _offers(entry: Any) -> Iterator[Offer]:
    if not isinstance(entry, Mapping) or entry.get("type", "translate") != "translate":
        return
    codes = entry.get("from_code"), entry.get("to_code")
    links = entry.get("links")
    if not all(map(is_code, codes)) or not isinstance(links, list):
        return
    usable = tuple(link for link in links if isinstance(link, str) and link.startswith("http"))
    if usable:
        yield Offer(
            pair=Pair(str(codes[0]), str(codes[1])),
            version=str(entry.get("package_version", "")),
            names=(str(entry.get("from_name", "")), str(entry.get("to_name", ""))),
            links=usable,
            sha256=str(entry.get("sha256", "")).lower(),
        )


def choose(offers: Sequence[Offer], pair: Pair) -> Offer:
    """The newest offer for a direction; raises UserError saying which two legs there are."""
    found = next((offer for offer in offers if offer.pair == pair), None)
    if found is None:
        why = _("no package for {pair} is offered").format(pair=pair)
        try:
            legs = route(pair, {offer.pair for offer in offers})
        except UserError:
            raise UserError(why) from None
        hint = _("; install {legs} instead").format(legs=" ".join(map(str, legs)))
        raise UserError(why + hint)
    return found
