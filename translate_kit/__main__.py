"""``python -m translate_kit`` and the ``translate-kit`` command."""

import sys


def main() -> None:
    """Run the command line with the arguments of this process."""
    from translate_kit.cli import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
