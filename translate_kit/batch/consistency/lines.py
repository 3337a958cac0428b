"""The inconsistencies as lines of text for the terminal."""

from collections.abc import Iterator, Sequence

from translate_kit.batch.consistency.inconsistency import Inconsistency, Kind, Rendering, Use
from translate_kit.batch.consistency.wording import kind_name, rendering_name, summary
from translate_kit.messages import _, ngettext
from translate_kit.model import Span

_AROUND = 40
"""Characters that are shown on each side of the words in question."""


def text_lines(
    found: Sequence[Inconsistency], passages: int, documents: int, most: int
) -> Iterator[str]:
    """Each with its renderings and places to mend, at most ``most`` of a rendering; then a sum."""
    for each in found:
        yield f"{kind_name(each.kind)} {each.pair}: {_named(each)}"
        yield "  " + _write(each)
        for rendering in each.renderings:
            yield from _rendering(rendering, each.kind, most)
        yield ""
    yield summary(found, passages, documents)


def _named(each: Inconsistency) -> str:
    return f"{each.source} ({each.concept})" if each.concept else each.source


def _write(each: Inconsistency) -> str:
    if not each.wanted:
        return _("decide which to write")
    return _("write: {wanted}").format(wanted=each.wanted)


def _rendering(rendering: Rendering, kind: Kind, most: int) -> Iterator[str]:
    yield f"  {len(rendering.uses)} × {rendering_name(rendering, kind)}"
    if rendering.good:
        return
    for use in rendering.uses[:most]:
        passage = use.passage
        yield f"      {passage.document}, {passage.number}, {passage.where}"
        yield f"        {_around(passage.source, use.source_span)}"
        yield f"        {_around(passage.target, use.span)}"
        if use.rewritten:
            doubt = "" if use.sure else " " + _("(look at it)")
            yield f"      → {_part(use)}{doubt}"
    rest = len(rendering.uses) - most
    if rest > 0:
        yield "      " + ngettext("and at {n} more place", "and at {n} more places", rest).format(
            n=rest
        )


def _part(use: Use) -> str:
    """Of a long text that was rewritten, what stands around the place."""
    start = max(0, use.span.start - _AROUND) if use.span else 0
    end = len(use.rewritten) - (len(use.passage.target) - (use.span.end if use.span else 0))
    return _around(use.rewritten, Span(start, max(start, end)), 0)


def _around(text: str, span: Span | None, around: int = _AROUND) -> str:
    """The text on one line, of a long one the part around the span."""
    start, end = (0, 2 * _AROUND) if span is None else (span.start - around, span.end + _AROUND)
    start, end = max(0, start), min(len(text), end)
    shown = " ".join(text[start:end].split())
    return "…" * (start > 0) + shown + "…" * (end < len(text))
