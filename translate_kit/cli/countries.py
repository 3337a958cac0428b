"""The option ``--country``: for whose readers a term is meant, or chosen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import click

from translate_kit.messages import _

F = TypeVar("F", bound=Callable[..., object])


def country_option(command: F) -> F:
    """``--country`` for readers whose terms are chosen; empty where it isn't given."""
    return click.option(
        "--country", default="", callback=_one_country, metavar="CA|KR|…",
        help=_("The country of the readers: its own terms, where it has such."),
    )(command)  # fmt: skip


def countries_option(command: F) -> F:
    """``--country`` for readers whom a term is meant for; None where it isn't given."""
    return click.option(
        "--country", callback=_some_countries, metavar="CA|GB|…",
        help=_("Only for readers of these countries, such as CA|GB; - for all."),
    )(command)  # fmt: skip


def _one_country(context: click.Context, option: click.Parameter, text: str) -> str:
    codes = _some_countries(context, option, text) or ""
    if "|" in codes:
        raise click.BadParameter(_("write one country, such as CA"))
    return codes


def _some_countries(
    _context: click.Context, _option: click.Parameter, text: str | None
) -> str | None:
    """The codes as the glossary writes them."""
    from translate_kit.languages.countries import NoCountry, read_countries, write_countries

    if text is None:
        return None
    try:
        return write_countries(read_countries(text.strip().strip("-")))
    except NoCountry as error:
        raise click.BadParameter(str(error)) from None
