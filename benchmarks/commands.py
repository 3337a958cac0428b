"""How long the commands take that staff wait for, as whole processes.

    uv run --no-sync python benchmarks/commands.py [--runs 9]

Prints the median, least and most of the wall-clock seconds, the processor's seconds (median) and
the peak memory, after one run that is not counted and that compiles the modules, as an installation
does. Targets: ``--help`` 0.25 s, letters 1.5 s, the first translation on a tiny package 1 s.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent
APPEAL = str(ROOT / "examples" / "appeal.toml")
LETTERS = ["letter", "draft", "appeal", "--request", APPEAL, "--to", "tyumen", "--to", "chungju",
           "--to", "calgary", "--to", "jp_hygiene"]  # fmt: skip
COMMANDS = {
    "--help": ["--help"],
    "--ui zh --help": ["--ui", "zh", "--help"],
    "letter draft, five languages, docx": LETTERS,
    "glossary search": ["glossary", "search", "масками"],
    "standards compare": ["standards", "compare", "GB19083", "--country", "KR"],
    "translate, one sentence, zh-en": [
        "translate",
        "现需心电监护仪26万台和鞋套8925双。",
        "--to",
        "en",
    ],
    "translate, one sentence, zh-ru": [
        "translate",
        "现需心电监护仪26万台和鞋套8925双。",
        "--to",
        "ru",
    ],
}


def measure(command: list[str], environment: Mapping[str, str]) -> tuple[float, float, float]:
    """Wall-clock seconds, processor seconds and MiB of one run; fails where the command does."""
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL, env=environment)  # fmt: skip
        _pid, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
    if os.waitstatus_to_exitcode(status) > 1:  # 1: done, with findings
        sys.exit(f"{' '.join(command)}: status {status}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9)
    runs = parser.parse_args().runs
    program = shutil.which("translate-kit") or sys.exit("run it with: uv run --no-sync python ...")
    with tempfile.TemporaryDirectory() as folder:
        for package in (ROOT / "tests" / "models").glob("*.argosmodel"):
            zipfile.ZipFile(package).extractall(Path(folder) / "packages")
        environment = {**os.environ, "ARGOS_PACKAGES_DIR": str(Path(folder) / "packages"),
                       "PYTHONPYCACHEPREFIX": str(Path(folder) / "compiled")}  # fmt: skip
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        table(program, runs, environment)


def table(program: str, runs: int, environment: Mapping[str, str]) -> None:
    print(f"{'command':<38}{'median s':>9}{'least':>8}{'most':>8}{'cpu s':>8}{'MiB':>7}")
    for name, arguments in COMMANDS.items():
        measure([program, *arguments], environment)
        walls, cpus, memories = zip(
            *(measure([program, *arguments], environment) for _ in range(runs)), strict=True
        )
        print(
            f"{name:<38}{statistics.median(walls):>9.2f}{min(walls):>8.2f}{max(walls):>8.2f}"
            f"{statistics.median(cpus):>8.2f}{max(memories):>7.0f}"
        )


if __name__ == "__main__":
    main()
