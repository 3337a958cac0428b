"""Installing, removing, bundling: real packages, and hostile ones made here."""

import copy
import json
import os
import shutil
import stat
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from translate_kit.engines import EngineSettings
from translate_kit.engines.argos import Argos
from translate_kit.engines.packages import archive as archives
from translate_kit.engines.packages.bundle import write_bundle
from translate_kit.engines.packages.install import install, remove
from translate_kit.engines.packages.record import RECORD, differences, read_record
from translate_kit.engines.packages.registry import Registry
from translate_kit.errors import BadData, CannotWrite, UserError
from translate_kit.model import Pair

MODELS = Path(__file__).parent.parent / "models"
ZH_EN = MODELS / "translate-zh_en-1_0.argosmodel"
EN_RU = MODELS / "translate-en_ru-1_0.argosmodel"
TOP = "translate-zh_en-1_0"


@pytest.fixture
def into(tmp_path: Path) -> Path:
    return tmp_path / "data" / "packages"


def put(file: Path, into: Path, *, replace: bool = False) -> list[str]:
    done = install(file, into, Registry.scan([into]), replace=replace)
    return [f"{each.package.pair} {each.outcome}" for each in done]


def nothing_left(into: Path) -> bool:
    """Neither a package nor anything half done, beside or inside."""
    return not any(into.iterdir()) and [path.name for path in into.parent.iterdir()] == ["packages"]


def test_a_package_is_installed_recorded_and_translates(into: Path) -> None:
    assert put(ZH_EN, into) == ["zh-en installed"]
    assert [path.name for path in into.iterdir()] == [TOP]
    assert [path.name for path in into.parent.iterdir()] == ["packages"]
    record = read_record(into / TOP)
    assert record is not None
    assert record.source == ZH_EN.name
    assert set(record.files) >= {"metadata.json", "model/model.bin", "sentencepiece.model"}
    assert not list(differences(into / TOP, record))
    assert Argos(EngineSettings(models=(into,))).translate(["你好。"], Pair("zh", "en"))[0]


def test_argostranslate_sees_what_we_install(into: Path) -> None:
    put(ZH_EN, into)
    put(EN_RU, into)
    program = (
        "from argostranslate import package; "
        "print(sorted(f'{p.from_code}-{p.to_code}' for p in package.get_installed_packages()))"
    )
    home = str(into.parent)
    environment = os.environ | {"ARGOS_PACKAGES_DIR": str(into), "XDG_DATA_HOME": home,
                                "XDG_CONFIG_HOME": home, "XDG_CACHE_HOME": home}  # fmt: skip
    seen = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, check=True
    )
    assert seen.stdout.split() == [b"['en-ru',", b"'zh-en']"]


def test_the_very_same_package_again_is_no_error(into: Path) -> None:
    put(ZH_EN, into)
    assert put(ZH_EN, into) == ["zh-en already"]


def test_another_package_for_the_direction_wants_to_be_asked_for(into: Path) -> None:
    put(ZH_EN, into)
    other = rezipped(ZH_EN, into.parent / "other.argosmodel", metadata={"package_version": "2.0"})
    with pytest.raises(UserError, match=r"zh-en is installed already: zh-en 1\.0 .*--replace"):
        put(other, into)
    assert put(other, into, replace=True) == ["zh-en replaced"]
    (package,) = Registry.scan([into]).packages
    assert package.version == "2.0"


def test_replacing_by_another_folder_name_leaves_one_package(into: Path) -> None:
    put(ZH_EN, into)
    other = rezipped(ZH_EN, into.parent / "new.argosmodel", top="translate-zh_en-2_0",
                     metadata={"package_version": "2.0"})  # fmt: skip
    put(other, into, replace=True)
    assert [path.name for path in into.iterdir()] == ["translate-zh_en-2_0"]


def test_a_folder_in_the_way_of_a_replacement_brings_the_old_package_back(into: Path) -> None:
    put(ZH_EN, into)
    (into / "other").mkdir()
    other = rezipped(ZH_EN, into.parent / "o.argosmodel", top="other",
                     metadata={"package_version": "2.0"})  # fmt: skip
    with pytest.raises(CannotWrite, match="other"):
        put(other, into, replace=True)
    assert [package.version for package in Registry.scan([into]).packages] == ["1.0"]


