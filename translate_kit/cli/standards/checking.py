"""What ``standards check-document`` does and shows."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from translate_kit.messages import _, ngettext
from translate_kit.standards.citation import Citation, Trouble, questionable

if TYPE_CHECKING:
    from translate_kit.standards import Standards


@dataclass(frozen=True, slots=True)
class Place:
    """A questionable code and where in the document it stands, in the reader's terms."""

    where: str
    citation: Citation

    @property
    def counts(self) -> bool:
        """Whether it is a finding: not only that nobody has recorded the dates."""
        return self.citation.trouble is not Trouble.UNVERIFIED


def check_document(standards: Standards, file: Path, day: date) -> list[Place]:
    """The questionable codes of a document of any format; raises UserError where it can't be
    read."""
    from translate_kit.formats import format_of

    return [
        Place(block.where, citation)
        for block in format_of(file).read(file).blocks
        for citation in questionable(standards, block.text, day)
    ]


def show(places: Sequence[Place], day: date, *, as_json: bool) -> None:
    """One line for each place and how many there are, or JSON."""
    if as_json:
        record = {"date": day.isoformat(), "standards": [_record(place) for place in places]}
        click.echo(json.dumps(record, ensure_ascii=False, indent=2))
        return
    for place in places:
        click.echo(_line(place))
    count = sum(place.counts for place in places)
    said = ngettext("{n} standard to put right on {day}", "{n} standards to put right on {day}",
                    count)  # fmt: skip
    click.echo(said.format(n=count, day=day))


def _line(place: Place) -> str:
    citation = place.citation
    parts = [_word(citation.trouble)]
    if citation.in_force:
        parts.append(_("in force: {code}").format(code=citation.in_force))
    if citation.replaced_by:
        parts.append(_("replaced by: {codes}").format(codes=", ".join(citation.replaced_by)))
    where = [place.where] if place.where else []
    return ": ".join([*where, citation.found.text, "; ".join(parts)])


def _word(trouble: Trouble) -> str:
    words = {
        Trouble.SUPERSEDED: _("superseded"),
        Trouble.WITHDRAWN: _("withdrawn"),
        Trouble.NOT_YET: _("not yet in force"),
        Trouble.REPLACED_SOMETIME: _("has a successor; since when is not recorded: verify"),
        Trouble.UNKNOWN: _("not in the table of standards: verify"),
        Trouble.UNVERIFIED: _("whether it is in force is not recorded: verify"),
    }
    return words[trouble]


def _record(place: Place) -> dict[str, Any]:
    citation = place.citation
    return {
        "where": place.where,
        "text": citation.found.text,
        "start": citation.found.span.start,
        "end": citation.found.span.end,
        "trouble": str(citation.trouble),
        "finding": place.counts,
        "in_force": citation.in_force,
        "replaced_by": list(citation.replaced_by),
    }
