"""Reading the glossary from real files: overriding, looking up, and what is refused."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from translate_kit.errors import BadData, NotKnown, UserError
from translate_kit.glossary.concept import Status
from translate_kit.glossary.store import Glossary
from translate_kit.model import Noun

CONCEPTS = (
    "id,part_of_speech,counter,definition,note,source,confidence\n"
    "ppe-0001,noun,mask,遮盖口鼻的用品,,,high\n"
    "ppe-0002,noun,,防护用品统称,,,\n"
)
TERMS = "concept,term,status,grammar,reviewer,date,note\n"
EN = TERMS + "ppe-0001,mask,preferred,,,,\n"


@pytest.fixture
def domain(tmp_path: Path) -> Callable[..., Path]:
    """Writes one domain, ``ppe``, and gives the glossary folder that holds it."""

    def write(where: str = "glossaries", **files: str | bytes) -> Path:
        place = tmp_path / where / "ppe"
        place.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            data = content if isinstance(content, bytes) else content.encode("utf-8")
            (place / f"{name}.csv").write_bytes(data)
        return place.parent

    return write


def test_a_concept_with_its_terms(domain) -> None:
    ru = TERMS + (
        "ppe-0001,респиратор,forbidden,,,,другой товар\n"
        "ppe-0001,масочка,rejected,,,,\n"
        "ppe-0001,маска,preferred,gender=f; gen_pl=масок,Иванова,2026-11-24,\n"
        "ppe-0001,маска для лица,admitted,,,,\n"
    )
    concept = Glossary.load([domain(concepts=CONCEPTS, ru=ru)]).concept("ppe-0001")

    assert (concept.domain, concept.counter, concept.confidence) == ("ppe", "mask", "high")
    preferred = concept.preferred("ru")
    assert preferred is not None
    assert (preferred.text, preferred.reviewer, preferred.date) == (
        "маска",
        "Иванова",
        date(2026, 11, 24),
    )
    assert concept.noun("ru") == Noun("маска", {"gender": "f", "gen_pl": "масок"})
    assert [term.text for term in concept.admitted("ru")] == ["маска для лица"]
    assert [term.note for term in concept.forbidden("ru")] == ["другой товар"]
    assert [term.status for term in concept.terms["ru"]] == [
        Status.PREFERRED,
        Status.ADMITTED,
        Status.FORBIDDEN,
        Status.REJECTED,
    ]


def test_no_preferred_term_is_said(domain) -> None:
    concept = Glossary.load([domain(concepts=CONCEPTS, en=EN)]).concept("ppe-0002")
    assert concept.preferred("en") is None
    with pytest.raises(UserError, match=r"ppe-0002 has no preferred term.*ppe/en\.csv"):
        concept.noun("en")


@pytest.mark.parametrize(
    "encode",
    [
        lambda text: b"\xef\xbb\xbf" + text.encode("utf-8"),
        lambda text: text.encode("gbk"),
        lambda text: text.encode("utf-16"),
        lambda text: text.replace(",", ";").encode("gb18030"),
        lambda text: text.replace(",", "\t").replace("\n", "\r\n").encode("utf-8"),
    ],
    ids=["byte order mark", "GBK", "UTF-16", "semicolons", "tabs"],
)
def test_what_office_programs_save(domain, encode) -> None:
    zh = TERMS + "ppe-0001,医用口罩,preferred,, , ,\n"
    glossary = Glossary.load([domain(concepts=encode(CONCEPTS), zh=encode(zh))])
    assert glossary.resolve("医用口罩").id == "ppe-0001"


def test_decomposed_letters_and_stray_spaces_are_mended(domain) -> None:
    ko = TERMS + "ppe-0001, \u1106\u1161\u1109\u1173\u110f\u1173 ,preferred,,,,\n"
    concept = Glossary.load([domain(concepts=CONCEPTS, ko=ko)]).concept("ppe-0001")
    assert concept.noun("ko").text == "마스크"


def test_a_later_folder_overrides_file_by_file(domain) -> None:
    shipped = domain("shipped", concepts=CONCEPTS, en=EN, ru=TERMS + "ppe-0001,маска,preferred,,,,")
    own = domain("own", en=TERMS + "ppe-0001,face mask,preferred,,,,\n")
    concept = Glossary.load([shipped, own]).concept("ppe-0001")
    assert [concept.noun(code).text for code in ("en", "ru")] == ["face mask", "маска"]


def test_folders_of_other_rooms_are_passed_over(domain) -> None:
    folder = domain(concepts=CONCEPTS, en=EN)
    (folder / "standards").mkdir()
    (folder / "standards" / "standards.csv").write_text("code\nGB 19082\n", encoding="utf-8")
    assert Glossary.load([folder]).domains == ("ppe",)


@pytest.mark.parametrize(
    ("files", "line", "field", "why"),
    [
        ({"en": TERMS + "ppe-0001,mask,prefered,,,,\n"}, 2, "status", "unknown value “prefered”"),
        ({"en": TERMS + "ppe-0001,,preferred,,,,\n"}, 2, "term", "term is missing"),
        ({"en": EN + "ppe-0009,mask,preferred,,,,\n"}, 3, "concept", "no concept ppe-0009"),
        ({"en": EN + "ppe-0001,mask,admitted,,,,\n"}, 3, "term", "there twice"),
        ({"en": EN + "ppe-0001,veil,preferred,,,,\n"}, 3, "status", "two preferred"),
        ({"ru": TERMS + "ppe-0001,маска,preferred,gender,,,\n"}, 2, "grammar", "“gender”"),
        ({"ru": TERMS + "ppe-0001,маска,preferred,gender=f; gender=m,,,\n"}, 2, "grammar", "once"),
        ({"ru": TERMS + "ppe-0001,маска,preferred,gender=,,,\n"}, 2, "grammar", "key=value"),
        ({"en": TERMS + "ppe-0001,mask,preferred,,,8.2.2020,\n"}, 2, "date", "2020-02-08"),
        ({"en": "concept,term,statsu\n"}, 1, "statsu", "did you mean “status”"),
        ({"en": "concept,term\nppe-0001,mask\n"}, 1, "status", "missing"),
        ({"en": ""}, 1, None, "empty"),
        ({"en": TERMS + 'ppe-0001,"mask,preferred,,,,\n'}, 2, None, "not a readable table"),
        ({"en": TERMS + "ppe-0001,mask\0,preferred,,,,\n"}, None, None, "NUL"),
        ({"fr": EN}, None, None, "unknown language file"),
        ({"concepts": CONCEPTS + "ppe-0001,noun,,x,,,\n"}, 4, "id", "there twice"),
        ({"concepts": CONCEPTS + "PPE 3,noun,,x,,,\n"}, 4, "id", "no concept id"),
        ({"concepts": CONCEPTS + "ppe-0003,nown,,x,,,\n"}, 4, "part_of_speech", "unknown value"),
        ({"concepts": CONCEPTS + "ppe-0003,noun,,x,,,sure\n"}, 4, "confidence", "high, medium"),
    ],
)
def test_malformed_files_are_refused_by_place(domain, files, line, field, why) -> None:
    folder = domain(**({"concepts": CONCEPTS} | files))
    with pytest.raises(BadData) as error:
        Glossary.load([folder])
    assert (error.value.line, error.value.field) == (line, field)
    assert why in str(error.value)
    assert str(error.value.file).endswith(f"{next(iter(files))}.csv")


def test_one_id_in_two_domains_is_refused(domain) -> None:
    folder = domain(concepts=CONCEPTS)
    (folder / "zoo").mkdir()
    (folder / "zoo" / "concepts.csv").write_text(CONCEPTS, encoding="utf-8")
    with pytest.raises(BadData, match=r"ppe-0001 is taken already in .*ppe"):
        Glossary.load([folder])


def test_a_misspelt_domain_folder_is_refused(domain) -> None:
    folder = domain(concepts=CONCEPTS)
    (folder / "pep").mkdir()
    (folder / "pep" / "en.csv").write_text(EN, encoding="utf-8")
    with pytest.raises(BadData, match=r"no concepts\.csv"):
        Glossary.load([folder])


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no such glossary folder"):
        Glossary.load([tmp_path / "nowhere"])


@pytest.mark.parametrize(
    "item",
    [
        "ppe-0005", " PPE-0005 ", "医用防护服", "Medical protective suit",
        "медицинский защитный костюм", "의료용 보호복", "医療用防護服",
    ],
)  # fmt: skip
def test_an_item_is_resolved_by_id_or_term(shipped: Glossary, item: str) -> None:
    assert shipped.resolve(item).id == "ppe-0005"


def test_chinese_goes_before_the_same_characters_in_japanese(shipped: Glossary) -> None:
    assert shipped.resolve("支援").id == "don-0018"  # in Japanese also 援助, don-0017


def test_an_ambiguous_item_lists_the_choices(shipped: Glossary) -> None:
    with pytest.raises(UserError) as error:
        shipped.resolve("official letter")
    for part in ("prt-0035", "正式公函", "prt-0036", "机关间公文书信", "Write the id"):
        assert part in str(error.value)


def test_a_forbidden_item_names_the_right_term(shipped: Glossary) -> None:
    with pytest.raises(UserError, match="forbidden term of ppe-0015; use “surgical mask”"):
        shipped.resolve("surgery mask")


def test_an_unknown_item_names_the_nearest(shipped: Glossary) -> None:
    with pytest.raises(NotKnown, match="did you mean “medical mask”"):
        shipped.resolve("medcal mask")


def test_an_unknown_domain_names_the_nearest(shipped: Glossary) -> None:
    with pytest.raises(NotKnown, match="did you mean “donation”"):
        shipped.known_domain("donations")
