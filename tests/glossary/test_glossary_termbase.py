"""Changing the store: what is written where, who is noticed, what is refused."""

from datetime import date
from pathlib import Path

import pytest

from translate_kit.errors import BadData
from translate_kit.files import journal
from translate_kit.glossary.cells import Change, Place, Unfitting, cells_of, reverse
from translate_kit.glossary.concept import Status
from translate_kit.glossary.history import authors
from translate_kit.glossary.second_reading import second_reading
from translate_kit.glossary.termbase import Clashing, Termbase

MASK = ("ppe-0013", "ru", "маска")
NOTE = Place(*MASK, "note")


@pytest.fixture
def termbase(tmp_path: Path, some_domains: Path) -> Termbase:
    return Termbase(some_domains, tmp_path / "glossaries")


def propose(termbase: Termbase, text: str, who: str) -> Place:
    place = Place("ppe-0013", "ru", text, "status")
    termbase.commit([Change(place, "", "proposed")], who=who, did="propose")
    return place


def test_the_first_change_copies_the_domain_and_no_other(termbase: Termbase) -> None:
    before = {path: path.read_bytes() for path in termbase.shipped.glob("*/*.csv")}
    termbase.commit([Change(NOTE, "", "не респиратор")], who="王芳", did="edit", why="常有人混淆")
    assert {path: path.read_bytes() for path in termbase.shipped.glob("*/*.csv")} == before
    written = sorted(
        path.relative_to(termbase.own).as_posix() for path in termbase.own.rglob("*.*")
    )
    assert written == [
        "change.lock", "history.jsonl", "ppe/concepts.csv",
        "ppe/en.csv", "ppe/ja.csv", "ppe/ko.csv", "ppe/ru.csv", "ppe/zh.csv",
    ]  # fmt: skip
    for name in ("concepts", "en", "ja", "ko", "zh"):
        own, shipped = (f / "ppe" / f"{name}.csv" for f in (termbase.own, termbase.shipped))
        assert own.read_bytes() == shipped.read_bytes()
    old = set((termbase.shipped / "ppe" / "ru.csv").read_text("utf-8").splitlines())
    new = set((termbase.own / "ppe" / "ru.csv").read_text("utf-8").splitlines())
    assert len(new - old) == 1, "git shows one line per edited term"
    assert termbase.load().concept("ppe-0013").terms["ru"][0].note == "не респиратор"


def test_the_history_says_who_when_why_and_what(termbase: Termbase) -> None:
    entry = termbase.commit([Change(NOTE, "", "a")], who="王芳", did="edit", why="b")
    assert termbase.history() == (entry,)
    assert (entry.who, entry.did, entry.why) == ("王芳", "edit", "b")
    assert entry.changes == (Change(NOTE, "", "a"),)
    assert entry.when.tzinfo is not None


def test_changes_of_different_fields_merge(termbase: Termbase) -> None:
    grammar = Place(*MASK, "grammar")
    termbase.commit([Change(grammar, "gender=f", "gender=f; gen_pl=масок")], who="a", did="edit")
    termbase.commit([Change(NOTE, "", "x")], who="b", did="edit")  # b began before a
    term = termbase.load().concept("ppe-0013").terms["ru"][0]
    assert (dict(term.grammar), term.note) == ({"gender": "f", "gen_pl": "масок"}, "x")


def test_changes_of_the_same_field_clash_by_name(termbase: Termbase) -> None:
    termbase.commit([Change(NOTE, "", "x")], who="李伟", did="edit")
    status = Place("ppe-0013", "en", "face mask", "note")
    with pytest.raises(Clashing) as error:
        termbase.commit([Change(status, "", "z"), Change(NOTE, "", "y")], who="b", did="edit")
    assert "ppe-0013 ru “маска” note: 李伟 wrote “x”" in str(error.value)
    assert [clash.found for clash in error.value.clashes] == ["x"]
    assert len(termbase.history()) == 1, "nothing of a change that clashes is made"


def test_the_same_change_by_two_people_is_made_once(termbase: Termbase) -> None:
    termbase.commit([Change(NOTE, "", "x")], who="a", did="edit")
    assert termbase.commit([Change(NOTE, "", "x")], who="b", did="edit").changes == ()
    assert [entry.who for entry in termbase.history()] == ["a"]


def test_undoing_gives_the_same_files_again(termbase: Termbase) -> None:
    propose(termbase, "повязка", "a")
    before = {path: path.read_bytes() for path in termbase.own.glob("*/*.csv")}
    entry = termbase.commit([Change(NOTE, "", "x")], who="a", did="edit")
    termbase.commit(reverse(entry.changes), who="a", did="undo", undoes=entry.id)
    assert {path: path.read_bytes() for path in termbase.own.glob("*/*.csv")} == before


