"""A translation memory of a million five-way units: time of a look-up, process memory, file size.

    python benchmarks/memory.py [--units 1000000] [--lookups 300] [--file memory.sqlite3]

The units are made from the shipped ones by seeded recombination: clauses of two sentences, a term
of the glossary, and numbers of their own. Asked are texts that are there, the same sentences with
other numbers, sentences with a word left out or put in, and sentences that nobody has seen. A file
that exists already is asked and not built again. ``found`` is the share of altered sentences whose
own unit, or one at least as like it, was offered.
"""

import argparse
import random
import re
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from translate_kit.memory import Memory, Origin, Provenance, Unit, rows
from translate_kit.memory.frame import frame
from translate_kit.memory.likeness import likeness
from translate_kit.memory.store import Added, Store
from translate_kit.model import LANGUAGES, Pair
from translate_kit.workspace import Workspace

NUMBER = re.compile(r"[0-9]+")
BREAK = re.compile(r"(?<=[，、；：,;])\s*")
WORD = re.compile(r"[A-Za-zА-Яа-яЁё]+|[\u3400-\u9fff]{2}|[가-힣]+")
IMPORTED = Provenance(Origin.IMPORT, source="synthetic", at="2020-02-08T00:00:00Z")


class Material:
    """Clauses and terms to make sentences of."""

    def __init__(self) -> None:
        shipped = Workspace(None)
        units = shipped.memory.units
        self.clauses = {
            code: [clause for unit in units for clause in BREAK.split(unit.texts[code])]
            for code in LANGUAGES
        }
        terms = {code: [] for code in LANGUAGES}  # type: dict[str, list[str]]
        for concept in shipped.glossary:
            for code in LANGUAGES:
                preferred = concept.preferred(code)
                if preferred is not None:
                    terms[code].append(preferred.text)
        self.terms = terms

    def sentence(self, language: str, dice: random.Random) -> str:
        clauses = dice.choices(self.clauses[language], k=dice.choice((1, 2, 2)))
        blank = "" if language in ("zh", "ja") else " "
        term = dice.choice(self.terms[language])
        text = f"{clauses[0]}{blank}{term}{blank}{blank.join(clauses[1:])}"
        return NUMBER.sub(lambda _old: str(dice.randint(2, 99_999)), text).strip()

    def units(self, count: int, seed: int) -> Iterator[Unit]:
        dice = random.Random(seed)
        for number in range(count):
            texts = {code: self.sentence(code, dice) for code in LANGUAGES}
            yield Unit(f"s{number}", texts, IMPORTED)


def altered(text: str, dice: random.Random) -> str:
    """A word left out or written twice."""
    words = list(WORD.finditer(text))
    one = dice.choice(words) if words else None
    if one is None:
        return text + text
    again = one.group() if dice.random() < 0.5 else ""
    return f"{text[: one.start()]}{again}{again}{text[one.end() :]}"


def renumbered(text: str, dice: random.Random) -> str:
    return NUMBER.sub(lambda _old: str(dice.randint(2, 99_999)), text)


def build(store: Store, material: Material, count: int) -> float:
    def tell(added: Added) -> None:
        done = added.new + added.known
        if done % 50_000 == 0:
            print(f"  {done:,} units, {time.perf_counter() - start:.0f} s", file=sys.stderr)

    start = time.perf_counter()
    store.add(material.units(count, seed=20200208), tell)
    store.compact()
    return time.perf_counter() - start


def measure(name: str, ask: Callable[[str], object], texts: list[str]) -> None:
    """Wall time, and the processor's own, which others at work on the machine don't lengthen."""
    wall, processor = [], []
    for text in texts:
        start, busy = time.perf_counter(), time.process_time()
        ask(text)
        wall.append((time.perf_counter() - start) * 1000)
        processor.append((time.process_time() - busy) * 1000)
    said = [
        f"{title} median {statistics.median(times):5.1f} p95 {ninety_five(times):5.1f} ms"
        for title, times in (("wall", wall), ("processor", processor))
    ]
    print(f"{name:<36}", "   ".join(said))


def ninety_five(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def found(memory: Memory, cases: list[tuple[str, str]], pair: Pair) -> float:
    """The share of (text, altered text) whose unit, or one as like it, is among the matches."""
    hits = 0
    for text, asked in cases:
        own = likeness(frame(text, pair.source), frame(asked, pair.source))[0]
        best = memory.fuzzy(asked, pair, limit=1, least=0)
        hits += bool(best) and best[0].score >= own
    return hits / len(cases)


def peak() -> str:
    """The most memory that this process has had, where the system tells."""
    try:
        import resource
    except ImportError:
        return "not told by this system"
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return f"{kilobytes / 1024:.0f} MB"


def report(store: Store, material: Material, count: int, lookups: int) -> None:
    memory = Memory(Workspace(None).memory.tables, store)
    memory.fuzzy("热身", Pair("zh", "en"))  # what is loaded once a process is not counted
    dice = random.Random(1)
    with store.reading() as connection:
        assert connection is not None
        stored = rows.numbered(connection, dice.sample(range(1, count + 1), min(lookups, count)))
    for source, target in (("zh", "ru"), ("ru", "zh"), ("en", "ko"), ("ko", "en"), ("ja", "zh")):
        pair = Pair(source, target)
        texts = [unit.texts[source] for unit in stored]
        dice.shuffle(texts)
        cases = [(text, altered(text, dice)) for text in texts]
        fresh = [material.sentence(source, dice) for _text in texts]
        measure(f"{pair} exact, the text is there", lambda t, p=pair: memory.lookup(t, p), texts)
        other = [renumbered(text, dice) for text in texts]
        measure(f"{pair} exact, other numbers", lambda t, p=pair: memory.lookup(t, p), other)
        changed = [asked for _text, asked in cases]
        measure(f"{pair} near, altered", lambda t, p=pair: memory.fuzzy(t, p), changed)
        measure(f"{pair} near, nobody has seen it", lambda t, p=pair: memory.fuzzy(t, p), fresh)
        print(f"{pair} near, found: {found(memory, cases[:100], pair):.1%}")
    words = [dice.choice(material.terms[dice.choice(LANGUAGES)]) for _number in range(lookups)]
    words += ["口罩", "函", "mask", "마스", "костюм"]
    measure("a term in any language, first 20", lambda t: first(memory.holding(t), 20), words)


def first(units: Iterator[Unit], count: int) -> list[Unit]:
    return [unit for _position, unit in zip(range(count), units, strict=False)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--units", type=int, default=1_000_000, help="how many to make")
    parser.add_argument("--lookups", type=int, default=300, help="how many texts of each sort")
    parser.add_argument("--file", type=Path, help="where the memory is kept; else nowhere")
    options = parser.parse_args()
    material = Material()
    with TemporaryDirectory() as folder:
        store = Store(options.file or Path(folder) / "memory.sqlite3")
        if not store.path.exists():
            print(f"built in {build(store, material, options.units):.0f} s")
        print(f"{len(store):,} units, file {store.path.stat().st_size / 2**20:.0f} MB")
        report(store, material, len(store), options.lookups)
        print(f"process memory at most {peak()}")


if __name__ == "__main__":
    main()
