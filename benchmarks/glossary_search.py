"""How fast a glossary of 100,000 concepts is searched and changed, and what its index costs.

    uv run --no-sync python benchmarks/glossary_search.py [--concepts 100000] [--folder FOLDER]

Makes a glossary out of pairs of shipped terms (20 domains, five languages, synonyms and readings),
builds the index, and prints for each kind of query the median and the slowest of 9 searches in one
process, then whole processes of ``translate-kit glossary search`` and of ``edit``, ``propose`` and
``add``, in seconds by the clock and of the processor. Targets: 50 ms, and 0.5 s for a search.
``FOLDER`` keeps glossary and index for the next run.
"""

import argparse
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from translate_kit.glossary import folder
from translate_kit.glossary.concept import Concept, Status, Term
from translate_kit.glossary.index import Index
from translate_kit.glossary.store import Glossary
from translate_kit.model import LANGUAGES

ROOT = Path(__file__).parent.parent
SHIPPED = ROOT / "glossaries"
DOMAINS = 20
QUERIES = {
    "the same": ["口罩", "mask", "маска", "마스크", "マスク"],
    "inflected": ["masks", "масками", "медицинских масок", "마스크를"],
    "by reading": ["ますく", "いりょうようぼうごふく"],
    "beginning": ["医用", "med", "защ", "의료", "m"],
    "part": ["防护", "suit", "maks suit", "보호"],
    "a slip": ["medcal mask", "qurantine", "customs clearence", "防护福", "респератор"],
    "nothing": ["qqqqxzzzz"],
}


def combined(first: Concept, second: Concept, number: int) -> Concept:
    """A concept whose terms are those of two others, joined as compounds are."""
    terms = {
        language: [
            _joined(one, two, language)
            for one, two in zip(first.terms[language], second.terms[language][:2], strict=False)
        ]
        for language in LANGUAGES
    }
    domain = f"domain{number % DOMAINS:02}"
    return replace(first, id=f"d{number % DOMAINS:02}-{number:06}", domain=domain, terms=terms)


def _joined(one: Term, two: Term, language: str) -> Term:
    between = "" if language in ("zh", "ja") else " "
    readings = [term.grammar.get("reading", "") for term in (one, two)]
    notes = {"reading": "".join(readings)} if all(readings) else {}
    return replace(one, text=two.text + between + one.text, grammar=notes)


def made(count: int) -> Iterator[Concept]:
    """So many concepts; the shipped ones are among them."""
    shipped = list(Glossary.load([SHIPPED]))
    yield from shipped
    dice = random.Random(20200208)
    seen = set[tuple[str, str]]()
    while len(seen) < count - len(shipped):
        pair = dice.choice(shipped), dice.choice(shipped)
        key = (pair[0].id, pair[1].id)
        if pair[0] is not pair[1] and key not in seen:
            seen.add(key)
            yield _once(combined(*pair, len(seen)))


def _once(concept: Concept) -> Concept:
    """Without a term twice, nor two preferred ones."""
    terms: dict[str, list[Term]] = {}
    for language, each in concept.terms.items():
        texts = {term.text: term for term in each}
        first, *rest = texts.values()
        kept = [t if t.status is not Status.PREFERRED else replace(t, status=Status.ADMITTED)
                for t in rest]  # fmt: skip
        terms[language] = [first, *kept]
    return replace(concept, terms=terms)


def write(place: Path, count: int) -> None:
    domains: dict[str, list[Concept]] = {}
    for concept in made(count):
        domains.setdefault(concept.domain, []).append(concept)
    for domain, concepts in domains.items():
        (place / domain).mkdir(parents=True)
        (place / domain / "concepts.csv").write_bytes(folder.concepts_csv(concepts))
        for language in LANGUAGES:
            (place / domain / f"{language}.csv").write_bytes(folder.terms_csv(concepts, language))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--concepts", type=int, default=100_000)
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        place = options.folder or Path(temporary)
        glossaries = place / "glossaries"
        if not glossaries.exists():
            write(glossaries, options.concepts)
            (place / "translate-kit.toml").write_text("", encoding="utf-8")
        measure(glossaries, place)


def measure(glossaries: Path, place: Path) -> None:
    os.environ["TRANSLATE_KIT_CACHE"] = str(place / "cache")
    started = time.perf_counter()
    index = Index.open([SHIPPED, glossaries])
    print(f"index opened or built in {time.perf_counter() - started:.2f} s, "
          f"{index.path.stat().st_size / 1e6:.0f} MB")  # fmt: skip
    for kind, queries in QUERIES.items():
        walls, used = [], []
        for query in queries * 9:
            started = time.perf_counter(), time.process_time()
            index.search(query)
            walls.append(1000 * (time.perf_counter() - started[0]))
            used.append(1000 * (time.process_time() - started[1]))
        print(f"{kind:<12}{statistics.median(walls):8.1f} ms median{max(walls):8.1f} ms most"
              f"{statistics.median(used):8.1f} and{max(used):6.1f} ms of processor")  # fmt: skip
    index.close()
    processes(place)


def processes(place: Path) -> None:
    program = shutil.which("translate-kit") or sys.exit("run it with: uv run --no-sync python ...")
    for query in ("口罩", "масками", "ますく", "medcal mask"):
        timed(place, f"search {query}", [program, "glossary", "search", query])
    concepts = list(Glossary.load([place / "glossaries"], domains=["domain03"]))
    changing = [program, "glossary", "--as", "Anna"]
    for number, concept in enumerate(concepts[:3]):
        new = f"{time.time_ns()}"
        commands = (
            ["edit", concept.id, "--note", new],
            ["propose", concept.id, "ru", f"пробный термин {new}", "--yes"],
            ["add", "--domain", "domain05", "--zh", f"试用{new}", "--definition", "试用", "--yes"],
        )
        for command in commands:
            whole = [*changing[:2], *command, *changing[2:]]
            timed(place, f"{command[0]} {number + 1}", whole, runs=1)


def timed(place: Path, name: str, command: list[str], *, runs: int = 7) -> None:
    walls, before = [], os.times()
    for _run in range(runs):
        started = time.perf_counter()
        subprocess.run(command, cwd=place, check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)  # fmt: skip
        walls.append(time.perf_counter() - started)
    after = os.times()
    used = after.children_user + after.children_system - before.children_user
    used = (used - before.children_system) / runs
    print(f"process, {name:<20}{statistics.median(walls):8.2f} s median{max(walls):8.2f} s most"
          f"{used:8.2f} s of the processor")  # fmt: skip


if __name__ == "__main__":
    main()
