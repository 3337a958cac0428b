"""What a person made of the passages that a draft left open, read from the edited letter.

A passage still in Chinese, or translated by a machine, stands highlighted in the draft. Somebody
puts it right in Word; here the words that now stand in its place are found again, so that they
can be proven against the Chinese and, once approved, remembered.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from translate_kit.languages.numbers import compare
from translate_kit.languages.segmentation import split
from translate_kit.letters.alignment import Unit, align
from translate_kit.letters.compose import Composed
from translate_kit.letters.facts import Facts, facts_of, units
from translate_kit.letters.letter import Run
from translate_kit.letters.proof import prove
from translate_kit.letters.wording import Origin, Passage
from translate_kit.messages import _
from translate_kit.model import Finding, Severity, TranslationUnit

CHECK = "passages"
_OPEN = "\ue000"  # stands for an open passage; requests refuse private-use characters
_LEAST_FRAME = 4
"""Characters of the text around a passage that must agree, to be taken for the same text."""


@dataclass(frozen=True, slots=True)
class Settled:
    """An open passage of a draft: the field it comes from, the letter's language and the passage;
    ``text`` is what stands in its place now, empty where that cannot be told, and ``marked`` says
    that the marker of a machine's passage is still before it."""

    place: str
    language: str
    drafted: Passage
    text: str
    marked: bool = False

    @property
    def untranslated(self) -> bool:
        """Whether the words of the source language still stand there."""
        return _same(self.text, self.drafted.source[1])

    @property
    def machine(self) -> bool:
        """Whether the words are a machine's as it gave them.

        Where there is no machine any more that could say so, those behind its marker count as such.
        """
        if self.drafted.origin is Origin.MACHINE:
            return _same(self.text, self.drafted.text)
        return self.marked


def _same(one: str, other: str) -> bool:
    return "".join(one.split()) == "".join(other.split())


def settled(
    composed: Composed, texts: Sequence[str], marked: Sequence[str] = ()
) -> tuple[Settled, ...]:
    """The open passages of a draft with what ``texts``, the units of the edited letter, have.

    ``marked`` are the texts that stand behind the marker of a machine's passage.
    """
    passages = {p: one for p, one in composed.passages.items() if not one.origin.settled}
    if not passages:
        return ()
    pieces = {place: passage.text.split("\n\n") for place, passage in passages.items()}
    now = _now([piece for some in pieces.values() for piece in some], composed, texts)
    language = composed.letter.language
    found = {place: [now.get(piece, "") for piece in some] for place, some in pieces.items()}
    return tuple(
        Settled(place, language, passage, _joined(found[place]), _is_marked(found[place], marked))
        for place, passage in passages.items()
    )


def _is_marked(found: Sequence[str], marked: Sequence[str]) -> bool:
    return any(piece and text.startswith(piece) for piece in found for text in marked)


def _joined(found: Sequence[str]) -> str:
    return "\n\n".join(found) if all(found) else ""


def prove_edited(
    composed: Composed, texts: Sequence[str], passages: Sequence[Settled]
) -> tuple[Finding, ...]:
    """The proof of an edited letter: the facts of its draft, and its open passages as now said."""
    facts = _with_settled(facts_of(composed), passages)
    return (*prove(facts, texts), *_findings(passages))


def unread(passages: Iterable[Settled]) -> Iterator[Finding]:
    """Passages that stand as the machine translated them: right by value, but read by nobody yet
    as far as the letter shows."""
    for one in passages:
        if one.machine and not _wrong(one):
            message = _("{field} stands as the machine translated it: “{text}”")
            said = message.format(field=one.place, text=one.text)
            yield Finding(Severity.WARNING, CHECK, said, where=one.language)


def units_of(passage: Settled) -> Iterator[TranslationUnit]:
    """A translated passage for the memory: as a whole, and sentence by sentence where both sides
    have as many."""
    language, source = passage.drafted.source
    yield _unit(language, source, passage)
    ours = [span.of(source) for span in split(source, language)]
    theirs = [span.of(passage.text) for span in split(passage.text, passage.language)]
    if len(ours) == len(theirs) > 1:
        for one, other in zip(ours, theirs, strict=True):
            yield _unit(language, one, replace(passage, text=other))


