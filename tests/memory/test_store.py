"""The workspace's own memory: what is entered, found, preferred, removed and brought back."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from translate_kit.errors import BadData, UserError
from translate_kit.memory import Added, Memory, Origin, Provenance, Store
from translate_kit.memory.store import FILE
from translate_kit.model import Pair, TranslationUnit

Make = Callable[..., TranslationUnit]
ZH_RU, ZH_EN = Pair("zh", "ru"), Pair("zh", "en")
PERSON = Provenance(Origin.PERSON, by="李明", at="2020-02-08T09:00:00Z", domain="appeal")
IMPORT = Provenance(Origin.IMPORT, source="old.tmx", at="2019-05-01T00:00:00Z")
SOURCE, ENGLISH, RUSSIAN = "费用由我方承担。", "We bear the cost.", "Расходы несём мы."


def test_looking_up_makes_no_file(memory: Memory, tmp_path: Path) -> None:
    assert memory.lookup(SOURCE, ZH_RU) is None
    assert memory.fuzzy(SOURCE, ZH_RU) == []
    assert list(memory.holding("费用")) == []
    assert len(memory) == 0
    assert not (tmp_path / FILE).exists()


def test_a_unit_is_found_with_who_approved_it(memory: Memory, unit: Make) -> None:
    added = memory.add([unit("a-1", zh=SOURCE, ru=RUSSIAN, note="经核对")], PERSON)
    assert added == Added(new=1)
    match = memory.lookup(f" {SOURCE} ", ZH_RU)
    assert match is not None
    assert match.text == RUSSIAN
    assert (match.unit.id, match.unit.note, match.unit.number) == ("a-1", "经核对", 1)
    assert match.unit.provenance == PERSON
    assert memory.exact(RUSSIAN, "ru", "zh") == SOURCE
    assert memory.exact(SOURCE, "zh", "en") is None


def test_a_unit_of_two_languages_hides_no_other(tmp_path: Path) -> None:
    starter = tmp_path / "starter.tsv"
    starter.write_text(f"id\tzh\tko\n1\t{SOURCE}\t비용은 저희가 부담합니다.\n", encoding="utf-8")
    memory = Memory.load([], [starter], Store(tmp_path / FILE))
    memory.add([TranslationUnit("", {"zh": SOURCE, "ru": RUSSIAN})], PERSON)
    assert memory.exact(SOURCE, "zh", "ko") == "비용은 저희가 부담합니다."
    assert memory.exact(SOURCE, "zh", "ru") == RUSSIAN


def test_the_newest_approval_goes_first(memory: Memory, unit: Make) -> None:
    later = replace(PERSON, at="2020-03-01T09:00:00Z", by="王芳")
    memory.add([unit(zh=SOURCE, ru="Расходы несёт наша сторона.")], later)
    memory.add([unit(zh=SOURCE, ru=RUSSIAN)], PERSON)
    memory.add([unit(zh=SOURCE, ru="Платим мы.")], replace(IMPORT, at="2021-01-01T00:00:00Z"))
    assert memory.exact(SOURCE, "zh", "ru") == "Расходы несёт наша сторона."


def test_a_person_may_come_back_to_an_older_wording(memory: Memory, unit: Make) -> None:
    for day, text in enumerate((RUSSIAN, "Платим мы.", RUSSIAN, RUSSIAN), 1):
        memory.add([unit(zh=SOURCE, ru=text)], replace(PERSON, at=f"2020-02-0{day}T09:00:00Z"))
    assert memory.exact(SOURCE, "zh", "ru") == RUSSIAN
    assert len(memory) == 3


def test_what_is_there_already_is_not_entered_again(memory: Memory, unit: Make) -> None:
    full = unit(zh=SOURCE, en=ENGLISH, ru=RUSSIAN)
    assert memory.add([full, full], IMPORT) == Added(new=1, known=1)
    assert memory.add([unit(zh=SOURCE, ru=RUSSIAN)], IMPORT) == Added(known=1)
    assert memory.add([full], PERSON) == Added(new=1)
    assert memory.add([full], replace(IMPORT, source="another.tmx")) == Added(known=1)
    assert memory.add([unit(zh=SOURCE, en="The cost is ours.")], IMPORT) == Added(new=1)


def test_a_penalty_keeps_a_unit_from_standing_for_what_was_asked(
    memory: Memory, unit: Make
) -> None:
    memory.add([unit(zh=SOURCE, ru=RUSSIAN)], replace(IMPORT, penalty=15))
    assert memory.exact(SOURCE, "zh", "ru") is None
    assert memory.lookup(SOURCE, ZH_RU) is None
    (near,) = memory.fuzzy(SOURCE, ZH_RU)
    assert near.score == 85


def test_numbers_are_exchanged_in_a_unit_of_the_store(memory: Memory, unit: Make) -> None:
    memory.add([unit(zh="需要口罩20万只。", ru="Нужно 200 000 масок.")], PERSON)
    match = memory.lookup("需要口罩5000只。", ZH_RU)
    assert match is not None
    assert match.text == "Нужно 5000 масок."
    assert match.unit.provenance.by == "李明"


def test_names_are_exchanged_in_a_unit_of_the_store(memory: Memory, unit: Make) -> None:
    memory.add([unit(zh="感谢秋明市的大力帮助。", en="We thank Tyumen for its help.")], PERSON)
    names = ({"zh": "秋明市", "en": "Tyumen"}, {"zh": "忠州市", "en": "Chungju"})
    match = memory.lookup("感谢忠州市的大力帮助。", ZH_EN, names)
    assert match is not None
    assert match.text == "We thank Chungju for its help."
    assert memory.lookup("感谢忠州市的大力帮助。", ZH_EN) is None


def test_a_near_match_comes_from_the_store(memory: Memory, unit: Make) -> None:
    memory.add(
        [
            unit(
                zh="请贵方尽快告知能否提供医用口罩。", en="Please tell us soon if you have masks."
            ),
            unit(zh="今天天气很好。", en="The weather is fine today."),
        ],
        PERSON,
    )
    (near,) = memory.fuzzy("请贵方尽快告知能否提供医用手套。", ZH_EN)
    assert near.source == "请贵方尽快告知能否提供医用口罩。"
    assert 80 < near.score < 95


@pytest.mark.parametrize(
    ("words", "language", "count"),
    [
        ("口罩", None, 2),
        ("口罩", "zh", 2),
        ("口罩", "ja", 0),
        ("函", None, 1),
        ("罩", "zh", 2),
        ("n95", None, 1),
        ("Ｎ95口", "zh", 1),
        ("MASK", None, 1),
        ("respirator", "en", 1),
        ("espirat", "en", 1),
        ("N95 resp", "en", 1),
        ("ator mod", "en", 1),
        ("костюм", None, 1),
        ("защитн костюм", "ru", 0),
        ("щитный костюм", "ru", 1),
        ("счет", "ru", 1),
        ("스크", "ko", 1),
        ("크", "ko", 1),
        ("――", None, 0),
        ("", None, 0),
    ],
)
def test_words_are_found_in_any_language(
    memory: Memory, unit: Make, words: str, language: str | None, count: int
) -> None:
    memory.add(
        [
            unit(zh="请提供N95口罩，详见来函。", en="Please supply the N95 respirator model."),
            unit(zh="口罩", en="masks", ko="마스크"),
            unit(ru="Защитный костюм включён в счёт.", en="The suit is on the invoice."),
        ],
        PERSON,
    )
    assert len(list(memory.holding(words, language))) == count


def test_odd_characters_are_taken_away(memory: Memory, unit: Make) -> None:
    memory.add([unit(zh="费用\x00由我\ud800方\x0b承担。\r\n", ru="Расходы\tнесём\r\nмы. ")], PERSON)
    (found,) = memory.require_store().each()
    assert found.texts == {"zh": "费用由我方承担。", "ru": "Расходы\tнесём\nмы."}
    assert memory.exact("费用由我方承担。", "zh", "ru") == "Расходы\tнесём\nмы."


@pytest.mark.parametrize(
    ("texts", "why"),
    [
        ({"zh": SOURCE}, "two languages at least"),
        ({"zh": SOURCE, "en": " \x00"}, "two languages at least"),
        ({"zh": SOURCE, "fr": "Les frais."}, "fr is none of our languages"),
        ({}, "two languages at least"),
    ],
)
def test_what_is_no_unit_is_refused_and_nothing_saved(
    memory: Memory, unit: Make, texts: dict[str, str], why: str
) -> None:
    with pytest.raises(UserError, match=why):
        memory.add([unit(zh=SOURCE, ru=RUSSIAN), TranslationUnit("x", texts)], PERSON)
    assert len(memory) == 0


def test_without_a_workspace_nothing_can_be_added() -> None:
    with pytest.raises(UserError, match="kept in a workspace, and there is none here"):
        Memory.load([]).add([TranslationUnit("", {"zh": SOURCE, "ru": RUSSIAN})], PERSON)


def test_removed_units_come_back(memory: Memory, unit: Make) -> None:
    memory.add([unit(zh=SOURCE, ru=RUSSIAN), unit(zh="口罩", ru="маска")], PERSON)
    store = memory.require_store()
    assert store.remove([1], "duplicates") == 1
    assert memory.exact(SOURCE, "zh", "ru") is None
    assert memory.fuzzy(SOURCE, ZH_RU) == []
    assert list(memory.holding("承担")) == []
    assert memory.exact("口罩", "zh", "ru") == "маска"
    assert store.remove([2, 77], "old") == 1
    assert store.restore() == 1
    assert store.restore() == 1
    assert store.restore() == 0
    assert memory.exact(SOURCE, "zh", "ru") == RUSSIAN
    assert [found.texts["zh"] for found in memory.holding("承担")] == [SOURCE]
    match = memory.lookup(SOURCE, ZH_RU)
    assert match is not None
    assert match.unit.provenance == PERSON


def test_a_unit_that_waits_for_a_reviewer_stands_for_nothing_until_approved_again(
    memory: Memory, unit: Make
) -> None:
    memory.add([unit("a-1", zh=SOURCE, ru=RUSSIAN, note="经核对")], PERSON)
    memory.add([unit(zh="谢谢。", ru="Спасибо.")], PERSON)
    store = memory.require_store()
    before = store.revision
    (doubted,) = store.doubt([1], "term changed")
    assert doubted.texts["ru"] == RUSSIAN
    assert store.doubt([unit.number for unit in store.each() if unit.id == "a-1"], "again") == []
    assert memory.exact(SOURCE, "zh", "ru") is None
    (near,) = memory.fuzzy(SOURCE, ZH_RU)
    assert (near.unit.id, near.unit.note) == ("a-1", "经核对; term changed")
    assert (near.unit.provenance.by, near.unit.provenance.at) == (PERSON.by, PERSON.at)
    assert memory.exact("谢谢。", "zh", "ru") == "Спасибо."
    assert (len(memory), store.revision != before) == (2, True)
    again = replace(PERSON, at="2020-04-01T09:00:00Z")
    assert memory.add([unit(zh=SOURCE, ru=RUSSIAN)], again) == Added(new=1)
    assert memory.exact(SOURCE, "zh", "ru") == RUSSIAN


def test_a_compacted_memory_answers_as_before(memory: Memory, unit: Make) -> None:
    memory.add([unit(zh=f"需要口罩{n}万只。" * 9, ru=f"{n} масок") for n in range(2, 400)], PERSON)
    store = memory.require_store()
    store.remove(range(1, 390), "old")
    before = store.path.stat().st_size
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert not replace(store, patience=0.1).compact()
        other.execute("ROLLBACK")
    assert store.compact()
    assert store.path.stat().st_size < before
    assert len(list(memory.holding("口罩"))) == 9
    assert store.restore() == 389
    assert len(list(memory.holding("口罩"))) == 398


def test_indexes_of_older_rules_are_made_anew(memory: Memory, unit: Make) -> None:
    memory.add([unit(zh="需要口罩20万只。", ru="Нужно 200 000 масок.")], PERSON)
    with closing(sqlite3.connect(memory.require_store().path)) as database, database:
        database.execute("UPDATE rules SET made_by = 0")
        database.execute("DELETE FROM frame")
    assert memory.exact("需要口罩20万只。", "zh", "ru") is None
    memory.add([unit(zh=SOURCE, ru=RUSSIAN)], PERSON)
    assert memory.exact("需要口罩20万只。", "zh", "ru") == "Нужно 200 000 масок."
    assert [found.texts["ru"] for found in memory.holding("масок")] == ["Нужно 200 000 масок."]


def test_files_that_are_no_memory(tmp_path: Path) -> None:
    other, text = tmp_path / "other.sqlite3", tmp_path / "text.sqlite3"
    with closing(sqlite3.connect(other)) as database:
        database.execute("CREATE TABLE a (b)")
    text.write_text("This is a letter, not a database. " * 50, encoding="utf-8")
    with pytest.raises(BadData, match="no translation memory of translate-kit"):
        Store(other).same(SOURCE, "zh")
    with pytest.raises(BadData, match="damaged"):
        Store(text).same(SOURCE, "zh")
    with pytest.raises(UserError, match="can't be opened"):
        Store(tmp_path / "absent" / FILE).remove([], "")
