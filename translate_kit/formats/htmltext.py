"""HTML as a row of tokens, each with its own characters: what is not rewritten stays as it was.

Browsers forgive much, so this does too: a tag that is never closed is an object in its text, an
entity without a name is text. What is put out is the tokens in order, changed or not.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape, unescape

_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<[!?][^>]*>"
    r"|</?[a-zA-Z](?:[^\"'<>]|\"[^\"]*\"|'[^']*')*/?>",
    re.DOTALL,
)
_NAME = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
_ATTRIBUTE = re.compile(
    r"""([^\s"'<>/=]+)\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>`]+)""",
)
_RAW = frozenset(
    ("script", "style", "xmp", "noembed", "noframes", "textarea", "iframe", "svg", "math")
)
"""Elements whose content is no text of the page, or a drawing with a language of its own."""


@dataclass(slots=True)
class Token:
    """A tag, a comment or a stretch of text. ``name`` is that of a tag, in small letters.

    ``source`` is what is put out; changing it changes the page.
    """

    source: str
    name: str = ""
    closes: bool = False
    is_text: bool = False
    attributes: dict[str, str] = field(default_factory=dict)

    def set(self, name: str, value: str) -> None:
        """Give an attribute that is there another value, in the quotes that hold it."""

        def other(match: re.Match[str]) -> str:
            if match[1].lower() != name:
                return match[0]
            return f'{match[1]}="{escape(value)}"'

        self.source = _ATTRIBUTE.sub(other, self.source)
        self.attributes[name] = value

    def add(self, name: str, value: str) -> None:
        """Give the tag an attribute that it lacks."""
        end = len(self.source) - (2 if self.source.endswith("/>") else 1)
        self.source = f'{self.source[:end]} {name}="{escape(value)}"{self.source[end:]}'
        self.attributes[name] = value


def tokens(text: str) -> list[Token]:
    """The whole text as tokens; the content of scripts and the like is one comment each."""
    found: list[Token] = []
    at = 0
    while at < len(text):
        match = _TOKEN.search(text, at)
        start = match.start() if match else len(text)
        if start > at:
            found.append(Token(text[at:start], is_text=True))
        if match is None:
            break
        token = _tag(match[0])
        found.append(token)
        at = match.end()
        if token.name in _RAW and not token.closes and not token.source.endswith("/>"):
            end = re.compile(f"</{token.name}\\b", re.IGNORECASE).search(text, at)
            stop = end.start() if end else len(text)
            found.append(Token(text[at:stop]))
            at = stop
    return found


def _tag(source: str) -> Token:
    name = _NAME.match(source)
    if name is None:
        return Token(source)
    attributes = {
        match[1].lower(): unescape(match[2].strip("\"'"))
        for match in _ATTRIBUTE.finditer(source, name.end())
    }
    return Token(source, name[2].lower(), bool(name[1]), False, attributes)


def pairs(found: list[Token], names: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The places of the tags named so that open and close each other in proper order."""
    open_tags: list[int] = []
    for place, token in enumerate(found):
        if token.name not in names:
            continue
        if not token.closes:
            open_tags.append(place)
        elif open_tags and found[open_tags[-1]].name == token.name:
            yield open_tags.pop(), place
