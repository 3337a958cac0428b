"""``translate-kit standards`` as a person runs it."""

import json
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

from translate_kit.cli.standards.group import standards as command
from translate_kit.messages import activate
from translate_kit.standards import Standards


@pytest.fixture
def chinese() -> Iterator[None]:
    activate("zh")
    yield
    activate("en")


def run(standards: Standards, *arguments: str) -> str:
    workspace = SimpleNamespace(standards=standards)
    result = CliRunner(env={"COLUMNS": "200"}).invoke(command, arguments, obj=workspace)
    assert result.exit_code == 0, result.output
    return result.output


def test_show_names_the_edition_of_the_day(standards: Standards) -> None:
    output = run(standards, "show", "GB19082", "--date", "2020-02-08")
    assert "GB 19082-2009 was in force on 2020-02-08" in output
    assert "GB 19082-2023 was not yet in force on 2020-02-08" in output
    assert "Experts must verify" in output


def test_show_as_json(standards: Standards) -> None:
    record = json.loads(run(standards, "show", "gb/t", "32610", "--date", "2020-02-08", "--json"))
    assert record["in_force"] == "GB/T 32610-2016"
    assert record["editions"][0]["standing"] == "in_force"
    assert set(record["experts_verify"]) == {"zh", "en", "ru", "ko", "ja"}


@pytest.mark.parametrize("date", [(), ("--date", "2020-02-08")])
def test_compare_without_a_record_asks_for_experts(
    standards: Standards, date: tuple[str, ...]
) -> None:
    output = run(standards, "compare", "GB/T 36758", "--country", "JP", *date)
    assert "needs expert" in output
    assert "Experts must verify" in output


def test_narrow_terminal_cuts_no_caution_short(standards: Standards) -> None:
    workspace = SimpleNamespace(standards=standards)
    arguments = ("compare", "GB19082", "--country", "EU")
    output = CliRunner(env={"COLUMNS": "40"}).invoke(command, arguments, obj=workspace).output
    for comparison in standards.compare("GB19082", "EU"):
        assert comparison.caution["en"] in output


def test_compare_as_json(standards: Standards) -> None:
    output = run(standards, "compare", "GB19082", "--country", "kr", "--json")
    record = json.loads(output)
    assert [c["relation"] for c in record["comparisons"]] == ["not_comparable"]
    assert record["comparisons"][0]["caution"]["ko"]


def test_grades_go_by_language_in_json(standards: Standards) -> None:
    output = run(standards, "compare", "GB19082", "--country", "JP", "--json")
    first = json.loads(output)["comparisons"][0]
    assert first["our_grade"]["ru"] == "без деления на классы"
    assert first["their_grade"]["ko"] == "시험 결과에 따른 등급"


@pytest.mark.usefixtures("chinese")
def test_chinese_staff_read_chinese(standards: Standards) -> None:
    shown = run(standards, "show", "GB19083", "--date", "2020-02-08")
    assert "分无菌和非无菌（包装上标明）" in shown
    assert "已被GB 19083-2023代替（2025-12-01实施）" in shown
    assert "1级≥95 %" in shown
    compared = run(standards, "compare", "GB19082-2009", "--country", "JP")
    assert "GB 19082-2009 不分级 → JIS T 8122:2015 按试验分级" in compared
    assert "JIS按ISO型试验对材料和接缝分级" in compared
