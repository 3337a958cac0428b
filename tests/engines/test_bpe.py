"""Packages with Moses words and byte pair encoding, as Argos's converted OPUS-MT packages are."""

import json
from pathlib import Path

import pytest
from random_weights import save_random_model

from translate_kit.engines import EngineSettings
from translate_kit.engines.argos import Argos
from translate_kit.engines.packages.package import read_argos
from translate_kit.model import Pair

CODES = "#version: 0.2\nt h\nth e</w>\ns u\nsu i\nsui t\n& q\n&q u\n&qu o\n&quo t\n&quot ;</w>\n"
PIECES = ["<unk>", "<s>", "</s>", *"abcdefghijklmnopqrstuvwxyz0123456789.,-",
          *(f"{c}@@" for c in "abcdefghijklmnopqrstuvwxyz0123456789.,-"),
          "the", "suit@@", "&apos;", "&quot;"]  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("packages")
    package = folder / "translate-en_es-1_0"
    package.mkdir()
    metadata = {"from_code": "en", "to_code": "es", "package_version": "1.0"}
    (package / "metadata.json").write_text(json.dumps(metadata), encoding="utf-8")
    (package / "bpe.model").write_text(CODES, encoding="utf-8")
    save_random_model(package / "model", PIECES, width=32, layers=1, heads=2, inner=32, seed=3)
    return folder


def test_each_piece_has_its_characters(folder: Path) -> None:
    tokenizer = read_argos(folder / "translate-en_es-1_0").tokenizer()
    pieces = tokenizer.split('the suits, "a-1" don\'t')
    pairs = [(p, s.of(pieces.text)) for p, s in zip(pieces.pieces, pieces.spans, strict=True)]
    assert pairs[:3] == [("the", "the"), ("suit@@", "suit"), ("s", "s")]
    assert ("&quot;", '"') in pairs
    assert "".join(span for _piece, span in pairs).replace("'", "") == 'thesuits,"a-1"dont'


def test_such_a_package_translates(folder: Path) -> None:
    engine = Argos(EngineSettings(models=(folder,)))
    ((best, *_others),) = engine.translate(["the suit"], Pair("en", "es"), hypotheses=2)
    assert best.text
    assert all(link.source.end <= 8 for link in best.alignment)
    assert all(link.target.end <= len(best.text) for link in best.alignment)
