"""The words of a text as far as they may make terms: cut, with their dictionary form and role.

``stretches`` gives the runs of words between punctuation and words of grammar; any part of such a
run whose last word may end a term may be one. ``rarity`` says how rare a word is in general use.
Chinese is cut by jieba's dictionary and model (rjieba), Russian read by pymorphy3, Korean words
are freed of their particles; Japanese is cut where the script changes.
"""

from translate_kit.languages.words.background import frequency
from translate_kit.languages.words.cutting import dictionary_form, stretches
from translate_kit.languages.words.word import Role, Stretch, Word

__all__ = ["Role", "Stretch", "Word", "dictionary_form", "frequency", "stretches"]
