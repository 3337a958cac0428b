"""Where the glossary's terms stand in a text of any of the five languages.

``Matcher`` finds all concepts at once; ``occurrences`` asks for one concept, in every form of its
terms. Matches are the longest, and exclude each other: 采购方 is not found in 采购方案.
"""

from translate_kit.glossary.matching.match import TermMatch
from translate_kit.glossary.matching.matcher import Matcher
from translate_kit.glossary.matching.occurrences import occurrences

__all__ = ["Matcher", "TermMatch", "occurrences"]
