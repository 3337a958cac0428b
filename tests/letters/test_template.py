"""Body templates: escaping, the sandbox, and errors that name file and line."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from translate_kit.errors import BadData
from translate_kit.letters.letter import Paragraph, plain
from translate_kit.letters.template import fill

HOSTILE = "<b>&amp; *x* _y_ `z` | # {{ 7 * 7 }} {% raw %} [a](b) ![i](j) 1. \\ ~~ </w:t>"


def body(tmp_path: Path, text: str, language: str = "en", **facts: Any) -> str:
    path = tmp_path / f"{language}.md.j2"
    path.write_text(text, encoding="utf-8")
    blocks = fill(path, language, facts).blocks
    return "\n".join(plain(block.runs) for block in blocks if isinstance(block, Paragraph))


@pytest.mark.parametrize("language", ["zh", "en", "ru", "ko", "ja"])
def test_what_a_person_typed_is_shown_as_typed(tmp_path: Path, language: str) -> None:
    assert body(tmp_path, "# S\n\nx {{ a }} y", language, a=HOSTILE) == f"x {HOSTILE} y"


def test_filters_of_the_language(tmp_path: Path) -> None:
    text = "# S\n\n{{ day | long_date }}; {{ names | series }}"
    day, names = date(2020, 2, 8), ["A", "B", "C"]
    assert body(tmp_path, text, "en", day=day, names=names) == "February 8, 2020; A, B and C"
    assert body(tmp_path, text, "zh", day=day, names=names) == "2020年2月8日; A、B和C"
    korean = "# S\n\n{{ name | josa('을/를') }}"
    assert body(tmp_path, korean, "ko", name="보호복") == "보호복을"


def test_a_sentence_ends_in_one_full_stop(tmp_path: Path) -> None:
    text = "# S\n\nк {{ day | long_date }}. {{ a }}.. {{ b }}."
    shown = body(tmp_path, text, "ru", day=date(2020, 2, 20), a="так", b="...")
    assert shown.replace("\u00a0", " ") == "к 20 февраля 2020 г. так.. ..."


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("# S\n\n{{ absent }}", "line 3: 'absent' is undefined"),
        ("# S\n\n\n{{ a.absent }}", "line 4: "),
        ("# S\n\n{% if %}", "line 3: "),
        ("# S\n\n{{ a | nofilter }}", "line 3: No filter named 'nofilter'"),
        ("# S\n\n{{ none }}", "a field that was not given is printed"),
        ("# S\n\n{{ a.__class__.__mro__ }}", "line 3: "),
        ("# S\n\n{{ ''.__class__.__subclasses__() }}", "line 3: "),
        ("# S\n\n{{ cycler.__init__.__globals__.os.popen('id') }}", "line 3: "),
        ("# S\n\n{% for i in range(999999999) %}{% endfor %}", "line 3: Range too big"),
        ("# S\n\n{{ names.append(1) }}", "line 3: "),
        ("# S\n\n{% include '/etc/passwd' %}", "line 3: "),
        ("# S\n\n{% import 'x' as y %}", "line 3: "),
        ("# S\n\n{{ 1 / 0 }}", "line 3: division by zero"),
        ("no subject", "the first line must be the subject"),
        ("# S\n\n---\n", "letters have no “hr”"),
    ],
)
def test_what_a_template_may_not_do(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(BadData) as caught:
        body(tmp_path, text, a="x", none=None, names=["a"])
    assert "en.md.j2" in str(caught.value)
    assert message in str(caught.value)
