"""Each contact's country picks its own words in letters, translations and checks."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from translate_kit import checks
from translate_kit.glossary.concept import Concept, Status, Term
from translate_kit.glossary.store import Glossary
from translate_kit.letters.compose import Sources, compose
from translate_kit.letters.facts import facts_of, units
from translate_kit.letters.kind import load_kind
from translate_kit.letters.proof import prove
from translate_kit.letters.request import check_request
from translate_kit.model import Pair
from translate_kit.workspace import Workspace

SUIT = "ppe-0006"


@pytest.fixture(scope="module")
def glossary(shipped: Workspace) -> Glossary:
    """The shipped one, with a word of its own for suits in Canada and another in Britain."""
    suit = shipped.glossary.concepts[SUIT]
    own = (
        Term("disposable coverall kit", "en", Status.PREFERRED, {}, countries=("CA",)),
        Term("protective oversuit", "en", Status.PREFERRED, {}, countries=("GB",)),
        Term("boiler suit", "en", Status.FORBIDDEN, {}, countries=("GB",)),
    )
    terms = {**suit.terms, "en": (*suit.terms["en"], *own)}
    return Glossary({**shipped.glossary.concepts, SUIT: replace(suit, terms=terms)})


def composed(shipped: Workspace, glossary: Glossary, country: str):
    sources: Sources = replace(shipped.sources, glossary=glossary)
    data = {
        "kind": "appeal", "date": date(2020, 2, 8), "means": "either",
        "deadline": date(2020, 2, 20),
        "items": [{"item": SUIT, "quantity": 30000, "unit": "套"}],
    }  # fmt: skip
    kind = load_kind(shipped.templates, "appeal")
    request = check_request(Path("request.toml"), data, kind, glossary)
    contact = replace(shipped.contacts.get("calgary"), country=country)
    return compose(request, contact, "en", sources)


@pytest.mark.parametrize(
    ("country", "wording"),
    [("CA", "disposable coverall kit"), ("GB", "protective oversuit"), ("US", "")],
)
def test_a_letter_takes_the_words_of_its_country(shipped, glossary, country, wording) -> None:
    general = shipped.glossary.concepts[SUIT].noun("en").text
    made = composed(shipped, glossary, country)
    text = "\n".join(units(made.letter))
    assert (wording or general) in text
    for other in {"disposable coverall kit", "protective oversuit", general} - {wording or general}:
        assert other not in text
    assert prove(facts_of(made), units(made.letter)) == ()


def test_the_proof_takes_no_other_country_s_word(shipped, glossary) -> None:
    canadian = composed(shipped, glossary, "CA")
    british = composed(shipped, glossary, "GB")
    swapped = replace(canadian, letter=british.letter)
    assert facts_of(swapped).goods[0].name == "disposable coverall kit"
    assert any(
        "disposable coverall kit" in finding.message
        for finding in prove(facts_of(swapped), units(swapped.letter))
    )


ZH_EN = Pair("zh", "en")


@pytest.mark.parametrize(
    ("country", "target", "found"),
    [
        ("", "20 disposable coverall kits.", []),
        ("", "20 protective oversuits.", []),
        ("", "20 boiler suits.", ["terms"]),
        ("CA", "20 disposable coverall kits.", []),
        ("CA", "20 protective oversuits.", ["forbidden", "terms"]),
        ("GB", "20 protective oversuits.", []),
        ("GB", "20 boiler suits.", ["forbidden", "terms"]),
        ("GB", "20 single-use medical protective suits.", ["forbidden", "terms"]),
        ("KR", "20 single-use medical protective suits.", []),
        ("KR", "20 protective oversuits.", ["forbidden", "terms"]),
    ],
)
def test_checks_know_whose_words_they_are(glossary, country, target, found) -> None:
    knowledge = checks.Knowledge(glossary, None, country)
    told = checks.check("20套医用一次性防护服。", target, ZH_EN, knowledge,
                        only=["terms", "forbidden"])  # fmt: skip
    assert sorted({finding.check for finding in told}) == found
    if found and country:
        wanted = glossary.concepts[SUIT].noun("en", country).text
        assert any(wanted in finding.message for finding in told)


def test_a_source_may_be_of_any_country(glossary) -> None:
    knowledge = checks.Knowledge(glossary, None, "CA")
    for source in ("20 protective oversuits.", "20 disposable coverall kits."):
        told = checks.check(source, "20个口罩。", Pair("en", "zh"), knowledge, only=["terms"])
        assert [finding.check for finding in told] == ["terms"], source


@pytest.mark.parametrize(
    ("options", "text"),
    [((), "truck"), (("--country", "GB"), "lorry"), (("--country", "US"), "truck")],
)
def test_a_term_alone_is_translated_for_its_readers(run, options, text) -> None:
    done = run("translate", "货车", "--to", "en", *options)
    assert done.stdout.decode().strip().lower() == text


def test_the_workspace_says_who_usually_reads(tmp_path: Path, run) -> None:
    settings = tmp_path / "translate-kit.toml"
    settings.write_text('[glossary]\ncountry = "gb"\n', encoding="utf-8")
    done = run("--workspace", str(tmp_path), "translate", "货车", "--to", "en")
    assert done.stdout.decode().strip().lower() == "lorry"
    settings.write_text('[glossary]\ncountry = "UK"\n', encoding="utf-8")
    done = run("--workspace", str(tmp_path), "--ui", "en", "translate", "货车", "--to", "en")
    assert done.returncode == 2
    assert "field glossary.country: “UK” is no country; write GB" in done.stderr.decode()


def test_check_as_a_command_for_a_country(tmp_path: Path, run) -> None:
    (tmp_path / "a.tsv").write_text(
        "zh\ten\n请提供进口许可证。\tPlease provide the import licence.\n", "utf-8"
    )
    arguments = ("check", "a.tsv", "--json", "--show", "note")
    plain = json.loads(run(*arguments).stdout)
    american = json.loads(run(*arguments, "--country", "US").stdout)
    assert "import license" not in json.dumps(plain)
    assert "import license" in json.dumps(american)


def test_signatures_name_the_readers(shipped: Workspace) -> None:
    pair = Pair("zh", "en")
    plain, british = (shipped.pipeline("memory", country=code) for code in ("", "GB"))
    assert plain.signature(pair) != british.signature(pair)
    assert british.signature(pair).endswith(" for GB")
    assert british.for_country("GB") is british


def test_there_are_variants_enough_in_the_shipped_glossary(shipped: Workspace) -> None:
    varied: list[Concept] = [
        concept
        for concept in shipped.glossary
        if any(term.countries for terms in concept.terms.values() for term in terms)
    ]
    assert len(varied) >= 40
    for concept in varied:
        for terms in concept.terms.values():
            assert all(term.note for term in terms if term.countries), concept.id
