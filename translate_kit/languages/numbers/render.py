"""Writing a value in running text as each language's officials do.

- en: commas from four digits up (``5,000``).
- ru: NBSP groups from five digits up, decimal comma (``5000``, ``30 000``, ``12,5``; ГОСТ 2.105,
  Мильчин: a four-digit number stands without a gap).
- zh: 万 with at most one decimal and 亿 with at most two (``3万``, ``12.5万``; GB/T 15835-2011
  allows the unit with Arabic figures), otherwise plain digits, with commas from nine digits up.
- ja: 万, 億, 兆 as in public documents (公用文作成の考え方, 2022): ``3万``, ``12万5,000``.
- ko: 만, 억, 조 with a blank after each (``3만``, ``12만 5,000``).
"""

from collections.abc import Callable
from decimal import Decimal

from translate_kit.errors import NotKnown

NBSP = "\u00a0"


def render(value: Decimal | int, lang: str) -> str:
    """``value`` as ``lang`` writes it in running text; ``extract`` reads exactly it again.

    Raises ValueError for a value below zero or without an end, NotKnown for another language.
    """
    amount = Decimal(value)
    if not amount.is_finite() or amount < 0:
        raise ValueError(f"not a quantity: {value}")
    whole, _point, fraction = f"{amount:f}".partition(".")
    writer = _WRITERS.get(lang)
    if writer is None:
        raise NotKnown("language with numbers", lang, _WRITERS)
    return writer(int(whole), fraction.rstrip("0"))


def _english(whole: int, fraction: str) -> str:
    return f"{whole:,}" + _after(".", fraction)


def _russian(whole: int, fraction: str) -> str:
    grouped = f"{whole:,}".replace(",", NBSP) if whole >= 10_000 else str(whole)
    return grouped + _after(",", fraction)


def _chinese(whole: int, fraction: str) -> str:
    if not fraction:
        for unit, zeros, decimals in (("亿", 8, 2), ("万", 4, 1)):
            if whole >= 10**zeros and whole % 10 ** (zeros - decimals) == 0:
                head = Decimal(whole).scaleb(-zeros)
                return f"{head.normalize():f}{unit}"
    # Eleven digits without a comma would be read as a mobile telephone.
    return (f"{whole:,}" if whole >= 10**8 else str(whole)) + _after(".", fraction)


def _japanese(whole: int, fraction: str) -> str:
    return _myriads(whole, fraction, "万億兆", "")


def _korean(whole: int, fraction: str) -> str:
    return _myriads(whole, fraction, "만억조", " ")


def _myriads(whole: int, fraction: str, units: str, gap: str) -> str:
    """Groups of four digits with their units; a fraction leaves no room for them."""
    if fraction or whole < 10_000 or whole >= 10**16:
        return f"{whole:,}" + _after(".", fraction)
    pieces = []
    for place in (3, 2, 1, 0):
        group = whole // 10 ** (4 * place) % 10_000
        if group:
            pieces.append(f"{group:,}" + (units[place - 1] if place else ""))
    return gap.join(pieces)


def _after(mark: str, fraction: str) -> str:
    return mark + fraction if fraction else ""


_WRITERS: dict[str, Callable[[int, str], str]] = {
    "zh": _chinese,
    "en": _english,
    "ru": _russian,
    "ko": _korean,
    "ja": _japanese,
}
