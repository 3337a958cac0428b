"""``glossary extract`` with real files: what it reads, shows, writes and proposes."""

import csv
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from translate_kit.glossary.concept import Status
from translate_kit.workspace import Workspace

ANNA = ("--as", "Anna")
ZH = "便携式制氧机已运抵。请检验便携式制氧机。\n血氧仪附说明书。血氧仪已运抵。"
UNITS = [
    ("便携式制氧机已运抵。", "Портативные концентраторы кислорода доставлены."),
    ("请检验便携式制氧机。", "Просим проверить портативный концентратор кислорода."),
    ("便携式制氧机附说明书。", "К портативным концентраторам кислорода прилагается инструкция."),
    *((f"第{n}批车辆出发。", f"Выехала колонна номер {n}.") for n in range(1, 12)),
]
TMX = """<?xml version="1.0"?><tmx version="1.4"><header creationtool="x" creationtoolversion="1"
segtype="sentence" o-tmf="x" adminlang="en" srclang="zh" datatype="plaintext"/>
<body>{}</body></tmx>"""
XLIFF = """<?xml version="1.0"?><xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a" source-language="zh" target-language="ru" datatype="plaintext"><body>{}</body>
</file></xliff>"""


def tmx() -> str:
    return TMX.format("".join(
        f'<tu><tuv xml:lang="zh"><seg>{zh}</seg></tuv><tuv xml:lang="ru"><seg>{ru}</seg></tuv></tu>'
        for zh, ru in UNITS
    ))  # fmt: skip


def xliff() -> str:
    return XLIFF.format("".join(
        f'<trans-unit id="{n}"><source>{zh}</source><target>{ru}</target></trans-unit>'
        for n, (zh, ru) in enumerate(UNITS)
    ))  # fmt: skip


def table() -> str:
    return "zh\tru\n" + "".join(f"{zh}\t{ru}\n" for zh, ru in UNITS)


def put(office: Workspace, name: str, text: str) -> str:
    assert office.folder is not None
    path = office.folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def found(said: str) -> dict[str, dict[str, list[str]]]:
    """Candidate -> language -> translations, of the JSON."""
    return {
        each["text"]: {c: [t["text"] for t in of] for c, of in each["translations"].items()}
        for each in json.loads(said)
    }


def test_a_document_at_the_terminal(office: Workspace, command) -> None:
    said = command("extract", put(office, "a.txt", ZH))
    assert "便携式制氧机" in said
    assert "a.txt" in said
    assert "血氧仪附说明书" in said, "with its sentence"


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.tmx", tmx()), ("a.xlf", xliff()), ("a.tsv", table())],
)
def test_bilingual_files_have_translations(
    office: Workspace, command, name: str, content: str
) -> None:
    told = found(command("extract", put(office, name, content), "--json"))
    assert told["便携式制氧机"]["ru"][0] == "портативный концентратор кислорода"


def test_two_files_are_aligned(office: Workspace, command) -> None:
    zh, ru = ("\n".join(side) for side in zip(*UNITS, strict=True))
    files = put(office, "zh.txt", zh), put(office, "ru.txt", ru)
    told = found(command("extract", files[0], "--with", files[1], "--json"))
    assert told["便携式制氧机"]["ru"][0] == "портативный концентратор кислорода"
    assert "--with wants one file" in command("extract", *files, "--with", files[1], code=2)
    said = command("extract", files[0], "--with", files[0], code=2)
    assert "are both in zh; say --language and --into" in said


def test_the_other_side_of_a_bilingual_file(office: Workspace, command) -> None:
    file = put(office, "a.tmx", tmx())
    told = found(command("extract", file, "--json", "--language", "ru"))
    assert told["портативный концентратор кислорода"]["zh"][0] == "便携式制氧机"
    assert found(command("extract", file, "--json", "--into", "en"))["便携式制氧机"] == {}


def test_the_memory_of_the_workspace(office: Workspace, command) -> None:
    assert office.folder is not None
    (office.folder / "glossaries" / "memory").mkdir(parents=True)
    rows = "".join(f"m-{n}\t{zh}\t{ru}\n" for n, (zh, ru) in enumerate(UNITS))
    put(office, "glossaries/memory/own.tsv", "id\tzh\tru\n" + rows)
    (best, *_others) = json.loads(command("extract", "--memory", "--json", "--into", "ru"))
    assert best["text"] == "便携式制氧机"
    assert best["translations"]["ru"][0]["text"] == "портативный концентратор кислорода"
    assert [each["file"] for each in best["contexts"]] == ["memory"] * 3


