"""Russian forms of people's names: ``Иванову И. И.`` over the address, ``И. И. Иванов`` below.

Surnames follow Грамота.ру, «Склонение фамилий» (after Л. П. Калакуцкая and Розенталь, § 149 ff.):
by ending and sex, never by taste. Where the ending leaves it open (a vowel that may drop out, an
unstressed ending that writing does not show) CannotInflect asks for the form; ``Person.forms``
takes it. Chinese and Korean names go whole, surname first; of a man's the last element declines
where it ends in a consonant (Ли Мину), a woman's never changes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from translate_kit.errors import UserError
from translate_kit.languages.ru import morphology
from translate_kit.languages.ru.morphology import CASES, CannotInflect, Case
from translate_kit.languages.ru.surnames import surname_in_case
from translate_kit.messages import _

NBSP = "\u00a0"
_PATRONYMICS = {"m": ("ич",), "f": ("вна", "чна")}
_ENDINGS: dict[str, dict[str, str]] = {
    "m": {"genitive": "а", "dative": "у", "accusative": "а", "instrumental": "ем"},
    "f": {"genitive": "ы", "dative": "е", "accusative": "у", "instrumental": "ой"},
}
_VOWELS = "аеёиоуыэюя"


@dataclass(frozen=True, slots=True)
class Person:
    """A person's name in Cyrillic.

    ``sex`` is ``"m"`` or ``"f"``; empty means unknown, and every form but the nominative then asks
    for it. ``eastern`` marks a Chinese, Korean or Vietnamese name: written whole, surname first,
    without initials. ``forms`` holds what the person or a colleague says, above every rule:
    ``{"surname dative": "Кравцу"}``, ``{"given genitive": ...}``.
    """

    surname: str
    given: str = ""
    patronymic: str = ""
    sex: str = ""
    eastern: bool = False
    forms: Mapping[str, str] = field(default_factory=dict)

    def full(self, case: Case = "nominative") -> str:
        """Surname, given name and patronymic: ``Иванову Ивану Ивановичу``."""
        parts = (self._surname(case), self._given(case), self._patronymic(case))
        return " ".join(part for part in parts if part)

    def addressee(self, case: Case = "dative") -> str:
        """As the address block has it, initials after the surname: ``Иванову И. И.``."""
        if self.eastern:
            return self.full(case)
        return NBSP.join([self._surname(case), *self._initials()])

    def signature(self) -> str:
        """As the signature has it, initials before the surname: ``И. И. Иванов``."""
        if self.eastern:
            return self.full()
        return NBSP.join([*self._initials(), self.surname])

    def called(self) -> str:
        """As the salutation has it: ``Иван Иванович``. Raises UserError without a patronymic."""
        if not (self.given and self.patronymic):
            raise UserError(
                _(
                    "{name} has no given name and patronymic; write “Уважаемый господин …” instead"
                ).format(name=self.surname)
            )
        self._require_patronymic_of_sex()
        return f"{self.given} {self.patronymic}"

    def title(self, case: Case = "nominative") -> str:
        """With the polite title, without initials: ``господину Иванову``, ``госпожа Захарова``."""
        title = "госпожа" if self._known_sex() == "f" else "господин"
        titled = morphology.nouns(title)[0].forms({CASES[case], "sing"}).pop()
        return f"{titled} {self.full(case) if self.eastern else self._surname(case)}"

    def _initials(self) -> list[str]:
        """``И.``, ``Ж.-П.``; initials that stand for the name already stay."""
        return [
            part if part.endswith(".") else "-".join(f"{half[0]}." for half in part.split("-"))
            for part in (self.given, self.patronymic)
            if part
        ]

    def _surname(self, case: Case) -> str:
        own = self.forms.get(f"surname {case}")
        if case == "nominative" or own:
            return own or self.surname
        sex = self._known_sex()
        if self.eastern and self.given:
            return self.surname
        return surname_in_case(self.surname, sex, case)

    def _given(self, case: Case) -> str:
        own = self.forms.get(f"given {case}")
        if case == "nominative" or own or not self.given:
            return own or self.given
        sex = self._known_sex()
        if self.eastern:
            return self.given if sex == "f" else _eastern(self.given, case)
        return "-".join(_given_in_case(half, sex, case) for half in self.given.split("-"))

    def _patronymic(self, case: Case) -> str:
        own = self.forms.get(f"patronymic {case}")
        if case == "nominative" or own or not self.patronymic:
            return own or self.patronymic
        self._require_patronymic_of_sex()
        return _patronymic_in_case(self.patronymic, self.sex, case)

    def _known_sex(self) -> str:
        if self.sex not in ("m", "f"):
            raise UserError(
                _("the sex of {name} is not given; Russian needs it: m or f").format(
                    name=self.surname
                )
            )
        return self.sex

    def _require_patronymic_of_sex(self) -> None:
        sex = self._known_sex()
        if not self.patronymic.endswith(_PATRONYMICS[sex]):
            raise UserError(
                _("“{patronymic}” is no patronymic of sex {sex}; check name and sex").format(
                    patronymic=self.patronymic, sex=sex
                )
            )


def _patronymic_in_case(patronymic: str, sex: str, case: Case) -> str:
    if sex == "f":
        return patronymic[:-1] + _ENDINGS["f"].get(case, "е")
    if case == "instrumental" and not patronymic.endswith(("ович", "евич")):
        own = morphology.own_forms().get(patronymic, {}).get("singular instrumental")
        return own or _ask(patronymic, "patronymic", case)
    return patronymic + _ENDINGS["m"].get(case, "е")


def _given_in_case(given: str, sex: str, case: Case) -> str:
    known = _known_name(given, sex, case, "Name")
    if known:
        return known
    last = given[-1].lower()
    if last in "оеиуыэю" or (sex == "f" and last not in "аяь"):
        return given
    if sex == "m" and last not in _VOWELS + "ьй":
        endings = {"instrumental": "ом", "prepositional": "е"} | {
            name: ending for name, ending in _ENDINGS["m"].items() if name != "instrumental"
        }
        return given + endings[case]
    return _ask(given, "given", case)


def _known_name(name: str, sex: str, case: Case, tag: str) -> str | None:
    """The form of a name that the dictionary has for that sex."""
    gender = {"m": "masc", "f": "femn"}[sex]
    for reading in morphology.names(name, tag):
        if reading.gender == gender:
            forms = reading.forms({CASES[case], "sing"})
            if len(forms) == 1:
                return morphology.in_case_of(name, forms.pop())
    return None


def _eastern(given: str, case: Case) -> str:
    """A man's given name after Palladius or Kontsevich: only a final consonant, -й or -ь declines.

    «Дэн Сяопин, Дэн Сяопину» (Розенталь, § 149: в китайских именах склоняется последняя часть).
    """
    if given[-1].lower() in _VOWELS:
        return given
    return surname_in_case(given, "m", case, foreign=True)


def _ask(name: str, part: str, case: Case) -> str:
    raise CannotInflect(
        name, _("the rules leave it open; give the form as “{key}”").format(key=f"{part} {case}")
    )
