"""A batch over what goes wrong: each file is named and skipped or refused, the others go on."""

import ctypes
import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook

from translate_kit.batch.journal import FILE, Journal
from translate_kit.formats import format_of

KNOWN = "运输费用由我方承担。"
MADE = "The cost of transport will be borne by us."
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">'
    '<!ENTITY d SYSTEM "file:///etc/passwd">]>'
)
MEMORY = 1280 * 2**20
"""Bytes that a run may fill."""
Rewrite = Callable[[Mapping[str, bytes]], Mapping[str, bytes]]
Make = Callable[[Path], object]
posix = pytest.mark.skipif(os.name == "nt", reason="POSIX limits and links")
linux = pytest.mark.skipif(sys.platform != "linux", reason="capabilities and mounts of Linux")


def word(path: Path, *paragraphs: str) -> Path:
    document = Document()
    document.core_properties.comments = ""
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(str(path))
    return path


def rewritten(path: Path, change: Rewrite, packing: int = zipfile.ZIP_DEFLATED) -> Path:
    """The package with its parts changed."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", packing) as archive:
        for name, content in change(parts).items():
            archive.writestr(name, content)
    return path


def changed(part: str, old: str, new: str) -> Rewrite:
    def change(parts: Mapping[str, bytes]) -> Mapping[str, bytes]:
        assert old.encode() in parts[part]
        return {**parts, part: parts[part].replace(old.encode(), new.encode(), 1)}

    return change


def translate(
    folder: Path, *more: str, before: Callable[[], None] | None = None, source: str = "in"
) -> subprocess.CompletedProcess[str]:
    """The command, in a process that ``before`` limits first."""
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-m", "translate_kit", "--ui", "en", "translate", source, "--to", "en",
         "--from", "zh", "--engine", "memory", "--out", "out", *more],
        cwd=folder, env=environment, preexec_fn=before, timeout=110, check=False,
        capture_output=True, encoding="utf-8", errors="backslashreplace",
    )  # fmt: skip
    assert "Traceback" not in done.stderr, done.stderr
    return done


def limited() -> None:
    """Little memory, and for root the permissions of everybody: nothing is overridden."""
    import resource

    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    drop_override()


def drop_override() -> None:
    if sys.platform == "linux" and os.geteuid() == 0:
        libc = ctypes.CDLL(None, use_errno=True)
        for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
            assert libc.prctl(24, capability, 0, 0, 0) == 0  # PR_CAPBSET_DROP


def unreadable(path: Path) -> None:
    word(path, KNOWN).chmod(0)


def sheet(path: Path) -> Path:
    book = Workbook()
    book.active.append([KNOWN])  # type: ignore[union-attr]
    book.save(path)
    return path


def macros(path: Path) -> None:
    """A document or workbook with macros, of which nothing may change."""
    main, kind = ("word/document.xml", "ms-word.document") if path.suffix == ".docm" else (
        "xl/workbook.xml", "ms-excel.sheet")  # fmt: skip
    made = word(path.with_suffix(".docx"), KNOWN) if path.suffix == ".docm" else sheet(path)
    vba = f"{main.partition('/')[0]}/vbaProject.bin"
    types = f'PartName="/{main}" ContentType="application/vnd.{kind}.macroEnabled.main+xml"'

    def change(parts: Mapping[str, bytes]) -> Mapping[str, bytes]:
        listed = parts["[Content_Types].xml"].decode()
        start = listed.index(f'PartName="/{main}"')
        listed = listed[:start] + types + listed[listed.index("/>", start) :]
        return {**parts, "[Content_Types].xml": listed.encode(), vba: OLE}

    rewritten(made, change).rename(path)


def bomb(path: Path) -> None:
    rewritten(word(path, KNOWN), lambda parts: {**parts, "word/media/a.png": bytes(40 * 2**20)})


def laughing(path: Path) -> None:
    """The package's main part expands a thousandfold, and asks for a file of the machine."""
    change = changed("word/document.xml", "<w:document", f"{LAUGHS}<w:document")
    rewritten(word(path, KNOWN), change)
    rewritten(path, changed("word/document.xml", KNOWN, "&c;&d;"))


