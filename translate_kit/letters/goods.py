"""The goods of a request in one language: what a template prints of each, and their table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from translate_kit.errors import BadData
from translate_kit.files import read_toml
from translate_kit.languages import grammar
from translate_kit.languages.counters import Counter
from translate_kit.languages.money import Money, write
from translate_kit.letters.markdown import Markdown, escape
from translate_kit.letters.request import Item
from translate_kit.messages import _
from translate_kit.model import LANGUAGES, Noun
from translate_kit.standards import Comparison, Standards

OUR_COUNTRY = "CN"
_MOST_NAMED = 2
LABELS = (
    *("number", "item", "quantity", "standard", "standard_chinese", "comparable", "price", "note"),
    *("caution", "unknown", "graded", "code_caution", "between"),
)


@dataclass(frozen=True, slots=True)
class Goods:
    """One item in one language. Templates read the properties; ``standards`` are full codes.

    ``chinese`` says that it has standards and that all of them are Chinese ones.
    ``comparable`` holds what the recipient's country has beside the item's standards.
    """

    value: Decimal
    noun: Noun
    counter: Counter | None
    language: str
    standards: tuple[str, ...]
    chinese: bool
    comparable: tuple[Comparison, ...]
    price: Money | None
    note: str

    @property
    def name(self) -> str:
        """The term in its dictionary form."""
        return self.noun.text

    @property
    def counted(self) -> str:
        """The number and the term: ``30 000 защитных костюмов``, ``보호복 3만 벌``."""
        return grammar(self.language).counted(self.value, self.noun, self.counter)

    @property
    def amount(self) -> str:
        """The number and the counter alone: ``3万套``, ``50 000 пар``."""
        return grammar(self.language).amount(self.value, self.counter)


def goods(
    item: Item,
    language: str,
    *,
    note: str,
    standards: Standards,
    country: str,
    day: date,
) -> Goods:
    """The item as a letter of ``day`` in ``language`` to ``country`` shows it."""
    noun = item.concept.noun(language, country)
    return Goods(
        value=item.quantity,
        noun=noun,
        counter=item.counter,
        language=language,
        standards=tuple(full_code(code, standards, day) for code in item.standards),
        chinese=bool(item.standards) and all(_is_chinese(c, standards) for c in item.standards),
        comparable=tuple(
            found for code in item.standards for found in _comparable(code, standards, country, day)
        ),
        price=item.price,
        note=note,
    )


def full_code(code: str, standards: Standards, day: date) -> str:
    """The code as its publisher writes it: the edition named, else the one in force on the day.

    A code that the table does not have stays as it was typed; ``draft`` warns of it.
    """
    if not standards.holds(code):
        return code
    answer = standards.edition_on(code, day)
    edition = answer.asked or answer.edition
    return edition.code if edition else code


def _is_chinese(code: str, standards: Standards) -> bool:
    return standards.holds(code) and standards.find(code).country == OUR_COUNTRY


def _comparable(code: str, standards: Standards, country: str, day: date) -> tuple[Comparison, ...]:
    """What a letter says of the recipient's standards beside one of ours.

    The best that may stand beside it by name; where there is none, the first of the country that
    warns of a confusion (a chemical suit is no medical suit); nothing for its own standards.
    """
    if not standards.holds(code) or standards.find(code).country == country:
        return ()
    recorded = [found for found in standards.comparable(code, country, day) if found.theirs]
    named = [found for found in recorded if found.is_proposal][:_MOST_NAMED]
    warnings = [c for c in recorded if c.theirs and c.theirs.country == country][:1]
    return tuple(named or warnings)


def read_labels(path: Path) -> Mapping[str, Mapping[str, str]]:
    """``goods.toml``: the words of the table by language; BadData where one is missing."""
    labels = read_toml(path)
    for language in LANGUAGES:
        for name in LABELS:
            if not isinstance(labels.get(language, {}).get(name), str):
                raise BadData(path, _("this text is missing"), field=f"{language}.{name}")
    return labels


def goods_table(goods: Sequence[Goods], labels: Mapping[str, str]) -> Markdown:
    """The goods as a Markdown table with the caution on standards below it.

    A column that no item fills is left out; without standards there is no caution either.
    """
    columns = ["number", "item", "quantity"]
    if any(one.standards for one in goods):
        columns += ["standard", "comparable"]
    if any(one.price for one in goods):
        columns.append("price")
    if any(one.note for one in goods):
        columns.append("note")
    head = [escape(_heading(name, goods, labels)) for name in columns]
    rows = [_row(number, one, columns, labels) for number, one in enumerate(goods, 1)]
    lines: list[Sequence[str]] = [head, ["---"] * len(head), *rows]
    table = "\n".join("| " + " | ".join(cells) + " |" for cells in lines)
    return Markdown("\n\n".join([table, *(f"> {escape(c)}" for c in cautions(goods, labels))]))


def _heading(column: str, goods: Sequence[Goods], labels: Mapping[str, str]) -> str:
    """The words above a column; the one of standards says whose they are where all are ours."""
    coded = [one for one in goods if one.standards]
    ours = column == "standard" and all(one.chinese for one in coded)
    return labels["standard_chinese"] if ours else labels[column]


def cautions(goods: Sequence[Goods], labels: Mapping[str, str]) -> tuple[str, ...]:
    """What must be said of the standards shown: the general caution, then each pair's own."""
    if not any(one.standards for one in goods):
        return ()
    own = (
        labels["code_caution"].format(code=found.theirs.code, caution=found.caution[one.language])
        for one in goods
        for found in one.comparable
        if found.theirs and found.caution[one.language]
    )
    return tuple(dict.fromkeys((labels["caution"], *own)))


def _row(
    number: int, one: Goods, columns: Sequence[str], labels: Mapping[str, str]
) -> list[Markdown]:
    cells: Mapping[str, str] = {
        "number": str(number),
        "item": one.name,
        "quantity": one.amount,
        "standard": "; ".join(one.standards),
        "comparable": _beside(one, labels),
        "price": write(one.price, one.language) if one.price else "",
        "note": one.note,
    }
    return [escape(cells[name]) for name in columns]


def _beside(one: Goods, labels: Mapping[str, str]) -> str:
    """Their standards that may be named beside ours, or that experts must say."""
    named = [
        labels["graded"].format(code=found.theirs.code, grade=grade)
        if (grade := found.their_grade[one.language])
        else found.theirs.code
        for found in one.comparable
        if found.theirs and found.is_proposal
    ]
    return labels["between"].join(named) or (labels["unknown"] if one.standards else "")
