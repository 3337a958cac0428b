"""Russian dates: ``8 февраля 2020 г.`` in a text, ``08.02.2020`` in the registration line.

Both by ГОСТ Р 7.0.97 (5.10); a no-break space holds ``г.`` to its year.
"""

from datetime import date

from translate_kit.languages.months import month_forms
from translate_kit.languages.ru.morphology import CannotInflect, Case
from translate_kit.languages.ru.phrase import inflect
from translate_kit.messages import _

NBSP = "\u00a0"


def long_date(day: date) -> str:
    """The date as a letter's text writes it: ``8 февраля 2020 г.``."""
    return f"{day.day}{NBSP}{month_name(day.month, 'genitive')} {day.year}{NBSP}г."


def registration_date(day: date) -> str:
    """The date as the registration line writes it: ``08.02.2020``."""
    return f"{day:%d.%m.%Y}"


def month_name(month: int, case: Case = "nominative") -> str:
    """The name of a month, 1 to 12, in a case: ``февраля``, ``в феврале``."""
    if not 1 <= month <= 12:
        raise CannotInflect(str(month), _("a month is a number from 1 to 12"))
    genitive, nominative = month_forms("ru")[month][:2]
    return genitive if case == "genitive" else inflect(nominative, case, grammar={})
