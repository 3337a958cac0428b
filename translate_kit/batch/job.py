"""A batch from beginning to end: read the documents, translate what is new, write the results.

The three steps meet only in the journal. Each can be stopped at any moment and goes on, when the
same command is given again, where it was.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache
from pathlib import Path

from translate_kit.batch.documents import Assembled, assembled, sentences_of
from translate_kit.batch.folder import seen_from
from translate_kit.batch.journal import Batch, Journal, Output
from translate_kit.batch.plan import Plan, Source
from translate_kit.batch.product import Made, Product, Translated
from translate_kit.batch.schedule import Done
from translate_kit.batch.sentence import Sentence, sentences
from translate_kit.batch.standing import NEW, Kind, Standing, standing
from translate_kit.checks.knowledge import NOTHING, Knowledge
from translate_kit.errors import AlreadyThere, CannotWrite, UserError
from translate_kit.files import sha256_of, write_files
from translate_kit.languages.detect import detect
from translate_kit.messages import _
from translate_kit.model import Document, Pair


class State(StrEnum):
    """What became of one document in one language."""

    WRITTEN = "written"
    INCOMPLETE = "incomplete"
    """Written, but some of it still stands in the source language, highlighted."""
    KEPT = "kept"
    """There already, and up to date or not asked to be replaced."""
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document in one language; ``why`` says it of a kept or failed one.

    ``sentences`` is how many it has, ``untranslated`` how many nobody could translate. ``beside``
    are the files written with it for the reviewer.
    """

    source: Source
    language: str
    path: Path
    state: State
    why: str = ""
    sentences: int = 0
    untranslated: int = 0
    beside: tuple[Path, ...] = ()


Signature = Callable[[Pair], str]
Schedule = Callable[[Iterable[Batch]], Iterator[Done]]
Told = Callable[[Outcome, Sequence[Sentence]], None]
"""Is told of each document and its sentences, none where they were not looked at."""


@dataclass(frozen=True, slots=True)
class Task:
    """One document in one direction.

    ``products`` are still to be written; ``kept`` says why the translation itself is not.
    """

    source: Source
    pair: Pair
    path: Path
    sha256: str
    products: tuple[Product, ...] = (Translated(),)
    kept: str = ""


