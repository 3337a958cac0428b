"""Comparing glossaries, counting how far one is, and freezing it."""

import json
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from translate_kit.errors import BadData
from translate_kit.glossary.concept import Status
from translate_kit.glossary.release import read_release, release_bytes
from translate_kit.glossary.statistics import coverage
from translate_kit.glossary.store import Glossary
from translate_kit.model import LANGUAGES
from translate_kit.workspace import Workspace

DAY = date(2020, 2, 8)
ANNA = ("--as", "Anna")
SVG = "{http://www.w3.org/2000/svg}"


def test_nothing_differs(command) -> None:
    assert command("diff", "shipped", "workspace") == ""


def test_a_difference_by_concept_and_field(command) -> None:
    command("edit", "口罩", "--note", "new", *ANNA)
    command("propose", "口罩", "ru", "повязка", *ANNA)
    command("add", "--zh", "面屏支架", "--domain", "ppe", "--definition", "固定面屏", *ANNA)
    said = command("diff", "shipped", code=1).splitlines()
    assert said[0] == "~ ppe-0013 口罩 / mask / маска / 마스크 / マスク"
    assert said[1].endswith("→ new")
    assert "    ru “повязка” status: ∅ → proposed" in said
    assert said[-1].startswith("+ ppe-")
    back = command("diff", "workspace", "shipped", code=1).splitlines()
    assert back[-1].startswith("- ppe-")
    records = json.loads(command("diff", "shipped", "--json", code=1))
    assert {record["concept"] for record in records} >= {"ppe-0013"}
    assert records[0].keys() == {"concept", "language", "term", "field", "old", "new"}


def test_what_can_be_compared(office: Workspace, command, tmp_path: Path) -> None:
    command("freeze", "2020-02", "--force", *ANNA)
    (release,) = (tmp_path / "releases").iterdir()
    assert command("diff", str(release)) == ""
    command("edit", "口罩", "--note", "new", *ANNA)
    assert "~ ppe-0013" in command("diff", str(release), code=1)
    assert "~ ppe-0013" in command("diff", "shipped", str(office.folder), code=1)
    assert "is no glossary" in command("diff", "nothing", code=2)


def test_a_release_carries_the_revision_and_is_written_into_the_history(
    office: Workspace, command, tmp_path: Path
) -> None:
    command("freeze", "2020-02", "--why", "w", *ANNA)
    (path,) = (tmp_path / "releases").iterdir()
    release, glossary = read_release(path)
    assert path.name == f"glossary-2020-02-{office.glossary.revision}.zip"
    assert (release.name, release.who, release.revision) == (
        "2020-02", "Anna", office.glossary.revision,
    )  # fmt: skip
    assert dict(glossary.concepts) == dict(sorted(office.glossary.concepts.items()))
    (entry,) = office.termbase.history()
    assert (entry.did, entry.why) == ("freeze", f"2020-02 {release.revision} w")
    assert "exists already" in command("freeze", "2020-02", *ANNA, code=2)
    assert "no change of Anna's" in command("undo", *ANNA, code=2), "a release is not undone"


def test_errors_are_not_frozen(command, tmp_path: Path) -> None:
    command("propose", "口罩", "ru", "мaска", *ANNA)
    said = command("freeze", "2020-02", *ANNA, code=2)
    assert "the check finds 1 error, nothing was written" in said
    assert "lookalikes" in said
    assert not (tmp_path / "releases").exists()
    command("freeze", "2020-02", "--force", *ANNA)


def test_the_same_glossary_gives_the_same_release(shipped: Glossary) -> None:
    first, second = (release_bytes(shipped, "a", who="b", day=DAY) for _turn in range(2))
    assert first == second


def repacked(path: Path, changes: Mapping[str, bytes]) -> Path:
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in {**files, **changes}.items():
            archive.writestr(name, content)
    return path


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"ppe/ru.csv": b"concept,term,status\n"}, "the release was changed: it says"),
        ({"../ru.csv": b"x"}, "no release of a glossary"),
        ({"release.json": b"[]"}, "no release of a glossary"),
        ({"release.json": b"{}"}, "no release of a glossary"),
    ],
)
def test_a_changed_release_is_refused(shipped: Glossary, tmp_path: Path, changes, why) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(release_bytes(shipped, "a", who="b", day=DAY)[1])
    with pytest.raises(BadData, match=why):
        read_release(repacked(path, changes))


def test_what_is_no_release_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(b"PK")
    with pytest.raises(BadData, match="no release of a glossary"):
        read_release(path)


def test_coverage_counts_concepts_terms_and_readers(shipped: Glossary) -> None:
    mask, suit = shipped.concept("ppe-0013"), shipped.concept("ppe-0005")
    signed = replace(mask.terms["ru"][0], reviewer="Anna", date=DAY)
    mask = replace(mask, terms={**mask.terms, "ru": [signed], "ko": []})
    gone = replace(suit, id="ppe-9999", replaced_by="ppe-0005")
    table = coverage([mask, suit, gone])
    assert list(table) == ["", "ppe"]
    russian, korean = table["ppe"]["ru"], table["ppe"]["ko"]
    assert (russian.concepts, russian.covered, russian.read, russian.percent) == (2, 2, 1, 100)
    assert (korean.covered, korean.percent) == (1, 50)
    assert russian.terms[Status.PREFERRED] == 2
    assert coverage([])[""]["zh"].percent == 100


def test_all_but_one_is_not_all(shipped: Glossary) -> None:
    concepts = [replace(concept, terms={"ru": concept.terms["ru"]}) for concept in shipped]
    concepts[0] = replace(concepts[0], terms={})
    assert coverage(concepts)[""]["ru"].percent == 99


def test_stats_in_three_outputs(command, tmp_path: Path) -> None:
    command("propose", "口罩", "ru", "повязка", *ANNA)
    picture = tmp_path / "stats.svg"
    said = command("stats", "--svg", str(picture))
    for text in ("ppe", "donation", "100%", "proposed", "signed by a second reader"):
        assert text in said
    told = json.loads(command("stats", "--json"))
    assert set(told["all"]) == set(LANGUAGES)
    assert told["ppe"]["ru"]["terms"]["proposed"] == 1
    root = etree.parse(picture).getroot()
    texts = [element.text for element in root.iter(f"{SVG}text")]
    assert "100% +1" in texts
    assert set(LANGUAGES) <= set(texts)
    width = float(root.get("width", "0"))
    for bar in root.iter(f"{SVG}rect"):
        left = float(bar.get("x", "0"))
        assert 0 <= left <= left + float(bar.get("width", "0")) <= width
