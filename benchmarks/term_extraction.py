"""Term extraction: recall of TICO-19's own term list, precision by hand, translations.

    uv run --no-sync python benchmarks/term_extraction.py --data FOLDER

``FOLDER`` holds ``tico19_zh-en.tsv``, ``tico19_zh-ru.tsv`` and ``terms/`` (TICO-19, CC0). The
glossary is empty, so that nothing is left out as known. A term of the list counts where it stands
in the sentences; it is found where it is among the first 500 candidates. The list is halved by its
terms: the weights of the ranking were chosen on the even half, the odd half is reported too. The
first 100 candidates were judged one by one by their maker: ``term``, ``name`` (a place, person or
institution) or ``no`` (an everyday word, a fragment, a free combination, a wrong form). The
judgments stand in ``term_verdicts/LANGUAGE.csv``; a candidate without one counts as ``unread``.
Their first translations were judged so too, as what a glossary would have: ``zh-en.csv``.
"""

import argparse
import csv
import re
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from zlib import crc32

from translate_kit.glossary.extraction import Candidate, Sentence, extract
from translate_kit.glossary.store import Glossary
from translate_kit.languages.words import dictionary_form, stretches

VERDICTS = Path(__file__).parent / "term_verdicts"
LISTS = {
    "zh": (("f_en-zh_CN.csv", 1), ("g_en_zh-CN.csv", 1), ("g_zh-CN_en.csv", 0)),
    "en": (("f_en-zh_CN.csv", 0), ("g_en_zh-CN.csv", 0), ("g_zh-CN_en.csv", 1)),
    "ru": (("f_en-ru_RU.csv", 1), ("g_en_ru.csv", 1), ("g_ru_en.csv", 0)),
}
"""The files of each language's terms, and whether they are the source (0) or the target (1)."""
NEAR, FAR, READ = 200, 500, 100


