"""The review sheet: the Chinese letter beside its translation, with all a signer must know of it.

Letter and translation stand paragraph by paragraph; below them the facts with the words that
state them in either language, cautions on standards, free passages with their origin, and the
findings, worst first.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from translate_kit.letters.alignment import Unit, align, letter_units
from translate_kit.letters.draft import Draft
from translate_kit.letters.evidence import Evidence, evidence
from translate_kit.letters.facts import facts_of, units
from translate_kit.letters.layout.house import House
from translate_kit.letters.layout.parts import pieces
from translate_kit.letters.layout.sheet import Part, Piece, Pieces, Sheet
from translate_kit.letters.sheet_labels import SheetLabels
from translate_kit.letters.worksheet import Cell, heading, note, table, worksheet
from translate_kit.model import Finding, Severity

_OF_A_TABLE = ("head", "row", "note")
_WORST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


def review(chinese: Draft, target: Draft, labels: SheetLabels, house: House) -> Sheet:
    """The review sheet of a letter whose two versions answer the same request."""
    letter = target.composed.letter
    parts: list[Part] = [
        note(labels["signature"]),
        heading(labels["letter"]),
        _beside(chinese, target, labels, house),
        heading(labels["facts"]),
        *_facts(chinese, target, labels),
        heading(labels["standards"]),
        *_cautions(chinese, labels),
        heading(labels["passages"]),
        *_passages(target, labels),
        heading(labels["findings"]),
        *_findings((*target.findings, *chinese.findings), labels),
    ]
    name = chinese.composed.contact.name("organisation", "zh") or chinese.composed.contact.id
    title = f"{labels['title']}　{name}（{labels[letter.language]}）"
    author = chinese.composed.letter.signature.organisation
    return worksheet(title, letter.date, author, parts, house)


def _beside(chinese: Draft, target: Draft, labels: SheetLabels, house: House) -> Part:
    """Prose beside prose and goods beside goods: a Japanese letter has its table at the end."""
    ours, theirs = chinese.composed.letter, target.composed.letter
    languages = (ours.language, theirs.language)
    left, right = _sorted(letter_units(ours)), _sorted(letter_units(theirs))
    pairs = [pair for n in range(2) for pair in align(left[n], right[n], languages)]
    rows = [
        [_cell(pair.left, "zh", house), _cell(pair.right, theirs.language, house)] for pair in pairs
    ]
    return table([labels["source"], labels[theirs.language]], [4, 6], rows)


def _sorted(found: Iterable[Unit]) -> tuple[tuple[Unit, ...], tuple[Unit, ...]]:
    """The units of the prose, and those of the table of goods."""
    prose: list[Unit] = []
    goods: list[Unit] = []
    for unit in found:
        (goods if unit.is_a in _OF_A_TABLE else prose).append(unit)
    return tuple(prose), tuple(goods)


def _cell(unit: Unit | None, language: str, house: House) -> Pieces:
    """A unit as the letter has it: open passages marked, every piece tagged as its language."""
    if unit is None:
        return ()
    marks, _fonts = house.of(language)
    found: list[Piece] = []
    for place, cell in enumerate(unit.cells):
        bar = [Piece(" | ")] if place else []
        found += [*bar, *pieces(cell, marks)]
    own = "" if language == "zh" else language
    strong = unit.is_a in ("subject", "heading", "head")
    return tuple(
        replace(
            piece,
            strong=piece.strong or strong,
            language="" if piece.language == "zh" else piece.language or own,
        )
        for piece in found
    )


def _facts(chinese: Draft, target: Draft, labels: SheetLabels) -> Iterable[Part]:
    ours, theirs = _evidence(chinese), _evidence(target)
    if not ours:
        return [note(labels["nothing"])]
    language = target.composed.letter.language
    head = [
        labels["fact"],
        f"{labels['source']}：{labels['found']}",
        f"{labels[language]}：{labels['found']}",
        labels["verdict"],
    ]
    rows: list[list[Cell]] = [
        [
            f"{labels[one.kind]} {one.place}：{one.value}",
            one.found or "—",
            (Piece(other.found or "—", language=language),),
            _verdict(one, other, labels),
        ]
        for one, other in zip(ours, theirs, strict=True)
    ]
    return [table(head, [3, 4, 5, 1.2], rows)]


def _evidence(draft: Draft) -> Sequence[Evidence]:
    return evidence(facts_of(draft.composed), units(draft.composed.letter))


def _verdict(one: Evidence, other: Evidence, labels: SheetLabels) -> Pieces:
    if one.found and other.found:
        return (Piece(labels["right"]),)
    return (Piece(labels["wrong"], strong=True, marked=True),)


def _cautions(chinese: Draft, labels: SheetLabels) -> Iterable[Part]:
    return [note(text) for text in chinese.composed.cautions] or [note(labels["nothing"])]


def _passages(target: Draft, labels: SheetLabels) -> Iterable[Part]:
    rows: list[list[Cell]] = []
    for place, one in target.composed.passages.items():
        foreign = "" if one.language == "zh" else one.language
        text = (Piece(one.text, marked=not one.origin.settled, language=foreign),)
        rows.append([place, text, labels[one.origin.value]])
    if not rows:
        return [note(labels["nothing"])]
    return [table([labels["field"], labels["text"], labels["origin"]], [2, 8, 1.5], rows)]


def _findings(findings: Iterable[Finding], labels: SheetLabels) -> Iterable[Part]:
    ordered = sorted(dict.fromkeys(findings), key=lambda one: _WORST_FIRST.index(one.severity))
    if not ordered:
        return [note(labels["nothing"])]
    rows: list[list[Cell]] = []
    for one in ordered:
        wrong = one.severity is Severity.ERROR
        severity = (Piece(labels[one.severity.value], strong=True, marked=wrong),)
        rows.append([severity, one.where, one.message])
    return [table([labels["severity"], labels["field"], labels["finding"]], [1, 1, 9], rows)]
