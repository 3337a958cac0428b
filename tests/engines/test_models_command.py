"""``translate-kit models``: once as real processes, the rest through the command's door."""

import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from translate_kit.cli import run as run_here

MODELS = Path(__file__).parent.parent / "models"
ZH_EN = str(MODELS / "translate-zh_en-1_0.argosmodel")
EN_RU = str(MODELS / "translate-en_ru-1_0.argosmodel")
HOMES = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA", "HOME")
NOWHERE = ("ARGOS_PACKAGES_DIR", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy")


@dataclass
class Done:
    """What a command printed and how it ended."""

    returncode: int
    stdout: str
    stderr: str


Models = Callable[..., Done]


@pytest.fixture
def models(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Models:
    """``translate-kit models …`` in this process, with a home of its own."""
    for name in HOMES:
        monkeypatch.setenv(name, str(tmp_path / name))
    for name in NOWHERE:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.chdir(tmp_path)

    def start(*arguments: str) -> Done:
        code = run_here(["--ui", "en", "models", *arguments])
        return Done(code, *capsys.readouterr())

    return start


def said(done: Done, code: int = 0) -> list[str]:
    assert done.returncode == code, done.stderr + done.stdout
    return done.stdout.splitlines()


def test_from_nothing_to_a_bundle_and_back(
    run: Callable[..., subprocess.CompletedProcess[bytes]], tmp_path: Path
) -> None:
    environment = {**{name: str(tmp_path / name) for name in HOMES}, "ARGOS_PACKAGES_DIR": ""}

    def models(*arguments: str) -> Done:
        done = run("models", *arguments, **environment)
        return Done(done.returncode, done.stdout.decode(), done.stderr)

    empty = said(models("list"))
    assert "no model packages" in empty[0]
    assert "translate-kit models install" in empty[1]
    assert not (tmp_path / "XDG_DATA_HOME").exists()
    assert [line[:20] for line in said(models("install", ZH_EN, EN_RU))] == [
        "installed: zh-en 1.0",
        "installed: en-ru 1.0",
    ]
    assert said(models("verify")) == ["en-ru 1.0: as installed", "zh-en 1.0: as installed"]
    written = said(models("bundle", "all.bundle", "--pairs", "zh-en", "en-ru"))
    assert "written: all.bundle" in written[0]
    assert said(models("remove", "zh-en", "en-ru", "--yes"))[-1] == "removed: en-ru 1.0"
    assert len(said(models("install", "all.bundle"))) == 2
    assert [line[:9] for line in said(models("list"))] == ["en-ru 1.0", "zh-en 1.0"]


def test_a_bundle_again_says_so(models: Models) -> None:
    said(models("install", ZH_EN))
    said(models("bundle", "all.bundle"))
    (again,) = said(models("install", "all.bundle"))
    assert again.startswith("there already, the very same: ")
    assert "all.bundle exists already" in models("bundle", "all.bundle").stderr
    assert said(models("bundle", "all.bundle", "--overwrite"))


def test_list_and_probe_for_other_programs(models: Models) -> None:
    said(models("install", ZH_EN))
    line, means = said(models("probe", "zh-en"))
    assert line.startswith("zh-en 1.0: numbers ")
    assert means.startswith("  zh-en by its measurement; used: alignment")
    assert means.endswith("not used: placeholders")
    assert said(models("list"))[1] == means
    record = json.loads("\n".join(said(models("probe", "--json"))))["zh-en"]
    listed = json.loads("\n".join(said(models("list", "--json"))))
    assert listed["packages"][0]["probe"] == record
    assert listed["packages"][0]["means"]["placeholder"] is False
    assert set(record) == {
        "numbers", "myriads", "figures", "codes", "capitals", "alignment", "placeholder",
        "placeholders", "words", "steady",
    }  # fmt: skip


def test_a_changed_file_is_found(models: Models, tmp_path: Path) -> None:
    said(models("install", ZH_EN))
    (package,) = (tmp_path / "XDG_DATA_HOME" / "argos-translate" / "packages").iterdir()
    model = package / "model" / "model.bin"
    model.write_bytes(model.read_bytes()[:-1] + b"x")
    assert said(models("verify"), code=1) == ["zh-en 1.0: model/model.bin has changed"]


def test_a_package_of_argostranslates_has_nothing_to_compare(
    models: Models, tmp_path: Path, tiny_models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "theirs"
    shutil.copytree(tiny_models / "translate-zh_en-1_0", folder / "translate-zh_en-1_0")
    (folder / "broken").mkdir()
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(folder))
    listed = said(models("list"))
    assert listed[0].startswith("zh-en 1.0  argos  ")
    assert listed[1].startswith("cannot be used: ")
    lines = said(models("verify"), code=1)
    assert lines[0] == "zh-en 1.0: nothing recorded; it was not installed by translate-kit"


def test_licences_are_shown(models: Models) -> None:
    said(models("install", ZH_EN))
    lines = said(models("licences"))
    assert lines[0] == "zh-en 1.0: no licence named"
    assert any("MIT licence" in line for line in lines)


def test_a_workspace_has_its_own_folder(models: Models, tmp_path: Path) -> None:
    (tmp_path / "translate-kit.toml").write_text('[models]\nfolders = ["m"]\n', encoding="utf-8")
    said(models("install", ZH_EN))
    assert [path.name for path in (tmp_path / "m").iterdir()] == ["translate-zh_en-1_0"]


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["install", "nothing.argosmodel"], "nothing.argosmodel: no such file"),
        (["install", "english"], "“english” is no direction"),
        (["verify", "ko-ru"], "no model package “ko-ru”"),
        (["remove", "ko-ru", "--yes"], "no model package “ko-ru”"),
        (["bundle", "out.bundle", "--pairs", "ko-ru"], "no model package “ko-ru”"),
        (["install", __file__], "test_models_command.py: not a model package"),
    ],
)
def test_refusals_are_one_line(models: Models, arguments: list[str], why: str) -> None:
    done = models(*arguments)
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert why in line