def _unit(language: str, source: str, passage: Settled) -> TranslationUnit:
    return TranslationUnit("", {language: source, passage.language: passage.text})


def _with_settled(facts: Facts, passages: Iterable[Settled]) -> Facts:
    """The facts of the draft with the words that now stand for its open passages."""
    now = {one.place: one.text for one in passages if one.text}
    gone = {one.place for one in passages if not one.text}
    words = {k: now.get(k, v) for k, v in facts.words.items() if k not in gone}
    return replace(facts, words=words)


def _findings(passages: Iterable[Settled]) -> Iterator[Finding]:
    """What is wrong with the passages: open still, gone, or with other numbers than the source."""
    for one in passages:
        message = _wrong(one)
        if message:
            message = message.format(field=one.place)
            yield Finding(Severity.ERROR, CHECK, message, where=one.language)


def _wrong(one: Settled) -> str:
    if not one.text:
        return _("{field}: no translation of this passage is found in the letter")
    if one.untranslated:
        return _("{field} is still to be translated")
    language, source = one.drafted.source
    if compare(source, language, one.text, one.language):
        return _("{field}: the numbers differ from those of the passage to be translated")
    return ""


def _now(pieces: Sequence[str], composed: Composed, texts: Sequence[str]) -> Mapping[str, str]:
    """Open piece -> the words in its place."""
    found: dict[str, str] = {}
    for drafted, edited in _paired(units(composed.letter), texts, composed.letter.language):
        inside = sorted((p for p in pieces if p and p in drafted), key=drafted.index)
        if not inside:
            continue
        for piece, words in zip(inside, _between(_frames(drafted, inside), edited), strict=True):
            # A passage may stand in the subject too: as long as one of them is as it was, it waits.
            if piece not in found or (words and found[piece] != piece):
                found[piece] = words
    return found


def _frames(drafted: str, pieces: Iterable[str]) -> list[str]:
    """The text of the template before, between and after the open pieces."""
    for piece in pieces:
        drafted = drafted.replace(piece, _OPEN, 1)
    return drafted.split(_OPEN)


def _paired(
    drafted: Sequence[str], edited: Sequence[str], language: str
) -> Iterator[tuple[str, str]]:
    """Units of the draft with those that took their place; unchanged ones find themselves."""
    matcher = SequenceMatcher(None, drafted, edited, autojunk=False)
    for step, i, end, j, until in matcher.get_opcodes():
        if step == "equal":
            yield from zip(drafted[i:end], edited[j:until], strict=True)
        elif step == "replace" and end - i == 1:
            # Somebody may have made two paragraphs of one.
            yield drafted[i], "\n\n".join(edited[j:until])
        elif step == "replace":
            left, right = (_as_units(some) for some in (drafted[i:end], edited[j:until]))
            for pair in align(left, right, (language, language)):
                if pair.left and pair.right:
                    yield pair.left.text, pair.right.text


def _as_units(texts: Iterable[str]) -> list[Unit]:
    return [Unit("paragraph", ((Run(text),),)) for text in texts]


def _between(frames: Sequence[str], edited: str) -> list[str]:
    """What stands between the frames in the edited text, empty where it cannot be told."""
    pattern = r"(.*?)".join(re.escape(frame.strip()) for frame in frames)
    exact = re.fullmatch(rf"\s*{pattern}\s*", edited, re.DOTALL)
    if exact:
        return [group.strip() for group in exact.groups()]
    return list(_roughly_between(_OPEN.join(frames), edited))


def _roughly_between(framed: str, edited: str) -> Iterator[str]:
    """The same where the frames have been edited too: from common text to common text."""
    blocks = SequenceMatcher(None, framed, edited, autojunk=False).get_matching_blocks()
    common = [b for b in blocks if b.size >= _LEAST_FRAME]
    for match in re.finditer(_OPEN, framed):
        before = [b.b + b.size for b in common if b.a + b.size <= match.start()]
        after = [b.b for b in common if b.a >= match.end()]
        start = before[-1] if before else 0
        end = after[0] if after else len(edited)
        yield edited[start:end].strip() if start < end else ""
