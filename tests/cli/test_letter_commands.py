"""``translate-kit letter`` as a real process: the main job, and every way it can be refused."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
Run = Callable[..., subprocess.CompletedProcess[bytes]]
EXAMPLE = ROOT / "examples" / "appeal.toml"
FOUR = ("--to", "tyumen", "--to", "chungju", "--to", "calgary", "--to", "jp_hygiene")


def said(done: subprocess.CompletedProcess[bytes]) -> str:
    return done.stdout.decode() + done.stderr.decode()


@pytest.mark.parametrize("kind", sorted(path.stem for path in EXAMPLE.parent.glob("*.toml")))
def test_a_shipped_example_becomes_letters_in_five_languages(
    run: Run, tmp_path: Path, kind: str
) -> None:
    request = str(ROOT / "examples" / f"{kind}.toml")
    done = run("letter", "draft", kind, *FOUR, "--request", request, "--format", "docx,html,txt")
    assert done.returncode == 0, said(done)
    names = sorted(path.name.split("-", 3)[3] for path in (tmp_path / "letters").glob("*.docx"))
    assert names == sorted(
        f"{kind}-{contact}.{language}.docx"
        for contact, own in zip(FOUR[1::2], ("ru", "ko", "en", "ja"), strict=True)
        for language in (own, "zh")
    )
    assert len(list((tmp_path / "letters").iterdir())) == 3 * len(names)
    assert "error" not in said(done)


def test_letters_are_not_overwritten_unasked(run: Run, tmp_path: Path) -> None:
    command = ("letter", "draft", "appeal", "--to", "calgary", "--request", str(EXAMPLE))
    assert run(*command).returncode == 0
    letter = next((tmp_path / "letters").glob("*.en.docx"))
    letter.write_bytes(b"edited")
    again = run(*command)
    assert again.returncode == 2
    assert "exists already; nothing was written. Use --overwrite" in said(again)
    assert letter.read_bytes() == b"edited"
    assert run(*command, "--overwrite").returncode == 0
    assert letter.read_bytes() != b"edited"


def test_the_same_request_gives_the_same_bytes(run: Run, tmp_path: Path) -> None:
    command = ("letter", "draft", "appeal", "--to", "tyumen", "--request", str(EXAMPLE))
    assert run(*command, "--out", "a").returncode == 0
    assert run(*command, "--out", "b", TZ="Asia/Tokyo").returncode == 0
    for one in (tmp_path / "a").iterdir():
        assert one.read_bytes() == (tmp_path / "b" / one.name).read_bytes()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("apeal", "--to", "tyumen"), "no letter kind “apeal”; did you mean “appeal”?"),
        (("appeal", "--to", "tumen"), "no contact “tumen”; did you mean “tyumen”?"),
        (("thanks", "--to", "tyumen"), "this request is for a letter of the kind “appeal”"),
        (("appeal", "--to", "tyumen", "--format", "doc"), "no format “doc”; did you mean “docx”?"),
        (("appeal", "--to", "tyumen", "--out", "a.docx"), "“a.docx” is named like a file"),
        (("appeal",), "--to"),
    ],
)
def test_a_wrong_command_is_refused_in_one_line(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], message: str
) -> None:
    done = run("letter", "draft", *arguments, "--request", str(EXAMPLE))
    assert done.returncode == 2
    assert message in said(done)
    assert "Traceback" not in said(done)
    assert not (tmp_path / "letters").exists()


def test_a_missing_request_file(run: Run) -> None:
    done = run("letter", "draft", "appeal", "--to", "tyumen", "--request", "absent.toml")
    assert done.returncode == 2
    assert done.stderr.decode().strip() == "translate-kit: absent.toml: no such file"


SABOTAGED = "# S\n\nWe need {{ items[0].name }}: 3,000.\n\nBy {{ deadline | long_date }}.\n"


def test_a_sabotaged_template_writes_no_letter(run: Run, tmp_path: Path) -> None:
    """The workspace's own template loses a quantity: an error, no file, unless forced."""
    (tmp_path / "translate-kit.toml").write_text("", encoding="utf-8")
    (tmp_path / "letter_templates" / "appeal").mkdir(parents=True)
    template = tmp_path / "letter_templates" / "appeal" / "en.md.j2"
    template.write_text(SABOTAGED, encoding="utf-8")
    command = ("letter", "draft", "appeal", "--to", "calgary", "--request", str(EXAMPLE))
    done = run(*command)
    assert done.returncode == 2
    assert "the quantity 30,000 of “single-use medical protective suit” is missing" in said(done)
    assert "the standard GB 19082-2009 is missing" in said(done)
    assert "No letter was written" in said(done)
    assert not (tmp_path / "letters").exists()
    assert run(*command, "--force").returncode == 0
    assert (tmp_path / "letters").exists()


