"""Terms put into sentences: tables that language staff read and extend."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_kit.languages.fitting import Place, fit
from translate_kit.model import LANGUAGES, Noun

CASES = Path(__file__).parent / "cases"


def rows(language: str) -> list[dict[str, str]]:
    with (CASES / f"fitting_{language}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def notes(cell: str) -> dict[str, str]:
    return dict(piece.split("=", 1) for piece in cell.split(";") if piece)


def fitted(row: dict[str, str], language: str):
    noun = Noun(row["term"], notes(row.get("grammar", "")))
    return fit(noun, Place(row["before"], row["words"], row["after"]), language)


@pytest.mark.parametrize("language", ["ko", "en", "ru"])
def test_a_term_in_a_sentence(language: str) -> None:
    wrong = [
        (row["expected"], fitted(row, language).text)
        for row in rows(language)
        if fitted(row, language).text != row["expected"]
    ]
    assert not wrong


def test_korean_particles_in_sentences_of_letters() -> None:
    """Sentences of the starter memory, another term with its particle put in.

    All 160 sentences with what was put in have been read from beginning to end, with an editor's
    eye for particles and spacing, though by nobody whose mother tongue it is. No slip is allowed.
    """
    wrong = [
        (row["expected"], fitted(row, "ko").text)
        for row in rows("ko_sentences")
        if fitted(row, "ko").text != row["expected"]
    ]
    assert not wrong


def test_russian_forms_in_sentences_of_letters() -> None:
    """Sentences of the starter memory, another term of the field put in.

    All 240 expected sentences have been read from beginning to end, with an editor's eye for case
    and number, though by nobody whose mother tongue it is; clearly wrong words were left out
    beforehand, and rows by which the rules were mended are among them. What a sentence does not
    show (дезинфицирующий раствор or its plural) may come out otherwise: 3 rows do, 237 are right.
    ``benchmarks/russian_forms.py`` makes such rows anew, unfiltered and unread.
    """
    read = rows("ru_sentences")
    unlike = [
        (row["expected"], fitted(row, "ru").text)
        for row in read
        if fitted(row, "ru").text.casefold() != row["expected"].casefold()
    ]
    assert len(read) >= 200
    assert len(unlike) <= 0.03 * len(read), unlike


def test_it_is_said_where_russian_does_not_show_the_form() -> None:
    unlike = [row for row in rows("ru") if fitted(row, "ru").sure != (row["sure"] == "yes")]
    assert not unlike


@pytest.mark.parametrize("language", LANGUAGES)
@given(before=st.text(max_size=20), words=st.text(max_size=10), after=st.text(max_size=20))
def test_any_place_takes_a_term(language: str, before: str, words: str, after: str) -> None:
    term = {"ru": "медицинская маска", "ko": "마스크", "en": "mask"}.get(language, "口罩")
    made = fit(Noun(term, {}), Place(before, words, after), language)
    assert made.term
    assert made.text == made.before + made.term + made.after
