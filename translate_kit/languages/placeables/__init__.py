"""What may be exchanged in a sentence without changing the sentence: numbers, dates, codes.

``find`` gives them with values that compare across languages: 3万, 30,000 and «30 000» are one
number, 2020年2月8日 and «8 февраля 2020 г.» one date. ``write_like`` writes another value in the
same manner and ``fit`` says whether the words around it stay right. The pipeline protects
placeables, the translation memory exchanges them.
"""

from translate_kit.languages.placeables.agreement import fit
from translate_kit.languages.placeables.finding import Names, find
from translate_kit.languages.placeables.placeable import Kind, MonthDay, Placeable, Value
from translate_kit.languages.placeables.writing import write_like

__all__ = ["Kind", "MonthDay", "Names", "Placeable", "Value", "find", "fit", "write_like"]
