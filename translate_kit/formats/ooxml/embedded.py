"""Files inside a document whose text a reader sees: documents put in whole, sheets of charts."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from translate_kit.errors import UserError
from translate_kit.formats.encoding import decode
from translate_kit.formats.htmlpage import Page
from translate_kit.formats.package import Package
from translate_kit.formats.slots import Slot
from translate_kit.model import Block, InlineTag

Read = Callable[[Package], Iterable[Sequence[Slot]]]
Finish = Callable[[Package, str], None]


@dataclass(slots=True)
class _Inner:
    """A slot of a file inside another; its block counts as one of the part that holds the file."""

    part: str
    where: str
    slot: Slot
    filled: Callable[[Slot, str], None]
    text: str = field(init=False)
    tags: tuple[InlineTag, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.text, self.tags = self.slot.text, self.slot.tags

    def fill(self, block: Block, language: str) -> None:
        """Fill the inner slot."""
        self.slot.fill(block, language)
        self.filled(self.slot, language)


def embedded_slots(
    package: Package, part: str, read: Read, finish: Finish, *, where: str = ""
) -> Iterator[list[Slot]]:
    """The slots of an office file that is a part of another; it is written once all are filled.

    ``where`` is the place of its blocks, if they do not say it themselves. ``finish`` is told the
    file's package and the language where a slot was filled. A file that cannot be read is passed
    over: what the reader sees is then the picture of it.
    """
    languages: list[str] = []
    try:
        inner = Package(package.path, package.content(part))

        def filled(slot: Slot, language: str) -> None:
            inner.touch(slot.part)
            languages.append(language)

        for group in read(inner):
            yield [_Inner(part, where or slot.where, slot, filled) for slot in group]
        if languages:
            finish(inner, languages[0])
            package.replace(part, inner.save())
    except UserError:
        return


def page_slots(package: Package, part: str) -> Iterator[list[Slot]]:
    """The slots of a web page that is a part of a document."""
    file = decode(package.content(part))
    if file is None:
        return
    page = Page(file.text)
    languages: list[str] = []

    def filled(_slot: Slot, language: str) -> None:
        languages.append(language)

    yield [_Inner(part, slot.where, slot, filled) for slot in page.slots]
    if languages:
        package.replace(part, file.encode(page.text()))
