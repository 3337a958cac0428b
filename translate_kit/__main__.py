"""``python -m translate_kit`` and the ``translate-kit`` command."""

import gc
import sys

_CONTAINERS = 200_000
"""More than the tables that a command reads hold; the interpreter's own is 700."""


def main() -> None:
    """Run the command line with the arguments of this process."""
    # What is read at the start stays: to look for garbage in it takes a tenth of a short command.
    gc.set_threshold(_CONTAINERS)
    from translate_kit.cli import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
