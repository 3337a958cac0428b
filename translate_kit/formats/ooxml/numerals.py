"""Numerals that only some readers can read (一 二 三, 가 나 다), wherever OOXML numbers something.

Lists have their own module; here are numbers of pages, of notes and of points on slides. The codes
of fields stay as their author wrote them, also one that asks for such numerals.
"""

from collections.abc import Iterable

from translate_kit.formats.package import Package
from translate_kit.formats.xml import Element, kind, own

_NUMERALS = frozenset(
    ("chineseCounting", "chineseCountingThousand", "chineseLegalSimplified", "ideographDigital",
     "japaneseCounting", "japaneseLegal", "japaneseDigitalTenThousand", "koreanCounting",
     "koreanDigital", "koreanDigital2", "koreanLegal", "taiwaneseCounting",
     "taiwaneseCountingThousand", "taiwaneseDigital", "ideographLegalTraditional",
     "decimalFullWidth", "decimalFullWidth2", "decimalHalfWidth")
)  # fmt: skip
_LETTERS = frozenset(
    ("ideographTraditional", "ideographZodiac", "ideographZodiacTraditional", "aiueo",
     "aiueoFullWidth", "iroha", "irohaFullWidth", "ganada", "chosung", "russianLower",
     "russianUpper", "hebrew1", "hebrew2", "arabicAlpha", "arabicAbjad")
)  # fmt: skip
_SHARED = frozenset(
    ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "ideographDigital",
     "taiwaneseCounting", "taiwaneseCountingThousand", "ideographTraditional", "ideographZodiac",
     "decimalFullWidth", "decimalFullWidth2", "decimalHalfWidth")
)  # fmt: skip
"""Numerals that Chinese and Japanese readers both read."""
_HOMES = {"zh": ("chinese", "ideograph"), "ja": ("japanese", "aiueo", "iroha"),
          "ko": ("korean", "ganada", "chosung"), "ru": ("russian",),
          "he": ("hebrew",), "ar": ("arabic",)}  # fmt: skip
_SLIDE_HOMES = {"zh": ("ea1Ch", "ea1Jpn"), "ja": ("ea1Jpn", "ea1Ch"), "ko": ("ea1JpnKor",)}


def readable(form: str, language: str) -> str | None:
    """The numerals to take instead (ST_NumberFormat, ECMA-376 part 1, 17.18.59); None where a
    reader of ``language`` can read these."""
    if form.startswith(_HOMES.get(language, "-")):
        return None
    if language in ("zh", "ja") and form in _SHARED:
        return None
    if form in _NUMERALS:
        return "decimal"
    return "upperLetter" if form in _LETTERS else None


def adapt_pages(package: Package, parts: Iterable[str], language: str) -> None:
    """Numbers of pages and notes in numerals that a reader of ``language`` can read."""
    for part in parts:
        root = package.tree(part)
        changed = [_renumber(each, "fmt", language) for each in root.iter("{*}pgNumType")]
        changed += [_renumber(each, "val", language) for each in root.iter("{*}numFmt")]
        if any(changed):
            package.touch(part)


def _renumber(element: Element, name: str, language: str) -> bool:
    new = readable(own(element, name) or "", language)
    if new is not None:
        element.set(next(str(key) for key in element.attrib if str(key).endswith(f"}}{name}")), new)
    return new is not None


def adapt_points(root: Element, language: str) -> bool:
    """Points of slides in numerals that a reader can read (ST_TextAutonumberScheme)."""
    strange = [
        number
        for number in root.iter("{*}buAutoNum")
        if kind(number) == "a:buAutoNum"
        and (form := number.get("type", "")).startswith("ea1")
        and not form.startswith(_SLIDE_HOMES.get(language, "-"))
    ]
    for number in strange:
        plain = number.get("type", "").endswith("Plain")
        number.set("type", "arabicPlain" if plain else "arabicPeriod")
    return bool(strange)