def test_a_kind_added_in_a_workspace(run: Run, tmp_path: Path) -> None:
    """Adding a kind is adding a folder; prices, times and marks are proven too."""
    (tmp_path / "translate-kit.toml").write_text("", encoding="utf-8")
    folder = tmp_path / "letter_templates" / "note"
    folder.mkdir(parents=True)
    titles = "\n".join(f'{code} = "Note"' for code in ("zh", "en", "ru", "ko", "ja"))
    (folder / "letter.toml").write_text(
        f"[title]\n{titles}\n[fields.price]\ntype = 'money'\n[fields.opens]\ntype = 'time'\n"
        "[fields.flight]\ntype = 'code'\n[fields.guests]\ntype = 'number'\n",
        encoding="utf-8",
    )
    body = "# N\n\n{{ price }} {{ opens | clock }} {{ flight }} ({{ guests | number }})\n"
    for code in ("zh", "ru"):
        (folder / f"{code}.md.j2").write_text(body, encoding="utf-8")
    request = tmp_path / "note.toml"
    request.write_text(
        "kind = 'note'\ndate = 2020-02-08\nprice = '285 CNY'\nopens = 08:30:00\n"
        "flight = 'CA1234'\nguests = 6\n",
        encoding="utf-8",
    )
    command = ("letter", "draft", "note", "--to", "tyumen", "--request", "note.toml")
    done = run(*command, "--format", "txt")
    assert done.returncode == 0, said(done)
    (russian,) = (tmp_path / "letters").glob("*.ru.txt")
    assert "285 юаней 8:30 CA1234 (6)" in russian.read_text("utf-8").replace("\u00a0", " ")
    for lost, message in [
        ("{{ price }}", "(price) is missing"),
        ("{{ opens | clock }}", "the time 08:30 (opens) is missing"),
        ("{{ flight }}", "“CA1234” (flight) is missing"),
        ("{{ guests | number }}", "the number 6 (guests) is missing"),
    ]:
        (folder / "ru.md.j2").write_text(body.replace(lost, ""), encoding="utf-8")
        sabotaged = run(*command, "--format", "txt", "--out", "again")
        assert sabotaged.returncode == 2
        assert message in said(sabotaged)


HOSTILE = "R&D <b>x</b> & “y” ]]> {{ 1 }} | * _ \\ "


def test_every_field_may_hold_markup(run: Run, tmp_path: Path) -> None:
    request = tmp_path / "thanks.toml"
    text = HOSTILE.replace("\\", "\\\\").replace('"', '\\"')
    request.write_text(
        'kind = "thanks"\ndate = 2020-02-28\nhelp = ["information"]\n'
        f'reference = "{text}"\nyour_reference = "{text}"\n'
        f'message = {{ zh = "{text}", en = "{text}" }}\npersons = [{{ zh = "{text}", '
        f'en = "{text}" }}]\nsigner = {{ zh = "{text}", en = "{text}" }}\n'
        f'enclosures = [{{ zh = "{text}", en = "{text}" }}]\n',
        encoding="utf-8",
    )
    done = run("letter", "draft", "thanks", "--to", "calgary", "--request", str(request),
               "--format", "docx,html,txt")  # fmt: skip
    assert done.returncode == 0, said(done)
    (written,) = (tmp_path / "letters").glob("*.en.txt")
    assert "".join(written.read_text("utf-8").split()).count("".join(HOSTILE.split())) >= 6


def test_free_chinese_text_is_marked_until_it_is_translated(run: Run, tmp_path: Path) -> None:
    request = tmp_path / "appeal.toml"
    known = "我市目前医用防护服严重不足，恳请贵市协助寻找货源。"
    for situation, expected in [(known, False), ("情况与以往不同。", True)]:
        text = EXAMPLE.read_text("utf-8").replace(
            'means = "either"', f'means = "either"\nsituation = "{situation}"'
        )
        request.write_text(text, encoding="utf-8")
        done = run("letter", "draft", "appeal", "--to", "calgary", "--request", "appeal.toml",
                   "--format", "txt", "--overwrite")  # fmt: skip
        assert done.returncode == 0, said(done)
        (english,) = (tmp_path / "letters").glob("*.en.txt")
        letter = english.read_text("utf-8")
        assert ("situation is still to be translated" in said(done)) is expected
        assert ("[to be translated]" in letter) is expected
        assert (situation in letter) is expected


def test_numbers_in_wordings_must_agree(run: Run, tmp_path: Path) -> None:
    request = tmp_path / "appeal.toml"
    text = EXAMPLE.read_text("utf-8").replace(
        'means = "either"',
        'means = "either"\nsituation = { zh = "库存只够3天。", en = "Stocks last 30 days." }',
    )
    request.write_text(text, encoding="utf-8")
    done = run("letter", "draft", "appeal", "--to", "calgary", "--request", "appeal.toml")
    assert done.returncode == 2
    assert "situation: the numbers in en differ from those in zh" in said(done)


