"""The glossary terms that a sentence mentions, and what a leg may write for each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path

from translate_kit.files import read_table
from translate_kit.glossary.concept import Concept, Term
from translate_kit.glossary.matching import Matcher, TermMatch
from translate_kit.languages.counters import only_counts
from translate_kit.languages.fitting import Count
from translate_kit.languages.money import find_money
from translate_kit.model import Span
from translate_kit.pipeline.draft import overlap
from translate_kit.pipeline.terms.grammatical_number import number_of

ENFORCED = ("noun", "proper_noun")
"""Only these can be put into a sentence by rule; verbs and phrases are the engine's to inflect."""

_HAN_OR_HANGUL = re.compile(r"[㐀-鿿ぁ-ヿ가-힣]")
_LONG = 4
"""Characters from which a term without blanks is no everyday word."""
_PAPER = "copy"
"""The counter of papers."""
_WORD_BEFORE = re.compile(r"(?P<word>[A-Za-z']+) \Z")
_BEFORE_NOUN = re.compile(r"(?:\A|关于|有关|针对|[的：:《“「、（(])\Z")
_AFTER_NOUN = re.compile(r"\Z|[。，；、：》”」）),;.]|问题|情况|事宜|事项|工作|费用")
_DATA = Path(__file__).parents[2] / "languages" / "data"


@dataclass(frozen=True, slots=True)
class Mention:
    """A place of a sentence that says a term.

    ``concepts`` are several where one term says several ideas (официальное письмо). ``span`` lies
    in the engine's sentence; ``source`` and ``source_span`` say the words of the very first leg.
    ``verbal`` says that the word may be a verb here (采购), so that no noun can be forced on it.
    """

    concepts: tuple[Concept, ...]
    span: Span
    source: str
    source_span: Span
    verbal: bool = False
    number: Count | None = None
    """Singular or plural, where the engine's sentence shows it."""

    @property
    def special(self) -> bool:
        """Whether it names a thing of the trade, and is no everyday word (report, support).

        Goods that are counted, names, and terms of several words.
        """
        named = any(c.counter or c.part_of_speech == "proper_noun" for c in self.concepts)
        blanks = " " in self.source.strip()
        return named or blanks or (not self.source.isascii() and self._is_long())

    def _is_long(self) -> bool:
        return _HAN_OR_HANGUL.match(self.source) is not None and len(self.source) >= _LONG

    def terms(self, language: str) -> Iterator[tuple[Concept, Term]]:
        """The term of each concept to write in that language: the preferred, else an admitted."""
        for concept in self.concepts:
            preferred = concept.preferred(language)
            term = preferred or next(iter(concept.admitted(language)), None)
            if term:
                yield concept, term

    def hints(self, language: str) -> Iterator[tuple[str, str]]:
        """The words of the source with each term for them, for engines that take hints."""
        yield from ((self.source, term.text) for _concept, term in self.terms(language))


def mentions_of(sentence: str, matcher: Matcher, target: str) -> list[Mention]:
    """The mentions in a sentence of terms that have an approved one in ``target``.

    A single Han character is too ambiguous to enforce.
    """
    matches = matcher.find(sentence)
    sums = [each.span for each in find_money(sentence, matcher.language)] if matches else []
    nominal = (
        match
        for match in matches
        if not _is_english_verb(match, sentence)
        and not _is_in_hand(match, sentence)
        and not only_counts(match.span, sentence, matcher.language)
        and not any(overlap(match.span, span) for span in sums)  # RMB 200 is a sum, no term
    )
    found = groupby(nominal, key=lambda match: match.span)
    mentions = [_mention(span, sentence, list(matches)) for span, matches in found]
    return [each for each in mentions if each.concepts and any(each.terms(target))]


def _mention(span: Span, sentence: str, matches: list[TermMatch]) -> Mention:
    said = span.of(sentence)
    single = len(said) == 1 and not said.isascii()
    concepts = [match.concept for match in matches]
    enforced = [c for c in concepts if c.part_of_speech in ENFORCED and not single]
    verbal = said in _listed("zh_verbal_nouns.csv") and not _stands_alone(sentence, span)
    number = number_of(matches[0].term, sentence, span)
    return Mention(tuple(enforced), span, said, span, verbal, number)


def _is_english_verb(match: TermMatch, sentence: str) -> bool:
    """Whether a word that may be noun or verb stands as a verb: "will visit", "to report"."""
    if match.term.language != "en" or " " in match.term.text:
        return False
    before = _WORD_BEFORE.search(sentence, 0, match.span.start)
    return before is not None and before["word"].lower() in _listed("en_before_verb.csv")


def _is_in_hand(match: TermMatch, sentence: str) -> bool:
    """Whether it is the very paper that it stands in, which is said in many ways: this letter is
    本状 in Japanese and настоящее in Russian."""
    word = _WORD_BEFORE.search(sentence, 0, match.span.start)
    paper = match.term.language == "en" and match.concept.counter == _PAPER
    return paper and word is not None and word["word"].lower() == "this"


def _stands_alone(sentence: str, span: Span) -> bool:
    """Whether a Chinese word that may be a verb has the place of a noun: 关于运输，, ：隔离。"""
    before = _BEFORE_NOUN.search(sentence, 0, span.start)
    return bool(before) and _AFTER_NOUN.match(sentence, span.end) is not None


@cache
def _listed(file: str) -> frozenset[str]:
    columns = ("word", "note")
    rows = read_table(_DATA / file, required=columns[:1], known=columns)
    return frozenset(row.cells["word"] for row in rows)
