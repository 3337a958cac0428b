"""What was said to be saved is there: several writers, kill -9, a locked or damaged file."""

import os
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from translate_kit.errors import BadData, UserError
from translate_kit.memory import Memory, Store
from translate_kit.memory.store import FILE
from translate_kit.model import Pair, TranslationUnit

from .conftest import PERSON

Make = Callable[..., TranslationUnit]

WRITER = """
import sys
from pathlib import Path
from translate_kit.memory import Memory, Origin, Provenance, Store
from translate_kit.model import TranslationUnit

memory = Memory.load([], store=Store(Path(sys.argv[1])))
name = sys.argv[2]
provenance = Provenance(Origin.PERSON, by=name)
print("ready", flush=True)
sys.stdin.readline()
for count in range(int(sys.argv[3])):
    units = [
        TranslationUnit("", {"zh": f"{name}第{count}批第{x}件。", "ru": f"{name} {count} {x}"})
        for x in "甲乙丙"
    ]
    memory.add(units, provenance)
    print(count, flush=True)
"""


def start(path: Path, name: str, batches: int) -> "subprocess.Popen[str]":
    """A process that enters units, three at a time, and says each time that it has."""
    command = [sys.executable, "-c", WRITER, str(path), name, str(batches)]
    pipe = subprocess.PIPE
    environment = os.environ | {"PYTHONIOENCODING": "utf-8"}
    writer = subprocess.Popen(
        command, stdin=pipe, stdout=pipe, stderr=pipe, text=True, env=environment
    )
    assert writer.stdout is not None
    assert writer.stdout.readline() == "ready\n"
    return writer


def go(writer: "subprocess.Popen[str]") -> None:
    """Let a writer begin, so that several begin together."""
    assert writer.stdin is not None
    writer.stdin.write("\n")
    writer.stdin.flush()


def check(path: Path, said: list[tuple[str, str]]) -> None:
    """The file and its indexes are sound and everything that a writer said is found."""
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        database.execute("INSERT INTO word (word) VALUES ('integrity-check')")
        (units,) = database.execute("SELECT count(*) FROM unit").fetchone()
    memory = Memory.load([], store=Store(path))
    assert units == len(memory) == sum(1 for _unit in memory.require_store().each())
    assert units % 3 == 0, "a batch is there whole or not"
    for name, count in said:
        for part in "甲乙丙":
            source = f"{name}第{count}批第{part}件。"
            match = memory.lookup(source, Pair("zh", "ru"))
            assert match is not None
            assert match.text == f"{name} {count} {part}"
    for name in {name for name, _count in said}:
        mentioned = sum(1 for _unit in memory.holding(name, "ru"))
        assert mentioned >= 3 * sum(name == other for other, _count in said)


def test_people_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / FILE
    names = ("anna", "boris", "wang")
    writers = [start(path, name, 12) for name in names]
    for writer in writers:
        go(writer)
    said: list[tuple[str, str]] = []
    for name, writer in zip(names, writers, strict=True):
        out, errors = writer.communicate(timeout=60)
        assert (writer.returncode, errors) == (0, "")
        said += [(name, line) for line in out.splitlines()]
    assert len(said) == 36
    check(path, said)
    assert len(Store(path)) == 108


def test_kill_9_at_any_moment_loses_nothing_that_was_saved(tmp_path: Path) -> None:
    path = tmp_path / FILE
    moments = random.Random(20200208)
    said: list[tuple[str, str]] = []
    for turn in range(6):
        name = f"turn{turn}"
        writer = start(path, name, 10_000)
        go(writer)
        assert writer.stdout is not None
        said += [(name, writer.stdout.readline()) for _line in range(moments.randint(1, 4))]
        time.sleep(moments.uniform(0, 0.12))
        writer.kill()
        out, _errors = writer.communicate(timeout=60)
        # The last line may have been cut off by the kill itself.
        said += [(name, line) for line in out.splitlines(keepends=True) if line.endswith("\n")]
        said = [(who, line.strip()) for who, line in said]
        check(path, said)
    assert {name for name, _count in said} == {f"turn{turn}" for turn in range(6)}


def test_a_memory_locked_by_somebody_else(memory: Memory, unit: Make) -> None:
    memory.add([unit(zh="口罩", ru="маска")], PERSON)
    hasty = Memory.load([], store=Store(memory.require_store().path, patience=0.1))
    with closing(sqlite3.connect(memory.require_store().path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(UserError, match="somebody else is writing; nothing was saved"):
            hasty.add([unit(zh="手套", ru="перчатки")], PERSON)
        assert hasty.exact("口罩", "zh", "ru") == "маска", "readers need not wait"
        other.execute("ROLLBACK")
    assert len(memory) == 1


def test_a_damaged_file_is_refused(memory: Memory, unit: Make) -> None:
    memory.add([unit(zh=f"口罩{n}号" * 20, ru=f"маска {n}") for n in range(200)], PERSON)
    content = memory.require_store().path.read_bytes()
    memory.require_store().path.write_bytes(content[: len(content) // 2])
    with pytest.raises(BadData, match="translation memory is damaged"):
        list(memory.holding("маска"))
