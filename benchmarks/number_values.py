"""Measures the numbers room: silence on human translations, and errors found when we inject them.

    python benchmarks/number_values.py --data ../shared/data/text

Three tables. (1) *Disagreement*: share of number-bearing human pairs (a strong number on either
side) on which ``compare`` speaks; lower is better, and what is left is mostly the translators'
own: converted units, errors, numbers left out. FLORES is what the rules were developed on; NTREX
and TICO-19 are held out. (2) *Argos*: the same share on the answers of Argos Translate's models.
(3) *Injected errors*: one error put into the target of each pair that was silent before, by a
pattern of digits that knows nothing of the extractor:

- digit: one digit becomes another (the first never 0)
- transposition: two different neighbouring digits change places
- x10: a nought is added, or the decimal mark moves one place
- myriad: 万 becomes 亿 and back, 만 becomes 억; a number without such a unit gains four noughts
- exchange: two different numbers of a segment change places; this leaves the set of values as it
  was, and is only found where order can be compared

The file is not called numbers.py, which would hide the standard library's module of that name.
Speed is printed as pairs a second on one core; no test depends on it.
"""

import argparse
import csv
import random
import re
import time
from collections.abc import Iterator
from itertools import combinations, permutations
from pathlib import Path

from translate_kit.languages.numbers import compare, extract
from translate_kit.model import LANGUAGES

PAIRS = tuple(combinations(LANGUAGES, 2))
TEXTS = {"FLORES": "flores_dev_5way.tsv", "NTREX": "ntrex_5way.tsv"}
TICO = {pair: f"tico19_{'-'.join(pair)}.tsv" for pair in (("zh", "en"), ("zh", "ru"), ("ru", "en"))}
ERRORS = ("digit", "transposition", "x10", "myriad", "exchange")
# A number in digits that touches no letter but those of CJK units: no part of a code or a name.
DIGITS = re.compile(
    r"(?<![A-Za-zА-Яа-яё0-9.,:/\-‑])(?:[0-9]{1,3}(?:[,\u00a0\u202f ][0-9]{3})+|[0-9]+)(?:[.,][0-9]+)?"
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


def transposed(number: str, chance: random.Random) -> str | None:
    places = [i for i, c in enumerate(number) if c.isdigit()]
    able = [
        (i, j)
        for i, j in zip(places, places[1:], strict=False)
        if number[i] != number[j] and (i or number[j] != "0")
    ]
    if not able:
        return None
    i, j = chance.choice(able)
    return number[:i] + number[j] + number[i + 1 : j] + number[i] + number[j + 1 :]


def tenfold(number: str) -> str:
    mark = re.search(r"[.,](?=[0-9]{1,2}$)", number)
    if mark is None:
        return re.sub(r"[,\u00a0\u202f ]", "", number) + "0"
    fraction = number[mark.end() :]
    moved = number[: mark.start()] + fraction[0]
    return moved + (mark.group() + fraction[1:] if fraction[1:] else "")


def injected(text: str, error: str, chance: random.Random) -> str | None:
    """``text`` with one ``error``, or None where it offers no place for it."""
    numbers = list(DIGITS.finditer(text))
    if error == "exchange":
        return exchanged(text, numbers, chance)
    if not numbers:
        return None
    found = chance.choice(numbers)
    end, number = found.end(), found.group()
    if error == "myriad":
        unit = text[end : end + 1]
        if unit in UNITS:
            return text[:end] + UNITS[unit] + text[end + 1 :]
        changed: str | None = re.sub(r"[,\u00a0\u202f ]", "", number) + "0000"
        if re.search(r"[.,][0-9]{1,2}$", number):
            return None
    elif error == "digit":
        changed = wrong_digit(number, chance)
    else:
        changed = transposed(number, chance) if error == "transposition" else tenfold(number)
    return None if changed is None else text[: found.start()] + changed + text[end:]


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


def lines(data: Path, error_set: str) -> Iterator[str]:
    sets = {name: read(data / file) for name, file in TEXTS.items()}
    yield "Disagreement on human translations"
    for pair in PAIRS:
        cells = [f"{name} {disagreement(rows, *pair, pair)}" for name, rows in sets.items()]
        yield f"  {'-'.join(pair)}  " + "   ".join(cells)
    for pair, file in TICO.items():
        yield f"  {'-'.join(pair)}  TICO-19 {disagreement(read(data / file), *pair, pair)}"
    yield "Flagged answers of Argos Translate on FLORES (human reference beside it)"
    for path in sorted(data.glob("mt_*_argos.tsv")):
        source, target = path.name.split("_")[1].split("-")
        rows = read(path)
        argos = disagreement(rows, source, target, ("src", "argos"))
        human = disagreement(rows, source, target, ("src", "ref"))
        yield f"  {source}-{target}  Argos {argos}   human {human}"
    yield f"Injected errors found, % (tried), {error_set}: " + ", ".join(ERRORS)
    for source, target in permutations(LANGUAGES, 2):
        cells = [found_share(sets[error_set], source, target, error) for error in ERRORS]
        yield f"  {source}-{target}  " + "  ".join(f"{cell:>12}" for cell in cells)
    yield "Speed, pairs a second, one core"
    for pair in PAIRS:
        yield f"  {'-'.join(pair)}  {speed(sets['FLORES'], *pair):7.0f}"


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the numbers room.")
    parser.add_argument("--data", type=Path, required=True, help="the folder data/text")
    parser.add_argument("--errors-on", choices=TEXTS, default="FLORES")
    arguments = parser.parse_args()
    for line in lines(arguments.data, arguments.errors_on):
        print(line, flush=True)


if __name__ == "__main__":
    main()
