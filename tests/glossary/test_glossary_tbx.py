"""TBX: what goes out is valid and comes back whole; what other programs wrote is understood."""

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from translate_kit.errors import BadData, UserError
from translate_kit.glossary.cells import applied, cells_of, concepts_of
from translate_kit.glossary.concept import Concept, Status, Term
from translate_kit.glossary.exchange import Options, format_named, read_file
from translate_kit.glossary.incoming import Importer, Incoming, settle
from translate_kit.glossary.store import Glossary

SCHEMAS = Path(__file__).parent / "schemas"
STYLES = ("tbx", "tbx-dct", "tbx-v2")
TBX = "{urn:iso:std:iso:30042:ed-2}"


def written(concepts: list[Concept], style: str) -> bytes:
    options = Options(Path("glossary"), revision="5f0c3a9be1d2")
    (content,) = format_named(style).write(concepts, options).files.values()
    return content


def came_back(path: Path, content: bytes, glossary: Glossary) -> Incoming:
    path.write_bytes(content)
    return read_file(path, glossary)


@pytest.fixture(scope="module")
def rich(shipped: Glossary) -> Glossary:
    """Concepts with everything that a concept can have."""
    mask = shipped.concepts["ppe-0013"]
    ru = [
        replace(mask.terms["ru"][0], reviewer="王芳", date=date(2020, 2, 8)),
        Term("повязка", "ru", Status.IN_REVIEW, {"gender": "f", "gen_pl": "повязок"}, note="a; b"),
        Term("намордник", "ru", Status.REJECTED, {}, reviewer="Boris", note="<грубо> & «нет»"),
        Term("респиратор", "ru", Status.FORBIDDEN, {"gender": "m"}, date=date(2020, 2, 9)),
        Term("личина", "ru", Status.DEPRECATED, {"gender": "f", "animate": "no"}),
    ]
    concepts = {
        "ppe-0013": replace(mask, terms={**mask.terms, "ru": ru}, see=("ppe-0014", "ppe-0016")),
        "ppe-0014": replace(shipped.concepts["ppe-0014"], replaced_by="ppe-0013", definition=""),
        "prt-0001": shipped.concepts["prt-0001"],
    }
    return Glossary(concepts)


def validated(content: bytes, style: str) -> None:
    name = {"tbx": "dca", "tbx-dct": "dct"}[style]
    schema = etree.RelaxNG(etree.parse(SCHEMAS / f"tbx_basic_{name}.rng"))
    root = etree.fromstring(content)
    schema.assertValid(root)
    assert list(broken_rules(root)) == []


def broken_rules(root: etree._Element) -> Iterator[str]:
    """The rules of the dialect's Schematron that a grammar can't express."""
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    if len(ids) != len(set(ids)):
        yield "ids are unique"
    for element in root.iter():
        target = element.get("target")
        if target and target not in ids:
            yield f"{target} refers to nothing in the file"
        if element.get("type") == "":
            yield "a data category must be declared"
    if root.get("style") == "dca" and any(not e.tag.startswith(TBX) for e in root.iter()):
        yield "elements of other namespaces in the style DCA"
    if root.get("style") == "dct":
        body = root.find(f"{TBX}text/{TBX}body")
        assert body is not None
        if any(e.get("type") for e in body.iter()):
            yield "elements with a type in the style DCT"


@pytest.mark.parametrize("style", ["tbx", "tbx-dct"])
def test_the_shipped_glossary_is_valid(shipped: Glossary, style: str) -> None:
    validated(written(list(shipped), style), style)


@pytest.mark.parametrize("style", ["tbx", "tbx-dct"])
def test_everything_that_a_concept_can_have_is_valid(rich: Glossary, style: str) -> None:
    validated(written(list(rich), style), style)


