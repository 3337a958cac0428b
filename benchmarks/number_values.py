"""Measures the numbers room: silence on human translations, and errors found when we inject them.

    python benchmarks/number_values.py --data ../shared/data/text

Three tables. (1) *Disagreement*: share of number-bearing human pairs (a strong number on either
side) on which ``compare`` speaks; lower is better, and what is left is mostly the translators'
own: converted units, errors, numbers left out. FLORES is what the rules were developed on; NTREX
was looked at for a few kinds of mistakes, TICO-19 not at all. The Russian of NTREX turns miles,
inches and pounds into metres and kilograms: those are counted as disagreement too.
(2) *Argos*: the same share on the answers of Argos Translate's models.
(3) *Injected errors*: one error put into the target of each pair that was silent before, by a
pattern of digits that knows nothing of the extractor:

- digit: one digit becomes another (the first never 0)
- transposition: two different neighbouring digits change places
- x10: a nought is added, or the decimal mark moves one place
- myriad: 万 becomes 亿 and back, 만 becomes 억; a number without such a unit gains four noughts
- exchange: two different numbers of a segment change places, with their units left where they
  were; this leaves the set of values as it was and is found only where both texts say what is
  counted (order is no help: translators change it in 5 to 35 % of segments with two numbers)

The file is not called numbers.py, which would hide the standard library's module of that name.
Speed is printed as pairs a second on one core; no test depends on it.
"""

import argparse
import csv
import random
import re
import time
from collections.abc import Iterator
from itertools import chain, combinations, pairwise, permutations
from pathlib import Path

from translate_kit.languages.numbers import compare, extract
from translate_kit.model import LANGUAGES

PAIRS = tuple(combinations(LANGUAGES, 2))
TEXTS = {"FLORES": "flores_dev_5way.tsv", "NTREX": "ntrex_5way.tsv"}
TICO = {pair: f"tico19_{'-'.join(pair)}.tsv" for pair in (("zh", "en"), ("zh", "ru"), ("ru", "en"))}
ERRORS = ("digit", "transposition", "x10", "myriad", "exchange")
# A number in digits that touches no letter but those of CJK units: no part of a code or a name.
DIGITS = re.compile(
    r"(?<![A-Za-zА-Яа-яё0-9.,:/\-‑])"
    r"(?:[0-9]{1,3}(?:[,\u00a0\u202f ][0-9]{3})+|[0-9]+)(?:[.,][0-9]+)?"
    r"(?![A-Za-zА-Яа-яё0-9:/\-‑.]|[.,][0-9])"
)
UNITS = {"万": "亿", "亿": "万", "億": "万", "만": "억", "억": "만"}

Row = dict[str, str]


def read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def disagreement(rows: list[Row], source: str, target: str, columns: tuple[str, str]) -> str:
    """Share of number-bearing pairs on which ``compare`` speaks, and how many bear numbers."""
    bearing = spoken = 0
    for row in rows:
        texts = [row[column] for column in columns]
        if any(n.strong for n in (*extract(texts[0], source), *extract(texts[1], target))):
            bearing += 1
            spoken += bool(compare(texts[0], source, texts[1], target))
    return f"{100 * spoken / bearing:5.1f} % of {bearing:4}"


def wrong_digit(number: str, chance: random.Random) -> str:
    place = chance.choice([i for i, c in enumerate(number) if c.isdigit()])
    digits = [d for d in "0123456789" if d != number[place] and (place or d != "0")]
    return number[:place] + chance.choice(digits) + number[place + 1 :]


def transposed(number: str, after: str, chance: random.Random) -> tuple[str, str] | None:
    places = [i for i, c in enumerate(number) if c.isdigit()]
    able = [
        (i, j) for i, j in pairwise(places) if number[i] != number[j] and (i or number[j] != "0")
    ]
    if not able:
        return None
    i, j = chance.choice(able)
    changed = number[:i] + number[j] + number[i + 1 : j] + number[i] + number[j + 1 :]
    return changed, after


def tenfold(number: str) -> str:
    mark = re.search(r"[.,](?=[0-9]{1,2}$)", number)
    if mark is None:
        return re.sub(r"[,\u00a0\u202f ]", "", number) + "0"
    fraction = number[mark.end() :]
    moved = number[: mark.start()] + fraction[0]
    return moved + (mark.group() + fraction[1:] if fraction[1:] else "")


