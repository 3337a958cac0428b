"""Terms for the readers of some countries: chosen, kept in every format, safely changed."""

import json
import random
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from translate_kit.errors import BadData
from translate_kit.glossary import folder
from translate_kit.glossary.cells import Unfitting, cells_of, concepts_of
from translate_kit.glossary.concept import Concept, Status, Term
from translate_kit.glossary.edits import decide, find_term
from translate_kit.glossary.exchange import Options, format_named, read_file
from translate_kit.glossary.incoming import Incoming
from translate_kit.glossary.index import Index
from translate_kit.glossary.merging import merge_files
from translate_kit.glossary.revision import revision
from translate_kit.glossary.statistics import coverage
from translate_kit.glossary.store import Glossary
from translate_kit.languages.countries import NoCountry, known_countries, read_countries
from translate_kit.model import Pair
from translate_kit.workspace import Workspace

HEAD = "concept,term,status,grammar,reviewer,date,note,country\n"
ANNA, BORIS = ("--as", "Anna"), ("--as", "Boris")


def term(text: str, status: Status = Status.PREFERRED, *countries: str, code: str = "en") -> Term:
    return Term(text, code, status, {}, countries=countries)


BRIGADE = Concept(
    "a-1", "a", "noun", "", "消防队", "", "", "",
    {
        "zh": (term("消防队", code="zh"),),
        "en": (
            term("fire department"),
            term("fire brigade", Status.PREFERRED, "GB", "IE"),
            term("fire service", Status.ADMITTED, "GB"),
            term("fire hall", Status.ADMITTED, "CA"),
            term("firefighting team", Status.ADMITTED),
            term("fire force", Status.FORBIDDEN, "GB"),
            term("fire army", Status.FORBIDDEN),
        ),
    },
)  # fmt: skip


@pytest.mark.parametrize(
    ("country", "preferred", "admitted", "forbidden"),
    [
        ("", "fire department", "fire brigade, fire service, fire hall, firefighting team",
         "fire army"),
        ("GB", "fire brigade", "firefighting team, fire service", "fire force, fire army"),
        ("IE", "fire brigade", "firefighting team", "fire army"),
        ("CA", "fire department", "firefighting team, fire hall", "fire army"),
        ("KR", "fire department", "firefighting team", "fire army"),
    ],
)  # fmt: skip
def test_each_country_has_its_own(country, preferred, admitted, forbidden) -> None:
    found = BRIGADE.preferred("en", country)
    assert found is not None
    assert found.text == preferred
    assert {t.text for t in BRIGADE.admitted("en", country)} == set(admitted.split(", "))
    assert {t.text for t in BRIGADE.forbidden("en", country)} == set(forbidden.split(", "))
    assert BRIGADE.noun("en", country).text == preferred
    read = BRIGADE.for_country(country, "en")
    assert read.noun("en").text == preferred
    assert read.terms["zh"] == BRIGADE.terms["zh"]


def test_what_a_country_does_not_say_is_out_of_use_for_it() -> None:
    read = {t.text: t.status for t in BRIGADE.for_country("GB", "en").terms["en"]}
    assert read["fire department"] is Status.DEPRECATED
    assert read["fire hall"] is Status.DEPRECATED
    assert "fire force" not in {t.text for t in BRIGADE.for_country("CA", "en").terms["en"]}


def test_a_view_is_made_once_and_only_where_it_differs() -> None:
    glossary = Glossary({"a-1": BRIGADE})
    assert glossary.for_country("GB", "zh") is glossary
    assert glossary.for_country("GB", "en") is glossary.for_country("GB", "en")
    assert glossary.for_country("GB", "en") is not glossary


@pytest.mark.parametrize(
    ("cell", "codes"),
    [("CA", ("CA",)), ("gb|ca", ("CA", "GB")), (" CA; GB,CA ", ("CA", "GB")), ("", ()),
     ("KR、KP", ("KP", "KR"))],
)  # fmt: skip
def test_countries_however_they_are_typed(cell: str, codes: tuple[str, ...]) -> None:
    assert read_countries(cell) == codes


