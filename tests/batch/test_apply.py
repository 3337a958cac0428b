"""Translate, review the XLIFF file as a translation tool would, apply: the way there and back."""

import json
import re
import shutil
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from lxml import etree

from tests.batch.conftest import Done, command
from translate_kit.batch.correction import correct, original_of
from translate_kit.checks import Knowledge
from translate_kit.errors import UserError
from translate_kit.formats.interchange import read

KNOWN = "根据市医院的统计，未来2周需要医用外科口罩20万只。"
SENTENCES = ("现需心电监护仪26万台和鞋套8925双。", "请于3月5日前回复。")
CORRECTED = "We need 260,000 patient monitors and 8,925 pairs of shoe covers."
SECOND = "Please reply by 5 March."


Run = Callable[..., Done]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return partial(command, tmp_path)


@pytest.fixture(scope="module")
def translated(tmp_path_factory: pytest.TempPathFactory, tiny_models: Path) -> Callable[..., Path]:
    """A workspace with a document and its XLIFF file, made once for each version and engine."""

    @cache
    def make(version: str, engine: str) -> Path:
        folder = tmp_path_factory.mktemp("office")
        _workspace(folder, tiny_models)
        asked = ("--to", "en", "--out", "out", "--xliff", version, "--engine", engine, "--quiet")
        command(folder, "translate", "in", *asked)
        return folder

    return make


def _workspace(folder: Path, models: Path) -> None:
    """The tiny packages, and a document in bold, in two sentences."""
    settings = f"[models]\nfolders = [{json.dumps(str(models))}]\n"
    (folder / "translate-kit.toml").write_text(settings, encoding="utf-8")
    document = Document()
    document.core_properties.comments = ""
    document.add_paragraph(KNOWN)
    paragraph = document.add_paragraph("现需")
    paragraph.add_run("心电监护仪26万台").bold = True
    paragraph.add_run("和鞋套8925双。" + SENTENCES[1])
    (folder / "in").mkdir()
    document.save(str(folder / "in" / "通知 1.docx"))


@pytest.fixture
def office(tmp_path: Path, translated: Callable[..., Path], request: pytest.FixtureRequest) -> Path:
    """A copy of it for the test alone."""
    callspec = getattr(request.node, "callspec", None)
    version = callspec.params.get("version", "2.1") if callspec else "2.1"
    shutil.copytree(translated(version, "argos"), tmp_path, dirs_exist_ok=True)
    return tmp_path


@pytest.fixture(params=["2.1", "1.2"])
def version(request: pytest.FixtureRequest) -> str:
    return str(request.param)


class Tool:
    """The file in a translation tool: parsed, edited, and written anew."""

    def __init__(self, office: Path) -> None:
        self.path = office / "out" / "通知 1.en.docx.xlf"
        parser = etree.XMLParser(remove_blank_text=True)
        self.root: Any = etree.parse(str(self.path), parser).getroot()
        self.new = self.root.get("version") == "2.1"

    def segment(self, unit: int, number: int) -> Any:
        if self.new:
            return self.root.find(f".//{{*}}unit[@id='u{unit}']/{{*}}segment[@id='s{number}']")
        return self.root.find(f".//{{*}}trans-unit[@id='u{unit}s{number}']")

    def write(self, unit: int, number: int, content: str, *, approve: bool = True) -> None:
        """Another target; ``[`` and ``]`` stand for the ends of the pair that the source has."""
        segment = self.segment(unit, number)
        target = segment.find("{*}target")
        if target is None:
            source = segment.find("{*}source")
            target = source.makeelement(source.tag.replace("source", "target"))
            source.addnext(target)
        name = "pc" if self.new else "g"
        marked = content.replace("[", f'<{name} id="1">').replace("]", f"</{name}>")
        namespace = etree.QName(segment).namespace
        made: Any = etree.fromstring(f'<target xmlns="{namespace}">{marked}</target>')
        target.getparent().replace(target, made)
        if not approve:
            return
        if self.new:
            segment.set("state", "reviewed")
        else:
            segment.set("approved", "yes")

    def save(self) -> None:
        etree.ElementTree(self.root).write(
            str(self.path), encoding="UTF-8", xml_declaration=True, pretty_print=True
        )


