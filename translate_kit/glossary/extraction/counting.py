"""Every phrase of the sentences that may be a term, and what is counted of it."""

import itertools
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from translate_kit.languages.words import Role, Stretch, Word, dictionary_form, stretches
from translate_kit.languages.words.word import ALONE, LAST
from translate_kit.model import Span

Key: TypeAlias = tuple[str, ...]
"""The keys of a phrase's words."""

LONGEST = 6
"""Words of a phrase: 严重急性呼吸综合征 has four, fine terms of more than six are rare."""
BUCKET = 20_000
"""Sentences after which what has stood once is forgotten, so that a large memory fits into ours
(lossy counting, Manku and Motwani, 2002)."""
_FORMS = 4
"""Different written forms that are counted; the commonest is among the first."""


@dataclass(slots=True)
class Phrase:
    """A phrase: its words' ``roles``, the sentences by number in which it stands, how it is
    written in dictionary form, and its neighbours on both sides (empty: punctuation)."""

    roles: tuple[Role, ...]
    sentences: list[int] = field(default_factory=list)
    forms: Counter[str] = field(default_factory=Counter)
    before: Counter[str] = field(default_factory=Counter)
    after: Counter[str] = field(default_factory=Counter)
    count: int = 0


@dataclass(slots=True)
class Counts:
    """All phrases of a text, and its words alone and side by side."""

    phrases: dict[Key, Phrase] = field(default_factory=dict)
    words: Counter[str] = field(default_factory=Counter)
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    lasts: Counter[str] = field(default_factory=Counter)
    """How often a word is the last of its stretch."""

    @property
    def total(self) -> int:
        """How many words were counted."""
        return self.words.total()


def count(texts: Iterable[str], language: str, known: Callable[[str], Sequence[Span]]) -> Counts:
    """The phrases of the texts, without those that ``known`` spans of the text rule out: what lies
    in one, or across its edge, and what a verb does to one (采购防护服)."""
    counts = Counts()
    for number, text in enumerate(texts):
        if number and number % BUCKET == 0:
            for key in [key for key, each in counts.phrases.items() if each.count == 1]:
                del counts.phrases[key]
        taken = known(text)
        for stretch in stretches(text, language):
            _count_words(stretch, counts)
            for start, end in _parts(stretch.words):
                words = stretch.words[start:end]
                if not any(_ruled_out(words, span) for span in taken):
                    _enter(counts, _neighbours(stretch, start, end), words, number, text, language)
    return counts


def _count_words(stretch: Stretch, counts: Counts) -> None:
    keys = [word.key for word in stretch.words]
    counts.words.update(keys)
    counts.pairs.update(itertools.pairwise(keys))
    counts.lasts[keys[-1]] += 1


def _parts(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """The places of the parts of a stretch that may be terms."""
    for start in range(len(words)):
        if words[start].role is Role.ENDING:
            continue
        for end in range(start + 1, min(len(words), start + LONGEST) + 1):
            role = words[end - 1].role
            if role in (ALONE if end == start + 1 else LAST) and not _is_short(words[start:end]):
                yield start, end


def _is_short(words: Sequence[Word]) -> bool:
    return len(words) == 1 and len(words[0].key) == 1


def _ruled_out(words: Sequence[Word], span: Span) -> bool:
    start, end = words[0].span.start, words[-1].span.end
    if end <= span.start or span.end <= start:
        return False
    if start <= span.start and span.end <= end and (start, end) != (span.start, span.end):
        before = [word for word in words if word.span.end <= span.start]
        return any(word.role is Role.VERB for word in before)
    return True


def _neighbours(stretch: Stretch, start: int, end: int) -> tuple[str, str]:
    before = stretch.words[start - 1].key if start else stretch.before
    return before, stretch.words[end].key if end < len(stretch.words) else stretch.after


def _enter(
    counts: Counts,
    around: tuple[str, str],
    words: Sequence[Word],
    number: int,
    text: str,
    language: str,
) -> None:
    key = tuple(word.key for word in words)
    phrase = counts.phrases.get(key)
    if phrase is None:
        phrase = counts.phrases[key] = Phrase(tuple(word.role for word in words))
    phrase.count += 1
    if not phrase.sentences or phrase.sentences[-1] != number:
        phrase.sentences.append(number)
    if len(phrase.forms) < _FORMS:
        phrase.forms[dictionary_form(text, words, language)] += 1
    phrase.before[around[0]] += 1
    phrase.after[around[1]] += 1


def containing(phrases: Iterable[Key], holders: Iterable[Key]) -> dict[Key, list[Key]]:
    """A phrase -> the longer ones among ``holders`` that hold it."""
    known = set(phrases)
    found: defaultdict[Key, list[Key]] = defaultdict(list)
    for longer in holders:
        parts = {
            longer[start:end]
            for start in range(len(longer))
            for end in range(start + 1, len(longer) + 1)
        }
        for part in (parts - {longer}) & known:
            found[part].append(longer)
    return found