def fetching(path: Path) -> None:
    """A picture, a template and a link that lie on the network."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    added = "".join(
        f'<Relationship Id="rX{role}" Type="{kind}{role}" Target="http://192.0.2.1/a" '
        'TargetMode="External"/>'
        for role in ("image", "attachedTemplate")
    )
    end = "</Relationships>"
    change = changed("word/_rels/document.xml.rels", end, added + end)
    rewritten(word(path, KNOWN), change)


def text(content: str) -> Make:
    return lambda path: path.write_text(content, encoding="utf-8")


def containing(content: bytes) -> Make:
    return lambda path: path.write_bytes(content)


def hollow(path: Path) -> None:
    """200 MB that take no room on the disk."""
    with path.open("wb") as file:
        file.truncate(200 * 2**20)


def renamed(path: Path) -> None:
    word(path.with_suffix(".docx"), KNOWN).rename(path)


def large(path: Path) -> None:
    """200 MB of pictures."""
    word(path, KNOWN)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(zipfile.ZipInfo("word/media/film.mp4"), bytes(200 * 2**20))


def long(path: Path) -> None:
    """10,000 pages, of ten different texts."""
    page = f'<w:p><w:r><w:br w:type="page"/><w:t>{KNOWN}</w:t></w:r></w:p>'
    pages = "".join(page.replace("由", f"第{n % 10}次由") for n in range(9_999))
    end = "<w:sectPr"
    rewritten(word(path, KNOWN), changed("word/document.xml", end, pages + end))


def pdf(pages: int) -> bytes:
    """So many pages with a line each."""
    kids = " ".join(f"{2 * n + 4} 0 R" for n in range(pages))
    bodies = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {pages}/MediaBox[0 0 595 842]"
        "/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
    ]
    for number in range(pages):
        line = f"BT /F 12 Tf 72 700 Td (Page {number}.) Tj ET"
        bodies.append(f"<</Length {len(line)}>>stream\n{line}\nendstream")
        bodies.append(f"<</Type/Page/Parent 2 0 R/Contents {2 * number + 3} 0 R>>")
    written, places = "%PDF-1.4\n", []
    parts, at = [written], len(written)
    for number, body in enumerate(bodies, 1):
        parts.append(f"{number} 0 obj\n{body}\nendobj\n")
        places.append(at)
        at += len(parts[-1])
    parts.append(f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n")
    parts += [f"{place:010} 00000 n \n" for place in places]
    parts.append(f"trailer<</Size {len(places) + 1}/Root 1 0 R>>\nstartxref\n{at}\n%%EOF")
    return "".join(parts).encode()


REFUSED: dict[str, tuple[Make, str]] = {
    "locked.docx": (containing(OLE + "EncryptedPackage".encode("utf-16-le")), "password"),
    "old.docx": (containing(OLE + "WordDocument\0".encode("utf-16-le")), "save it as docx"),
    "cut.docx": (containing(b"PK\x03\x04the rest is lost"), "damaged"),
    "empty.docx": (containing(b""), "the file is empty"),
    "empty.txt": (containing(b""), "no text to translate"),
    "empty.pdf": (containing(b""), "this is no PDF"),
    "cut.pdf": (containing(b"%PDF-1.7\n1 0 obj <<"), ""),
    "really.docx": (containing(b"%PDF-1.7 "), "rename it to .pdf"),
    "another.xlsx": (renamed, "rename it to .docx"),
    "long.pdf": (containing(pdf(10_000)), "more than 2000 pages"),
    "noise.txt": (containing(bytes(range(256)) * 9), "no text file"),
    "bomb.docx": (bomb, "zip bomb"),
    "laughs.docx": (laughing, "unsafe"),
    "laughs.xlf": (text(f"{LAUGHS}<xliff>&c;&d;</xliff>"), "unsafe"),
    "laughs.tmx": (text(f"{LAUGHS}<tmx>&c;&d;</tmx>"), "unsafe"),
    "huge.txt": (hollow, "larger than 24 MB"),
}
WRITTEN: dict[str, Make] = {
    "好 的 (终稿).docx": lambda path: word(path, KNOWN),
    "防" * 82 + "a.docx": lambda path: word(path, KNOWN),
    "fetch.docx": fetching,
    "note.docm": macros,
    "sheet.xlsm": macros,
    "large.docx": large,
}
SKIPPED = {"~$open.docx": "lock file", ".~lock.b.odt#.docx": "lock file", ".hidden.txt": "hidden"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    return tmp_path


@posix
def test_of_a_folder_full_of_trouble_the_sound_is_translated(folder: Path) -> None:
    """Within little memory, in one run."""
    source = folder / "in"
    for name, (make, _says) in REFUSED.items():
        make(source / name)
    for name, make in WRITTEN.items():
        make(source / name)
    for name in SKIPPED:
        (source / name).write_bytes(b"lock")
    unreadable(source / "unreadable.docx")
    (source / "loop").symlink_to(source, target_is_directory=True)
    (source / "itself.docx").symlink_to(source / "itself.docx")
    os.mkfifo(source / "pipe.txt")
    (source / "read-only").mkdir()
    word(source / "read-only" / "a.docx", KNOWN).chmod(0o444)
    (source / "read-only").chmod(0o555)

    done = translate(folder, "--json", before=limited)

    assert done.returncode == 2, done.stderr
    record = json.loads(done.stdout)
    states = {Path(one["source"]).name: one for one in record["outputs"]}
    assert {name for name, one in states.items() if one["state"] == "failed"} == {
        *REFUSED, "unreadable.docx",
    }  # fmt: skip
    for name, (_make, says) in REFUSED.items():
        assert says in states[name]["why"], states[name]["why"]
        assert name in states[name]["why"]
        assert "\n" not in states[name]["why"]
    for name in (*WRITTEN, "a.docx"):
        one = states[name]
        assert (one["state"], one["untranslated"]) == ("written", 0), one
        assert MADE in [block.text for block in format_of(Path(one["path"])).read(
            folder / one["path"]).blocks]  # fmt: skip
    skipped = {Path(one["path"]).name: one["why"] for one in record["skipped"]}
    assert set(skipped) == {*SKIPPED, "itself.docx", "pipe.txt"}
    assert all(says in skipped[name] for name, says in SKIPPED.items())
    for name in ("note", "sheet"):
        (made,) = (folder / "out").glob(f"{name}.en.*m")
        with zipfile.ZipFile(made) as archive:
            (vba,) = [each for each in archive.namelist() if each.endswith("vbaProject.bin")]
            assert archive.read(vba) == OLE


@posix
def test_a_document_of_10000_pages_takes_little_memory(folder: Path) -> None:
    long(folder / "in" / "long.docx")
    done = translate(folder, "--json", before=limited)
    (one,) = json.loads(done.stdout)["outputs"]
    assert (one["state"], one["sentences"]) == ("incomplete", 10_000)


@posix
def test_the_summary_counts_them(folder: Path) -> None:
    word(folder / "in" / "good.docx", KNOWN)
    (folder / "in" / "empty.docx").write_bytes(b"")
    (folder / "in" / "~$good.docx").write_bytes(b"")
    done = translate(folder)
    assert done.returncode == 2
    assert "1 written, 0 of them incomplete, 0 kept, 1 failed, 1 skipped" in done.stdout
    assert [line.partition(":")[0] for line in done.stderr.splitlines() if "docx" in line] == [
        "skipped", "failed",
    ]  # fmt: skip


@linux
def test_a_name_that_is_no_text_is_skipped(folder: Path) -> None:
    word(folder / "in" / "good.docx", KNOWN)
    shutil.copy(
        folder / "in" / "good.docx", os.fsencode(folder / "in") + "/附件.docx".encode("gbk")
    )
    done = translate(folder)
    assert done.returncode == 0, done.stderr
    assert "its name is no text" in done.stderr
    assert "1 written, 0 of them incomplete, 0 kept, 0 failed, 1 skipped" in done.stdout


@linux
@pytest.mark.parametrize("there", [True, False])
def test_a_read_only_output_folder_is_named(folder: Path, there: bool) -> None:
    word(folder / "in" / "good.docx", KNOWN)
    locked = folder / "out" if there else folder
    locked.mkdir(exist_ok=True)
    locked.chmod(0o555)
    done = translate(folder, before=drop_override)
    locked.chmod(0o755)
    assert done.returncode == 2
    assert done.stderr.startswith("translate-kit: out cannot be written")
    assert done.stderr.count("\n") == 1


def numbered(folder: Path, name: str) -> None:
    (folder / "in").mkdir(parents=True, exist_ok=True)
    word(folder / "in" / name, *(f"第{n}批物资由我方承担。" for n in range(400)))


@contextmanager
def little_room(folder: Path) -> Iterator[Callable[[], None] | None]:
    """A disk of 300 KB at ``folder``, and then a larger one."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=300k", "none", str(folder)]
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode:
        pytest.skip("mounting a small disk takes root")
    try:
        yield None
    finally:
        subprocess.run(["umount", str(folder)], check=False)


def small_files() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (120_000, 120_000))


@linux
@pytest.mark.parametrize("kind", ["a small disk", "a limit of the file's size"])
def test_a_full_disk_ends_the_run_and_the_next_goes_on(tmp_path: Path, kind: str) -> None:
    for each in ("full", "whole"):
        numbered(tmp_path / each, "a.docx")
    full, out = tmp_path / "full", tmp_path / "full" / "out"
    if kind == "a small disk":
        with little_room(out):
            done = translate(full)
            assert "the disk is full" in done.stderr
            kept = out / FILE
            shutil.copy(kept, full / "journal")
        shutil.move(full / "journal", kept)
    else:
        done = translate(full, before=small_files)
        assert "the disk reports an error" in done.stderr
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].startswith("translate-kit: the journal")
    with Journal.of(out).database.reading() as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert not list(out.glob("*.docx"))

    assert translate(full).returncode == translate(tmp_path / "whole").returncode == 3
    outputs = [(tmp_path / each / "out" / "a.en.docx").read_bytes() for each in ("full", "whole")]
    assert outputs[0] == outputs[1]