def units(folder: Path, pair: str) -> list[dict[str, str]]:
    with (folder / f"tico19_{pair}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def listed(folder: Path, language: str) -> Iterator[tuple[str, str]]:
    """The entries of the lists: the cell of that language, and that of the other."""
    for name, side in LISTS[language]:
        with (folder / "terms" / name).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                cells = row["sourceString"], row["targetString"]
                yield cells[side], cells[1 - side]


def variants(cell: str) -> set[str]:
    """The spellings that a cell of the list offers."""
    outside = re.sub(r"[(（\[][^)）\]]*[)）\]]", "|", cell)
    inside = re.findall(r"[(（\[]([^)）\]]*)[)）\]]", cell)
    pieces = re.split(r"[|:：;；,，/、#]", "|".join((outside, *inside)))
    return {piece.strip() for piece in pieces if len(piece.strip()) > 1}


def folded(term: str, language: str) -> str:
    """A term as it is compared: its dictionary form in small letters."""
    if language == "zh":
        return term.replace(" ", "").casefold()
    words = [word for stretch in stretches(term, language) for word in stretch.words]
    return (dictionary_form(term, words, language) if words else term).casefold()


def standing(texts: Iterable[str], terms: Iterable[str], language: str) -> set[str]:
    """The terms that stand in the texts."""
    whole = "\n".join(texts).casefold()
    if language == "zh":
        whole = whole.replace(" ", "")
        return {t for term in terms if (t := folded(term, language)) in whole}
    return {
        folded(term, language)
        for term in terms
        if re.search(rf"(?<!\w){re.escape(term.casefold())}(?!\w)", whole)
    }


def half(term: str) -> int:
    return crc32(term.encode()) % 2


def recall(found: list[Candidate], gold: set[str], language: str) -> None:
    for number in (NEAR, FAR):
        first = {folded(each.text, language) for each in found[:number]}
        halves = [{term for term in gold if half(term) == side} for side in (0, 1)]
        told = ", ".join(f"{len(first & part)} of {len(part)}" for part in halves)
        share = len(first & gold) / len(gold)
        print(f"  recall in the first {number}: {share:.3f} ({told} in the halves)")


def precision(found: list[Candidate], language: str) -> None:
    path = VERDICTS / f"{language}.csv"
    verdicts = {}
    if path.exists():
        with path.open(encoding="utf-8", newline="") as file:
            verdicts = {row["term"]: row["verdict"] for row in csv.DictReader(file)}
    first = [each.text for each in found[:READ]]
    told = [verdicts.get(text, "unread") for text in first]
    counts = {verdict: told.count(verdict) for verdict in sorted(set(told))}
    print(f"  of the first {READ}: " + ", ".join(f"{v} {n}" for v, n in counts.items()))


def translations(found: list[Candidate], pairs: dict[str, set[str]], other: str) -> None:
    """How many candidates of the list have a translation of the list, first or at all."""
    told = [
        ([folded(each.text, other) for each in one.translations.get(other, ())], want)
        for one in found
        if (want := pairs.get(folded(one.text, "zh")))
    ]
    some = [(proposed, want) for proposed, want in told if proposed]
    first = sum(proposed[0] in want for proposed, want in some)
    any_ = sum(bool(want & set(proposed)) for proposed, want in some)
    print(
        f"  translations into {other}: of {len(told)} of the list, {len(some)} have a proposal;"
        f" the first is the list's for {first}, one of three for {any_}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--show", type=int, default=0, help="print so many candidates")
    arguments = parser.parse_args()
    for pair, language in (("zh-en", "zh"), ("zh-en", "en"), ("zh-ru", "ru"), ("zh-ru", "zh")):
        other = pair.replace(language, "").strip("-")
        rows = units(arguments.data, pair)
        sentences = [
            Sentence(row[language], "tico19", row["id"], {other: row[other]}) for row in rows
        ]
        began = time.perf_counter()
        found = extract(sentences, language, Glossary({}), top=FAR, into=(other,))
        print(f"{language} of {pair}: {len(rows)} sentences, {time.perf_counter() - began:.1f} s")
        cells = [(cell, foreign) for cell, foreign in listed(arguments.data, language)]
        terms = {term for cell, _foreign in cells for term in variants(cell)}
        gold = standing((row[language] for row in rows), terms, language)
        if pair == "zh-en" or language != "zh":
            recall(found, gold, language)
            precision(found, language)
        if language == "zh":
            translations(found, known_pairs(arguments.data, other), other)
            read_translations(found[:READ], other)
        for each in found[: arguments.show]:
            proposed = ", ".join(t.text for t in each.translations.get(other, ()))
            print(f"    {each.text} ({each.count}) {proposed}")


def read_translations(found: list[Candidate], other: str) -> None:
    """How many of the first candidates' first translations a person found right."""
    path = VERDICTS / f"zh-{other}.csv"
    if not path.exists():
        return
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        verdicts = {(row["term"], row["translation"]): row["verdict"] for row in rows}
    proposed = [(c.text, c.translations[other][0].text) for c in found if other in c.translations]
    told = [verdicts.get(pair, "unread") for pair in proposed]
    counts = ", ".join(f"{verdict} {told.count(verdict)}" for verdict in sorted(set(told)))
    print(f"  first translations of the first {READ}: {counts}, none {len(found) - len(told)}")


def known_pairs(folder: Path, other: str) -> dict[str, set[str]]:
    """Chinese term -> its translations by the lists, over English for the others."""
    english = list(listed(folder, "zh"))
    into: dict[str, set[str]] = {}
    for cell, foreign in listed(folder, other) if other != "en" else ():
        into.setdefault(foreign.casefold(), set()).update(variants(cell))
    pairs: dict[str, set[str]] = {}
    for cell, foreign in english:
        targets = variants(foreign) if other == "en" else into.get(foreign.casefold(), set())
        for term in variants(cell):
            pairs.setdefault(folded(term, "zh"), set()).update(folded(t, other) for t in targets)
    return pairs


if __name__ == "__main__":
    main()
