"""Laws of the flat table: nothing is lost in it, and changes can be made, merged and taken back."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_kit.glossary.cells import (
    Change,
    Place,
    Unfitting,
    applied,
    cells_of,
    clashes,
    concepts_of,
    difference,
    reverse,
)
from translate_kit.glossary.store import Glossary

PLACES = st.builds(
    Place,
    st.sampled_from(["ppe-0001", "ppe-0002"]),
    st.just("ru"),
    st.sampled_from(["маска", "СИЗ"]),
    st.sampled_from(["status", "note", "grammar"]),
)
TABLES = st.dictionaries(PLACES, st.sampled_from(["a", "b", "c"]), max_size=8)


def test_nothing_of_the_shipped_glossary_is_lost(shipped: Glossary) -> None:
    assert concepts_of(cells_of(shipped)) == dict(sorted(shipped.concepts.items()))


@given(TABLES, TABLES)
def test_a_difference_makes_the_new_of_the_old_and_back(old, new) -> None:
    changes = difference(old, new)
    assert applied(old, changes) == new
    assert applied(new, reverse(changes)) == old
    assert clashes(old, changes) == ()
    assert clashes(new, changes) == (), "what is there already clashes with nothing"


@given(TABLES, TABLES, TABLES)
def test_two_differences_merge_in_any_order_or_clash(base, ours, theirs) -> None:
    mine, other = difference(base, ours), difference(base, theirs)
    clash = clashes(ours, other)
    both = {c.place for c in mine} & {c.place for c in other}
    assert {c.change.place for c in clash} <= both
    if not clash:
        assert applied(ours, other) == applied(theirs, mine)


@pytest.mark.parametrize(
    ("place", "text", "why"),
    [
        (Place("ppe-0013", "ru", "маска", "status"), "", "unknown value “”"),
        (Place("ppe-0013", "ru", "маска", "date"), "8.2.2020", "write it like 2020-02-08"),
        (Place("ppe-0013", "ru", "маска", "grammar"), "f", "key=value"),
        (Place("ppe-0013", "ru", "масочка", "note"), "без статуса", "unknown value “”"),
        (Place("ppe-0013", "ru", "повязка", "status"), "preferred", "two preferred"),
        (Place("ppe-0013", "", "", "part_of_speech"), "nown", "noun, proper_noun"),
        (Place("ppe-0013", "", "", "domain"), "", "no such concept"),
        (Place("ppe-0013", "", "", "domain"), "../ppe", "no domain"),
        (Place("ppe-9999", "", "", "note"), "x", "no such concept"),
        (Place("PPE 1", "", "", "domain"), "ppe", "no concept id"),
    ],
)
def test_cells_that_make_no_concept_are_refused_by_place(shipped, place, text, why) -> None:
    cells = applied(cells_of([shipped.concept("ppe-0013")]), [Change(place, "", text)])
    with pytest.raises(Unfitting) as error:
        concepts_of(cells)
    assert why in error.value.why
    assert error.value.place.concept == place.concept


def test_references_survive(shipped: Glossary) -> None:
    concept = replace(shipped.concept("ppe-0013"), replaced_by="ppe-0014", see=("a-1", "b-2"))
    assert concepts_of(cells_of([concept])) == {concept.id: concept}
