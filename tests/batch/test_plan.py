"""Which files a batch takes, and what their translations are called."""

import os
import sys
from pathlib import Path, PurePath

import pytest

from translate_kit.batch.plan import LONGEST_NAME, Source, plan
from translate_kit.batch.product import Translated
from translate_kit.errors import UserError

SUFFIXES = ("docx", "txt")


def touch(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text", encoding="utf-8")


def names(folder: Path, *paths: str, out: str = "out") -> list[str]:
    found = plan([folder / path for path in paths], SUFFIXES, folder / out)
    return [source.name.as_posix() for source in found.sources]


def test_folders_are_searched_in_a_fixed_order(tmp_path: Path) -> None:
    touch(
        tmp_path, "in/b.docx", "in/a b.txt", "in/甲/通知.docx", "in/readme.pdf", "in/.hidden/x.txt"
    )
    assert names(tmp_path, "in") == ["a b.txt", "b.docx", "甲/通知.docx"]


def test_a_file_named_twice_is_taken_once(tmp_path: Path) -> None:
    touch(tmp_path, "in/a.docx")
    assert names(tmp_path, "in/a.docx", "in", "in/a.docx") == ["a.docx"]


def test_the_output_folder_is_not_searched(tmp_path: Path) -> None:
    touch(tmp_path, "in/a.docx", "in/out/a.ru.docx")
    assert names(tmp_path, "in", out="in/out") == ["a.docx"]


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_links_that_lead_in_a_circle_end(tmp_path: Path) -> None:
    touch(tmp_path, "in/a.docx")
    (tmp_path / "in" / "again").symlink_to(tmp_path / "in", target_is_directory=True)
    (tmp_path / "in" / "broken.docx").symlink_to(tmp_path / "nowhere.docx")
    found = plan([tmp_path / "in"], SUFFIXES, tmp_path / "out")
    assert [source.name.as_posix() for source in found.sources] == ["a.docx"]
    assert [skipped.path.name for skipped in found.skipped] == ["broken.docx"]


@pytest.mark.parametrize("name", ["~$notice.docx", ".~lock.notice.docx#.docx", ".x.txt"])
def test_what_is_skipped_is_said(tmp_path: Path, name: str) -> None:
    touch(tmp_path, f"in/{name}")
    found = plan([tmp_path / "in"], SUFFIXES, tmp_path / "out")
    assert not found.sources
    assert [skipped.path.name for skipped in found.skipped] == [name]
    assert found.skipped[0].why


@pytest.mark.parametrize(
    ("files", "paths", "expected"),
    [
        (["a/x.docx", "b/X.docx"], ["a", "b"], ["a/x.docx", "b/X.docx"]),
        (["a/x.docx", "b/x.docx"], ["a/x.docx", "b/x.docx"], ["a/x.docx", "b/x.docx"]),
        (["a/x.docx", "b/x.docx", "b/y.txt"], ["a", "b"], ["a/x.docx", "b/x.docx", "y.txt"]),
        (["1/in/x.docx", "2/in/x.docx"], ["1/in", "2/in"], ["1/in/x.docx", "2/in/x.docx"]),
        (["1/a/x.docx", "2/a/x.docx"], ["1", "2"], ["1/a/x.docx", "2/a/x.docx"]),
        (["a/x.docx", "b/x.docx", "c/a/x.docx"], ["a", "b", "c"],
         ["{top}/a/x.docx", "b/x.docx", "c/a/x.docx"]),
        (["a/x.docx", "a/x.pdf", "a/x.txt"], ["a"], ["x.docx", "x.txt"]),
        (["a/\u00e9.txt", "b/e\u0301.txt"], ["a", "b"], ["a/\u00e9.txt", "b/e\u0301.txt"]),
    ],
)  # fmt: skip
def test_sources_of_one_name_are_told_apart_by_their_folders(
    tmp_path: Path, files: list[str], paths: list[str], expected: list[str]
) -> None:
    touch(tmp_path, *files)
    assert names(tmp_path, *paths) == [each.format(top=tmp_path.name) for each in expected]


@pytest.mark.skipif(
    sys.platform != "linux", reason="one file where the case of letters is no matter"
)
def test_names_of_one_folder_that_differ_in_case_are_two(tmp_path: Path) -> None:
    touch(tmp_path, "in/A.docx", "in/a.DOCX", "in/a.docx")
    assert names(tmp_path, "in") == ["A.docx", "a~2.DOCX", "a~3.docx"]


def test_a_path_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"nowhere\.docx: no such file"):
        names(tmp_path, "nowhere.docx")


@pytest.mark.parametrize(
    ("name", "output"),
    [
        ("7.docx", "7.ru.docx"),
        ("甲/通知 (终稿).docx", "甲/通知 (终稿).ru.docx"),
        ("a.b.DOCX", "a.b.ru.DOCX"),
    ],
)
def test_the_name_of_an_output(name: str, output: str) -> None:
    assert Source(Path(name), PurePath(name)).output("ru").as_posix() == output


@pytest.mark.parametrize("letter", ["x", "防", "😀"])
def test_a_long_name_loses_its_middle_only(letter: str) -> None:
    name = letter * (LONGEST_NAME // len(letter.encode()) - 2) + ".txt"
    output = Source(Path(name), PurePath(name)).output("ru").name
    assert len(output.encode()) <= LONGEST_NAME
    assert output.startswith(letter)
    assert output.endswith(f"{letter}.ru.txt")


def test_long_names_that_differ_in_their_middle_stay_two() -> None:
    outputs = set()
    for middle in "甲乙":
        name = "防" * 40 + middle + "疫" * 41 + ".txt"
        outputs.add(Source(Path(name), PurePath(name)).output("ru").name)
    assert len(outputs) == 2


@pytest.mark.parametrize(
    ("name", "output"),
    [("a.pdf", "a.ru.pdf.docx"), ("a.docx", "a.ru.docx"), ("a.b.PDF", "a.b.ru.PDF.docx")],
)
def test_a_pdf_is_not_in_the_way_of_a_document(name: str, output: str) -> None:
    assert Translated().name(Source(Path(name), PurePath(name)), "ru") == PurePath(output)