def test_undoing_what_was_changed_since_is_refused(termbase: Termbase) -> None:
    entry = termbase.commit([Change(NOTE, "", "x")], who="a", did="edit")
    termbase.commit([Change(NOTE, "x", "y")], who="b", did="edit")
    with pytest.raises(Clashing, match="b wrote “y”"):
        termbase.commit(reverse(entry.changes), who="a", did="undo", undoes=entry.id)


def test_a_concept_moves_to_another_domain(termbase: Termbase) -> None:
    domain = Place("ppe-0013", "", "", "domain")
    termbase.commit([Change(domain, "ppe", "donation")], who="a", did="edit")
    concept = termbase.load().concept("ppe-0013")
    assert concept.domain == "donation"
    assert concept.noun("ko").text == "마스크"
    assert "ppe-0013" not in (termbase.own / "ppe" / "ko.csv").read_text("utf-8")


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"ppe-0013": "ppe-9999"}, "no concept ppe-9999"),
        ({"ppe-0013": "ppe-0013"}, "refers to itself"),
        ({"ppe-0013": "ppe-0014", "ppe-0014": "ppe-0013"}, "in a circle: ppe-0013 → ppe-0014 →"),
    ],
)
def test_merges_that_lead_nowhere_are_refused(termbase: Termbase, changes, why) -> None:
    with pytest.raises(Unfitting) as error:
        termbase.commit(
            [Change(Place(one, "", "", "replaced_by"), "", two) for one, two in changes.items()],
            who="a",
            did="edit",
        )
    assert why in error.value.why
    assert error.value.place.field == "replaced_by"
    assert not (termbase.own / "ppe").exists()


def test_a_merged_concept_answers_with_its_successor(termbase: Termbase) -> None:
    place = Place("ppe-0013", "", "", "replaced_by")
    termbase.commit([Change(place, "", "ppe-0014")], who="a", did="edit")
    assert termbase.load().resolve("ppe-0013").id == "ppe-0014"
    assert termbase.load().concept("ppe-0013").replaced_by == "ppe-0014"


def test_nobody_approves_a_term_of_their_own(termbase: Termbase) -> None:
    status = propose(termbase, "повязка", "王芳")
    cells = cells_of(termbase.load())
    approve = [Change(status, "proposed", "admitted")]
    day = date(2020, 2, 8)
    own = second_reading(approve, cells, termbase.history(), who=" 王芳", today=day)
    assert own.changes == ()
    assert "王芳 wrote this term" in own.held[0].why
    other = second_reading(approve, cells, termbase.history(), who="李伟", today=day)
    termbase.commit(other.changes, who="李伟", did="review")
    (term,) = [t for t in termbase.load().concept("ppe-0013").terms["ru"] if t.text == "повязка"]
    assert (term.status, term.reviewer, term.date) == (Status.ADMITTED, "李伟", day)


def test_who_changes_the_grammar_is_an_author_too(termbase: Termbase) -> None:
    status = propose(termbase, "повязка", "王芳")
    grammar = Place("ppe-0013", "ru", "повязка", "grammar")
    termbase.commit([Change(grammar, "", "gender=f")], who="李伟", did="edit")
    assert authors(termbase.history(), "ppe-0013", "ru", "повязка") == ("王芳", "李伟")
    held = second_reading(
        [Change(status, "proposed", "preferred")], cells_of(termbase.load()), termbase.history(),
        who="李伟", today=date(2020, 2, 8),
    ).held  # fmt: skip
    assert [one.place for one in held] == [status]


def test_a_new_term_that_claims_approval_becomes_a_proposal(termbase: Termbase) -> None:
    place = Place("ppe-0013", "ru", "повязка", "status")
    allowed = second_reading(
        [Change(place, "", "forbidden")], {}, (), who="a", today=date(2020, 2, 8)
    )
    assert allowed.changes == (Change(place, "", "proposed"),)
    assert "second person" in allowed.held[0].why


def test_another_grammar_takes_the_signature_off(termbase: Termbase) -> None:
    status = propose(termbase, "повязка", "王芳")
    signed = second_reading(
        [Change(status, "proposed", "admitted")], cells_of(termbase.load()), termbase.history(),
        who="李伟", today=date(2020, 2, 8),
    )  # fmt: skip
    termbase.commit(signed.changes, who="李伟", did="review")
    grammar = Place("ppe-0013", "ru", "повязка", "grammar")
    allowed = second_reading(
        [Change(grammar, "", "gender=f")], cells_of(termbase.load()), termbase.history(),
        who="王芳", today=date(2020, 2, 9),
    )  # fmt: skip
    termbase.commit(allowed.changes, who="王芳", did="edit")
    (term,) = [t for t in termbase.load().concept("ppe-0013").terms["ru"] if t.text == "повязка"]
    assert (term.status, term.reviewer, term.date) == (Status.ADMITTED, "", None)


