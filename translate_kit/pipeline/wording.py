"""What the values of this room are called in the interface language."""

from translate_kit.messages import _
from translate_kit.pipeline.translation import Origin


def origin_word(origin: Origin) -> str:
    """Where the words of a translation come from."""
    return {
        Origin.PERSON: _("a person"),
        Origin.MEMORY: _("translation memory"),
        Origin.GLOSSARY: _("glossary"),
        Origin.COPY: _("nothing to translate"),
        Origin.ENGINE: _("machine"),
        Origin.NONE: _("not translated"),
    }[origin]
