"""The store is never half-written: kill -9 at any step, two writers, readers meanwhile, dead locks.

Every change of these tests writes one number into four files of two domains; whatever happens, the
four say the same, and the history tells the whole way there.
"""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from translate_kit.errors import CannotWrite
from translate_kit.files import journal
from translate_kit.glossary.cells import Change, Place
from translate_kit.glossary.termbase import Termbase

CONCEPTS = "id,part_of_speech,counter,definition,note,source,confidence\n{id},noun,,x,,,\n"
TERMS = "concept,term,status,grammar,reviewer,date,note\n{id},{term},preferred,,,,\n"
PLACES = (
    Place("a-1", "", "", "note"),
    Place("a-1", "ru", "маска", "note"),
    Place("b-1", "", "", "note"),
    Place("b-1", "ko", "마스크", "note"),
)

WRITER = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from test_glossary_safety import count_on
from translate_kit.glossary.termbase import Termbase

termbase = Termbase(Path(sys.argv[2]), Path(sys.argv[3]))
print("ready", flush=True)
sys.stdin.readline()
for _turn in range(int(sys.argv[5])):
    print(count_on(termbase, sys.argv[4]), flush=True)
"""


def count_on(termbase: Termbase, who: str) -> int:
    """Raise the number in all four files by one; somebody else may be faster, then again."""
    from translate_kit.glossary.termbase import Clashing

    while True:
        number = numbers(termbase).pop()
        old = str(number) if number else ""
        try:
            termbase.commit(
                [Change(place, old, str(number + 1)) for place in PLACES], who=who, did="edit"
            )
        except Clashing:
            continue
        return number + 1


def numbers(termbase: Termbase) -> set[int]:
    glossary = termbase.load()
    a, b = glossary.concept("a-1"), glossary.concept("b-1")
    notes = (a.note, a.terms["ru"][0].note, b.note, b.terms["ko"][0].note)
    return {int(note or 0) for note in notes}


def make(folder: Path) -> Termbase:
    for name, language, term in (("a", "ru", "маска"), ("b", "ko", "마스크")):
        place = folder / "shipped" / name
        place.mkdir(parents=True)
        (place / "concepts.csv").write_text(CONCEPTS.format(id=f"{name}-1"), encoding="utf-8")
        text = TERMS.format(id=f"{name}-1", term=term)
        (place / f"{language}.csv").write_text(text, encoding="utf-8")
    return Termbase(folder / "shipped", folder / "own")


@pytest.fixture
def termbase(tmp_path: Path) -> Termbase:
    return make(tmp_path)


def check(termbase: Termbase) -> int:
    """The four files agree, and the history tells how they came to say so; gives the number."""
    (number,) = numbers(termbase)
    entries = termbase.history()
    assert [[c.new for c in e.changes] for e in entries] == [
        [str(n + 1)] * 4 for n in range(number)
    ]
    assert not journal.pending(termbase.own)
    return number


def start(termbase: Termbase, who: str, turns: int) -> "subprocess.Popen[str]":
    places = (str(Path(__file__).parent), str(termbase.shipped), str(termbase.own))
    command = [sys.executable, "-c", WRITER, *places, who, str(turns)]
    pipe = subprocess.PIPE
    writer = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True)
    assert writer.stdout is not None
    assert writer.stdout.readline() == "ready\n"
    return writer


def go(writer: "subprocess.Popen[str]") -> None:
    assert writer.stdin is not None
    writer.stdin.write("\n")
    writer.stdin.flush()


@pytest.mark.skipif(sys.platform == "win32", reason="a process that forks itself")
@pytest.mark.parametrize("first", [True, False], ids=["the first change", "a later change"])
def test_kill_9_at_every_single_step_of_a_change(termbase: Termbase, first: bool) -> None:
    if not first:
        count_on(termbase, "a")
    before = check(termbase) if not first else 0
    outcomes = []
    for step in range(1, 1000):
        if not killed(termbase, step):
            break
        made = check(termbase) - before
        assert made in (0, 1)
        outcomes.append(made)
        before += made
    else:
        pytest.fail("the change never came to its end")
    assert step > 10, "the steps were not counted"
    assert {0, 1} == set(outcomes), "some steps lie before the change is made, and some after"
    assert check(termbase) == before + 1


def killed(termbase: Termbase, step: int) -> bool:
    """Count on in a process of its own that is killed at that step; False where it came through."""
    child = os.fork()
    if child == 0:
        steps = iter(range(1, step))

        def strike(event: str, _arguments: object) -> None:
            if event in ("open", "os.rename", "os.remove", "os.mkdir", "os.chmod") and not (
                next(steps, 0)
            ):
                os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(strike)
        count_on(termbase, f"child {step}")
        os._exit(0)
    _pid, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def test_kill_9_at_any_moment(termbase: Termbase) -> None:
    moments = random.Random(20200208)
    said = 0
    for turn in range(6):
        writer = start(termbase, f"turn{turn}", 10_000)
        go(writer)
        assert writer.stdout is not None
        writer.stdout.readline()
        time.sleep(moments.uniform(0, 0.15))
        writer.kill()
        out, _errors = writer.communicate(timeout=60)
        lines = [line for line in out.splitlines(keepends=True) if line.endswith("\n")]
        said = max([said, *map(int, lines)])
        assert check(termbase) >= said, "what was said to be saved is there"
    assert said >= 6


def test_two_people_at_once_lose_nothing_and_readers_see_one_state(termbase: Termbase) -> None:
    writers = [start(termbase, who, 15) for who in ("anna", "boris")]
    for writer in writers:
        go(writer)
    seen = []
    while any(writer.poll() is None for writer in writers):
        seen.append(numbers(termbase))
    assert [len(one) for one in seen] == [1] * len(seen), "a reader never sees half a change"
    for writer in writers:
        out, errors = writer.communicate(timeout=60)
        assert (writer.returncode, errors) == (0, "")
        assert len(out.splitlines()) == 15
    assert check(termbase) == 30
    assert {entry.who for entry in termbase.history()} == {"anna", "boris"}


def test_a_lock_left_by_a_dead_process_locks_nobody_out(termbase: Termbase) -> None:
    count_on(termbase, "a")
    holder = subprocess.Popen(
        [sys.executable, "-c",
         "import sys, time; from pathlib import Path\n"
         "from translate_kit.files.journal import locked\n"
         "with locked(Path(sys.argv[1])):\n    print('held', flush=True); time.sleep(60)",
         str(termbase.own)],
        stdout=subprocess.PIPE,
    )  # fmt: skip
    assert holder.stdout is not None
    assert holder.stdout.readline().strip() == b"held"
    with pytest.raises(CannotWrite, match="somebody else is changing "), \
            journal.locked(termbase.own, patience=0.1):  # fmt: skip
        pass
    holder.kill()
    holder.communicate()
    assert (termbase.own / journal.LOCK).exists()
    assert count_on(termbase, "b") == 2


def test_a_damaged_journal_is_named(termbase: Termbase) -> None:
    count_on(termbase, "a")
    (termbase.own / journal.JOURNAL).write_text("{", encoding="utf-8")
    with pytest.raises(Exception, match=r"change\.journal: the journal is damaged"):
        count_on(termbase, "a")


READ_ONLY = """
import os, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from test_glossary_safety import count_on, numbers
from translate_kit.errors import UserError
from translate_kit.glossary.termbase import Termbase

