"""Chinese and Japanese: nothing around a term depends on it."""

from translate_kit.languages.fitting.place import Fitted, Place
from translate_kit.model import Noun


def fit(term: Noun, place: Place) -> Fitted:
    """The term as the glossary has it."""
    return Fitted(place.before, term.text, place.after)
