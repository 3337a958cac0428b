"""What the program says to a person: English in the source, Chinese from the gettext catalogue.

Every module of the product writes ``_("English {name}").format(name=...)``; nothing is translated
before ``activate`` has been called, so that importing a module has no side effect.
"""

import gettext
import locale
import os
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

DOMAIN = "translate_kit"
LOCALE_FOLDER = Path(__file__).parent / "locale"
CATALOGUES = {"en": "en", "zh": "zh_CN"}

_active: gettext.NullTranslations = gettext.NullTranslations()
_language = "en"


def _(message: str) -> str:
    """The message in the interface language; the English original where it has no translation."""
    return _active.gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """The form of a counted message for ``n`` in the interface language."""
    return _active.ngettext(singular, plural, n)


@cache
def everywhere(message: str) -> frozenset[str]:
    """The message in every interface language: what a file written in one of them may hold."""
    catalogues = (
        gettext.translation(DOMAIN, LOCALE_FOLDER, languages=[name], fallback=True)
        for name in CATALOGUES.values()
    )
    return frozenset(catalogue.gettext(message) for catalogue in catalogues)


def activate(language: str) -> None:
    """Choose the interface language, ``"zh"`` or ``"en"``, for this process.

    Click speaks through the default gettext domain, so that is pointed at our catalogue too.
    """
    global _active, _language
    _language = language
    _active = gettext.translation(
        DOMAIN, LOCALE_FOLDER, languages=[CATALOGUES[language]], fallback=True
    )
    gettext.bindtextdomain(DOMAIN, LOCALE_FOLDER)
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = CATALOGUES[language]


def active_language() -> str:
    """The interface language in force, ``"zh"`` or ``"en"``."""
    return _language


def choose(arguments: Sequence[str], environment: Mapping[str, str], configured: str | None) -> str:
    """The interface language: ``--ui``, then ``TRANSLATE_KIT_UI``, the workspace, the locale.

    ``configured`` is the workspace's ``ui`` setting or None. An unknown value is passed over here:
    the command line reports a wrong ``--ui`` itself, in a language the person can read.
    """
    for wish in (_option(arguments), environment.get("TRANSLATE_KIT_UI"), configured):
        if wish in CATALOGUES:
            return wish
    return "zh" if _locale_name(environment).lower().startswith(("zh", "chinese")) else "en"


def _option(arguments: Sequence[str]) -> str | None:
    for position, argument in enumerate(arguments):
        if argument == "--ui" and position + 1 < len(arguments):
            return arguments[position + 1]
        if argument.startswith("--ui="):
            return argument.removeprefix("--ui=")
    return None


def _locale_name(environment: Mapping[str, str]) -> str:
    """``zh_CN.UTF-8`` and the like; on Windows ``locale`` knows what no variable says."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "LANG"):
        if environment.get(name):
            return environment[name]
    return locale.getlocale()[0] or ""
