"""A batch from reading to writing, stopped and gone on with."""

import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from translate_kit.batch.folder import occupied
from translate_kit.batch.job import Job, Outcome, State
from translate_kit.batch.journal import APPLICATION_ID, FILE, MIGRATIONS, Batch, Journal
from translate_kit.batch.plan import plan
from translate_kit.batch.schedule import Done, here
from translate_kit.errors import BadData, UserError
from translate_kit.files.database import Database
from translate_kit.model import Pair
from translate_kit.pipeline import Origin, Translation

Write = Callable[..., Path]


def job(folder: Path, shouting: Any, **wishes: Any) -> Job:
    out = folder / "out"
    out.mkdir(exist_ok=True)
    found = plan([folder / "in"], ("docx",), out)
    return Job(found, out, ("ru",), Journal.of(out), shouting.signature, language="en", **wishes)


def run(job: Job, shouting: Any, schedule: Any = None) -> list[Outcome]:
    job.scan()
    job.translate(schedule or partial(here, translator=shouting))
    return list(job.write())


def texts(path: Path) -> list[str]:
    return [paragraph.text for paragraph in Document(str(path)).paragraphs]


def test_documents_are_translated(tmp_path: Path, shouting: Any, write_docx: Write) -> None:
    write_docx("in/a.docx", "First one. And another.", "12345")
    write_docx("in/sub/b.docx", "First one.", "A secret.")
    outcomes = run(job(tmp_path, shouting), shouting)
    assert [(o.path.name, o.state, o.untranslated) for o in outcomes] == [
        ("a.ru.docx", State.WRITTEN, 0),
        ("b.ru.docx", State.INCOMPLETE, 1),
    ]
    assert texts(tmp_path / "out" / "a.ru.docx") == ["FIRST ONE. AND ANOTHER.", "12345"]
    assert texts(tmp_path / "out" / "sub" / "b.ru.docx") == ["FIRST ONE.", "A secret."]


def test_each_sentence_is_translated_once(tmp_path: Path, shouting: Any, write_docx: Write) -> None:
    for number in range(5):
        write_docx(f"in/{number}.docx", "The same.", f"Number {number}.", "The same.")
    seen: list[str] = []

    def counting(batches: Iterable[Batch]) -> Iterator[Done]:
        for batch in batches:
            seen.extend(batch.sentences)
            yield batch, shouting.translate(batch.sentences, batch.pair)

    run(job(tmp_path, shouting), shouting, counting)
    assert sorted(seen) == sorted({"The same.", *(f"Number {n}." for n in range(5))})


def test_an_output_that_is_there_is_kept(tmp_path: Path, shouting: Any, write_docx: Write) -> None:
    write_docx("in/a.docx", "One.")
    run(job(tmp_path, shouting), shouting)
    (again,) = run(job(tmp_path, shouting), shouting)
    assert (again.state, again.why) == (State.KEPT, "up to date")
    output = tmp_path / "out" / "a.ru.docx"
    output.write_bytes(b"the person's own")
    (kept,) = run(job(tmp_path, shouting), shouting)
    assert kept.state is State.KEPT
    assert "somebody changed it since" in kept.why
    assert output.read_bytes() == b"the person's own"
    (replaced,) = run(job(tmp_path, shouting, overwrite=True), shouting)
    assert replaced.state is State.WRITTEN
    assert texts(output) == ["ONE."]


SIGNATURE = "translate-kit 1.0 [{}] x4 glossary {} memory {}"


