"""Two versions of a file merged by concept and field, by itself and as git's merge driver."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from translate_kit.errors import BadData, UserError
from translate_kit.glossary import folder
from translate_kit.glossary.merging import merge_files

HEAD = "concept,term,status,grammar,reviewer,date,note\n"
BASE = (
    HEAD + "a-1,маска,preferred,gender=f,,,\na-1,повязка,admitted,,,,\na-2,костюм,preferred,,,,\n"
)


def merged(tmp_path: Path, base: str, ours: str, theirs: str, name: str = "g/ru.csv"):
    paths = [tmp_path / part for part in ("base", "ours", "theirs")]
    for path, text in zip(paths, (base, ours, theirs), strict=True):
        path.write_text(text, encoding="utf-8")
    done = merge_files(*paths, name)
    return done.content.decode("utf-8"), done.conflicts


def test_different_fields_of_one_term_are_both_kept(tmp_path: Path) -> None:
    ours = BASE.replace("gender=f,,,", "gender=f,,,разговорное")
    theirs = BASE.replace("gender=f,,,", "gender=f; gen_pl=масок,,,")
    text, conflicts = merged(tmp_path, BASE, ours, theirs)
    assert conflicts == ()
    assert "a-1,маска,preferred,gender=f; gen_pl=масок,,,разговорное\n" in text


def test_rows_added_and_taken_out_on_either_side(tmp_path: Path) -> None:
    ours = BASE + "a-2,комбинезон,admitted,,,,\n"
    theirs = (
        BASE.replace("a-1,повязка,admitted,,,,\n", "") + "a-3,перчатки,preferred,gender=pl,,,\n"
    )
    text, conflicts = merged(tmp_path, BASE, ours, theirs)
    assert conflicts == ()
    assert text == HEAD + (
        "a-1,маска,preferred,gender=f,,,\n"
        "a-2,костюм,preferred,,,,\n"
        "a-2,комбинезон,admitted,,,,\n"
        "a-3,перчатки,preferred,gender=pl,,,\n"
    )


def test_the_same_field_is_left_to_a_person(tmp_path: Path) -> None:
    ours, theirs = (BASE.replace("gender=f,,,", f"gender=f,,,{note}") for note in "xy")
    text, conflicts = merged(tmp_path, BASE, ours, theirs)
    assert conflicts == ("a-1 маска",)
    assert (
        "<<<<<<< ours\na-1,маска,preferred,gender=f,,,x\n"
        "=======\na-1,маска,preferred,gender=f,,,y\n>>>>>>> theirs\n"
    ) in text
    assert "a-2,костюм,preferred,,,,\n" in text


def test_taken_out_here_and_changed_there(tmp_path: Path) -> None:
    ours = BASE.replace("a-1,повязка,admitted,,,,\n", "")
    theirs = BASE.replace("повязка,admitted", "повязка,deprecated")
    text, conflicts = merged(tmp_path, BASE, ours, theirs)
    assert conflicts == ("a-1 повязка",)
    assert "<<<<<<< ours\n=======\na-1,повязка,deprecated,,,,\n>>>>>>> theirs\n" in text


def test_two_first_choices_are_left_to_a_person(tmp_path: Path) -> None:
    ours = BASE.replace("маска,preferred", "маска,admitted").replace(
        "повязка,admitted", "повязка,preferred"
    )
    theirs = BASE.replace("маска,preferred", "маска,admitted") + "a-1,щиток,preferred,,,,\n"
    text, conflicts = merged(tmp_path, BASE, ours, theirs)
    assert sorted(conflicts) == ["a-1 повязка", "a-1 щиток"]
    assert text.count("<<<<<<<") == 2


def test_concepts_are_merged_with_their_optional_columns(tmp_path: Path) -> None:
    head = "id,part_of_speech,counter,definition,note,source,confidence"
    base = f"{head}\na-1,noun,,甲,,,\na-2,noun,,乙,,,\n"
    ours = f"{head},see\na-1,noun,,甲,,,,a-2\na-2,noun,,乙,,,,\n"
    theirs = base.replace("甲", "甲物")
    text, conflicts = merged(tmp_path, base, ours, theirs, "g/concepts.csv")
    assert conflicts == ()
    assert text == f"{head},see\na-1,noun,,甲物,,,,a-2\na-2,noun,,乙,,,,\n"


def test_both_sides_add_the_same(tmp_path: Path) -> None:
    added = BASE + "a-3,перчатки,preferred,gender=pl,,,\n"
    assert merged(tmp_path, BASE, added, added) == (added, ())
    assert merged(tmp_path, "", added, added) == (added, ())


STATUS = st.sampled_from(["admitted", "proposed", "deprecated"])
ROW = st.tuples(STATUS, st.sampled_from(["", "gender=f"]), st.sampled_from(["", "x", "y"]))
TABLE = st.dictionaries(st.sampled_from(["маска", "повязка", "щиток"]), ROW)


def written(table: dict[str, tuple[str, str, str]]) -> str:
    rows = [f"a-1,{term},{status},{grammar},,,{note}\n" for term, (status, grammar, note) in
            table.items()]  # fmt: skip
    return HEAD + "".join(rows)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TABLE, TABLE, TABLE)
def test_laws_of_merging(tmp_path: Path, base, ours, theirs) -> None:
    files = [written(table) for table in (base, ours, theirs)]
    text, conflicts = merged(tmp_path, *files)
    assert merged(tmp_path, files[0], files[2], files[1])[1] == conflicts or len(conflicts) > 1
    if not conflicts:
        assert merged(tmp_path, files[0], files[2], files[1])[0] == text
        path = tmp_path / "ru.csv"
        path.write_text(text, encoding="utf-8")
        assert {found.term.text for found in folder.read_terms(path, "ru")} <= {
            *base,
            *ours,
            *theirs,
        }
    assert merged(tmp_path, files[0], files[1], files[0])[1] == ()


def test_what_cannot_be_merged_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="is no file of the glossary"):
        merged(tmp_path, BASE, BASE, BASE, "glossaries/standards/grades.csv")
    with pytest.raises(BadData, match="line 2: not a readable table"):
        merged(tmp_path, BASE, HEAD + '"', BASE)


@pytest.fixture
def repository(tmp_path: Path):
    """A repository with the two lines of configuration that the documentation gives."""
    if not shutil.which("git"):
        pytest.skip("git is not installed")
    driver = f'"{sys.executable}" -m translate_kit glossary merge %O %A %B --path %P'
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}

    def git(*arguments: str, code: int = 0) -> str:
        done = subprocess.run(
            ["git", "-c", "user.name=a", "-c", "user.email=a@b", *arguments], cwd=tmp_path,
            env=environment, capture_output=True, text=True, encoding="utf-8", check=False,
        )  # fmt: skip
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout + done.stderr

    git("init", "-q", "-b", "main")
    git("config", "merge.translate-kit.name", "glossary by concept and field")
    git("config", "merge.translate-kit.driver", driver)
    (tmp_path / ".gitattributes").write_text("glossaries/*/*.csv merge=translate-kit\n")
    (tmp_path / "glossaries" / "ppe").mkdir(parents=True)
    return git


def commit(git, path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    git("add", "-A")
    git("commit", "-q", "-m", "x")


def test_git_merges_two_branches_by_field(repository, tmp_path: Path) -> None:
    path = tmp_path / "glossaries" / "ppe" / "ru.csv"
    commit(repository, path, BASE)
    repository("checkout", "-q", "-b", "other")
    commit(repository, path, BASE.replace("gender=f,,,", "gender=f,,,x"))
    repository("checkout", "-q", "main")
    commit(repository, path, BASE.replace("gender=f", "gender=f; gen_pl=масок"))
    repository("merge", "other", "-m", "merged")
    assert "a-1,маска,preferred,gender=f; gen_pl=масок,,,x\n" in path.read_text("utf-8")
    commit(repository, path, path.read_text("utf-8").replace(",x\n", ",z\n"))
    repository("checkout", "-q", "other")
    commit(repository, path, BASE.replace("gender=f,,,", "gender=f,,,y"))
    said = repository("merge", "main", "-m", "merged", code=1)
    assert "glossaries/ppe/ru.csv: a-1 маска: changed on both sides" in said
    assert "<<<<<<< ours" in path.read_text("utf-8")
