"""The workbook behind a chart: what the author sees who edits its data."""

from collections.abc import Iterator

from translate_kit.formats.ooxml.embedded import embedded_slots
from translate_kit.formats.ooxml.relations import relations
from translate_kit.formats.ooxml.workbook import Workbook
from translate_kit.formats.package import Package
from translate_kit.formats.slots import Slot
from translate_kit.messages import _


def chart_book(package: Package, chart: str, label: str) -> Iterator[list[Slot]]:
    """The slots of the workbook that the chart ``chart`` shows; its sheets keep their names,
    because the chart refers to them."""
    for relation in relations(package, chart):
        if relation.role == "package" and package.content(relation.part).startswith(b"PK"):
            where = _("{part}, data").format(part=label)
            yield from _book(package, relation.part, where)


def _book(package: Package, part: str, where: str) -> Iterator[list[Slot]]:
    books: list[Workbook] = []

    def read(inner: Package) -> Iterator[list[Slot]]:
        books.append(Workbook(inner, names=False))
        return books[0].slots()

    def finish(_inner: Package, language: str) -> None:
        books[0].adapt(language)

    return embedded_slots(package, part, read, finish, where=where)
