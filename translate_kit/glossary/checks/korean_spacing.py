"""Korean terms spaced in two ways, or with a blank where none may stand."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from translate_kit.glossary.checks.examined import Examined, Remark, of_term
from translate_kit.messages import _

_SUFFIX = re.compile(r"(?<=[가-힣]) (?:용|형|적|성|률|화|별|당)(?= |$)")
"""Endings of a word that never stand alone (한글 맞춤법 제41항, 접미사는 붙여 쓴다)."""
_BRACKET = re.compile(r"\( | \)|(?<=[가-힣])\((?= )")


def check(examined: Examined) -> Iterator[Remark]:
    """Korean spacing.

    Suffixes are joined to their word (의료용, not 의료 용), and two words written apart in one term
    are not joined in another (보호복 세트, 보호복세트): one of the two is a slip.
    """
    entries = list(examined.approved("ko"))
    apart: dict[str, tuple[str, str]] = {}
    for entry in entries:
        for first, second in pairwise(entry.term.text.split(" ")):
            apart.setdefault(first + second, (f"{first} {second}", entry.concept.id))
    for entry in entries:
        for message in _messages(entry.term.text, entry.concept.id, apart):
            yield of_term(entry.concept, entry.term, message)


def _messages(text: str, own: str, apart: Mapping[str, tuple[str, str]]) -> Iterator[str]:
    for match in _SUFFIX.finditer(text):
        yield _("“{suffix}” is joined to the word before it").format(suffix=match.group().strip())
    if _BRACKET.search(text):
        yield _("no blank inside brackets")
    for word in text.split(" "):
        written, concept = apart.get(word, ("", own))
        if concept != own:
            message = _("“{joined}” is written “{apart}” in {id}; write both alike")
            yield message.format(joined=word, apart=written, id=concept)