def reviewed(office: Path) -> Any:
    return Document(str(office / "out" / "通知 1.en.reviewed.docx"))


def test_there_and_back(run: Run, office: Path, version: str) -> None:
    tool = Tool(office)
    tool.write(2, 1, CORRECTED.replace("260,000 patient monitors", "[260,000 patient monitors]"))
    tool.write(2, 2, SECOND)
    tool.save()
    done = run("apply", str(tool.path), "--by", "Li Hua")
    assert done.returncode == 0, done.stderr
    assert "Memory: 2 sentences entered" in done.stdout
    paragraph = reviewed(office).paragraphs[1]
    assert paragraph.text == f"{CORRECTED} {SECOND}"
    assert [r.text for r in paragraph.runs if r.bold] == ["260,000 patient monitors"]

    found = run("memory", "search", "patient monitors", "--json")
    (unit,) = [u for u in json.loads(found.stdout) if u["texts"]["en"] == CORRECTED]
    assert (unit["origin"], unit["by"], unit["source"]) == ("person", "Li Hua", "通知 1.docx")
    again = run("translate", "in", "--to", "en", "--out", "again", "--engine", "memory", "--json")
    assert again.returncode == 0, again.stderr
    document = Document(str(office / "again" / "通知 1.en.docx"))
    assert document.paragraphs[1].text == f"{CORRECTED} {SECOND}"


def test_unchanged_it_gives_the_same_document(run: Run, office: Path, version: str) -> None:
    done = run("apply", "out/通知 1.en.docx.xlf", "--json")
    record = json.loads(done.stdout)
    assert (record["approved"], record["entered"]) == (0, 0)
    machine = Document(str(office / "out" / "通知 1.en.docx"))
    for ours, theirs in zip(machine.paragraphs, reviewed(office).paragraphs, strict=True):
        assert ours.text == theirs.text
        assert [(r.text, r.bold) for r in ours.runs] == [(r.text, r.bold) for r in theirs.runs]


def test_only_what_is_approved_feeds_the_memory(run: Run, office: Path, version: str) -> None:
    tool = Tool(office)
    tool.write(2, 1, CORRECTED)
    tool.write(2, 2, SECOND, approve=False)
    tool.save()
    record = json.loads(run("apply", str(tool.path), "--by", "Li Hua", "--json").stdout)
    assert (record["approved"], record["entered"]) == (1, 1)
    everything = run("apply", str(tool.path), "--by", "Li Hua", "--all", "--overwrite", "--json")
    record = json.loads(everything.stdout)
    assert (record["approved"], record["known"]) == (3, 1)


def test_a_tag_left_out_is_put_back(run: Run, office: Path, version: str) -> None:
    tool = Tool(office)
    tool.write(2, 1, CORRECTED)
    tool.save()
    done = run("apply", str(tool.path))
    assert done.returncode == 0, done.stderr
    assert "a tag was missing here" in done.stderr
    paragraph = reviewed(office).paragraphs[1]
    assert any(r.bold and "260,000" in r.text for r in paragraph.runs)


def test_a_broken_number_is_found_and_not_remembered(run: Run, office: Path, version: str) -> None:
    tool = Tool(office)
    tool.write(2, 1, CORRECTED.replace("260,000", "26,000"))
    tool.save()
    done = run("apply", str(tool.path), "--by", "Li Hua")
    assert done.returncode == 1
    assert "error" in done.stderr
    assert "1 approved sentence was not entered" in done.stderr
    assert "26,000" in reviewed(office).paragraphs[1].text


