"""Filling a body template: sandboxed Jinja2 in which every printed value is escaped.

A template is written by language staff and may come from a workspace, so it runs in Jinja's
sandbox; whatever goes wrong in it is reported with its file and line.
"""

import re
import traceback
from collections.abc import Callable, Mapping, Sequence
from datetime import date, time
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateSyntaxError
from jinja2.exceptions import TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from translate_kit.errors import BadData
from translate_kit.files import read_text
from translate_kit.languages import grammar
from translate_kit.languages.clock import clock as written
from translate_kit.languages.numbers import render
from translate_kit.languages.series import series as joined
from translate_kit.letters.markdown import Body, Markdown, NotInLetters, escape, parse
from translate_kit.messages import _

PARTICULARS = {"ja": "記"}
"""The heading that parts the particulars from the main text, where the language has such a part."""

_LINE_JOINT = {"zh": "", "ja": ""}
_TWO_FULL_STOPS = re.compile(r"(?<=\\\.)\.(?!\.)")
"""A printed value that ends in a full stop (``2020 г.``, ``8:30 a.m.``) and the sentence's own."""


def fill(path: Path, language: str, facts: Mapping[str, Any]) -> Body:
    """The body that the template makes of the facts.

    Raises BadData naming the template and, where known, the line: a variable that does not exist,
    an attempt to leave the sandbox, an error of syntax, markup that letters do not have.
    """
    try:
        template = _compiled(str(path), read_text(path), language)
        text = _TWO_FULL_STOPS.sub("", template.render(facts))
    except TemplateSyntaxError as error:
        raise BadData(path, str(error.message), line=error.lineno) from None
    except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError) as error:
        raise BadData(path, str(error), line=_line(error)) from None
    try:
        return parse(
            text,
            particulars_heading=PARTICULARS.get(language, ""),
            line_joint=_LINE_JOINT.get(language, " "),
        )
    except NotInLetters as error:
        raise BadData(path, str(error)) from None


@lru_cache
def _compiled(name: str, text: str, language: str) -> Template:
    environment = _environment(language)
    code = environment.compile(text, filename=name)
    return environment.template_class.from_code(environment, code, environment.make_globals(None))


@lru_cache
def _environment(language: str) -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,  # what is printed becomes Markdown, not HTML: ``finalize`` escapes it
    )
    environment.filters |= _filters(language)
    return environment


def _finalize(value: Any) -> Any:
    """What an expression prints. None is a field that was not given: a template must ask first."""
    if value is None:
        raise ValueError(_("a field that was not given is printed; guard it with {% if %}"))
    return value if isinstance(value, Markdown | StrictUndefined) else escape(str(value))


def _filters(language: str) -> dict[str, Callable[..., Any]]:
    own = grammar(language)

    def long_date(day: date) -> str:
        return own.long_date(day)

    def series(parts: Sequence[str]) -> str:
        return joined([str(part) for part in parts], language)

    def clock(at: time) -> str:
        return written(at, language)

    def number(value: int) -> str:
        return render(value, language)

    def named(choices: Sequence[str], names: Mapping[str, str]) -> list[str]:
        return [names[choice] for choice in choices]

    return {
        "long_date": long_date,
        "clock": clock,
        "number": number,
        "series": series,
        "named": named,
        **own.FILTERS,
    }


def _line(error: BaseException) -> int | None:
    """The line of the template that was running; Jinja rewrites its frames to template lines."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if frame.filename.endswith(".j2")]
    return lines[-1] if lines else None
