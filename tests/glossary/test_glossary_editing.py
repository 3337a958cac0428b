"""The commands that change the glossary, in a workspace over the shipped data."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from translate_kit.cli.glossary import finding as glossary_finding
from translate_kit.cli.glossary.group import glossary as glossary_group
from translate_kit.glossary.cells import Change, Place
from translate_kit.glossary.concept import Status
from translate_kit.workspace import Workspace

ANNA, BORIS = ("--as", "Anna"), ("--as", "Boris")

large_too = pytest.mark.parametrize("size", ["small", "large"], indirect=True)
"""A large glossary is looked up in its index, and read only as far as a change needs it."""


@pytest.fixture(autouse=True)
def size(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    if getattr(request, "param", "small") == "large":
        monkeypatch.setattr(glossary_finding, "WORTHWHILE", 0)
        monkeypatch.setenv("TRANSLATE_KIT_CACHE", str(tmp_path / "cache"))


def terms(office: Workspace, concept: str, language: str) -> dict[str, Status]:
    found = office.termbase.load().concept(concept).terms.get(language, ())
    return {term.text: term.status for term in found}


def test_without_a_workspace_nothing_is_changed(run, tmp_path: Path) -> None:
    done = run("glossary", "propose", "口罩", "ru", "повязка")
    assert done.returncode == 2
    assert b"translate-kit init FOLDER" in done.stderr
    assert list(tmp_path.iterdir()) == []


@large_too
def test_propose(office: Workspace, command) -> None:
    said = command("propose", "口罩", "ru", " повязка ", "--grammar", "gender=f", *ANNA)
    assert "2 fields saved as " in said
    assert terms(office, "ppe-0013", "ru")["повязка"] is Status.PROPOSED
    assert "Anna  propose" in command("history", "口罩")


@large_too
def test_a_term_that_is_there_already_is_not_proposed_again(command) -> None:
    said = command("propose", "口罩", "ru", "Маска", *ANNA, code=2)
    assert "“маска” is a term of ppe-0013 already: preferred" in said


@large_too
def test_homographs_and_near_ones_are_shown_before_saving(office: Workspace, command) -> None:
    said = command("propose", "口罩", "en", "surgical masks", *ANNA, code=2)
    assert "“surgical masks” is like “surgical mask” of ppe-0015 (preferred)" in said
    assert "nothing was saved" in said
    assert not office.termbase.history()
    said = command("propose", "口罩", "en", "surgical mask", "--yes", *ANNA)
    assert "“surgical mask” is also a term of ppe-0015 (preferred): 符合YY 0469" in said
    assert terms(office, "ppe-0013", "en")["surgical mask"] is Status.PROPOSED


@large_too
def test_add_by_options(office: Workspace, command) -> None:
    said = command(
        "add", "--zh", "面屏支架", "--ru", "каркас щитка", "--ru", "рамка щитка",
        "--domain", "ppe", "--definition", "固定面屏的支架", "--counter", "piece", *ANNA,
    )  # fmt: skip
    (identifier,) = re.findall(r"new concept: (ppe-\d{4})\n", said)
    concept = office.termbase.load().concept(identifier)
    assert (concept.part_of_speech, concept.counter) == ("noun", "piece")
    assert set(terms(office, identifier, "ru").values()) == {Status.PROPOSED}


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["--zh", "面屏支架", "--definition", "x"], "a new concept needs --domain"),
        (["--zh", "面屏支架", "--domain", "ppe"], "a new concept needs --definition"),
        (["--zh", "面", "--domain", "../x", "--definition", "x"], "“../x” is no domain"),
        (["--zh", "面", "--domain", "ppe", "--definition", "x", "--see", "a-9"], "no concept a-9"),
    ],
)
def test_an_incomplete_concept_is_refused(office: Workspace, command, options, why) -> None:
    assert why in command("add", *options, *ANNA, code=2)
    assert not office.termbase.history()


@large_too
def test_add_by_questions(office: Workspace) -> None:
    answers = ["新领域", "测试词", "trial term; other term", "", "", "", "定义", "", "", "", "来源"]
    done = CliRunner().invoke(
        glossary_group, ["add", *ANNA], obj=office, input="\n".join(answers) + "\n"
    )
    assert done.exit_code == 0, done.output
    (concept,) = [c for c in office.termbase.load() if c.domain == "新领域"]
    assert (concept.definition, concept.source, concept.id) == ("定义", "来源", "term-0001")
    assert set(terms(office, concept.id, "en")) == {"trial term", "other term"}


def test_two_people_enter_at_once_and_get_two_ids(office: Workspace) -> None:
    from translate_kit.glossary.edits import NewConcept, NewTerm, enter
    from translate_kit.glossary.entering import enter_concept
    from translate_kit.glossary.termbase import Clashing

    def new(text: str) -> NewConcept:
        return NewConcept("ppe", {"part_of_speech": "noun", "definition": text},
                          [NewTerm("zh", text)])  # fmt: skip

    termbase = office.termbase
    _id, late = enter(termbase.homes(), new("甲"))
    taken = enter_concept(termbase, new("乙"), who="b")[0]
    with pytest.raises(Clashing):
        termbase.commit(late, who="a", did="add")
    assert enter_concept(termbase, new("甲"), who="a")[0] == f"ppe-{int(taken[-4:]) + 1:04d}"


@large_too
def test_edit_a_concept(office: Workspace, command) -> None:
    command("edit", "口罩", "--note", " state the  type ", "--see", "ppe-0014", *ANNA)
    concept = office.termbase.load().concept("ppe-0013")
    assert (concept.note, concept.see) == ("state the type", ("ppe-0014",))
    assert "see" in (office.termbase.own / "ppe" / "concepts.csv").read_text("utf-8").split("\n")[0]
    assert "Nothing to change" in command("edit", "口罩", "--note", "state the type", *ANNA)


def test_edit_a_concept_by_questions(office: Workspace) -> None:
    answers = ["", "遮盖口鼻", "", "", "-", "", "", ""]
    done = CliRunner().invoke(
        glossary_group, ["edit", "口罩", *ANNA], obj=office, input="\n".join(answers) + "\n"
    )
    assert done.exit_code == 0, done.output
    concept = office.termbase.load().concept("ppe-0013")
    assert (concept.definition, concept.note, concept.counter) == ("遮盖口鼻", "", "mask")


def test_an_approved_term_written_anew_stays_until_the_new_one_is_approved(
    office: Workspace, command
) -> None:
    command("edit", "口罩", "--term", "маска", "--text", "маска лицевая", *ANNA)
    found = terms(office, "ppe-0013", "ru")
    assert (found["маска"], found["маска лицевая"]) == (Status.PREFERRED, Status.PROPOSED)


@large_too
def test_a_proposal_written_anew_is_replaced(office: Workspace, command) -> None:
    command("propose", "口罩", "ru", "повезка", "--grammar", "gender=f", "--note", "n", *ANNA)
    command("edit", "口罩", "--term", "повезка", "--text", "повязка", *BORIS)
    concept = office.termbase.load().concept("ppe-0013")
    (term,) = [t for t in concept.terms["ru"] if t.status is Status.PROPOSED]
    assert (term.text, dict(term.grammar), term.note) == ("повязка", {"gender": "f"}, "n")


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["--term", "маска"], "say what to change"),
        (["--term", "масочка", "--text", "x"], "did you mean “маска”"),
        (["--term", "маска", "--grammar", "f"], "key=value"),
        (["--replaced-by", "x"], "No such option"),
    ],
)
def test_an_edit_that_says_nothing_is_refused(command, options, why) -> None:
    assert why in command("edit", "口罩", *options, *ANNA, code=2)


@large_too
def test_deprecate(office: Workspace, command) -> None:
    said = command("deprecate", "口罩", "маска", *ANNA, code=2)
    assert "name the one that takes its place: --use" in said
    command("propose", "口罩", "ru", "повязка", *ANNA)
    said = command("deprecate", "口罩", "маска", "--use", "повязка", *BORIS, code=2)
    assert "“повязка” is proposed; only an approved term" in said
    command("deprecate", "口罩", "маска", "--use", "защитная маска", "--why", "точнее", *ANNA)
    found = terms(office, "ppe-0013", "ru")
    assert (found["маска"], found["защитная маска"]) == (Status.DEPRECATED, Status.PREFERRED)
    assert "точнее" in command("history", "口罩")


@large_too
def test_one_concept_replaces_another(office: Workspace, command) -> None:
    command("deprecate", "ppe-0013", "--replaced-by", "ppe-0014", *ANNA)
    concept = office.termbase.load().concept("ppe-0013")
    assert concept.replaced_by == "ppe-0014"
    assert not any(t.status.approved for each in concept.terms.values() for t in each)
    said = command("deprecate", "ppe-0014", "--replaced-by", "ppe-0013", *ANNA, code=2)
    assert "ppe-0014 refers to itself" in said


def test_show_tells_of_other_concepts(command) -> None:
    command("edit", "ppe-0013", "--see", "ppe-0014 ppe-0016", *ANNA)
    assert "Not to be confused with ppe-0014, ppe-0016" in command("show", "ppe-0013")
    command("deprecate", "ppe-0013", "--replaced-by", "ppe-0014", *ANNA)
    assert "Replaced by ppe-0014" in command("show", "ppe-0013")
    assert json.loads(command("show", "ppe-0013", "--json"))["replaced_by"] == "ppe-0014"


def test_undo_takes_back_my_latest_change(office: Workspace, command) -> None:
    command("propose", "口罩", "ru", "повязка", *ANNA)
    command("propose", "口罩", "ko", "입가리개", *BORIS)
    assert "ru “повязка”" in command("undo", *ANNA)
    assert "повязка" not in terms(office, "ppe-0013", "ru")
    assert "입가리개" in terms(office, "ppe-0013", "ko")
    assert "there is no change of Anna's" in command("undo", *ANNA, code=2)


def test_undo_by_id_once(office: Workspace, command) -> None:
    command("propose", "口罩", "ru", "повязка", *ANNA)
    entry = office.termbase.history()[0].id
    command("undo", entry, *BORIS)
    assert f"{entry} has been taken back already" in command("undo", entry, *BORIS, code=2)
    assert "no change “zzzz”" in command("undo", "zzzz", *BORIS, code=2)
    again = office.termbase.history()[1].id
    command("undo", again, *ANNA)
    assert "повязка" in terms(office, "ppe-0013", "ru"), "an undoing can be undone"


def test_history_as_json(command) -> None:
    command("propose", "口罩", "ru", "повязка", "--why", "w", *ANNA)
    record = json.loads(command("history", "--json"))
    assert (record["who"], record["did"], record["why"]) == ("Anna", "propose", "w")
    assert record["changes"] == [["ppe-0013", "ru", "повязка", "status", "", "proposed"]]


def test_history_of_a_concept_tells_nothing_of_others(office: Workspace, command) -> None:
    place = (Place("ppe-0013", "", "", "note"), Place("ppe-0014", "", "", "note"))
    old = [office.termbase.load().concept(one.concept).note for one in place]
    office.termbase.commit(
        [Change(p, o, "x") for p, o in zip(place, old, strict=True)], who="a", did="import"
    )
    said = command("history", "ppe-0014")
    assert "ppe-0014 note" in said
    assert "ppe-0013" not in said
    assert "as translate-kit ships it" in command("history", "ppe-0001")


def test_who_is_asked_of_the_workspace_and_of_the_login(office: Workspace, command, monkeypatch):
    settings = office.folder / "translate-kit.toml"
    settings.write_text('[glossary]\neditor = "王芳"\n', encoding="utf-8")
    command("propose", "口罩", "ru", "повязка")
    settings.write_text("", encoding="utf-8")
    monkeypatch.setenv("USERNAME", "liwei")
    command("propose", "口罩", "ru", "повязочка")
    assert [entry.who for entry in office.termbase.history()] == ["王芳", "liwei"]
    settings.write_text('[glossary]\neditr = "王芳"\n', encoding="utf-8")
    assert "field glossary: write [glossary]" in command("propose", "口罩", "ru", "x", code=2)
