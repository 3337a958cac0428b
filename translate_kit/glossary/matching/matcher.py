"""All terms of a language, found in a text in one pass (Aho-Corasick)."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable

from ahocorasick_rs import AhoCorasick, Implementation

from translate_kit.glossary.concept import Status
from translate_kit.glossary.matching.boundaries import LETTERS
from translate_kit.glossary.matching.covering import Covering, covering_words, hidden
from translate_kit.glossary.matching.folding import Folded, fold, fold_term
from translate_kit.glossary.matching.homographs import Homographs
from translate_kit.glossary.matching.match import Place, TermMatch, longest
from translate_kit.glossary.matching.pattern import Pattern, patterns_of
from translate_kit.glossary.store import Entry, Glossary
from translate_kit.model import Span

APPROVED = frozenset(status for status in Status if status.approved)
UNCOUNTED = frozenset({"noun", "proper_noun", "adjective", "verb", "phrase"})
"""Every part of speech but counters and numerals, which mean something beside a number only."""

_STEM = 3
"""Letters that a Russian word keeps in every form."""
_LEARN_ALL = 8
"""Texts with new words after which all remaining Russian terms are inflected at once."""

_WORD = re.compile(r"[^\W_\u3040-\U0010ffff]+")
_match = tuple.__new__
"""Makes a ``TermMatch`` as its own ``__new__`` would, in half the time."""
"""Letters of alphabets and figures: the same as ``LETTERS``, so that 市мэр begins the word мэр."""


class Matcher:
    """The terms of one language with one of ``statuses``, of concepts of one of ``parts``.

    The other terms are known too: where one of them covers a shorter term, that is not found.
    Russian forms are made when a text first holds a word that begins like the term.
    """

    def __init__(
        self,
        glossary: Glossary,
        language: str,
        statuses: Collection[Status] = APPROVED,
        *,
        parts: Collection[str] = UNCOUNTED,
    ) -> None:
        self.language = language
        self._statuses = frozenset(statuses)
        self._parts = frozenset(parts)
        self._known: dict[str, Homographs] = {}
        self._coverings = {
            covering.pattern.folded: Homographs(covering.pattern, covering)
            for covering in covering_words(language)
        }
        self._waiting = _by_stem(
            Entry(concept, term)
            for concept in glossary
            for term in concept.terms.get(language, ())
            if term.status is not Status.REJECTED
        )
        self._lessons = 0
        if language != "ru":
            self._learn(list(self._waiting))
        self._build()

    def find(self, text: str) -> list[TermMatch]:
        """The terms in ``text``, in text order, none overlapping another.

        A place that says terms of several concepts gives a match for each, next to each other.
        """
        folded = fold(text)
        if self._waiting:
            self._meet(folded.text)
        found: list[TermMatch] = []
        numbered = self._numbered
        for start, minus_end, number in longest(self._places(text, folded)):
            what = numbered[number]
            said = what.said_at(text, start) if what.said is None else what.said
            if said:
                span = Span(start, -minus_end)
                for each in said:
                    found.append(_match(TermMatch, (span, *each)))
        return found

    def _places(self, text: str, folded: Folded) -> list[Place]:
        """Where terms stand in the text as written, overlapping or not, but for covered ones."""
        plain, numbered = folded.text, self._numbered
        found: list[Place] = []
        covered: list[tuple[int, Covering]] = []
        for number, start, end in self._automaton.find_matches_as_indexes(plain, overlapping=True):
            what = numbered[number]
            # Most of what is found in a text are short terms inside words: out with them at once.
            if what.is_word and (
                plain[start - 1 : start] in LETTERS or plain[end : end + 1] in LETTERS
            ):
                continue
            if what.anywhere or what.stands(text, folded, start, end):
                if what.covering:
                    covered.append((start, what.covering))
                else:
                    found.append((start, -end, number))
        if covered:
            found = [place for place in found if not hidden(place, covered)]
        if folded.places is None:
            return found
        places = folded.places
        return [(places[start], -places[-minus_end], number) for start, minus_end, number in found]

    def _meet(self, folded: str) -> None:
        stems = {word[:_STEM] for word in _WORD.findall(folded)} & self._waiting.keys()
        if stems:
            self._lessons += 1
            self._learn(list(self._waiting) if self._lessons > _LEARN_ALL else stems)
            self._build()

    def _learn(self, stems: Iterable[str]) -> None:
        for stem in stems:
            for entry in self._waiting.pop(stem):
                concept, term = entry.concept, entry.term
                wanted = term.status in self._statuses and concept.part_of_speech in self._parts
                for pattern in patterns_of(concept, term):
                    said = (concept, term, pattern.form) if wanted else None
                    self._homographs(pattern).add(pattern, said)

    def _homographs(self, pattern: Pattern) -> Homographs:
        found = self._known.get(pattern.folded)
        if found is None:
            found = self._known[pattern.folded] = Homographs(pattern)
        return found

    def _build(self) -> None:
        """The automaton of what is worth finding, and what each of its numbers stands for."""
        useful = {folded: it for folded, it in self._known.items() if it.is_worth_finding}
        self._numbered = [*self._coverings.values(), *useful.values()]
        self._automaton = AhoCorasick(
            [*self._coverings, *useful],
            implementation=Implementation.ContiguousNFA,
            store_patterns=False,
        )


def _by_stem(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        word = _WORD.search(fold_term(entry.term.text))
        found[word.group()[:_STEM] if word else ""].append(entry)
    return dict(found)
