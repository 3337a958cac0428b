"""Making a request by questions at the terminal; every answer is checked before the next one."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from translate_kit.errors import UserError
from translate_kit.letters.blank import filled
from translate_kit.letters.entry import Entry, as_date, as_quantity, as_string, read_value
from translate_kit.letters.kind import Field, Kind
from translate_kit.messages import _

if TYPE_CHECKING:
    from translate_kit.glossary.store import Glossary

HERE = Path("-")


def ask_request(kind: Kind, today: date, glossary: "Glossary") -> str:
    """The request file that the answers make, as text."""
    click.echo(_("An empty answer leaves an optional field out."))
    answers: dict[str, Any] = {"date": _ask(_("Date of the letter"), _date, today.isoformat())}
    reference = click.prompt(_("Our reference number"), default="", show_default=False)
    if reference:
        answers["reference"] = reference
    for field in kind.fields:
        value = _ask_field(field)
        if value is not None:
            answers[field.name] = value
    return filled(kind, answers, _ask_items(kind, glossary))


def _date(text: str) -> date:
    return as_date(Entry(HERE, "date", text))


def _ask(label: str, read: Callable[[str], Any], default: str | None = None) -> Any:
    """Ask until the answer can be read."""
    while True:
        answer = click.prompt(label, default=default)
        try:
            return read(answer)
        except UserError as error:
            click.echo(str(error), err=True)


def _ask_field(field: Field) -> Any:
    click.echo(field.explain())
    label = field.name
    if field.choices:
        label += f" ({'|'.join(field.choices)})"

    def read(answer: str) -> Any:
        if not answer and not field.required:
            return None
        value = _typed(field, answer)
        read_value(Entry(HERE, field.name, value), field)
        return value

    return _ask(label, read, None if field.required else "")


def _typed(field: Field, answer: str) -> Any:
    """The answer as TOML would hold it."""
    if field.type in ("choices", "lines"):
        return [part.strip() for part in answer.replace("，", ",").split(",") if part.strip()]
    if field.type == "flag":
        return {"y": True, "yes": True, "是": True, "n": False, "no": False, "否": False}.get(
            answer.strip().lower(), answer
        )
    if field.type == "date":
        return _date(answer)
    return answer


def _ask_items(kind: Kind, glossary: "Glossary") -> list[dict[str, str]]:
    items: list[dict[str, str]] = []
    if kind.items == "none":
        return items
    click.echo(_("The goods, one after the other; an empty name ends the list."))
    while True:
        name = click.prompt(_("Item {n}").format(n=len(items) + 1), default="", show_default=False)
        if not name:
            if items or kind.items == "optional":
                return items
            click.echo(_("A letter of this kind needs goods."), err=True)
            continue
        try:
            concept = glossary.resolve(name)
        except UserError as error:
            click.echo(str(error), err=True)
            continue
        items.append({"item": concept.id, **_ask_amount()})


def _ask_amount() -> dict[str, str]:
    def quantity(answer: str) -> str:
        as_quantity(Entry(HERE, "quantity", answer))
        return answer

    answers = {"quantity": _ask(_("Quantity, e.g. 30000 or 3万"), quantity)}
    for key, label in (("unit", _("Unit (套 双 只 …)")), ("standards", _("Standard"))):
        answer = as_string(Entry(HERE, key, click.prompt(label, default="", show_default=False)))
        if answer:
            answers[key] = answer
    return answers
