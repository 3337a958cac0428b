"""An incoming letter as a value, and how it is read from its paragraphs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from translate_kit.contacts import Contact
from translate_kit.glossary.concept import Concept
from translate_kit.glossary.matching import Matcher
from translate_kit.glossary.store import Glossary
from translate_kit.languages.placeables import Kind
from translate_kit.letters.incoming.answered import Answered, answered
from translate_kit.letters.incoming.ends import ends
from translate_kit.letters.incoming.facts import READER, Fact, facts
from translate_kit.letters.incoming.promised import Promised, promised
from translate_kit.letters.incoming.result import Said, result_of, said
from translate_kit.letters.incoming.sender import Reason, Sender, senders
from translate_kit.model import Pair
from translate_kit.pipeline import Origin, Pipeline, TranslatedText, translate_texts
from translate_kit.register import Entry, Result


@dataclass(frozen=True, slots=True)
class Known:
    """What the office knows before it opens a letter."""

    contacts: Iterable[Contact]
    glossary: Glossary
    entries: Iterable[Entry] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """A glossary term of the letter: its words there, the concept and its Chinese."""

    text: str
    concept: Concept
    chinese: str


@dataclass(frozen=True, slots=True)
class Working:
    """The working translation of one paragraph, and where its words come from, the least
    trustworthy of its sentences counting."""

    text: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a letter says. ``day`` is its own date, None where that is not clear.

    ``senders`` and ``answered`` hold every candidate: more than one means that a person has to
    say. ``result`` and ``promised`` are proposals, with the sentences they were taken from.
    """

    language: str
    paragraphs: tuple[str, ...]
    day: date | None
    senders: tuple[Sender, ...]
    answered: tuple[Answered, ...]
    facts: tuple[Fact, ...]
    terms: tuple[Term, ...]
    said: tuple[Said, ...]
    promised: tuple[Promised, ...]
    translation: tuple[Working, ...] = ()

    @property
    def result(self) -> Result | None:
        """What the reply comes to, None where it does not say."""
        return result_of(self.said)


def read_incoming(
    paragraphs: Sequence[str],
    language: str,
    known: Known,
    *,
    sender: Contact | None = None,
    answers: Entry | None = None,
    pipeline: Pipeline | None = None,
) -> Incoming:
    """The letter with everything that can be found in it; paragraphs without text are left out.

    ``sender`` and ``answers`` are what a person says who knows better than the letter. With a
    ``pipeline`` it gets a working translation into Chinese.
    """
    texts = tuple(text.strip() for text in paragraphs if text.strip())
    entries = tuple(known.entries)
    found = facts(texts, language)
    day = _own_date(found, texts, entries)
    from_ = (Sender(sender, Reason.SAID, sender.id),) if sender else senders(texts, known.contacts)
    contacts = [one.contact for one in from_]
    ours = (Answered(answers, False),) if answers else answered(texts, contacts, entries, day=day)
    decisions = said(texts, language)
    matcher = Matcher(known.glossary, language)
    return Incoming(
        language=language,
        paragraphs=texts,
        day=day,
        senders=from_,
        answered=ours,
        facts=found,
        terms=_terms(texts, matcher),
        said=decisions,
        promised=promised(decisions, language, matcher, day),
        translation=_working(texts, language, pipeline) if pipeline else (),
    )


def _working(texts: Sequence[str], language: str, pipeline: Pipeline) -> tuple[Working, ...]:
    if language == READER:
        return ()
    made = translate_texts(pipeline, texts, Pair(language, READER))
    return tuple(Working(one.text, _least_trusted(one)) for one in made)


def _least_trusted(text: TranslatedText) -> Origin:
    origins = [each.translation.origin for each in text.sentences]
    return max(origins, key=list(Origin).index, default=Origin.COPY)


def _terms(texts: Sequence[str], matcher: Matcher) -> tuple[Term, ...]:
    """Each concept once, where it is first named, if it has a Chinese term."""
    found: dict[str, Term] = {}
    for text in texts:
        for match in matcher.find(text):
            chinese = match.concept.preferred("zh")
            if chinese and match.concept.id not in found:
                words = match.span.of(text)
                found[match.concept.id] = Term(words, match.concept, chinese.text)
    return tuple(found.values())


def _own_date(
    found: Sequence[Fact], paragraphs: Sequence[str], entries: Sequence[Entry]
) -> date | None:
    """The first full date at the letter's head or foot, otherwise the first anywhere.

    The date of a letter of ours beside a number («На № … от 08.02.2020») is not the letter's own.
    """
    ours = {entry.letter.date for entry in entries}
    own = [fact for fact in found if fact.day and not (fact.day in ours and _quotes(fact, found))]
    at_ends = ends(range(1, len(paragraphs) + 1))
    first = next((fact for fact in own if fact.paragraph in at_ends), next(iter(own), None))
    return first.day if first else None


def _quotes(fact: Fact, found: Sequence[Fact]) -> bool:
    return any(f.kind is Kind.REFERENCE and f.paragraph == fact.paragraph for f in found)
