"""What was said to be saved is there: two writers, kill -9, a locked, damaged or read-only file."""

import os
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from translate_kit.errors import BadData, UserError
from translate_kit.register import Outgoing, Register

Make = Callable[..., Outgoing]

WRITER = """
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from translate_kit.register import Outgoing, Register, Reply, Result

register = Register(Path(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
for count in range(int(sys.argv[3])):
    name = f"{sys.argv[2]}-{count}"
    letter = Outgoing(date(2020, 2, 8), name, "maker", name, name, "JP", "enquiry")
    number = register.record(replace(letter, files=(name,) * 30))
    print(number, name, flush=True)
    register.reply(number, Reply(date(2020, 2, 9), Result.ASKS, summary=name))
    print(number, name, "answered", flush=True)
"""


def start(path: Path, name: str, letters: int) -> "subprocess.Popen[str]":
    """A process that enters letters and their replies, and says each time that it has."""
    command = [sys.executable, "-c", WRITER, str(path), name, str(letters)]
    pipe = subprocess.PIPE
    writer = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True)
    assert writer.stdout is not None
    assert writer.stdout.readline() == "ready\n"
    return writer


def go(writer: "subprocess.Popen[str]") -> None:
    """Let a writer begin, so that several begin together."""
    assert writer.stdin is not None
    writer.stdin.write("\n")
    writer.stdin.flush()


def check(path: Path, said: list[str]) -> None:
    """The file is sound and everything that a writer said is in it."""
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    entries = {entry.number: entry for entry in Register(path).entries()}
    for entry in entries.values():
        assert entry.letter.files == (entry.letter.contact,) * 30, "a letter is there whole or not"
    for line in said:
        number, name, *answered = line.split()
        entry = entries[int(number)]
        assert entry.letter.contact == name
        if answered:
            assert [reply.summary for reply in entry.replies] == [name]


def test_two_people_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "register.sqlite3"
    writers = [start(path, name, 25) for name in ("anna", "boris")]
    for writer in writers:
        go(writer)
    said: list[str] = []
    for writer in writers:
        out, errors = writer.communicate(timeout=60)
        assert (writer.returncode, errors) == (0, "")
        said += out.splitlines()
    check(path, said)
    assert len(Register(path).entries()) == 50
    assert len(said) == 100


def test_kill_9_at_any_moment_loses_nothing_that_was_saved(tmp_path: Path) -> None:
    path = tmp_path / "register.sqlite3"
    moments = random.Random(20200208)
    said: list[str] = []
    for turn in range(8):
        writer = start(path, f"turn{turn}", 10_000)
        go(writer)
        assert writer.stdout is not None
        said.append(writer.stdout.readline())
        time.sleep(moments.uniform(0, 0.12))
        writer.kill()
        out, _errors = writer.communicate(timeout=60)
        # The last line may have been cut off by the kill itself.
        said += [line for line in out.splitlines(keepends=True) if line.endswith("\n")]
        check(path, said)
    assert len(said) > 16


def test_a_register_locked_by_somebody_else(register: Register, letter: Make) -> None:
    register.record(letter())
    hasty = Register(register.path, patience=0.1)
    with closing(sqlite3.connect(register.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(UserError, match="somebody else is writing; nothing was saved"):
            hasty.record(letter(contact="chungju"))
        other.execute("ROLLBACK")
    assert len(register.entries()) == 1


def test_a_damaged_file_is_refused_and_not_touched(register: Register, letter: Make) -> None:
    for count in range(20):
        register.record(letter(contact=f"c{count}", note="备注" * 100))
    content = bytearray(register.path.read_bytes())
    content[4096 : 4096 * 3] = os.urandom(4096 * 2)
    register.path.write_bytes(content)
    with pytest.raises(BadData, match=r"damaged .*; nothing was changed; put back your last copy"):
        register.record(letter())
    assert register.path.read_bytes() == content


def test_a_truncated_file_is_refused(register: Register, letter: Make) -> None:
    for count in range(20):
        register.record(letter(contact=f"c{count}", note="备注" * 100))
    content = register.path.read_bytes()
    register.path.write_bytes(content[: len(content) // 2])
    with pytest.raises(BadData, match="damaged"):
        register.entries()


READ_ONLY = """
import os
import sys
from datetime import date
from pathlib import Path
from translate_kit.errors import UserError
from translate_kit.register import Outgoing, Register

if os.geteuid() == 0:
    os.seteuid(65534)  # permissions do not bind root, who may run these tests in a container
register = Register(Path(sys.argv[1]))
print(len(register.entries()))
try:
    register.record(Outgoing(date(2020, 2, 8), "a", "maker", "a", "a", "JP", "enquiry"))
except UserError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows folders have no such permission")
def test_a_read_only_folder_can_be_read(letter: Make) -> None:
    with TemporaryDirectory() as name:  # not in pytest's own folder, which only its owner may enter
        folder = Path(name)
        register = Register(folder / "register.sqlite3")
        register.record(letter())
        register.path.chmod(0o444)
        folder.chmod(0o555)
        command = [sys.executable, "-c", READ_ONLY, str(register.path)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        folder.chmod(0o755)
    read, refused = done.stdout.splitlines()
    assert read == "1", done.stderr
    assert "read-only; nothing was saved" in refused
