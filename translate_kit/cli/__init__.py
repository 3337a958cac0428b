"""The command line: chooses the interface language, runs a command, turns errors into one line.

Exit codes: 0 done; 1 done, but there are findings a person must look at; 2 refused or failed;
3 done, but some sentences nobody could translate; 130 stopped by Ctrl-C.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from translate_kit.errors import UserError
from translate_kit.messages import activate, choose


def run(arguments: Sequence[str]) -> int:
    """Run the command line and return the exit code of the process."""
    _speak_any_script()
    activate(choose(arguments, os.environ, _configured_language(arguments)))
    # Only now: help texts are translated when the commands are defined.
    from click import Abort, ClickException, echo
    from click.exceptions import Exit

    from translate_kit.cli.commands import translate_kit

    try:
        return translate_kit.main(list(arguments), "translate-kit", standalone_mode=False) or 0
    except Exit as leave:
        return leave.exit_code
    except ClickException as error:
        error.show()
        return error.exit_code
    except UserError as error:
        echo(f"translate-kit: {error}", err=True)
        return 2
    except (Abort, KeyboardInterrupt):
        echo(err=True)
        return 130


def _speak_any_script() -> None:
    """A console in GBK must not crash on ё or 한: what it can't show is shown as an escape."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def _configured_language(arguments: Sequence[str]) -> str | None:
    """The workspace's ``ui``; a broken workspace is reported by the command, not here."""
    from translate_kit.workspace import Workspace

    try:
        return Workspace.open(_workspace_option(arguments)).ui
    except UserError:
        return None


def _workspace_option(arguments: Sequence[str]) -> Path | None:
    for position, argument in enumerate(arguments):
        if argument == "--workspace" and position + 1 < len(arguments):
            return Path(arguments[position + 1])
        if argument.startswith("--workspace="):
            return Path(argument.removeprefix("--workspace="))
    return None
