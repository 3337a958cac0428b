"""``translate-kit translate`` as a real process over the tiny packages."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import ctranslate2
import pytest

Run = Callable[..., subprocess.CompletedProcess[bytes]]
SENTENCE = "现需心电监护仪26万台和鞋套8925双。"


@pytest.fixture
def office(tmp_path: Path, tiny_models: Path) -> Path:
    """A workspace that names the tiny packages."""
    settings = f"[models]\nfolders = [{json.dumps(str(tiny_models))}]\n"
    (tmp_path / "translate-kit.toml").write_text(settings, encoding="utf-8")
    return tmp_path


def test_a_sentence_is_translated(run: Run, office: Path) -> None:
    done = run("translate", SENTENCE, "--to", "en")
    assert done.returncode in (0, 1), done.stderr.decode()
    assert "260,000 patient monitors" in done.stdout.decode()


def test_standard_input_keeps_its_layout(run: Run, office: Path) -> None:
    done = run("translate", "-", "--to", "en", stdin=f"  {SENTENCE}\n\n{SENTENCE}\n")
    first, blank, second = done.stdout.decode().rstrip("\n").split("\n")
    assert first == "  " + second
    assert blank == ""


def test_every_step_is_explained(run: Run, office: Path) -> None:
    done = run("translate", SENTENCE, "--to", "ru", "--explain")
    text = done.stdout.decode()
    assert "term zh-en: 鞋套 → " in text
    assert "term en-ru: 鞋套 → " in text
    assert "origin: machine argos zh-en" in text


def test_what_was_measured_of_a_model_is_explained(
    run: Run, office: Path, tiny_models: Path
) -> None:
    shutil.copytree(tiny_models / "translate-zh_en-1_0", office / "own" / "translate-zh_en-1_0")
    (office / "translate-kit.toml").write_text('[models]\nfolders = ["own"]\n', encoding="utf-8")
    before = run("translate", SENTENCE, "--to", "en", "--explain").stdout.decode()
    assert before.startswith("zh-en has not been measured (translate-kit models probe zh-en); not")
    run("models", "probe", "zh-en")
    after = run("translate", SENTENCE, "--to", "en", "--explain").stdout.decode()
    assert after.startswith("zh-en by its measurement; used: alignment, ")


def test_json_tells_everything(run: Run, office: Path) -> None:
    done = run("translate", SENTENCE, "--to", "en", "--json")
    record = json.loads(done.stdout)
    (sentence,) = record["sentences"]
    assert record["pair"] == "zh-en"
    assert record["means"]["zh-en"]["alignment"] is True
    assert sentence["origin"] == "engine"
    assert sentence["terms"][0]["source"] == "心电监护仪"
    assert sentence["terms"][0]["pair"] == "zh-en"
    assert sentence["glossary"]


def test_what_nobody_can_translate_is_said_and_exits_with_3(run: Run) -> None:
    done = run("translate", SENTENCE, "--to", "ko")
    assert done.returncode == 3
    assert SENTENCE in done.stdout.decode()
    assert "models install zh-en en-ko" in done.stderr.decode()


def test_the_memory_answers_on_a_fresh_machine(run: Run) -> None:
    done = run("translate", "根据市医院的统计，未来2周需要医用外科口罩20万只。", "--to", "en")
    assert done.returncode == 0, done.stderr.decode()
    assert "200,000 surgical masks" in done.stdout.decode()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("口罩", "--to", "zh"), "already"),
        (("口罩", "--to", "en", "--engine", "argoss"), "did you mean “argos”?"),
        (("نحن نحتاج إلى أقنعة", "--to", "en"), "say it with --from"),
        (("translate-kit.toml", "--to", "en"), "--out FOLDER"),
    ],
)
def test_refusals_say_what_to_do(
    run: Run, office: Path, arguments: tuple[str, ...], message: str
) -> None:
    done = run("translate", *arguments)
    assert done.returncode == 2
    assert message in done.stderr.decode()


NO_CUDA = ctranslate2.get_cuda_device_count() == 0


@pytest.mark.skipif(not NO_CUDA, reason="a graphics card is ready here")
def test_without_a_card_cuda_is_refused_in_one_line_and_auto_goes_on(
    run: Run, office: Path
) -> None:
    done = run("translate", SENTENCE, "--to", "en", "--device", "cuda")
    assert done.returncode == 2
    assert done.stdout == b""
    (line,) = done.stderr.decode().splitlines()
    assert "no CUDA device is ready on this machine; use --device cpu, or auto" in line

    on_cpu = run("translate", SENTENCE, "--to", "en", "--device", "cpu", "--explain")
    either = run("translate", SENTENCE, "--to", "en", "--device", "auto", "--explain")
    assert either.returncode == on_cpu.returncode != 2
    assert either.stdout == on_cpu.stdout


def test_a_workspace_may_ask_for_either(run: Run, office: Path) -> None:
    settings = office / "translate-kit.toml"
    settings.write_text('[engine]\ndevice = "gpu"\n' + settings.read_text("utf-8"), "utf-8")
    done = run("translate", SENTENCE, "--to", "en")
    assert done.returncode == 2
    assert "device is one of cpu, cuda, auto, not “gpu”" in done.stderr.decode()


@pytest.mark.parametrize("text", ["12345", "", "———"])
def test_what_has_no_letters_comes_back(run: Run, office: Path, text: str) -> None:
    done = run("translate", text, "--to", "en")
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.decode().rstrip("\r\n") == text


def test_a_gbk_console_is_no_obstacle(run: Run, office: Path) -> None:
    done = run("translate", SENTENCE, "--to", "ru", PYTHONIOENCODING="gbk")
    assert done.returncode in (0, 1), done.stderr
    assert b"Traceback" not in done.stderr
