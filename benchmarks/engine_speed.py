"""How fast the ``argos`` engine is, against argostranslate's own ``translate`` on the same package.

    python -m venv ARGOS && ARGOS/bin/pip install argostranslate==1.11.0
    nice uv run --no-sync python benchmarks/engine_speed.py --argos ARGOS/bin/python

Makes an en-ru package of a real one's size (60 million parameters, int8, random weights, answers
of about thirty pieces) and a document of ``--sentences`` sentences in paragraphs of four.
Argostranslate gets the paragraphs with its own settings, the engine the sentences, ``best`` and
``draft``, each in a process of its own. The document is worked off in turns of a few paragraphs, so
that what else the machine does falls on all alike; the ratios are of the same turns, their median
counts. Processor seconds and peak memory are those of each process.

The last line is the time from starting Python to the first translation by a tiny package.
Without ``--argos`` only the engine is measured.
"""

import argparse
import io
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
TINY = ROOT / "tests" / "models"
WIDTH, LAYERS, HEADS, INNER, VOCABULARY = 512, 6, 8, 2048, 32_000
TURNS = 8


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--argos", help="the Python of an environment with argostranslate")
    parser.add_argument("--sentences", type=int, default=2000)
    parser.add_argument("--worker", nargs=2, metavar=("KIND", "FOLDER"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.worker:
        work(*options.worker)
        return
    with tempfile.TemporaryDirectory() as folder:
        compare(Path(folder), options.sentences, options.argos)
    start_times()


def compare(folder: Path, sentences: int, argos: str | None) -> None:
    """Print the table of the three ways."""
    paragraphs = document(sentences)
    parameters, pieces = make_package(folder / "packages", paragraphs)
    texts = [sentence for paragraph in paragraphs for sentence in paragraph]
    print(f"{len(texts)} sentences, {len(set(texts))} different, {pieces:.0f} pieces each; "
          f"{parameters / 1e6:.1f} million parameters")  # fmt: skip
    kinds = {**({"argos": argos} if argos else {}), "best": sys.executable, "draft": sys.executable}
    workers = {kind: Worker(python, kind, folder / "packages") for kind, python in kinds.items()}
    size = -(-len(paragraphs) // TURNS)
    turns = [paragraphs[i : i + size] for i in range(0, len(paragraphs), size)]
    times: dict[str, list[Spent]] = {kind: [] for kind in kinds}
    for turn in turns:
        for kind, worker in workers.items():
            times[kind].append(worker.translate(turn))
    print("  way       seconds  processor  sentences/s  peak MiB  as fast as argostranslate: "
          "median turn (all turns), by processor")  # fmt: skip
    for kind, worker in workers.items():
        theirs = times.get("argos", times[kind])
        print(row(kind, times[kind], theirs, len(texts), worker.stop()), flush=True)


def row(
    kind: str, ours: "list[Spent]", theirs: "list[Spent]", sentences: int, memory: float
) -> str:
    """One line of the table."""
    wall, processor = (sum(each[i] for each in ours) for i in (0, 1))
    ratios = sorted(other[0] / own[0] for other, own in zip(theirs, ours, strict=True))
    by_processor = sum(other[1] for other in theirs) / processor
    return (f"  {kind:8} {wall:8.1f} {processor:10.1f} {sentences / wall:12.1f} {memory:9.0f}  "
            f"{statistics.median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f}), "
            f"{by_processor:.2f}")  # fmt: skip


# --- the three ways, each in its process


Spent = tuple[float, float]
"""Seconds by the clock and of the processor."""


class Worker:
    """A process that translates the paragraphs it is sent."""

    def __init__(self, python: str, kind: str, folder: Path) -> None:
        self.process = subprocess.Popen(
            [python, __file__, "--worker", kind, str(folder)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8",
        )  # fmt: skip
        self.translate([["Hello."]])  # loading is not counted

    def translate(self, paragraphs: Sequence[Sequence[str]]) -> Spent:
        """What it took."""
        wall, processor = self._ask(paragraphs).split()
        return float(wall), float(processor)

    def stop(self) -> float:
        """The most memory it ever had, in MiB."""
        most = float(self._ask(None))
        self.process.communicate()
        return most

    def _ask(self, what: Any) -> str:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps(what) + "\n")
        self.process.stdin.flush()
        return self.process.stdout.readline()


def work(kind: str, folder: str) -> None:
    """The worker's side: a line of paragraphs in, a line of seconds out."""
    translate = argostranslate_way(folder) if kind == "argos" else engine_way(kind, folder)
    for line in sys.stdin:
        paragraphs = json.loads(line)
        if paragraphs is None:
            print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, flush=True)
            continue
        started, processor = time.perf_counter(), time.process_time()
        translate(paragraphs)
        print(time.perf_counter() - started, time.process_time() - processor, flush=True)


def argostranslate_way(folder: str) -> Any:
    """Argostranslate as it comes: its own splitter, its own threads."""
    import os

    os.environ |= {"ARGOS_PACKAGES_DIR": folder, "XDG_DATA_HOME": folder + "/../argos",
                   "XDG_CONFIG_HOME": folder + "/../argos",
                   "XDG_CACHE_HOME": folder + "/../argos"}  # fmt: skip
    from argostranslate.translate import translate

    return lambda paragraphs: translate("\n".join(map(" ".join, paragraphs)), "en", "ru")


def engine_way(quality: str, folder: str) -> Any:
    """The engine, with every sentence of the turn at once."""
    from translate_kit.engines import EngineSettings, open_engine
    from translate_kit.model import Pair

    engine = open_engine("argos", EngineSettings(quality=quality, models=(Path(folder),)))

    def translate(paragraphs: list[list[str]]) -> None:
        answers = engine.translate([s for p in paragraphs for s in p], Pair("en", "ru"))
        assert all(answers)

    return translate


# --- the document and the package


def document(sentences: int) -> list[list[str]]:
    """Paragraphs of four sentences of office letters."""
    sys.path.insert(0, str(TINY))
    from sentences import generate

    texts = [pair.source for pair in generate("en-ru", sentences, seed=41)]
    return [texts[i : i + 4] for i in range(0, len(texts), 4)]


def make_package(folder: Path, paragraphs: list[list[str]]) -> tuple[int, float]:
    """Write the package; returns its parameters and the pieces of a sentence on average."""
    import sentencepiece
    from random_weights import save_random_model
    from sentences import generate

    package = folder / "translate-en_ru-1_0"
    package.mkdir(parents=True)
    model = io.BytesIO()
    text = (t for pair in generate("en-ru", 6000, seed=42) for t in (pair.source, pair.target))
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=text, model_writer=model, vocab_size=VOCABULARY, unk_id=0, bos_id=1,
        eos_id=2, pad_id=-1, hard_vocab_limit=False, num_threads=1, minloglevel=2,
    )  # fmt: skip
    (package / "sentencepiece.model").write_bytes(model.getvalue())
    tokenizer = sentencepiece.SentencePieceProcessor(model_proto=model.getvalue())
    known = [tokenizer.id_to_piece(i) for i in range(tokenizer.get_piece_size())]
    vocabulary = known + [f"▁idle{n}" for n in range(VOCABULARY - len(known))]
    parameters = save_random_model(
        package / "model", vocabulary, width=WIDTH, layers=LAYERS, heads=HEADS, inner=INNER,
        seed=1, answer_length=30,
    )  # fmt: skip
    metadata = {"package_version": "1.0", "argos_version": "1.9.6", "from_code": "en",
                "from_name": "English", "to_code": "ru", "to_name": "Russian"}  # fmt: skip
    (package / "metadata.json").write_text(json.dumps(metadata), encoding="utf-8")
    with zipfile.ZipFile(TINY / "translate-en_ru-1_0.argosmodel") as tiny:
        (package / "minisbd").mkdir()
        splitter = tiny.read("translate-en_ru-1_0/minisbd/en.onnx")
        (package / "minisbd" / "en.onnx").write_bytes(splitter)
    lengths = [len(tokenizer.encode(s)) for paragraph in paragraphs for s in paragraph]
    return parameters, statistics.mean(lengths)


# --- the start

FIRST = """
import sys
from pathlib import Path
from translate_kit.model import Pair
from translate_kit.engines import EngineSettings, open_engine
engine = open_engine("argos", EngineSettings(models=(Path(sys.argv[1]),)))
assert engine.translate(["Please confirm the delivery time."], Pair("en", "ru"))[0][0].text
"""


def start_times(runs: int = 9) -> None:
    """Print the seconds from starting Python to the first translation."""
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(TINY / "translate-en_ru-1_0.argosmodel") as tiny:
            tiny.extractall(folder)
        times = list(_starts(folder, runs))
    print(f"start to first translation, tiny package: {statistics.median(times):.2f} s "
          f"({min(times):.2f} to {max(times):.2f}, {runs} runs)")  # fmt: skip


def _starts(folder: str, runs: int) -> Iterator[float]:
    for _run in range(runs):
        started = time.perf_counter()
        subprocess.run([sys.executable, "-c", FIRST, folder], check=True)
        yield time.perf_counter() - started


if __name__ == "__main__":
    main()
