"""``translate-kit detect``: which language a text is in."""

from __future__ import annotations

from pathlib import Path

import click

from translate_kit.errors import UserError
from translate_kit.messages import _


@click.command(help=_("Tell which language a text, or each FILE of --file, is in."))
@click.argument("text", nargs=-1)
@click.option(
    "--file",
    "files",
    type=click.Path(path_type=Path),
    multiple=True,
    help=_("A text file; may be repeated."),
)
def detect(text: tuple[str, ...], files: tuple[Path, ...]) -> None:
    from translate_kit.files import read_office_text
    from translate_kit.languages.detect import detect as find

    if not text and not files:
        raise UserError(_("give a text, or a file with --file"))
    samples = [("", " ".join(text))] if text else []
    samples += [(f"{file}: ", read_office_text(file)) for file in files]
    for label, sample in samples:
        found = find(sample)
        sure = "" if found.sure else _(" (unsure)")
        click.echo(f"{label}{found.language}{sure}  {found.reason}")
