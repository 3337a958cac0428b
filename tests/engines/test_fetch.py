"""Downloads from a real server process on this machine, which drops, stalls, truncates and lies."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from translate_kit.engines.packages.fetch import Limits, download, fetch_text
from translate_kit.engines.packages.index import fetch_index
from translate_kit.errors import UserError

CONTENT = os.urandom(300_001)
SHA256 = hashlib.sha256(CONTENT).hexdigest()
QUICK = Limits(connect=2, silence=0.5, tries=3, pause=0.01)


class Server:
    """The server's address, and the requests that it has seen."""

    def __init__(self, folder: Path) -> None:
        program = str(Path(__file__).with_name("file_server.py"))
        self.seen = folder / "seen.txt"
        with self.seen.open("wb") as seen:
            self.process = subprocess.Popen(
                [sys.executable, program, str(folder)],
                stdout=subprocess.PIPE,
                stderr=seen,
                encoding="utf-8",
            )
        assert self.process.stdout
        self.address = f"http://127.0.0.1:{int(self.process.stdout.readline())}"

    def requests(self) -> list[str]:
        return self.seen.read_text(encoding="utf-8").splitlines()

    def stop(self) -> None:
        self.process.kill()
        self.process.wait()
        if self.process.stdout:
            self.process.stdout.close()


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    for name in (
        "HTTP_PROXY",
        "HTTPS_PROXY",
        "ALL_PROXY",
        "http_proxy",
        "https_proxy",
        "all_proxy",
    ):
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path / "served"
    folder.mkdir()
    (folder / "file").write_bytes(CONTENT)
    server = Server(folder)
    yield server
    server.stop()


def fetched(tmp_path: Path) -> list[str]:
    folder = tmp_path / "downloads"
    return sorted(path.name for path in folder.iterdir() if path.suffix != ".lock")


@pytest.mark.parametrize(
    "how", ["good", "drops", "drops-without-ranges", "stalls", "busy", "changes"]
)
def test_the_file_comes_whole_whatever_happens_on_the_way(
    server: Server, tmp_path: Path, how: str
) -> None:
    target = tmp_path / "downloads" / "file"
    download([f"{server.address}/{how}/file"], target, sha256=SHA256, limits=QUICK)
    assert target.read_bytes() == CONTENT
    assert fetched(tmp_path) == ["file"]


def test_after_a_drop_only_the_rest_is_asked_for(server: Server, tmp_path: Path) -> None:
    seen: list[tuple[int, int | None]] = []
    target = tmp_path / "downloads" / "file"
    download(
        [f"{server.address}/drops/file"], target, limits=QUICK,
        progress=lambda done, whole: seen.append((done, whole)),
    )  # fmt: skip
    ranges = [line.partition(" ")[2] for line in server.requests()]
    assert ranges == ["", "bytes=100001-", "bytes=200002-"]
    assert seen[-1] == (len(CONTENT), len(CONTENT))
    assert [done for done, _whole in seen] == sorted(done for done, _whole in seen)


@pytest.mark.parametrize(
    ("how", "why"),
    [
        ("silent", "no answer for 0.5 seconds"),
        ("lies-long", "bytes"),
        ("wrong-range", "another part than was asked for"),
        ("missing", "404 Not Found"),
        ("circle", "redirect"),
    ],
)
def test_what_never_works_says_why_and_leaves_no_file(
    server: Server, tmp_path: Path, how: str, why: str
) -> None:
    target = tmp_path / "downloads" / "file"
    with pytest.raises(UserError, match=f"file could not be downloaded; run.*{how}.*{why}"):
        download([f"{server.address}/{how}/file"], target, limits=QUICK)
    assert not target.exists()


@pytest.mark.parametrize("how", ["truncates", "page"])
def test_a_checksum_finds_what_came_wrong_in_good_order(
    server: Server, tmp_path: Path, how: str
) -> None:
    target = tmp_path / "downloads" / "file"
    with pytest.raises(UserError, match="checksum is not the one in the list"):
        download([f"{server.address}/{how}/file"], target, sha256=SHA256, limits=QUICK)
    assert not [name for name in fetched(tmp_path) if not name.endswith(".json")]


def test_a_mirror_serves_where_the_first_fails(server: Server, tmp_path: Path) -> None:
    target = tmp_path / "downloads" / "file"
    links = [f"{server.address}/{how}/file" for how in ("missing", "wrong-range", "page", "good")]
    download(links, target, sha256=SHA256, limits=QUICK)
    assert target.read_bytes() == CONTENT


