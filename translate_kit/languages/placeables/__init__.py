"""What may be exchanged in a sentence without changing the sentence: numbers, dates, codes.

``find`` gives them with values that compare across languages: 3万, 30,000 and «30 000» are one
number, 2020年2月8日 and «8 февраля 2020 г.» one date. The pipeline protects them, the translation
memory exchanges them.
"""

from translate_kit.languages.placeables.finding import Names, find
from translate_kit.languages.placeables.placeable import Kind, MonthDay, Placeable, Value

__all__ = ["Kind", "MonthDay", "Names", "Placeable", "Value", "find"]
