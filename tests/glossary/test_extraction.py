"""Term candidates: what comes out of the office's documents, and what is known already."""

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate_kit.glossary.concept import Concept, Status, Term
from translate_kit.glossary.extraction import Candidate, Sentence, counting, extract
from translate_kit.glossary.extraction.proposing import concept_of
from translate_kit.glossary.store import Glossary
from translate_kit.languages.segmentation import split

CASES = Path(__file__).parent / "cases"
EMPTY = Glossary({})


def documents() -> list[tuple[str, list[str], list[str]]]:
    with (CASES / "extraction.csv").open(encoding="utf-8", newline="") as file:
        return [(row["file"], row["wanted"].split("|"), row["unwanted"].split("|"))
                for row in csv.DictReader(file)]  # fmt: skip


def candidates(*texts: str, language: str = "zh", glossary: Glossary = EMPTY) -> list[str]:
    sentences = [Sentence(text, "a.txt") for text in texts]
    return [each.text for each in extract(sentences, language, glossary, top=100)]


def glossary(*terms: tuple[str, str, Status]) -> Glossary:
    concepts = [
        Concept(f"a-{n}", "a", "noun", "", "", "", "", "", {code: [Term(text, code, status, {})]})
        for n, (code, text, status) in enumerate(terms)
    ]
    return Glossary({each.id: each for each in concepts})


@pytest.mark.parametrize(("file", "wanted", "unwanted"), documents())
def test_documents_of_the_office(
    shipped: Glossary, file: str, wanted: list[str], unwanted: list[str]
) -> None:
    text = (CASES / "extraction" / file).read_text(encoding="utf-8")
    found = candidates(*(span.of(text) for span in split(text, "zh")), glossary=shipped)
    assert [term for term in wanted if term not in found] == []
    assert [term for term in unwanted if term in found] == []
    assert set(found[:2]) <= set(wanted), "the best are right"


@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize(
    ("language", "term", "text"),
    [
        ("zh", "便携式制氧机", "便携式制氧机已运抵。便携式制氧机合格。"),
        ("en", "oxygen concentrator", "Oxygen concentrators arrived. Two oxygen concentrators."),
        ("ru", "кислородный концентратор", "Нет кислородных концентраторов."),
        ("ko", "산소발생기", "산소발생기를 보냈습니다."),
        ("ja", "酸素濃縮器", "酸素濃縮器を送りました。"),
    ],
)
def test_what_is_known_in_any_form_is_left_out(
    language: str, term: str, text: str, status: Status
) -> None:
    def folded(found: list[str]) -> list[str]:
        return [each.casefold() for each in found]

    assert term in folded(candidates(text, language=language))
    known = glossary((language, term, status))
    assert term not in folded(candidates(text, language=language, glossary=known))


def test_parts_of_what_is_known_are_no_news() -> None:
    known = glossary(("zh", "医用一次性防护服", Status.PREFERRED))
    text = (
        "采购医用一次性防护服；医用一次性防护服生产线投产，防护服生产线的产能，防护服生产线的选址。"
    )
    found = candidates(text, text, glossary=known)
    assert not {"一次性防护服", "医用一次性", "采购医用一次性防护服"} & set(found)
    assert "防护服生产线" in found


UNITS = [
    ("便携式制氧机已运抵。", "The portable oxygen concentrators have arrived."),
    ("请检验便携式制氧机。", "Please inspect the portable oxygen concentrators."),
    ("便携式制氧机附说明书。", "A manual comes with the portable oxygen concentrator."),
    ("血氧仪已运抵。", "The pulse oximeters have arrived."),
    ("血氧仪附说明书。", "A manual comes with the pulse oximeter."),
    ("请检验血氧仪。", "Please inspect the pulse oximeters."),
    *((f"第{n}批车辆出发。", f"Convoy {n} set out.") for n in range(1, 9)),
]


def bilingual(glossary: Glossary = EMPTY) -> dict[str, Candidate]:
    sentences = [Sentence(zh, "a.tmx", f"{n}", {"en": en}) for n, (zh, en) in enumerate(UNITS)]
    found = extract(sentences, "zh", glossary, top=50, into=["en"])
    return {each.text: each for each in found}


def test_translations_are_what_the_sentences_share() -> None:
    found = bilingual()
    for term, english in (
        ("便携式制氧机", "portable oxygen concentrator"),
        ("血氧仪", "pulse oximeter"),
    ):
        (best, *_others) = found[term].translations["en"]
        assert (best.text, best.together, best.score) == (english, 3, 1.0)


def test_known_terms_are_no_translations() -> None:
    found = bilingual(glossary(("en", "pulse oximeter", Status.PREFERRED)))
    proposed = [each.text for each in found["血氧仪"].translations.get("en", ())]
    assert "pulse oximeter" not in proposed


def test_a_proposal_says_where_it_comes_from() -> None:
    concept = concept_of(bilingual()["血氧仪"], "ppe")
    assert (concept.domain, concept.fields["source"]) == ("ppe", "a.tmx, 3")
    assert [(term.language, term.text, term.note) for term in concept.terms] == [
        ("zh", "血氧仪", "血氧仪已运抵。"),
        ("en", "pulse oximeter", "with it in 3 sentences"),
    ]


def test_what_stands_once_in_a_large_memory_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["便携式制氧机。", "血氧仪。", "便携式制氧机。", "红外额温枪。"]
    assert {"便携式制氧机", "血氧仪", "红外额温枪"} <= set(candidates(*texts))
    monkeypatch.setattr(counting, "BUCKET", 3)
    found = set(candidates(*texts))
    assert {"便携式制氧机", "红外额温枪"} <= found
    assert "血氧仪" not in found


PIECES = ("便携式制氧机", "血氧仪", "检验", "和", "的", "N95口罩", "，", "合格", "3台")
SENTENCES = st.lists(
    st.lists(st.sampled_from(PIECES), max_size=6).map("".join), min_size=1, max_size=8
)


@settings(max_examples=50, deadline=None)
@given(texts=SENTENCES, data=st.data())
def test_the_order_of_sentences_changes_nothing(texts: list[str], data: st.DataObject) -> None:
    assert sorted(candidates(*texts)) == sorted(candidates(*data.draw(st.permutations(texts))))


@settings(max_examples=50, deadline=None)
@given(texts=SENTENCES)
def test_every_candidate_stands_in_its_sentences(texts: list[str]) -> None:
    found = extract([Sentence(text, "a") for text in texts], "zh", EMPTY, top=100)
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)
    for each in found:
        assert 1 <= len(each.contexts) <= min(3, each.count)
        assert all(each.text.casefold() in context.text.casefold() for context in each.contexts)
    assert len({each.text.casefold() for each in found}) == len(found)


@settings(max_examples=30, deadline=None)
@given(texts=SENTENCES)
def test_nothing_comes_out_again_once_it_is_known(texts: list[str]) -> None:
    first = candidates(*texts)
    known = glossary(*(("zh", text, Status.PROPOSED) for text in first))
    again = candidates(*texts, glossary=known)
    assert not {text.casefold() for text in first} & {text.casefold() for text in again}
