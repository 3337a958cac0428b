"""Characters and blanks that nobody sees."""

import re
import unicodedata
from collections.abc import Iterator

from translate_kit.glossary.cells import Place, cells_of
from translate_kit.glossary.checks.examined import Examined, Remark
from translate_kit.messages import _

_BLANKS = "\u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000"
_WRONG = re.compile(f"[{_BLANKS}\ufeff\ufffd\x00-\x1f\x7f]")


def check(examined: Examined) -> Iterator[Remark]:
    """Blanks and characters that can't be seen.

    No blanks at the ends and no two together, none but the plain one, no characters without a
    shape, letters composed (NFC): two terms that look alike must be alike.
    """
    for place, text in sorted(cells_of(examined.glossary).items()):
        for message in _messages(text):
            yield Remark(place, message)
        if place.field == "status":
            named = Place(place.concept, place.language, place.term, "term")
            yield from (Remark(named, message) for message in _messages(place.term))


def _messages(text: str) -> Iterator[str]:
    if text != text.strip():
        yield _("blanks at the beginning or end")
    if "  " in text:
        yield _("two blanks together")
    for found in dict.fromkeys(_WRONG.findall(text)):
        name = unicodedata.name(found, f"U+{ord(found):04X}").lower()
        yield _("a character that can't be seen: {name}").format(name=name)
    if not unicodedata.is_normalized("NFC", text):
        yield _("letters and their marks are stored apart (not NFC)")
