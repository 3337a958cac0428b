"""Word's fields: which of them show prose to the reader, and which a value that Word works out."""

from dataclasses import dataclass, field

from translate_kit.formats.xml import Element, kind, own

_PROSE = frozenset(
    ("HYPERLINK", "TOC", "INDEX", "TOA", "BIBLIOGRAPHY", "FORMTEXT", "QUOTE", "INCLUDETEXT",
     "COMMENTS", "GOTOBUTTON")
)  # fmt: skip
"""Fields whose shown text is a person's or Word's copy of the text: translated. Of all others
(PAGE, REF, SEQ, DATE, MERGEFIELD, DOCPROPERTY ...) the value stays as it is, for Word would put it
back at the next update anyway. ECMA-376 part 1, 17.16.5."""


def shows_prose(instruction: str) -> bool:
    """Whether the result of a field with this instruction is for translation."""
    words = instruction.split(maxsplit=1)
    return bool(words) and words[0].upper() in _PROSE


@dataclass(slots=True)
class Field:
    """A complex field that has begun and not yet ended.

    ``whole`` says that its end stands in the same container of the same paragraph. ``wrap`` and
    ``thing`` number what its beginning became in the paragraph that is being read.
    """

    instruction: str = ""
    in_result: bool = False
    whole: bool = False
    wrap: int | None = None
    thing: int | None = None

    @property
    def hidden(self) -> bool:
        """Whether what is read now belongs to the field's code or to a value."""
        return not self.in_result or not shows_prose(self.instruction)


@dataclass(slots=True)
class Fields:
    """The fields open at a place of a story; they may go on over several paragraphs."""

    open: list[Field] = field(default_factory=list)
    unended: set[Element] = field(default_factory=set)
    """The begin marks without an end: Word shows what follows them, so they begin nothing."""

    def next_paragraph(self) -> None:
        """The numbers of the paragraph before mean nothing in the next one."""
        for each in self.open:
            each.whole, each.wrap, each.thing = False, None, None

    @property
    def hidden(self) -> bool:
        """Whether the place is inside a field's code or value."""
        return any(each.hidden for each in self.open)


def unended_fields(root: Element) -> set[Element]:
    """The begin marks in a part that no end mark answers, in damaged documents."""
    marks = [mark for mark in root.iter("{*}fldChar") if kind(mark) == "w:fldChar"]
    kinds = [own(mark, "fldCharType") for mark in marks]
    if kinds.count("begin") <= kinds.count("end"):
        return set()
    open_marks: dict[Element | None, list[Element]] = {}
    for mark, name in zip(marks, kinds, strict=True):
        story = open_marks.setdefault(_story(mark), [])
        if name == "begin":
            story.append(mark)
        elif name == "end" and story:
            story.pop()
    return {mark for story in open_marks.values() for mark in story}


def _story(mark: Element) -> Element | None:
    """The text box, note or comment that the mark stands in; None for the part itself."""
    return next((each for each in mark.iterancestors() if kind(each) in STORIES), None)


STORIES = frozenset(("w:txbxContent", "w:footnote", "w:endnote", "w:comment"))
"""Texts of their own inside a part: a field never runs from one into another."""
