"""What this room calls things in the interface language."""

from collections.abc import Sequence

from translate_kit.batch.consistency.inconsistency import Inconsistency, Kind, Rendering
from translate_kit.glossary.concept import Status
from translate_kit.messages import _, ngettext


def kind_name(kind: Kind) -> str:
    """A term, or a short text."""
    return {Kind.TERM: _("term"), Kind.TEXT: _("short text")}[kind]


def rendering_name(rendering: Rendering, kind: Kind) -> str:
    """The words with their status in the glossary; of no known term a word for that."""
    if not rendering.text:
        return _("no known term")
    if kind is Kind.TEXT:
        return rendering.text
    if not rendering.status:
        return _("{term} (a term of something else)").format(term=rendering.text)
    return f"{rendering.text} ({Status(rendering.status).word})"


def summary(found: Sequence[Inconsistency], passages: int, documents: int) -> str:
    """One line: what was read, and how much of it is to be mended."""
    terms = sum(each.kind is Kind.TERM for each in found)
    mend = sum(1 for each in found for _place in each.to_mend)
    read = (
        ngettext("{n} segment", "{n} segments", passages).format(n=passages),
        ngettext("{n} document", "{n} documents", documents).format(n=documents),
    )
    several = (
        ngettext("{n} term said in several ways", "{n} terms said in several ways", terms),
        ngettext(
            "{n} short text said in several ways",
            "{n} short texts said in several ways",
            len(found) - terms,
        ),
        ngettext("{n} place to mend", "{n} places to mend", mend),
    )
    counts = (terms, len(found) - terms, mend)
    told = [said.format(n=count) for said, count in zip(several, counts, strict=True)]
    return _("{read}: {found}").format(read=_(", ").join(read), found=_(", ").join(told))
