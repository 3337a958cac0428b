"""Which language a text is in, and whether that is sure: by script first, then within the script.

Kana is Japanese, hangul Korean, Cyrillic Russian until its letters say otherwise, Latin English
until its words do. Han characters alone are Chinese unless they are Japan's; a short phrase such
as 防疫物資 may be either, so the answer is unsure and the document decides.
"""

import re
from dataclasses import dataclass

from translate_kit.errors import UserError
from translate_kit.languages import han
from translate_kit.languages.same_script import OURS, tell
from translate_kit.languages.scripts import (
    CYRILLIC,
    HAN,
    HANGUL,
    KANA,
    LATIN,
    counts,
    shares,
    without_codes,
)
from translate_kit.messages import _

_CLEAR_SHARE = 0.7  # of the letters, for an answer without hesitation
_LEAST_KANA = 0.15  # of kana and Han together; less is a Japanese name in a Chinese text
_HIRAGANA = re.compile("[ぁ-ねは-ゖ]")  # all but の, which Chinese shop signs borrow
_LONG_HAN = 16  # characters of Han alone that hardly any Japanese sentence has in a row


@dataclass(frozen=True, slots=True)
class Detection:
    """The language, as a code of ISO 639-1; ``sure`` False asks for a look, ``reason`` says why.

    The code may be none of our five (``uk``, ``fr``), or ``und`` for a script we don't know.
    """

    language: str
    sure: bool
    reason: str


def detect(text: str) -> Detection:
    """The language of a text; of a mixed one, that which carries most of it.

    Raises UserError where there is no letter to judge by.
    """
    own = without_codes(text)
    found = counts(own)
    if not found:
        raise UserError(_("no letters in this text; its language cannot be told"))
    carried = shares(found)
    east_asian = carried.get(HAN, 0) + carried.get(KANA, 0)
    carriers = {**carried, HAN: east_asian}
    carriers.pop(KANA, None)
    # Hangul with Han characters is Korean with hanja; Chinese quotes a Korean name in brackets.
    script = max(carriers, key=lambda each: carriers[each])
    mixed = carriers[script] < _CLEAR_SHARE
    detection = _within(own, script, found)
    if mixed and detection.sure:
        share = round(100 * carriers[script])
        reason = _("{reason}; but only {share} % of the text").format(
            reason=detection.reason, share=share
        )
        return Detection(detection.language, False, reason)
    return detection


def _within(text: str, script: str, found: dict[str, int]) -> Detection:
    if script == HAN:
        return _chinese_or_japanese(text, found)
    if script == HANGUL:
        return Detection("ko", True, _("hangul"))
    if script in (LATIN, CYRILLIC):
        language, sure = tell(text, script)
        return Detection(language, sure, _alphabet_reason(script, language, sure))
    return Detection("und", False, _("a script of none of our languages"))


def _chinese_or_japanese(text: str, found: dict[str, int]) -> Detection:
    kana, characters = found.get(KANA, 0), found.get(HAN, 0)
    spoken = han.votes(text)
    grammar = len(_HIRAGANA.findall(text))
    enough = kana >= _LEAST_KANA * (kana + characters) or grammar > 0
    if kana and enough and kana >= spoken.simplified:
        return Detection("ja", grammar > 1 or characters == 0, _("kana"))
    if spoken.japanese > spoken.chinese:
        return Detection("ja", spoken.japanese > 1, _("characters that only Japanese uses"))
    if spoken.chinese > spoken.japanese:
        # JIS X 0208 has no simplified character: one is proof. Old forms live on in Japan's names.
        sure = spoken.simplified > 0 or spoken.traditional + spoken.grammar > 1
        simplified = spoken.simplified >= spoken.traditional
        kind = _("simplified characters") if simplified else _("traditional characters")
        return Detection("zh", sure and not spoken.japanese, kind)
    if characters >= _LONG_HAN and not kana:
        return Detection("zh", True, _("Han characters without kana"))
    return Detection("zh", False, _("Han characters that Chinese and Japanese share"))


def _alphabet_reason(script: str, language: str, sure: bool) -> str:
    name = _("Cyrillic letters") if script == CYRILLIC else _("Latin letters")
    if sure:
        return name
    if language == OURS[script]:
        return _("{script}, too few or too common to tell more").format(script=name)
    return _("{script}, by statistics").format(script=name)
