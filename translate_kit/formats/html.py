"""Web pages: what a browser shows is translated, everything else stays character by character.

Not translated: scripts, styles, code (``code``, ``pre``, ``kbd``, ``samp``, ``var``) and what the
page itself says must not be (``translate="no"``). The page's language is set; where its encoding
lacks letters of the translation it becomes UTF-8, and says so.
"""

import re
from pathlib import Path

from translate_kit.files import read_bytes
from translate_kit.formats import slots
from translate_kit.formats.encoding import TextFile, read_text_file
from translate_kit.formats.htmlpage import Page
from translate_kit.formats.htmltext import Token
from translate_kit.formats.ooxml import fonts
from translate_kit.model import Document

_CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_SAID = re.compile(r"charset\s*=\s*[\w-]+", re.IGNORECASE)


def read(path: Path) -> Document:
    """The texts of the page: title, paragraphs, then what attributes say."""
    return slots.document([Page(_opened(path).text).slots])


def write(document: Document, original: Path, language: str) -> bytes:
    """The page in ``language``; see ``Format.write``."""
    file = _opened(original)
    page = Page(file.text)
    if slots.fill([page.slots], document, language):
        _speak(page.tokens, language)
    text = page.text()
    try:
        return file.mark + text.encode(file.encoding)
    except UnicodeEncodeError:
        _say_utf8(page.tokens)
        return page.text().encode("utf-8")


def _opened(path: Path) -> TextFile:
    """The page in the encoding that it names itself, else as any text file."""
    content = read_bytes(path)
    said = _CHARSET.search(content[:4096])
    if said is not None and not content.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        # Browsers read GB2312 as its larger successor.
        encoding = said[1].decode("ascii").lower()
        encoding = "gbk" if encoding in ("gb2312", "x-gbk") else encoding
        try:
            return TextFile(content.decode(encoding), encoding)
        except (UnicodeDecodeError, LookupError):
            pass
    return read_text_file(path)


def _speak(found: list[Token], language: str) -> None:
    """Say the page's new language where it says its language, or else at its root."""
    tag = fonts.tag(language)
    for token in found:
        if token.name != "html" or token.closes:
            continue
        for name in ("lang", "xml:lang"):
            if name in token.attributes:
                token.set(name, tag)
        if "lang" not in token.attributes:
            token.add("lang", tag)
        if token.attributes.get("dir") == "rtl" and language not in fonts.RIGHT_TO_LEFT:
            token.set("dir", "ltr")


def _say_utf8(found: list[Token]) -> None:
    """Have the page say that it is UTF-8 now."""
    said = False
    for token in found:
        if token.name == "meta" and "charset" in token.attributes:
            token.set("charset", "utf-8")
            said = True
        elif token.name == "meta" and _SAID.search(token.attributes.get("content", "")):
            token.set("content", _SAID.sub("charset=utf-8", token.attributes["content"]))
            said = True
    if not said:
        head = next((t for t in found if t.name == "head" and not t.closes), found[0])
        head.source += '<meta charset="utf-8">'
