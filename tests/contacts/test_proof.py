"""One good contact, spoilt in one place at a time: the proof finds just that."""

import csv
from pathlib import Path

import pytest

from translate_kit.contacts import Contacts
from translate_kit.model import Finding, Severity

CASES = Path(__file__).parent / "cases" / "proof.csv"
POSITIONS = Path(__file__).parents[2] / "glossaries" / "contacts" / "positions.csv"
GOOD = {
    "id": "x",
    "kind": "sister_city",
    "country": "RU",
    "language": "ru",
    "position": "head_of_city",
    "sex": "m",
    "organisation_ru": "Администрация города Тюмени",
    "organisation_zh": "秋明市政府",
    "city_ru": "Тюмень",
    "person_ru": "Примеров Пётр Ильич",
    "person_zh": "样本诺夫",
    "email": "office@example.org",
    "phone": "+7 (3452) 00-00-00 доб. 12",
}


def _cases() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def check(folder: Path, cells: dict[str, str]) -> tuple[Finding, ...]:
    path = folder / "contacts.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(cells))
        writer.writeheader()
        writer.writerow(cells)
    contacts = Contacts.load([path], positions=[POSITIONS])
    return contacts.check(contacts.get("x"))


@pytest.mark.parametrize("case", _cases(), ids=lambda case: case["case"])
def test_what_is_spoilt_is_found(tmp_path: Path, case: dict[str, str]) -> None:
    value = case["value"].removeprefix("-")
    found = check(tmp_path, GOOD | dict.fromkeys(case["column"].split("+"), value))
    if not case["severity"]:
        assert found == ()
        return
    where = f"x, {case['where']}" if case["where"] else "x"
    matching = [
        finding
        for finding in found
        if (finding.severity, finding.check) == (case["severity"], case["check"])
        and finding.where == where
        and case["says"] in finding.message
    ]
    assert len(matching) == 1, found


@pytest.mark.parametrize(
    ("salutation", "word"),
    [("존경하는 시장님 귀하", "귀하"), ("시장 각하", "각하"), ("충주시청 귀중", "귀중")],
)
def test_korean_salutation_takes_no_address_honorific(
    tmp_path: Path, salutation: str, word: str
) -> None:
    cells = {
        "id": "x",
        "country": "KR",
        "language": "ko",
        "salutation": salutation,
        "organisation_ko": "충주시청",
        "organisation_zh": "忠州市政府",
    }
    (finding,) = check(tmp_path, cells)
    assert finding.severity is Severity.ERROR
    assert finding.message.startswith(word)


def test_findings_come_worst_first(tmp_path: Path) -> None:
    found = check(tmp_path, GOOD | {"person_ru": "", "person_zh": "", "email": "x"})
    assert [finding.severity for finding in found] == [Severity.ERROR, Severity.WARNING]
