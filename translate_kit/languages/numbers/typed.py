"""Reading the one number that a person typed into a field of a request."""

from decimal import Decimal

from translate_kit.errors import UserError
from translate_kit.languages.numbers.extraction import extract
from translate_kit.messages import _


def parse(text: str, lang: str) -> Decimal:
    """The value of ``text``, which must be one number and nothing else: 3万, 30 000, 30,000, 3만.

    Raises UserError that says what stands there instead.
    """
    typed = text.strip()
    numbers = extract(typed, lang)
    if not numbers:
        raise UserError(_("“{text}” is not a number").format(text=text))
    if len(numbers) > 1:
        raise UserError(
            _("“{text}” holds {count} numbers; give one").format(text=text, count=len(numbers))
        )
    (number,) = numbers
    if number.text != typed:
        rest = typed.replace(number.text, "", 1).strip()
        raise UserError(
            _("“{text}” holds more than a number (“{rest}”); give the number alone").format(
                text=text, rest=rest
            )
        )
    if len(number.values) > 1:
        readings = " / ".join(f"{value:f}" for value in sorted(number.values))
        raise UserError(
            _("“{text}” may be {readings}; write it in digits alone").format(
                text=text, readings=readings
            )
        )
    return number.value
