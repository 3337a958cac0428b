"""XLIFF for reviewers: by the rules of the standard, and what was written comes back."""

import re
from collections import Counter
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from translate.storage.xliff import Xliff1File
from translate.storage.xliff2 import Xliff2File

from translate_kit.formats.interchange import (
    VERSIONS,
    Candidate,
    Mark,
    Offer,
    Remark,
    Segment,
    Unit,
    placed_marks,
    read,
    write,
)
from translate_kit.model import InlineTag, Pair, Severity, Span

PAIR = Pair("zh", "ru")
RULES = {
    "2.1": {
        "xliff": "file ",
        "file": "metadata (unit )+",
        "unit": "(matches )?notes ((segment )|(ignorable ))+",
        "notes": "(note )+",
        "matches": "(match )+",
        "match": "source target ",
        "segment": "source (target )?",
        "ignorable": "source (target )?",
    },
    "1.2": {
        "xliff": "(file )+",
        "file": "(header )?body ",
        "header": "(reference )(note )?(tool )",
        "body": "(group )*",
        "group": "(context-group )*(trans-unit )*",
        "trans-unit": "source (target )?(note )*(alt-trans )*",
        "alt-trans": "source target ",
    },
}
"""Element -> its children in order: the content models of the standard, as far as we use them."""

SCHEMAS = Path(__file__).parent / "schemas"


class _Copies(etree.Resolver):
    """The one schema that both import is beside them, not on the internet."""

    def resolve(self, url: str, _public: str, context: Any) -> Any:
        return (
            self.resolve_filename(str(SCHEMAS / "xml.xsd"), context) if "xml.xsd" in url else None
        )


@cache
def _schema(version: str) -> etree.XMLSchema:
    """The published schema; that of 2.0 holds for the core of 2.1, whose modules it lets in."""
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(_Copies())
    name = {"2.1": "xliff-core-2.0.xsd", "1.2": "xliff-core-1.2-strict.xsd"}[version]
    return etree.XMLSchema(etree.parse(str(SCHEMAS / name), parser))


texts = st.text("ab 中\n<&", min_size=1, max_size=12)


@st.composite
def cuts(draw: Any, text: str, pieces: int) -> list[Span]:
    """As many stretches of a text, in order, not overlapping."""
    places = sorted(draw(st.lists(st.integers(0, len(text)), min_size=2 * pieces,
                                  max_size=2 * pieces)))  # fmt: skip
    return [Span(a, b) for a, b in list(pairwise(places))[::2]]


@st.composite
def tagged(draw: Any, text: str) -> tuple[InlineTag, ...]:
    tags = []
    for number in range(draw(st.integers(0, 4))):
        start, end = sorted(draw(st.tuples(*[st.integers(0, len(text))] * 2)))
        paired = draw(st.booleans())
        tags.append(InlineTag(str(number + 1), Span(start, end if paired else start), paired))
    return tuple(tags)


@st.composite
def units(draw: Any) -> Unit:
    source, target = draw(texts), draw(texts)
    pieces = draw(st.integers(1, 3))
    ours, theirs = draw(cuts(source, pieces)), draw(cuts(target, pieces))
    origins = [draw(st.sampled_from(["engine", "memory", "none"])) for _each in ours]
    near = (Candidate("a", "b", 81.5),)
    remarks = (Remark(Severity.ERROR, "10 < 20 & missing"),)
    segments = [Segment(*spans, near, remarks) for spans in zip(ours, theirs, origins, strict=True)]
    tags = draw(tagged(source)), draw(tagged(target))
    return Unit(1, "part.xml#1", "page 1", source, tags[0], target, tags[1], tuple(segments))


def counted(marks: Any) -> Counter[Mark]:
    return Counter(marks)


