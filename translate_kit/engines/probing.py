"""What a model does with numbers, codes, capitals, placeholders and words, measured once and kept.

The set is ``probe.tsv``: sentences in five languages, the codes and capital words they hold, large
numbers written in two ways, ``slot`` frames for placeholders and ``frame`` ones for the words of
``probe_words.tsv``. What was found is kept, see ``probe``.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from translate_kit.engines.engine import Engine, Hypothesis, Probe
from translate_kit.errors import UserError
from translate_kit.files import read_table
from translate_kit.languages import numbers
from translate_kit.messages import _
from translate_kit.model import LANGUAGES, Pair

_FOLDER = Path(__file__).parent
PLACEHOLDERS = ("XA{n}", "Q{n}Q", "[{n}]", "<{n}>", "#{n}", "@{n}", "⟦{n}⟧", "({n})")
_PLAIN = re.compile(r"[0-9A-Za-z]+")


@dataclass(frozen=True, slots=True)
class _Row:
    id: str
    texts: Mapping[str, str]
    codes: tuple[str, ...]
    capitals: tuple[str, ...]

    @property
    def kind(self) -> str:
        """What it is for: the id without its number."""
        return self.id.rpartition("-")[0]


def run_probe(engine: Engine, pair: Pair) -> Probe:
    """Measure a direction; some hundred and thirty short sentences go through the engine.

    Raises UserError for a source language that the set does not have.
    """
    if pair.source not in LANGUAGES:
        why = _("{pair} cannot be measured: the probe has sentences in {known} only")
        raise UserError(why.format(pair=pair, known=", ".join(LANGUAGES)))
    rows = [row for row in _rows() if "{x}" not in row.texts["en"]]
    answers = _best(engine, [row.texts[pair.source] for row in rows], pair)
    told = list(zip(rows, answers, strict=True))
    shape, placeholders = _placeholder(engine, pair)
    words = _words_kept(engine, pair)
    return Probe(
        numbers=_share(_numbers_kept(told, pair)),
        myriads=_share(_numbers_kept(told, pair, "myriads")),
        figures=_share(_numbers_kept(told, pair, "figures")),
        codes=_share(code in a.text for row, a in told for code in row.codes),
        capitals=_share(word in a.text for row, a in told for word in row.capitals),
        alignment=_share(
            good
            for row, answer in told
            for good in _linked_to_itself(row.texts[pair.source], answer)
        ),
        placeholder=shape,
        placeholders=placeholders,
        words=_share(there for kept in words for there in kept),
        steady=_steadiness(words),
    )


def _best(engine: Engine, sentences: Sequence[str], pair: Pair) -> list[Hypothesis]:
    """The best answers; an empty one where the engine has none."""
    return [(*answers, Hypothesis(""))[0] for answers in engine.translate(sentences, pair)]


def _numbers_kept(
    told: Iterable[tuple[_Row, Hypothesis]], pair: Pair, kind: str = ""
) -> Iterator[bool]:
    """Each number of the rows of a kind; without one of all that are written in one way only."""
    for row, answer in told:
        source = row.texts[pair.source]
        wanted = row.kind == kind if kind else row.kind not in ("myriads", "figures")
        if pair.target not in LANGUAGES or row.codes or row.capitals or not wanted:
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
    frames = [row.texts[pair.source] for row in _rows() if row.kind == "slot"]
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


def _words_kept(engine: Engine, pair: Pair) -> list[list[bool]]:
    """For each word whether it came over in each frame; nothing into a language without words."""
    if pair.target not in LANGUAGES:
        return []
    frames = [row.texts[pair.source] for row in _rows() if row.kind == "frame"]
    tries = [(word, frame) for word in _words() for frame in frames]
    sentences = [_capital(f.replace("{x}", word[pair.source][0])) for word, f in tries]
    kept: defaultdict[str, list[bool]] = defaultdict(list)
    for (word, _frame), answer in zip(tries, _best(engine, sentences, pair), strict=True):
        said = answer.text.casefold()
        kept[word["en"][0]].append(any(stem.casefold() in said for stem in word[pair.target][1:]))
    return list(kept.values())


def _steadiness(words: Sequence[Sequence[bool]]) -> float:
    """Of a word that came over in one frame, in what share of the other frames it did."""
    others = sum(sum(kept) * (len(kept) - 1) for kept in words)
    again = sum(sum(kept) * (sum(kept) - 1) for kept in words)
    return round(again / others, 3) if others else 0.0


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _share(kept: Iterable[bool]) -> float:
    """The share of what was kept; 0 where there was nothing to see."""
    seen = list(kept)
    return round(sum(seen) / len(seen), 3) if seen else 0.0


@cache
def _rows() -> tuple[_Row, ...]:
    columns = ("id", "codes", "capitals", *LANGUAGES)
    return tuple(
        _Row(
            id=row.cells["id"],
            texts={code: row.cells[code] for code in LANGUAGES},
            codes=tuple(filter(None, row.cells["codes"].split(";"))),
            capitals=tuple(filter(None, row.cells["capitals"].split(";"))),
        )
        for row in read_table(_FOLDER / "probe.tsv", required=columns, known=columns)
    )


@cache
def _words() -> tuple[Mapping[str, tuple[str, ...]], ...]:
    """Words of the trade; by language the word as it is put into a frame, then what it is known by
    in a translation in whatever form, written in the table with semicolons."""
    columns = ("id", *LANGUAGES)
    rows = read_table(_FOLDER / "probe_words.tsv", required=columns, known=columns)
    return tuple({code: tuple(row.cells[code].split(";")) for code in LANGUAGES} for row in rows)
