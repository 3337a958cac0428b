"""The interface speaks Chinese: no message without its translation, no placeholder lost."""

import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import click
import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from translate_kit import messages
from translate_kit.checks.explanation import docstrings

PACKAGE = Path(messages.__file__).parent
PO = PACKAGE / "locale" / "zh_CN" / "LC_MESSAGES" / "translate_kit.po"
KEYWORDS = {"_": None, "ngettext": (1, 2)}
PLACEHOLDER = re.compile(r"{\w*}|%\(\w+\)s|%s|%d")
# Messages of Click that only its own features we do not use can show.
CLICK_UNUSED = ("completion", "Completion", "bash", "confirmation", "deprecated", "DEPRECATED")


def extracted(folder: Path) -> Iterator[str]:
    for _file, _line, message, _comments, _context in extract_from_dir(
        folder, keywords=KEYWORDS, strip_comment_tags=True
    ):
        yield message[0] if isinstance(message, tuple) else message


def ours() -> set[str]:
    """What our program says: the messages of the source, and the docstrings of the checks."""
    helps = {text for _name, *texts in docstrings() for text in texts}
    return {*extracted(PACKAGE), *helps}


@pytest.fixture(scope="module")
def chinese() -> Catalog:
    return read_po(BytesIO(PO.read_bytes()), locale="zh_CN")


def _translated(catalogue: Catalog, source: str) -> str:
    message = catalogue.get(source)
    if not isinstance(message, Message) or message.fuzzy or not message.string:
        return ""
    return message.string if isinstance(message.string, str) else message.string[0]


def test_every_message_of_ours_has_its_chinese(chinese: Catalog) -> None:
    missing = sorted({m for m in ours() if not _translated(chinese, m)})
    assert not missing, "\n".join(missing)


def test_every_message_of_click_has_its_chinese(chinese: Catalog) -> None:
    used = {m for m in extracted(Path(click.__file__).parent) if m.strip()}
    used = {m for m in used if not any(word in m for word in CLICK_UNUSED)}
    missing = sorted(m for m in used if not _translated(chinese, m))
    assert not missing, "\n".join(missing)


def test_placeholders_survive_translation(chinese: Catalog) -> None:
    for message in chinese:
        if message.id and message.string:
            source = message.id if isinstance(message.id, str) else message.id[1]
            target = message.string if isinstance(message.string, str) else message.string[0]
            assert sorted(PLACEHOLDER.findall(source)) == sorted(PLACEHOLDER.findall(target)), (
                source
            )


def test_the_catalogue_says_each_message_once() -> None:
    """Two people who add the same message are joined line by line."""
    entries = re.findall(r"^msgid ((?:\".*\"\n)+)", PO.read_text(encoding="utf-8"), re.MULTILINE)
    assert [entry for entry, count in Counter(entries).items() if count > 1] == []


def test_the_catalogue_holds_nothing_that_is_no_longer_said(chinese: Catalog) -> None:
    said = ours() | set(extracted(Path(click.__file__).parent))
    assert not [m.id for m in chinese if m.id and _first(m) not in said]


def _first(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


@pytest.mark.parametrize(
    ("arguments", "environment", "configured", "expected"),
    [
        (["--ui", "zh"], {"LANG": "en_US.UTF-8"}, "en", "zh"),
        (["--ui=en"], {"LANG": "zh_CN.GBK"}, "zh", "en"),
        ([], {"TRANSLATE_KIT_UI": "zh"}, "en", "zh"),
        ([], {"LANG": "en_US.UTF-8"}, "zh", "zh"),
        ([], {"LANG": "zh_CN.UTF-8"}, None, "zh"),
        ([], {"LC_ALL": "en_CA.UTF-8", "LANG": "zh_CN.UTF-8"}, None, "en"),
        ([], {"LANG": "ru_RU.UTF-8"}, None, "en"),
        (["--ui", "fr"], {"LANG": "zh_TW"}, None, "zh"),
        (["--ui"], {"LANG": "C"}, None, "en"),
    ],
)
def test_the_interface_language_is_chosen(
    arguments: list[str], environment: dict[str, str], configured: str | None, expected: str
) -> None:
    assert messages.choose(arguments, environment, configured) == expected
