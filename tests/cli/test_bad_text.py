"""Whatever people paste, and models that are not there or broken, through the whole process."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def office(tmp_path: Path, tiny_models: Path) -> Path:
    """A workspace with packages of its own, zh-en and en-ru."""
    for name in ("translate-zh_en-1_0", "translate-en_ru-1_0"):
        shutil.copytree(tiny_models / name, tmp_path / "models" / name)
    (tmp_path / "translate-kit.toml").write_text('[models]\nfolders = ["models"]\n', "utf-8")
    return tmp_path


@pytest.mark.parametrize("text", ["", " \n\t\n", "\u3000\u3000\n"], ids=ascii)
def test_nothing_comes_back_as_it_was(run: Run, office: Path, text: str) -> None:
    done = run("translate", "-", "--to", "ru", stdin=text)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode() == text + "\n"


PASTED = [
    "我方需要口罩😀👨‍👩‍👧‍👦。",
    "请将mask送至Больница及서울のホテル。",
    "نحن نحتاج إلى أقنعة 请报价。",
    "口罩\u202e3万只\u2066。\u200b\u200f",
    "口罩\x07\x1b[31m3万只。\x0b\x0c",
    "半个字\udc80口罩\udcff。",
    "٣٤٥ ౧౨ ⅷ ½ 口罩②",
]


@pytest.mark.parametrize("text", PASTED, ids=ascii)
def test_whatever_is_pasted_is_translated_and_told_whole(run: Run, office: Path, text: str) -> None:
    done = run("translate", text, "--to", "ru", "--from", "zh", "--json")
    assert done.returncode in (0, 1), done.stderr.decode()
    assert done.stderr == b""
    record = json.loads(done.stdout.decode().replace("\\udc", "\\\\udc"))
    sources = "".join(sentence["source"] for sentence in record["sentences"])
    kept = text.encode("utf-8", "backslashreplace").decode()
    assert sources.replace(" ", "") in kept.replace(" ", "")
    for sentence in record["sentences"]:
        assert sentence["origin"] in ("engine", "memory", "copy", "glossary")
        assert sentence["text"].strip()


@pytest.mark.parametrize(
    "line", ["Please send masks. " * 5_300, "mask" * 25_000], ids=["sentences", "one word"]
)
def test_a_line_of_100_000_characters_is_no_long_wait(run: Run, office: Path, line: str) -> None:
    """It took minutes once; the fixture stops the process after two."""
    done = run("translate", "-", "--from", "en", "--to", "ru", stdin=line)
    assert done.returncode in (0, 1, 3), done.stderr.decode()[-500:]
    assert done.stdout.decode().count("\n") == 1
    assert len(done.stdout.decode()) > 10_000


def test_the_language_of_a_long_line_is_found_out(run: Run, office: Path) -> None:
    done = run("translate", "-", "--to", "en", stdin="医用口罩" * 25_000)
    assert done.returncode in (0, 1, 3), done.stderr.decode()[-500:]
    assert len(done.stdout.decode()) > 10_000


def test_without_a_package_the_text_stays_and_the_person_is_told(run: Run, office: Path) -> None:
    text = "请就贵厂的产能与我方联系。"
    done = run("translate", text, "--to", "ja")
    assert done.returncode == 3
    assert done.stdout.decode() == text + "\n"
    told = done.stderr.decode()
    assert "install en-ja: translate-kit models install en-ja" in told
    assert "“memory” still gives" in told


def spoil_weights(package: Path) -> None:
    model = package / "model" / "model.bin"
    model.write_bytes(model.read_bytes()[:1000])


def spoil_header(package: Path) -> None:
    (package / "model" / "model.bin").write_bytes(b"no model at all" * 100)


def lose_weights(package: Path) -> None:
    (package / "model" / "model.bin").unlink()


def spoil_tokenizer(package: Path) -> None:
    (package / "sentencepiece.model").write_bytes(b"\0" * 100)


def spoil_metadata(package: Path) -> None:
    (package / "metadata.json").write_text("{", encoding="utf-8")


@pytest.mark.parametrize(
    "harm", [spoil_weights, spoil_header, lose_weights, spoil_tokenizer, spoil_metadata]
)
def test_a_corrupt_model_is_named_in_one_line_and_harms_no_other(
    run: Run, office: Path, harm: Callable[[Path], None]
) -> None:
    harm(office / "models" / "translate-zh_en-1_0")
    done = run("translate", "请就贵厂的产能与我方联系。", "--to", "en")
    assert done.returncode in (2, 3)
    (line,) = done.stderr.decode().splitlines()
    assert "zh_en" in line or "zh-en" in line
    assert "install" in line

    other = run("translate", "Please confirm the delivery time.", "--from", "en", "--to", "ru")
    assert other.returncode in (0, 1), other.stderr.decode()
    assert "Traceback" not in other.stderr.decode()