if os.geteuid() == 0:
    os.seteuid(65534)  # permissions do not bind root, who may run these tests in a container
termbase = Termbase(Path(sys.argv[2]), Path(sys.argv[3]))
for attempt in (lambda: numbers(termbase).pop(), lambda: count_on(termbase, "a")):
    try:
        print(attempt())
    except UserError as error:
        print(error)
"""


def as_somebody_else(termbase: Termbase) -> list[str]:
    """What a person who may only read sees: the number, and what becomes of a change."""
    places = [termbase.own, *termbase.own.rglob("*")]
    for place in places:
        place.chmod(0o555 if place.is_dir() else 0o444)
    paths = (str(Path(__file__).parent), str(termbase.shipped), str(termbase.own))
    done = subprocess.run([sys.executable, "-c", READ_ONLY, *paths], capture_output=True,
                          text=True, check=False)  # fmt: skip
    for place in places:
        place.chmod(0o755)
    assert done.stderr == ""
    return done.stdout.splitlines()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows folders have no such permission")
def test_a_read_only_store_can_be_read() -> None:
    with TemporaryDirectory() as name:  # not in pytest's own folder, which only its owner may enter
        Path(name).chmod(0o755)
        termbase = make(Path(name))
        count_on(termbase, "a")
        read, refused = as_somebody_else(termbase)
        assert read == "1"
        assert "nothing was saved" in refused
        (termbase.own / journal.JOURNAL).write_text("{}", encoding="utf-8")
        read, _refused = as_somebody_else(termbase)
        assert "is not finished; somebody who may write must" in read
