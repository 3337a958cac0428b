"""The machine that puts free text into another language: the office's own pipeline, asked last.

It is opened when the first text needs it, so that a letter without free text loads no engine. What
it says is used only where nothing in it is found wrong; otherwise the passage stays as it was
given, with the reason. What is used stays marked until a person has read it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from translate_kit.errors import UserError
from translate_kit.languages.numbers import compare
from translate_kit.letters.characters import invisible
from translate_kit.messages import _
from translate_kit.model import Finding, Pair, Severity

if TYPE_CHECKING:
    from translate_kit.pipeline import Pipeline, TranslatedText

CHECK, NO_PACKAGE = "machine", "package"
_OF_FACTS = frozenset({"numbers", "codes", "dates", "times", "money", "units", "terms"})
"""Checks of which a mere doubt keeps a text out of a letter; of all others an error does."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """What came of a text; ``text`` is empty where there is nothing that may be used.

    ``known`` says that every sentence is in the memory word for word. ``by`` is the signature of
    what made the words. ``remarks`` say why there is no text, or what to look at in it.
    """

    text: str
    known: bool = False
    by: str = ""
    remarks: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class Machine:
    """What translates the free texts of letters; each text once for all letters of a run.

    ``opening`` gives the pipeline, and is called when the first text asks for it.
    """

    opening: "Callable[[], Pipeline]"
    _attempts: dict[tuple[str, Pair, str], Attempt] = field(default_factory=dict, repr=False)
    _refusals: list[str] = field(default_factory=list, repr=False)

    def translate(
        self, texts: Sequence[str], pair: Pair, country: str = ""
    ) -> Mapping[str, Attempt]:
        """Text -> what came of it for readers of a country; those not asked before go to the
        engine in one job.

        Never fails on account of the engine: a letter can be written without it.
        """
        known = self._attempts
        new = [text for text in dict.fromkeys(texts) if (text, pair, country) not in known]
        if new:
            for text, attempt in zip(new, self._attempted(new, pair, country), strict=True):
                known[text, pair, country] = attempt
        return {text: known[text, pair, country] for text in texts}

    @cached_property
    def _pipeline(self) -> "Pipeline":
        return self.opening()

    def _attempted(self, texts: Sequence[str], pair: Pair, country: str) -> list[Attempt]:
        from translate_kit.pipeline import translate_texts

        if not self._refusals:
            try:
                made = translate_texts(self._pipeline.for_country(country), texts, pair)
                return [self._judged(each) for each in made]
            except UserError as error:  # a server that is not there is not waited for again
                self._refusals.append(str(error))
        return [_nothing(CHECK, self._refusals[0])] * len(texts)

    def _judged(self, made: "TranslatedText") -> Attempt:
        from translate_kit.pipeline import Origin

        if any(each.translation.origin is Origin.NONE for each in made.sentences):
            return self._untranslated(made)
        wrong = list(dict.fromkeys(_found_wrong(made))) or list(_wrong_as_a_whole(made))
        if wrong:
            why = _("the machine translation is not used: {why}").format(why="; ".join(wrong))
            return _nothing(CHECK, why)
        signatures = dict.fromkeys(each.translation.signature for each in made.sentences)
        by = "; ".join(filter(None, signatures))
        return Attempt(made.text, self._knows(made), by, made.findings)

    def _untranslated(self, made: "TranslatedText") -> Attempt:
        """Why a sentence has none: no package for the pair, or the engine's own reason."""
        from translate_kit.engines.route import route

        try:
            route(made.pair, self._pipeline.engine.pairs())
        except UserError as no_package:
            return _nothing(NO_PACKAGE, str(no_package), Severity.NOTE)
        errors = [each.message for each in made.findings if each.severity is Severity.ERROR]
        return _nothing(CHECK, "; ".join(dict.fromkeys(errors)))

    def _knows(self, made: "TranslatedText") -> bool:
        """Whether somebody vouches for every sentence as it stands; other numbers are no proof."""
        memory, pair = self._pipeline.memory, made.pair
        return all(
            memory.exact(each.translation.source, pair.source, pair.target) == each.translation.text
            for each in made.sentences
        )


def _nothing(check: str, why: str, severity: Severity = Severity.WARNING) -> Attempt:
    return Attempt("", remarks=(Finding(severity, check, why),))


def _found_wrong(made: "TranslatedText") -> Iterator[str]:
    """What forbids the text: facts that differ from the source's, and whatever is an error."""
    for each in made.findings:
        doubt = each.severity is Severity.WARNING and each.check in _OF_FACTS
        if doubt or each.severity is Severity.ERROR:
            yield each.message


def _wrong_as_a_whole(made: "TranslatedText") -> Iterator[str]:
    """What the approval of the letter would refuse, or its files."""
    if compare(made.source, made.pair.source, made.text, made.pair.target):
        yield _("its numbers differ from those of the text")
    if any(map(invisible, made.text)):
        yield _("it has characters that no letter can show")
