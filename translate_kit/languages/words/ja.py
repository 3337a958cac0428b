"""Japanese: runs of Han characters, katakana or Latin letters; hiragana and 及び part them."""

import re
from collections.abc import Iterator, Sequence

from translate_kit.languages.words.codes import code_role
from translate_kit.languages.words.general import general_words
from translate_kit.languages.words.word import Role, Word
from translate_kit.model import Span

_PIECE = re.compile(
    r"(?P<joint>及び|並びに|又は|若しくは|等)|(?P<han>(?:(?!及び|並びに|又は|若しくは|等)[㐀-鿿々〆])+)|(?P<kana>[ァ-ヺー]+(?:・[ァ-ヺー]+)*)"
    r"|(?P<code>[A-Za-z0-9](?:[A-Za-z0-9.+/&-]*[A-Za-z0-9+])?)|(?P<hira>[ぁ-ゖ]+)"
)


def cut(text: str) -> Iterator[list[Word | str | None]]:
    """The runs between punctuation."""
    run: list[Word | str | None] = []
    end = 0
    for piece in _PIECE.finditer(text):
        if run and text[end : piece.start()]:
            yield run
            run = []
        run.append(_word(piece))
        end = piece.end()
    if run:
        yield run


def dictionary_form(text: str, words: Sequence[Word]) -> str:
    """As it stands."""
    return text[words[0].span.start : words[-1].span.end]


def _word(piece: re.Match[str]) -> Word | str:
    text = piece.group()
    role = code_role(text) if piece["code"] else Role.NOUN
    if piece["joint"] or piece["hira"] or role is None or text.casefold() in general_words("ja"):
        return text
    if len(text) == 1 and role is Role.NOUN:
        role = Role.MODIFIER
    return Word(text.casefold(), text, role, Span(*piece.span()))
