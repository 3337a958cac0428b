"""Writing a time of day as an official letter has it; ``times`` reads them back."""

from collections.abc import Callable, Mapping
from datetime import time

from translate_kit.errors import NotKnown
from translate_kit.messages import _


def clock(at: time, language: str) -> str:
    """``8时30分`` / ``8:30 a.m.`` / ``8:30`` / ``8시 30분`` / ``8時30分``.

    On the 24-hour clock (GB/T 7408; ГОСТ Р 7.0.97; 행정업무규정; 公用文作成の考え方), except in
    English, where *The Canadian Style* 5.12 has a.m. and p.m. in running text.
    """
    if language not in _WRITERS:
        raise NotKnown(_("language"), language, _WRITERS)
    return _WRITERS[language](at)


def _hours_and_minutes(hour: str, minute: str, between: str = "") -> Callable[[time], str]:
    def write(at: time) -> str:
        return f"{at.hour}{hour}" + (f"{between}{at.minute:02}{minute}" if at.minute else "")

    return write


def _english(at: time) -> str:
    half = "a.m." if at.hour < 12 else "p.m."
    return f"{at.hour % 12 or 12}:{at.minute:02} {half}"


_WRITERS: Mapping[str, Callable[[time], str]] = {
    "zh": _hours_and_minutes("时", "分"),
    "en": _english,
    "ru": lambda at: f"{at.hour}:{at.minute:02}",
    "ko": _hours_and_minutes("시", "분", " "),
    "ja": _hours_and_minutes("時", "分"),
}
