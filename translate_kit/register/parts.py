"""The parts that a report is made of, in the order in which they are read."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Title:
    """The title, a line each, centred."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Addressee:
    """The 主送机关, with its colon."""

    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered heading; ``level`` 1 is 一、 and 2 is （一）."""

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text, indented by two characters; ``joined`` stays with what follows."""

    text: str
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table; ``shares`` are the widths of its columns in parts of the whole."""

    caption: str
    head: tuple[str, ...]
    shares: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Columns side by side: for each category one of every series."""

    title: str
    categories: tuple[str, ...]
    series: tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class AnnexNote:
    """The line under the text that names the annex."""

    text: str


@dataclass(frozen=True, slots=True)
class Signature:
    """署名 and 成文日期, centred on each other at the right."""

    office: str
    date: str


@dataclass(frozen=True, slots=True)
class Annex:
    """The beginning of the annex, on pages of its own across the sheet."""

    title: str


Part = Title | Addressee | Heading | Paragraph | Table | Chart | AnnexNote | Signature | Annex


@dataclass(frozen=True, slots=True)
class Report:
    """A report ready to be set: its parts, and the title and author for the file's properties."""

    title: str
    author: str
    parts: Sequence[Part]
