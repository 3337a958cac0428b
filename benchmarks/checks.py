"""Measures the checks: silence on human translations, what they say of real machine translation.

    uv run --no-sync python benchmarks/checks.py --data FOLDER [--list PAIR]

FOLDER holds FLORES, NTREX-128 and TICO-19 as tables with a column per language, and what Argos
Translate answered to FLORES (``mt_*_argos.tsv``: src, ref, argos). Five tables:

1. *Human translations*: the share of segments with a finding of severity error, and with one of
   error or warning, for each direction. FLORES is what the checks were developed on; NTREX was
   looked at for kinds of mistakes, TICO-19 only measured.
2. *Argos*: how many of its answers are flagged, by check. A flag is a check with an error or a
   warning in a segment; notes (typography) are counted in a row of their own, and no flags.
3. *Precision*: of 50 flags a pair, drawn by a hash of pair, row and check, the share that a person
   found right: the translation is wrong at what the check says. The verdicts are in
   ``check_verdicts/PAIR.csv`` (row of the file, from 0; check; right or wrong; reason). A flag
   drawn without a verdict is counted as unread. ``--list PAIR`` prints the flags to be read.
   This is the second draw: what was wrong in the first (93 % of 268 flags were right) led to
   repairs, so that its own figures would flatter; its verdicts are in the files too.
4. *Errors put in*: a sentence, a negation or a hedge taken out of a human translation, and the
   share of these errors that the checks find.
5. *Speed*: segments a second on one core, all checks, without and with the shipped glossary.

The office's own knowledge (glossary, contacts) takes part in the last table only: its terms are
those of letters, and their absence from an encyclopaedia is no error.
"""

import argparse
import csv
import hashlib
import random
import time
from collections import Counter
from collections.abc import Iterator
from itertools import chain, permutations
from pathlib import Path

from translate_kit import checks
from translate_kit.checks import Knowledge
from translate_kit.checks.words import words
from translate_kit.languages.segmentation import split
from translate_kit.model import LANGUAGES, Pair, Severity
from translate_kit.workspace import Workspace

PAIRS = tuple(Pair(*pair) for pair in permutations(LANGUAGES, 2))
TEXTS = {"FLORES": "flores_dev_5way.tsv", "NTREX": "ntrex_5way.tsv"}
TICO = (Pair("zh", "en"), Pair("zh", "ru"), Pair("ru", "en"))
FLAGS = (Severity.ERROR, Severity.WARNING)
VERDICTS = Path(__file__).parent / "check_verdicts"
SAMPLE = 50

Texts = list[tuple[str, str]]
Flag = tuple[int, str]
"""A row of a file of answers, and the check that speaks there."""


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def columns(path: Path, source: str, target: str) -> Texts:
    return [(row[source], row[target]) for row in read(path)]


def shares(texts: Texts, pair: Pair) -> str:
    """Per cent of the segments with an error, and with an error or a warning."""
    errors = flagged = 0
    for source, target in texts:
        worst = [finding.severity for finding in checks.check(source, target, pair)[:1]]
        errors += Severity.ERROR in worst
        flagged += worst != [] and worst[0] in FLAGS
    return f"{100 * errors / len(texts):5.1f} /{100 * flagged / len(texts):5.1f}"


def human_lines(data: Path) -> Iterator[str]:
    yield "Human translations: % of segments with an error / with an error or a warning"
    for pair in PAIRS:
        cells = [
            f"{name} {shares(columns(data / file, pair.source, pair.target), pair)}"
            for name, file in TEXTS.items()
        ]
        for known in TICO:
            if {known.source, known.target} == {pair.source, pair.target}:
                texts = columns(data / f"tico19_{known}.tsv", pair.source, pair.target)
                cells.append(f"TICO-19 {shares(texts, pair)}")
        yield f"  {pair}  " + "   ".join(cells)


def answers(data: Path) -> Iterator[tuple[Pair, Texts]]:
    for path in sorted(data.glob("mt_*_argos.tsv")):
        yield Pair.parse(path.name.split("_")[1]), columns(path, "src", "argos")


def flags_of(texts: Texts, pair: Pair, severities: tuple[Severity, ...] = FLAGS) -> list[Flag]:
    return sorted(
        {
            (row, finding.check)
            for row, (source, target) in enumerate(texts)
            for finding in checks.check(source, target, pair)
            if finding.severity in severities
        }
    )


def machine_lines(data: Path) -> Iterator[str]:
    found = {pair: (flags_of(texts, pair), texts) for pair, texts in answers(data)}
    yield "Argos Translate on FLORES: flagged segments, by check"
    yield "  " + f"{'':14}" + "".join(f"{pair!s:>8}" for pair in found)
    for name in checks.TABLE.builtin:
        counts = [sum(check == name for _row, check in flags) for flags, _texts in found.values()]
        if any(counts):
            yield f"  {name:14}" + "".join(f"{count:8}" for count in counts)
    rows = [len({row for row, _check in flags}) for flags, _texts in found.values()]
    yield f"  {'any of them':14}" + "".join(f"{count:8}" for count in rows)
    totals = [len(texts) for _flags, texts in found.values()]
    yield f"  {'segments':14}" + "".join(f"{total:8}" for total in totals)
    notes = [
        len({row for row, _check in flags_of(texts, pair, (Severity.NOTE,))})
        for pair, (_flags, texts) in found.items()
    ]
    yield f"  {'(notes only)':14}" + "".join(f"{count:8}" for count in notes)