def test_the_rules_find_what_is_wrong(rich: Glossary) -> None:
    root = etree.fromstring(written(list(rich), "tbx"))
    root.set("style", "dct")
    assert "elements with a type in the style DCT" in set(broken_rules(root))
    for note in root.iter(f"{TBX}termNote"):
        note.text = "masc."
    schema = etree.RelaxNG(etree.parse(SCHEMAS / "tbx_basic_dca.rng"))
    assert not schema.validate(root)


@pytest.mark.parametrize("style", STYLES)
def test_the_shipped_glossary_comes_back_whole(shipped: Glossary, tmp_path: Path, style: str):
    content = written(list(shipped), style)
    assert came_back(tmp_path / "a.tbx", content, shipped) == Incoming(())


@pytest.mark.parametrize("style", STYLES)
def test_an_empty_glossary_takes_everything_over(rich: Glossary, tmp_path: Path, style: str):
    incoming = came_back(tmp_path / "a.tbx", written(list(rich), style), Glossary({}))
    assert incoming.problems == ()
    assert concepts_of(applied({}, incoming.changes)) == concepts_of(cells_of(rich))


TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=9
).map(lambda text: unicodedata.normalize("NFC", text))
TERM = st.builds(
    Term,
    text=TEXT,
    language=st.just("ko"),
    status=st.sampled_from([s for s in Status if s is not Status.PREFERRED]),
    grammar=st.dictionaries(
        st.sampled_from(["gender", "plural"]), st.sampled_from(["f", "m", "pl", "x y"]), max_size=2
    ),
    reviewer=TEXT | st.just(""),
    date=st.none() | st.dates(),
    note=TEXT | st.just(""),
    countries=st.sampled_from([(), ("KR",), ("CN", "KP", "KR")]),
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(TERM, min_size=1, max_size=4, unique_by=lambda term: term.text), TEXT)
@pytest.mark.parametrize("style", STYLES)
def test_any_concept_comes_back_whole(tmp_path: Path, style: str, terms, text) -> None:
    concept = Concept("a-1", "ab", "phrase", text, text, text, text, "low", {"ko": terms})
    content = written([concept], style)
    if style != "tbx-v2":
        validated(content, style)
    incoming = came_back(tmp_path / "a.tbx", content, Glossary({}))
    glossary = concepts_of(applied({}, incoming.changes))
    assert cells_of(glossary.values()) == cells_of([concept])


def test_other_programs_open_version_2(shipped: Glossary, tmp_path: Path) -> None:
    from translate.storage import tbx

    path = tmp_path / "a.tbx"
    path.write_bytes(written(list(shipped), "tbx-v2"))
    store = tbx.tbxfile.parsefile(str(path))
    store.setsourcelanguage("zh")
    store.settargetlanguage("ko")
    found = {unit.source: unit.target for unit in store.units}
    assert len(store.units) == len(shipped)
    assert found["医用防护口罩"] == shipped.concept("ppe-0016").noun("ko").text


FOREIGN_2 = """<?xml version="1.0"?>
<martif type="TBX" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>other</p></sourceDesc>
</fileDesc></martifHeader><text><body>
<termEntry id="eid-1"><descrip type="subjectField">Medical Devices</descrip>
 <langSet xml:lang="en-US"><descripGrp><descrip type="definition">a cover</descrip></descripGrp>
  <ntig><termGrp><term>face <hi>visor</hi></term><termNote type="partOfSpeech">noun</termNote>
   <termNote type="normativeAuthorization">preferredTerm</termNote></termGrp></ntig></langSet>
 <langSet xml:lang="ZH-CN"><tig><term>面屏罩</term><note>备注</note><note>又</note></tig></langSet>
 <langSet xml:lang="fr"><tig><term>visière</term></tig></langSet>
 <langSet xml:lang="ru"><tig><term> </term></tig>
  <tig><term>лицевой щиток</term><termNote type="administrativeStatus">good</termNote></tig>
 </langSet>
</termEntry>
<termEntry id="eid-2"><langSet xml:lang="zh"><tig><term>口罩</term></tig></langSet>
 <langSet xml:lang="en"><tig><term>Mask</term></tig><tig><term>mouth cover</term></tig></langSet>
</termEntry></body></text></martif>
"""


