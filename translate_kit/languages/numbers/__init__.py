"""Numbers by value in five languages: found in a text, compared between texts, and written.

``extract`` finds them, ``compare`` says which have no match in a translation, ``render`` writes a
value in a language's way and ``parse`` reads the one number of a request's field.
"""

from translate_kit.languages.numbers.compare import Difference, compare
from translate_kit.languages.numbers.extraction import extract
from translate_kit.languages.numbers.number import Number
from translate_kit.languages.numbers.render import render
from translate_kit.languages.numbers.typed import parse

__all__ = ["Difference", "Number", "compare", "extract", "parse", "render"]
