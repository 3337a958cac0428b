"""Light Markdown to the blocks of a letter, and the other way: any text made safe to stand in it.

A body template may use one heading of level 1 (the subject), headings of level 2, paragraphs,
lists, tables, quotations (small print), strong and emphasis. Anything else is refused by name:
what the renderers could not show must not get lost in silence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.tree import SyntaxTreeNode

from translate_kit.letters.letter import Block, Grid, Heading, Listing, Note, Paragraph, Run
from translate_kit.messages import _

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_PARAGRAPH_BREAK = re.compile(r"\n\s*\n")
_PENDING_START, _MACHINE_START, _END = "\ue000", "\ue002", "\ue001"
_LANGUAGE_CODE_LENGTH = 2
_MARK = re.compile(f"({_PENDING_START}..|{_MACHINE_START}|{_END})")


class Markdown(str):
    """Text that is Markdown already and must not be escaped again."""

    __slots__ = ()


class NotInLetters(ValueError):  # noqa: N818
    """Markup that a letter has no place for; the message names it."""


@dataclass(frozen=True, slots=True)
class Body:
    """What a body template says: the subject, the main text and the particulars after it."""

    subject: tuple[Run, ...]
    blocks: tuple[Block, ...]
    particulars: tuple[Block, ...]


def escape(text: str) -> Markdown:
    """The text as Markdown that shows exactly its characters; blank lines part paragraphs."""
    paragraphs = _PARAGRAPH_BREAK.split(text.strip())
    lines = (" ".join(paragraph.split("\n")).strip() for paragraph in paragraphs)
    return Markdown("\n\n".join(_PUNCTUATION.sub(r"\\\1", line) for line in lines))


def pending(text: str, language: str) -> str:
    """The text marked as still standing in ``language``, to be translated; not yet escaped.

    The marks are private-use characters, which requests refuse in their texts.
    """
    return _marked(text, _PENDING_START + language)


def unread(text: str) -> str:
    """The text marked as a machine's that nobody has read yet; not yet escaped."""
    return _marked(text, _MACHINE_START)


def _marked(text: str, start: str) -> str:
    paragraphs = (one.strip() for one in _PARAGRAPH_BREAK.split(text.strip()))
    return "\n\n".join(f"{start}{one}{_END}" for one in paragraphs)


def parse(text: str, *, particulars_heading: str = "", line_joint: str = " ") -> Body:
    """The blocks of a body; what follows a heading ``particulars_heading`` is the particulars.

    ``line_joint`` is what a line break inside a paragraph becomes: nothing in Chinese and
    Japanese, which have no spaces. Raises NotInLetters for markup that letters do not have, and
    where the subject is missing.
    """
    tree = SyntaxTreeNode(_parser(line_joint).parse(text))
    nodes = list(tree.children)
    if not nodes or nodes[0].type != "heading" or nodes[0].tag != "h1":
        raise NotInLetters(_("the first line must be the subject: “# Subject”"))
    blocks: list[Block] = []
    particulars: list[Block] = []
    place = blocks
    for node in nodes[1:]:
        block = _block(node)
        if isinstance(block, Heading) and _text(block.runs) == particulars_heading:
            place = particulars
        else:
            place.append(block)
    subject = tuple(_runs(nodes[0].children[0]))
    return Body(subject, tuple(blocks), tuple(particulars))


def _parser(line_joint: str) -> MarkdownIt:
    """CommonMark with tables and without HTML, its soft line breaks already replaced."""
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")

    def join_lines(state: StateCore) -> None:
        for token in state.tokens:
            for child in token.children or ():
                if child.type in ("softbreak", "hardbreak"):
                    child.type, child.content = "text", line_joint

    parser.core.ruler.push("join_lines", join_lines)
    return parser


def _block(node: SyntaxTreeNode) -> Block:
    if node.type == "paragraph":
        return Paragraph(tuple(_runs(node.children[0])))
    if node.type == "heading" and node.tag == "h2":
        return Heading(tuple(_runs(node.children[0])))
    if node.type == "blockquote" and [child.type for child in node.children] == ["paragraph"]:
        return Note(tuple(_runs(node.children[0].children[0])))
    if node.type in ("ordered_list", "bullet_list"):
        items = tuple(_item_runs(item) for item in node.children)
        return Listing(items, ordered=node.type == "ordered_list")
    if node.type == "table":
        head, *bodies = node.children
        rows = [row for body in bodies for row in body.children]
        return Grid(_cells(head.children[0]), tuple(_cells(row) for row in rows))
    raise NotInLetters(_("letters have no “{markup}”").format(markup=node.type))


def _item_runs(item: SyntaxTreeNode) -> tuple[Run, ...]:
    if [child.type for child in item.children] != ["paragraph"]:
        raise NotInLetters(_("an item of a list must be a single paragraph"))
    return tuple(_runs(item.children[0].children[0]))


def _cells(row: SyntaxTreeNode) -> tuple[tuple[Run, ...], ...]:
    return tuple(tuple(_runs(cell.children[0])) for cell in row.children)


def _runs(inline: SyntaxTreeNode) -> Iterator[Run]:
    """The runs of an inline node, with open passages found by their marks."""
    language, machine = "", False
    for run in _join(_styled(inline, Run(""))):
        for piece in _MARK.split(run.text):
            if piece.startswith(_PENDING_START):
                language = piece[1 : 1 + _LANGUAGE_CODE_LENGTH]
            elif piece == _MACHINE_START:
                machine = True
            elif piece == _END:
                language, machine = "", False
            elif piece:
                yield replace(run, text=piece, pending=language, machine=machine)


def _styled(node: SyntaxTreeNode, style: Run) -> Iterator[Run]:
    for child in node.children:
        if child.type == "text":
            yield replace(style, text=child.content)
        elif child.type == "strong":
            yield from _styled(child, replace(style, strong=True))
        elif child.type == "em":
            yield from _styled(child, replace(style, emphasis=True))
        else:
            raise NotInLetters(_("letters have no “{markup}”").format(markup=child.type))


def _join(runs: Iterator[Run]) -> Iterator[Run]:
    """Neighbouring runs of one style made one: the parser cuts text at every escape."""
    current: Run | None = None
    for run in runs:
        if current and replace(current, text="") == replace(run, text=""):
            current = replace(current, text=current.text + run.text)
            continue
        if current:
            yield current
        current = run
    if current:
        yield current


def _text(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs).strip()
