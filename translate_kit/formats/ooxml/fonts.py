"""Which fonts have the letters of a language, for the font slots of office documents."""

import tomllib
from functools import cache
from importlib.resources import files

EAST_ASIAN = frozenset(("zh", "ja", "ko"))
RIGHT_TO_LEFT = frozenset(("ar", "fa", "he", "ur"))
_TAGS = {"zh": "zh-CN", "en": "en-US", "ru": "ru-RU", "ko": "ko-KR", "ja": "ja-JP"}


def tag(language: str) -> str:
    """The language as office programs write it: ``ru-RU``; unknown codes as they are."""
    return _TAGS.get(language, language)


def fitting(font: str, language: str) -> str:
    """``font``, or where it lacks the letters of ``language`` one of the same character.

    A font that the table does not know is kept: it may well have them.
    """
    homes, serif = _table().get(font.casefold().removeprefix("@"), ((), True))
    if not homes or language in homes:
        return font
    return default(language, serif=serif)


def default(language: str, *, serif: bool = True) -> str:
    """The house font of a language: Song and its kin, or a face without serifs."""
    return _defaults().get(language, _defaults()["en"])["serif" if serif else "sans"]


def plain_style(name: str) -> str:
    """A font's style by the name that every office program reads; unknown names as they are."""
    return _data()["styles"].get(name, name)  # type: ignore[attr-defined, no-any-return]


@cache
def _data() -> dict[str, object]:
    folder = files("translate_kit.languages") / "data"
    return tomllib.loads((folder / "fonts.toml").read_text(encoding="utf-8"))


def _defaults() -> dict[str, dict[str, str]]:
    return _data()["defaults"]  # type: ignore[return-value]


@cache
def _table() -> dict[str, tuple[tuple[str, ...], bool]]:
    """Font name, folded -> the languages it was made for, and whether it has serifs."""
    known: dict[str, tuple[tuple[str, ...], bool]] = {}
    for family in _data()["families"]:  # type: ignore[attr-defined]
        for name in family["names"]:
            known[name.casefold()] = (tuple(family["languages"]), family["serif"])
    return known
