"""The ``http`` engine against a real server process on this machine."""

import json
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from translate_kit.engines import EngineSettings, open_engine
from translate_kit.engines.engine import Engine, TermAware
from translate_kit.engines.http.chat import Chat
from translate_kit.engines.http.libretranslate import BATCH
from translate_kit.errors import EngineFailure, UserError
from translate_kit.model import Pair
from translate_kit.workspace import Workspace

ZH_EN, ZH_RU = Pair("zh", "en"), Pair("zh", "ru")


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    program = str(Path(__file__).with_name("translation_server.py"))
    with subprocess.Popen(
        [sys.executable, program], stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        assert process.stdout
        yield f"http://127.0.0.1:{int(process.stdout.readline())}"
        process.kill()


def opened(address: str, **options: object) -> Engine:
    """The engine, impatient."""
    settings = EngineSettings(options={"url": address, "timeout": 0.5, **options})
    engine = open_engine("http", settings)
    server = engine.server  # type: ignore[attr-defined]
    server.settings = replace(server.settings, pause=0.01)
    return engine


@pytest.fixture
def libre(address: str) -> Engine:
    return opened(address)


@pytest.fixture
def chat(address: str) -> Engine:
    return opened(address, protocol="openai", model="office")


def asked(address: str) -> list[dict[str, Any]]:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(f"{address}/asked") as answer:
        return list(json.load(answer))


def texts(answers: list[tuple[Any, ...]]) -> list[list[str]]:
    return [[hypothesis.text for hypothesis in each] for each in answers]


def test_libretranslate_is_asked_in_batches(libre: Engine, address: str) -> None:
    assert set(map(str, libre.pairs())) == {"zh-en", "zh-ru", "en-zh", "en-ru"}
    before = len(asked(address))
    sentences = [f"第{n}句" for n in range(BATCH + 1)]
    answers = libre.translate([*sentences, "", " ", sentences[0]], ZH_RU)
    assert texts(answers) == [[f"ru: {each}"] for each in sentences] + [[], [], ["ru: 第0句"]]
    requests = asked(address)[before:]
    assert len(requests) == 2
    assert {(r["asked"]["source"], r["asked"]["format"]) for r in requests} == {("zh-Hans", "text")}


def test_libretranslate_gives_alternatives(libre: Engine) -> None:
    assert texts(libre.translate(["好"], ZH_EN, hypotheses=3)) == [
        ["en: 好", "en: 好 0", "en: 好 1"]
    ]


@pytest.mark.parametrize("bad", ["STATUS400", "STATUS500", "HANGUP", "NOJSON", "FEWER"])
def test_one_bad_segment_does_not_lose_the_others(libre: Engine, bad: str) -> None:
    answers = texts(libre.translate(["一", bad, "二"], ZH_EN))
    assert answers == [["en: 一"], [], ["en: 二"]]


@pytest.mark.parametrize("bad", ["STATUS400", "HANGUP", "NOJSON", "CUTOFF", "NOTHING", "ODD"])
def test_nor_does_it_in_a_chat(chat: Engine, bad: str) -> None:
    answers = texts(chat.translate(["一", bad, "二"], ZH_EN))
    assert answers == [["answer: 一"], [], ["answer: 二"]]


@pytest.mark.parametrize("protocol", ["libretranslate", "openai"])
def test_what_fails_on_everything_says_so(address: str, protocol: str) -> None:
    engine = opened(address, protocol=protocol, model="office")
    with pytest.raises(EngineFailure, match=r"127\.0\.0\.1.*no answer to 1 sentence"):
        engine.translate(["STATUS500"], ZH_EN)


def test_a_busy_server_is_asked_again(libre: Engine) -> None:
    assert texts(libre.translate(["BUSY"], ZH_EN)) == [["en: BUSY"]]


def test_silence_costs_one_segment_and_then_the_job(address: str) -> None:
    engine = opened(address, protocol="openai", model="office", timeout=0.05)
    assert texts(engine.translate(["一", "SILENT"], ZH_EN)) == [["answer: 一"], []]
    with pytest.raises(UserError, match=r"cannot be reached.*is it running"):
        engine.translate([f"SILENT {n}" for n in range(6)], ZH_EN)


def test_a_server_that_is_not_there_ends_the_job(address: str) -> None:
    with pytest.raises(UserError, match=r"http://127\.0\.0\.1:1 cannot be reached"):
        opened("http://127.0.0.1:1", protocol="openai", model="m").translate(["一"], ZH_EN)


@pytest.mark.parametrize("status", [401, 403, 404, 302])
def test_wrong_settings_end_the_job(chat: Engine, status: int) -> None:
    with pytest.raises(UserError, match=f"{status}.*url and key_variable"):
        chat.translate([f"STATUS{status}"], ZH_EN)


def test_no_redirection_is_followed(chat: Engine) -> None:
    with pytest.raises(UserError, match="302"):
        chat.translate(["ELSEWHERE"], ZH_EN)


def test_the_terms_stand_in_the_prompt(chat: Engine, address: str) -> None:
    assert isinstance(chat, TermAware)
    terms = [[("防护服", "защитный костюм")], [], [("防护服", "защитный костюм")]]
    sentences = ["防护服3万套。", "你好。", "防护服3万套。"]
    before = len(asked(address))
    answers = chat.translate_with_terms(sentences, ZH_RU, terms)
    assert texts(answers) == [[f"answer: {each}"] for each in sentences]
    requests = {r["asked"]["messages"][1]["content"]: r["asked"] for r in asked(address)[before:]}
    assert len(requests) == 2
    with_terms, without = (requests[each]["messages"][0]["content"] for each in sentences[:2])
    assert "from Chinese into Russian" in with_terms
    assert "- 防护服 = защитный костюм" in with_terms
    assert "approved terms" not in without
    assert requests["你好。"]["model"] == "office"
    assert requests["你好。"]["temperature"] == 0


def test_thinking_aloud_is_left_out(chat: Engine) -> None:
    assert texts(chat.translate(["THINK"], ZH_EN)) == [["answer: THINK"]]
    assert texts(chat.translate(["同"], ZH_EN, hypotheses=3)) == [["answer: 同"]]


def test_the_key_comes_from_the_environment(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OFFICE_KEY", "secret")
    engine = opened(address, protocol="openai", model="m", key_variable="OFFICE_KEY")
    engine.translate(["键"], ZH_EN)
    assert asked(address)[-1]["key"] == "Bearer secret"
    assert "secret" not in engine.signature(ZH_EN)


def test_no_proxy_of_the_environment_is_asked(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    assert texts(opened(address).translate(["一"], ZH_EN)) == [["en: 一"]]


def test_a_name_is_asked_by_the_address_that_was_looked_at(address: str) -> None:
    port = address.rpartition(":")[2]
    engine = opened(f"http://localhost:{port}", protocol="openai", model="m")
    assert texts(engine.translate(["一"], ZH_EN)) == [["answer: 一"]]
    assert asked(address)[-1]["host"] == f"localhost:{port}"


@pytest.mark.parametrize(
    ("url", "allowed"),
    [
        ("http://8.8.8.8:5000", False),
        ("http://[2001:4860:4860::8888]/", False),
        ("http://[::ffff:8.8.8.8]/", False),
        ("http://10.1.2.3", True),
        ("http://192.168.0.9:8080/", True),
        ("http://172.16.0.1", True),
        ("http://[fd00::1]:5000", True),
        ("http://169.254.1.1", True),
    ],
)
def test_public_addresses_are_refused_unless_allowed(url: str, allowed: bool) -> None:
    if allowed:
        assert opened(url)
        return
    with pytest.raises(UserError, match=r"public address.*allow_public = true"):
        opened(url)
    assert opened(url, allow_public=True)


@pytest.mark.parametrize(
    ("options", "why"),
    [
        ({"url": None}, r"engine\.url"),
        ({"url": "10.0.0.5"}, r"engine\.url"),
        ({"url": "http://no.such.host.invalid"}, "no such server"),
        ({"url": "http://[::1"}, "no such server"),
        ({"protocol": "grpc"}, "libretranslate or openai"),
        ({"protocol": "openai"}, r"engine\.model"),
        ({"timeout": -1}, r"engine\.timeout"),
        ({"key_variable": "NO_SUCH_VARIABLE"}, r"engine\.key_variable"),
        ({"pairs": ["zhen"]}, r"engine\.pairs"),
        ({"time_out": 3}, r"unknown key engine\.time_out; did you mean.*\?"),
    ],
)
def test_wrong_settings_name_their_key(options: dict[str, object], why: str) -> None:
    with pytest.raises(UserError, match=why):
        open_engine("http", EngineSettings(options={"url": "http://127.0.0.1:1", **options}))


def test_a_server_that_speaks_another_language(address: str) -> None:
    with pytest.raises(UserError, match="does not translate ko-ja"):
        opened(address).translate(["안녕"], Pair("ko", "ja"))


def test_a_workspace_names_it(address: str, tmp_path: Path) -> None:
    settings = f'[engine]\nname = "http"\nurl = "{address}"\nprotocol = "openai"\nmodel = "m"\n'
    (tmp_path / "translate-kit.toml").write_text(settings, encoding="utf-8")
    engine = Workspace(tmp_path).engine()
    assert isinstance(engine, Chat)
    assert len(engine.pairs()) == 20
    assert engine.signature(ZH_EN) == f"http openai {address} m prompt 1"
