"""``init``, ``doctor``, ``detect`` and the help, as real processes."""

import subprocess
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[bytes]]


def test_a_workspace_is_made_and_works(run: Run, tmp_path: Path) -> None:
    done = run("init", "office")
    assert done.returncode == 0, done.stderr
    settings = tomllib.loads((tmp_path / "office" / "translate-kit.toml").read_text("utf-8"))
    assert settings["ui"] == "en"
    assert settings["office"]["city"]["zh"] == "大庆"
    draft = ("letter", "draft", "appeal", "--to", "tyumen", "--request", "requests/appeal.toml",
             "--format", "txt")  # fmt: skip
    text = (tmp_path / "office" / "translate-kit.toml").read_text("utf-8")
    changed = text.replace("Дацин", "Харбин")
    (tmp_path / "office" / "translate-kit.toml").write_text(changed, encoding="utf-8")
    done = run(*draft, cwd=tmp_path / "office")
    assert done.returncode == 0, done.stderr.decode()
    (russian,) = (tmp_path / "office" / "letters").glob("*.ru.txt")
    assert "Харбин" in russian.read_text("utf-8")


def test_a_workspace_is_not_made_twice(run: Run, tmp_path: Path) -> None:
    assert run("init", "office").returncode == 0
    (tmp_path / "office" / "contacts.csv").write_text("mine", encoding="utf-8")
    done = run("init", "office")
    assert done.returncode == 2
    assert b"exists already" in done.stderr
    assert (tmp_path / "office" / "contacts.csv").read_text("utf-8") == "mine"


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ('uii = "zh"', "field uii: unknown key; did you mean “ui”?"),
        ('ui = "fr"', "field ui: write zh or en"),
        ("ui = ", "not valid TOML"),
        ('[office.city]\nzh = "庆"', "field office.city.en: this name is missing"),
        ("[office.citty]", "field office.citty: unknown key; did you mean “city”?"),
        ("[office]\ncity = 3", "field office.city: write a table of texts"),
    ],
)
def test_broken_settings_name_their_place(
    run: Run, tmp_path: Path, settings: str, message: str
) -> None:
    (tmp_path / "translate-kit.toml").write_text(settings, encoding="utf-8")
    request = Path(__file__).parents[2] / "examples" / "appeal.toml"
    done = run("letter", "draft", "appeal", "--to", "calgary", "--request", str(request))
    assert done.returncode == 2
    assert message in done.stderr.decode()
    assert "translate-kit.toml" in done.stderr.decode()


def test_a_folder_that_is_no_workspace(run: Run, tmp_path: Path) -> None:
    done = run("--workspace", str(tmp_path), "letter", "kinds")
    assert done.returncode == 2
    assert b"it has no translate-kit.toml; make one with: translate-kit init" in done.stderr


def test_the_workspace_sets_the_language_of_the_interface(run: Run, tmp_path: Path) -> None:
    (tmp_path / "translate-kit.toml").write_text('ui = "zh"', encoding="utf-8")
    assert "用法" in run("--help").stdout.decode()
    assert "Usage" in run("--ui", "en", "--help").stdout.decode()
    assert "用法" in run("--help", cwd=tmp_path.parent, LC_ALL="zh_CN.UTF-8").stdout.decode()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("现急需医用防护服3万套", "zh"),
        ("We need suits", "en"),
        ("Уважаемые коллеги", "ru"),
        ("보호복이 필요합니다", "ko"),
        ("防護服を求めています", "ja"),
    ],
)
def test_detect(run: Run, tmp_path: Path, text: str, language: str) -> None:
    assert run("detect", text).stdout.decode().split()[0] == language
    (tmp_path / "t.txt").write_bytes(text.encode("gbk" if language == "zh" else "utf-8"))
    assert run("detect", "--file", "t.txt").stdout.decode().split()[1] == language


def test_detect_needs_something(run: Run) -> None:
    assert run("detect").returncode == 2


@pytest.mark.parametrize("ui", ["en", "zh"])
def test_doctor_says_what_there_is(run: Run, tmp_path: Path, ui: str) -> None:
    packages = tmp_path / "packages" / "translate-zh_en-1_9"
    packages.mkdir(parents=True)
    (packages / "metadata.json").write_text("{}", encoding="utf-8")
    done = run("--ui", ui, "doctor", ARGOS_PACKAGES_DIR=str(tmp_path / "packages"),
               HTTPS_PROXY="http://proxy.invalid")  # fmt: skip
    said = done.stdout.decode()
    assert done.returncode == 0, done.stderr.decode()
    for expected in ("argostranslate 1.", "LibreOffice", "translate-zh_en-1_9", "HTTPS_PROXY"):
        assert expected in said


def test_every_command_has_help_and_a_purpose(run: Run) -> None:
    import click

    from translate_kit.cli.commands import translate_kit

    def walk(command: click.Command, path: tuple[str, ...]) -> None:
        assert command.help, path
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert parameter.help, (path, parameter.name)
        if isinstance(command, click.Group):
            context = click.Context(command)
            for name in command.list_commands(context):
                inner = command.get_command(context, name)
                assert inner is not None
                walk(inner, (*path, name))

    walk(translate_kit, ())


def test_an_unknown_command_is_refused(run: Run) -> None:
    done = run("lettr")
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
