"""TMX: what other tools write is read, what we write is valid, and nothing is lost on the way."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from translate_kit.errors import BadData, UserError
from translate_kit.memory import Memory, Origin, Provenance, Store, Unit, tmx
from translate_kit.memory.entry import cleaned
from translate_kit.memory.tally import Tally
from translate_kit.memory.transfer import Terms, export_file, import_file
from translate_kit.model import LANGUAGES
from translate_kit.workspace import Workspace

DTD = Path(__file__).parent / "cases" / "tmx14.dtd"
HEADER = (
    '<header creationtool="Other" creationtoolversion="1" segtype="sentence" o-tmf="x"'
    ' adminlang="en" srclang="zh-CN" datatype="plaintext"/>'
)
Write = Callable[..., Path]


@pytest.fixture
def file(tmp_path: Path) -> Write:
    """A TMX file from the content of its body."""

    def write(
        body: str, *, header: str = HEADER, before: str = "", encoding: str = "utf-8"
    ) -> Path:
        path = tmp_path / "old.tmx"
        text = f'<tmx version="1.4">{header}<body>{body}</body></tmx>'
        declaration = f'<?xml version="1.0" encoding="{encoding}"?>\n'
        path.write_bytes((declaration + before + text).encode(encoding))
        return path

    return write


def tu(*segments: tuple[str, str], attributes: str = "", inside: str = "") -> str:
    variants = "".join(f'<tuv xml:lang="{c}"><seg>{text}</seg></tuv>' for c, text in segments)
    return f"<tu {attributes}>{inside}{variants}</tu>"


def read(path: Path) -> tuple[list[Unit], list[str]]:
    tally = Tally()
    return list(tmx.read(path, tally)), tally.lines()


def test_a_unit_of_another_tool(file: Write) -> None:
    attributes = (
        'tuid="17" creationid="ANNA" creationdate="20190501T080000Z" changeid="BORIS"'
        ' changedate="20200208T090000Z" usagecount="3"'
    )
    inside = '<note>checked</note><prop type="client">Tyumen</prop>'
    path = file(tu(("zh-CN", "口罩"), ("EN-us", "mask"), attributes=attributes, inside=inside))
    ((unit,), left_out) = read(path)
    assert unit.texts == {"zh": "口罩", "en": "mask"}
    assert (unit.id, unit.note) == ("17", "checked")
    assert unit.provenance == Provenance(
        Origin.IMPORT, by="BORIS", at="2020-02-08T09:00:00Z", source="old.tmx"
    )
    assert unit.attributes == {
        "tu": {"creationid": "ANNA", "creationdate": "20190501T080000Z", "usagecount": "3"},
        "props": [["client", "Tyumen"]],
        "tuv": {"zh": {"attributes": {"lang": "zh-CN"}}, "en": {"attributes": {"lang": "EN-us"}}},
    }
    assert left_out == []


CODES = ("bpt", "ept", "ph", "it", "hi", "ut")


@pytest.mark.parametrize(
    ("segment", "text"),
    [
        ("plain", "plain"),
        ('<bpt i="1">&lt;b></bpt>bold<ept i="1">&lt;/b></ept> text', "bold text"),
        ('one<ph x="1">&lt;br/></ph>two', "one two"),
        ('one <ph x="1">&lt;br/></ph>two', "one two"),
        ('half<bpt i="1">{\\b </bpt>bold<ept i="1">}</ept>word', "halfboldword"),
        ('<it pos="begin">&lt;i></it>lost its end', "lost its end"),
        ('<hi type="term">N95 <bpt i="1"/>mask<ept i="1"/></hi> here', "N95 mask here"),
        ("see<ut>{\\fn}</ut>note", "see note"),
        ("a<ph>&lt;fn><sub>a footnote</sub></ph>, b", "a, b"),
        ("  blanks \n", "blanks"),
        ("line one\nline two", "line one\nline two"),
        ("wrapped by\n      the printer", "wrapped by the printer"),
        ("<!-- note -->kept<?pi x?>", "kept"),
        ("a &amp; b &#x41; <![CDATA[<c>]]>", "a & b A <c>"),
    ],
)
def test_inline_codes_are_taken_out(file: Write, segment: str, text: str) -> None:
    ((unit,), left_out) = read(file(tu(("zh", "口罩"), ("en", segment))))
    assert unit.texts["en"] == text
    assert bool(left_out) == any(f"<{code}" in segment for code in CODES)


def test_a_wrapped_line_between_characters_needs_no_blank(file: Write) -> None:
    ((unit,), _left_out) = read(file(tu(("zh", "医用\n    口罩"), ("ja", "医療用\n\tマスク"))))
    assert unit.texts == {"zh": "医用口罩", "ja": "医療用マスク"}


def test_variants_of_a_language(file: Write) -> None:
    body = (
        tu(("zh-TW", "口罩，繁體"), ("zh-Hans", "口罩"), ("en", "mask"))
        + tu(("zh-HK", "手套"), ("en", "glove"))
        + tu(("zh", "颜色"), ("en-US", "color"), ("en-GB", "colour"))
        + tu(("de", "Maske"), ("zh", "面罩"), ("fr", "masque"))
        + tu(("zh", ""), ("en", "empty"))
        + tu(("ko_KR", "마스크"), ("ru-RU", "маска"))
    )
    units, left_out = read(file(body))
    assert [unit.texts for unit in units] == [
        {"zh": "口罩", "en": "mask"},
        {"zh": "颜色", "en": "color"},
        {"zh": "颜色", "en": "colour"},
        {"ru": "маска", "ko": "마스크"},
    ]
    assert left_out == [
        "1 text left out: de is none of our languages",
        "1 text left out: fr is none of our languages",
        "1 text left out: zh-HK is Chinese in traditional characters",
        "1 text left out: zh-TW is Chinese in traditional characters",
        "3 units left out: they have fewer than two texts",
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gb18030", "utf-16-le"])
def test_encodings(file: Write, encoding: str) -> None:
    path = file(tu(("zh", "口罩"), ("en", "mask")), encoding=encoding)
    if encoding == "utf-16-le":
        path.write_bytes(b"\xff\xfe" + path.read_bytes())
    ((unit,), _left_out) = read(path)
    assert unit.texts == {"zh": "口罩", "en": "mask"}


GOOD = tu(("zh", "口罩"), ("en", "mask"))
BOMB = '<!DOCTYPE tmx [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
SECRET = '<!DOCTYPE tmx [<!ENTITY secret SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("", "bad.tmx: this is not readable XML"),
        ("not XML at all", "line 1: this is not readable XML"),
        (f'<tmx version="1.4">{HEADER}<body>{GOOD}', "this is not readable XML"),
        (f'<tmx version="1.4">{HEADER}\n<body>\n<tu></body></tmx>', "line 3: this is not"),
        ("<html><body/></html>", "this is XML, but no TMX: it begins with <html>"),
        (f'<tmx version="1.4"><body>{GOOD}</body></tmx>', "has no <header>"),
        (f'<tmx version="2.0">{HEADER}<body>{GOOD}</body></tmx>', "version “2.0” is not known"),
        (f"<tmx>{HEADER}<body>{GOOD}</body></tmx>", "version “” is not known"),
        (f'<tmx version="1.4">{HEADER}<body/></tmx>', "no unit with texts in two of our languages"),
        (
            f'<tmx version="1.4">{HEADER}<body>{tu(("de", "Netz"), ("fr", "filet"))}</body></tmx>',
            r"no unit .*\(1 text left out: de is none of our languages; 1 text left out: fr",
        ),
        (
            f'<tmx version="1.4">{HEADER}<body>{tu(("zh", ""), ("en", " "))}</body></tmx>',
            "1 unit left out",
        ),
        (
            f'<tmx version="1.4">{HEADER}\n<body><tu><tuv><seg>x</seg></tuv></tu></body></tmx>',
            "line 2: a <tuv> without xml:lang",
        ),
        (
            f'<tmx version="1.4">{HEADER}<body><tu><tuv xml:lang="zh"/></tu></body></tmx>',
            "a <tuv> without <seg>",
        ),
        (f'{BOMB}<tmx version="1.4">{HEADER}<body>{GOOD}</body></tmx>', "declares XML entities"),
        (f'{SECRET}<tmx version="1.4">{HEADER}<body>{GOOD}</body></tmx>', "declares XML entities"),
        (
            f'<!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4">{HEADER}<body>'
            f"{tu(('zh', 'a&secret;b'), ('en', 'x'))}</body></tmx>",
            "the entity “secret” is explained nowhere",
        ),
        (f'<tmx version="1.4">{HEADER}<body>{GOOD}\x00</body></tmx>', "not readable XML"),
    ],
)
def test_broken_and_hostile_files_are_refused_by_name(
    tmp_path: Path, content: str, why: str
) -> None:
    path = tmp_path / "bad.tmx"
    path.write_text(content, encoding="utf-8")
    store = Store(tmp_path / "memory.sqlite3")
    with pytest.raises(BadData, match=why) as refused:
        import_file(store, path, Terms())
    assert "bad.tmx" in str(refused.value)
    assert len(store) == 0


def test_a_file_cut_off_late_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "cut.tmx"
    path.write_text(f'<tmx version="1.4">{HEADER}<body>' + GOOD * 50 + "<tu>", encoding="utf-8")
    store = Store(tmp_path / "memory.sqlite3")
    with pytest.raises(BadData, match="not readable XML"):
        import_file(store, path, Terms())
    assert len(store) == 0


@pytest.mark.parametrize("name", ["absent.tmx", "folder.tmx", "memory.docx", "memory"])
def test_what_is_no_file_of_units(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder.tmx").mkdir()
    with pytest.raises(UserError, match=name.split(".")[-1]):
        import_file(Store(tmp_path / "m.sqlite3"), tmp_path / name, Terms())


def exported(units: list[Unit]) -> bytes:
    file = BytesIO()
    tmx.write(units, file)
    return file.getvalue()


def valid(content: bytes) -> bool:
    dtd = etree.DTD(str(DTD))
    return bool(dtd.validate(etree.fromstring(content)))


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"))
    | st.sampled_from("\n\t&<>\"'口罩"),
    min_size=1,
    max_size=30,
)
UNITS = st.builds(
    Unit,
    id=st.sampled_from(["a-1", "17"]),
    texts=st.dictionaries(st.sampled_from(LANGUAGES), TEXTS, min_size=2).map(cleaned),
    provenance=st.builds(
        Provenance,
        st.sampled_from(Origin),
        by=st.sampled_from(["", "李明", "Anna <a@b.example>"]),
        at=st.sampled_from(["", "2020-02-08T09:00:00Z"]),
        source=st.sampled_from(["", "old.tmx"]),
        domain=st.sampled_from(["", "appeal"]),
        penalty=st.integers(0, 100),
    ),
    note=st.sampled_from(["", "checked\ntwice"]),
    attributes=st.sampled_from(
        [
            {},
            {
                "tu": {"creationid": "ANNA", "usagecount": "3"},
                "props": [["client", "x"]],
                "tuv": {"en": {"attributes": {"lang": "en-US"}, "notes": ["n"]}},
            },
        ]
    ),
).filter(lambda unit: len(unit.texts) >= 2 and ("en" in unit.texts or not unit.attributes))


@given(units=st.lists(UNITS, max_size=4))
def test_nothing_is_lost_on_the_way_out_and_back(
    units: list[Unit], tmp_path_factory: pytest.TempPathFactory
) -> None:
    content = exported(units)
    assert valid(content)
    path = tmp_path_factory.mktemp("tmx") / "ours.tmx"
    path.write_bytes(content)
    assert read(path)[0] == units


def test_what_another_tool_wrote_goes_out_again_as_it_came(file: Write) -> None:
    attributes = 'tuid="17" creationid="ANNA" changeid="BORIS" changedate="20200208T090000Z"'
    inside = '<note>checked</note><prop type="client">Tyumen</prop>'
    path = file(tu(("zh-CN", "口罩"), ("EN-us", "mask"), attributes=attributes, inside=inside))
    root = etree.fromstring(exported(read(path)[0]))
    (written,) = root.iter("tu")
    assert dict(written.attrib) == {
        "tuid": "17",
        "creationid": "ANNA",
        "changeid": "BORIS",
        "changedate": "20200208T090000Z",
    }
    assert [each.text for each in written.iter("note")] == ["checked"]
    assert ("client", "Tyumen") in [(p.get("type"), p.text) for p in written.iter("prop")]
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    assert [each.get(lang) for each in written.iter("tuv")] == ["zh-CN", "EN-us"]


def test_the_memory_comes_back_whole(shipped: Workspace, tmp_path: Path) -> None:
    memory = Memory.load([], store=Store(tmp_path / "one.sqlite3"))
    starter = [
        replace(u, provenance=replace(u.provenance, at="")) for u in shipped.memory.units[:60]
    ]
    memory.require_store().add(starter)
    path = tmp_path / "all.tmx"
    assert export_file(memory.require_store().each(), path) == 60
    assert valid(path.read_bytes())
    other = Store(tmp_path / "two.sqlite3")
    added, tally = import_file(other, path, Terms())
    assert (added.new, added.known, tally.lines()) == (60, 0, [])
    assert list(other.each()) == list(memory.require_store().each())
    again = tmp_path / "again.tmx"
    export_file(other.each(), again)
    assert again.read_bytes() == path.read_bytes()
    assert import_file(other, path, Terms())[0].known == 60


READER = """
import sys
from translate.storage.tmx import tmxfile
with open(sys.argv[1], "rb") as file:
    memory = tmxfile(file, "zh", "ru")
