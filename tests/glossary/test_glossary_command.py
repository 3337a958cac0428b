"""``translate-kit glossary`` on the shipped data, without a workspace."""

import json

import click
import pytest
from click.testing import CliRunner

from translate_kit.cli.glossary.group import STATUSES, glossary
from translate_kit.errors import NotKnown
from translate_kit.glossary.concept import Status
from translate_kit.workspace import Workspace


def run(*arguments: str) -> str:
    result = CliRunner().invoke(
        glossary, arguments, obj=Workspace(None), catch_exceptions=False, standalone_mode=False
    )
    assert result.exit_code == 0, result.output
    return result.output


def test_search_prints_the_preferred_terms() -> None:
    output = run("search", "масками", "--limit", "1")
    for text in ("ppe-0013", "口罩", "маска", "마스크", "マスク"):
        assert text in output


def test_search_as_json() -> None:
    (found,) = json.loads(run("search", "medical", "masks", "--limit", "1", "--json"))
    assert found["id"] == "ppe-0014"
    assert (found["found"], found["match"]) == ("medical mask", "inflected")
    assert found["preferred"]["ru"] == "медицинская маска"


def test_search_says_that_it_found_nothing() -> None:
    assert "Nothing found" in run("search", "qqqqxzzzz")
    assert json.loads(run("search", "qqqqxzzzz", "--json")) == []


def test_search_refuses_an_unknown_domain() -> None:
    with pytest.raises(NotKnown, match="did you mean “protocol”"):
        run("search", "mask", "--domain", "protokol")


def test_search_refuses_an_unknown_status() -> None:
    with pytest.raises(click.BadParameter):
        run("search", "mask", "--status", "prefered")


def test_show_prints_every_term() -> None:
    output = run("show", "医用防护口罩")
    for text in ("ppe-0016", "medical respirator", "forbidden", "surgical mask", "gender=m"):
        assert text in output


def test_show_as_json() -> None:
    concept = json.loads(run("show", "ppe-0005", "--json"))
    assert (concept["domain"], concept["counter"]) == ("ppe", "suit")
    assert concept["terms"]["ja"][0] == {
        "term": "医療用防護服",
        "status": "preferred",
        "grammar": {"reading": "いりょうようぼうごふく"},
        "reviewer": "",
        "date": None,
        "note": "",
        "country": [],
    }


def test_the_statuses_offered_are_those_of_the_glossary() -> None:
    assert tuple(Status) == STATUSES
