"""``translate-kit translate``: a text or documents, offline, with the glossary enforced."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate_kit.cli.countries import country_option
from translate_kit.cli.folders import OutFolder
from translate_kit.errors import UserError
from translate_kit.messages import _
from translate_kit.model import LANGUAGES

if TYPE_CHECKING:
    from translate_kit.workspace import Recipe, Workspace

_LANGUAGE = click.Choice(LANGUAGES)


@click.command(
    help=_(
        "Translate a text, what comes from standard input (“-”), or documents: files and folders "
        "with all below them. Terms of the glossary, numbers and codes are made right, and what is "
        "unsure is reported. A batch of documents that was stopped is gone on with by the same "
        "command."
    )
)
@click.argument("words", metavar="TEXT|PATH...", nargs=-1)
@click.option(
    "--to",
    "targets",
    required=True,
    help=_("Language to translate to; of documents several, with commas: ru,ko,en,ja."),
)
@click.option(
    "--from", "source", type=_LANGUAGE, help=_("Language of the text; found out unless given.")
)
@click.option("--engine", help=_("Engine to use: argos, memory, http, or a plug-in's name."))
@click.option(
    "--quality",
    type=click.Choice(["draft", "best"]),
    help=_("“draft” is several times faster, “best” (the default) better."),
)
@click.option(
    "--device",
    type=click.Choice(["cpu", "cuda", "auto"]),
    help=_("Where the engine computes; “auto”: on a graphics card if one is ready."),
)
@country_option
@click.option("--explain", is_flag=True, help=_("Tell for every sentence what was done to it."))
@click.option("--json", "as_json", is_flag=True, help=_("Everything as JSON, for other programs."))
@click.option(
    "--out", type=OutFolder(),
    help=_("Folder for the translated documents."),
)  # fmt: skip
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True,
              help=_("Translate documents in so many processes at once."))  # fmt: skip
@click.option("--scheduler", default="", metavar="ADDRESS",
              help=_("Translate on a Dask cluster, for example tcp://host:8786."))  # fmt: skip
@click.option("--watch", "watching", is_flag=True,
              help=_("Go on and translate what is dropped into the folders."))  # fmt: skip
@click.option("--overwrite", is_flag=True, help=_("Replace translated documents that are there."))
@click.option("--columns", default="", metavar="NAME,...",
              help=_("Of csv and tsv tables translate these columns only, by name or number."),
)  # fmt: skip
@click.option("--report/--no-report", default=True, show_default=True,
              help=_("Write a page that says what to read first, one for each run."))  # fmt: skip
@click.option("--xliff", type=click.Choice(["2.1", "1.2"]),
              help=_("Write an XLIFF file of each for a reviewer's tool."))  # fmt: skip
@click.option("--bilingual", is_flag=True,
              help=_("Write each in both languages side by side, as a Word document."))  # fmt: skip
@click.option("--quiet", is_flag=True, help=_("Show only what failed."))
@click.pass_obj
def translate(
    workspace: Workspace, words: tuple[str, ...], targets: str, source: str | None,
    engine: str | None, quality: str | None, device: str | None, country: str, explain: bool,
    as_json: bool, out: Path | None, jobs: int, scheduler: str, watching: bool, overwrite: bool,
    report: bool, xliff: str | None, bilingual: bool, columns: str, quiet: bool,
) -> None:  # fmt: skip
    from translate_kit.cli.batching import Wishes, columns_of, languages_of, run_batch, watch
    from translate_kit.workspace import Recipe

    languages = languages_of(targets)
    recipe = Recipe(workspace.folder, engine, quality, device, country)
    if out is not None or any(map(_is_there, words)):
        if out is None:
            raise UserError(_("say where the translated documents go: --out FOLDER"))
        shown = "json" if as_json else "quiet" if quiet else "text"
        wishes = Wishes(
            languages, out, source, jobs, scheduler, overwrite, shown, report, xliff, bilingual,
            columns_of(columns),
        )  # fmt: skip
        paths = list(map(Path, words))
        if watching:
            watch(recipe, paths, wishes)
        raise click.exceptions.Exit(run_batch(recipe, paths, wishes))
    code = _translate_text(recipe, _given(words), languages, source, explain, as_json)
    raise click.exceptions.Exit(code)


def _translate_text(
    recipe: Recipe, text: str, languages: tuple[str, ...], source: str | None, explain: bool,
    as_json: bool,
) -> int:  # fmt: skip
    from translate_kit.cli.translating import exit_code, pair_of, show
    from translate_kit.pipeline import translate_text

    if len(languages) != 1:
        raise UserError(_("a text is translated into one language at a time; name one with --to"))
    pipeline, pair = recipe(), pair_of(text, source, languages[0])
    made = translate_text(pipeline, text, pair)
    show(made, pipeline.means(pair) if explain or as_json else {}, explain=explain, as_json=as_json)
    return exit_code(made)


def _given(words: tuple[str, ...]) -> str:
    """The words on the command line, or those of standard input."""
    if words == ("-",) or (not words and not sys.stdin.isatty()):
        return _standard_input()
    if not words:
        raise UserError(_("give a text, or “-” to read it from standard input"))
    return " ".join(words)


def _standard_input() -> str:
    """What was piped in: UTF-8, or the GBK of a Chinese console."""
    data = sys.stdin.buffer.read()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030", errors="replace")


def _is_there(argument: str) -> bool:
    try:
        return argument != "" and Path(argument).exists()
    except (OSError, ValueError):  # too long for a name, or with a character that none has
        return False
