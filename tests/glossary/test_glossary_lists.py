"""Lists of words from DeepL, OmegaT and translation memories: what they would change, and laws."""

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from translate_kit.errors import UserError
from translate_kit.glossary.cells import applied, cells_of, concepts_of
from translate_kit.glossary.concept import Concept, Status, Term
from translate_kit.glossary.edits import clean
from translate_kit.glossary.exchange import Options, format_named, read_file
from translate_kit.glossary.incoming import Incoming
from translate_kit.glossary.store import Glossary, fold
from translate_kit.model import Pair
from translate_kit.workspace import Workspace

PAIR = Pair("zh", "ru")
CASES = Path(__file__).parent / "cases" / "lists"
ANNA = ("--as", "Anna")


def concept(identifier: str, domain: str = "ppe", **terms: Sequence[tuple[str, str]]) -> Concept:
    made = {code: [Term(text, code, Status(status), {}) for text, status in each]
            for code, each in terms.items()}  # fmt: skip
    return Concept(identifier, domain, "noun", "", "定义", "", "", "", made)


@pytest.fixture(scope="module")
def ours() -> Glossary:
    """Masks, and two concepts that share the Chinese word 支援."""
    concepts = [
        concept(
            "ppe-0001",
            zh=[("口罩", "preferred"), ("面罩", "admitted")],
            ru=[("маска", "preferred"), ("намордник", "forbidden")],
        ),
        concept("a-0001", zh=[("支援", "preferred")], ru=[("поддержка", "preferred")]),
        concept("a-0002", zh=[("支援", "preferred")], ru=[("помощь", "preferred")]),
    ]
    return Glossary({each.id: each for each in concepts})


def told(incoming: Incoming) -> list[str]:
    """The new terms as concept, language, term; then the problems."""
    terms = [
        f"{c.place.concept} {c.place.language} {c.place.term} {c.new}"
        for c in incoming.changes
        if c.place.field == "status"
    ]
    return [*terms, *(f"{each.where}: {each.why}" for each in incoming.problems)]


def read(
    tmp_path: Path, name: str, text: str, ours: Glossary, pair: Pair | None = PAIR
) -> list[str]:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return told(read_file(path, ours, pair=pair))


CASES_OF_LISTS = [
    ("口罩,маска\n", []),
    ("口罩,Маска\n", []),
    ("口罩,повязка\n", ["ppe-0001 ru повязка proposed"]),
    ("面罩,повязка\n", ["ppe-0001 ru повязка proposed"]),
    ("支援,помощь\n", []),
    (
        "支援,содействие\n",
        ["line 1: “支援” is a term of several concepts, a-0001, a-0002; enter it with: glossary"
         " propose ID LANGUAGE TERM"],
    ),
    (
        "担架,носилки\n体温计,термометр\n",
        ["imp-0001 zh 担架 proposed", "imp-0001 ru носилки proposed",
         "imp-0002 zh 体温计 proposed", "imp-0002 ru термометр proposed"],
    ),
    (
        "担架,носилки\n担架,санитарные носилки\n",
        ["imp-0001 zh 担架 proposed", "imp-0001 ru носилки proposed",
         "imp-0001 ru санитарные носилки proposed"],
    ),
    ("口罩,намордник\n", ["line 1: “намордник” is a term of ppe-0001 already: forbidden"]),
    ("口罩,\n", ["line 1: the source or its translation is missing; left out"]),
    ("zh,ru\n口罩,маска\n", []),
    ("\ufeff口罩;повязка\n", ["ppe-0001 ru повязка proposed"]),
    ("口罩,повязка,ZH,RU\n", ["ppe-0001 ru повязка proposed"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES_OF_LISTS)
def test_a_list_for_deepl(tmp_path: Path, ours: Glossary, text: str, expected: list[str]) -> None:
    assert read(tmp_path, "list.csv", text, ours) == expected


@pytest.mark.parametrize("name", ["list.tsv", "list.txt", "list.utf8", "list.tab"])
def test_a_list_of_omegat(tmp_path: Path, ours: Glossary, name: str) -> None:
    text = "# our words\n口罩\tповязка\tустар.\n\n担架\tносилки\tдля раненых\n"
    incoming = read(
        tmp_path, name, text.replace("\n\n", "\n") if name == "list.tsv" else text, ours
    )
    assert incoming == [
        "ppe-0001 ru повязка proposed", "imp-0001 zh 担架 proposed", "imp-0001 ru носилки proposed",
    ]  # fmt: skip


def test_a_comment_becomes_a_remark_on_a_new_concept_only(tmp_path: Path, ours: Glossary) -> None:
    path = tmp_path / "list.txt"
    path.write_text("口罩\tповязка\tустар.\n担架\tносилки\tдля раненых\n", encoding="utf-8")
    notes = {
        c.place.concept: c.new
        for c in read_file(path, ours, pair=PAIR).changes
        if c.place.field == "note"
    }
    assert notes == {"imp-0001": "для раненых"}


def test_the_languages_are_told_from_the_words(tmp_path: Path, ours: Glossary) -> None:
    text = "这些口罩的标准是什么,защитная маска для нашего города\n"
    assert read(tmp_path, "list.csv", text, ours, None)[0].endswith(
        "zh 这些口罩的标准是什么 proposed"
    )


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        (
            "a.csv",
            "担架,stretcher\n担架,носилки,床\n",
            "line 2: 3 columns; a list for DeepL has two",
        ),
        ("a.csv", "担架,носилки,zh,ru\n担架,stretcher,zh,en\n", "line 2: this line is in zh-en"),
        ("a.csv", "担架\n", "no row with the names of the columns"),
        ("a.csv", "", "no row with the names of the columns"),
        ("a.csv", "担架,stretcher\n\0,a\n", "NUL byte found"),
        ("a.csv", "zh,ru\n", "there is no word in this file"),
        ("a.txt", "担架 носилки\n", "line 1: a line is a source, its translation and a comment"),
        ("a.txt", "a\tb\tc\td\n", "line 1: a line is a source, its translation and a comment"),
        ("a.txt", "\n", "there is no word in this file"),
        ("a.csv", "12,13\n", "say of which languages the two columns are"),
        ("a.csv", "担架,床\n", "say of which languages the two columns are"),
        ("a.tmx", "<tbx/>", "this is XML, but no TMX: it begins with <tbx>"),
        ("a.tmx", "<tmx><body>", "this is not readable XML"),
        ("a.tmx", "<tmx version='1.4'><header/><body/></tmx>", "there is no term in this TMX file"),
        ("a.tmx", "<!DOCTYPE t [<!ENTITY a 'b'>]><tmx>&a;</tmx>", "declares XML entities"),
    ],
)
def test_what_is_no_list_is_refused(
    tmp_path: Path, ours: Glossary, name: str, text: str, why: str
) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UserError, match=why.replace("(", r"\(")):
        read_file(path, ours)


