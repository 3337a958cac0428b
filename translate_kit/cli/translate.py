"""``translate-kit translate``: a text, offline, with the glossary enforced."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate_kit.errors import UserError
from translate_kit.messages import _
from translate_kit.model import LANGUAGES

if TYPE_CHECKING:
    from translate_kit.workspace import Workspace

_LANGUAGE = click.Choice(LANGUAGES)


@click.command(
    help=_(
        "Translate TEXT, or what comes from standard input (“-”). Terms of the glossary, numbers"
        " and codes are made right, and what is unsure is reported."
    )
)
@click.argument("text", nargs=-1)
@click.option("--to", "target", type=_LANGUAGE, required=True, help=_("Language to translate to."))
@click.option(
    "--from", "source", type=_LANGUAGE, help=_("Language of the text; found out unless given.")
)
@click.option("--engine", help=_("Engine to use: argos, memory, http, or a plug-in's name."))
@click.option(
    "--quality",
    type=click.Choice(["draft", "best"]),
    help=_("“draft” is several times faster, “best” (the default) better."),
)
@click.option("--device", type=click.Choice(["cpu", "cuda"]), help=_("Where the engine computes."))
@click.option("--explain", is_flag=True, help=_("Tell for every sentence what was done to it."))
@click.option("--json", "as_json", is_flag=True, help=_("Everything as JSON, for other programs."))
@click.pass_obj
def translate(
    workspace: Workspace,
    text: tuple[str, ...],
    target: str,
    source: str | None,
    engine: str | None,
    quality: str | None,
    device: str | None,
    explain: bool,
    as_json: bool,
) -> None:
    from translate_kit.cli.translating import exit_code, pair_of, show
    from translate_kit.pipeline import translate_text

    words = _given(text)
    pair = pair_of(words, source, target)
    pipeline = workspace.pipeline(engine, quality=quality, device=device)
    made = translate_text(pipeline, words, pair)
    show(made, explain=explain, as_json=as_json)
    raise click.exceptions.Exit(exit_code(made))


def _given(text: tuple[str, ...]) -> str:
    """The words on the command line, or those of standard input."""
    if text == ("-",) or (not text and not sys.stdin.isatty()):
        return _standard_input()
    if not text:
        raise UserError(_("give a text, or “-” to read it from standard input"))
    file = next((each for each in text if _is_file(each)), None)
    if file:
        why = _("{path} is a file; to translate its text, send it to standard input: {how}")
        raise UserError(why.format(path=file, how="translate-kit translate - --to … < FILE"))
    return " ".join(text)


def _standard_input() -> str:
    """What was piped in: UTF-8, or the GBK of a Chinese console."""
    data = sys.stdin.buffer.read()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030", errors="replace")


def _is_file(argument: str) -> bool:
    try:
        return Path(argument).is_file()
    except (OSError, ValueError):  # too long for a name, or with a character that none has
        return False