def drawn(flags: list[Flag], pair: Pair) -> list[Flag]:
    """50 of the flags, the same ones as long as they are still raised."""

    def ticket(flag: Flag) -> str:
        return hashlib.sha256(f"2 {pair} {flag[0]} {flag[1]}".encode()).hexdigest()

    return sorted(sorted(flags, key=ticket)[:SAMPLE])


def verdicts(pair: Pair) -> dict[Flag, str]:
    path = VERDICTS / f"{pair}.csv"
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        return {(int(row["row"]), row["check"]): row["verdict"] for row in csv.DictReader(file)}


def precision_lines(data: Path) -> Iterator[str]:
    yield f"Precision: flags that a reader found right, of {SAMPLE} drawn (or of all)"
    by_check: Counter[tuple[str, str]] = Counter()
    for pair, texts in answers(data):
        sample = drawn(flags_of(texts, pair), pair)
        known = verdicts(pair)
        said = [known.get(flag, "unread") for flag in sample]
        by_check.update((check, word) for (_row, check), word in zip(sample, said, strict=True))
        judged = len(said) - said.count("unread")
        share = 100 * said.count("right") / max(judged, 1)
        yield f"  {pair}  {share:5.1f} % of {judged} ({said.count('unread')} unread)"
    for check in sorted({check for check, _word in by_check}):
        right, wrong = by_check[check, "right"], by_check[check, "wrong"]
        yield f"    {check:14}{right:4} right{wrong:4} wrong"


def listed(data: Path, wanted: Pair) -> Iterator[str]:
    """The flags of a pair to be read, with the texts, the unread ones only."""
    for pair, texts in answers(data):
        if pair != wanted:
            continue
        known = verdicts(pair)
        for row, check in drawn(flags_of(texts, pair), pair):
            if (row, check) in known:
                continue
            source, target = texts[row]
            yield f"{row},{check}\n  {source}\n  {target}"
            for finding in checks.check(source, target, pair, only=[check]):
                places = (finding.source_span, source), (finding.span, target)
                shown = " | ".join(span.of(text) if span else "-" for span, text in places)
                yield f"  >> {finding.severity}: {finding.message} [{shown}]"


def without_a_sentence(target: str, pair: Pair, chance: random.Random) -> str | None:
    spans = split(target, pair.target)
    if len(spans) < 2:
        return None
    lost = chance.choice(spans)
    return (target[: lost.start] + target[lost.end :]).strip()


def without_words(table: str, source: str, target: str, pair: Pair) -> str | None:
    """The translation without its words of one meaning, where both texts have sure ones."""
    ours = {said.meaning for said in words(table, pair.source).asked(source)}
    theirs = [said for said in words(table, pair.target).asked(target) if said.meaning in ours]
    if not theirs:
        return None
    meaning = theirs[0].meaning
    for said in reversed([said for said in theirs if said.meaning == meaning]):
        target = target[: said.span.start] + target[said.span.end :]
    return target


def injected(texts: Texts, pair: Pair, error: str) -> str:
    chance = random.Random(f"{pair} {error}")
    tried = found = 0
    names = {"sentence": ("dropped", "length"), "negation": ("negation",), "hedges": ("hedges",)}
    for source, target in texts:
        if checks.check(source, target, pair, only=names[error]):
            continue
        if error == "sentence":
            wrong = without_a_sentence(target, pair, chance)
        else:
            wrong = without_words(error, source, target, pair)
        if wrong is not None:
            tried += 1
            found += bool(checks.check(source, wrong, pair, only=names[error]))
    return f"{100 * found / max(tried, 1):5.0f} % of {tried:4}"


def error_lines(data: Path) -> Iterator[str]:
    errors = ("sentence", "negation", "hedges")
    yield "Errors put into FLORES and found: " + ", ".join(f"{error} lost" for error in errors)
    for pair in PAIRS:
        texts = columns(data / TEXTS["FLORES"], pair.source, pair.target)
        yield f"  {pair}  " + "   ".join(injected(texts, pair, error) for error in errors)


def speed(texts: Texts, pair: Pair, knowledge: Knowledge) -> float:
    for source, target in texts[:50]:
        checks.check(source, target, pair, knowledge)
    start = time.process_time()
    for source, target in texts:
        checks.check(source, target, pair, knowledge)
    return len(texts) / (time.process_time() - start)


def speed_lines(data: Path) -> Iterator[str]:
    shipped = Workspace(None)
    office = Knowledge(shipped.glossary, shipped.contacts)
    yield "Speed: segments a second of processor time, without / with glossary and contacts"
    for pair in (Pair("zh", "en"), Pair("zh", "ru"), Pair("en", "ko"), Pair("ja", "zh")):
        texts = columns(data / TEXTS["FLORES"], pair.source, pair.target)
        plain, knowing = speed(texts, pair, Knowledge()), speed(texts, pair, office)
        yield f"  {pair}  {plain:6.0f} /{knowing:6.0f}"


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the checks.")
    parser.add_argument("--data", type=Path, required=True, help="the folder data/text")
    parser.add_argument("--list", type=Pair.parse, help="print the flags of a pair to be read")
    arguments = parser.parse_args()
    data: Path = arguments.data
    tables = (human_lines, machine_lines, precision_lines, error_lines, speed_lines)
    lines = (
        listed(data, arguments.list)
        if arguments.list
        else chain.from_iterable(table(data) for table in tables)
    )
    for line in lines:
        print(line, flush=True)


if __name__ == "__main__":
    main()