@pytest.mark.parametrize(
    ("made", "why"),
    [
        (("argos", "g1", "m2"), "other than when it was translated: the memory;"),
        (("argos", "g2", "m2"), "the glossary, the memory;"),
        (("argos [x] y", "g1", "m1"), "the engine;"),
    ],
)
def test_why_a_translation_is_kept_is_said(
    tmp_path: Path, shouting: Any, write_docx: Write, made: tuple[str, str, str], why: str
) -> None:
    write_docx("in/a.docx", "One.")
    before = job(tmp_path, shouting)
    before.signature = lambda _pair: SIGNATURE.format("argos", "g1", "m1")
    run(before, shouting)
    after = job(tmp_path, shouting)
    after.signature = lambda _pair: SIGNATURE.format(*made)
    (kept,) = run(after, shouting)
    assert kept.state is State.KEPT
    assert why in kept.why
    assert "--overwrite" in kept.why


def test_a_source_that_changed_since_is_said(
    tmp_path: Path, shouting: Any, write_docx: Write
) -> None:
    write_docx("in/a.docx", "One.")
    run(job(tmp_path, shouting), shouting)
    write_docx("in/a.docx", "Two.")
    (kept,) = run(job(tmp_path, shouting), shouting)
    assert "its source was changed since" in kept.why


def test_a_run_stopped_while_it_wrote_knows_its_own_work(
    tmp_path: Path, shouting: Any, write_docx: Write
) -> None:
    """The journal names an output before its file is there: either order of the two survives."""
    write_docx("in/a.docx", "A secret.")
    whole = job(tmp_path, shouting)
    run(whole, shouting)
    output = tmp_path / "out" / "a.ru.docx"
    content = output.read_bytes()
    output.unlink()
    (written,) = run(job(tmp_path, shouting), shouting)
    assert (written.state, output.read_bytes()) == (State.INCOMPLETE, content)
    (again,) = run(job(tmp_path, shouting), shouting)
    assert (again.why, again.untranslated) == ("up to date", 1)


def test_what_nobody_could_translate_is_tried_again_when_asked(
    tmp_path: Path, shouting: Any, write_docx: Write
) -> None:
    """A server was away: under the same signature the next answer may be another."""
    write_docx("in/a.docx", "One.", "A secret.", 'Says "origin":"none".')
    (first,) = run(job(tmp_path, shouting), shouting)
    assert (first.state, first.untranslated) == (State.INCOMPLETE, 1)

    class Able:
        def translate(self, sentences: Any, pair: Pair, progress: Any = None) -> list[Translation]:
            return [Translation(s, s.upper(), pair, Origin.ENGINE) for s in sentences]

    (kept,) = run(job(tmp_path, shouting), Able())
    assert (kept.state, kept.untranslated) == (State.KEPT, 1)
    (again,) = run(job(tmp_path, shouting, overwrite=True), Able())
    assert (again.state, again.untranslated) == (State.WRITTEN, 0)
    assert texts(tmp_path / "out" / "a.ru.docx")[1] == "A SECRET."
    finished = job(tmp_path, shouting, overwrite=True)
    finished.scan()
    assert not list(finished.journal.waiting(finished.signatures))


def test_a_broken_document_fails_alone(tmp_path: Path, shouting: Any, write_docx: Write) -> None:
    write_docx("in/a.docx", "One.")
    (tmp_path / "in" / "broken.docx").write_bytes(b"no document")
    outcomes = run(job(tmp_path, shouting), shouting)
    assert {o.source.path.name: o.state for o in outcomes} == {
        "a.docx": State.WRITTEN,
        "broken.docx": State.FAILED,
    }
    assert "no office document" in next(o.why for o in outcomes if o.state is State.FAILED)


def test_a_source_that_changes_meanwhile_is_noticed(
    tmp_path: Path, shouting: Any, write_docx: Write
) -> None:
    write_docx("in/a.docx", "One.")
    batch = job(tmp_path, shouting)
    batch.scan()
    write_docx("in/a.docx", "Two.")
    batch.translate(partial(here, translator=shouting))
    (outcome,) = batch.write()
    assert outcome.state is State.FAILED
    assert "was changed while it was being translated" in outcome.why
    assert not (tmp_path / "out" / "a.ru.docx").exists()


