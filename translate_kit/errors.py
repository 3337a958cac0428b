"""The whole exception tree: what can go wrong, sorted by who can mend it.

Something about the *text* is no exception but a ``Finding`` (see ``model``).
"""

import difflib
from collections.abc import Iterable
from pathlib import Path

from translate_kit.messages import _


class TranslateKitError(Exception):
    """Any failure that translate-kit itself reports."""


class UserError(TranslateKitError):
    """Something the person can mend: one line that says what and where, and what to do.

    The command line prints it without a traceback and exits with 2.
    """


class BadData(UserError):  # noqa: N818 - the trade's word, as in "bad data in row 3"
    """A file of the user's holds something unusable at a known place.

    ``line`` counts from 1 as an editor shows it; ``field`` is a column, key or field name.
    """

    def __init__(
        self, file: Path | str, why: str, *, line: int | None = None, field: str | None = None
    ) -> None:
        self.file, self.why, self.line, self.field = file, why, line, field
        place = str(file)
        if line is not None:
            place += _(", line {line}").format(line=line)
        if field is not None:
            place += _(", field {field}").format(field=field)
        super().__init__(f"{place}: {why}")


class NotKnown(UserError):  # noqa: N818
    """A name that nothing answers to; the message offers the nearest known one."""

    def __init__(self, what: str, name: str, known: Iterable[str], *, hint: str = "") -> None:
        self.name = name
        choices = sorted(set(known))
        message = _("no {what} “{name}”").format(what=what, name=name)
        near = nearest(name, choices)
        if near:
            message += _("; did you mean “{near}”?").format(near=near)
        elif choices and len(choices) <= 15:
            message += _("; known are: {known}").format(known=", ".join(choices))
        super().__init__(message + (f" {hint}" if hint else ""))


class AlreadyThere(UserError):  # noqa: N818
    """An output file exists already and nobody asked to replace it."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _("{path} exists already; nothing was written. Use --overwrite to replace it.").format(
                path=path
            )
        )


class CannotWrite(UserError):  # noqa: N818
    """The operating system refused a write: disk full, folder read-only, file open in Word."""


class EngineFailure(TranslateKitError):  # noqa: N818
    """An engine failed on one segment; the job records it and goes on."""


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name most like ``name``, or None where nothing is near enough to suggest."""
    folded = {choice.casefold(): choice for choice in known}
    found = difflib.get_close_matches(name.casefold(), folded, n=1, cutoff=0.6)
    return folded[found[0]] if found else None