def test_a_package_is_removed_whole(into: Path) -> None:
    put(ZH_EN, into)
    put(EN_RU, into)
    registry = Registry.scan([into])
    remove(registry.package(Pair("zh", "en")))
    assert [str(pair) for pair in Registry.scan([into]).pairs()] == ["en-ru"]
    assert [path.name for path in into.parent.iterdir()] == ["packages"]


# --- what is refused


def rezipped(
    source: Path,
    out: Path,
    *,
    top: str | None = None,
    without: str | None = None,
    metadata: object = None,
    raw: dict[str, bytes] | None = None,
) -> Path:
    """A copy of a package with something changed: ``metadata`` keys, whole files in ``raw``."""
    raw = raw or {}
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            path = entry.filename.partition("/")[2]
            content = raw.pop(path, None) or old.read(entry)
            if path == "metadata.json" and isinstance(metadata, dict):
                content = json.dumps(json.loads(content) | metadata).encode()
            if path != without:
                new.writestr(f"{top or TOP}/{path}", content)
        for path, content in raw.items():
            new.writestr(f"{top or TOP}/{path}", content)
    return out


def with_entry(name: str, content: bytes = b"x", attributes: int = 0) -> Callable[[Path], None]:
    """Adds one entry to a good package."""

    def add(path: Path) -> None:
        with zipfile.ZipFile(path, "a") as archive:
            entry = zipfile.ZipInfo("placeholder")
            entry.filename = entry.orig_filename = name
            entry.external_attr = attributes << 16
            archive.writestr(entry, content)

    return add


def bomb(path: Path) -> None:
    """300 MB of zeros in 300 kB."""
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open(f"{TOP}/zeros", "w") as file,
    ):
        for _megabyte in range(300):
            file.write(bytes(1 << 20))


def many(path: Path) -> None:
    with zipfile.ZipFile(path, "a") as archive:
        for n in range(archives.MOST_FILES + 1):
            archive.writestr(f"{TOP}/files/{n}", b"")


def overlapping(path: Path) -> None:
    """A thousand names for 15 MB of zeros that are there once: 15 GB in 200 kB."""
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{TOP}/zeros", bytes(15 << 20))
        entry = archive.getinfo(f"{TOP}/zeros")
        for n in range(1000):
            other = copy.copy(entry)
            other.filename = other.orig_filename = f"{TOP}/zeros{n}"
            archive.filelist.append(other)
            archive.NameToInfo[other.filename] = other


def liar(path: Path) -> None:
    """A bomb whose directory says that it is small."""
    bomb(path)
    content = bytearray(path.read_bytes())
    said = struct.pack("<L", 300 << 20)
    while (place := content.find(said)) >= 0:
        content[place : place + 4] = struct.pack("<L", 1000)
    path.write_bytes(content)


def damaged(path: Path) -> None:
    content = bytearray(path.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 64] = bytes(64)
    path.write_bytes(content)


def encrypted(path: Path) -> None:
    """The flag alone is enough: nobody has a password for us."""
    content = bytearray(path.read_bytes())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.find(signature)
        content[place + offset] |= 1
    path.write_bytes(content)


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1000])


