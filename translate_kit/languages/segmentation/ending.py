"""Whether a sentence ends at an end mark: by what encloses it and by what follows."""

import re

from translate_kit.languages.segmentation.enclosures import CLOSERS, Shape
from translate_kit.languages.segmentation.end import End
from translate_kit.languages.segmentation.full_stop import ends_at_full_stop
from translate_kit.languages.segmentation.letters import is_cjk, is_hangul
from translate_kit.languages.segmentation.words import Words

_NO_START = frozenset("，,、；;：:。.！!？?）)" + CLOSERS)
_MORE = re.compile("(?:“[^“”]{0,100}”|「[^「」]{0,100}」|『[^『』]{0,100}』)+")
_DASHES = "—–-－"
_FULL = re.compile("[。！？｡‼⁇⁈⁉]")
_CALL = re.compile("[!?！？‼⁇⁈⁉]")
_HESITATION = 6  # characters: "Well... I think", 嗯……我们


def ends(end: End, words: Words) -> bool:
    """Whether the sentence ends here and another begins."""
    if not end.following or end.following in _NO_START or _is_name(end, words):
        return False
    if end.quoted:
        return _ends_with_quotation(end, words)
    if end.closed:
        # A bracket that stands for itself is a sentence: （详见附件。）
        return end.closed.shape is Shape.BRACKET and end.closed.start == end.first
    if end.following in _DASHES and end.word[:1].islower():
        return False
    return _ends_at_mark(end, words)


def _is_name(end: End, words: Words) -> bool:
    return any(end.text.endswith(name, end.first, end.closers) for name in words.names)


def _ends_with_quotation(end: End, words: Words) -> bool:
    if end.following in _DASHES or end.small_letter_follows or _goes_on(end.next, end, words):
        return False
    if _goes_on_after_more(end, words):
        return False
    if end.closed and end.closed.start > end.first:
        return True
    return not words.speaks.match(end.text, end.next, end.stop)


def _goes_on_after_more(end: End, words: Words) -> bool:
    """``彼は「送ります！」「お待ちください。」と答えた``: more quotations, and what ties them."""
    more = _MORE.match(end.text, end.behind, end.stop)
    return bool(more) and _goes_on(more.end() if more else 0, end, words)


def _goes_on(place: int, end: End, words: Words) -> bool:
    """Whether a particle ties what follows to the quotation: 「…」と, ”라고, ”的."""
    if words.opens.match(end.text, place, end.stop):
        return False
    if words.language == "ko" and end.adjacent and is_hangul(end.following):
        return True
    return bool(
        words.particle.match(end.text, place, end.stop)
        or words.quoting.match(end.text, place, end.stop)
    )


def _ends_at_mark(end: End, words: Words) -> bool:
    marks = end.marks
    if _CALL.search(marks):
        return _ends_at_call(end, words)
    if _FULL.search(marks):
        return True
    if marks in (".", "．"):
        return ends_at_full_stop(end, words)
    return _ends_at_ellipsis(end, words)


def _ends_at_call(end: End, words: Words) -> bool:
    if words.quoting.match(end.text, end.next, end.stop):
        return bool(words.opens.match(end.text, end.next, end.stop))
    if _FULL.search(end.marks):
        return True
    if end.adjacent and not is_cjk(end.following):
        # Inside an address (?a=1), or no blank typed after a mark: 好吗?OK
        return is_cjk(end.before) or end.closers < end.behind
    return not (end.small_letter_follows or _is_in_address(end))


def _is_in_address(end: End) -> bool:
    """``https://city.cn/?年=2020``: a question mark that Chinese letters follow at once."""
    return end.adjacent and "://" in end.text[max(end.first, end.mark - 200) : end.mark]


def _ends_at_ellipsis(end: End, words: Words) -> bool:
    if end.mark - end.first <= _HESITATION or end.small_letter_follows:
        return False
    if end.adjacent:
        goes_on = words.language != "zh" or words.particle.match(end.text, end.next, end.stop)
        return is_cjk(end.before) and not goes_on
    return True
