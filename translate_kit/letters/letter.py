"""A letter as a value: what it says, not how a page shows it.

``compose`` makes it from a request and a template; a layout arranges it on a sheet by the
conventions of its language; the renderers write the sheet as docx, html or txt.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style.

    ``pending`` marks a passage that stands in another language (its code, e.g. ``"zh"``) until
    somebody translates it, ``machine`` one that a machine has translated and nobody has read;
    every rendering shows both highlighted.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    pending: str = ""
    machine: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside the body."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """Small print, e.g. the caution below a table of goods."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A numbered list, or a bulleted one; each item is one paragraph of runs."""

    items: tuple[tuple[Run, ...], ...]
    ordered: bool


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of goods: the header cells and the rows, all of the same width."""

    head: tuple[tuple[Run, ...], ...]
    rows: tuple[tuple[tuple[Run, ...], ...], ...]


Block = Paragraph | Heading | Note | Listing | Grid


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The sender at the head of the sheet, in the letter's language; empty strings are left out."""

    office: str
    parent: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs: the position, the name (empty: a line to sign on) and whether a seal goes here."""

    organisation: str
    position: str
    name: str
    seal: bool = True


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter in one language, every text ready in that language.

    ``addressee`` holds finished lines (dative in Russian, with 귀하, 様, 御中 ...), and
    ``your_reference`` what we answer with its date (``45 от 01.02.2020``). ``closing`` is
    the complimentary close (``С уважением,``, ``敬具``). ``particulars`` is the part after it,
    which Japanese letters head with 記 and end with 以上; it is empty elsewhere. ``drafter`` is the
    person to contact, one line. ``draft`` says that the letter may not be signed yet.
    ``headline`` is the subject again where a passage in it waits for a person.
    """

    language: str
    kind: str
    letterhead: Letterhead
    reference: str
    your_reference: str
    date: date
    addressee: tuple[str, ...]
    subject: str
    salutation: str
    body: tuple[Block, ...]
    closing: str
    particulars: tuple[Block, ...]
    signature: Signature
    enclosures: tuple[str, ...]
    copies: tuple[str, ...]
    drafter: str
    draft: bool
    headline: tuple[Run, ...] = ()

    def subject_runs(self) -> tuple[Run, ...]:
        """The subject with its open passages."""
        return self.headline or (Run(self.subject),)

    def blocks(self) -> Iterator[Block]:
        """Body and particulars, in reading order."""
        yield from self.body
        yield from self.particulars


def plain(runs: tuple[Run, ...]) -> str:
    """The characters of some runs without their styles."""
    return "".join(run.text for run in runs)
