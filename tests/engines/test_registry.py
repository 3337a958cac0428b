"""The installed packages: Argos's folders and variables, several folders, broken ones."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from translate_kit.engines.packages import argostranslate
from translate_kit.engines.packages.package import newest_first
from translate_kit.engines.packages.registry import Registry
from translate_kit.model import Pair

PROGRAM = "from argostranslate import settings; print(*settings.package_dirs, sep='\\n')"


def test_every_tiny_package_is_read(tiny_models: Path) -> None:
    registry = Registry.scan([tiny_models])
    assert {str(pair) for pair in registry.pairs()} == {"zh-en", "en-ru", "en-ko", "en-ja", "ru-en"}
    assert not registry.broken
    package = registry.package(Pair("zh", "en"))
    assert (package.id, package.kind, package.names) == (
        "zh-en 1.0", "argos", ("Chinese", "English")
    )  # fmt: skip


def test_a_broken_package_harms_no_other(own_copy: Path) -> None:
    (own_copy / "translate-en_ru-1_0" / "metadata.json").write_text("{", encoding="utf-8")
    (own_copy / "translate-en_ko-1_0" / "model" / "model.bin").unlink()
    (own_copy / "empty").mkdir()
    (own_copy / ".hidden").mkdir()
    (own_copy / "file.txt").write_bytes(b"")
    registry = Registry.scan([own_copy])
    assert [str(pair) for pair in registry.pairs()] == ["en-ja", "ru-en", "zh-en"]
    told = {broken.folder.name: broken.why for broken in registry.broken}
    assert "not valid JSON" in told["translate-en_ru-1_0"]
    assert "no model" in told["translate-en_ko-1_0"]
    assert "metadata.json or model.toml" in told["empty"]
    assert len(told) == 3


def test_the_first_folder_wins_and_in_it_the_newest(own_copy: Path, tiny_models: Path) -> None:
    for folder, version in (("b", "1.10"), ("a", "1.9")):
        new = own_copy / folder
        (own_copy / "translate-zh_en-1_0").rename(new) if not new.exists() else None
        (tiny_copy(tiny_models, own_copy)).rename(own_copy / "translate-zh_en-1_0")
        write_version(new, version)
    registry = Registry.scan([own_copy, tiny_models])
    versions = [p.version for p in registry.packages if str(p.pair) == "zh-en"]
    assert versions == ["1.10", "1.9", "1.0", "1.0"]
    assert registry.package(Pair("zh", "en")).version == "1.10"
    assert Registry.scan([tiny_models, own_copy]).package(Pair("zh", "en")).version == "1.0"


def tiny_copy(tiny_models: Path, into: Path) -> Path:
    import shutil

    return Path(shutil.copytree(tiny_models / "translate-zh_en-1_0", into / "copy"))


def write_version(folder: Path, version: str) -> None:
    path = folder / "metadata.json"
    metadata = json.loads(path.read_text(encoding="utf-8")) | {"package_version": version}
    path.write_text(json.dumps(metadata), encoding="utf-8")


def test_versions_are_compared_by_number() -> None:
    versions = ["1.9", "1.10", "1", "2.0", "", "1.9.1"]
    assert sorted(versions, key=newest_first) == ["2.0", "1.10", "1.9.1", "1.9", "1", ""]


def test_metadata_may_hold_any_script(own_copy: Path) -> None:
    """argostranslate reads them in the console's encoding, and fails under GBK."""
    path = own_copy / "translate-zh_en-1_0" / "metadata.json"
    metadata = json.loads(path.read_text(encoding="utf-8")) | {
        "from_name": "中文",
        "to_name": "ё한",
    }
    path.write_text(json.dumps(metadata, ensure_ascii=False), encoding="utf-8")
    assert Registry.scan([own_copy]).package(Pair("zh", "en")).names == ("中文", "ё한")


@pytest.mark.parametrize(
    "variables",
    [
        {},
        {"ARGOS_PACKAGES_DIR": "elsewhere/packages"},
        {"XDG_DATA_HOME": "data"},
        {"SNAP": "snap", "SNAP_USER_DATA": "user"},
    ],
)
@pytest.mark.parametrize("written", [False, True])
def test_the_folders_are_those_of_argostranslate(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], written: bool
) -> None:
    for name in ("ARGOS_PACKAGES_DIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "SNAP"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    for name, value in variables.items():
        monkeypatch.setenv(name, str(tmp_path / value))
    for folder in ("snap/snap_custom/packages", "snap/snap_custom/content_snap_packages/one"):
        (tmp_path / folder).mkdir(parents=True)
    if written:
        home = tmp_path / variables.get("SNAP_USER_DATA", "")
        settings = home / ".config" / "argos-translate" / "settings.json"
        settings.parent.mkdir(parents=True)
        listed = {"ARGOS_PACKAGES_DIR": str(tmp_path / "listed")}
        settings.write_text(json.dumps(listed), encoding="utf-8")
    before = set(tmp_path.rglob("*"))
    ours = argostranslate.package_folders()
    assert set(tmp_path.rglob("*")) == before
    theirs = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, check=True, env=dict(os.environ)
    )
    assert list(map(str, ours)) == theirs.stdout.decode().splitlines()


def test_importing_the_package_layer_leaves_no_trace(tmp_path: Path) -> None:
    """No folder is made, no variable set, nothing printed, and a later import is the real one."""
    program = (
        "import os, sys\n"
        "before = dict(os.environ)\n"
        "from translate_kit.engines.packages.argostranslate import package\n"
        "layer = package()\n"
        "assert layer.Package and layer is package()\n"
        "assert dict(os.environ) == before\n"
        "assert not [name for name in sys.modules if name.startswith('argostranslate')]\n"
        "assert 'torch' not in sys.modules and 'stanza' not in sys.modules\n"
    )
    config = tmp_path / "argos-translate"
    config.mkdir()
    (config / "settings.json").write_text("{", encoding="utf-8")
    variables = ("XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "HOME", "USERPROFILE")
    environment = os.environ | dict.fromkeys(variables, str(tmp_path))
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["argos-translate", "settings.json"]
