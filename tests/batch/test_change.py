"""A change of the glossary carried out in a finished batch, in bilingual files, in the memory."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from lxml import etree

from tests.conftest import Run, clean_environment
from translate_kit.batch import finished
from translate_kit.batch.change.document import ChangedDocument, answers_of, change
from translate_kit.batch.change.renewal import Renewal
from translate_kit.batch.change.writing import put_in_place, settle
from translate_kit.batch.folder import occupied
from translate_kit.batch.journal import Journal
from translate_kit.files import sha256_of
from translate_kit.glossary.cells import Change, Place
from translate_kit.glossary.given_up import given_up
from translate_kit.model import Pair
from translate_kit.workspace import Workspace

GOGGLES, SHOES = "现需护目镜200件。", "现需鞋套8925双。"
KNOWN = "感谢贵市捐赠护目镜。"
APPROVED = "Thank you for donating goggles."
NEW = "eye shields"
ID = "ppe-0028"


@pytest.fixture(scope="module")
def translated(tmp_path_factory: pytest.TempPathFactory, tiny_models: Path) -> Path:
    """A workspace with a finished batch: three documents, one of which nothing will touch."""
    folder = tmp_path_factory.mktemp("office")
    settings = f"[models]\nfolders = [{json.dumps(str(tiny_models))}]\n"
    (folder / "translate-kit.toml").write_text(settings, encoding="utf-8")
    (folder / "in").mkdir()
    _write(folder / "in" / "a.docx", [SHOES + GOGGLES, KNOWN])
    _write(folder / "in" / "b.docx", [GOGGLES])
    _write(folder / "in" / "c.docx", [SHOES])
    _run(folder, "memory", "add", "--zh", KNOWN, "--en", APPROVED, "--as", "Li Hua")
    _run(folder, "translate", "in", "--to", "en", "--out", "out", "--xliff", "1.2")
    return folder


def _write(path: Path, paragraphs: list[str]) -> None:
    document = Document()
    document.core_properties.comments = ""
    for text in paragraphs:
        paragraph = document.add_paragraph()
        for number, piece in enumerate(text.partition("护目镜")):
            paragraph.add_run(piece).bold = number == 1
    document.save(str(path))


def _run(folder: Path, *arguments: str) -> None:
    command = [sys.executable, "-m", "translate_kit", *arguments]
    done = subprocess.run(
        command, cwd=folder, env=clean_environment(), capture_output=True, timeout=120, check=False
    )
    assert done.returncode in (0, 3), done.stderr.decode()


@pytest.fixture
def run(quick_run: Run) -> Run:
    return quick_run


@pytest.fixture
def office(tmp_path: Path, translated: Path) -> Path:
    """A copy of it for the test alone, after the change: “eye shield” is the preferred term now."""
    shutil.copytree(translated, tmp_path, dirs_exist_ok=True)
    prefer(tmp_path, "eye shield", "goggles", "admitted")
    return tmp_path


def prefer(office: Path, new: str, old: str, becomes: str) -> None:
    changes = [
        Change(Place(ID, "en", old, "status"), "preferred", becomes),
        Change(Place(ID, "en", new, "status"), "", "preferred"),
    ]
    Workspace.open(office).termbase.commit(changes, who="Anna", did="edit")


def changing(run: Run, *arguments: str, code: int) -> dict[str, Any]:
    done = run("glossary", "apply-change", *arguments, "--json")
    assert done.returncode == code, done.stderr.decode()
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def content(office: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (office / "out").glob("*.en.docx*")}


def texts(office: Path, name: str) -> list[str]:
    return [p.text for p in Document(str(office / "out" / name)).paragraphs]


def test_a_dry_run_lists_and_changes_nothing(run: Run, office: Path) -> None:
    before = content(office)
    told = changing(run, ID, "--in", "out", code=1)
    assert [(Path(s["document"]).name, s["segment"], s["state"]) for s in told["segments"]] == [
        ("a.en.docx", 2, "renewed"),
        ("a.en.docx", 3, "approved"),
        ("b.en.docx", 1, "renewed"),
    ]
    for segment in told["segments"]:
        assert "goggles" in segment["before"]
        assert NEW in segment["after"]
    assert content(office) == before
    said = run("glossary", "apply-change", ID, "--in", "out").stdout.decode()
    assert f"+ {told['segments'][0]['after']}" in said
    assert "Nothing was changed; --apply does it." in said


def test_only_the_touched_sentences_are_rewritten(run: Run, office: Path) -> None:
    before, (first, known) = content(office), texts(office, "a.en.docx")
    told = changing(run, ID, "--in", "out", "--apply", code=1)
    renewed = {s["before"]: s["after"] for s in told["segments"] if s["state"] == "renewed"}
    ((old, new),) = renewed.items()
    assert texts(office, "a.en.docx") == [first.replace(old, new), known]
    assert known == APPROVED
    assert texts(office, "b.en.docx") == [new]
    (bold,) = [r.text for r in Document(str(office / "out" / "b.en.docx")).paragraphs[0].runs
               if r.bold]  # fmt: skip
    assert bold.strip() == NEW
    after = content(office)
    written = {Path(path).name for path in told["written"]}
    assert written == {"a.en.docx", "a.en.docx.xlf", "b.en.docx", "b.en.docx.xlf"}
    assert {name for name in before if before[name] != after[name]} == written
    assert NEW in after["b.en.docx.xlf"].decode()


def test_what_is_done_is_not_done_again(run: Run, office: Path) -> None:
    changing(run, ID, "--in", "out", "--apply", code=1)
    before = content(office)
    told = changing(run, ID, "--in", "out", "--apply", code=1)
    assert [segment["state"] for segment in told["segments"]] == ["approved"]
    assert (told["written"], content(office)) == ([], before)
    done = run("translate", "in", "--to", "en", "--out", "out", "--json")
    assert {each["state"] for each in json.loads(done.stdout)["outputs"]} == {"kept"}
    assert content(office) == before


def test_what_a_person_approved_is_repaired_only_when_asked(run: Run, office: Path) -> None:
    told = changing(run, ID, "--in", "out", "--apply", "--repair-approved", code=0)
    (repaired,) = [s for s in told["segments"] if s["state"] == "repaired"]
    assert repaired["after"] == APPROVED.replace("goggles", NEW)
    assert texts(office, "a.en.docx")[1] == repaired["after"]


def test_what_a_person_edited_is_left_with_a_proposal(run: Run, office: Path) -> None:
    path = office / "out" / "b.en.docx"
    document = Document(str(path))
    document.paragraphs[0].text = "We need 200 goggles now, please."
    document.save(str(path))
    edited = path.read_bytes()
    told = changing(run, ID, "--in", "out", "--apply", code=1)
    (segment,) = [s for s in told["segments"] if s["document"].endswith("b.en.docx")]
    assert (segment["state"], segment["after"]) == (
        "edited", f"We need 200 {NEW} now, please.",
    )  # fmt: skip
    assert path.read_bytes() == edited


def test_a_reviewed_document_goes_before_the_translation(run: Run, office: Path) -> None:
    reviewed = office / "out" / "b.en.reviewed.docx"
    shutil.copy(office / "out" / "b.en.docx", reviewed)
    told = changing(run, ID, "--in", "out", "--apply", code=1)
    (segment,) = [s for s in told["segments"] if "b.en" in s["document"]]
    assert (Path(segment["document"]).name, segment["state"]) == (reviewed.name, "edited")


def test_an_xliff_file_under_review_is_left(run: Run, office: Path) -> None:
    offer = office / "out" / "b.en.docx.xlf"
    offer.write_bytes(offer.read_bytes() + b"\n")
    told = changing(run, ID, "--in", "out", "--apply", code=1)
    assert [Path(path).name for path in told["left"]] == [offer.name]
    assert NEW not in offer.read_text(encoding="utf-8")


@pytest.mark.parametrize("becomes", ["deprecated", "forbidden"])
def test_without_an_engine_the_term_alone_is_exchanged(
    run: Run, tmp_path: Path, translated: Path, becomes: str
) -> None:
    shutil.copytree(translated, tmp_path, dirs_exist_ok=True)
    prefer(tmp_path, "eye shield", "goggles", becomes)
    told = changing(run, ID, "--in", "out", "--engine", "memory", "--apply", code=1)
    for segment in told["segments"]:
        assert segment["after"] == segment["before"].replace("goggles", NEW)
    assert {s["state"] for s in told["segments"]} == {"repaired", "approved"}
    assert texts(tmp_path, "b.en.docx") == [told["segments"][-1]["after"]]


def test_a_source_term_that_may_not_be_used_any_more(
    run: Run, tmp_path: Path, translated: Path
) -> None:
    """护目镜 is no word for the concept any more: whatever says it by its term is touched."""
    shutil.copytree(translated, tmp_path, dirs_exist_ok=True)
    changes = [
        Change(Place(ID, "zh", "护目镜", "status"), "preferred", "forbidden"),
        Change(Place(ID, "zh", "封闭护目镜", "status"), "", "preferred"),
    ]
    Workspace.open(tmp_path).termbase.commit(changes, who="Anna", did="edit")
    told = changing(run, ID, "--in", "out", "--engine", "memory", code=1)
    assert len(told["segments"]) == 3
    assert {s["state"] for s in told["segments"]} == {"open", "approved"}
    assert {s["after"] for s in told["segments"]} == {None}


def test_the_memory_waits_for_review(run: Run, office: Path) -> None:
    pair = Pair("zh", "en")
    told = changing(run, ID, "--memory", code=1)
    ours = [s for s in told["segments"] if s["before"] == APPROVED]
    assert [(s["state"], s["after"]) for s in ours] == [
        ("approved", APPROVED.replace("goggles", NEW)),
    ]  # fmt: skip
    assert Workspace.open(office).memory.exact(KNOWN, "zh", "en") == APPROVED
    assert changing(run, ID, "--memory", "--apply", code=1)["doubted"] == 1
    memory = Workspace.open(office).memory
    assert memory.exact(KNOWN, "zh", "en") is None
    (near,) = [m for m in memory.fuzzy(KNOWN, pair) if m.target == APPROVED]
    assert near.score == 90
    assert ID in near.unit.note
    entered = ("memory", "add", "--zh", KNOWN, "--en", APPROVED, "--as", "Li Hua")
    assert b"Entered" in run(*entered).stdout
    assert Workspace.open(office).memory.exact(KNOWN, "zh", "en") == APPROVED


def test_a_table_is_told_of_and_left(run: Run, office: Path) -> None:
    table = office / "letters.tsv"
    table.write_text(f"{KNOWN}\t{APPROVED}\n{SHOES}\tShoe covers: 8,925.\n", encoding="utf-8")
    before = table.read_bytes()
    told = changing(run, ID, "--in", "letters.tsv", "--apply", code=1)
    (segment,) = told["segments"]
    assert (segment["where"], segment["state"]) == ("row 1", "proposed")
    assert segment["after"] == APPROVED.replace("goggles", NEW)
    assert table.read_bytes() == before


CODED = APPROVED.replace("goggles", '<{0} id="1">goggles</{0}>')
SPLIT = APPROVED.replace("goggles", 'gog<{0} id="1"/>gles')


def xliff_1(target: str, state: str = "") -> str:
    return (
        '<xliff version="1.2"><file original="a" source-language="zh" target-language="en"><body>'
        f'<trans-unit id="1"{state}><source>{KNOWN}</source><target>{target}</target></trans-unit>'
        "<!-- kept --></body></file></xliff>"
    )


def xliff_2(target: str, state: str = "") -> str:
    return (
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="zh" '
        f'trgLang="en"><file id="f"><unit id="u"><segment{state}><source>{KNOWN}</source>'
        f"<target>{target}</target></segment></unit></file></xliff>"
    )


def tmx(target: str, _state: str = "") -> str:
    return (
        '<tmx version="1.4"><header srclang="zh"/><body><tu tuid="1" creationid="x">'
        f'<tuv xml:lang="zh"><seg>{KNOWN}</seg></tuv><tuv xml:lang="en"><seg>{target}</seg></tuv>'
        "</tu></body></tmx>"
    )


@pytest.mark.parametrize(
    ("name", "make", "target", "state", "becomes"),
    [
        ("a.xlf", xliff_1, APPROVED, "", "repaired"),
        ("a.xlf", xliff_1, CODED.format("g"), "", "repaired"),
        ("a.xlf", xliff_1, SPLIT.format("x"), "", "proposed"),
        ("a.xlf", xliff_1, APPROVED, ' approved="yes"', "approved"),
        ("a.xlf", xliff_2, CODED.format("pc"), "", "repaired"),
        ("a.xlf", xliff_2, APPROVED, ' state="reviewed"', "approved"),
        ("a.tmx", tmx, APPROVED, "", "repaired"),
        ("a.tmx", tmx, CODED.format("hi"), "", "repaired"),
    ],
)
def test_a_bilingual_file_in_xml(
    run: Run, office: Path, name: str, make: Any, target: str, state: str, becomes: str
) -> None:
    path = office / name
    path.write_text(make(target, state), encoding="utf-8")
    before = path.read_bytes()
    (segment,) = changing(run, ID, "--in", name, code=1)["segments"]
    assert (segment["state"], segment["after"]) == (becomes, APPROVED.replace("goggles", NEW))
    assert path.read_bytes() == before
    done = becomes == "repaired"
    told = changing(run, ID, "--in", name, "--apply", code=0 if done else 1)
    assert told["written"] == ([name] if done else [])
    wanted = make(target.replace("goggles", NEW) if done else target, state)
    assert etree.canonicalize(path.read_text("utf-8")) == etree.canonicalize(wanted)
    if becomes == "approved":
        changing(run, ID, "--in", name, "--apply", "--repair-approved", code=0)
        assert etree.canonicalize(path.read_text("utf-8")) == etree.canonicalize(
            make(APPROVED.replace("goggles", NEW), state)
        )


def test_a_reviewer_s_file_goes_its_way_to_the_document(run: Run, office: Path) -> None:
    """The file beside a translation: changed where it is, then applied as ever."""
    offer = "out/b.en.docx.xlf"
    assert changing(run, ID, "--in", offer, "--apply", code=0)["written"] == [offer]
    done = run("apply", offer, "--by", "Li Hua")
    assert done.returncode in (0, 1), done.stderr.decode()
    assert NEW in texts(office, "b.en.reviewed.docx")[0]


def test_since(run: Run, office: Path) -> None:
    """A day, a change by its id, a frozen release, its file, a revision."""
    (entry,) = Workspace.open(office).termbase.history()
    today = entry.when.astimezone().date()
    then = finished_revision(office)
    whole = [s["segment"] for s in changing(run, ID, "--in", "out", code=1)["segments"]]
    for since in (today.isoformat(), entry.id, then):
        told = changing(run, "--since", since, "--in", "out", code=1)
        assert [s["segment"] for s in told["segments"]] == whole
        assert {tuple(s["concepts"]) for s in told["segments"]} == {(ID,)}
    assert run("glossary", "freeze", "spring", "--force", "--as", "Anna").returncode == 0
    (release,) = (office / "releases").glob("*.zip")
    tomorrow = (datetime.now(UTC) + timedelta(days=2)).date().isoformat()
    for since in ("spring", str(release), tomorrow, Workspace.open(office).glossary.revision):
        done = run("glossary", "apply-change", "--since", since, "--in", "out")
        assert (done.returncode, done.stdout) == (2, b"")
        assert "no term was changed since" in done.stderr.decode()


def finished_revision(office: Path) -> str:
    """The revision that the translations of the batch bear."""
    one = next(finished.delivered(office / "out"))
    made = Journal.of(one.folder).answers(one.pair, one.output.answers, [GOGGLES])
    return made[GOGGLES].glossary


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "say which concepts"),
        (("--since", "yesterday"), "“yesterday” is no day"),
        (("ppe-9999",), "ppe-9999"),
    ],
)
def test_refusals(run: Run, office: Path, arguments: tuple[str, ...], said: str) -> None:
    done = run("glossary", "apply-change", *arguments, "--in", "out")
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in done.stderr.decode()


def test_nowhere_to_look_is_refused(run: Run, office: Path) -> None:
    done = run("glossary", "apply-change", ID)
    assert (done.returncode, done.stdout) == (2, b"")
    assert "--in FOLDER" in done.stderr.decode()


def test_a_document_that_is_gone_is_named_and_the_others_are_done(run: Run, office: Path) -> None:
    (office / "in" / "b.docx").unlink()
    told = changing(run, ID, "--in", "out", "--apply", code=2)
    assert len(told["refused"]) == 1
    assert "b.docx" in told["refused"][0]
    assert {Path(path).name for path in told["written"]} == {"a.en.docx", "a.en.docx.xlf"}


def test_a_batch_that_is_at_work_is_left_alone(run: Run, office: Path) -> None:
    before = content(office)
    with occupied(office / "out"):
        done = run("glossary", "apply-change", ID, "--in", "out", "--apply")
    assert done.returncode == 2
    assert "another run is working" in done.stderr.decode()
    assert content(office) == before


def test_the_page_shows_before_and_after(run: Run, office: Path) -> None:
    assert run("glossary", "apply-change", ID, "--in", "out", "--html", "x.html").returncode == 1
    shown = (office / "x.html").read_text(encoding="utf-8")
    assert APPROVED in shown
    assert APPROVED.replace("goggles", NEW) in shown
    assert 'id="show-warning" checked' in shown, "without its box the style hides every segment"


def changed(office: Path) -> list[ChangedDocument]:
    workspace = Workspace.open(office)
    changes = [change for entry in workspace.termbase.history() for change in entry.changes]
    given = given_up(changes, workspace.glossary, {ID})
    renewal = Renewal(workspace.pipeline(), given)
    outputs = Journal.of(office / "out").outputs()
    return [
        change(one, renewal, outputs, repair_approved=False)
        for one in finished.delivered(office / "out")
    ]


def kill_at(step: int, act: Callable[[], object]) -> bool:
    """Act in a process of its own that is killed at that step; False where it came through."""
    child = os.fork()
    if child == 0:
        steps = iter(range(1, step))

        def strike(event: str, _arguments: object) -> None:
            watched = ("open", "os.rename", "os.remove", "os.chmod", "sqlite3.connect")
            if event in watched and not next(steps, 0):
                os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(strike)
        act()
        os._exit(0)
    _pid, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


@pytest.mark.skipif(sys.platform == "win32", reason="a process that forks itself")
def test_kill_9_at_every_single_step_leaves_all_or_nothing(office: Path, tmp_path: Path) -> None:
    out, pristine = office / "out", tmp_path / "pristine"
    shutil.copytree(out, pristine)
    documents = changed(office)
    old = content(office)
    new = old | {o.name: c for one in documents for o, c in (one.contents or {}).items()}
    assert len({name for name in new if new[name] != old[name]}) == 4
    seen = []
    for step in range(1, 500):
        shutil.rmtree(out)
        shutil.copytree(pristine, out)
        killed = kill_at(step, lambda: put_in_place(out, documents))
        settle(out)
        there = content(office)
        assert there in (old, new), f"half of it at step {step}"
        known = {output.name: output.sha256 for output in Journal.of(out).outputs()}
        assert all(known[name] == sha256_of(out / name) for name in there)
        assert not Journal.of(out).changing()
        seen.append(there == new)
        if not killed:
            break
    assert seen[-1]
    assert {True, False} == set(seen), "some steps lie before the change is made, and some after"
    assert len(seen) > 8, "the steps were not counted"


def test_a_change_that_was_stopped_halfway_is_finished_first(run: Run, office: Path) -> None:
    out, documents = office / "out", changed(office)
    contents = {o: c for one in documents for o, c in (one.contents or {}).items()}
    Journal.of(out).begin_change(answers_of(documents), contents)  # and then the process died
    said = run("glossary", "apply-change", ID, "--in", "out")
    assert "was stopped halfway" in said.stderr.decode()
    told = changing(run, ID, "--in", "out", "--apply", code=1)
    assert [segment["state"] for segment in told["segments"]] == ["approved"]
    assert NEW in texts(office, "b.en.docx")[0]


def test_a_change_that_was_begun_does_not_write_over_what_somebody_wrote_since(
    office: Path,
) -> None:
    out, documents = office / "out", changed(office)
    contents = {o: c for one in documents for o, c in (one.contents or {}).items()}
    Journal.of(out).begin_change({}, contents)  # and then the process died
    (out / "b.en.docx").write_bytes(b"the person's own")
    assert "b.en.docx" not in {path.name for path in settle(out)}
    assert (out / "b.en.docx").read_bytes() == b"the person's own"
    assert not Journal.of(out).changing()