def test_an_empty_target_keeps_the_source(run: Run, office: Path, version: str) -> None:
    tool = Tool(office)
    tool.write(2, 2, "  ")
    tool.save()
    done = run("apply", str(tool.path), "--by", "Li Hua")
    assert done.returncode == 3
    assert "the translation is empty" in done.stderr
    paragraph = reviewed(office).paragraphs[1]
    assert paragraph.text.endswith(SENTENCES[1])
    assert "w:highlight" in paragraph._p.xml


def test_what_nobody_translated_has_no_target(
    run: Run, tmp_path: Path, translated: Callable[..., Path], version: str
) -> None:
    shutil.copytree(translated(version, "memory"), tmp_path, dirs_exist_ok=True)
    assert Tool(tmp_path).segment(2, 1).find("{*}target") is None
    done = run("apply", "out/通知 1.en.docx.xlf")
    assert done.returncode == 3
    assert "2 sentences have no translation" in done.stderr


def _text(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.search(old, text)
    path.write_text(re.sub(old, new, text, count=1), encoding="utf-8")


LAST = rf"{SENTENCES[1]}</source>\s*<target[^>]*>"
BAD = {
    "another tool": ('id="u2(s1)?"', 'id="x"', "was not made by"),
    "another version": ('version="[12].[12]"', 'version="3.0"', "1.2 and 2.x can be applied"),
    "broken": ("</xliff>", "", "is damaged"),
    "another root": ("xliff", "html", "is damaged"),
    "no language": ('(trgLang|target-language)="en-US"', "", "from which language"),
    "source changed": (">现需<", ">不需<", "line [0-9]+: segment u2s1"),
    "a paragraph too many": ('id="u2(s1)?"', r'id="u9\1"', "segment u9s1 is no sentence"),
    "unknown tag": (LAST, r'\g<0><ph id="7"/>', "segment u2s2: tag “7”"),
    "unknown element": (LAST, r"\g<0><bpt id='1'/>", "<bpt> is no tag"),
    "entity bomb": (
        "<xliff ",
        '<!DOCTYPE xliff [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]><xliff ',
        "unsafe",
    ),
}


@pytest.mark.parametrize("case", BAD)
def test_what_cannot_be_applied_is_refused(office: Path, version: str, case: str) -> None:
    old, new, message = BAD[case]
    path = office / "out" / "通知 1.en.docx.xlf"
    _text(path, old.replace("(s1)?", "(s1)") if version == "1.2" else old, new)
    with pytest.raises(UserError, match=message):
        applied(path)


def applied(path: Path) -> None:
    returned = read(path)
    original = original_of(path, returned)
    correct(path, returned, original, Knowledge(), everything=False)


def test_a_refusal_writes_nothing(run: Run, office: Path) -> None:
    path = office / "out" / "通知 1.en.docx.xlf"
    _text(path, ">现需<", ">不需<")
    done = run("apply", str(path))
    assert done.returncode == 2, done.stdout
    assert done.stderr.count("\n") == 1
    assert not (office / "out" / "通知 1.en.reviewed.docx").exists()


def test_a_source_that_moved_is_asked_for(run: Run, office: Path, version: str) -> None:
    moved = office / "elsewhere.docx"
    (office / "in" / "通知 1.docx").rename(moved)
    done = run("apply", "out/通知 1.en.docx.xlf")
    assert done.returncode == 2
    assert "--original FILE" in done.stderr
    done = run("apply", "out/通知 1.en.docx.xlf", "--original", str(moved), "--out", "new.docx")
    assert done.returncode in (0, 1), done.stderr
    assert (office / "new.docx").exists()


def test_a_source_that_changed_is_refused(run: Run, office: Path) -> None:
    with (office / "in" / "通知 1.docx").open("ab") as file:
        file.write(b"\0")
    done = run("apply", "out/通知 1.en.docx.xlf")
    assert done.returncode == 2
    assert "was changed since" in done.stderr


def test_nothing_is_replaced_unasked(run: Run, office: Path) -> None:
    run("apply", "out/通知 1.en.docx.xlf")
    done = run("apply", "out/通知 1.en.docx.xlf")
    assert done.returncode == 2
    assert "--overwrite" in done.stderr
