"""The pieces by which a part of a spelling is found: three letters, or one and two characters.

Words of alphabets give their beginnings and every three letters, a mark standing before the first;
Chinese, Japanese and Korean characters, and figures, give each one and each two. The pieces of any
part of a spelling that ``search`` may find are among the pieces of the whole.
"""

import re
from collections.abc import Iterator

START = "\ue000"
"""Stands before the first letter of a word: a character that no text holds."""

_WORD = re.compile(r"[a-zа-я]+")
_RUN = re.compile(r"[^\W_a-zа-я]+")
_ALPHABETIC = re.compile(r"[a-zа-я]")


def grams(spelling: str) -> Iterator[str]:
    """The pieces of a whole folded spelling; some may come twice."""
    for word in _WORD.findall(spelling):
        marked = START + word
        yield marked[:2]
        yield from (marked[at : at + 3] for at in range(len(marked) - 2))
    for run in _RUN.findall(spelling):
        yield from run
        yield from (run[at : at + 2] for at in range(len(run) - 1))


def needed(part: str) -> set[str]:
    """Pieces that every spelling with ``part`` in it has, as few as say the same.

    A part that begins with a letter stands at the beginning of a word; a word cut off by the
    beginning of any other part may go on to the left.
    """
    found: set[str] = set()
    for match in _WORD.finditer(part):
        word = match.group()
        begins = match.start() > 0 or bool(_ALPHABETIC.match(part))
        marked = (START if begins else "") + word
        pieces = [marked[at : at + 3] for at in range(len(marked) - 2)]
        found.update(pieces or ([marked] if begins else []))
    for run in _RUN.findall(part):
        found.update((run[at : at + 2] for at in range(len(run) - 1)) if len(run) > 1 else run)
    return found
