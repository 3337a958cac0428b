"""Measures how fast texts are cut into sentences: megabytes of UTF-8 a second on one core.

    python benchmarks/segmentation.py --data ../shared/data/text

Each language's sentences of FLORES and NTREX, once a line each and once joined to a single line.
Beside the speed stands how many sentences were found and how many lines of the set there are: the
translators put one to three sentences on a line, so the former is somewhat larger.
"""

import argparse
import csv
import time
from pathlib import Path

from translate_kit.languages.segmentation import split
from translate_kit.model import LANGUAGES

FILES = ("flores_dev_5way.tsv", "ntrex_5way.tsv")
ROUNDS = 3


def read(data: Path) -> list[dict[str, str]]:
    rows: list[dict[str, str]] = []
    for name in FILES:
        with (data / name).open(encoding="utf-8", newline="") as file:
            rows += csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
    return rows


def speed(text: str, language: str) -> tuple[int, float]:
    """How many sentences, and the best of a few rounds in megabytes a second."""
    seconds = []
    for _round in range(ROUNDS):
        start = time.process_time()
        found = len(split(text, language))
        seconds.append(time.process_time() - start)
    return found, len(text.encode()) / min(seconds) / 1e6


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the cutting of sentences.")
    parser.add_argument("--data", type=Path, required=True, help="the folder data/text")
    rows = read(parser.parse_args().data)
    for language in LANGUAGES:
        lines = [row[language] for row in rows]
        found, quick = speed("\n".join(lines), language)
        joined = "" if language in ("zh", "ja") else " "
        found_joined, quick_joined = speed(joined.join(lines), language)
        print(
            f"{language}  {len(lines)} lines: {found} sentences, {quick:.1f} MB/s; "
            f"as one line: {found_joined} sentences, {quick_joined:.1f} MB/s"
        )


if __name__ == "__main__":
    main()