HOSTILE: dict[str, tuple[Callable[[Path], None], str]] = {
    "path escape": (with_entry("../evil"), "leads outside"),
    "path escape below": (with_entry(f"{TOP}/model/../../../evil"), "leads outside"),
    "absolute": (with_entry("/tmp/evil"), "absolute path"),
    "drive": (with_entry("C:/evil"), "absolute path"),
    "backslash": (with_entry(f"{TOP}\\..\\evil"), "no file name may have"),
    "network share": (with_entry("\\\\server\\share"), "absolute path"),
    "stream": (with_entry(f"{TOP}/model.bin:hidden"), "no file name may have"),
    "control character": (with_entry(f"{TOP}/a\x1b[2Jb"), "no file name may have"),
    "nul": (with_entry(f"{TOP}/a\x00b"), "no file name may have"),
    "device": (with_entry(f"{TOP}/con"), "Windows reserves"),
    "device with ending": (with_entry(f"{TOP}/Com1.txt"), "Windows reserves"),
    "trailing dot": (with_entry(f"{TOP}/model./x"), "Windows reserves"),
    "too long a name": (with_entry(f"{TOP}/{'a' * 300}"), "too long"),
    "case clash": (with_entry(f"{TOP}/Metadata.JSON"), "same name as"),
    "case clash of folders": (with_entry(f"{TOP}/Model/x"), "same name as"),
    "composition clash": (
        lambda path: (with_entry(f"{TOP}/é")(path), with_entry(f"{TOP}/e\u0301")(path))[-1],
        "same name as",
    ),
    "below a file": (with_entry(f"{TOP}/metadata.json/x"), "both a file and a folder"),
    "symbolic link": (with_entry(f"{TOP}/link", b"/etc/passwd", stat.S_IFLNK | 0o777), "a link"),
    "device file": (with_entry(f"{TOP}/dev", b"", stat.S_IFCHR | 0o600), "a link or a device"),
    "bomb": (bomb, r"unpacks to \d+ times"),
    "overlapping": (overlapping, r"unpacks to \d+ times"),
    "liar": (liar, "damaged|longer than it says"),
    "many files": (many, "too many files"),
    "damaged": (damaged, "damaged|not a model package"),
    "encrypted": (encrypted, "encrypted"),
    "cut short": (cut_short, "not a model package"),
    "not a zip": (lambda path: path.write_bytes(b"hello") and None, "not a model package"),
    "empty": (lambda path: path.write_bytes(b"") and None, "not a model package"),
    "two folders": (with_entry("second/metadata.json"), "no single folder"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_hostile_package_is_refused_by_name_and_harms_no_other(
    into: Path, tmp_path: Path, name: str
) -> None:
    spoil, why = HOSTILE[name]
    put(EN_RU, into)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    file = Path(shutil.copyfile(ZH_EN, tmp_path / "bad.argosmodel"))
    spoil(file)
    with pytest.raises(BadData, match=why) as refusal:
        put(file, into)
    assert "bad.argosmodel" in str(refusal.value)
    assert str(refusal.value).isprintable()
    file.unlink()
    after = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    assert [path for path in after if path not in before] == []
    assert Registry.scan([into]).pairs() == (Pair("en", "ru"),)


def test_an_entry_that_is_there_twice(into: Path, tmp_path: Path) -> None:
    file = Path(shutil.copyfile(ZH_EN, tmp_path / "bad.argosmodel"))
    with pytest.warns(UserWarning, match="Duplicate"):
        with_entry(f"{TOP}/metadata.json")(file)
    with pytest.raises(BadData, match="there twice"):
        put(file, into)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"without": "metadata.json"}, "no model package"),
        ({"without": "sentencepiece.model"}, "no tokenizer"),
        ({"without": "model/model.bin"}, "no model"),
        ({"raw": {"metadata.json": b"{"}}, "not valid JSON"),
        ({"raw": {"metadata.json": b"[" * 100_000}}, "not valid JSON"),
        ({"raw": {"metadata.json": b"[]"}}, "not the metadata"),
        ({"raw": {"metadata.json": b"\xff\xfe\x00"}}, "not UTF-8"),
        ({"metadata": {"from_code": None}}, "no language code.*|field from_code"),
        ({"metadata": {"from_code": "../../zh"}}, "no language code"),
        ({"metadata": {"to_code": "zh"}}, "into itself"),
        ({"metadata": {"type": "sbd"}}, "type “sbd”"),
        ({"metadata": {"package_version": 3}}, "not a text"),
        ({"metadata": {"target_prefix": ["x"]}}, "not a text"),
        ({"raw": {"model/model.bin": b"\x06\0\0\0" + b"\xff" * 500}}, "damaged"),
        ({"raw": {"model/model.bin": b"x"}}, "damaged"),
        ({"raw": {"sentencepiece.model": b"x" * 500}}, "damaged"),
        ({"raw": {"model/shared_vocabulary.json": b'["<unk>"]'}}, "damaged"),
        ({"top": ".hidden"}, "hidden folder"),
    ],
)  # fmt: skip
def test_a_package_that_would_not_work_is_not_installed(
    into: Path, tmp_path: Path, change: dict[str, object], why: str
) -> None:
    file = rezipped(ZH_EN, tmp_path / "bad.argosmodel", **change)  # type: ignore[arg-type]
    with pytest.raises(BadData, match=why) as refusal:
        put(file, into)
    assert ".translate-kit-" not in str(refusal.value)
    file.unlink()
    assert nothing_left(into)