def test_what_another_program_wrote_in_version_2(shipped: Glossary, tmp_path: Path) -> None:
    incoming = came_back(tmp_path / "a.tbx", FOREIGN_2.encode(), shipped)
    told = {str(change.place): change.new for change in incoming.changes}
    assert told == {
        "med-0001 domain": "medical_devices",
        "med-0001 part_of_speech": "noun",
        "med-0001 definition": "a cover",
        "med-0001 en “face visor” status": "preferred",
        "med-0001 zh “面屏罩” status": "proposed",
        "med-0001 zh “面屏罩” note": "备注; 又",
        "med-0001 ru “лицевой щиток” status": "proposed",
        "ppe-0013 en “mouth cover” status": "proposed",
    }
    problems = {problem.where: problem.why for problem in incoming.problems}
    assert problems["fr"] == "1 term in “fr” left out: not one of our languages"
    assert "empty" in problems["line 10"]
    assert "unknown status “good”" in problems["line 11"]
    assert incoming.at(incoming.changes[0].place) == "line 4"


def test_what_another_program_wrote_is_known_again(shipped: Glossary, tmp_path: Path) -> None:
    """Although its ids mean nothing, and although its terms are proposals here."""
    path = tmp_path / "a.tbx"
    incoming = came_back(path, FOREIGN_2.encode(), shipped)
    taken = settle(incoming, shipped, (), Importer("a", date(2020, 2, 8))).changes
    cells = cells_of(shipped)
    after = Glossary(concepts_of(applied(cells, taken)))
    again = came_back(path, FOREIGN_2.encode(), after)
    assert again.changes == (), "nor does a second import approve what nobody has read"


def test_the_id_of_another_program_is_no_id_of_ours(shipped: Glossary, tmp_path: Path) -> None:
    other = FOREIGN_2.replace("eid-1", "ppe-0013").replace("eid-2", "ppe-0014")
    incoming = came_back(tmp_path / "a.tbx", other.encode(), shipped)
    assert {change.place.concept for change in incoming.changes} == {"med-0001", "ppe-0013"}


def test_what_nobody_says_changes_nothing(shipped: Glossary, tmp_path: Path) -> None:
    bare = (
        '<tbx xmlns="urn:iso:std:iso:30042:ed-2" type="TBX-Core" style="dca" xml:lang="en"><text>'
        '<body><conceptEntry id="ppe-0013"><langSec xml:lang="ru"><termSec><term>МАСКА</term>'
        "</termSec></langSec></conceptEntry></body></text></tbx>"
    )
    assert came_back(tmp_path / "a.tbx", bare.encode(), shipped) == Incoming(())


BOMB = '<!DOCTYPE tbx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]><tbx><text>&b;</text></tbx>'
THEFT = '<!DOCTYPE tbx [<!ENTITY a SYSTEM "file:///etc/passwd">]><tbx><text>&a;</text></tbx>'


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("", "not readable XML"),
        ("<tbx>", "line 1.*not readable XML"),
        ("<html/>", "begins with <html>"),
        ("<tbx/>", "no concept in this TBX file"),
        (BOMB, "declares XML entities"),
        (THEFT, "declares XML entities"),
        ("<tbx>" * 400, "not readable XML"),
        ("<tbx>\0</tbx>", "not readable XML"),
    ],
)
def test_what_is_no_tbx_is_refused(tmp_path: Path, content: str, why: str) -> None:
    with pytest.raises(BadData, match=why):
        came_back(tmp_path / "a.tbx", content.encode(), Glossary({}))


@pytest.mark.parametrize("style", [*STYLES, "tmx"])
def test_a_control_character_is_refused_by_name(shipped: Glossary, style: str) -> None:
    concept = replace(shipped.concept("ppe-0013"), definition="a\x01b")
    with pytest.raises(UserError, match="ppe-0013 holds a control character"):
        written([concept], style)
