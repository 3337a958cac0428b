"""What may be entered into the memory: texts in two languages or more, without odd characters."""

import unicodedata
from collections.abc import Mapping
from dataclasses import replace

from translate_kit.errors import UserError
from translate_kit.memory.unit import Unit
from translate_kit.messages import _
from translate_kit.model import LANGUAGES

_KEPT = "\n\t"
_ODD = ("Cc", "Cs")  # control characters and lone surrogates, which no file format of ours can hold


def checked(unit: Unit) -> Unit:
    """The unit as it may be entered; raises UserError where it is not one.

    Languages are put into our order, empty texts left out, odd characters taken away.
    """
    name = f"{unit.id}: " if unit.id else ""
    for language in unit.texts:
        if language not in LANGUAGES:
            why = _("{language} is none of our languages ({known})")
            raise UserError(name + why.format(language=language, known=", ".join(LANGUAGES)))
    texts = cleaned(unit.texts)
    if len(texts) < 2:
        raise UserError(name + _("a unit of the memory needs texts in two languages at least"))
    return replace(unit, texts=texts)


def cleaned(texts: Mapping[str, str]) -> dict[str, str]:
    """The texts of our languages that say something, cleaned, in our order."""
    ours = {code: clean(texts[code]) for code in LANGUAGES if texts.get(code)}
    return {code: text for code, text in ours.items() if text}


def clean(text: str) -> str:
    """A text without control characters and lone surrogates, and without blanks round it."""
    if text.isprintable():
        return text.strip()
    even = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in even if c in _KEPT or unicodedata.category(c) not in _ODD).strip()
