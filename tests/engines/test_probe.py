"""Measuring models on the built-in set."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from translate_kit.engines import EngineSettings, Hypothesis
from translate_kit.engines.argos import Argos
from translate_kit.engines.engine import Probed
from translate_kit.engines.probe import keep_probe, read_probe
from translate_kit.engines.probing import PLACEHOLDERS, run_probe
from translate_kit.errors import UserError
from translate_kit.languages import numbers
from translate_kit.model import LANGUAGES, Link, Pair, Span
from translate_kit.pipeline.preparing import prepare
from translate_kit.workspace import Workspace

EN_RU = Pair("en", "ru")
SHARES = ("numbers", "myriads", "figures", "codes", "capitals", "alignment", "placeholders",
          "words", "steady")  # fmt: skip


class Echo:
    """An engine that gives the source back, changed by a function, each character linked."""

    def __init__(self, change: Callable[[str], str]) -> None:
        self.change = change

    def signature(self, pair: Pair) -> str:
        return "echo"

    def pairs(self) -> Sequence[Pair]:
        return ()

    def translate(
        self, sentences: Sequence[str], pair: Pair, *, hypotheses: int = 1
    ) -> list[tuple[Hypothesis, ...]]:
        texts = [self.change(sentence) for sentence in sentences]
        return [(Hypothesis(text, None, links(text)),) for text in texts]


def links(text: str) -> tuple[Link, ...]:
    return tuple(Link(Span(i, i + 1), Span(i, i + 1)) for i in range(len(text)))


def test_a_perfect_engine_has_full_marks() -> None:
    found = run_probe(Echo(str), Pair("en", "en"))
    assert (found.numbers, found.codes, found.capitals, found.alignment) == (1, 1, 1, 1)
    assert found.placeholders == found.words == found.steady == 1


@pytest.mark.parametrize(
    ("change", "worse"),
    [
        (str.lower, {"capitals", "codes"}),
        (lambda text: text.replace("8", "3"), {"numbers", "myriads", "figures", "codes"}),
        (lambda text: text.replace("mask", "veil"), {"words"}),
        (lambda text: text.replace("supply bandages", "supply"), {"words", "steady"}),
        (lambda text: "", set(SHARES)),
        (lambda text: "99 " + text, {"alignment"}),
    ],
)
def test_what_an_engine_does_wrong_shows_where_it_belongs(
    change: Callable[[str], str], worse: set[str]
) -> None:
    found = run_probe(Echo(change), Pair("en", "en"))
    shares = {name: getattr(found, name) for name in SHARES}
    assert {name for name, share in shares.items() if share < 1} == worse


def test_the_placeholder_that_comes_over_is_chosen() -> None:
    def only_brackets(text: str) -> str:
        return "".join(c for c in text if c not in "<>#@⟦⟧()Q").replace("XA", "")

    assert run_probe(Echo(only_brackets), Pair("en", "en")).placeholder == "[{n}]"
    assert len(set(PLACEHOLDERS)) == len(PLACEHOLDERS)


def test_the_set_says_the_same_numbers_in_every_language() -> None:
    from translate_kit.engines.probing import _rows

    for row in _rows():
        for language in LANGUAGES:
            assert not numbers.compare(row.texts["en"], "en", row.texts[language], language)
            for mark in (*row.codes, *row.capitals):
                assert mark in row.texts[language]
            assert ("{x}" in row.texts[language]) is ("{x}" in row.texts["en"])


@pytest.mark.parametrize("language", ["zh", "ko", "ja"])
def test_large_numbers_of_the_set_are_written_in_figures_as_the_pipeline_does(
    language: str,
) -> None:
    from translate_kit.engines.probing import _rows

    rows = {row.id: row.texts[language] for row in _rows()}
    written = {i: text for i, text in rows.items() if i.startswith("myriads-")}
    assert written
    for name, text in written.items():
        assert prepare(text, language).text == rows[name.replace("myriads", "figures")] != text


def test_a_result_is_kept_with_its_model(own_copy: Path) -> None:
    engine = Argos(EngineSettings(models=(own_copy,)))
    assert isinstance(engine, Probed)
    assert engine.probe(EN_RU) is None
    found = run_probe(engine, EN_RU)
    assert 0.5 < found.alignment <= 1
    place = keep_probe(engine.registry.package(EN_RU), found)
    assert place.parent.name == "translate-en_ru-1_0"
    assert engine.probe(EN_RU) == found
    assert engine.probe(Pair("zh", "en")) is None
    model = place.parent / "model" / "model.bin"
    model.write_bytes(model.read_bytes() + b"x")
    assert engine.probe(EN_RU) is None


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root writes anywhere")
def test_beside_a_read_only_package_the_cache_serves(
    own_copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    engine = Argos(EngineSettings(models=(own_copy,)))
    package = engine.registry.package(EN_RU)
    package.folder.chmod(0o555)
    found = run_probe(engine, EN_RU)
    assert keep_probe(package, found).is_relative_to(tmp_path / "cache")
    assert read_probe(package) == found
    package.folder.chmod(0o755)


def test_a_language_without_sentences_is_refused() -> None:
    with pytest.raises(UserError, match="de-en cannot be measured"):
        run_probe(Echo(str), Pair("de", "en"))


def test_the_workspace_gives_the_engine(
    own_copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without packages ``memory``; with some ``argos``; what the settings name, otherwise."""
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "none"))
    assert type(Workspace(None).engine()).__name__ == "Nothing"
    settings = tmp_path / "translate-kit.toml"
    settings.write_text('[models]\nfolders = ["packages"]\n', encoding="utf-8")
    assert EN_RU in Workspace(tmp_path).engine().pairs()
    assert type(Workspace(tmp_path).engine("memory")).__name__ == "Nothing"
    settings.write_text('[engine]\nname = "memory"\n[models]\nfolders = ["packages"]\n', "utf-8")
    assert not Workspace(tmp_path).engine().pairs()
    assert EN_RU in Workspace(tmp_path).engine("argos", quality="draft").pairs()
