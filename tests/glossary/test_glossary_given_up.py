"""What a change of the glossary gives up, and the glossary in which that is used no more."""

import pytest

from translate_kit.glossary.cells import Change, Place
from translate_kit.glossary.concept import Concept, Status, Term
from translate_kit.glossary.given_up import changed_concepts, given_up, without
from translate_kit.glossary.store import Glossary


def glossary(*terms: tuple[str, str], replaced_by: str = "") -> Glossary:
    made = [Term(text, "ru", Status(status), {}) for text, status in terms]
    listed = {"ru": tuple(sorted(made, key=lambda term: term.status.rank))}
    concept = Concept("a-1", "a", "noun", "", "", "", "", "", listed, replaced_by)
    heir = Concept("a-2", "a", "noun", "", "", "", "", "", {})
    return Glossary({"a-1": concept, "a-2": heir})


def status(term: str, old: str, new: str) -> Change:
    return Change(Place("a-1", "ru", term, "status"), old, new)


@pytest.mark.parametrize(
    ("why", "now", "changes", "expected"),
    [
        (
            "the preferred one has become admitted",
            [("новая", "preferred"), ("старая", "admitted")],
            [status("новая", "proposed", "preferred"), status("старая", "preferred", "admitted")],
            {"старая": "deprecated"},
        ),
        (
            "deprecated",
            [("новая", "preferred"), ("старая", "deprecated")],
            [status("старая", "admitted", "deprecated")],
            {"старая": "deprecated"},
        ),
        (
            "forbidden stays forbidden",
            [("новая", "preferred"), ("старая", "forbidden")],
            [status("старая", "preferred", "forbidden")],
            {"старая": "forbidden"},
        ),
        (
            "written otherwise, which takes the old one away",
            [("новая", "preferred")],
            [status("старая", "preferred", ""), status("новая", "", "preferred")],
            {"старая": "deprecated"},
        ),
        (
            "a proposal that was rejected was never in use",
            [("новая", "preferred"), ("иная", "rejected")],
            [status("иная", "proposed", "rejected")],
            {},
        ),
        (
            "given up and taken up again",
            [("новая", "preferred")],
            [status("новая", "preferred", "admitted"), status("новая", "admitted", "preferred")],
            {},
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_was_given_up(
    why: str, now: list[tuple[str, str]], changes: list[Change], expected: dict[str, str]
) -> None:
    today = glossary(*now)
    given = given_up(changes, today, {"a-1"})
    assert {term.text: term.status.value for term in given["a-1"]} == expected
    then = {t.text: t.status.value for t in without(today, given).concept("a-1").terms["ru"]}
    assert then == dict(now) | expected


def test_the_grammar_of_a_term_that_is_gone_is_remembered() -> None:
    gone = (
        Change(Place("a-1", "ru", "старая", "grammar"), "gender=f", ""),
        status("старая", "preferred", ""),
    )
    (term,) = given_up(gone, glossary(("новая", "preferred")), {"a-1"})["a-1"]
    assert dict(term.grammar) == {"gender": "f"}


def test_a_concept_that_was_replaced_gives_its_terms_to_its_heir() -> None:
    now = glossary(("старая", "deprecated"), replaced_by="a-2")
    changes = [status("старая", "preferred", "deprecated")]
    given = given_up(changes, now, {"a-1"})
    assert [term.text for term in given["a-2"]] == ["старая"]
    assert "a-1" not in given


def test_only_what_matters_to_a_translation_is_a_change() -> None:
    place = Place("a-1", "", "", "definition")
    assert changed_concepts([Change(place, "", "x")]) == frozenset()
    assert changed_concepts([Change(Place("a-1", "ru", "т", "note"), "", "x")]) == frozenset()
    assert changed_concepts([status("т", "", "proposed")]) == {"a-1"}