def multiplied(number: str, after: str) -> tuple[str, str] | None:
    """The number and the character after it, wrong by four noughts."""
    if after in UNITS:
        return number, UNITS[after]
    if re.search(r"[.,][0-9]{1,2}$", number):
        return None
    return re.sub(r"[,\u00a0\u202f ]", "", number) + "0000", after


def injected(text: str, error: str, chance: random.Random) -> str | None:
    """``text`` with one ``error``, or None where it offers no place for it."""
    numbers = list(DIGITS.finditer(text))
    if error == "exchange":
        return exchanged(text, numbers, chance)
    if not numbers:
        return None
    found = chance.choice(numbers)
    number, after = found.group(), text[found.end() : found.end() + 1]
    changed = {
        "digit": lambda: (wrong_digit(number, chance), after),
        "transposition": lambda: transposed(number, after, chance),
        "x10": lambda: (tenfold(number), after),
        "myriad": lambda: multiplied(number, after),
    }[error]()
    return changed and text[: found.start()] + "".join(changed) + text[found.end() + 1 :]


def exchanged(text: str, numbers: list[re.Match[str]], chance: random.Random) -> str | None:
    able = [(a, b) for a, b in combinations(numbers, 2) if a.group() != b.group()]
    if not able:
        return None
    a, b = chance.choice(able)
    return text[: a.start()] + b.group() + text[a.end() : b.start()] + a.group() + text[b.end() :]


def found_share(rows: list[Row], source: str, target: str, error: str) -> str:
    chance = random.Random(f"{source}{target}{error}")
    tried = found = 0
    for row in rows:
        if compare(row[source], source, row[target], target):
            continue
        wrong = injected(row[target], error, chance)
        if wrong is not None:
            tried += 1
            found += bool(compare(row[source], source, wrong, target))
    return f"{100 * found / max(tried, 1):5.1f} ({tried})"


def speed(rows: list[Row], source: str, target: str) -> float:
    compare(rows[0][source], source, rows[0][target], target)
    start = time.perf_counter()
    for row in rows:
        compare(row[source], source, row[target], target)
    return len(rows) / (time.perf_counter() - start)


def human_lines(data: Path, sets: dict[str, list[Row]]) -> Iterator[str]:
    yield "Disagreement on human translations"
    for pair in PAIRS:
        cells = [f"{name} {disagreement(rows, *pair, pair)}" for name, rows in sets.items()]
        yield f"  {'-'.join(pair)}  " + "   ".join(cells)
    for pair, file in TICO.items():
        yield f"  {'-'.join(pair)}  TICO-19 {disagreement(read(data / file), *pair, pair)}"


def machine_lines(data: Path) -> Iterator[str]:
    yield "Flagged answers of Argos Translate on FLORES (human reference beside it)"
    for path in sorted(data.glob("mt_*_argos.tsv")):
        source, target = path.name.split("_")[1].split("-")
        rows = read(path)
        argos = disagreement(rows, source, target, ("src", "argos"))
        human = disagreement(rows, source, target, ("src", "ref"))
        yield f"  {source}-{target}  Argos {argos}   human {human}"


def error_lines(rows: list[Row]) -> Iterator[str]:
    yield "Injected errors found, % (tried): " + ", ".join(ERRORS)
    for source, target in permutations(LANGUAGES, 2):
        cells = [found_share(rows, source, target, error) for error in ERRORS]
        yield f"  {source}-{target}  " + "  ".join(f"{cell:>12}" for cell in cells)


def speed_lines(rows: list[Row]) -> Iterator[str]:
    yield "Speed, pairs a second, one core"
    for pair in PAIRS:
        yield f"  {'-'.join(pair)}  {speed(rows, *pair):7.0f}"


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the numbers room.")
    parser.add_argument("--data", type=Path, required=True, help="the folder data/text")
    parser.add_argument("--errors-on", choices=TEXTS, default="FLORES")
    arguments = parser.parse_args()
    sets = {name: read(arguments.data / file) for name, file in TEXTS.items()}
    for line in chain(
        human_lines(arguments.data, sets),
        machine_lines(arguments.data),
        error_lines(sets[arguments.errors_on]),
        speed_lines(sets["FLORES"]),
    ):
        print(line, flush=True)


if __name__ == "__main__":
    main()
