"""Candidates as concepts that somebody proposes: nothing is approved, everything says whence."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from translate_kit.glossary.edits import NewConcept, NewTerm, clean
from translate_kit.glossary.extraction.candidate import Candidate
from translate_kit.glossary.similar import Alike
from translate_kit.messages import _

_LONGEST = 160
"""Characters of a sentence that are kept as a remark."""


def concept_of(candidate: Candidate, domain: str) -> NewConcept:
    """The concept of a candidate: its place as the source, its sentence and what its translations
    rest on as remarks on the terms."""
    context = candidate.contexts[0]
    terms = [NewTerm(candidate.language, clean(candidate.text), note=_quoted(context.text))]
    for language, found in candidate.translations.items():
        best = found[0]
        basis = best.by or _("with it in {n} sentences").format(n=best.together)
        terms.append(NewTerm(language, clean(best.text), note=basis))
    source = ", ".join(filter(None, (context.file, context.where)))
    return NewConcept(domain, {"part_of_speech": "noun", "source": clean(source)}, terms)


def apart(
    candidates: Iterable[Candidate], alike: Callable[[str, str], Sequence[Alike]]
) -> Iterator[tuple[Candidate, Sequence[Alike]]]:
    """Each candidate with the terms that it, or its best translation, might be taken for.

    ``alike`` gives the terms of a language like a text.
    """
    for candidate in candidates:
        texts = {candidate.language: candidate.text} | {
            language: found[0].text for language, found in candidate.translations.items()
        }
        yield candidate, [each for code, t in texts.items() for each in alike(code, t)]


def _quoted(sentence: str) -> str:
    text = clean(sentence)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