def test_an_engine_is_asked_only_when_told(office: Workspace, command) -> None:
    assert office.folder is not None
    (office.folder / "glossaries" / "memory").mkdir(parents=True)
    put(office, "glossaries/memory/own.tsv", "id\tzh\tko\nm-1\t便携式制氧机\t휴대용 산소발생기\n")
    file = put(office, "a.tmx", tmx())
    assert "ko" not in found(command("extract", file, "--json"))["便携式制氧机"]
    wanted = ("extract", file, "--json", "--engine", "memory", "--into", "ko", "--into", "ru")
    told = json.loads(command(*wanted))
    (best,) = (each["translations"] for each in told if each["text"] == "便携式制氧机")
    assert best["ko"][0]["text"] == "휴대용 산소발생기"
    assert best["ko"][0]["by"], "who said it"
    assert best["ru"][0]["together"] == 3, "the sentences go first"


def test_tables_are_safe_and_never_overwritten(office: Workspace, command) -> None:
    assert office.folder is not None
    source = put(office, "a.txt", ZH + "\n=HYPERLINK(便携式制氧机)")
    files = [office.folder / "terms.csv", office.folder / "terms.xlsx"]
    wanted = ("--csv", str(files[0]), "--xlsx", str(files[1]))
    assert "便携式制氧机" not in command("extract", source, *wanted), "no table at the terminal"
    with files[0].open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["language", "term", "count", "sentence", "file", "place"]
    assert rows[1][:3] == ["zh", "便携式制氧机", "3"]
    assert not any(cell.startswith("=") for row in rows for cell in row)
    page = load_workbook(files[1]).worksheets[0]
    assert [cell.value for cell in page[2]][:3] == ["zh", "便携式制氧机", "3"]
    assert {cell.data_type for row in page for cell in row} <= {"s", "n"}
    assert "exists already" in command("extract", source, *wanted, code=2)
    command("extract", source, *wanted, "--overwrite")


def test_proposals_are_signed_and_say_whence(office: Workspace, command) -> None:
    file = put(office, "a.tmx", tmx())
    said = command("extract", file, "--top", "1", "--propose", "--domain", "medical", *ANNA)
    assert "1 new concept proposed" in said
    glossary = office.termbase.load()
    (entry,) = glossary.by_term("便携式制氧机")
    assert entry.term.status is Status.PROPOSED
    assert (entry.concept.domain, entry.concept.source) == ("medical", f"{file}, unit 1")
    assert entry.term.note == "便携式制氧机已运抵。"
    (russian,) = entry.concept.terms["ru"]
    assert (russian.text, russian.status, russian.note) == (
        "портативный концентратор кислорода", Status.PROPOSED, "with it in 3 sentences",
    )  # fmt: skip
    (change,) = office.termbase.history()
    assert (change.who, change.did, change.why) == ("Anna", "add", "extract")
    assert "便携式制氧机" not in found(command("extract", file, "--json")), "it is known now"


def test_what_is_like_a_term_is_left_out_unless_told(office: Workspace, command) -> None:
    file = put(
        office, "a.txt", "医用外科口罩罩已运抵。医用外科口罩罩合格。医用外科口罩罩附说明书。"
    )
    wanted = ("extract", file, "--top", "1", "--propose", "--domain", "ppe", *ANNA)
    said = command(*wanted)
    assert "is like “医用外科口罩”" in said
    assert "1 left out for a similar term" in said
    assert not office.termbase.history()
    assert "1 new concept proposed" in command(*wanted, "--yes")


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.doc", "x", "save it as docx"),
        ("a.docx", "x", "a.docx"),
        ("a.tmx", "<tmx><body>", "a.tmx"),
        ("a.xlf", "<xliff", "a.xlf"),
        ("a.txt", "", "there is no text in it"),
        ("a.txt", "123 456", "there is no text in it"),
        ("a.txt", "Українська мова єдина, її не зміниш ґрунтовно і швидко.", "none of ours"),
        ("a.tsv", "zh\tru\n口罩\tмаска\tx\n", "3 cells, but the header has 2"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(
    office: Workspace, command, name: str, content: str, why: str
) -> None:
    good = put(office, "good.txt", ZH)
    said = command("extract", put(office, name, content), good, "--csv", good + ".csv", code=2)
    assert why in said
    assert Path(good + ".csv").exists(), "the others are read"
    assert "there is no text to look for terms in" in command(
        "extract", put(office, name, content), code=2
    )


def test_what_is_asked_for_wrongly(office: Workspace, command) -> None:
    file = put(office, "a.txt", ZH)
    assert "name files or folders" in command("extract", code=2)
    assert "needs the domain" in command("extract", file, "--propose", code=2)
    assert "no text in “ru”" in command("extract", file, "-l", "ru", code=2)
    assert "no such file" in command("extract", file + ".txt", code=2)


def test_files_of_another_language_are_told(office: Workspace, command) -> None:
    russian = put(office, "ru.txt", "Портативный концентратор кислорода доставлен. Спасибо вам!")
    said = command("extract", put(office, "a.txt", ZH), russian)
    assert "ru.txt: no text in “zh”; look through it alone, with --language" in said
