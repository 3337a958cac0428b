"""Plain CTranslate2 directories with a ``model.toml``, made from a tiny package."""

import json
import shutil
from pathlib import Path

import ctranslate2
import pytest
from sentencepiece import SentencePieceProcessor
from sentences import generate

from translate_kit.engines import EngineSettings
from translate_kit.engines.argos import Argos
from translate_kit.engines.packages.install import install
from translate_kit.engines.packages.registry import Registry
from translate_kit.model import Pair

ZH_EN = Pair("zh", "en")
SENTENCES = [each.source for each in generate("zh-en", 12, seed=31)]


@pytest.fixture
def opus(tiny_models: Path, tmp_path: Path) -> Path:
    """As ``ct2-transformers-converter`` leaves an OPUS-MT model."""
    folder = tmp_path / "models" / "opus-mt-zh-en"
    package = tiny_models / "translate-zh_en-1_0"
    shutil.copytree(package / "model", folder)
    for name in ("source.spm", "target.spm"):
        shutil.copyfile(package / "sentencepiece.model", folder / name)
    describe(folder, 'kind = "opus-mt"\nversion = "2020-07-17"\npairs = ["zh-en"]\n')
    return folder


@pytest.fixture
def m2m100(tiny_models: Path, tmp_path: Path) -> Path:
    """The tiny zh-en model with language tokens in its vocabulary, in place of two idle bytes."""
    folder = tmp_path / "models" / "m2m100"
    package = tiny_models / "translate-zh_en-1_0"
    shutil.copytree(package / "model", folder)
    shutil.copyfile(package / "sentencepiece.model", folder / "sentencepiece.bpe.model")
    vocabulary = folder / "shared_vocabulary.json"
    pieces = json.loads(vocabulary.read_text(encoding="utf-8"))
    for byte, code in (("<0x01>", "__zh__"), ("<0x02>", "__en__")):
        pieces[pieces.index(byte)] = code
    vocabulary.write_text(json.dumps(pieces), encoding="utf-8")
    describe(folder, 'kind = "m2m100"\nversion = "418M"\npairs = ["zh-en", "en-zh"]\n')
    return folder


def describe(folder: Path, text: str) -> None:
    (folder / "model.toml").write_text(text, encoding="utf-8")


def said_by_ctranslate2(folder: Path, before: list[str], target: list[str]) -> list[str]:
    """What the model itself answers to the sentences framed by hand."""
    tokenizer = SentencePieceProcessor(model_file=str(next(folder.glob("s*.*p*m*"))))
    model = ctranslate2.Translator(str(folder), intra_threads=1)
    sources = [[*before, *tokenizer.encode(each, out_type=str), "</s>"] for each in SENTENCES]
    prefix = [target] * len(sources) if target else None
    answers = model.translate_batch(sources, prefix, beam_size=4, length_penalty=0.2)
    return [tokenizer.decode(answer.hypotheses[0][len(target) :]).strip() for answer in answers]


def test_opus_mt_is_given_the_end_mark(opus: Path) -> None:
    engine = Argos(EngineSettings(models=(opus.parent,)))
    answers = engine.translate(SENTENCES, ZH_EN)
    assert [answer[0].text for answer in answers] == said_by_ctranslate2(opus, [], [])
    assert "zh-en 2020-07-17" in engine.signature(ZH_EN)
    for sentence, (best,) in zip(SENTENCES, answers, strict=True):
        assert best.alignment
        assert all(link.source.end <= len(sentence) for link in best.alignment)


def test_the_end_mark_is_not_given_twice(opus: Path) -> None:
    """``ct2-opus-mt-converter`` writes into the configuration that CTranslate2 adds it."""
    plain = Argos(EngineSettings(models=(opus.parent,))).translate(SENTENCES, ZH_EN)
    config = opus / "config.json"
    settings = json.loads(config.read_text(encoding="utf-8"))
    config.write_text(json.dumps(settings | {"add_source_eos": True}), encoding="utf-8")
    engine = Argos(EngineSettings(models=(opus.parent,)))
    assert engine.registry.package(ZH_EN).framing.after == ()
    assert engine.translate(SENTENCES, ZH_EN) == plain


