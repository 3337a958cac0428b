"""Latin letters in a text of another script: what such a word may do in a term."""

import re

from translate_kit.languages.words.word import Role

_LETTER = re.compile(r"[^\W\d_]")
_CODE = re.compile(r"[^\W\d_]\S*\d")


def code_role(text: str) -> Role | None:
    """N95, COVID-19, mRNA are codes, Shaun is a name; http, 5kg and numbers are in no term."""
    if not _LETTER.search(text):
        return None
    if text == text.lower() and not _CODE.match(text):
        return None
    return Role.NAME if text.istitle() and text.isalpha() else Role.CODE