for unit in memory.units:
    print(unit.source, unit.target, sep="\\t")
"""


def test_another_tool_opens_it(shipped: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "ours.tmx"
    units = shipped.memory.units[:20]
    export_file(units, path)
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", READER, str(path)],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.splitlines() == [f"{u.texts['zh']}\t{u.texts['ru']}" for u in units]


WRITER = """
import sys
from translate.storage.tmx import tmxfile
memory = tmxfile(sourcelanguage="zh", targetlanguage="ru")
memory.addtranslation("口罩", "zh", "маска", "ru", comment="checked")
memory.addtranslation("手套", "zh", "перчатка", "ru")
memory.savefile(sys.argv[1])
"""


def test_what_another_tool_wrote_is_read(tmp_path: Path) -> None:
    path = tmp_path / "theirs.tmx"
    subprocess.run([sys.executable, "-X", "utf8", "-c", WRITER, str(path)], check=True)
    units, left_out = read(path)
    assert [unit.texts for unit in units] == [
        {"zh": "口罩", "ru": "маска"},
        {"zh": "手套", "ru": "перчатка"},
    ]
    assert (units[0].note, left_out) == ("checked", [])


def test_terms_of_an_import(file: Write, tmp_path: Path) -> None:
    path = file(GOOD)
    memory = Memory.load([], store=Store(tmp_path / "m.sqlite3"))
    import_file(memory.require_store(), path, Terms(penalty=10, domain="appeal"))
    assert memory.exact("口罩", "zh", "en") is None
    import_file(memory.require_store(), path, Terms(approved_by="李明"))
    assert memory.exact("口罩", "zh", "en") == "mask"
    first, second = memory.require_store().each()
    assert (first.provenance.penalty, first.provenance.domain) == (10, "appeal")
    assert (second.provenance.origin, second.provenance.by) == (Origin.PERSON, "李明")
    assert second.provenance.at
