"""The index answers as the glossary itself does, follows every change, and can be thrown away."""

import csv
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_kit.cli.glossary import finding as glossary_finding
from translate_kit.errors import NotKnown
from translate_kit.files.cache import cache_folder
from translate_kit.glossary.cells import Change, Place, reverse
from translate_kit.glossary.concept import Status
from translate_kit.glossary.index import Index, asking
from translate_kit.glossary.index.grams import grams, needed
from translate_kit.glossary.search import Hit, Match, match_of, search
from translate_kit.glossary.store import Glossary
from translate_kit.glossary.termbase import Termbase

SHIPPED = Path(__file__).parents[2] / "glossaries"
CASES = Path(__file__).parent / "cases" / "search.csv"


def queries() -> list[str]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return [row["query"] for row in csv.DictReader(file)]


def told(hits: list[Hit]) -> list[tuple[str, str, Match, int]]:
    return [(hit.concept.id, hit.term.text, hit.match, round(hit.score)) for hit in hits]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRANSLATE_KIT_CACHE", str(tmp_path_factory.mktemp("cache")))
        with Index.open([SHIPPED]) as opened:
            yield opened


@pytest.mark.parametrize("query", queries())
def test_the_index_answers_as_the_glossary_does(
    index: Index, shipped: Glossary, query: str
) -> None:
    ours = index.search(query, limit=60)
    linear = search(shipped, query, limit=60)
    if linear[0].match is Match.SIMILAR:
        assert told(ours)[0] == told(linear)[0]
        assert set(told(ours)) <= set(told(linear))
    else:
        assert {row for row in told(linear) if row[2] is not Match.PART} <= set(told(ours))
        assert told(ours[:3]) == told(linear[:3])


