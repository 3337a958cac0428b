"""The house layouts: a ``Letter`` arranged on a ``Sheet`` by the conventions of its language.

One module per language answers to ``Layout``; a new one is a module and a row of ``TABLE``, or an
entry point of the group ``translate_kit.layouts``.
"""

from typing import Protocol, cast

from translate_kit.letters.layout.house import House
from translate_kit.letters.layout.sheet import Sheet
from translate_kit.letters.letter import Letter
from translate_kit.model import LANGUAGES
from translate_kit.plugins import Table

TABLE = Table(
    "layouts",
    "layout",
    {code: f"translate_kit.letters.layout.{code}:arrange" for code in LANGUAGES},
)


class Layout(Protocol):
    """How one language sets a letter on the page."""

    def __call__(self, letter: Letter, house: House) -> Sheet: ...


def arrange(letter: Letter, house: House) -> Sheet:
    """The sheet of a letter; raises NotKnown where no layout or house style has its language."""
    return cast(Layout, TABLE.load(letter.language))(letter, house)
