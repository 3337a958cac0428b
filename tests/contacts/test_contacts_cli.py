"""``translate-kit contacts``: what it prints, and the exit codes that scripts rely on."""

from pathlib import Path

import pytest

from translate_kit.cli import run

HEADER = "id,country,language,position,sex,organisation_ru,organisation_zh,city_ru,person_ru,email"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    (tmp_path / "translate-kit.toml").write_text("", encoding="utf-8")
    return tmp_path


def contacts(workspace: Path, *arguments: str) -> int:
    return run(["--ui", "en", "--workspace", str(workspace), "contacts", *arguments])


def enter(workspace: Path, row: str) -> None:
    (workspace / "contacts.csv").write_text(f"{HEADER}\n{row}\n", encoding="utf-8-sig")


def test_list_filters(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert contacts(workspace, "list", "--country", "ca") == 0
    assert [line.split("\t")[0] for line in capsys.readouterr().out.splitlines()] == ["calgary"]
    assert contacts(workspace, "list", "--kind", "mission", "--country", "JP") == 0
    assert capsys.readouterr().out.startswith("jp_consulate_shenyang\tmission\tJP\tja\t")


def test_show_prints_what_the_letter_will_have(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    enter(workspace, "tyumen,RU,ru,head_of_city,f,,秋明市政府,Тюмень,Примерова Инна Львовна,")
    assert contacts(workspace, "show", "tyumen") == 0
    printed = capsys.readouterr().out.replace("\N{NO-BREAK SPACE}", " ")
    assert "Главе города Тюмени\nПримеровой И. Л.\nУважаемая Инна Львовна!\n" in printed
    assert "俄罗斯秋明市政府：" in printed
    assert "warning" not in printed


def test_show_says_what_is_missing_and_goes_on(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    enter(workspace, "x,RU,ru,,,ООО «Пример»,样本公司,,Примерова Инна Львовна,a@example.org")
    assert contacts(workspace, "show", "x") == 0
    printed = capsys.readouterr().out
    assert "error: contact “x” (" in printed
    assert "contacts.csv, line 2): sex is empty" in printed
    assert "俄罗斯样本公司：" in printed
    assert "a@example.org" in printed


def test_check_exits_with_1_for_errors_only(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert contacts(workspace, "check") == 0
    assert "warning: tyumen: " in capsys.readouterr().out
    enter(workspace, "x,RU,ru,,m,ООО «Пример»,样本公司,,Примерец Пётр Ильич,")
    assert contacts(workspace, "check", "x") == 1
    printed = capsys.readouterr().out
    assert "error: x, ru: " in printed
    assert "person_ru_dative" in printed
    assert printed.endswith("1 contact checked\n")


def test_an_unknown_id_exits_with_2(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert contacts(workspace, "show", "tumen") == 2
    assert "did you mean “tyumen”?" in capsys.readouterr().err
