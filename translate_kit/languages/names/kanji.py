"""A Chinese name in the characters that Japan writes: 张建国 -> 張建国.

Simplified to traditional by OpenCC, then to the Japanese form by OpenCC's table of variants; names
that keep an old form, or that OpenCC takes for another word (the surnames 于, 范, 余), stand in
``data/names_kanji.csv``.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from translate_kit.files import read_table
from translate_kit.languages.names import places
from translate_kit.languages.names.reading import DATA, Kind

if TYPE_CHECKING:
    from opencc.opencc import OpenCC


def japanese_form(name: str, *, kind: Kind = "person", own: str = "") -> str:
    """``張建国``, ``黒龍江省``, ``ハルビン市``; ``own`` is the person's own form and wins."""
    if own:
        return own
    if kind == "person":
        return "".join(_character(character) for character in name)
    specific, noun = places.split(name, "ja")
    spelt = places.established(specific, "ja") or japanese_form(specific)
    return spelt + (places.generic(noun, "ja") if noun else "")


@cache
def _character(character: str) -> str:
    own = _exceptions().get(character)
    if own:
        return own
    traditional = _to_traditional(character)
    return _variants().get(traditional, traditional)


def _to_traditional(character: str) -> str:
    return str(_converter().convert(character))  # type: ignore[no-untyped-call]


@cache
def _converter() -> "OpenCC":
    from opencc.opencc import OpenCC

    return OpenCC("s2t")  # type: ignore[no-untyped-call]


@cache
def _variants() -> Mapping[str, str]:
    """Traditional -> Japanese, as OpenCC ships it."""
    text = files("opencc").joinpath("dictionary", "JPVariants.txt").read_text(encoding="utf-8")
    pairs = (line.split() for line in text.splitlines() if line.strip())
    return {pair[0]: pair[1] for pair in pairs if len(pair) > 1}


@cache
def _exceptions() -> Mapping[str, str]:
    columns = ("zh", "ja", "note")
    rows = read_table(DATA / "names_kanji.csv", required=columns[:2], known=columns)
    return {row.cells["zh"]: row.cells["ja"] for row in rows}
