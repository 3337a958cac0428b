"""Latin letters among Cyrillic ones, and the reverse: c for с, P for Р."""

import re
from collections.abc import Iterator

from translate_kit.glossary.checks.examined import Examined, Remark, of_term
from translate_kit.messages import _

_LATIN = "AaBCcEeHKMOopPTXxy"
_CYRILLIC = "АаВСсЕеНКМОорРТХху"
_ALIKE = dict(zip(_LATIN, _CYRILLIC, strict=True)) | dict(zip(_CYRILLIC, _LATIN, strict=True))
_WORD = re.compile(r"[^\W\d_]+")
_LATIN_LETTER, _CYRILLIC_LETTER = re.compile("[A-Za-z]"), re.compile("[\u0400-\u04ff]")
_NAMES_A_CLASS = re.compile(r"(?:класс|тип|категори|групп|уров|витамин)\w* $|[\w-]$")
"""What stands before a Latin letter that is meant: класс A, тип 4B, витамин C."""


def check(examined: Examined) -> Iterator[Remark]:
    """Letters that only look right.

    The Latin c, o, p, P and others look like Cyrillic letters and are not: a search does not find
    the word, and no programme can decline it. Type the letter anew with the Russian keyboard.
    """
    for entry in examined.glossary.entries():
        for word, letter in _found(entry.term.text, entry.term.language):
            message = _("“{letter}” in “{word}” is {script}; type “{right}” anew")
            script = _("Latin") if _LATIN_LETTER.match(letter) else _("Cyrillic")
            said = message.format(letter=letter, word=word, script=script, right=_ALIKE[letter])
            yield of_term(entry.concept, entry.term, said)


def _found(text: str, language: str) -> Iterator[tuple[str, str]]:
    """(word, the letter in it that is of the other alphabet)."""
    for match in _WORD.finditer(text):
        word = match.group()
        latin, cyrillic = _LATIN_LETTER.findall(word), _CYRILLIC_LETTER.findall(word)
        if latin and cyrillic:
            fewer = latin if len(latin) <= len(cyrillic) else cyrillic
            yield from ((word, letter) for letter in fewer[:1] if letter in _ALIKE)
            continue
        stands_alone = latin and language == "ru" and word in _ALIKE
        if stands_alone and not _NAMES_A_CLASS.search(text[: match.start()]):
            yield word, word