def test_a_wrong_setting_names_its_key(models: Models, tmp_path: Path) -> None:
    settings = tmp_path / "translate-kit.toml"
    for text, key in (
        ('[engine]\nquality = "fast"\n', "draft, best"),
        ('[engine]\ndevice = "tpu"\n', "cpu, cuda"),
        ("[engine]\nthreads = -1\n", "engine.threads"),
        ("[engine]\nname = 3\n", "engine.name"),
        ('engine = "argos"\n', "[engine]"),
        ('[models]\nfolders = "m"\n', "models.folders"),
        ('[models]\nfolder = ["m"]\n', "models.folder"),
    ):
        settings.write_text(text, encoding="utf-8")
        done = models("list")
        assert done.returncode == 2, text
        assert key in done.stderr


# --- with a server


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """Serves the tiny packages and a list of them; gives its address."""
    folder = tmp_path / "served"
    folder.mkdir()
    program = str(Path(__file__).with_name("file_server.py"))
    with subprocess.Popen(
        [sys.executable, program, str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    ) as process:
        assert process.stdout
        address = f"http://127.0.0.1:{int(process.stdout.readline())}"
        entries = []
        for package, way in ((ZH_EN, "drops"), (EN_RU, "page")):
            file = Path(shutil.copy(package, folder))
            source, target = file.name[10:12], file.name[13:15]
            digest = hashlib.sha256(file.read_bytes()).hexdigest()
            entries.append({"package_version": "1.0", "from_code": source, "to_code": target,
                            "from_name": source, "to_name": target, "type": "translate",
                            "links": [f"{address}/{way}/{file.name}"],
                            **({"sha256": digest} if way == "drops" else {})})  # fmt: skip
        other = {**entries[0], "to_code": "de"}
        (folder / "index.json").write_text(json.dumps([*entries, other]), encoding="utf-8")
        yield address
        process.kill()


def test_what_a_server_offers_is_listed_and_installed(
    models: Models, server: str, tmp_path: Path
) -> None:
    index = ["--index", f"{server}/good/index.json"]
    offered = said(models("available", *index))
    assert [line.split("  ")[0] for line in offered] == ["en-ru 1.0", "zh-en 1.0"]
    assert len(said(models("available", "--all", *index))) == 3
    assert said(models("install", "zh-en", *index))[0].startswith("installed: zh-en 1.0 in ")
    assert said(models("available", *index))[1].endswith("installed: 1.0")
    assert said(models("verify")) == ["zh-en 1.0: as installed"]
    downloads = [path for path in tmp_path.rglob("downloads/*") if path.suffix != ".lock"]
    assert not downloads


def test_what_is_no_package_is_refused_and_forgotten(
    models: Models, server: str, tmp_path: Path
) -> None:
    done = models("install", "en-ru", "--index", f"{server}/good/index.json")
    assert done.returncode == 2
    assert "not a model package" in done.stderr
    assert not [path for path in tmp_path.rglob("downloads/*") if path.suffix != ".lock"]


def test_a_direction_that_is_not_offered_names_the_legs(models: Models, server: str) -> None:
    done = models("install", "zh-ru", "--index", f"{server}/good/index.json")
    assert done.returncode == 2
    assert "no package for zh-ru is offered; install zh-en en-ru instead" in done.stderr


def test_the_workspace_names_mirrors(models: Models, server: str, tmp_path: Path) -> None:
    mirrors = [f"{server}/missing/index.json", f"{server}/good/index.json"]
    settings = f"[models]\nindex = {json.dumps(mirrors)}\n"
    (tmp_path / "translate-kit.toml").write_text(settings, encoding="utf-8")
    assert len(said(models("available"))) == 2
