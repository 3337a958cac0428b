"""How the origin of a translation is named at the terminal, in the interface language."""

from translate_kit.messages import _
from translate_kit.pipeline.translation import Origin


def origin_word(origin: Origin) -> str:
    """``person``, ``memory``, ``engine`` or ``untranslated``."""
    words = {
        Origin.PERSON: _("person"),
        Origin.MEMORY: _("memory"),
        Origin.ENGINE: _("engine"),
        Origin.NONE: _("untranslated"),
    }
    return words[origin]
