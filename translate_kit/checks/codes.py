"""Codes that a translation must keep letter by letter: standards, addresses, telephones."""

import re
from collections.abc import Callable, Iterator, Mapping

from translate_kit.checks.knowledge import Knowledge
from translate_kit.checks.segment import Remark, Segment
from translate_kit.languages.numbers.folding import fold
from translate_kit.messages import _
from translate_kit.model import Span
from translate_kit.standards import find_codes

_ADDRESS = re.compile(
    r"https?://[!-~]*[A-Za-z0-9/]|www\.[!-~]*[A-Za-z0-9/]"
    r"|(?<![A-Za-z0-9.+_-])[A-Za-z0-9][A-Za-z0-9.+_-]*@[A-Za-z0-9.-]+\.[A-Za-z]+"
)
_PHONE = re.compile(
    r"\+[0-9]{1,3}[ (-][0-9() -]{6,}[0-9]"
    r"|\([0-9]{3,5}\) ?[0-9]{2,4}[ -]?[0-9]{2,4}(?:[ -]?[0-9]{2,4})?(?![0-9])"
    r"|(?<![0-9.,])0[0-9]{1,3}-[0-9]{3,4}-?[0-9]{4}(?![0-9])"
    r"|(?<![0-9.,])1[3-9][0-9]{9}(?![0-9.,])"
)
_MAY_HOLD_AN_ADDRESS = re.compile(r"[@＠]|://|：//|www")
_MAY_HOLD_A_PHONE = re.compile(r"[0-9０-９]{3}[)）\s-]*[0-9０-９]{3}")
_MAY_HOLD_A_CODE = re.compile(r"[A-ZА-ЯЁ]{2}.{0,12}[0-9]", re.DOTALL)


def check(segment: Segment, knowledge: Knowledge) -> Iterator[Remark]:
    """Codes, addresses and telephones.

    Codes of standards (with their edition), web addresses, e-mail addresses and telephone numbers
    must be the same in both texts.
    """
    for read in _READERS:
        ours, theirs = read(segment.source), read(segment.target)
        lost = [ours[key] for key in ours if key not in theirs]
        gained = [theirs[key] for key in theirs if key not in ours]
        if len(lost) == len(gained) == 1:
            message = _("“{source}” in the source, but “{target}” in the translation")
            words = lost[0].of(segment.source), gained[0].of(segment.target)
            yield Remark(
                message.format(source=words[0], target=words[1]),
                span=gained[0],
                source_span=lost[0],
            )
            continue
        for span in lost:
            message = _("“{code}” is missing").format(code=span.of(segment.source))
            yield Remark(message, source_span=span)
        for span in gained:
            message = _("“{code}” is not in the source").format(code=span.of(segment.target))
            yield Remark(message, span=span)


def _standards(text: str) -> Mapping[str, Span]:
    if not _MAY_HOLD_A_CODE.search(fold(text)):  # quicker than asking every family
        return {}
    return {str(found.code): found.span for found in find_codes(text)}


def _addresses(text: str) -> Mapping[str, Span]:
    if not _MAY_HOLD_AN_ADDRESS.search(text):
        return {}
    return {found[0]: Span(*found.span()) for found in _ADDRESS.finditer(fold(text))}


def _phones(text: str) -> Mapping[str, Span]:
    if not _MAY_HOLD_A_PHONE.search(text):
        return {}
    found = _PHONE.finditer(fold(text))
    return {re.sub(r"[^0-9]", "", match[0]): Span(*match.span()) for match in found}


_READERS: tuple[Callable[[str], Mapping[str, Span]], ...] = (_standards, _addresses, _phones)
