"""Laws of the canonical form: what is written reads back the same, and writes the same again."""

import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from translate_kit.glossary import folder, grammar
from translate_kit.glossary.concept import Concept, Status, Term

WORDS = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1, max_size=12
).map(lambda text: unicodedata.normalize("NFC", text))
VALUES = WORDS.filter(lambda text: ";" not in text)
NOTES = st.dictionaries(st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True), VALUES, max_size=3)
TERMS = st.builds(
    Term,
    text=WORDS,
    language=st.just("ru"),
    status=st.sampled_from([status for status in Status if status is not Status.PREFERRED]),
    grammar=NOTES,
    reviewer=WORDS,
    date=st.one_of(st.none(), st.dates(min_value=date(1, 1, 1))),
    note=WORDS,
    countries=st.sampled_from([(), ("CA",), ("CA", "GB")]),
)


def one_concept(terms: list[Term]) -> Concept:
    return Concept("ppe-0001", "ppe", "noun", "", "口罩", "", "", "", {"ru": terms})


@given(NOTES)
def test_grammar_notes_survive(notes: dict[str, str]) -> None:
    assert dict(grammar.parse(grammar.serialize(notes))) == notes


@pytest.mark.parametrize("cell", ["m", "gender=", "=m", "Gender=m", "a=1; a=2", "a=1;;b=2"])
def test_malformed_grammar_is_refused(cell: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        grammar.parse(cell)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(TERMS, max_size=6, unique_by=lambda term: term.text))
def test_terms_survive_and_writing_is_idempotent(tmp_path: Path, terms: list[Term]) -> None:
    path = tmp_path / "ru.csv"
    written = folder.terms_csv([one_concept(terms)], "ru")
    path.write_bytes(written)
    read = [found.term for found in folder.read_terms(path, "ru")]
    assert sorted(read, key=lambda term: term.text) == sorted(terms, key=lambda term: term.text)
    assert folder.terms_csv([one_concept(read)], "ru") == written


def test_the_canonical_order_and_quoting() -> None:
    def term(text: str, status: Status, note: str = "") -> Term:
        return Term(text, "en", status, {}, note=note)

    late = Concept(
        "ppe-0002", "ppe", "noun", "", "x", "", "", "", {"en": [term("b", Status.ADMITTED)]}
    )
    early = Concept(
        "ppe-0001", "ppe", "noun", "", "x", "", "", "",
        {"en": [term("c", Status.FORBIDDEN, "no, never"), term("b", Status.ADMITTED),
                term("a", Status.ADMITTED), term("z", Status.PREFERRED)]},
    )  # fmt: skip
    assert folder.terms_csv([late, early], "en").decode() == (
        "concept,term,status,grammar,reviewer,date,note\n"
        "ppe-0001,z,preferred,,,,\n"
        "ppe-0001,a,admitted,,,,\n"
        "ppe-0001,b,admitted,,,,\n"
        'ppe-0001,c,forbidden,,,,"no, never"\n'
        "ppe-0002,b,admitted,,,,\n"
    )
