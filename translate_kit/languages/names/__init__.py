"""Chinese names of people and places in English, Russian, Korean and Japanese letters.

Above all stands a person's own spelling (``own``), then the established name of a place (Harbin,
Пекин, 하얼빈), then the tables. What no table knows, and a character that is read in two ways, is
asked for (``AskReading``), never guessed; ``readings`` then settles it: ``pinyin("覃辉",
readings="qin hui")``.
"""

from translate_kit.languages.names.kanji import japanese_form
from translate_kit.languages.names.reading import AskReading, Kind
from translate_kit.languages.names.scripts import hangul, palladius, pinyin

__all__ = ["AskReading", "Kind", "hangul", "japanese_form", "palladius", "pinyin"]
