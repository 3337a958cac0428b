"""``glossary usage`` as a person runs it: the memory, the register, batches, documents, folders."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run
from translate_kit.register import FILE, Goods, Outgoing, Register, Reply, Result


def uses(run: Run, *arguments: str, code: int = 0) -> list[dict[str, Any]]:
    done = run("glossary", "usage", *arguments, "--json")
    assert done.returncode == code, done.stderr.decode()
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize(
    ("asked", "language", "text", "forms"),
    [
        ("医用口罩", "zh", "请提供医用口罩和医用防护服。", ["医用口罩"]),
        (
            "медицинская маска",
            "ru",
            "Просим выделить 500 медицинских масок.",
            ["медицинских масок"],
        ),
        ("медицинских масок", "ru", "Спасибо за медицинские маски.", ["медицинские маски"]),
        ("медицинская маска", "ru", "Просим выделить перчатки.", []),
    ],
)
def test_any_form_in_a_document(
    tmp_path: Path, run: Run, asked: str, language: str, text: str, forms: list[str]
) -> None:
    (tmp_path / "letter.txt").write_text(text, encoding="utf-8")
    found = uses(run, asked, "letter.txt", "--language", language)
    told = [use for use in found if use["source"] == "letter.txt"]
    assert [use["form"] for use in told] == forms
    assert all(use["language"] == language and use["text"] == text for use in told)


def test_a_folder_is_read_and_a_broken_file_named(tmp_path: Path, run: Run) -> None:
    folder = tmp_path / "letters"
    (folder / "march").mkdir(parents=True)
    (folder / "march" / "a.txt").write_text("Спасибо за медицинские маски.", encoding="utf-8")
    (folder / "b.docx").write_bytes(b"no zip")
    (folder / "~$b.docx").write_bytes(b"lock of an office program")
    (folder / "notes.bin").write_bytes(b"\0")
    done = run("glossary", "usage", "медицинская маска", "letters", "-l", "ru", "--json")
    assert done.returncode == 2
    told = [use["source"] for use in json.loads(done.stdout) if use["source"] != "memory"]
    assert [Path(source).name for source in told] == ["a.txt"]
    assert done.stderr.decode().count("b.docx") == 1


def test_the_memory_answers_with_the_units_id(run: Run, tmp_path: Path) -> None:
    assert run("init", "office").returncode == 0
    office = ("--workspace", "office")
    entered = ("--zh", "请寄医用口罩。", "--ru", "Пришлите медицинские маски.", "--as", "李")
    assert run(*office, "memory", "add", *entered).returncode == 0
    done = run(*office, "glossary", "usage", "медицинская маска", "--json")
    told = {(u["language"], u["form"]) for u in json.loads(done.stdout) if "ришлите" in u["text"]}
    assert told == {("ru", "медицинские маски")}
    assert all(use["where"] for use in json.loads(done.stdout))


def test_an_unknown_term_is_refused(run: Run) -> None:
    done = run("glossary", "usage", "хрюндель")
    assert (done.returncode, done.stdout) == (2, b"")
    assert "хрюндель" in done.stderr.decode()


@pytest.fixture
def office(tmp_path: Path, tiny_models: Path) -> Path:
    settings = f"[models]\nfolders = [{json.dumps(str(tiny_models))}]\n"
    (tmp_path / "translate-kit.toml").write_text(settings, encoding="utf-8")
    return tmp_path


def test_a_batch_is_looked_through_in_both_languages(run: Run, office: Path) -> None:
    (office / "in").mkdir()
    (office / "in" / "a.txt").write_text("现需护目镜200件。\n现需鞋套100双。\n", encoding="utf-8")
    done = run("translate", "in", "--to", "en", "--out", "batches/march", "--xliff", "2.1")
    assert done.returncode in (0, 3), done.stderr.decode()
    told = [u for u in uses(run, "护目镜", "batches") if u["source"] != "memory"]
    assert {Path(use["source"]).name for use in told} == {"a.en.txt"}
    assert [(use["language"], use["form"]) for use in told] == [("zh", "护目镜"), ("en", "goggles")]
    assert all(use["where"].startswith("1, ") for use in told)


def test_the_register_tells_in_which_letters(run: Run, office: Path) -> None:
    goods = Goods("ppe-0028", "护目镜", Decimal(500), "副", "约")
    letter = Outgoing(
        date(2020, 2, 8), "x", "government", "秋明市政府", "", "RU", "appeal", goods=(goods,)
    )
    register = Register(office / FILE)
    number = register.record(letter)
    register.reply(number, Reply(date(2020, 2, 9), Result.AGREED, summary="同意提供护目镜。"))
    told = [use for use in uses(run, "goggles") if use["source"] == "register"]
    assert [use["text"] for use in told] == ["护目镜约500副", "同意提供护目镜。"]
    assert all("秋明市政府" in use["where"] for use in told)
