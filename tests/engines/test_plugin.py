"""Engines by entry point: the one of ``docs/engines.md``, and one that fails in every way."""

import logging
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from translate_kit.engines import EngineSettings, open_engine
from translate_kit.errors import UserError
from translate_kit.model import Pair, Severity
from translate_kit.pipeline import Origin, Pipeline
from translate_kit.workspace import Workspace

DOCS = Path(__file__).parents[2] / "docs"
EN_RU = Pair("en", "ru")
Run = Callable[..., subprocess.CompletedProcess[bytes]]
POISON = """
from translate_kit.engines import Hypothesis
from translate_kit.errors import UserError
from translate_kit.model import Link, Pair, Span

class Poison:
    def __init__(self, settings): self.harm = settings.options["harm"]
    def signature(self, pair): return "poison 1.0"
    def pairs(self): return (Pair("en", "ru"),)
    def translate(self, sentences, pair, *, hypotheses=1):
        fine = [(Hypothesis("Да: " + text),) for text in sentences]
        if any("poison" in text for text in sentences):
            return eval(self.harm)
        return fine

def throw(error): raise error
"""
SENTENCES = ["We agree.", "This is poison.", "We do not agree.", "Thank you."]
PROGRAM = """
from translate_kit.engines import EngineSettings, TABLE, open_engine
from translate_kit.model import Pair
engine = open_engine("shout", EngineSettings(options={"mark": "!!"}))
print(sorted(TABLE.places()))
print(engine.pairs(), engine.signature(Pair("en", "ru")))
print(engine.translate(["hello"], Pair("en", "ru"))[0][0].text)
"""


def install(folder: Path, name: str, code: str, place: str) -> None:
    """Leave behind in a folder of the path what the installation of a plug-in does."""
    (folder / f"{name}.py").write_text(code, encoding="utf-8")
    info = folder / f"{name}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", "utf-8")
    entry = f"[translate_kit.engines]\n{name} = {place}\n"
    (info / "entry_points.txt").write_text(entry, encoding="utf-8")


def test_the_example_is_ten_lines_and_works(tmp_path: Path) -> None:
    page = (DOCS / "engines.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    assert len(code.splitlines()) <= 10
    (place,) = re.findall(r'^shout = "(.*)"$', page, re.MULTILINE)
    install(tmp_path, "shout", code, place)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=tmp_path, capture_output=True, encoding="utf-8"
    )
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "['argos', 'http', 'memory', 'shout']",
        "(Pair(source='en', target='ru'),) shout 1.0 !!",
        "HELLO!!",
    ]


def test_a_misspelt_setting_is_not_passed_over(tiny_models: Path) -> None:
    for name in ("argos", "memory"):
        with pytest.raises(UserError, match=r"unknown key engine\.qualty; did you mean “quality”"):
            open_engine(name, EngineSettings(models=(tiny_models,), options={"qualty": "draft"}))


@pytest.fixture
def poisoned(tmp_path: Path, shipped: Workspace, monkeypatch: pytest.MonkeyPatch):
    """Make a pipeline over a plug-in that does something bad with the word “poison”."""
    install(tmp_path, "poison", POISON, "poison:Poison")
    monkeypatch.syspath_prepend(tmp_path)

    def opened(harm: str) -> Pipeline:
        engine = open_engine("poison", EngineSettings(options={"harm": harm}))
        return Pipeline(engine, shipped.glossary, shipped.memory)

    yield opened
    sys.modules.pop("poison", None)


