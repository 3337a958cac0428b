"""What the values of this room are called in the interface language."""

from translate_kit.messages import _
from translate_kit.model import Pair
from translate_kit.pipeline.means import Means
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


def means_words(pair: Pair, means: Means) -> str:
    """What the ladder leans on with the model of a direction, and why, in a line."""
    if means.probe is None:
        why = _(
            "{pair} has not been measured (translate-kit models probe {pair}); not used: {unused}"
        )
    else:
        why = _("{pair} by its measurement; used: {used}; not used: {unused}")
    words = {
        "alignment": _("alignment"),
        "figures": _("large numbers in figures"),
        "stand_ins": _("terms standing in for lost ones"),
        "placeholder": _("placeholders"),
    }
    used = [words[name] for name, use in means.used().items() if use]
    unused = [words[name] for name, use in means.used().items() if not use]
    return why.format(pair=pair, used=_(", ").join(used) or "—", unused=_(", ").join(unused) or "—")
