"""Approved terms in a machine's translation: found, chosen among hypotheses, put in, or flagged.

``enforce`` climbs the ladder on one sentence of one leg; every step is recorded.
"""

from translate_kit.pipeline.terms.ladder import Enforced, enforce
from translate_kit.pipeline.terms.mention import Mention, mentions_of

__all__ = ["Enforced", "Mention", "enforce", "mentions_of"]
