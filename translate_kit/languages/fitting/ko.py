"""Korean: the particle after a term follows its last sound (방호복을, 마스크를).

The words replaced may end in a particle, or it may follow them; either way it stays, in the form
that the new word asks for.
"""

import re

from translate_kit.languages.fitting.place import Fitted, Place
from translate_kit.languages.ko_endings import after_word, particle_at, particle_of
from translate_kit.model import Noun

_HANGUL = re.compile(r"[가-힣]")


def fit(term: Noun, place: Place) -> Fitted:
    """The term with the particle that the words had."""
    particle, after = particle_at(place.after), place.after
    if particle:
        after = after[len(particle) :]
    else:
        particle = particle_of(place.words)[1]
    following = after_word(term.text, particle)
    gap = " " if not particle and _HANGUL.match(after) and place.words.endswith(" ") else ""
    return Fitted(place.before, term.text, following + gap + after)
