"""How often the language of a text's first characters is told rightly, and how fast.

Usage: python benchmarks/detect.py --data FOLDER, a folder with five-way TSV files (*_5way.tsv with
columns zh, en, ru, ko, ja). ``--compare`` adds langdetect alone, left to itself.
"""

import argparse
import csv
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from translate_kit.errors import UserError
from translate_kit.languages.detect import detect
from translate_kit.model import LANGUAGES

LENGTHS = (8, 16, 32, 64)


def sentences(folder: Path) -> Iterator[tuple[str, str]]:
    """(language, sentence) of every five-way file in the folder."""
    for path in sorted(folder.glob("*_5way.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                yield from ((language, row[language]) for language in LANGUAGES)


def ours(text: str) -> str:
    """The product's answer; nothing where it says that there are no letters."""
    try:
        return detect(text).language
    except UserError:
        return ""


def measure_certainty(texts: list[tuple[str, str]]) -> None:
    """Print per length how many answers were sure, and how many of those were wrong."""
    for length in LENGTHS:
        sure = wrong = 0
        for language, text in texts:
            if ours(text[:length]) and (answer := detect(text[:length])).sure:
                sure += 1
                wrong += answer.language != language
        share = 100 * sure / len(texts)
        print(f"sure       {length:3} chars  {share:6.2f} %   wrong {100 * wrong / sure:.3f} %")


def langdetect_alone(text: str) -> str:
    """The answer of langdetect with all its languages."""
    from langdetect import LangDetectException
    from langdetect import detect as guess

    try:
        return str(guess(text)).split("-")[0]
    except LangDetectException:
        return ""


def measure(name: str, answer: Callable[[str], str], texts: list[tuple[str, str]]) -> None:
    """Print one line per length: the share of right answers, in all and per language."""
    for length in LENGTHS:
        right = dict.fromkeys(LANGUAGES, 0)
        begun = time.perf_counter()
        for language, text in texts:
            right[language] += answer(text[:length]) == language
        seconds = time.perf_counter() - begun
        each = len(texts) / len(LANGUAGES)
        share = 100 * sum(right.values()) / len(texts)
        details = "  ".join(f"{code} {100 * right[code] / each:6.2f}" for code in LANGUAGES)
        speed = len(texts) / seconds
        print(f"{name:10} {length:3} chars  {share:6.2f} %   {details}   {speed:,.0f}/s")


def main() -> None:
    """Read the folder, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--compare", action="store_true")
    arguments = parser.parse_args()
    texts = list(sentences(arguments.data))
    measure("ours", ours, texts)
    measure_certainty(texts)
    if arguments.compare:
        sample = texts[:: max(1, len(texts) // 1500)]
        measure("langdetect", langdetect_alone, sample)


if __name__ == "__main__":
    main()
