"""``translate-kit translate PATH...`` as real processes: workers, a cluster, a watched folder."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from docx import Document

Run = Callable[..., subprocess.CompletedProcess[bytes]]
Write = Callable[..., Path]
GOODS = ("心电监护仪", "鞋套", "护目镜", "医用防护服")
linux = pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")


@pytest.fixture
def office(tmp_path: Path, tiny_models: Path) -> Path:
    settings = f"[models]\nfolders = [{json.dumps(str(tiny_models))}]\n"
    (tmp_path / "translate-kit.toml").write_text(settings, encoding="utf-8")
    return tmp_path


def sentences(count: int) -> list[str]:
    return [f"现需{GOODS[n % len(GOODS)]}{n + 20}件。" for n in range(count)]


def said(done: subprocess.CompletedProcess[bytes]) -> str:
    return (done.stdout + done.stderr).decode()


def content(folder: Path) -> Mapping[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*.docx")}


def start(office: Path, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "translate_kit", "--ui", "en", "translate", *arguments],
        cwd=office,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def until(condition: Callable[[], object], seconds: float = 110) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)


def test_worker_processes_give_the_same_bytes(run: Run, office: Path, write_docx: Write) -> None:
    write_docx("in/a.docx", *sentences(300))
    write_docx("in/b.docx", *reversed(sentences(40)))
    for out, jobs in (("one", "1"), ("two", "2")):
        done = run("translate", "in", "--to", "en,ru", "--out", out, "--jobs", jobs)
        assert done.returncode in (0, 3), said(done)
    assert content(office / "one") == content(office / "two")
    assert len(content(office / "one")) == 4


def workers(process: subprocess.Popen[bytes]) -> list[int]:
    """The worker processes of a run: its children, but for the tracker of resources."""
    command = ["ps", "-ww", "--ppid", str(process.pid), "-o", "pid=", "-o", "args="]
    listed = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    return [int(line.split()[0]) for line in listed.splitlines() if "spawn_main" in line]


@linux
def test_a_worker_that_dies_ends_the_run_and_loses_nothing(
    run: Run, office: Path, write_docx: Write
) -> None:
    write_docx("in/a.docx", *sentences(800))
    command = ("in", "--to", "en", "--out", "out", "--jobs", "2", "--quality", "draft")
    with start(office, *command) as process:
        until(lambda: len(workers(process)) == 2)
        os.kill(workers(process)[0], signal.SIGKILL)
        output = process.stdout.read().decode() if process.stdout else ""
    assert process.returncode == 2, output
    assert "a worker process died" in output
    assert "Traceback" not in output
    done = run("translate", *command)
    assert done.returncode in (0, 3), said(done)


@linux
def test_ctrl_c_stops_and_the_same_command_goes_on(
    run: Run, office: Path, write_docx: Write
) -> None:
    write_docx("in/a.docx", *sentences(800))
    command = ("in", "--to", "en", "--out", "out", "--jobs", "2", "--quality", "draft")
    with start(office, *command) as process:
        until(lambda: len(workers(process)) == 2)
        time.sleep(1)
        process.send_signal(signal.SIGINT)
        output = process.stdout.read().decode() if process.stdout else ""
    assert process.returncode == 130, output
    assert "the same command goes on" in output
    assert "Traceback" not in output
    assert not list((office / "out").glob("*.docx"))
    done = run("translate", *command)
    assert done.returncode in (0, 3), said(done)
    assert len(content(office / "out")) == 1


@pytest.fixture
def cluster() -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A scheduler and two workers, processes of their own."""
    dask = [sys.executable, "-m", "distributed.cli."]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE}
    command = [*dask[:2], "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0",
               "--no-dashboard"]  # fmt: skip
    scheduler = subprocess.Popen(command, **quiet)  # type: ignore[call-overload]
    address = ""
    while not address:
        line = scheduler.stderr.readline().decode()
        assert line, "no scheduler"
        found = re.search(r"Scheduler at:\s+(tcp://\S+)", line)
        address = found.group(1) if found else ""
    command = [*dask[:2], "distributed.cli.dask_worker", address, "--nthreads", "1",
               "--no-dashboard", "--no-nanny"]  # fmt: skip
    silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    running = [subprocess.Popen(command, **silent) for _n in range(2)]  # type: ignore[call-overload]
    yield address, running
    for process in (*running, scheduler):
        process.kill()
        process.wait()
    scheduler.stderr.close()


def test_a_cluster_outlives_one_of_its_workers(
    run: Run, office: Path, write_docx: Write, cluster: tuple[str, list[subprocess.Popen[bytes]]]
) -> None:
    address, running = cluster
    write_docx("in/a.docx", *sentences(800))
    command = ("in", "--to", "en", "--quality", "draft")
    with start(office, *command, "--out", "cluster", "--scheduler", address) as process:
        journal = office / "cluster" / ".translate-kit-journal.sqlite3"
        until(journal.exists)
        time.sleep(1.5)
        running[0].kill()
        output = process.stdout.read().decode() if process.stdout else ""
    assert process.returncode in (0, 3), output
    assert run("translate", *command, "--out", "here").returncode in (0, 3)
    assert content(office / "cluster") == content(office / "here")


def test_a_cluster_that_is_not_there_is_named(run: Run, office: Path, write_docx: Write) -> None:
    write_docx("in/a.docx", *sentences(2))
    done = run("translate", "in", "--to", "en", "--out", "out", "--scheduler", "tcp://127.0.0.1:9")
    assert done.returncode == 2
    assert "no Dask cluster answers at tcp://127.0.0.1:9" in said(done)


def test_what_is_dropped_into_a_watched_folder_is_translated(
    office: Path, write_docx: Write
) -> None:
    write_docx("in/a.docx", "运输费用由我方承担。")
    with start(office, "in", "--to", "en", "--out", "out", "--watch") as process:
        until((office / "out" / "a.en.docx").exists)
        (office / "in" / "broken.docx").write_bytes(b"no document")
        write_docx("in/b.docx", "运输费用由我方承担。")
        until(lambda: len(list((office / "out").glob("report-*.html"))) == 2)
        process.send_signal(signal.SIGINT)
        output = process.stdout.read().decode() if process.stdout else ""
    assert process.returncode == 130
    assert output.count("failed:") == 1, output
    text = [p.text for p in Document(str(office / "out" / "b.en.docx")).paragraphs]
    assert text == ["The cost of transport will be borne by us."]


@pytest.mark.parametrize(
    ("name", "made", "code"),
    [
        ("truncated.docx", b"PK\x03\x04 cut off", 2),
        ("empty.docx", b"", 2),
        ("old.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), 2),
        ("~$open.docx", b"lock", 0),
    ],
)
def test_one_bad_document_does_not_stop_the_others(
    run: Run, office: Path, write_docx: Write, name: str, made: bytes, code: int
) -> None:
    write_docx("in/好 的.docx", "运输费用由我方承担。")
    (office / "in" / name).write_bytes(made)
    done = run("translate", "in", "--to", "en", "--out", "out")
    assert done.returncode == code, said(done)
    assert name in said(done)
    assert list(content(office / "out")) == ["好 的.en.docx"]
    assert "1 written, 0 of them incomplete" in said(done)


def test_json_alone_is_printed(run: Run, office: Path, write_docx: Write) -> None:
    write_docx("in/a.docx", "运输费用由我方承担。")
    done = run("translate", "in", "--to", "en", "--out", "out", "--json", "--engine", "memory")
    (output,) = json.loads(done.stdout)["outputs"]
    assert (output["state"], output["untranslated"]) == ("written", 0)
    assert done.stderr == b""
