"""All terms of a language, found in a text in one pass (Aho-Corasick)."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, Implementation

from translate_kit.glossary.concept import Status
from translate_kit.glossary.matching.boundaries import is_of_word
from translate_kit.glossary.matching.folding import Folded, fold, fold_term
from translate_kit.glossary.matching.match import TermMatch, exclusive
from translate_kit.glossary.matching.pattern import Pattern, patterns_of
from translate_kit.glossary.matching.spelling import covering_words
from translate_kit.glossary.store import Entry, Glossary
from translate_kit.model import Span

APPROVED = frozenset(status for status in Status if status.approved)
UNCOUNTED = frozenset({"noun", "proper_noun", "adjective", "verb", "phrase"})
"""Every part of speech but counters and numerals, which mean something beside a number only."""

_STEM = 3
"""Letters that a Russian word keeps in every form."""
_LEARN_ALL = 8
"""Texts with new words after which all remaining Russian terms are inflected at once."""


_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Found:
    span: Span
    form: str
    entry: Entry | None
    """None where a covering word was found."""


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
        self._wanted = frozenset(statuses), frozenset(parts)
        self._patterns: list[tuple[Pattern, Entry | None]] = [
            (Pattern.of(word), None) for word in covering_words(language)
        ]
        self._waiting = _by_stem(
            Entry(concept, term)
            for concept in glossary
            for term in concept.terms.get(language, ())
            if term.status is not Status.REJECTED
        )
        self._lessons = 0
        if language != "ru":
            self._learn(list(self._waiting))
        self._automaton = self._build()

    def find(self, text: str) -> list[TermMatch]:
        """The terms in ``text``, in text order, none overlapping another.

        A place that says terms of several concepts gives a match for each, next to each other.
        """
        folded = fold(text)
        if self._waiting:
            self._meet(folded.text)
        found = exclusive(self._candidates(text, folded))
        if not found:
            return []
        covered = {each.span for each in found if each.entry is None}
        return [
            TermMatch(each.span, entry.concept, entry.term, each.form)
            for each in found
            if (entry := each.entry) and self._is_wanted(entry) and each.span not in covered
        ]

    def _candidates(self, text: str, folded: Folded) -> list[_Found]:
        found: list[_Found] = []
        if self._automaton is None:
            return found
        plain, patterns = folded.text, self._patterns
        for index, start, end in self._automaton.find_matches_as_indexes(plain, overlapping=True):
            pattern, entry = patterns[index]
            # Most of what is found in a text are short terms inside words: out with them at once.
            if pattern.is_word and start and is_of_word(plain[start - 1]):
                continue
            if pattern.stands(text, folded, start, end):
                found.append(_Found(folded.span(start, end), pattern.form, entry))
        return found

    def _is_wanted(self, entry: Entry) -> bool:
        statuses, parts = self._wanted
        return entry.term.status in statuses and entry.concept.part_of_speech in parts

    def _meet(self, folded: str) -> None:
        stems = {word[:_STEM] for word in _WORD.findall(folded)} & self._waiting.keys()
        if stems:
            self._lessons += 1
            self._learn(list(self._waiting) if self._lessons > _LEARN_ALL else stems)
            self._automaton = self._build()

    def _learn(self, stems: Iterable[str]) -> None:
        for stem in stems:
            for entry in self._waiting.pop(stem):
                patterns = patterns_of(entry.concept, entry.term)
                self._patterns += [(pattern, entry) for pattern in patterns]

    def _build(self) -> AhoCorasick | None:
        if not self._patterns:
            return None
        return AhoCorasick(
            [pattern.folded for pattern, _entry in self._patterns],
            implementation=Implementation.ContiguousNFA,
            store_patterns=False,
        )


def _by_stem(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        word = _WORD.search(fold_term(entry.term.text))
        found[word.group()[:_STEM] if word else ""].append(entry)
    return dict(found)
