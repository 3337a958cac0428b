"""Reading text that people's programs left in files; every refusal names the file and the line."""

import hashlib
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from translate_kit.errors import BadData, UserError
from translate_kit.messages import _

_BYTE_ORDER_MARKS = {
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}


def read_bytes(path: Path, largest: int = 0) -> bytes:
    """The content of a file the person named; raises UserError where it can't be read.

    One of more than ``largest`` bytes, if that is given, is refused before it fills the memory.
    """
    with _refusals(path):
        if largest and path.stat().st_size > largest:
            why = _("it is larger than {limit} MB; split the file and try again")
            raise BadData(path, why.format(limit=largest >> 20))
        return path.read_bytes()


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file in hexadecimal digits; raises UserError where it can't be read."""
    with _refusals(path), path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def _refusals(path: Path) -> Iterator[None]:
    """Turn what the operating system says into the line that names the file."""
    try:
        yield
    except FileNotFoundError:
        raise UserError(_("{path}: no such file").format(path=path)) from None
    except IsADirectoryError:
        raise UserError(_("{path} is a folder; name a file").format(path=path)) from None
    except OSError as error:
        raise UserError(
            _("{path}: cannot be read: {why}").format(path=path, why=error.strerror)
        ) from None


def read_text(path: Path) -> str:
    """A text file in UTF-8, with or without byte order mark, newlines as ``\\n``.

    Raises BadData naming the line of the first byte that is not UTF-8.
    """
    content = read_bytes(path)
    try:
        return _newlines(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        why = _("this is not UTF-8 text; save the file as UTF-8 and try again")
        raise BadData(path, why, line=line) from None


def read_toml(path: Path) -> dict[str, Any]:
    """A TOML file; raises BadData with what the parser says, which names line and column."""
    try:
        return tomllib.loads(read_text(path))
    except tomllib.TOMLDecodeError as error:
        raise BadData(path, _("not valid TOML: {why}").format(why=error)) from None


def read_office_text(path: Path) -> str:
    """Text as office programs save it: UTF-8, UTF-16 by its mark, otherwise GB18030 (GBK)."""
    content = read_bytes(path)
    for mark, encoding in _BYTE_ORDER_MARKS.items():
        if content.startswith(mark):
            return _newlines(_decode(path, content, encoding))
    try:
        return _newlines(content.decode("utf-8"))
    except UnicodeDecodeError:
        return _newlines(_decode(path, content, "gb18030"))


def _decode(path: Path, content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        why = _("neither UTF-8 nor GBK text; save the file as “CSV UTF-8” and try again")
        raise BadData(path, why, line=line) from None


def _newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