@pytest.mark.parametrize(
    ("cell", "why"),
    [("UK", "write GB"), ("GB|USA", "write US"), ("XX", "codes of two letters"),
     ("Canada", "codes of two letters"), ("CA|EU", "codes of two letters"), ("SU", "write RU")],
)  # fmt: skip
def test_what_is_no_country(cell: str, why: str) -> None:
    with pytest.raises(NoCountry, match=why):
        read_countries(cell)


def test_all_countries_of_the_standard_are_known() -> None:
    assert len(known_countries()) == 249
    assert {"CN", "RU", "KR", "JP", "CA", "GB", "MY", "NA"} <= known_countries()


def load(tmp_path: Path, english: str) -> Glossary:
    place = tmp_path / "g" / "a"
    place.mkdir(parents=True, exist_ok=True)
    (place / "concepts.csv").write_text(
        "id,part_of_speech,counter,definition,note,source,confidence\na-1,noun,,消防队,,x,high\n",
        "utf-8",
    )
    (place / "en.csv").write_text(english, "utf-8")
    return Glossary.load([tmp_path / "g"])


def test_a_store_from_before_there_were_countries_loads_as_before(tmp_path: Path) -> None:
    old = "concept,term,status,grammar,reviewer,date,note\na-1,fire department,preferred,,,,\n"
    glossary = load(tmp_path, old)
    assert glossary.concepts["a-1"].terms["en"][0].countries == ()
    assert folder.terms_csv(glossary, "en").decode() == old
    assert revision(load(tmp_path, HEAD + "a-1,fire department,preferred,,,,,\n")) == revision(
        glossary
    )


def test_the_store_writes_the_column_where_it_is_used(tmp_path: Path) -> None:
    rows = (
        "a-1,fire department,preferred,,,,,\na-1,fire brigade,preferred,,,,,GB|IE\n"
        "a-1,emergency service,admitted,,,,,\n"
    )
    glossary = load(tmp_path, HEAD + rows.replace("GB|IE", "ie; gb"))
    assert folder.terms_csv(glossary, "en").decode() == HEAD + rows
    general = HEAD + rows.replace("GB|IE", "").replace("brigade,preferred", "brigade,admitted")
    assert revision(load(tmp_path, general)) != revision(glossary)


@pytest.mark.parametrize(
    ("rows", "place", "why"),
    [
        ("a-1,x,preferred,,,,,UK\n", "line 2, field country", "“UK” is no country; write GB"),
        ("a-1,x,preferred,,,,,\na-1,y,preferred,,,,,GB\na-1,z,preferred,,,,,CA|GB\n",
         "line 4, field status", "two preferred terms"),
        ("a-1,x,preferred,,,,,\na-1,y,preferred,,,,,\n", "line 3, field status", "two preferred"),
    ],
)  # fmt: skip
def test_bad_countries_are_refused_by_row_and_column(tmp_path, rows, place, why) -> None:
    with pytest.raises(BadData) as error:
        load(tmp_path, HEAD + rows)
    assert place in str(error.value)
    assert why in str(error.value)


def test_cells_refuse_two_first_choices_for_one_country() -> None:
    both = term("fire crew", Status.PREFERRED, "CA", "IE")
    spoilt = replace(BRIGADE, terms={"en": (*BRIGADE.terms["en"], both)})
    with pytest.raises(Unfitting, match=r"fire brigade|fire crew"):
        concepts_of(cells_of([spoilt]))
    assert concepts_of(cells_of([BRIGADE]))["a-1"].preferred("en", "IE") == term(
        "fire brigade", Status.PREFERRED, "GB", "IE"
    )