@pytest.mark.parametrize(
    ("harm", "why"),
    [
        ("throw(KeyError('token 7'))", "poison: KeyError: 'token 7'"),
        ("throw(RuntimeError())", "poison: RuntimeError"),
        ("throw(RecursionError('too deep'))", "poison: RecursionError: too deep"),
        ("throw(StopIteration())", "poison: StopIteration"),
        ("'\\ud800'.encode()", "poison: UnicodeEncodeError: "),
        ("fine[1:]", "poison: ValueError: 0 answers to 1 sentences"),
        ("[*fine, fine[0]]", "poison: ValueError: 2 answers to 1 sentences"),
        ("None", "poison: TypeError: translate() gave NoneType, not a list"),
        ("['Да' for _text in sentences]", "poison: TypeError: an answer is str"),
        ("[('Да',) for _text in sentences]", "poison: TypeError: a hypothesis is str"),
        ("[(Hypothesis(b'1'),) for _text in sentences]", "hypothesis is bytes, not str"),
        (
            "[(Hypothesis('Да', 0, (Link(Span(0, 99), Span(0, 2)),)),) for _text in sentences]",
            "an alignment that leads outside the texts",
        ),
        ("[(Hypothesis('Да', 0, None),) for _text in sentences]", "poison: TypeError: "),
    ],
)
def test_what_a_plug_in_does_to_one_sentence_is_recorded_and_the_rest_goes_on(
    poisoned: Callable[[str], Pipeline], harm: str, why: str
) -> None:
    made = poisoned(harm).translate(SENTENCES, EN_RU)

    assert [each.origin is Origin.NONE for each in made] == [False, True, False, False]
    assert made[1].text == SENTENCES[1]
    (finding,) = (f for f in made[1].findings if f.check == "engine")
    assert finding.severity is Severity.ERROR
    assert why in finding.message
    assert made[3].text == "Да: Thank you."


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit, MemoryError, UserError])
def test_what_no_sentence_is_to_blame_for_ends_the_job(
    poisoned: Callable[[str], Pipeline], error: type[BaseException]
) -> None:
    with pytest.raises(error):
        poisoned(f"throw({error.__name__}('enough'))").translate(SENTENCES, EN_RU)


def test_the_log_says_where_once_and_repeats_no_text(
    poisoned: Callable[[str], Pipeline], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        poisoned("throw(KeyError(sentences))").translate(SENTENCES, EN_RU)
    (record,) = caplog.records
    assert "engine poison: KeyError" in record.getMessage()
    assert "poison.py" in record.getMessage()
    assert "agree" not in record.getMessage()


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("import no_such_library", "cannot be opened: ModuleNotFoundError: No module named"),
        ("def Poison(settings): return settings.harm", "cannot be opened: AttributeError"),
        (POISON.replace('(Pair("en", "ru"),)', '["en-ru"]'), "cannot be used: TypeError"),
        (POISON.replace('return "poison 1.0"', "return 1 / 0"), "cannot be used: ZeroDivision"),
    ],
)
def test_a_plug_in_that_cannot_work_at_all_is_refused_in_one_line(
    run: Run, tmp_path: Path, code: str, message: str
) -> None:
    install(tmp_path, "poison", code, "poison:Poison")
    settings = '[engine]\nname = "poison"\nharm = "fine"\n'
    (tmp_path / "translate-kit.toml").write_text(settings, encoding="utf-8")
    done = run("translate", "--from", "en", "--to", "ru", " ".join(SENTENCES))
    assert done.returncode == 2
    last = done.stderr.decode().splitlines()[-1]
    assert "the engine “poison”" in last
    assert message in last


def test_a_job_goes_on_in_a_real_process(run: Run, tmp_path: Path) -> None:
    install(tmp_path, "poison", POISON, "poison:Poison")
    settings = """[engine]\nname = "poison"\nharm = "throw(OSError('no disk'))"\n"""
    (tmp_path / "translate-kit.toml").write_text(settings, encoding="utf-8")
    done = run("translate", "--from", "en", "--to", "ru", " ".join(SENTENCES))
    assert done.returncode == 3
    assert done.stdout.decode().startswith("Да: We agree. This is poison. Да: We do not agree.")
    assert "the engine failed: poison: OSError: no disk" in done.stderr.decode()