def test_a_stopped_download_goes_on_in_another_process(server: Server, tmp_path: Path) -> None:
    folder = tmp_path / "downloads"
    folder.mkdir()
    link = f"{server.address}/good/file"
    (folder / "file.part").write_bytes(CONTENT[:123_456])
    state = json.dumps({"link": link, "mark": '"1"'})
    (folder / "file.part.json").write_text(state, encoding="utf-8")
    download([link], folder / "file", sha256=SHA256, limits=QUICK)
    assert (folder / "file").read_bytes() == CONTENT
    assert server.requests()[-1].endswith("bytes=123456-")


@pytest.mark.parametrize("state", ["", "{", "[]", '{"link": "elsewhere", "mark": ""}'])
def test_the_beginning_of_something_else_is_not_gone_on_with(
    server: Server, tmp_path: Path, state: str
) -> None:
    folder = tmp_path / "downloads"
    folder.mkdir()
    (folder / "file.part").write_bytes(b"y" * 1000)
    (folder / "file.part.json").write_text(state, encoding="utf-8")
    download([f"{server.address}/good/file"], folder / "file", limits=QUICK)
    assert (folder / "file").read_bytes() == CONTENT


def test_nobody_listening(tmp_path: Path, server: Server) -> None:
    server.stop()
    with pytest.raises(UserError, match="could not be downloaded"):
        download([f"{server.address}/good/file"], tmp_path / "file", limits=QUICK)


@pytest.mark.parametrize("link", ["ftp://127.0.0.1/file", "http://", "nonsense", "http://[::1"])
def test_an_address_that_is_none(tmp_path: Path, link: str) -> None:
    with pytest.raises(UserError, match="could not be downloaded"):
        download([link], tmp_path / "file", limits=QUICK)


def test_the_proxy_of_the_environment_is_asked(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server stands in for a proxy: it is asked for the whole address."""
    monkeypatch.setenv("HTTP_PROXY", server.address)
    monkeypatch.setenv("NO_PROXY", "")
    target = tmp_path / "downloads" / "file"
    download(["http://packages.invalid/good/file"], target, sha256=SHA256, limits=QUICK)
    assert server.requests() == ["http://packages.invalid/good/file "]


def test_a_proxy_that_cannot_be_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "gopher://127.0.0.1:1")
    with pytest.raises(UserError, match="proxy"):
        download(["http://packages.invalid/file"], tmp_path / "file", limits=QUICK)


INDEX = [
    {"package_version": "1.9", "from_code": "zh", "from_name": "Chinese", "to_code": "en",
     "to_name": "English", "links": ["http://127.0.0.1/zh_en.argosmodel"]},
    {"package_version": "1.10", "from_code": "zh", "to_code": "en", "links": ["http://127.0.0.1/x"]},
    {"type": "sbd", "from_codes": ["zh"], "links": ["http://127.0.0.1/sbd"]},
    {"from_code": "../en", "to_code": "ru", "links": ["http://127.0.0.1/x"]},
    {"from_code": "en", "to_code": "ru", "links": ["ipfs://x"]},
    {"from_code": "en", "to_code": "ko", "links": "http://127.0.0.1/x"},
    "nonsense", None, 3,
]  # fmt: skip


def test_the_list_of_packages_from_the_first_mirror_that_has_one(
    server: Server, tmp_path: Path
) -> None:
    (tmp_path / "served" / "index.json").write_text(json.dumps(INDEX), encoding="utf-8")
    addresses = [f"{server.address}/{how}/index.json" for how in ("missing", "page", "good")]
    offers = fetch_index(addresses, QUICK)
    assert [(str(offer.pair), offer.version) for offer in offers] == [
        ("zh-en", "1.10"),
        ("zh-en", "1.9"),
    ]


def test_every_mirror_that_failed_is_named(server: Server) -> None:
    addresses = [f"{server.address}/{how}/index.json" for how in ("missing", "page", "silent")]
    with pytest.raises(UserError, match=r"404.*not a list of model packages.*no answer for 0\.5"):
        fetch_index(addresses, QUICK)


def test_a_text_that_does_not_end_is_refused(server: Server) -> None:
    with pytest.raises(UserError, match="too long"):
        fetch_text(f"{server.address}/good/file", QUICK, longest=1000)