TMX = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="phrase" o-tmf="x"
 adminlang="en" srclang="zh-CN" datatype="plaintext"/><body>{units}</body></tmx>"""


@pytest.mark.parametrize(
    ("units", "expected"),
    [
        ("口罩|повязка", ["ppe-0001 ru повязка proposed"]),
        ("<hi>口</hi><ph>x</ph>罩|маска", []),
        (
            "担架|носилки",
            ["imp-0001 zh 担架 proposed", "imp-0001 ru носилки proposed"],
        ),
        (
            "口罩已于昨日运抵。|Маски доставлены вчера.&&口罩|повязка",
            ["ppe-0001 ru повязка proposed", "line 3: this is a sentence, no term; left out"],
        ),
        (
            "口罩|",
            ["line 3: the term is empty; left out"],
        ),
    ],
)
def test_words_of_another_memory(
    tmp_path: Path, ours: Glossary, units: str, expected: list[str]
) -> None:
    pairs = [unit.split("|") for unit in units.split("&&")]
    body = "".join(
        f'<tu><tuv xml:lang="zh-CN"><seg>{zh}</seg></tuv>'
        f'<tuv xml:lang="ru"><seg>{ru}</seg></tuv></tu>'
        for zh, ru in pairs
    )
    assert read(tmp_path, "a.tmx", TMX.format(units=body), ours, None) == expected


def test_other_languages_of_a_memory_are_told(tmp_path: Path, ours: Glossary) -> None:
    unit = (
        '<tu><note>x</note><tuv xml:lang="zh"><seg>担架</seg></tuv>'
        '<tuv xml:lang="fr"><seg>brancard</seg></tuv></tu>'
    )
    assert read(tmp_path, "a.tmx", TMX.format(units=unit), ours, None) == [
        "imp-0001 zh 担架 proposed", "fr: 1 term in “fr” left out: not one of our languages",
    ]  # fmt: skip


# No semicolons: Excel's tables are parted by them in half of Europe, so a first line full of them
# is read so.
WORDS = st.text("口罩防护服маскиABcd -’\"'#,", min_size=1, max_size=8).map(clean).filter(bool)
STATUSES = st.sampled_from([s for s in Status if s is not Status.PREFERRED])


@st.composite
def glossaries(draw: st.DrawFn) -> Glossary:
    """Concepts with a preferred term in both languages, or in one, and others besides."""
    concepts = {}
    for number in range(draw(st.integers(1, 4))):
        terms = {}
        for language in ("zh", "ru"):
            words = draw(st.lists(WORDS, min_size=1, max_size=3, unique_by=fold))
            first = draw(st.sampled_from([Status.PREFERRED, Status.PREFERRED, Status.PROPOSED]))
            statuses = [first, *(draw(STATUSES) for _word in words[1:])]
            pairs = sorted(zip(words, statuses, strict=True), key=lambda pair: pair[1].rank)
            terms[language] = [Term(word, language, status, {}) for word, status in pairs]
        identifier = f"ab-{number + 1:04}"
        concepts[identifier] = Concept(
            identifier, "ab", "noun", "", f"定义{number}", "", "", "", terms
        )
    return Glossary(concepts)


FORMATS = [("deepl", ".csv"), ("deepl", ".tsv"), ("omegat", ".txt"), ("tmx", ".tmx")]


def exported(glossary: Glossary, name: str, suffix: str, folder: Path) -> Path | None:
    """The file; None where the format has nothing to hold."""
    options = Options(folder / f"list{suffix}", "5f0c3a9be1d2", PAIR)
    (content,) = format_named(name).write(list(glossary), options).files.values()
    path = folder / f"list{suffix}"
    path.write_bytes(content)
    return path if content and (name != "tmx" or b"<tu " in content) else None


@pytest.mark.parametrize(("name", "suffix"), FORMATS)
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(glossary=glossaries())
def test_what_went_out_changes_nothing_when_it_comes_back(
    tmp_path: Path, glossary: Glossary, name: str, suffix: str
) -> None:
    path = exported(glossary, name, suffix, tmp_path)
    if path:
        came = read_file(path, glossary, name, None if name == "tmx" else PAIR)
        assert told(came) == []
        assert came.changes == ()


@pytest.mark.parametrize(("name", "suffix"), FORMATS)
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(glossary=glossaries())
def test_an_empty_glossary_gets_every_pair(
    tmp_path: Path, glossary: Glossary, name: str, suffix: str
) -> None:
    path = exported(glossary, name, suffix, tmp_path)
    if not path:
        return
    came = read_file(path, Glossary({}), name, None if name == "tmx" else PAIR)
    made = Glossary(concepts_of(applied(cells_of([]), came.changes)))
    if name == "tmx":
        kept = {i: c for i, c in glossary.concepts.items() if all(map(c.preferred, ("zh", "ru")))}
        assert pairs(made) == pairs(Glossary(kept), preferred=True)
    else:
        with path.open(encoding="utf-8", newline="") as file:
            quoting = csv.QUOTE_NONE if name == "omegat" else csv.QUOTE_MINIMAL
            delimiter = "," if suffix == ".csv" else "\t"
            rows = list(csv.reader(file, delimiter=delimiter, quoting=quoting))
        assert pairs(made) == {(fold(row[0]), fold(row[1])) for row in rows}


def pairs(glossary: Glossary, *, preferred: bool = False) -> set[tuple[str, str]]:
    """The Chinese and Russian words of each concept, every one with every other."""
    return {
        (fold(zh.text), fold(ru.text))
        for each in glossary
        for zh in each.terms.get("zh", ())
        for ru in each.terms.get("ru", ())
        if not preferred or {zh.status, ru.status} == {Status.PREFERRED}
    }


@pytest.mark.parametrize(("name", "suffix"), FORMATS)
def test_the_shipped_glossary_comes_back(
    tmp_path: Path, shipped: Glossary, name: str, suffix: str
) -> None:
    path = exported(shipped, name, suffix, tmp_path)
    assert path
    came = read_file(path, shipped, name, None if name == "tmx" else PAIR)
    assert told(came) == []
    assert came.changes == ()


def test_a_list_becomes_proposals_when_told(office: Workspace, command) -> None:
    assert office.folder is not None
    path = office.folder / "words.csv"
    path.write_text("口罩,тканевая повязка\n担架,носилки\n", encoding="utf-8")
    said = command("import", str(path), "--pair", "zh-ru", *ANNA)
    assert "line 1: " in said
    assert "тканевая повязка" in said
    assert not office.termbase.history(), "it shows first"
    command("import", str(path), "--pair", "zh-ru", "--apply", *ANNA)
    glossary = office.termbase.load()
    found = {entry.term.status for entry in glossary.by_term("тканевая повязка")}
    assert found == {Status.PROPOSED}
    assert "0 changes" in command("import", str(path), "--pair", "zh-ru", *ANNA)
    said = command("import", str(path), "--format", "tbx", "--pair", "zh-ru", code=2)
    assert "say their languages themselves" in said
    assert "go out only" in command("import", str(path), "--format", "anki", code=2)
