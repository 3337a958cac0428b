"""The Chinese words of the office's working papers, from ``sheets.toml``, which staff may edit."""

from collections.abc import Mapping
from pathlib import Path

from translate_kit.errors import BadData
from translate_kit.files import read_toml
from translate_kit.messages import _

SheetLabels = Mapping[str, str]


class _Checked(dict[str, str]):
    """Labels whose missing key is told with the file it belongs into."""

    def __init__(self, file: Path, section: str, texts: Mapping[str, str]) -> None:
        super().__init__(texts)
        self._file, self._section = file, section

    def __missing__(self, key: str) -> str:
        raise BadData(self._file, _("this key is missing"), field=f"{self._section}.{key}")


def sheet_labels(file: Path, section: str) -> SheetLabels:
    """The labels of ``review`` or ``reading``; BadData where the file has no such table."""
    texts = read_toml(file).get(section)
    if not isinstance(texts, dict) or not all(isinstance(t, str) for t in texts.values()):
        raise BadData(file, _("write a table of texts"), field=section)
    return _Checked(file, section, texts)
