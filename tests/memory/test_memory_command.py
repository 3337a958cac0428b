"""``translate-kit memory`` as real processes, in a workspace and without one."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[bytes]]
SENTENCE = "运输费用由我方承担。"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A workspace that somebody has just made."""
    folder = tmp_path / "office"
    folder.mkdir()
    (folder / "translate-kit.toml").write_text("", encoding="utf-8")
    return folder


def out(done: "subprocess.CompletedProcess[bytes]", code: int = 0) -> str:
    assert done.returncode == code, done.stderr.decode()
    return done.stdout.decode().replace("\r\n", "\n")


def test_from_entering_to_bringing_back(run: Run, office: Path) -> None:
    texts = ("--zh", "费用由我方承担。", "--ru", "Расходы несём мы.", "--domain", "appeal")
    assert out(run("memory", "add", *texts, "--as", "李明", cwd=office)) == "Entered.\n"
    assert out(run("memory", "add", *texts, "--as", "李明", cwd=office)) == "It is there already.\n"
    shown = out(run("memory", "search", "Расходы несём", cwd=office))
    assert shown.startswith("m1  approved  李明  20")
    assert "  zh  费用由我方承担。\n  ru  Расходы несём мы.\n" in shown

    assert "units that would go: 1;" in out(
        run("memory", "prune", "--domain", "appeal", cwd=office)
    )
    pruned = run("memory", "prune", "--domain", "appeal", "--yes", cwd=office)
    assert out(pruned) == "1 unit taken out\n"
    assert out(run("memory", "search", "Расходы несём", cwd=office)) == "Nothing found.\n"
    assert out(run("memory", "restore", cwd=office)) == "1 unit is back\n"
    assert "Расходы" in out(run("memory", "search", "Расходы несём", cwd=office))


def test_a_whole_sentence_with_other_numbers(run: Run) -> None:
    asked = "请在2021年3月1日前告知能否供货。"
    found = json.loads(out(run("memory", "search", asked, "--pair", "zh-en", "--json")))
    match = found["match"]
    assert match["text"] == ("Please let us know by 1 March 2021 whether you are able to supply.")
    assert match["unit"]["id"] == "tm-apl-015"
    assert match["unit"]["origin"] == "starter"
    assert [one["target"] for one in match["substitutions"]] == ["1 March 2021"]
    assert found["near"][0]["score"] == 92
    assert found["near"][0]["differing"] == ["2021年3月1日"]
    shown = out(run("memory", "search", asked, "--pair", "zh_EN"))
    assert "100 %  Please let us know by 1 March 2021" in shown
    assert "2020年2月15日 → 2021年3月1日: 15 February 2020 → 1 March 2021" in shown
    assert "other values: 2021年3月1日" in shown


def test_two_characters_are_found_in_the_starter_memory(run: Run) -> None:
    found = json.loads(out(run("memory", "search", "口罩", "-l", "zh", "--json", "--limit", "7")))
    assert len(found) == 7
    assert all("口罩" in unit["texts"]["zh"] for unit in found)


def test_out_and_in_again(run: Run, office: Path, tmp_path: Path) -> None:
    file = tmp_path / "starter.tmx"
    written = out(run("memory", "export", str(file), "--origin", "starter", cwd=office))
    count = int(written.split()[0])
    assert count >= 441
    taken = out(run("memory", "import", str(file), cwd=office))
    assert taken.rstrip().endswith(f"units entered: {count}, there already: 0")
    again = out(run("memory", "import", str(file), cwd=office))
    assert again.rstrip().endswith(f"units entered: 0, there already: {count}")
    told = json.loads(out(run("memory", "stats", "--json", cwd=office)))
    assert told["own"]["total"] == count
    assert told["own"]["origins"] == {"starter": count}
    assert sum(told["tables"].values()) >= count
    assert f"memory: {count} units" in out(run("memory", "stats", cwd=office))
    assert f"{2 * count} units in the memory" in out(run("doctor", cwd=office))


def test_a_bad_file_among_good_ones(run: Run, office: Path, tmp_path: Path) -> None:
    for name, content in (
        ("good.tsv", "zh\tru\n口罩\tмаска\n"),
        ("bad.tmx", "<html/>"),
        ("also.csv", "zh,ru\n手套,перчатка\n"),
    ):
        (tmp_path / name).write_text(content, encoding="utf-8")
    files = [str(tmp_path / name) for name in ("good.tsv", "bad.tmx", "also.csv")]
    done = run("memory", "import", *files, cwd=office)
    assert out(done, 2).count("units entered: 1") == 2
    assert "bad.tmx, line 1: this is XML, but no TMX" in done.stderr.decode()


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("add", "--zh", "口罩", "--ru", "маска", "--as", "李明"), "there is none here"),
        (("import", "x.tmx"), "there is none here; make one with: translate-kit init"),
        (("prune", "--repeated"), "there is none here"),
        (("restore",), "there is none here"),
        (("search", "口罩", "--pair", "zh-fr"), "“zh-fr” is no pair of our languages"),
        (("search", "口罩", "--pair", "Chinese"), "“Chinese” is no pair"),
        (("export", "out.doc"), "no kind of memory file “.doc”"),
        (("export", "out.tmx", "-l", "zh"), "name a second one"),
    ],
)
def test_refusals(run: Run, arguments: tuple[str, ...], why: str) -> None:
    done = run("memory", *arguments)
    assert done.returncode == 2
    assert why in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("add", "--zh", "口罩", "--as", "李明"), "texts in two languages at least"),
        (("import", "absent.tmx"), "absent.tmx: cannot be read"),
        (("prune",), "say what may go"),
    ],
)
def test_refusals_in_a_workspace(
    run: Run, office: Path, arguments: tuple[str, ...], why: str
) -> None:
    done = run("memory", *arguments, cwd=office)
    assert done.returncode == 2
    assert why in done.stderr.decode()


def test_chinese_on_a_gbk_console(run: Run, office: Path) -> None:
    done = run("--ui", "zh", "memory", "search", "костюм", cwd=office, PYTHONIOENCODING="gbk")
    assert done.returncode == 0
    assert "随附记忆库" in done.stdout.decode("gbk")
    told = run("--ui", "zh", "memory", "stats", cwd=office, PYTHONIOENCODING="gbk")
    assert "工作区记忆库：0 个单元" in told.stdout.decode("gbk")
