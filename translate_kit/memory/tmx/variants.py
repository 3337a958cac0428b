"""Languages as files name them: ``en-US`` is English, ``zh-TW`` is not our Chinese."""

from translate_kit.model import LANGUAGES

_TRADITIONAL = {"hant", "tw", "hk", "mo"}


def language_of(code: str) -> str | None:
    """Our code for ``EN-US``, ``zh_Hans_CN`` or ``ru``; None for a language that is none of ours.

    Chinese in traditional characters is kept apart: its words must not come out as simplified.
    """
    primary, _more = _parts(code)
    return None if primary not in LANGUAGES or is_traditional(code) else primary


def is_traditional(code: str) -> bool:
    """Whether a code names Chinese in traditional characters: ``zh-TW``, ``zh-Hant-HK``."""
    primary, more = _parts(code)
    return primary == "zh" and "hans" not in more and not _TRADITIONAL.isdisjoint(more)


def _parts(code: str) -> tuple[str, list[str]]:
    primary, *more = code.strip().lower().replace("_", "-").split("-")
    return primary, more