def test_the_index_of_a_large_glossary_keeps_countries(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr("translate_kit.glossary.index.index.cache_folder", lambda: tmp_path / "c")
    load(tmp_path, HEAD + "a-1,fire department,preferred,,,,,\na-1,brigade,preferred,,,,,GB\n")
    with Index.open([tmp_path / "g"]) as index:
        (hit,) = index.search("brigade")
    assert hit.term.countries == ("GB",)


def test_merging_keeps_both_sides_countries(tmp_path: Path) -> None:
    base = HEAD + "a-1,fire department,preferred,,,,,\n"
    ours = base + "a-1,fire brigade,preferred,,,,,GB\n"
    theirs = base + "a-1,fire service,preferred,,,,,IE\n"
    rival = base + "a-1,fire service,preferred,,,,,GB|IE\n"
    for other, conflicts in ((theirs, ()), (rival, ("a-1 fire brigade", "a-1 fire service"))):
        paths = [tmp_path / name for name in ("base", "ours", "theirs")]
        for path, text in zip(paths, (base, ours, other), strict=True):
            path.write_text(text, "utf-8")
        merged = merge_files(*paths, "a/en.csv")
        assert tuple(sorted(merged.conflicts)) == conflicts
        assert merged.content.decode("utf-8").startswith(base)


def export(name: str, country: str) -> str:
    options = Options(Path("g"), "5f0c3a9be1d2", Pair("zh", "en"), country=country)
    (content,) = format_named(name).write([BRIGADE], options).files.values()
    return content.decode("utf-8", "replace")


@pytest.mark.parametrize("name", ["deepl", "omegat", "tmx"])
def test_formats_of_one_direction_choose_by_country(name: str) -> None:
    assert "fire department" in export(name, "CA").replace("fire brigade", "")
    assert "fire brigade" not in export(name, "CA")
    assert "fire department" not in export(name, "GB")
    assert "fire brigade" in export(name, "GB")


def test_other_programs_tell_countries_in_their_own_ways(tmp_path: Path) -> None:
    path = tmp_path / "a.tbx"
    path.write_text(
        """<martif type="TBX-Basic" xml:lang="en"><martifHeader/><text><body>
        <termEntry id="1"><langSet xml:lang="en-US"><tig><term>center</term></tig></langSet>
        <langSet xml:lang="en-GB"><tig><term>centre</term></tig></langSet></termEntry>
        <termEntry id="2"><langSet xml:lang="en-US"><tig><term>gown</term></tig>
        <tig><term>robe</term><termNote type="geographicalUsage">en-CA</termNote>
        <termNote type="geographicalUsage">GB</termNote></tig>
        <tig><term>frock</term><termNote type="geographicalUsage">the North</termNote></tig>
        </langSet></termEntry></body></text></martif>""",
        "utf-8",
    )
    incoming = read_file(path, Glossary({}))
    told = {c.place.term: c.new for c in incoming.changes if c.place.field == "country"}
    assert told == {"center": "US", "centre": "GB", "robe": "CA|GB"}
    (problem,) = incoming.problems
    assert problem.where == "line 7"
    assert "is no country" in problem.why


def mask(office: Workspace, country: str = "") -> str:
    found = office.termbase.load().concepts["ppe-0013"].preferred("en", country)
    return found.text if found else ""


def test_a_variant_is_proposed_approved_undone(office: Workspace, command) -> None:
    general = mask(office)
    command("propose", "ppe-0013", "en", "mouth cover", "--country", "ie|gb", "--yes", *ANNA)
    command("edit", "ppe-0013", "--term", "mouth cover", "--country", "GB", *ANNA)
    assert mask(office, "GB") == general
    concept = office.termbase.load().concepts["ppe-0013"]
    found = find_term(concept, "mouth cover")
    assert found.countries == ("GB",)
    changes = decide(concept, found, Status.PREFERRED, who="Boris", day=date(2020, 2, 8))
    entry = office.termbase.commit(changes, who="Boris", did="review")
    assert (mask(office, "GB"), mask(office)) == ("mouth cover", general)
    said = command("show", "ppe-0013")
    assert "GB" in said
    shown = json.loads(command("show", "ppe-0013", "--country", "GB", "--json"))
    assert shown["terms"]["en"][0]["term"] == "mouth cover"
    hits = json.loads(command("search", "口罩", "--country", "GB", "--json"))
    assert hits[0]["preferred"]["en"] == "mouth cover"
    command("undo", entry.id, *BORIS)
    assert mask(office, "GB") == general
    assert "country: ∅ → GB|IE" in command("history", "ppe-0013")


def test_who_changes_the_readers_of_a_term_takes_its_signature_off(
    office: Workspace, command
) -> None:
    general = mask(office)
    command("edit", "ppe-0013", "--term", general, "--language", "en", "--country", "GB", *ANNA)
    (found,) = (t for t in office.termbase.load().concepts["ppe-0013"].terms["en"]
                if t.text == general)  # fmt: skip
    assert (found.countries, found.reviewer, found.date) == (("GB",), "", None)
    said = command("check", "--check", "country_variants", code=1)
    assert "preferred in GB only; what do other readers get?" in said
    command("edit", "ppe-0013", "--term", general, "--language", "en", "--country", "-", *ANNA)
    assert mask(office) == general


def test_add_takes_variants(office: Workspace, command) -> None:
    said = command(
        "add", "--zh", "面屏支架", "--en", "visor bracket", "--en", "visor holder@gb",
        "--domain", "ppe", "--definition", "固定面屏的支架", *ANNA,
    )  # fmt: skip
    identifier = said.split("new concept: ")[1].split()[0]
    terms = office.termbase.load().concepts[identifier].terms["en"]
    assert {t.text: t.countries for t in terms} == {"visor bracket": (), "visor holder": ("GB",)}
    said = command("add", "--zh", "面", "--en", "x@UK", "--domain", "ppe", "--definition", "d",
                   *ANNA, code=2)  # fmt: skip
    assert "x@UK: “UK” is no country; write GB" in said


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("export", "g.xlsx", "--country", "GB"), "--country is for deepl, omegat, tmx, anki"),
        (("show", "ppe-0013", "--country", "CA|GB"), "write one country"),
        (("propose", "ppe-0013", "en", "x", "--country", "UK"), "write GB"),
    ],
)
def test_commands_refuse_what_is_no_country(command, arguments, why) -> None:
    assert why in command(*arguments, code=2)