def test_a_stopped_batch_goes_on_with_what_it_lacked(
    tmp_path: Path, shouting: Any, write_docx: Write
) -> None:
    write_docx("in/a.docx", *(f"Sentence number {n}." for n in range(700)))
    whole = job(tmp_path, shouting)
    whole.scan()
    first: list[Batch] = []

    def stopped(batches: Iterable[Batch]) -> Iterator[Done]:
        for batch in batches:
            if first:
                raise KeyboardInterrupt
            first.append(batch)
            yield batch, shouting.translate(batch.sentences, batch.pair)

    with pytest.raises(KeyboardInterrupt):
        whole.translate(stopped)
    rest = list(whole.journal.waiting(whole.signatures))
    assert first[0].number not in {batch.number for batch in rest}
    assert sum(len(batch.sentences) for batch in (*first, *rest)) == 700
    (outcome,) = run(job(tmp_path, shouting), shouting)
    assert outcome.state is State.WRITTEN


def slow_run(folder: Path, seconds: float) -> list[str]:
    return [sys.executable, str(Path(__file__).with_name("slow_run.py")), str(folder), str(seconds)]


def test_a_killed_batch_ends_with_the_same_bytes(tmp_path: Path, write_docx: Write) -> None:
    """kill -9 in rounds, wherever the process happens to be; then the run that is let finish."""
    paragraphs = [f"Sentence number {n}." for n in range(2000)]
    write_docx("whole/in/a.docx", *paragraphs)
    write_docx("whole/in/b.docx", *reversed(paragraphs))
    shutil.copytree(tmp_path / "whole", tmp_path / "killed")
    for wait in (0.05, 0.5, 1.0):
        command = slow_run(tmp_path / "killed", 0.15)
        with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            assert process.stdout.readline().strip() == b"begun"
            time.sleep(wait)
            process.kill()
    for name in ("killed", "whole"):
        subprocess.run(slow_run(tmp_path / name, 0), check=True, stdout=subprocess.DEVNULL)
    for name in ("a.ru.docx", "b.ru.docx"):
        outputs = [(tmp_path / each / "out" / name).read_bytes() for each in ("killed", "whole")]
        assert outputs[0] == outputs[1]
    leftovers = {path.name for path in (tmp_path / "killed" / "out").iterdir()}
    assert leftovers == {"a.ru.docx", "b.ru.docx", FILE}


def test_two_runs_do_not_share_a_folder(tmp_path: Path) -> None:
    with (
        occupied(tmp_path / "out"),
        pytest.raises(UserError, match="another run is working"),
        occupied(tmp_path / "out"),
    ):
        pass


def test_a_damaged_journal_is_named(tmp_path: Path, shouting: Any, write_docx: Write) -> None:
    write_docx("in/a.docx", "One.")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / FILE).write_bytes(b"no database" * 100)
    with pytest.raises(BadData, match="journal"):
        run(job(tmp_path, shouting), shouting)


def test_the_journal_tells_where_each_output_comes_from(
    tmp_path: Path, shouting: Any, write_docx: Write
) -> None:
    write_docx("in/sub/a.docx", "One.")
    batch = job(tmp_path, shouting)
    run(batch, shouting)
    (output,) = batch.journal.outputs()
    assert (output.name, output.direction) == ("sub/a.ru.docx", "en-ru")
    assert (output.document, output.answers) == ("sub/a.docx", output.signature)
    assert (tmp_path / "out" / output.source).resolve() == tmp_path / "in" / "sub" / "a.docx"


def test_a_journal_of_an_older_version_is_brought_up_to_date(tmp_path: Path) -> None:
    older = Database(tmp_path / FILE, "journal", APPLICATION_ID, MIGRATIONS[:1])
    with older.writing() as connection:
        connection.execute("INSERT INTO output VALUES ('a.ru.docx', 'sha', 'signed', 'sha too')")
    (output,) = Journal.of(tmp_path).outputs()
    assert (output.name, output.source, output.direction) == ("a.ru.docx", "", "")
