"""``glossary check`` on files as they lie on the disk: broken, blemished, and in three outputs."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from translate_kit import messages
from translate_kit.cli import run
from translate_kit.workspace import Workspace

ROOT = Path(__file__).parents[2]
CONCEPTS = (
    "id,part_of_speech,counter,definition,note,source,confidence\n"
    "a-1,noun,,遮盖口鼻的用品,,,\na-2,noun,,医用的口罩,,,\n"
)
TERMS = "concept,term,status,grammar,reviewer,date,note\n"
SOUND = {
    "concepts": CONCEPTS,
    "zh": TERMS + "a-1,口罩,preferred,,,,\na-2,医用口罩,preferred,,,,\n",
    "en": TERMS + "a-1,mask,preferred,,,,\na-2,medical mask,preferred,,,,\n",
    "ru": TERMS + "a-1,маска,preferred,gender=f,,,\n"
                  "a-2,медицинская маска,preferred,gender=f,,,\n",
    "ko": TERMS + "a-1,마스크,preferred,,,,\na-2,의료용 마스크,preferred,,,,\n",
    "ja": TERMS + "a-1,マスク,preferred,,,,\n"
                  "a-2,医療用マスク,preferred,reading=いりょうようますく,,,\n",
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "g" / "ab").mkdir(parents=True)
    put(tmp_path / "g", **SOUND)
    return tmp_path / "g"


def put(folder: Path, **files: str | bytes) -> None:
    for name, content in files.items():
        data = content if isinstance(content, bytes) else content.encode("utf-8")
        (folder / "ab" / f"{name}.csv").write_bytes(data)


def test_a_sound_glossary(folder: Path, command) -> None:
    assert command("check", str(folder)) == "0 errors, 0 warnings, 0 notes\n"


def test_findings_name_file_line_and_place(folder: Path, command) -> None:
    put(folder, ru=SOUND["ru"].replace("маска,", "мaска,"))
    said = command("check", str(folder), code=1)
    assert re.search(r"g/ab/ru\.csv:2: error: lookalikes: a-1 ru “мaска”: “a” in “мaска”", said)
    assert "2 errors" in said


def test_what_matters_less_is_left_out_and_does_not_fail(folder: Path, command) -> None:
    put(folder, ja=SOUND["ja"].replace(",reading=いりょうようますく", ","))
    assert "1 warning" in command("check", str(folder), code=1)
    said = command("check", str(folder), "--level", "error")
    assert "japanese_reading" not in said
    assert "0 errors, 1 warning, 0 notes" in said


def test_one_check_and_one_domain(folder: Path, command) -> None:
    put(folder, ja=SOUND["ja"].replace(",reading=いりょうようますく", ","))
    assert "0 warnings" in command("check", str(folder), "--check", "homographs")
    assert "did you mean “homographs”" in command(
        "check", str(folder), "--check", "homograph", code=2
    )
    shutil.copytree(folder / "ab", folder / "cd")
    for path in (folder / "cd").iterdir():
        path.write_text(path.read_text("utf-8").replace("a-", "c-"), encoding="utf-8")
    said = command("check", str(folder), "--domain", "cd", "--check", "japanese_reading", code=1)
    assert "c-2 ja" in said
    assert "a-2 ja" not in said
    assert "no domain “ef”" in command("check", str(folder), "--domain", "ef", code=2)


def test_json(folder: Path, command) -> None:
    put(folder, ko=SOUND["ko"].replace("의료용", "의료 용"))
    (line,) = json.loads(command("check", str(folder), "--json", code=1))
    assert line["file"].endswith("ko.csv")
    assert (line["line"], line["check"], line["severity"]) == (3, "korean_spacing", "warning")
    assert line["place"] == "a-2 ko “의료 용 마스크”"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_page(folder: Path, tmp_path: Path, language: str) -> None:
    put(folder, ko=SOUND["ko"].replace("의료용", "의료 용 <b>"))
    page = tmp_path / "report.html"
    assert run(["--ui", language, "glossary", "check", str(folder), "--html", str(page)]) == 1
    messages.activate("en")
    root: Any = html.fromstring(page.read_bytes())
    assert root.get("lang") == language
    assert root.xpath("//title/text()") == root.xpath("//h1/text()")
    heading = {"en": "Korean spacing (1)", "zh": "韩语分写 (1)"}[language]
    assert heading in root.xpath("//h2/text()")
    assert not root.xpath("//b | //script | //link | //img"), (
        "texts are escaped, nothing is fetched"
    )


def test_explain(command) -> None:
    said = command("check", "--explain")
    assert "homographs: One term in two concepts" in said
    assert "covering_words.csv" in said


BROKEN: dict[str, tuple[dict[str, str | bytes], str]] = {
    "a wrong column": (
        {"en": SOUND["en"].replace("status", "statsu")},
        r"en\.csv:1: error: files: statsu: unknown column; did you mean “status”",
    ),
    "a missing column": (
        {"en": "concept,term\na-1,mask\n"},
        r"en\.csv:1: error: files: status: this column is missing",
    ),
    "a missing id": (
        {"concepts": CONCEPTS.replace("a-2,", ",")},
        r"concepts\.csv:3: error: files: id: “” is no concept id; write it like ppe-0005",
    ),
    "an id used twice": (
        {"concepts": CONCEPTS.replace("a-2", "a-1")},
        r"concepts\.csv:3: error: files: id: a-1 is there twice; ids are unique",
    ),
    "a term without its concept": (
        {"ko": SOUND["ko"] + "a-9,마스크,admitted,,,,\n"},
        r"ko\.csv:4: error: files: concept: no concept a-9 in this domain's concepts\.csv",
    ),
    "NUL bytes": ({"ru": SOUND["ru"].encode() + b"\0"}, r"ru\.csv:1: error: files: NUL byte found"),
    "an unknown language": ({"fr": SOUND["en"]}, r"fr\.csv:1: error: files: unknown language file"),
    "neither UTF-8 nor GBK": (
        {"ja": b"concept,term,status\n\xff\x81\xff\n"},
        r"ja\.csv:2: error: files: neither UTF-8 nor",
    ),
    "an unclosed quotation": (
        {"zh": SOUND["zh"] + 'a-1,"面罩,admitted\n'},
        r"zh\.csv:4: error: files: not a readable table",
    ),
    "one cell of 50 MB": (
        {"zh": SOUND["zh"] + "a-1," + "罩" * 17_000_000 + ",admitted,,,,\n"},
        r"zh\.csv:4: error: files: not a readable table: field larger than field limit",
    ),
    "a term without an id": (
        {"en": SOUND["en"] + ",mask,admitted,,,,\n"},
        r"en\.csv:4: error: files: concept: ",
    ),
    "a wrong status": (
        {"zh": SOUND["zh"].replace("preferred", "prefered", 1)},
        r"zh\.csv:2: error: files: status: unknown value “prefered”",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_broken_files_are_told_by_row_and_column(folder: Path, command, name: str) -> None:
    files, expected = BROKEN[name]
    put(folder, **files)
    said = command("check", str(folder), code=1)
    assert re.search(expected, said), said[:500]


def test_all_broken_files_are_told_at_once(folder: Path, command) -> None:
    put(folder, en="x", ru=b"\0", concepts=CONCEPTS.replace("noun", "nown", 1))
    said = command("check", str(folder), code=1)
    assert [line.split(":")[0].rsplit("/", 1)[1] for line in said.splitlines()[:-1]] == [
        "concepts.csv", "en.csv", "ru.csv",
    ]  # fmt: skip


def test_one_id_in_two_domains(folder: Path, command) -> None:
    shutil.copytree(folder / "ab", folder / "cd")
    said = command("check", str(folder), code=1)
    assert re.search(r"cd/concepts\.csv:2: error: files: id: a-1 is taken already in .*ab", said)


def test_merges_in_a_circle(folder: Path, command) -> None:
    header = CONCEPTS.replace("confidence", "confidence,replaced_by", 1)
    put(folder, concepts=header.replace("用品,,,", "用品,,,,a-2").replace("口罩,,,", "口罩,,,,a-1"))
    said = command("check", str(folder), code=1)
    told = r"concepts\.csv:2: error: references: a-1 replaced_by: .* a-1 → a-2 → a-1; take"
    assert re.search(told, said)


def test_blanks_that_reading_forgives(folder: Path, command) -> None:
    put(folder, en=SOUND["en"].replace("a-1,mask", "a-1, mask "))
    said = command("check", str(folder), code=1)
    assert re.search(r"en\.csv:2: warning: files: blanks at the ends of column “term”", said)


def test_fifty_megabytes_of_rows_are_refused_at_the_first_wrong_one(folder: Path, command) -> None:
    put(folder, en=TERMS + "a-9,mask,preferred,,,,\n" * 2_200_000)
    assert "no concept a-9" in command("check", str(folder), code=1)


def test_the_workspace_is_checked_over_the_shipped_data(office: Workspace, command) -> None:
    command("propose", "口罩", "ru", "мaска", "--as", "Anna")
    said = command("check", "--check", "lookalikes", code=1)
    assert "glossaries/ppe/ru.csv:" in said
    assert "ppe-0013 ru “мaска”" in said


def test_the_hook_of_pre_commit_names_a_command_that_there_is(command) -> None:
    hook = (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")
    entry = re.search(r"entry: translate-kit (.*)", hook)
    assert entry
    group, name = entry[1].split()
    assert group == "glossary"
    assert "Usage" in command(name, "--help")
    assert "pass_filenames: false" in hook
    pattern = re.search(r"files: (.*)", hook)
    assert pattern
    assert re.search(pattern[1], "glossaries/ppe/ru.csv")
