"""Whether each cell of a contact is in the script of its language.

A Latin ``a`` typed for a Cyrillic ``а`` looks right on paper and is found by nobody's search.
"""

import re
from collections.abc import Iterator

from translate_kit.contacts.contact import Contact
from translate_kit.messages import _
from translate_kit.model import Finding, Severity

CHECK = "script"
_LETTERS = {
    "Latin": "A-Za-zÀ-ɏ",
    "Cyrillic": "Ѐ-ӿ",
    "Hangul": "ᄀ-ᇿ㄰-㆏가-힣",
    "kana": "ぁ-ゖァ-ヺー",
    "Han": "㐀-䶿一-鿿豈-﫿々",
}
_FOREIGN = {
    "zh": ("Cyrillic", "Hangul", "kana"),
    "en": ("Cyrillic", "Hangul", "kana", "Han"),
    "ru": ("Hangul", "kana", "Han"),
    "ko": ("Cyrillic", "kana"),
    "ja": ("Cyrillic", "Hangul"),
}
"""Latin is at home everywhere (brand names); hanja may stand in brackets after a Korean name."""
_NATIVE = {
    "zh": ("Han",),
    "en": ("Latin",),
    "ru": ("Cyrillic",),
    "ko": ("Hangul",),
    "ja": ("Han", "kana"),
}
_LOOKALIKE = re.compile(r"[A-Za-z]+[Ѐ-ӿ][A-Za-zЀ-ӿ]*|[Ѐ-ӿ]+[A-Za-z][A-Za-zЀ-ӿ]*")


def script_findings(contact: Contact) -> Iterator[Finding]:
    """An error for each cell with letters of another script, or mixed inside one word."""
    cells = dict(contact.names)
    if contact.salutation:
        cells["salutation"] = contact.salutation
    for column, text in cells.items():
        for message in _wrong(column, text, _language(contact, column)):
            yield Finding(Severity.ERROR, CHECK, message, f"{contact.id}, {column}")


def _language(contact: Contact, column: str) -> str:
    return contact.language if column == "salutation" else column.split("_")[1]


def _wrong(column: str, text: str, language: str) -> Iterator[str]:
    for script in _FOREIGN[language]:
        if found := re.search(f"[{_LETTERS[script]}]+", text):
            message = _("“{text}” is in {script} letters, which do not belong in this column")
            yield message.format(text=found[0], script=script)
            return
    if found := _LOOKALIKE.search(text):
        message = _("“{text}” mixes Latin and Cyrillic letters in one word; type it again")
        yield message.format(text=found[0])
    elif column.startswith("person") and not _has(text, _NATIVE[language]):
        message = _("“{text}”: write the name in the script of this language")
        yield message.format(text=text)


def _has(text: str, scripts: tuple[str, ...]) -> bool:
    return any(re.search(f"[{_LETTERS[script]}]", text) for script in scripts)