@pytest.mark.parametrize("version", VERSIONS)
@given(unit=units(), columns=st.sampled_from([(), ("2",), ("品名", "note of it")]))
def test_what_was_written_comes_back(
    version: str,
    unit: Unit,
    columns: tuple[str, ...],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    path = tmp_path_factory.getbasetemp() / "offer.xlf"
    offer = Offer("../a.csv", "00ff", PAIR, [unit], columns)
    path.write_bytes(write(offer, version))
    returned = read(path)
    assert (returned.original, returned.sha256, returned.pair) == ("../a.csv", "00ff", PAIR)
    assert returned.columns == columns
    expected = placed_marks(unit.target_tags, [each.target for each in unit.segments])
    for ours, theirs, marks in zip(unit.segments, returned.segments, expected, strict=True):
        assert theirs.source == ours.source.of(unit.source)
        assert not theirs.approved
        if ours.translated:
            assert theirs.target == ours.target.of(unit.target)
            assert counted(theirs.marks) == counted(marks)
        else:
            assert theirs.target is None
    keeps_the_rules(path, version)


def keeps_the_rules(path: Path, version: str) -> None:
    root = etree.parse(str(path)).getroot()
    _schema(version).assertValid(root)
    for element in root.iter():
        name = etree.QName(element).localname
        children = "".join(f"{etree.QName(child).localname} " for child in element)
        rule = RULES[version].get(name)
        assert rule is None or re.fullmatch(rule, children), f"{name}: {children}"
    for unit in root.iter("{*}unit", "{*}trans-unit"):
        ids_are_unique(unit)


def ids_are_unique(unit: Any) -> None:
    """In 2.1 those of segments and of inline elements share one space, source and target apart."""
    names = [node.get("id") for node in unit.iterchildren("{*}segment")]
    for side in ("source", "target"):
        inline = [
            node.get("id")
            for content in unit.iterfind(f".//{{*}}{side}")
            if etree.QName(content.getparent()).localname in ("segment", "trans-unit", "unit")
            for node in content.iterdescendants()
            if node.get("id")
        ]
        assert len(set(names + inline)) == len(names + inline)


SIMPLE = Unit(
    1, "part.xml#1", "page 1", "三。", (InlineTag("1", Span(0, 1), paired=True),), "Три.",
    (InlineTag("1", Span(0, 3), paired=True),), (Segment(Span(0, 2), Span(0, 4), "engine"),),
)  # fmt: skip


@pytest.mark.parametrize("version", VERSIONS)
def test_another_program_opens_it(version: str) -> None:
    content = write(Offer("a.docx", "00ff", PAIR, [SIMPLE]), version)
    store = (Xliff2File if version == "2.1" else Xliff1File).parsestring(content)
    (unit,) = store.units
    assert (str(unit.source), str(unit.target)) == ("三。", "Три.")


STATES = {
    "1.2": {"engine": ("needs-review-translation", "leveraged-mt"),
            "memory": ("translated", "exact-match"),
            "copy": ("translated", None)},
    "2.1": {"engine": ("translated", "translate-kit:engine"),
            "person": ("translated", "translate-kit:person"),
            "none": ("initial", "translate-kit:none")},
}  # fmt: skip


@pytest.mark.parametrize(
    ("version", "origin"), [(v, origin) for v, states in STATES.items() for origin in states]
)
def test_the_state_says_where_the_words_come_from(version: str, origin: str) -> None:
    segment = Segment(Span(0, 2), Span(0, 4), origin)
    unit = Unit(1, "n", "w", "三。", (), "Три.", (), (segment,))
    root = etree.fromstring(write(Offer("a.docx", "00ff", PAIR, [unit]), version))
    node = root.find(".//{*}segment") if version == "2.1" else root.find(".//{*}target")
    assert node is not None
    qualifier = "subState" if version == "2.1" else "state-qualifier"
    assert (node.get("state"), node.get(qualifier)) == STATES[version][origin]


def test_a_document_without_text_gives_a_valid_file(tmp_path: Path) -> None:
    for version in VERSIONS:
        path = tmp_path / "empty.xlf"
        path.write_bytes(write(Offer("a.docx", "00ff", PAIR, []), version))
        assert read(path).segments == ()
        _schema(version).assertValid(etree.parse(str(path)))
