"""Measures the alignment of sentences: strict F1 of beads for the ten pairs of five languages.

    python benchmarks/sentence_alignment.py --data ../shared/data/text

Documents are made of human translations: NTREX's own news articles, and FLORES joined to documents
of 30 to 60 lines. Each line is cut into sentences; where one language has one sentence and the
other two or three, that is a bead of one to many as translators make them. Moreover 4 % of the
lines are dropped on one side, and 5 % joined with the next on one side. A bead counts as found
only if it is exactly right; lonely sentences are not counted, but taken for half of a pair they
cost twice. The weights of the aligner were chosen on every other document; *held out* are the rest.

Then, at scale: all lines of both sets as one text with a fifth of it missing from the target in one
block; and ten thousand lines, the same ones several times over in other orders.
"""

import argparse
import csv
import random
import time
import tracemalloc
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations, groupby
from pathlib import Path

from translate_kit.languages.alignment import align
from translate_kit.languages.segmentation import split
from translate_kit.model import LANGUAGES

PAIRS = tuple(combinations(LANGUAGES, 2))
DROPPED, JOINED = 0.04, 0.05
LINES = (30, 60)
MOST = 3  # sentences on one side of a bead
SCALE = 10_000

Row = dict[str, str]
Side = tuple[int, ...]


@dataclass
class Document:
    """Sentences of both sides and the beads that are right."""

    source: list[str] = field(default_factory=list)
    target: list[str] = field(default_factory=list)
    beads: set[tuple[Side, Side]] = field(default_factory=set)

    def add(self, source: list[str], target: list[str]) -> None:
        places = [
            tuple(range(len(side), len(side) + len(new)))
            for side, new in ((self.source, source), (self.target, target))
        ]
        if source and target:
            self.beads.add((places[0], places[1]))
        self.source += source
        self.target += target


def read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def chapters(data: Path) -> list[list[Row]]:
    """The rows of each document, FLORES first."""
    chance = random.Random(0)
    rows = read(data / "flores_dev_5way.tsv")
    found: list[list[Row]] = []
    while rows:
        count = chance.randint(*LINES)
        found.append(rows[:count])
        rows = rows[count:]
    news = groupby(read(data / "ntrex_5way.tsv"), key=lambda row: row["doc"])
    return found + [list(group) for _name, group in news]


def sentences(text: str, language: str) -> list[str]:
    return [span.of(text) for span in split(text, language)] or [text]


def pieces(rows: Iterable[Row], source: str, target: str) -> Iterator[tuple[list[str], list[str]]]:
    """What belongs together, as small as the translators left it."""
    for row in rows:
        here, there = sentences(row[source], source), sentences(row[target], target)
        if len(here) == len(there):
            yield from (([one], [other]) for one, other in zip(here, there, strict=True))
        elif min(len(here), len(there)) == 1 and max(len(here), len(there)) <= MOST:
            yield here, there
        else:
            yield [row[source]], [row[target]]


def document(rows: Iterable[Row], source: str, target: str, chance: random.Random) -> Document:
    made = Document()
    waiting: tuple[str, str] | None = None  # a pair to be joined with the next one, on one side
    for here, there in pieces(rows, source, target):
        if waiting:
            one, other = waiting
            waiting = None
            if len(here) == len(there) == 1:
                joined = chance.random() < 0.5
                first, second = [one, *here], [other, *there]
                made.add(
                    [joint(source).join(first)] if joined else first,
                    second if joined else [joint(target).join(second)],
                )
                continue
            made.add([one], [other])
        fate = chance.random()
        if fate < DROPPED:
            made.add(*((here, []) if chance.random() < 0.5 else ([], there)))
        elif fate < DROPPED + JOINED and len(here) == len(there) == 1:
            waiting = here[0], there[0]
        else:
            made.add(here, there)
    if waiting:
        made.add([waiting[0]], [waiting[1]])
    return made


def joint(language: str) -> str:
    return "" if language in ("zh", "ja") else " "


def f1(documents: Iterable[Document], source: str, target: str) -> float:
    right = wanted = found = 0
    for each in documents:
        beads = align(each.source, each.target, source, target)
        got = {(tuple(b.source), tuple(b.target)) for b in beads if b.source and b.target}
        right += len(got & each.beads)
        wanted += len(each.beads)
        found += len(got)
    return 2 * right / (wanted + found)


def quality_lines(parts: dict[str, list[list[Row]]]) -> Iterator[str]:
    for source, target in PAIRS:
        cells = []
        for name, rows in parts.items():
            made = [document(r, source, target, random.Random(n)) for n, r in enumerate(rows)]
            cells.append(f"{name} {f1(made, source, target):.3f}")
        yield f"  {source}-{target}  " + "   ".join(cells)


def scale_lines(rows: list[Row], source: str, target: str) -> Iterator[str]:
    chance = random.Random(0)
    name = f"{source}-{target}"
    torn = without_block(document(rows, source, target, chance))
    yield scale_line(f"{name}, a fifth missing", torn, source, target)
    copies = range(SCALE // len(rows) + 1)
    many = [row for _copy in copies for row in chance.sample(rows, len(rows))][:SCALE]
    yield scale_line(f"{name}, long", document(many, source, target, chance), source, target)


def without_block(whole: Document) -> Document:
    """The same without a fifth of the target, from its first third on."""
    count = len(whole.target)
    missing = range(count // 3, count // 3 + count // 5)
    kept = [place for place in range(count) if place not in missing]
    new = {old: place for place, old in enumerate(kept)}
    torn = Document(whole.source, [whole.target[place] for place in kept])
    for here, there in whole.beads:
        if all(place in new for place in there):
            torn.beads.add((here, tuple(new[place] for place in there)))
    return torn


def scale_line(name: str, text: Document, source: str, target: str) -> str:
    start = time.process_time()
    score = f1([text], source, target)
    seconds = time.process_time() - start
    tracemalloc.start()
    align(text.source, text.target, source, target)
    peak = tracemalloc.get_traced_memory()[1] / 2**20
    tracemalloc.stop()
    size = f"{len(text.source)} against {len(text.target)} sentences"
    return f"  {name}: {size}, F1 {score:.3f}, {seconds:.1f} s, {peak:.0f} MiB"


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the alignment of sentences.")
    parser.add_argument("--data", type=Path, required=True, help="the folder data/text")
    parser.add_argument("--scale", action="store_true", help="the long texts too (two minutes)")
    arguments = parser.parse_args()
    found = chapters(arguments.data)
    print("Strict F1 of beads")
    for line in quality_lines({"held out": found[1::2], "developed on": found[::2]}):
        print(line, flush=True)
    if arguments.scale:
        print("At scale")
        rows = [row for chapter in found for row in chapter]
        for source, target in (("zh", "en"), ("ru", "ko")):
            for line in scale_lines(rows, source, target):
                print(line, flush=True)


if __name__ == "__main__":
    main()