def test_a_standard_not_yet_in_force_is_an_error(run: Run, tmp_path: Path) -> None:
    request = tmp_path / "appeal.toml"
    text = EXAMPLE.read_text("utf-8").replace("GB 19083-2010", "GB 19083-2023")
    request.write_text(text, encoding="utf-8")
    done = run("letter", "draft", "appeal", "--to", "calgary", "--request", "appeal.toml")
    assert done.returncode == 2
    assert "the standard GB 19083-2023 on 2020-02-08" in said(done)


def test_gloves_by_the_piece_are_questioned(run: Run, tmp_path: Path) -> None:
    request = tmp_path / "thanks.toml"
    text = (ROOT / "examples" / "thanks.toml").read_text("utf-8").replace('"双"', '"只"')
    request.write_text(text, encoding="utf-8")
    done = run("letter", "draft", "thanks", "--to", "calgary", "--request", "thanks.toml")
    assert done.returncode == 0, said(done)
    assert "usually counted otherwise than in “只”" in said(done)


def test_check_says_when_all_facts_are_in_place(run: Run, tmp_path: Path) -> None:
    done = run("letter", "check", str(EXAMPLE))
    assert done.returncode == 0, said(done)
    assert "All facts are in place." in said(done)


def test_check_reads_an_edited_letter(run: Run, tmp_path: Path) -> None:
    """Somebody opens the draft in Word and slips: 30,000 becomes 3,000."""
    from docx import Document

    draft = ("letter", "draft", "appeal", "--to", "calgary", "--request", str(EXAMPLE))
    assert run(*draft).returncode == 0
    (letter,) = (tmp_path / "letters").glob("*.en.docx")
    check = ("letter", "check", str(letter), "--request", str(EXAMPLE), "--to", "calgary")
    assert run(*check).returncode == 0, said(run(*check))
    document = Document(str(letter))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    for paragraph in (*document.paragraphs, *(p for cell in cells for p in cell.paragraphs)):
        for part in paragraph.runs:
            part.text = part.text.replace("30,000", "3,000")
    document.save(str(letter))
    done = run(*check)
    assert done.returncode == 1
    assert "the quantity 30,000 of" in said(done)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 cut", b"no zip at all"])
def test_check_refuses_what_is_no_letter(run: Run, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "letter.docx").write_bytes(content)
    done = run("letter", "check", "letter.docx", "--request", str(EXAMPLE), "--to", "calgary")
    assert done.returncode == 2
    assert "letter.docx: not a Word document that can be read" in said(done)


def test_a_new_request_can_be_filled_in(run: Run, tmp_path: Path) -> None:
    assert run("letter", "new", "thanks").returncode == 0
    request = tmp_path / "thanks.toml"
    done = run("letter", "draft", "thanks", "--to", "calgary", "--request", "thanks.toml")
    assert done.returncode == 2
    assert "thanks.toml, field help: write a list" in said(done)
    assert run("letter", "new", "thanks").returncode == 2  # it is not overwritten
    text = request.read_text("utf-8").replace('help = ""', 'help = ["information"]')
    request.write_text(text, encoding="utf-8")
    done = run("letter", "draft", "thanks", "--to", "calgary", "--request", "thanks.toml")
    assert done.returncode == 0, said(done)


def test_a_request_from_answers(run: Run, tmp_path: Path) -> None:
    answers = ["2020-02-08", "庆外函〔2020〕15号", "rent", "buy", "soon", "2020-02-20", "", "",
               "hospitals,frontline", "", "", "医用防护衣服", "医用防护服", "many", "3万", "套",
               "GB 19082-2009", ""]  # fmt: skip
    done = run("letter", "new", "appeal", "--ask", stdin="\n".join(answers) + "\n")
    assert done.returncode == 0, said(done)
    assert "“rent” is not one of buy, donate, either" in said(done)
    assert "write a date like 2020-02-08" in said(done)
    drafted = run("letter", "draft", "appeal", "--to", "tyumen", "--request", "appeal.toml")
    assert drafted.returncode == 0, said(drafted)


@pytest.mark.parametrize("ui", ["zh", "en"])
def test_a_gbk_console_does_not_crash(run: Run, ui: str) -> None:
    """Windows in China: the console knows no ё and no hangul."""
    for arguments in (("letter", "--help"), ("letter", "kinds"), ("letter", "fields", "appeal"),
                      ("contacts", "list"), ("glossary", "show", "ppe-0005"),
                      ("contacts", "show", "chungju"), ("doctor",)):  # fmt: skip
        done = run("--ui", ui, *arguments, PYTHONIOENCODING="gbk")
        assert done.returncode == 0, done.stderr
        done.stdout.decode("gbk")


def test_a_read_only_folder_is_named(run: Run, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    done = run("letter", "draft", "appeal", "--to", "calgary", "--request", str(EXAMPLE),
               "--out", "file/letters")  # fmt: skip
    assert done.returncode == 2
    assert "cannot be written: a part of this path is a file, not a folder" in said(done)
