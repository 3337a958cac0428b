"""Tables in and out, what the memory says of itself, and what may go."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from translate_kit.errors import AlreadyThere, BadData, NotKnown, UserError
from translate_kit.memory import Memory, Origin, Provenance, Unit
from translate_kit.memory.pruning import Wish, chosen
from translate_kit.memory.statistics import statistics
from translate_kit.memory.transfer import Terms, export_file, import_file
from translate_kit.model import TranslationUnit

Make = Callable[..., TranslationUnit]
PERSON = Provenance(Origin.PERSON, by="李明", at="2020-02-08T09:00:00Z", domain="appeal")
IMPORT = Provenance(Origin.IMPORT, source="old.tmx", at="2019-05-01T00:00:00Z")


def test_tables_are_taken_over_however_they_were_saved(memory: Memory, tmp_path: Path) -> None:
    head, row = "zh,ru,note", "口罩,маска,经核对"
    (tmp_path / "a.csv").write_text(f"{head}\n{row}\n,,\n手套,,\n", encoding="gb18030")
    (tmp_path / "b.tsv").write_text("zh\tko\n口罩\t마스크\n", encoding="utf-8-sig")
    book = Workbook()
    for cells in (("id", "zh", "en", "approved_by"), ("x-1", "=口罩", "mask", "王芳")):
        book.worksheets[0].append(cells)
    book.worksheets[0]["B2"].data_type = "s"
    book.save(tmp_path / "c.xlsx")
    store = memory.require_store()
    left_out = []
    for name in ("a.csv", "b.tsv", "c.xlsx"):
        added, tally = import_file(store, tmp_path / name, Terms(domain="appeal"))
        assert added.new == 1
        left_out += tally.lines()
    assert left_out == ["1 unit left out: it has fewer than two texts"]
    first, second, third = store.each()
    assert (first.texts, first.note) == ({"zh": "口罩", "ru": "маска"}, "经核对")
    assert (second.texts, second.provenance.source) == ({"zh": "口罩", "ko": "마스크"}, "b.tsv")
    assert (third.id, third.texts, third.provenance.by) == (
        "x-1",
        {"zh": "=口罩", "en": "mask"},
        "王芳",
    )
    assert {unit.provenance.domain for unit in (first, second, third)} == {"appeal"}


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("", "the file is empty"),
        ("zh,fr\n口罩,masque\n", "field fr: unknown column"),
        ("zh,note\n口罩,备注\n", "columns of two languages at least"),
        ("zh,ru\n", "no unit with texts in two of our languages"),
        ("zh,ru\n口罩,\n", r"no unit .*\(1 unit left out"),
        ("zh,ru\n口罩,маска,лишнее\n", "3 cells, but the header has 2"),
    ],
)
def test_a_broken_table_is_refused(memory: Memory, tmp_path: Path, content: str, why: str) -> None:
    path = tmp_path / "bad.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(BadData, match=rf"bad\.csv.*{why}"):
        import_file(memory.require_store(), path, Terms())
    assert len(memory) == 0


@pytest.mark.parametrize("name", ["out.tsv", "out.xlsx"])
def test_a_table_comes_back(memory: Memory, unit: Make, tmp_path: Path, name: str) -> None:
    texts = {"zh": '=1+1 "口罩"\t大', "ru": "маска\nдве строки"}
    memory.add([unit("a-1", note="经核对", **texts), unit(zh="手套", en="@glove")], PERSON)
    store = memory.require_store()
    path = tmp_path / name
    assert export_file(store.each(), path) == 2
    with pytest.raises(AlreadyThere):
        export_file(store.each(), path)
    other = Memory.load([], store=replace(store, path=tmp_path / "other.sqlite3"))
    import_file(other.require_store(), path, Terms())
    first, second = other.require_store().each()
    assert (first.id, first.texts, first.note) == ("a-1", texts, "经核对")
    assert (first.provenance.by, first.provenance.at) == (PERSON.by, PERSON.at)
    assert first.provenance.domain == "appeal"
    assert second.texts == {"zh": "手套", "en": "@glove"}


def test_an_exported_table_serves_in_a_workspace(
    memory: Memory, unit: Make, tmp_path: Path
) -> None:
    memory.add([unit(zh="口罩", ru="маска")], PERSON)
    path = tmp_path / "own.tsv"
    export_file(memory.require_store().each(), path)
    served = Memory.load([path])
    assert served.exact("口罩", "zh", "ru") == "маска"
    assert served.units[0].provenance.by == "李明"


def test_no_cell_becomes_a_formula(memory: Memory, unit: Make, tmp_path: Path) -> None:
    memory.add([unit(zh="=HYPERLINK(1)", ru="+7")], PERSON)
    path = tmp_path / "out.xlsx"
    export_file(memory.require_store().each(), path)
    sheet = load_workbook(path).worksheets[0]
    assert {cell.data_type for cell in sheet[2] if cell.value} == {"s"}


def test_what_no_file_can_hold_is_said_and_leaves_none(tmp_path: Path) -> None:
    unit = Unit("a-1", {"zh": "口" * 40_000, "ru": "маска"}, PERSON)
    with pytest.raises(UserError, match="a-1 is too long for a cell of Excel"):
        export_file([unit], tmp_path / "out.xlsx")
    with pytest.raises(NotKnown, match=r"\.doc"):
        export_file([unit], tmp_path / "out.doc")
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def full(memory: Memory, unit: Make) -> Memory:
    """Two approvals that contradict each other, two imports, one of them repeated."""
    memory.add([unit(zh="口罩", ru="маска"), unit(zh="手套", en="glove")], PERSON)
    memory.add([unit(zh="口罩", ru="респиратор")], replace(PERSON, at="2020-03-01T00:00:00Z"))
    memory.add([unit(zh="面罩", en="face shield")], IMPORT)
    memory.add([unit(zh="面罩", en="face shield")], replace(PERSON, by="王芳", domain=""))
    return memory


def test_statistics(full: Memory, memory: Memory) -> None:
    found = statistics(full.require_store())
    assert found.total == 5
    assert found.origins == {"person": 4, "import": 1}
    assert found.languages == {"zh": 5, "en": 3, "ru": 2, "ko": 0, "ja": 0}
    assert found.domains == {"appeal": 3}
    assert found.sources == {"old.tmx": 1}
    assert found.contradictions == {"ru": 1}
    assert (found.removed, found.size > 4096) == (0, True)


def test_statistics_of_an_empty_memory(memory: Memory) -> None:
    assert statistics(memory.require_store()).total == 0


@pytest.mark.parametrize(
    ("wish", "numbers"),
    [
        (Wish(repeated=True), [4]),
        (Wish(origin=Origin.IMPORT), [4]),
        (Wish(origin=Origin.PERSON), [1, 2, 3, 5]),
        (Wish(source="old.tmx"), [4]),
        (Wish(domain="appeal"), [1, 2, 3]),
        (Wish(before=date(2020, 1, 1)), [4]),
        (Wish(before=date(2020, 2, 9)), [1, 2, 4, 5]),
        (Wish(origin=Origin.PERSON, domain="appeal", before=date(2020, 2, 9)), [1, 2]),
        (Wish(source="x' OR 1=1"), []),
    ],
)
def test_what_a_wish_means(full: Memory, wish: Wish, numbers: list[int]) -> None:
    store = full.require_store()
    assert chosen(store, wish) == numbers
    assert store.remove(numbers, str(wish)) == len(numbers)
    assert statistics(store).removed == len(numbers)
    assert store.restore() == len(numbers)
    assert len(full) == 5


def test_an_empty_wish_is_refused(full: Memory) -> None:
    with pytest.raises(UserError, match="say what may go"):
        chosen(full.require_store(), Wish())