@dataclass(slots=True)
class Job:
    """A batch: ``targets`` by language code, ``language`` of the sources where a person said so.

    ``signature`` tells what would translate a direction: an answer of the journal counts only
    under the same signature. ``beside`` is what to make of each document besides its translation,
    with ``knowledge`` for the checks across a document. To ``overwrite`` is also to try again what
    nobody could translate.
    """

    plan: Plan
    out: Path
    targets: tuple[str, ...]
    journal: Journal
    signature: Signature
    language: str | None = None
    overwrite: bool = False
    beside: tuple[Product, ...] = ()
    knowledge: Knowledge = NOTHING
    _tasks: list[Task] = field(default_factory=list)
    _early: list[Outcome] = field(default_factory=list)

    def __post_init__(self) -> None:
        # Asked once: whoever feeds the memory meanwhile must not part the answers from the task.
        self.signature = cache(self.signature)

    def scan(self, seen: Callable[[Source], None] = lambda _source: None) -> None:
        """Read every document once and enter its sentences into the journal.

        A document that can't be read fails by itself; the others go on. Raises CannotWrite where
        the journal has no room.
        """
        for source in self.plan.sources:
            try:
                self._scan(source)
            except CannotWrite:
                raise
            except UserError as error:
                self._early += [self._failed(source, code, str(error)) for code in self.targets]
            seen(source)
        if self.overwrite:
            self.journal.reopen(self.signatures)

    def _scan(self, source: Source) -> None:
        sha256 = sha256_of(source.path)
        document = source.format.read(source.path)
        found = _language_of(document, source.path)
        language = self.language or found
        for target in self.targets:
            path = self.out / Translated().name(source, target)
            if target == language:
                why = _("it is in this language already")
                self._early.append(Outcome(source, target, path, State.KEPT, why))
            else:
                self._plan(document, Task(source, Pair(language, target), path, sha256))

    def _plan(self, document: Document, task: Task) -> None:
        """Enter what is to be done; a document that is up to date is read for the report only."""
        there = self._standing(task.path, task)
        missing = tuple(each for each in self.beside if self._is_missing(each, task, there))
        if there.kind is Kind.OTHER and not missing:
            early = Outcome(task.source, task.pair.target, task.path, State.KEPT, there.why)
            self._early.append(early)
            return
        signature = self.signature(task.pair)
        self.journal.enter(task.pair, signature, sentences_of(document, task.pair.source))
        products = (*task.products, *missing) if there.kind is Kind.NEW else missing
        self._tasks.append(replace(task, products=products, kept=there.why))

    def _is_missing(self, product: Product, task: Task, translation: Standing) -> bool:
        """Whether to write it. One that is in the way of a new translation makes it fail."""
        there = self._standing(self.out / product.name(task.source, task.pair.target), task)
        if translation.kind is Kind.NEW:
            return there.kind is not Kind.FRESH
        return there.kind is Kind.NEW

    def _standing(self, path: Path, task: Task) -> Standing:
        if not path.exists() or self.overwrite:
            return NEW
        return standing(self.journal.output(self._name(path)), self._output(path, task))

    def _output(self, path: Path, task: Task, content: bytes | None = None) -> Output:
        """A product as the journal enters it, with ``content`` or what is there."""
        sha256 = sha256_of(path) if content is None else hashlib.sha256(content).hexdigest()
        return Output(
            self._name(path),
            task.sha256,
            self.signature(task.pair),
            sha256,
            seen_from(self.out, task.source.path),
            task.source.name.as_posix(),
            str(task.pair),
            self.signature(task.pair),
            ",".join(task.source.columns),
        )

    @property
    def signatures(self) -> frozenset[str]:
        """Under which signatures the answers of this batch stand in the journal."""
        return frozenset(self.signature(task.pair) for task in self._tasks)

    def translate(self, schedule: Schedule, done: Callable[[int], None] = lambda _n: None) -> None:
        """Translate what the journal has not, and save it batch by batch."""
        for batch, translations in schedule(self.journal.waiting(self.signatures)):
            self.journal.save(batch, translations)
            done(len(batch.sentences))

    def write(self, told: Told = lambda _outcome, _sentences: None) -> Iterator[Outcome]:
        """Write every document; each is there whole, under its final name, or not at all."""
        for outcome in self._early:
            told(outcome, ())
            yield outcome
        for task in self._tasks:
            try:
                outcome, found = self._write(task)
            except UserError as error:
                outcome, found = self._failed(task.source, task.pair.target, str(error)), ()
            told(outcome, found)
            yield outcome

    def _write(self, task: Task) -> tuple[Outcome, Sequence[Sentence]]:
        assembled = self.assembled(task)
        found = sentences(assembled, self.knowledge)
        made = Made(task.source, task.sha256, self.out, assembled, found)
        target, waiting = task.pair.target, assembled.untranslated
        contents = {
            self.out / each.name(task.source, target): each.content(made) for each in task.products
        }
        if not self.overwrite and (there := next(filter(Path.exists, contents), None)):
            raise AlreadyThere(there)
        for path, content in contents.items():
            # Before, not after: stopped in between, the next run must know its own work.
            self.journal.wrote(self._output(path, task, content))
        write_files(contents, overwrite=self.overwrite)
        written = State.INCOMPLETE if waiting else State.WRITTEN
        state = State.KEPT if task.kept else written
        beside = tuple(path for path in contents if path != task.path)
        sizes = len(found), waiting
        return Outcome(task.source, target, task.path, state, task.kept, *sizes, beside), found

    def assembled(self, task: Task) -> Assembled:
        """The document of a task with its translations.

        Raises UserError where the source is no longer the file that was read at first.
        """
        path = task.source.path
        if sha256_of(path) != task.sha256:
            why = _("{path} was changed while it was being translated; run the command again")
            raise UserError(why.format(path=path))
        document = task.source.format.read(path)
        sentences = sentences_of(document, task.pair.source)
        answers = self.journal.answers(task.pair, self.signature(task.pair), sentences)
        return assembled(document, task.pair, answers)

    def _failed(self, source: Source, language: str, why: str) -> Outcome:
        return Outcome(source, language, self.out / source.output(language), State.FAILED, why)

    def _name(self, path: Path) -> str:
        return path.relative_to(self.out).as_posix()


def _language_of(document: Document, path: Path) -> str:
    text = "\n".join(block.text for block in document.blocks)
    if not any(map(str.isalpha, text)):
        raise UserError(_("{path} has no text to translate").format(path=path))
    return detect(text).language
