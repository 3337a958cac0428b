"""A glossary for DeepL: two columns, source and target, as CSV or (named ``.tsv``) as TSV.

DeepL takes one target per source and no control characters or blanks at the ends
(developers.deepl.com, “Glossaries”), so a source term of several concepts that are said
differently is left out: it would be right in one sentence and wrong in the next.
"""

import csv
import io
from collections.abc import Sequence

from translate_kit.glossary.concept import Concept
from translate_kit.glossary.exchange import Export, Options
from translate_kit.glossary.exchange.pairs import renderings
from translate_kit.messages import _


def write(concepts: Sequence[Concept], options: Options) -> Export:
    """One file of one direction."""
    targets: dict[str, list[str]] = {}
    for each in renderings(concepts, options.pair):
        found = targets.setdefault(_cell(each.source.text), [])
        if _cell(each.target.text) not in found:
            found.append(_cell(each.target.text))
    text = io.StringIO()
    name = options.named(".csv")
    writer = csv.writer(text, delimiter="\t" if name.endswith(".tsv") else ",", lineterminator="\n")
    writer.writerows((source, found[0]) for source, found in targets.items() if len(found) == 1)
    said = _("left out, it can mean several things: {source} ({targets})")
    left_out = [
        said.format(source=source, targets=", ".join(found))
        for source, found in targets.items()
        if len(found) > 1
    ]
    return Export({name: text.getvalue().encode("utf-8")}, left_out)


def _cell(text: str) -> str:
    return " ".join("".join(c for c in text if c.isprintable() or c.isspace()).split())
