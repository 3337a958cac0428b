"""Figures in a translation, written as its language writes them, with their nouns agreeing."""

import re
from decimal import Decimal

from translate_kit.languages.fitting.recount import recount
from translate_kit.languages.months import in_form_of, month_forms
from translate_kit.languages.numbers import Number, extract, render
from translate_kit.model import Pair, Span
from translate_kit.pipeline.draft import Draft

_LEAST_GROUPED = 10_000
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_WORDS = re.compile(r"[A-Za-zА-Яа-яЁё]")
_LABEL = re.compile(r"(?:№|(?i:\bno\.?|number)|编号|号码|番号|번호|номер\w*|第|제)\s*[:：]?\s*\Z")
_COUNTED = re.compile(r"[%％㐀-鿿ぁ-ヿ가-힣]|\s[a-zа-яё가-힣]")
_HANGUL = re.compile(r"[가-힣]")
_MYRIAD = ("만", "억", "조")
_HEDGE = "여"


def put(
    draft: Draft, old: Number, new: Number, source: str, pair: Pair
) -> tuple[Draft, str] | None:
    """The draft with the value of ``new``, a number of ``source``, in place of ``old``.

    The noun that it counts agrees with it afterwards. The second value is the number as written.
    None where the name of a month cannot become it.
    """
    text: str | None = _figures(new, source, pair)
    if _is_month(old.text, pair.target):
        text = _month(old.text, new, source, pair)
    if text is None:
        return None
    changed = _placed(draft, old.span, text, new.span, pair.target)
    end = old.span.start + len(text)
    after = recount(changed.text, Span(old.span.start, end), old.value, new.value, pair.target)
    if after is not None:
        changed = changed.replaced(after[0], after[1])
    return changed, text


def _month(written: str, new: Number, source: str, pair: Pair) -> str | None:
    """The name of another month in the form of ``written``, if ``new`` is a month in the source."""
    is_month = source[new.span.end : new.span.end + 1] in ("月", "월")
    if not (is_month or _is_month(new.text, pair.source)) or new.value not in range(1, 13):
        return None
    return in_form_of(written, int(new.value), pair.target)


def _is_month(word: str, language: str) -> bool:
    return any(word in forms for forms in month_forms(language).values())


def write(draft: Draft, source: str, pair: Pair) -> Draft:
    """The draft with every large number in the way of its language: 30,000 in Russian is 30 000.

    Only what the source counts or groups is a quantity: the figures of a file number stay.
    """
    quantities = {
        number.value: number
        for number in extract(source, pair.source)
        if number.strong and _is_quantity(number, source)
    }
    for _round in range(len(quantities)):
        for number in extract(draft.text, pair.target):
            meant = [value for value in number.values if value in quantities]
            if len(meant) == 1 and _is_foreign(number, meant[0], pair.target):
                right = render(meant[0], pair.target)
                span = quantities[meant[0]].span
                draft = _placed(draft, number.span, right, span, pair.target)
                break
    return draft


def _figures(number: Number, source: str, pair: Pair) -> str:
    if _is_quantity(number, source) or not number.text.isascii():
        return render(number.value, pair.target)
    return number.text


def _is_quantity(number: Number, source: str) -> bool:
    """Whether it counts or measures; 36658 and 1.2 may number something, 36,658 and 1.2% can't."""
    if not _PLAIN.fullmatch(number.text):
        return True
    label = _LABEL.search(source, 0, number.span.start)
    return not label and _COUNTED.match(source, number.span.end) is not None


def _is_foreign(number: Number, value: Decimal, language: str) -> bool:
    """Whether it stands in figures, but not as this language writes them."""
    if _WORDS.search(number.text) or not any(map(str.isdecimal, number.text)):
        return False
    whole = value == value.to_integral_value()
    if whole and value < _LEAST_GROUPED:
        return False
    return number.text != render(value, language)


def _placed(draft: Draft, span: Span, text: str, source: Span, language: str) -> Draft:
    """Korean leaves a blank between 만 and the counter, which figures do not have."""
    following = draft.text[span.end : span.end + 1]
    if language == "ko" and text.endswith(_MYRIAD) and _HANGUL.match(following):
        text += "" if following == _HEDGE else " "
    return draft.replaced(span, text, source)
