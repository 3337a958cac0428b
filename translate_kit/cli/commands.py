"""The ``translate-kit`` command and its groups, each loaded only when it is used."""

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

import click

from translate_kit import __version__
from translate_kit.messages import CATALOGUES, _
from translate_kit.workspace import Workspace


class LazyGroup(click.Group):
    """A group that knows what each command is for without importing it.

    ``lazy`` maps a command's name to its place ``"module:attribute"`` and its one-line help:
    ``--help`` must answer at once, although some commands load large libraries.
    """

    def __init__(self, *args: object, lazy: Mapping[str, tuple[str, str]], **kwargs: object):
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.lazy = lazy

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.lazy:
            return None
        module, _colon, attribute = self.lazy[cmd_name][0].partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, help_) for name, (_place, help_) in self.lazy.items()])


def lazy_commands() -> dict[str, tuple[str, str]]:
    """Every top-level command: adding one means adding a row and a file."""
    place = "translate_kit.cli."
    return {
        "translate": (
            place + "translate:translate",
            _("Translate texts and documents offline, with the glossary enforced."),
        ),
        "apply": (
            place + "apply:apply",
            _("Take back a translation that a reviewer corrected."),
        ),
        "letter": (place + "letter.group:letter", _("Draft letters in five languages.")),
        "check": (place + "check:check", _("Check a translation, whoever made it.")),
        "register": (
            place + "register:register",
            _("The correspondence register: letters sent, replies, samples, the report."),
        ),
        "glossary": (
            place + "glossary.group:glossary",
            _("The office's terms: look up, propose, review, exchange."),
        ),
        "memory": (
            place + "memory.group:memory",
            _("What has been translated before, and who vouches for it."),
        ),
        "standards": (
            place + "standards.group:standards",
            _("Standards and what compares with them."),
        ),
        "contacts": (place + "contacts:contacts", _("Sister cities and other addressees.")),
        "models": (place + "models.group:models", _("Model packages that translate.")),
        "detect": (place + "detect:detect", _("Tell which language a text is in.")),
        "init": (place + "init:init", _("Make a workspace for your office.")),
        "doctor": (place + "doctor:doctor", _("Say what is installed and what is missing.")),
    }


@click.command(
    cls=LazyGroup,
    lazy=lazy_commands(),
    help=_("The offline translation and correspondence toolkit of a foreign-affairs office."),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option("--ui", type=click.Choice(list(CATALOGUES)), help=_("Language of the interface."))
@click.option(
    "--workspace",
    type=click.Path(path_type=Path, file_okay=False),
    envvar="TRANSLATE_KIT_WORKSPACE",
    help=_("The workspace to use, instead of the one the current folder lies in."),
)
@click.version_option(__version__, prog_name="translate-kit")
@click.pass_context
def translate_kit(ctx: click.Context, ui: str | None, workspace: Path | None) -> None:
    ctx.obj = Workspace.open(workspace)
