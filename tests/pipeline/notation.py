"""Texts with marks for tests: ``[1:医用防护服]`` in both texts are linked to each other."""

import re

from translate_kit.model import Alignment, Link, Span

_MARK = re.compile(r"\[(\d+):([^\]]*)\]")


def marked(text: str) -> tuple[str, list[tuple[str, Span]]]:
    """The text without its marks, and the place of each; one number may mark several places."""
    plain, places, done = "", list[tuple[str, Span]](), 0
    for found in _MARK.finditer(text):
        plain += text[done : found.start()]
        places.append((found[1], Span(len(plain), len(plain) + len(found[2]))))
        plain, done = plain + found[2], found.end()
    return plain + text[done:], places


def linked(source: str, target: str) -> tuple[str, str, Alignment]:
    """Both texts without marks, and the links between equal marks, word by word of the target."""
    ours, from_ = marked(source)
    theirs, to = marked(target)
    links = [
        Link(here, Span(there.start + word.start(), there.start + word.end()))
        for mark, there in to
        for number, here in from_
        if number == mark
        for word in re.finditer(r"\S+", there.of(theirs))
    ]
    return ours, theirs, tuple(links)
