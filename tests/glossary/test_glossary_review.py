"""A second reader at the terminal: what is shown, what each answer does, and going on later."""

import io
import json
from collections.abc import Callable
from datetime import datetime

import pytest
from click.testing import CliRunner, Result

from translate_kit.cli.glossary.group import glossary as glossary_group
from translate_kit.glossary.cells import Change, Place
from translate_kit.glossary.concept import Status, Term
from translate_kit.workspace import Workspace


def propose(office: Workspace, *texts: str, who: str = "Anna") -> None:
    for text in texts:
        place = Place("ppe-0013", "ru", text, "status")
        office.termbase.commit([Change(place, "", "proposed")], who=who, did="propose", why="w")


def review(office: Workspace, *answers: str, who: str = "Boris", options: tuple[str, ...] = ()):
    arguments = ["review", "--as", who, *options]
    return CliRunner().invoke(
        glossary_group, arguments, obj=office, input="\n".join(answers) + "\n"
    )


def term(office: Workspace, text: str) -> Term:
    terms = office.termbase.load().concept("ppe-0013").terms["ru"]
    return next(term for term in terms if term.text == text)


@pytest.fixture
def reviewed(office: Workspace):
    propose(office, "повязка")

    def answer(*answers: str) -> Result:
        done = review(office, *answers)
        assert done.exit_code == 0, done.output
        return done

    return answer


def test_what_a_reader_sees(reviewed) -> None:
    said = reviewed("s").output
    for text in ("ppe-0013", "遮盖口鼻", "маска (preferred)", "마스크", "“повязка” (proposed)",
                 "Anna", "1/1"):  # fmt: skip
        assert text in said


def test_a_reader_is_told_of_the_same_word_for_another_concept(office: Workspace) -> None:
    place = Place("ppe-0013", "en", "surgical mask", "status")
    office.termbase.commit([Change(place, "", "proposed")], who="Anna", did="propose")
    said = review(office, "s").output
    assert "“surgical mask” is also a term of ppe-0015 (preferred)" in said


def test_approving_as_preferred_makes_the_former_one_admitted(office: Workspace, reviewed) -> None:
    reviewed("p")
    approved = term(office, "повязка")
    assert (approved.status, approved.reviewer) == (Status.PREFERRED, "Boris")
    assert approved.date == datetime.now().astimezone().date()
    assert term(office, "маска").status is Status.ADMITTED


@pytest.mark.parametrize(
    ("answers", "status", "note"),
    [
        (["a"], Status.ADMITTED, ""),
        (["r", "разговорное"], Status.REJECTED, "разговорное"),
        (["f", "другой товар"], Status.FORBIDDEN, "другой товар"),
        (["r", "", "  ", "разговорное"], Status.REJECTED, "разговорное"),
        (["h", "откуда?"], Status.IN_REVIEW, "откуда?"),
        (["x", "a"], Status.ADMITTED, ""),
    ],
)
def test_each_answer(office: Workspace, reviewed, answers, status, note) -> None:
    reviewed(*answers)
    assert (term(office, "повязка").status, term(office, "повязка").note) == (status, note)
    assert office.termbase.history()[-1].did == "review"


def test_whoever_stops_goes_on_later(office: Workspace) -> None:
    propose(office, "а", "б", "в")
    assert "1/3" in review(office, "a", "q").output
    done = review(office, "s", "r", "нет")
    assert "1/2" in done.output
    assert [term(office, text).status.value for text in "абв"] == [
        "admitted", "proposed", "rejected",
    ]  # fmt: skip


def test_a_reader_who_is_cut_off_loses_nothing(office: Workspace) -> None:
    propose(office, "а", "б")
    done = CliRunner().invoke(glossary_group, ["review", "--as", "Boris"], obj=office, input="a\n")
    assert done.exit_code == 1
    assert [term(office, text).status.value for text in "аб"] == ["admitted", "proposed"]


def test_nobody_is_asked_about_terms_of_their_own(office: Workspace) -> None:
    propose(office, "а", who="Anna")
    propose(office, "б", who="boris")
    done = review(office, "a", who="Boris")
    assert "1/1" in done.output
    assert "1 of your own waits for somebody else." in done.output
    assert term(office, "б").status is Status.PROPOSED


class Typing(io.RawIOBase):
    """Standard input of a slow reader: before the first answer a third person is faster."""

    def __init__(self, meanwhile: Callable[[], object], *answers: bytes) -> None:
        self.meanwhile, self.answers = meanwhile, iter(answers)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:
        self.meanwhile()
        self.meanwhile = lambda: None
        answer = next(self.answers, b"")
        buffer[: len(answer)] = answer
        return len(answer)


def test_what_somebody_else_decided_meanwhile_is_said_and_gone_on(office: Workspace) -> None:
    propose(office, "а", "б")
    change = Change(Place("ppe-0013", "ru", "а", "status"), "proposed", "rejected")
    typing = Typing(
        lambda: office.termbase.commit([change], who="Carla", did="review"), b"a\n", b"a\n"
    )
    done = CliRunner().invoke(
        glossary_group, ["review", "--as", "Boris"], obj=office, input=io.BufferedReader(typing)
    )
    assert done.exit_code == 0, done.output
    assert "Carla wrote “rejected”" in done.output
    assert [term(office, text).status.value for text in "аб"] == ["rejected", "admitted"]


def test_nothing_open(office: Workspace) -> None:
    assert "No open proposals." in review(office).output


def test_terms_approved_but_never_read(office: Workspace) -> None:
    done = review(office, "p", "q", options=("--unread", "--domain", "ppe", "-l", "ru"))
    assert done.exit_code == 0
    (entry,) = office.termbase.history()
    assert {change.place.field for change in entry.changes} == {"reviewer", "date"}
    concept = office.termbase.load().concept("ppe-0001")
    assert concept.terms["ru"][0].reviewer == "Boris"


def test_lists(office: Workspace, command) -> None:
    propose(office, "повязка")
    said = command("review", "--list")
    assert said == "ppe-0013 ru “повязка” (proposed)    Anna\n"
    (record,) = json.loads(command("review", "--json"))
    assert (record["concept"], record["term"], record["authors"]) == (
        "ppe-0013", "повязка", ["Anna"],
    )  # fmt: skip
    assert command("review", "--list", "--domain", "donation") == ""
    assert "did you mean “donation”" in command("review", "--list", "--domain", "donatio", code=2)
