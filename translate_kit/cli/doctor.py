"""``translate-kit doctor``: what is installed, what is missing, what could reach a network."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, entry_points, version
from typing import TYPE_CHECKING

import click

from translate_kit import __version__
from translate_kit.messages import _, active_language

if TYPE_CHECKING:
    from translate_kit.workspace import Workspace

PACKAGES = ("argostranslate", "ctranslate2", "sentencepiece", "python-docx", "jinja2", "langdetect",
            "pymorphy3", "pypinyin", "lxml", "babel", "click", "rich")  # fmt: skip
ABLE_TO_CONNECT = ("stanza", "spacy", "torch", "minisbd", "onnxruntime")
"""Packages that fetch models by themselves; our installation leaves them out."""


@click.command(help=_("Say what is installed, what is missing, and what could reach a network."))
@click.pass_obj
def doctor(workspace: Workspace) -> None:
    for title, lines in examine(workspace):
        click.echo(title)
        for line in lines:
            click.echo(f"  {line}")


def examine(workspace: Workspace) -> Iterator[tuple[str, list[str]]]:
    """Headings with their lines, in the interface language."""
    yield (
        _("Program"),
        [
            f"translate-kit {__version__}",
            f"Python {platform.python_version()}, {platform.platform()}",
            _("interface: {language}; console: {encoding}").format(
                language=active_language(), encoding=sys.stdout.encoding
            ),
        ],
    )
    yield _("Libraries"), [f"{name} {_version(name)}" for name in PACKAGES]
    yield _("Workspace"), [str(workspace.folder) if workspace.folder else _("none: shipped data")]
    yield _("Data"), list(_data(workspace))
    yield _("Rendering"), [_office_program(), *_fonts(workspace)]
    yield _("Translation models"), list(_models(workspace))
    yield _("What could reach a network"), list(_network(workspace))


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return _("is missing")


def _data(workspace: Workspace) -> Iterator[str]:
    from translate_kit.letters.kind import kinds

    yield _("{n} glossary concepts").format(n=len(workspace.glossary))
    yield _("{n} contacts").format(n=len(workspace.contacts))
    yield _("{n} units in the memory").format(n=len(workspace.memory))
    names = ", ".join(kind.id for kind in kinds(workspace.templates))
    yield _("letters: {names}").format(names=names)


def _office_program() -> str:
    from translate_kit.letters.render.pdf import find_office

    program = find_office()
    if program is None:
        return _("LibreOffice not found: letters can be written as docx, html and txt, not as pdf")
    return _("LibreOffice: {path}").format(path=program)


def _fonts(workspace: Workspace) -> Iterator[str]:
    """Whether each language has one of its fonts; only fontconfig can be asked."""
    if shutil.which("fc-list") is None:
        yield _("fonts: not examined (no fontconfig on this system)")
        return
    listed = subprocess.run(
        ["fc-list", ":", "family"], capture_output=True, encoding="utf-8", check=True, timeout=60
    ).stdout
    installed = {name.strip() for line in listed.split("\n") for name in line.split(",")}
    for language, fonts in workspace.house.fonts.items():
        present = [name for name in (*fonts.text, *fonts.latin) if name in installed]
        found = ", ".join(present) or _("none of {names}").format(names=", ".join(fonts.text))
        yield _("fonts for {language}: {found}").format(language=language, found=found)


def _models(workspace: Workspace) -> Iterator[str]:
    from translate_kit.cli.models.inspecting import summaries

    yield from summaries(workspace.models)
    yield _("letters need none")


def _network(workspace: Workspace) -> Iterator[str]:
    yield _("translate-kit connects only for “models available” and “models install zh-en”")
    choice = workspace.engine_choice
    if choice.name == "http":
        told = _("the engine http sends texts to {url}, as the workspace says")
        yield told.format(url=choice.settings.options.get("url"))
    for name in ABLE_TO_CONNECT:
        if (found := _installed(name)) is not None:
            yield _("{name} {version} is installed and may download models").format(
                name=name, version=found
            )
    for group in sorted(entry_points().groups):
        for plugin in entry_points(group=group) if group.startswith("translate_kit.") else ():
            yield _("plug-in {name}: {place}").format(name=plugin.name, place=plugin.value)
    for variable in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        if os.environ.get(variable) or os.environ.get(variable.lower()):
            yield _("the variable {name} names a proxy").format(name=variable)


def _installed(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
