"""Grammar notes that nobody reads, because they are misspelt, and such as are missing."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from translate_kit.errors import nearest
from translate_kit.files import read_table
from translate_kit.glossary.checks.examined import Examined, Remark, of_term
from translate_kit.glossary.concept import Status
from translate_kit.glossary.store import Entry
from translate_kit.messages import _

_FILE = Path(__file__).parents[2] / "languages" / "data" / "grammar_notes.csv"
_COLUMNS = ("language", "key", "values", "note")
_NOUNS = ("noun", "proper_noun")


def check(examined: Examined) -> Iterator[Remark]:
    """Grammar notes.

    Each language knows certain notes, some with certain values (``gender``: m, f, n, pl). A
    misspelt one has no effect. A Russian noun needs its gender.
    """
    for entry in examined.glossary.entries():
        for message in _messages(entry):
            yield of_term(entry.concept, entry.term, message, "grammar")


def _messages(entry: Entry) -> Iterator[str]:
    term = entry.term
    known = _notes().get(term.language, {})
    for key, value in term.grammar.items():
        if key not in known:
            near = nearest(key, known)
            hint = _("; did you mean “{near}”?").format(near=near) if near else ""
            yield _("“{key}” is no grammar note of this language").format(key=key) + hint
        elif known[key] and value not in known[key]:
            allowed = ", ".join(known[key])
            yield _("“{key}” is one of: {allowed}").format(key=key, allowed=allowed)
    first = term.language == "ru" and term.status is Status.PREFERRED
    if first and entry.concept.part_of_speech in _NOUNS and "gender" not in term.grammar:
        yield _("a Russian noun needs its gender: gender=m, f, n or pl")


@cache
def _notes() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Language -> key -> its values, none where any text will do."""
    notes: dict[str, dict[str, tuple[str, ...]]] = {}
    for row in read_table(_FILE, required=_COLUMNS[:3], known=_COLUMNS):
        values = tuple(row.cells["values"].split())
        notes.setdefault(row.cells["language"], {})[row.cells["key"]] = values
    return notes
