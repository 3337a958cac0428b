"""A batch from beginning to end: read the documents, translate what is new, write the results.

The three steps meet only in the journal. Each can be stopped at any moment and goes on, when the
same command is given again, where it was.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from translate_kit.batch.documents import Assembled, assembled, sentences_of
from translate_kit.batch.journal import Batch, Journal, Output
from translate_kit.batch.plan import Plan, Source
from translate_kit.batch.schedule import Done
from translate_kit.errors import UserError
from translate_kit.files import read_bytes, write_files
from translate_kit.formats import format_of
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

    ``sentences`` is how many it has, ``untranslated`` how many nobody could translate.
    """

    source: Source
    language: str
    path: Path
    state: State
    why: str = ""
    sentences: int = 0
    untranslated: int = 0


Signature = Callable[[Pair], str]
Schedule = Callable[[Iterable[Batch]], Iterator[Done]]


@dataclass(frozen=True, slots=True)
class Task:
    """One document in one direction."""

    source: Source
    pair: Pair
    path: Path
    sha256: str


@dataclass(slots=True)
class Job:
    """A batch: ``targets`` by language code, ``language`` of the sources where a person said so.

    ``signature`` tells what would translate a direction: an answer of the journal counts only
    under the same signature.
    """

    plan: Plan
    out: Path
    targets: tuple[str, ...]
    journal: Journal
    signature: Signature
    language: str | None = None
    overwrite: bool = False
    _tasks: list[Task] = field(default_factory=list)
    _early: list[Outcome] = field(default_factory=list)

    def scan(self, seen: Callable[[Source], None] = lambda _source: None) -> None:
        """Read every document once and enter its sentences into the journal.

        A document that can't be read fails by itself; the others go on.
        """
        for source in self.plan.sources:
            try:
                self._scan(source)
            except UserError as error:
                self._early += [self._failed(source, code, str(error)) for code in self.targets]
            seen(source)

    def _scan(self, source: Source) -> None:
        sha256 = _sha256(source.path)
        document = format_of(source.path).read(source.path)
        language = self.language or _language_of(document, source.path)
        for target in self.targets:
            path = self.out / source.output(target)
            if target == language:
                why = _("it is in this language already")
                self._early.append(Outcome(source, target, path, State.KEPT, why))
            elif why := self._kept(path, source, Pair(language, target), sha256):
                self._early.append(Outcome(source, target, path, State.KEPT, why))
            else:
                pair = Pair(language, target)
                self.journal.enter(pair, self.signature(pair), sentences_of(document, language))
                self._tasks.append(Task(source, pair, path, sha256))

    def _kept(self, path: Path, source: Source, pair: Pair, sha256: str) -> str:
        """Why an output that is there already stays; empty where there is none, or it may go."""
        if not path.exists() or self.overwrite:
            return ""
        known = self.journal.output(self._name(path))
        fresh = (sha256, self.signature(pair), _sha256(path))
        if known and (known.source_sha256, known.signature, known.sha256) == fresh:
            return _("up to date")
        return _("a file is there already; use --overwrite to replace it")

    @property
    def signatures(self) -> frozenset[str]:
        """Under which signatures the answers of this batch stand in the journal."""
        return frozenset(self.signature(task.pair) for task in self._tasks)

    def translate(self, schedule: Schedule, done: Callable[[int], None] = lambda _n: None) -> None:
        """Translate what the journal has not, and save it batch by batch."""
        for batch, translations in schedule(self.journal.waiting(self.signatures)):
            self.journal.save(batch, translations)
            done(len(batch.sentences))

    def write(self) -> Iterator[Outcome]:
        """Write every document; each is there whole, under its final name, or not at all."""
        yield from self._early
        for task in self._tasks:
            try:
                yield self._write(task)
            except UserError as error:
                yield self._failed(task.source, task.pair.target, str(error))

    def _write(self, task: Task) -> Outcome:
        made = self.assembled(task)
        source, target = task.source.path, task.pair.target
        content = format_of(source).write(made.document, source, target)
        write_files({task.path: content}, overwrite=self.overwrite)
        sha256 = hashlib.sha256(content).hexdigest()
        name, signature = self._name(task.path), self.signature(task.pair)
        self.journal.wrote(Output(name, task.sha256, signature, sha256))
        count = sum(1 for _each in made.translations)
        state = State.INCOMPLETE if made.untranslated else State.WRITTEN
        return Outcome(task.source, target, task.path, state, "", count, made.untranslated)

    def assembled(self, task: Task) -> Assembled:
        """The document of a task with its translations.

        Raises UserError where the source is no longer the file that was read at first.
        """
        source = task.source.path
        if _sha256(source) != task.sha256:
            why = _("{path} was changed while it was being translated; run the command again")
            raise UserError(why.format(path=source))
        document = format_of(source).read(source)
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


def _sha256(path: Path) -> str:
    return hashlib.sha256(read_bytes(path)).hexdigest()
