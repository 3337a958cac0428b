"""What a model does with numbers, codes, capitals and placeholders, measured once and kept.

The set is ``probe.tsv``: sentences in five languages, the codes and capital words they hold, and
frames with a ``{x}`` for placeholders. What was found is kept, see ``probe``.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from translate_kit.engines.engine import Engine, Hypothesis, Probe
from translate_kit.errors import UserError
from translate_kit.files import read_table
from translate_kit.languages import numbers
from translate_kit.messages import _
from translate_kit.model import LANGUAGES, Pair

_SET = Path(__file__).parent / "probe.tsv"
PLACEHOLDERS = ("XA{n}", "Q{n}Q", "[{n}]", "<{n}>", "#{n}", "@{n}", "⟦{n}⟧", "({n})")
_PLAIN = re.compile(r"[0-9A-Za-z]+")


@dataclass(frozen=True, slots=True)
class _Row:
    texts: Mapping[str, str]
    codes: tuple[str, ...]
    capitals: tuple[str, ...]


def run_probe(engine: Engine, pair: Pair) -> Probe:
    """Measure a direction; some seventy short sentences go through the engine.

    Raises UserError for a source language that the set does not have.
    """
    if pair.source not in LANGUAGES:
        why = _("{pair} cannot be measured: the probe has sentences in {known} only")
        raise UserError(why.format(pair=pair, known=", ".join(LANGUAGES)))
    rows = [row for row in _rows() if "{x}" not in row.texts["en"]]
    answers = _best(engine, [row.texts[pair.source] for row in rows], pair)
    shape, share = _placeholder(engine, pair)
    return Probe(
        numbers=_share(_numbers_kept(rows, answers, pair)),
        codes=_share(c in a.text for r, a in zip(rows, answers, strict=True) for c in r.codes),
        capitals=_share(
            c in a.text for r, a in zip(rows, answers, strict=True) for c in r.capitals
        ),
        alignment=_share(
            good
            for row, answer in zip(rows, answers, strict=True)
            for good in _linked_to_itself(row.texts[pair.source], answer)
        ),
        placeholder=shape,
        placeholders=share,
    )


def _best(engine: Engine, sentences: Sequence[str], pair: Pair) -> list[Hypothesis]:
    """The best answers; an empty one where the engine has none."""
    return [(*answers, Hypothesis(""))[0] for answers in engine.translate(sentences, pair)]


def _numbers_kept(
    rows: Sequence[_Row], answers: Sequence[Hypothesis], pair: Pair
) -> Iterator[bool]:
    for row, answer in zip(rows, answers, strict=True):
        source = row.texts[pair.source]
        if pair.target not in LANGUAGES or row.codes or row.capitals:
            continue
        there = len(numbers.extract(source, pair.source))
        lost = len(numbers.compare(source, pair.source, answer.text, pair.target).missing)
        yield from [True] * max(there - lost, 0) + [False] * lost


def _linked_to_itself(source: str, answer: Hypothesis) -> Iterator[bool]:
    """Whether what stands in both texts once, digits and Latin letters, is linked to itself."""
    for link in answer.alignment:
        said = link.target.of(answer.text)
        if _PLAIN.fullmatch(said) and source.count(said) == 1 == answer.text.count(said):
            place = source.index(said)
            yield link.source.start < place + len(said) and place < link.source.end


def _placeholder(engine: Engine, pair: Pair) -> tuple[str, float]:
    """The shape that comes over best, each tried in every frame with another digit."""
    frames = [row.texts[pair.source] for row in _rows() if "{x}" in row.texts["en"]]
    tries = [
        (shape, shape.format(n=n), frame)
        for shape in PLACEHOLDERS
        for n, frame in enumerate(frames, 1)
    ]
    answers = _best(engine, [frame.replace("{x}", mark) for _s, mark, frame in tries], pair)
    kept: dict[str, list[bool]] = {}
    for (shape, mark, _frame), answer in zip(tries, answers, strict=True):
        kept.setdefault(shape, []).append(answer.text.count(mark) == 1)
    best = max(kept, key=lambda shape: _share(kept[shape]))
    return best, _share(kept[best])


def _share(kept: Iterator[bool] | Sequence[bool]) -> float:
    """The share of what was kept; 0 where there was nothing to see."""
    seen = list(kept)
    return round(sum(seen) / len(seen), 3) if seen else 0.0


@cache
def _rows() -> tuple[_Row, ...]:
    columns = ("id", "codes", "capitals", *LANGUAGES)
    return tuple(
        _Row(
            texts={code: row.cells[code] for code in LANGUAGES},
            codes=tuple(filter(None, row.cells["codes"].split(";"))),
            capitals=tuple(filter(None, row.cells["capitals"].split(";"))),
        )
        for row in read_table(_SET, required=columns, known=columns)
    )
