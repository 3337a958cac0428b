"""A request to fill in: a commented TOML file, or one made from answers to questions."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from translate_kit.letters.kind import Field, Kind
from translate_kit.letters.request import ANSWERED
from translate_kit.messages import _

_EXAMPLES = {
    "date": '"2020-02-20"',
    "flag": "true",
    "line": '{ zh = "大连", en = "Dalian", ru = "Далянь" }',
    "lines": '[{ zh = "…", en = "…" }]',
    "text": '"……"',
    "money": '"285 CNY"',
    "time": '"08:30"',
    "number": "6",
    "code": '"CA1234"',
}


def blank(kind: Kind, today: date) -> str:
    """A request of this kind with every field explained; optional ones are commented out."""
    lines = [
        f"# {kind.title()}",
        "# " + _("Fill in and run: translate-kit letter draft {kind}").format(kind=kind.id),
        "# " + _("Lines that begin with # are comments; delete the # to use a line."),
        "",
        f'kind = "{kind.id}"',
        f"date = {today.isoformat()}",
        "",
        "# " + _("Our reference number, and the number and date of the letter we answer"),
        '# reference = ""',
        '# your_reference = ""',
        *([] if kind.field(ANSWERED) else ["# your_reference_date = " + today.isoformat()]),
        "",
        "# " + _("Enclosures, and the name of who signs; Chinese alone or a table of languages"),
        '# enclosures = [{ zh = "…", en = "…" }]',
        '# signer = { zh = "…", en = "…" }',
        "",
    ]
    for field in kind.fields:
        lines += _field_lines(field)
    if kind.items != "none":
        lines += _item_lines(commented=kind.items != "required")
    return "\n".join(lines).rstrip() + "\n"


def filled(kind: Kind, answers: Mapping[str, Any], items: Iterable[Mapping[str, str]]) -> str:
    """The request file with the answers given; what was not answered is left out."""
    import tomlkit

    document = tomlkit.document()
    document.add(tomlkit.comment(kind.title()))
    document.add("kind", tomlkit.item(kind.id))
    for name, value in answers.items():
        document.add(name, tomlkit.item(value))
    goods = tomlkit.aot()
    for item in items:
        goods.append(tomlkit.item(dict(item)))
    if len(goods):
        document.add("items", goods)
    return tomlkit.dumps(document)


def _field_lines(field: Field) -> list[str]:
    need = _("required") if field.required else _("optional")
    lines = [f"# {field.explain()} ({need})"]
    example = _example(field)
    if field.required:
        lines.append(f'{field.name} = ""' + (f"  # {example}" if example else ""))
    else:
        lines.append(f"# {field.name} = {example}")
    return [*lines, ""]


def _example(field: Field) -> str:
    if field.type == "choice":
        return f'"{field.choices[0]}"'
    if field.type == "choices":
        return f'["{field.choices[0]}"]'
    return _EXAMPLES[field.type]


def _item_lines(*, commented: bool) -> list[str]:
    lines = [
        "# " + _("The goods: one [[items]] each. Quantities may be written 30000 or “3万”."),
        "# " + _("unit: 套 双 只 盒 ...; without it the glossary's own is taken."),
        "[[items]]",
        'item = ""  # "医用防护服"',
        'quantity = ""  # "3万"',
        '# unit = "套"',
        '# standards = ["GB 19082-2009"]',
        '# note = "……"',
    ]
    return [f"# {line}" if commented and not line.startswith("#") else line for line in lines]