def test_opus_mt_with_several_targets_is_told_which(opus: Path) -> None:
    vocabulary = opus / "shared_vocabulary.json"
    pieces = json.loads(vocabulary.read_text(encoding="utf-8"))
    pieces[pieces.index("<0x01>")] = ">>eng<<"
    vocabulary.write_text(json.dumps(pieces), encoding="utf-8")
    describe(opus, 'kind = "opus-mt"\npairs = ["zh-en"]\n[tokens]\nen = ">>eng<<"\n')
    answers = Argos(EngineSettings(models=(opus.parent,))).translate(SENTENCES, ZH_EN)
    assert [answer[0].text for answer in answers] == said_by_ctranslate2(opus, [">>eng<<"], [])


def test_m2m100_is_told_both_languages(m2m100: Path) -> None:
    engine = Argos(EngineSettings(models=(m2m100.parent,)))
    assert [str(pair) for pair in engine.pairs()] == ["en-zh", "zh-en"]
    answers = engine.translate(SENTENCES, ZH_EN)
    texts = [answer[0].text for answer in answers]
    assert texts == said_by_ctranslate2(m2m100, ["__zh__"], ["__en__"])
    assert not any("__" in text for text in texts)
    for sentence, (best,) in zip(SENTENCES, answers, strict=True):
        assert all(link.source.end <= len(sentence) for link in best.alignment)


def test_the_directions_of_one_model_share_its_weights(m2m100: Path) -> None:
    engine = Argos(EngineSettings(models=(m2m100.parent,)))
    engine.translate(SENTENCES, ZH_EN)
    engine.translate(["Hello."], Pair("en", "zh"))
    assert len(engine._weights) == 1


def test_m2m100_without_pairs_knows_all_of_our_languages(m2m100: Path) -> None:
    describe(m2m100, 'kind = "m2m100"\n')
    assert len(Registry.scan([m2m100.parent]).pairs()) == 20


def test_a_package_for_one_of_many_directions_removes_none(m2m100: Path) -> None:
    file = Path(__file__).parents[1] / "models" / "translate-zh_en-1_0.argosmodel"
    install(file, m2m100.parent, Registry.scan([m2m100.parent]), replace=True)
    registry = Registry.scan([m2m100.parent])
    assert registry.package(ZH_EN).kind == "argos"
    assert registry.package(Pair("en", "zh")).kind == "m2m100"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('kind = "nllb"', "opus-mt or m2m100"),
        ("pairs = 3", "opus-mt or m2m100"),
        ('kind = "opus-mt"', r'pairs = \["zh-en"\]'),
        ('kind = "opus-mt"\npairs = ["zh"]', r'pairs = \["zh-en"\]'),
        ('kind = "opus-mt"\npairs = [1]', r'pairs = \["zh-en"\]'),
        ('kind = "opus-mt"\npairs = ["zh-en"]\nversion = 1', "in quotes"),
        ('kind = "opus-mt"\npairs = ["zh-en"]\nlicense = "MIT"', "unknown key"),
        ('kind = "opus-mt"\npairs = ["zh-en"]\ntokens = 3', r"\[tokens\]"),
        ('kind = "opus-mt"\npairs = ["zh-en"]\n[tokens]\nen = 3', "in quotes"),
        ("kind =", "not valid TOML"),
        ('kind = "m2m100"', "no tokenizer"),
    ],
)
def test_a_description_that_is_wrong_is_refused_with_its_key(
    opus: Path, text: str, why: str
) -> None:
    import re

    describe(opus, text)
    registry = Registry.scan([opus.parent])
    assert not registry.packages
    assert re.search(why, registry.broken[0].why), registry.broken[0].why