def test_stats_count_variants() -> None:
    counted = coverage([BRIGADE])[""]["en"].countries
    assert counted == {"GB": 2, "IE": 1, "CA": 1}


def test_a_csv_without_the_column_takes_no_country_away(office: Workspace, command) -> None:
    command("propose", "ppe-0013", "en", "mouth cover", "--country", "GB", "--yes", *ANNA)
    sheet = Path(office.folder or "") / "sheet.csv"
    sheet.write_text("id,en term,en status\nppe-0013,mouth cover,proposed\n", "utf-8")
    told = json.loads(command("import", str(sheet), "--json", *BORIS))
    assert not [change for change in told["changes"] if change["field"] == "country"]


def test_any_countries_go_through_the_sheet(tmp_path: Path) -> None:
    chance = random.Random(7)
    known = sorted(known_countries())
    terms = tuple(
        term(f"word {n}", Status.ADMITTED, *sorted(chance.sample(known, chance.randint(0, 5))))
        for n in range(20)
    )
    glossary = Glossary({"a-1": replace(BRIGADE, terms={"en": terms})})
    path = tmp_path / "a.xlsx"
    (content,) = format_named("xlsx").write(list(glossary), Options(path, "r")).files.values()
    path.write_bytes(content)
    assert read_file(path, glossary) == Incoming(())
