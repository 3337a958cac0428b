"""Term candidates from documents: what a glossary lacks, ranked, with contexts and translations.

``extract`` counts every phrase that may be a term (``counting``), leaves out what the glossary has
in any form (``known``), ranks the rest by how much it stands out and holds together (``ranking``),
and finds what the translations of its sentences have in common (``association``). Nothing is
approved: ``proposing`` makes concepts of candidates whose terms are all proposals.
"""

from translate_kit.glossary.extraction.candidate import Candidate, Sentence, Translation
from translate_kit.glossary.extraction.extraction import extract

__all__ = ["Candidate", "Sentence", "Translation", "extract"]
