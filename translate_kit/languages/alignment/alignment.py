"""Two lists of sentences in, beads out."""

from collections.abc import Sequence

from translate_kit.languages.alignment.band import bounds
from translate_kit.languages.alignment.bead import Bead
from translate_kit.languages.alignment.clues import Terms, clues
from translate_kit.languages.alignment.evidence import weigh
from translate_kit.languages.alignment.lengths import Floats, lengths, ratio
from translate_kit.languages.alignment.path import Texts, best_path

_SURE = 2.0  # the score of a bead that is hardly chance


def align(
    source: Sequence[str],
    target: Sequence[str],
    source_language: str,
    target_language: str,
    terms: Terms | None = None,
) -> tuple[Bead, ...]:
    """The likeliest beads, in order; every sentence of both sides is in exactly one.

    ``terms`` says what a sentence speaks of in words that are equal in both languages, such as the
    concepts of a glossary. Sentences must stand in the same order on both sides. Memory grows with
    the number of sentences, not with its square, as long as the texts share rare words or numbers.
    """
    if not (source and target):
        alone = [Bead(range(n, n + 1), range(0), 0.0) for n in range(len(source))]
        return (*alone, *(Bead(range(0), range(n, n + 1), 0.0) for n in range(len(target))))
    evidence = weigh(
        [clues(sentence, source_language, target_language, terms) for sentence in source],
        [clues(sentence, target_language, source_language, terms) for sentence in target],
    )
    long, others = lengths(source, source_language), lengths(target, target_language)
    band = bounds(evidence.shared, len(source), len(target))
    first = best_path(Texts.of(long, others, evidence), band)
    # Translators differ in how long they write; what only one side has must not count.
    scale = ratio(*_sure_lengths(first, long, others))
    return tuple(best_path(Texts.of(long * scale, others, evidence), band))


def _sure_lengths(beads: Sequence[Bead], source: Floats, target: Floats) -> tuple[float, float]:
    """How long the sentences of both sides are that surely go together one to one."""
    sure = [
        (bead.source.start, bead.target.start)
        for bead in beads
        if len(bead.source) == len(bead.target) == 1 and bead.score >= _SURE
    ]
    return (
        float(sum(source[here] for here, _there in sure)),
        float(sum(target[there] for _here, there in sure)),
    )
