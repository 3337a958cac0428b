"""Argostranslate's own answers to single sentences: what ``argos`` with ``best`` must equal.

    python -m venv ARGOS && ARGOS/bin/pip install argostranslate==1.11.0
    ARGOS/bin/python tests/engines/golden.py tests/models tests/engines/golden_*.tsv

Run in an environment of its own, because argostranslate's ``translate`` needs torch, stanza and
minisbd (3 GB). Fills the second column of each ``golden_<pair>.tsv`` from its first and says on
the last line with which versions.
"""

import csv
import os
import sys
import tempfile
import zipfile
from importlib.metadata import version
from pathlib import Path


def main(models: Path, tables: list[Path]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for package in models.glob("*.argosmodel"):
            with zipfile.ZipFile(package) as archive:
                archive.extractall(Path(folder, "packages"))
        os.environ |= {
            "ARGOS_PACKAGES_DIR": str(Path(folder, "packages")),
            "XDG_DATA_HOME": folder,
            "XDG_CONFIG_HOME": folder,
            "XDG_CACHE_HOME": folder,
        }
        for table in tables:
            fill(table)


def fill(table: Path) -> None:
    from argostranslate.translate import translate

    source, target = table.stem.removeprefix("golden_").split("-")
    with table.open(encoding="utf-8", newline="") as file:
        sentences = [row["source"] for row in csv.DictReader(file, delimiter="\t")]
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(("source", "argos"))
        writer.writerows((each, translate(each, source, target)) for each in sentences)
    names = ("argostranslate", "ctranslate2", "sentencepiece")
    told = " ".join(f"{name} {version(name)}" for name in names)
    sys.stdout.write(f"{table.name} {told}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]])
