"""Glossaries for DeepL, OmegaT, translation memories and Anki, read as those programs read them."""

import csv
import io
import json
import sqlite3
import zipfile
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import etree

from translate_kit.glossary.concept import Concept, Status, Term
from translate_kit.glossary.exchange import TABLE, Export, Options, format_named
from translate_kit.glossary.store import Glossary
from translate_kit.model import Pair

SCHEMAS = Path(__file__).parent / "schemas"
NOW = datetime(2020, 2, 8, tzinfo=UTC)


def export(concepts: list[Concept], name: str, pair: str, file: str = "glossary") -> Export:
    options = Options(Path(file), "5f0c3a9be1d2", Pair.parse(pair), NOW)
    return format_named(name).write(concepts, options)


def content(made: Export) -> bytes:
    (only,) = made.files.values()
    return only


@pytest.fixture
def two() -> list[Concept]:
    """Two concepts that share a Chinese word, and a third with a word per status."""

    def concept(number: int, **terms: list[tuple[str, Status]]) -> Concept:
        made = {code: [Term(text, code, status, {}) for text, status in each]
                for code, each in terms.items()}  # fmt: skip
        return Concept(f"a-{number}", "ab", "noun", "", f"定义{number}", "", "", "", made)

    return [
        concept(1, zh=[("支援", Status.PREFERRED)], en=[("support", Status.PREFERRED)]),
        concept(2, zh=[("支援", Status.PREFERRED)], en=[("assistance", Status.PREFERRED)]),
        concept(
            3,
            zh=[("口罩", Status.PREFERRED), ("面罩", Status.ADMITTED), ("嘴罩", Status.PROPOSED)],
            en=[("mask", Status.PREFERRED), ("face mask", Status.ADMITTED),
                ("muzzle", Status.FORBIDDEN)],
        ),
    ]  # fmt: skip


def test_deepl_takes_one_target_for_each_source(two: list[Concept]) -> None:
    made = export(two, "deepl", "zh-en")
    assert made.files == {"glossary.csv": "口罩,mask\n面罩,mask\n".encode()}
    assert made.left_out == ["left out, it can mean several things: 支援 (support, assistance)"]


@pytest.mark.parametrize("pair", ["zh-ru", "en-zh", "ja-ko"])
@pytest.mark.parametrize(("file", "delimiter"), [("a.csv", ","), ("a.tsv", "\t")])
def test_the_rules_of_deepl(shipped: Glossary, pair: str, file: str, delimiter: str) -> None:
    text = content(export(list(shipped), "deepl", pair, file)).decode("utf-8")
    rows = list(csv.reader(io.StringIO(text), delimiter=delimiter))
    assert len(rows) > 700
    assert {len(row) for row in rows} == {2}
    assert len({source for source, _target in rows}) == len(rows)
    for cell in (cell for row in rows for cell in row):
        assert cell == cell.strip() != ""
        assert cell.isprintable()
        assert len(cell.encode()) <= 1024


def test_omegat_shows_admitted_and_forbidden_terms(two: list[Concept]) -> None:
    lines = content(export(two, "omegat", "zh-en")).decode("utf-8").splitlines()
    assert "口罩\tmask\t定义3; not: muzzle" in lines
    assert "口罩\tface mask\tadmitted; 定义3; not: muzzle" in lines
    assert "支援\tassistance\t定义2" in lines, "OmegaT shows both meanings"
    assert {line.count("\t") for line in lines} == {2}


def test_tmx_is_valid_and_other_programs_open_it(shipped: Glossary, tmp_path: Path) -> None:
    from translate.storage import tmx

    path = tmp_path / "a.tmx"
    path.write_bytes(content(export(list(shipped), "tmx", "zh-en")))
    document = etree.parse(path)
    assert etree.DTD(SCHEMAS / "tmx14.dtd").validate(document)
    store = tmx.tmxfile.parsefile(str(path))
    assert len(store.units) == len(shipped)
    store.setsourcelanguage("zh")
    store.settargetlanguage("ru")
    found = {unit.source: unit.target for unit in store.units}
    assert found["口罩"] == "маска"


def test_a_term_in_one_language_is_no_unit(two: list[Concept]) -> None:
    alone = replace(two[0], terms={"zh": two[0].terms["zh"]})
    assert content(export([alone, two[1]], "tmx", "zh-en")).count(b"<tu ") == 1


def test_anki_has_cards_both_ways_in_a_deck_for_each_domain(shipped: Glossary, tmp_path: Path):
    made = export(list(shipped), "anki", "zh-ja")
    with zipfile.ZipFile(io.BytesIO(content(made))) as package:
        assert sorted(package.namelist()) == ["collection.anki2", "media"]
        package.extract("collection.anki2", tmp_path)
    with closing(sqlite3.connect(tmp_path / "collection.anki2")) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        models, decks = map(
            json.loads, database.execute("SELECT models, decks FROM col").fetchone()
        )
        notes = database.execute("SELECT id, flds, tags FROM notes").fetchall()
        cards = database.execute("SELECT nid, did, ord FROM cards").fetchall()
    (model,) = models.values()
    assert [card["name"] for card in model["tmpls"]] == ["zh → ja", "ja → zh"]
    assert len(model["flds"]) == 5
    assert len(notes) == len(shipped)
    assert len({number for number, _fields, _tags in notes}) == len(notes)
    assert sorted(cards) == sorted((n, d, o) for n, d, _o in cards[::2] for o in (0, 1))
    names = {deck["name"] for deck in decks.values()}
    assert {f"translate-kit zh-ja::{domain}" for domain in shipped.domains} <= names
    assert {str(deck) for _note, deck, _card in cards} <= decks.keys()
    by_source = {fields.split("\x1f")[0]: fields.split("\x1f") for _n, fields, _t in notes}
    assert by_source["医用防护服"][1:3] == ["医療用防護服", "いりょうようぼうごふく"]


def test_anki_knows_the_same_notes_again(two: list[Concept], tmp_path: Path) -> None:
    later = Options(Path("b"), "y", Pair("zh", "en"), datetime(2021, 1, 1, tzinfo=UTC))

    def guids(data: bytes) -> set[tuple[int, str]]:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            package.extract("collection.anki2", tmp_path)
        with closing(sqlite3.connect(tmp_path / "collection.anki2")) as database:
            return set(database.execute("SELECT id, guid FROM notes"))

    changed = [replace(two[0], definition="另一定义"), *two[1:]]
    again = content(format_named("anki").write(changed, later))
    assert guids(content(export(two, "anki", "zh-en"))) == guids(again)


def test_every_format_writes_the_shipped_glossary_the_same_twice(shipped: Glossary) -> None:
    some = list(shipped)[:40]
    for name in TABLE.places():
        if name not in ("xlsx", "csv", "anki"):  # ZIP files hold the time
            assert export(some, name, "zh-ko") == export(some, name, "zh-ko")
