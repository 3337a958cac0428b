"""People's names in Russian cases."""

import csv
from pathlib import Path

import pytest

from translate_kit.errors import UserError
from translate_kit.languages.ru import CannotInflect, Person

NBSP = "\u00a0"


def rows() -> list[dict[str, str]]:
    path = Path(__file__).parent / "cases" / "russian_people.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("row", rows(), ids=lambda r: f"{r['full']}-{r['case']}")
def test_person(row):
    person = Person(
        row["surname"], row["given"], row["patronymic"], row["sex"], eastern=row["eastern"] == "yes"
    )
    assert person.full(row["case"]) == row["full"]
    assert person.addressee(row["case"]).replace(NBSP, " ") == row["addressee"]


def test_initials_stand_before_the_surname_in_a_signature():
    assert Person("Иванов", "Иван", "Иванович", "m").signature() == f"И.{NBSP}И.{NBSP}Иванов"
    assert Person("Чжан", "Цзяньго", sex="m", eastern=True).signature() == "Чжан Цзяньго"


def test_initials_that_are_given_stay():
    assert Person("Иванов", "И.", "И.", "m").addressee() == f"Иванову{NBSP}И.{NBSP}И."


def test_salutation():
    person = Person("Захарова", "Мария", "Владимировна", "f")
    assert person.called() == "Мария Владимировна"
    assert person.title("dative") == "госпоже Захаровой"
    with pytest.raises(UserError, match="patronymic"):
        Person("Смит", "Джон", sex="m").called()


@pytest.mark.parametrize("sex", ["", "х"])
def test_an_unknown_sex_is_asked_for(sex):
    with pytest.raises(UserError, match="sex of Шмидт"):
        Person("Шмидт", "Саша", sex=sex).addressee()


def test_a_patronymic_of_the_other_sex_is_refused():
    with pytest.raises(UserError, match="Иванович"):
        Person("Иванова", "Анна", "Иванович", "f").full("dative")


@pytest.mark.parametrize("surname", ["Кравец", "Заяц-Кравец", "Чеснок", "Гринь-Лебедень"])
def test_a_fleeting_vowel_is_asked_for(surname):
    with pytest.raises(CannotInflect, match="surname dative"):
        Person(surname, "Иван", sex="m").addressee()


def test_the_person_s_own_form_wins():
    person = Person("Кравец", "Иван", sex="m", forms={"surname dative": "Кравцу"})
    assert person.addressee() == f"Кравцу{NBSP}И."