def test_no_file(into: Path, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no such file"):
        put(into / "none.argosmodel", into)
    with pytest.raises(UserError, match="is a folder; name a file"):
        put(tmp_path, into)


def test_a_disk_without_room_is_told_before(into: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    full = shutil.disk_usage("/")._replace(free=1000)
    monkeypatch.setattr(archives.shutil, "disk_usage", lambda _path: full)
    with pytest.raises(CannotWrite, match="make room"):
        put(ZH_EN, into)
    assert nothing_left(into)


@pytest.mark.skipif(os.name == "nt", reason="folders are not made read-only so")
def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")
    with pytest.raises(CannotWrite, match="cannot be written"):
        put(ZH_EN, blocked / "packages")


# --- bundles


@pytest.fixture
def bundle(tiny_models: Path, tmp_path: Path) -> Path:
    out = tmp_path / "models.bundle"
    registry = Registry.scan([tiny_models])
    write_bundle(out, [registry.package(Pair.parse(pair)) for pair in ("zh-en", "en-ru")])
    return out


def test_a_bundle_takes_packages_to_another_machine(bundle: Path, into: Path) -> None:
    assert put(bundle, into) == ["zh-en installed", "en-ru installed"]
    assert put(bundle, into) == ["zh-en already", "en-ru already"]
    assert Argos(EngineSettings(models=(into,))).translate(["你好。"], Pair("zh", "en"))[0]


def test_a_bundle_beside_what_is_there(bundle: Path, into: Path) -> None:
    put(EN_RU, into)
    assert put(bundle, into) == ["zh-en installed", "en-ru already"]


def test_of_a_bundle_all_or_nothing(bundle: Path, into: Path, tmp_path: Path) -> None:
    other = rezipped(EN_RU, tmp_path / "o.argosmodel", top="translate-en_ru-2_0",
                     metadata={"package_version": "2.0"})  # fmt: skip
    put(other, into)
    with pytest.raises(UserError, match="en-ru is installed already"):
        put(bundle, into)
    assert [str(pair) for pair in Registry.scan([into]).pairs()] == ["en-ru"]


def spoilt_bundle(bundle: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    with zipfile.ZipFile(bundle) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    change(files)
    with zipfile.ZipFile(bundle, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return bundle


def manifest(**keys: object) -> Callable[[dict[str, bytes]], None]:
    def change(files: dict[str, bytes]) -> None:
        files["bundle.json"] = json.dumps(json.loads(files["bundle.json"]) | keys).encode()

    return change


def flipped(files: dict[str, bytes]) -> None:
    name = f"packages/{TOP}/model/model.bin"
    files[name] = files[name][:-1] + b"x"


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (flipped, "zh_en.*model.bin.*checksum"),
        (lambda files: files.pop(f"packages/{TOP}/metadata.json"), "metadata.json.*checksum"),
        (lambda files: files.update({f"packages/{TOP}/more": b""}), "more.*checksum"),
        (lambda files: files.update({"packages/second/x": b""}), "not in the list"),
        (lambda files: files.update({"bundle.json": b"{"}), "not the list of a bundle"),
        (manifest(version=2), "another kind or version"),
        (manifest(format="zip"), "another kind or version"),
        (manifest(packages=[]), "not the list of a bundle"),
        (manifest(packages={"../x": {}}), "not the list of a bundle"),
        (manifest(packages={"gone": {}}), "not in the list|no model package"),
    ],
)  # fmt: skip
def test_a_bundle_that_is_not_as_it_was_made_is_refused(
    bundle: Path, into: Path, change: Callable[[dict[str, bytes]], None], why: str
) -> None:
    spoilt_bundle(bundle, change)
    with pytest.raises(BadData, match=why):
        put(bundle, into)
    assert not any(into.iterdir())


def test_verify_finds_every_change(into: Path) -> None:
    put(ZH_EN, into)
    folder = into / TOP
    (folder / "README.md").unlink()
    (folder / "more.txt").write_bytes(b"")
    (folder / "metadata.json").write_bytes((folder / "metadata.json").read_bytes() + b" ")
    record = read_record(folder)
    assert record is not None
    assert sorted(differences(folder, record)) == [
        "README.md is missing",
        "metadata.json has changed",
        "more.txt was not installed with it",
    ]
    (folder / RECORD).write_text("{}", encoding="utf-8")
    with pytest.raises(BadData, match="not a record"):
        read_record(folder)