@pytest.mark.parametrize("many", [1, 2000])
def test_every_term_and_every_beginning_is_found(
    index: Index, shipped: Glossary, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    monkeypatch.setattr(asking, "_MANY", many)
    entries = list(shipped.entries())[::601]
    for entry in entries:
        for query in (entry.term.text, entry.term.text[:3], entry.term.text[1:]):
            ours = told(index.search(query, limit=10))
            linear = told(search(shipped, query, limit=10))
            if linear and linear[0][2] is Match.SIMILAR:
                assert ours[0] == linear[0], query
            elif len(linear) == 10:  # of those that answer equally well, others may be among them
                assert [row[2:] for row in ours] == [row[2:] for row in linear], query
            else:
                assert ours == linear, query


def test_what_the_index_gives_is_the_whole_concept(index: Index, shipped: Glossary) -> None:
    for concept in list(shipped)[::41]:
        assert index.concept(concept.id) == concept


@pytest.mark.parametrize(
    "scope",
    [
        {"languages": ["ja"]},
        {"languages": ["ko", "ru"]},
        {"domain": "ppe"},
        {"status": Status.FORBIDDEN},
        {"status": Status.ADMITTED, "languages": ["en"], "domain": "ppe"},
    ],
)
@pytest.mark.parametrize("query", ["防护", "mask", "маска", "medcal mask"])
def test_a_narrowed_search(index: Index, shipped: Glossary, query: str, scope) -> None:
    ours, linear = index.search(query, **scope), search(shipped, query, **scope)
    if linear and linear[0].match is Match.SIMILAR:
        assert set(told(ours)) <= set(told(linear))
    else:
        assert told(ours) == told(linear)


TEXTS = st.text(st.sampled_from("abя mask-маска口罩防护마스ますく95 "), min_size=1, max_size=10)


@given(TEXTS.filter(str.strip), TEXTS.filter(str.strip))
def test_a_part_needs_no_piece_that_the_whole_lacks(part: str, rest: str) -> None:
    for whole in (rest + part, part + rest, rest + " " + part, rest + part + rest):
        part_, whole_ = " ".join(part.split()), " ".join(whole.split())
        if match_of(part_, whole_) is Match.PART:
            assert needed(part_) <= set(grams(whole_))


@pytest.fixture
def termbase(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Termbase:
    """A small glossary to change, and a cache of its own."""
    monkeypatch.setenv("TRANSLATE_KIT_CACHE", str(tmp_path / "cache"))
    for domain in ("donation", "units"):
        shutil.copytree(SHIPPED / domain, tmp_path / "shipped" / domain)
    (tmp_path / "own").mkdir()
    return Termbase(tmp_path / "shipped", tmp_path / "own")


def opened(termbase: Termbase) -> Index:
    return Index.open([termbase.shipped, termbase.own])


def test_a_change_is_found_at_once_and_so_is_its_undoing(termbase: Termbase) -> None:
    with opened(termbase) as index:
        assert "дарение" not in [hit.term.text for hit in index.search("дарение")]
        concept = index.search("捐赠")[0].concept.id
    place = Place(concept, "ru", "дарение", "status")
    entry = termbase.commit([Change(place, "", "proposed")], who="a", did="propose")
    with opened(termbase) as index:
        assert told(index.search("дарениями")) == [(concept, "дарение", Match.INFLECTED, 78)]
    termbase.commit(reverse(entry.changes), who="a", did="undo")
    with opened(termbase) as index:
        assert "дарение" not in [hit.term.text for hit in index.search("дарение")]
        assert index.search("捐赠")[0].concept.id == concept


def test_a_domain_that_is_gone_is_forgotten(termbase: Termbase) -> None:
    with opened(termbase) as index:
        assert {hit.concept.domain for hit in index.search("捐赠")} == {"donation"}
        assert index.known_domain("donation") == "donation"
    shutil.rmtree(termbase.shipped / "donation")
    with opened(termbase) as index:
        assert index.search("捐赠") == []
        assert index.search("公斤")
        with pytest.raises(NotKnown):
            index.known_domain("donation")


def noise(content: bytes) -> bytes:
    return content[:4096] + os.urandom(8192) + content[12288:]


@pytest.mark.parametrize("damage", [lambda _old: b"", lambda _old: b"no database" * 900, noise])
def test_a_damaged_index_is_made_anew(termbase: Termbase, damage) -> None:
    with opened(termbase) as index:
        path = index.path
    path.write_bytes(damage(path.read_bytes()))
    with opened(termbase) as index:
        assert index.search("公斤")[0].term.text == "公斤"


def test_the_index_of_another_version_is_made_anew(termbase: Termbase) -> None:
    with opened(termbase) as index:
        path = index.path
    with closing(sqlite3.connect(path)) as database:
        database.execute("UPDATE meta SET value = '0' WHERE key = 'version'")
        database.commit()
    with opened(termbase) as index:
        assert index.search("公斤")


def test_the_commands_use_the_index_of_a_large_glossary(command, monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("TRANSLATE_KIT_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(glossary_finding, "WORTHWHILE", 1)
    said = command("search", "масками", "--limit", "1")
    assert "ppe-0013" in said
    assert "Making the search index" in said
    assert "Making the search index" not in command("search", "масками")
    (path,) = (tmp_path / "cache").iterdir()
    assert "ppe-0016" in command("show", "医用防护口罩")
    assert "did you mean “protocol”" in command("search", "x", "--domain", "protokol", code=2)
    assert "did you mean “medical mask”" in command("show", "medcal mask", code=2)
    assert "ppe-0015" in command("show", "PPE-0015")
    with closing(sqlite3.connect(path)) as database:
        database.execute("DROP TABLE spelling")
    assert "ppe-0013" in command("search", "масками", "--limit", "1"), "damage is got over"
    assert "Making the search index" in command("search", "масками", "--limit", "1")


def test_without_a_usable_cache_the_glossary_itself_is_searched(
    command, monkeypatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("TRANSLATE_KIT_CACHE", str(tmp_path / "file" / "cache"))
    monkeypatch.setattr(glossary_finding, "WORTHWHILE", 1)
    assert "ppe-0013" in command("search", "масками", "--limit", "1")


def test_the_cache_is_where_the_system_keeps_caches(tmp_path: Path) -> None:
    assert cache_folder({"TRANSLATE_KIT_CACHE": str(tmp_path)}) == tmp_path
    assert cache_folder({}).name in ("translate-kit", "Cache")
