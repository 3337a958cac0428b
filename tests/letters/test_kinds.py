"""The shipped kinds: complete in five languages, explained in two, with an example each."""

from pathlib import Path

import pytest

from translate_kit.files import read_toml
from translate_kit.letters.kind import kinds, load_kind
from translate_kit.letters.request import read_request
from translate_kit.model import LANGUAGES
from translate_kit.workspace import Workspace, shipped

KINDS = [kind.id for kind in kinds(Workspace(None).templates)]


def test_there_are_twelve_kinds() -> None:
    assert len(KINDS) == 12


@pytest.mark.parametrize("name", KINDS)
def test_a_kind_is_complete(name: str) -> None:
    kind = load_kind(Workspace(None).templates, name)
    assert kind.languages() == LANGUAGES
    for field in kind.fields:
        assert set(field.help) == {"en", "zh"}, field.name
        for choice in field.choices if field.type == "choices" else ():
            assert all(choice in text for text in field.help.values()), choice


@pytest.mark.parametrize("name", KINDS)
def test_a_kind_has_an_example(name: str) -> None:
    workspace = Workspace(None)
    path: Path = shipped("examples") / f"{name}.toml"
    assert read_toml(path)["kind"] == name
    read_request(path, load_kind(workspace.templates, name), workspace.glossary)


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_is_used_in_every_body(name: str, language: str) -> None:
    kind = load_kind(Workspace(None).templates, name)
    body = kind.body(language).read_text("utf-8")
    assert [field.name for field in kind.fields if field.name not in body] == []
