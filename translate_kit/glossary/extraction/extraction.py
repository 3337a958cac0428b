"""Sentences in, ranked candidates out."""

from collections.abc import Iterable, Mapping, Sequence

from translate_kit.glossary.extraction.association import Partners, partners
from translate_kit.glossary.extraction.candidate import Candidate, Sentence, Translation
from translate_kit.glossary.extraction.counting import Counts, Key, count
from translate_kit.glossary.extraction.known import Known
from translate_kit.glossary.extraction.ranking import scores
from translate_kit.glossary.store import Glossary

CONTEXTS = 3
"""Sentences that are kept of each candidate."""
WORTH = 0.3
"""The score below which nothing is worth a look: an everyday word, a part of something longer."""
_LINKED = 2000
"""The best phrases that compete for translations, however few are asked for."""


def extract(
    sentences: Sequence[Sentence],
    language: str,
    glossary: Glossary,
    *,
    top: int,
    least: int = 1,
    into: Iterable[str] = (),
) -> list[Candidate]:
    """The ``top`` likeliest terms of the sentences that the glossary lacks, the best first.

    A candidate stands ``least`` times in all. ``into`` are the languages in which translations are
    looked for, in the sentences that have them.
    """
    known = Known.of(glossary, language)
    counts = count((each.text for each in sentences), language, known.spans)
    scored = scores(counts, language)
    ranked = [
        key
        for key in sorted(scored, key=lambda key: (-scored[key], key))
        if scored[key] >= WORTH
        and counts.phrases[key].count >= least
        and not known.has(_written(counts, key))
    ]
    chosen, competing = _without_doubles(ranked, counts)[:top], ranked[: max(top, _LINKED)]
    found = {
        code: _translations(sentences, counts, competing, code, glossary)
        for code in into
        if code != language
    }
    return [
        Candidate(
            _written(counts, key),
            language,
            counts.phrases[key].count,
            scored[key],
            [sentences[number] for number in counts.phrases[key].sentences[:CONTEXTS]],
            {code: of[key] for code, of in found.items() if key in of},
        )
        for key in chosen
    ]


def _without_doubles(ranked: Sequence[Key], counts: Counts) -> list[Key]:
    """Without phrases written like a better one (SARS-CoV-2 and SARS‑CoV‑2)."""
    first: dict[str, Key] = {}
    for key in ranked:
        first.setdefault(_written(counts, key).casefold(), key)
    return list(first.values())


def _written(counts: Counts, key: Key) -> str:
    """The commonest form; of two as common the one in small letters."""
    forms = counts.phrases[key].forms
    return max(forms, key=lambda form: (forms[form], form.islower(), form))


def _translations(
    sentences: Sequence[Sentence],
    counts: Counts,
    competing: Sequence[Key],
    language: str,
    glossary: Glossary,
) -> Mapping[Key, Sequence[Translation]]:
    texts = [each.translations.get(language, "") for each in sentences]
    if not any(texts):
        return {}
    other = count(texts, language, Known.of(glossary, language).spans)
    found: Partners = partners(counts, other, competing, sum(map(bool, texts)))
    return {
        key: [Translation(_written(other, each), both, score) for each, both, score in pairs]
        for key, pairs in found.items()
    }
