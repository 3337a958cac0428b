"""Whether a sentence ends at a single full stop, which also abbreviates, numbers and dates."""

import re

from translate_kit.languages.segmentation.end import End
from translate_kit.languages.segmentation.letters import CJK, is_cjk, is_hangul
from translate_kit.languages.segmentation.markers import DATE, HEADING, INNER, ITEM_AFTER_DATE
from translate_kit.languages.segmentation.stretches import BLANK
from translate_kit.languages.segmentation.words import Kind, Words

_LOOK_BACK = 32
# The last word before the full stop, with the abbreviated words that belong to it: т. е, p. m
_WORD = re.compile(
    rf"(?:(?<![^\W_])[^\W\d_]{{1,2}}\.[{BLANK}]?)*"
    rf"[^{BLANK}{CJK}.,;:!?()\[\]«»“”„\"'（）「」、，。：；—–]+\Z"
)
_ADDRESS = re.compile(r"(?:@|://|www\.|[a-z]{3}\.)[!-~]*\Z")  # city.gov is no abbreviation
_STOPS = re.compile(rf"\.[{BLANK}]?")
_INITIAL = re.compile(rf"(?:^|[^°º\w]|[{CJK}])(?<![0-9][{BLANK}])[A-ZА-ЯЁ]\Z")
_DIGITS = re.compile(r"[0-9]+\Z")
_NUMBERED = re.compile(rf"(?:[0-9]|\b[IVXLCM]+)(?:-?[а-яё]{{1,3}})?[{BLANK}]*\Z")
_NUMBER = re.compile(r"[№#]?[A-ZА-Я]{0,3}-?[0-9]|[IVXLCM]+\b|№|[Nn]os?\.")
_TIME_NUMBER = re.compile(r"(?:[0-9]+|[IVXLCM]+)(?:[–—-][0-9IVXLCM]+)?(?:-?[а-яё]{1,2})?\Z")
_LONGEST_TIME = 80
_DATED_LANGUAGES = ("ko", "zh", "ja")  # those that write 2024. 5. 1.
_OPENING = frozenset("(（“「«『【《[")


def ends_at_full_stop(end: End, words: Words) -> bool:
    """Whether the sentence ends here and another begins; something follows."""
    if not end.before:
        return False
    if end.closers < end.behind:
        return not end.small_letter_follows
    if end.adjacent:
        return _ends_without_blank(end, words)
    if _is_heading(end) or end.small_letter_follows:
        return False
    if end.before.isdigit():
        return _ends_after_number(end, words)
    return _ends_after_word(end, words)


def _tail(end: End) -> str:
    return end.text[max(end.first, end.mark - _LOOK_BACK) : end.mark]


def _is_heading(end: End) -> bool:
    if end.mark - end.first <= _LOOK_BACK and HEADING.match(end.text, end.first, end.mark):
        return True
    return bool(INNER.search(_tail(end)))


def _ends_without_blank(end: End, words: Words) -> bool:
    """``会议结束.请回复`` ends; ``3.5``, ``А.С.``, ``a.cn`` and ``2024.5.1.부터`` do not."""
    if _is_heading(end):
        return False
    if is_cjk(end.before):
        ends_here = end.before in words.final if is_hangul(end.before) else True
        return ends_here and (end.following.isalnum() or end.following in _OPENING)
    if end.before.isdigit() and end.following in _OPENING:
        return False
    if words.language != "zh" and DATE.search(_tail(end)):
        return False
    if _kind(end, words) or _is_initial(end):
        return False
    if is_cjk(end.following):
        return not is_hangul(end.following)
    return end.following in _OPENING or _is_blank_forgotten(end, words)


def _is_blank_forgotten(end: End, words: Words) -> bool:
    """``участие.Просим``, ``agreed.The``; not ``site.Ru``, ``e.g.The``."""
    letters = end.text[max(end.first, end.mark - 3) : end.mark]
    if not (len(letters) == 3 and letters.isalpha() and letters.islower()):
        return False
    if letters[-1] >= "а":
        return "А" <= end.following <= "Я" and end.word[1:2].islower()
    return end.following.isupper() and end.word.casefold() in words.starts


def _ends_after_number(end: End, words: Words) -> bool:
    if words.language not in _DATED_LANGUAGES:
        return True
    tail = _tail(end)
    if DATE.search(tail):
        return bool(ITEM_AFTER_DATE.match(end.text, end.behind, end.stop))
    digits = _DIGITS.search(tail)
    length = len(digits.group()) if digits else 0
    if end.following.isdigit():
        return length not in (1, 2, 4)
    # 붙임  1. 물품 목록: a short number by itself counts something that follows
    alone = digits is not None and tail[: digits.start()][-1:].isspace()
    return not (words.language == "ko" and length <= 2 and alone)


def _ends_after_word(end: End, words: Words) -> bool:
    if _is_initial(end):
        several = end.text[end.mark - 2 : end.mark - 1] == "."  # A.I. 財政
        return (is_cjk(end.following) and not several) or _begins_sentence(end, words)
    match _kind(end, words):
        case None:
            return True
        case Kind.MODIFIER:
            return _begins_sentence(end, words)
        case Kind.NUMBERED:
            return not (_NUMBER.match(end.text, end.next, end.stop) or is_cjk(end.following))
        case Kind.FREE:
            return _ends_after_free(end, words)
        case Kind.YEAR:
            numbered = _NUMBERED.search(_tail(end)[: -len(_last_word(end))])
            if not numbered or end.following == "«":  # от 05.04.2013 г. «О контрактной системе»
                return False
            return _ends_after_free(end, words) and not _is_time(end, words)
    return False


def _ends_after_free(end: End, words: Words) -> bool:
    if end.following.isdigit() or is_cjk(end.following) or end.following in "—–-":
        return False
    return end.word != "" and end.word.casefold() not in words.follows


def _begins_sentence(end: End, words: Words) -> bool:
    """Whether the next word is one that begins sentences, and not an initial like ``И.``."""
    after = end.next + len(end.word)
    initial = len(end.word) == 1 and end.text[after : after + 1] == "."
    return end.word.casefold() in words.starts and not initial


def _is_initial(end: End) -> bool:
    """``А.`` of ``А. С. Иванов``: one capital letter by itself."""
    return bool(_INITIAL.search(_tail(end)))


def _kind(end: End, words: Words) -> Kind | None:
    """What kind of abbreviation stands before the full stop; None for any other word."""
    tail = _tail(end)
    found = _WORD.search(tail)
    if not found or _ADDRESS.search(tail):
        return None
    whole = _STOPS.sub(".", found.group()).casefold()
    return words.abbreviations.get(whole) or words.abbreviations.get(_last_word(end).casefold())


def _last_word(end: End) -> str:
    found = _WORD.search(_tail(end))
    return _STOPS.split(found.group())[-1] if found else ""


def _is_time(end: End, words: Words) -> bool:
    """Whether the sentence says nothing so far but when: ``В январе 2020 г. Россия``."""
    if end.mark - end.first > _LONGEST_TIME:
        return False
    so_far = end.text[end.first : end.mark].casefold().replace(",", " ").split()
    return all(
        token.rstrip(".") in words.time or _TIME_NUMBER.match(token.rstrip(".").upper())
        for token in so_far
    )