@pytest.mark.parametrize(
    "line", ["{", '{"id": "a"}', '{"id": "a", "when": "?", "changes": []}', "[]", '"x"']
)
def test_a_damaged_line_of_the_history_is_named(termbase: Termbase, line: str) -> None:
    termbase.commit([Change(NOTE, "", "x")], who="a", did="edit")
    path = termbase.own / "history.jsonl"
    path.write_text(path.read_text("utf-8") + line + "\n", encoding="utf-8")
    with pytest.raises(BadData, match=r"history\.jsonl, line 2: this line is no entry"):
        termbase.history()


def test_logs_that_git_has_joined_are_read_in_the_order_of_time(termbase: Termbase) -> None:
    for text in ("x", "y", "z"):
        old = termbase.history()
        termbase.commit(
            [Change(NOTE, old[-1].changes[0].new if old else "", text)], who="a", did="e"
        )
    path = termbase.own / "history.jsonl"
    first, *rest = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join([*rest, first, first]), encoding="utf-8")
    assert [entry.changes[0].new for entry in termbase.history()] == ["x", "y", "z"]


def test_a_log_that_grew_after_the_crash_is_not_cut(tmp_path: Path) -> None:
    log = tmp_path / "history.jsonl"
    log.write_bytes(b"one\ntwo, from another branch\n")
    writing = journal.Writing({"ppe/ru.csv": b"x"}, "history.jsonl", 4, b"mine\n")
    with journal.locked(tmp_path):
        journal.write(tmp_path, writing)
        journal.write(tmp_path, writing)
    assert log.read_bytes() == b"one\ntwo, from another branch\nmine\n"


def refer(termbase: Termbase, concept: str, field: str, target: str) -> None:
    termbase.commit([Change(Place(concept, "", "", field), "", target)], who="a", did="edit")


def of_domain(termbase: Termbase, domain: str) -> list[str]:
    homes = termbase.homes()
    return [each for each, home in homes.items() if home == domain and not termbase.load()
            .concepts[each].replaced_by][:2]  # fmt: skip


def test_a_change_reads_only_the_domains_that_it_needs(termbase: Termbase) -> None:
    whole = termbase.load()
    assert termbase.homes() == whole.homes
    ppe, donation = of_domain(termbase, "ppe")[0], of_domain(termbase, "donation")[0]
    assert termbase.around([ppe]).domains == ("ppe",)
    assert termbase.around([], ["donation", "nowhere"]).domains == ("donation",)
    refer(termbase, ppe, "replaced_by", donation)
    around = termbase.around([ppe])
    assert set(around.domains) == {"ppe", "donation"}
    assert around.concepts[donation] == whole.concepts[donation]


def test_references_into_other_domains_are_checked(termbase: Termbase) -> None:
    ppe, donation, protocol = (
        of_domain(termbase, name)[0] for name in ("ppe", "donation", "protocol")
    )
    refer(termbase, ppe, "replaced_by", donation)
    refer(termbase, donation, "replaced_by", protocol)
    with pytest.raises(Unfitting, match="in a circle"):
        refer(termbase, protocol, "replaced_by", ppe)
    with pytest.raises(Unfitting, match="there is no concept xyz-0001"):
        refer(termbase, protocol, "replaced_by", "xyz-0001")


def test_an_id_of_another_domain_is_taken(termbase: Termbase) -> None:
    taken = of_domain(termbase, "donation")[0]
    with pytest.raises(Clashing):
        termbase.commit([Change(Place(taken, "", "", "domain"), "", "ppe")], who="a", did="add")


def test_what_is_wrong_in_another_domain_hinders_nobody(termbase: Termbase) -> None:
    broken = termbase.own / "donation" / "ru.csv"
    broken.parent.mkdir(parents=True)
    broken.write_text("concept,term,status\nnone-0001,x,good\n", encoding="utf-8")
    termbase.commit([Change(NOTE, "", "x")], who="a", did="edit")
    assert termbase.around(["ppe-0013"]).concepts["ppe-0013"].terms["ru"][0].note == "x"
    with pytest.raises(BadData, match="unknown value"):
        termbase.load()


def test_a_domain_whose_ids_cannot_be_read_is_named(termbase: Termbase) -> None:
    broken = termbase.own / "donation" / "concepts.csv"
    broken.parent.mkdir(parents=True)
    broken.write_text("name\nx\n", encoding="utf-8")
    with pytest.raises(BadData, match="field id: this column is missing"):
        termbase.commit([Change(NOTE, "", "x")], who="a", did="edit")
    assert termbase.history() == ()
