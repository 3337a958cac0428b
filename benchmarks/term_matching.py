"""Measures how fast terms are found in running text, with ten thousand concepts.

    python benchmarks/term_matching.py --data FOLDER

The shipped glossary is grown to 10,000 concepts by pairs of its own nouns (no such term is in any
text, but their words are). The text of each language is that of the public evaluation set
``ntrex_5way.tsv`` in FOLDER, and for comparison the starter memory, where every second word is a
term; both repeated to about 2 MB, one segment at a time, as the pipeline asks. Printed are seconds
to make the matcher and to meet its first texts (Russian inflects then), and megabytes of UTF-8 a
second of processor time afterwards, the median of seven runs (a busy machine halves them).
"""

import argparse
import csv
import random
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median

from translate_kit.glossary.concept import Concept, Status, Term
from translate_kit.glossary.matching import Matcher
from translate_kit.glossary.store import Glossary
from translate_kit.model import LANGUAGES
from translate_kit.workspace import Workspace

CONCEPTS = 10_000
MEGABYTES = 2
RUNS = 7
JOINTS = {"zh": "", "ja": "", "ko": " ", "en": " ", "ru": " "}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--data", type=Path, required=True, help="public evaluation sets")
    folder = arguments.parse_args().data
    office = Workspace(None)
    glossary = grown(office.glossary, CONCEPTS)
    print(f"{len(glossary)} concepts\n     made  first  news: MB/s  terms  letters: MB/s  terms")
    for language in LANGUAGES:
        news = [row[language] for row in read(folder / "ntrex_5way.tsv")]
        letters = [unit.texts[language] for unit in office.memory.units if language in unit.texts]
        start = time.process_time()
        matcher = Matcher(glossary, language)
        made = time.process_time() - start
        for text in (*news, *letters):
            matcher.find(text)
        first = time.process_time() - start - made
        columns = (speed(matcher, news), speed(matcher, letters))
        shown = "  ".join(f"{megabytes:10.1f} {found:6}" for megabytes, found in columns)
        print(f"{language}  {made:6.2f} {first:6.2f}  {shown}")


def grown(glossary: Glossary, size: int) -> Glossary:
    """The glossary with made-up concepts of two nouns each: 口罩运输, mask transport."""
    rng = random.Random(1)
    nouns = [c for c in glossary if c.part_of_speech == "noun" and all(map(c.preferred, LANGUAGES))]
    concepts = dict(glossary.concepts)
    while len(concepts) < size:
        one, other = rng.sample(nouns, 2)
        identifier = f"made-{len(concepts)}"
        concepts[identifier] = replace(one, id=identifier, terms=joined(one, other))
    return Glossary(concepts)


def joined(one: Concept, other: Concept) -> dict[str, Sequence[Term]]:
    return {
        language: [
            Term(
                JOINTS[language].join(each.noun(language).text for each in (one, other)),
                language,
                Status.PREFERRED,
                {},
            )
        ]
        for language in LANGUAGES
    }


def speed(matcher: Matcher, texts: Sequence[str]) -> tuple[float, int]:
    """Megabytes a second, and how many terms were found."""
    size = sum(len(text.encode()) for text in texts)
    repeated = list(texts) * max(1, MEGABYTES * 1_000_000 // size)
    seconds, found = [], 0
    for _run in range(RUNS):
        start = time.process_time()
        found = sum(len(matcher.find(text)) for text in repeated)
        seconds.append(time.process_time() - start)
    return size * len(repeated) / len(texts) / median(seconds) / 1e6, found


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


if __name__ == "__main__":
    main()
