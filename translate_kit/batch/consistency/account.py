"""The account of passages, taken one by one: what is said in more ways than one."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from translate_kit.batch.consistency.inconsistency import Inconsistency, Kind, Rendering, Use
from translate_kit.batch.consistency.terms import Mention, TermReader, rewritten
from translate_kit.batch.passage import Passage
from translate_kit.glossary.concept import Concept, Term
from translate_kit.glossary.store import Glossary
from translate_kit.model import Pair, Span

_SHORT = {"zh": 20, "ja": 20, "ko": 20}
"""Characters up to which a text is short; elsewhere it has at most so many words:"""
_WORDS = 6
_SYMBOL = 3
"""Letters up to which an alphabet's word is the symbol of a longer one."""
_ENDS = " .。．:：;；"
_SENTENCE = re.compile(r"[.。．!！?？]\s*\Z")

_TermKey = tuple[str, str, Pair]
_TextKey = tuple[str, Pair]


@dataclass
class Account:
    """Takes passages in (``add``) and tells the inconsistencies (``inconsistencies``).

    ``concepts`` are the ids to look at, all where it is empty; ``country`` is that of the readers,
    empty where documents for several are looked at: then the terms of each may take turns.
    """

    glossary: Glossary
    concepts: frozenset[str] = frozenset()
    country: str = ""
    passages: int = 0
    documents: dict[str, None] = field(default_factory=dict)
    _terms: dict[_TermKey, list[Mention]] = field(default_factory=dict)
    _texts: dict[_TextKey, list[Passage]] = field(default_factory=dict)
    _reader: TermReader = field(init=False)

    def __post_init__(self) -> None:
        self._reader = TermReader(self.glossary, self.country)

    def add(self, passages: Iterable[Passage]) -> None:
        """Take passages in; what has no translation says nothing."""
        for passage in passages:
            if passage.source.strip() and passage.target.strip():
                self._add(passage)

    def _add(self, passage: Passage) -> None:
        self.passages += 1
        self.documents.setdefault(passage.document)
        for mention in self._reader.mentions(passage, self.concepts or None):
            if not self.concepts or mention.concept.id in self.concepts:
                key = mention.concept.id, mention.term.text, passage.pair
                self._terms.setdefault(key, []).append(mention)
        if not self.concepts and _is_short(passage):
            self._texts.setdefault((_folded(passage.source), passage.pair), []).append(passage)

    def inconsistencies(self) -> list[Inconsistency]:
        """Terms before texts; of each those said most often first."""
        found = [
            made for mentions in self._terms.values() if (made := _of_term(mentions, self.country))
        ]
        known = {(_folded(each.source), each.pair) for each in found}
        texts = (each for key, each in self._texts.items() if key not in known)
        others = [made for each in texts if (made := _of_text(each))]
        return [*_most_first(found), *_most_first(others)]


def _most_first(found: Iterable[Inconsistency]) -> list[Inconsistency]:
    return sorted(found, key=lambda each: -each.places)


def _of_term(mentions: Sequence[Mention], country: str) -> Inconsistency | None:
    """What is wrong with a term; None where it is said in one way."""
    first = mentions[0]
    by_words: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_words[mention.said.term.text if mention.said else ""].append(mention)
    wanted = _wanted(first.concept, first.passage.pair.target, country, by_words)
    good = {text for text, said in by_words.items() if _is_good(said[0], wanted)}
    rest = by_words.keys() - good
    if not wanted or not rest or len(rest) + (wanted.text in by_words) < 2:
        return None
    renderings = [
        Rendering(text, _status(said[0]), text in good, tuple(_uses(said, text in good, wanted)))
        for text, said in sorted(by_words.items(), key=lambda each: -len(each[1]))
    ]
    concept, pair = first.concept, first.passage.pair
    return Inconsistency(
        Kind.TERM, first.term.text, concept.id, pair, wanted.text, tuple(renderings)
    )


def _wanted(
    concept: Concept, language: str, country: str, by_words: dict[str, list[Mention]]
) -> Term | None:
    """The preferred term; where there is none, the approved one that is used most."""
    preferred = concept.preferred(language, country)
    if preferred:
        return preferred
    used = Counter({text: len(said) for text, said in by_words.items() if text})
    approved = {term.text: term for term in concept.admitted(language)}
    return next((approved[text] for text, _n in used.most_common() if text in approved), None)


def _is_good(mention: Mention, wanted: Term | None) -> bool:
    """The wanted term, or what may take turns with it: an abbreviation, a country's own term."""
    if mention.said is None or mention.is_inferred or wanted is None:
        return False
    term = mention.said.term
    takes_turns = _is_short_form(term, wanted) or bool(term.countries)
    return term.text == wanted.text or (term.status.approved and takes_turns)


def _is_short_form(term: Term, wanted: Term) -> bool:
    """An abbreviation in capitals (PPE), or the symbol of a unit (km)."""
    length = len(term.text)
    alphabetic = term.language in ("en", "ru")
    return term.text.isupper() or (
        alphabetic and length <= _SYMBOL and 2 * length <= len(wanted.text)
    )


def _status(mention: Mention) -> str:
    known = mention.said and not mention.is_inferred
    return mention.said.term.status.value if mention.said and known else ""


def _uses(mentions: Sequence[Mention], good: bool, wanted: Term) -> Iterator[Use]:
    """The places; what should read otherwise is rewritten at all places of a passage together."""
    together: defaultdict[Passage, list[Mention]] = defaultdict(list)
    for mention in mentions:
        together[mention.passage].append(mention)
    for passage, each in together.items():
        text, sure = ("", True) if good else rewritten(passage, each, each[0].concept, wanted)
        for mention in each:
            span = mention.said.span if mention.said else None
            new = text if mention.said else ""
            yield Use(passage, mention.span, span, new, sure)


def _is_short(passage: Passage) -> bool:
    text, language = passage.source.strip(), passage.pair.source
    if _SENTENCE.search(text) or "\n" in text or not any(map(str.isalpha, text)):
        return False
    return len(text) <= _SHORT[language] if language in _SHORT else len(text.split()) <= _WORDS


def _folded(text: str) -> str:
    """A text without what makes no difference: width, case, blanks, a mark at its end."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split()).strip(_ENDS)


def _of_text(passages: Sequence[Passage]) -> Inconsistency | None:
    """A short text with several translations; the usual one is wanted, if there is one."""
    by_target: defaultdict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        by_target[_folded(passage.target)].append(passage)
    if len(by_target) < 2:
        return None
    ordered = sorted(by_target.values(), key=lambda each: -len(each))
    usual = ordered[0][0].target.strip() if len(ordered[0]) > len(ordered[1]) else ""
    renderings = tuple(_of_one_text(each, usual) for each in ordered)
    source = passages[0].source.strip()
    return Inconsistency(Kind.TEXT, source, "", passages[0].pair, usual, renderings)


def _of_one_text(passages: Sequence[Passage], usual: str) -> Rendering:
    text = passages[0].target.strip()
    good = text == usual
    uses = tuple(
        Use(each, Span(0, len(each.source)), Span(0, len(each.target)), "" if good else usual)
        for each in passages
    )
    return Rendering(text, "", good, uses)
