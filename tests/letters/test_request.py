"""Requests: what is right is read, what is wrong names file, field and remedy."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from translate_kit.errors import BadData, UserError
from translate_kit.files import Overlay
from translate_kit.letters.kind import load_kind
from translate_kit.letters.request import Request, read_request
from translate_kit.letters.wording import Wording
from translate_kit.workspace import Workspace

KIND = """
[title]
zh = "试"
en = "Trial"
ru = "Проба"
ko = "시험"
ja = "試行"
[fields.deadline]
type = "date"
required = true
help.en = "The last day"
[fields.received]
type = "date"
when = "before"
[fields.mode]
type = "choice"
choices = ["buy", "donate"]
[fields.users]
type = "choices"
choices = ["hospitals", "schools"]
[fields.samples]
type = "flag"
[fields.situation]
type = "text"
[fields.persons]
type = "lines"
[fields.price]
type = "money"
"""

GOOD = """
date = 2020-02-08
deadline = 2020-02-20
[[items]]
item = "医用防护服"
quantity = "3万"
"""


@pytest.fixture
def read(tmp_path: Path, shipped: Workspace):  # type: ignore[no-untyped-def]
    (tmp_path / "trial").mkdir()
    (tmp_path / "trial" / "letter.toml").write_text(KIND, encoding="utf-8")

    def reader(text: str) -> Request:
        path = tmp_path / "request.toml"
        path.write_text(text, encoding="utf-8")
        kind = load_kind(Overlay((tmp_path,)), "trial")
        return read_request(path, kind, shipped.glossary)

    return reader


def test_a_request_with_everything(read) -> None:  # type: ignore[no-untyped-def]
    request = read(
        """
        kind = "trial"
        date = 2020-02-08
        reference = "庆外函〔2020〕15号"
        deadline = "2020-02-20"
        received = 2020-02-01
        mode = "buy"
        users = ["schools", "hospitals"]
        samples = true
        situation = "库存只够3天。"
        persons = ["王芳", { zh = "李强", en = "Li Qiang" }]
        price = "285 CNY"
        enclosures = ["清单"]
        signer = { zh = "张三", en = "Zhang San" }
        [[items]]
        item = "医用手套"
        quantity = 50_000
        unit = "双"
        standards = ["GB 10213-2006"]
        note = "无粉"
        [[items]]
        item = "ppe-0005"
        quantity = "3万"
        """
    )
    gloves, suits = request.items
    assert (gloves.quantity, gloves.counter.id) == (Decimal(50000), "pair")
    assert (suits.quantity, suits.concept.id, suits.counter.id) == (30000, "ppe-0005", "suit")
    assert request.values["users"] == ("hospitals", "schools")
    assert request.values["situation"] == Wording({"zh": "库存只够3天。"})
    assert request.dates() == {"deadline": date(2020, 2, 20), "received": date(2020, 2, 1)}
    assert str(request.values["price"].amount) == "285"


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("库存只够3天，\n  请予支援。", "库存只够3天，请予支援。"),
        ("一\n \n\n 二  \n\n三", "一\n\n二\n\n三"),
        ("共有\n24家医院", "共有 24家医院"),
        ("\n库存不足。\n", "库存不足。"),
    ],
)
def test_line_breaks_of_the_file_are_none_of_the_text(read, written: str, text: str) -> None:  # type: ignore[no-untyped-def]
    request = read(f'situation = """{written}"""\n' + GOOD)
    assert request.values["situation"] == Wording({"zh": text})


def _with(line: str) -> str:
    return line + "\n" + GOOD


def _item(line: str) -> str:
    return GOOD + line + "\n"


BAD = [
    ("deadline = 2020-02-20", "field date: this field is required and missing"),
    ("date = 2020-02-08", "field deadline: this field is required and missing: The last day"),
    (_with("dedline = 1"), "field dedline: unknown field; did you mean “deadline”?"),
    (_with("zzz = 1"), "field zzz: unknown field; known are: kind, date"),
    (_with('kind = "appeal"'), "field kind: this request is for a letter of the kind “appeal”"),
    (_with("received = 2020-02-09"), "received: 2020-02-09 is after the date of the letter"),
    (GOOD.replace("02-20", "02-07"), "deadline: 2020-02-07 is before the date of the letter"),
    (GOOD.replace("2020-02-20", '"20 Feb"'), "field deadline: write a date like 2020-02-08"),
    (GOOD.replace("2020-02-20", '"2020-02-30"'), "field deadline: write a date like 2020-02-08"),
    (GOOD.replace("2020-02-20", "5"), "field deadline: write a date like 2020-02-08"),
    (_with('mode = "rent"'), "field mode: “rent” is not one of buy, donate"),
    (_with('users = "hospitals"'), "field users: write a list"),
    (_with('users = ["schools", "schools"]'), "field users: a choice is there twice"),
    (_with('users = ["schols"]'), "field users[1]: “schols” is not one of"),
    (_with('samples = "yes"'), "field samples: write true or false"),
    (_with("situation = 3"), "field situation: write a text, or a table by language"),
    (_with('situation = "  "'), "field situation.zh: write a text that is not empty"),
    (_with('situation = { xx = "a" }'), "field situation.xx: languages are: zh, en, ru, ko, ja"),
    (_with('situation = "a\\u0007b"'), "control character (U+0007); delete it"),
    (_with('situation = "a\\uE000b"'), "control character (U+E000); delete it"),
    (_with('price = "285"'), "field price: write a sum with its currency"),
    (_with('price = "some CNY"'), "field price: write a sum with its currency"),
    (_with("reference = 15"), "field reference: write a text in quotes"),
    (_with("your_reference_date = 2020-02-01"), "your_reference_date: a date without a number"),
    (
        _with('your_reference = "7"\nyour_reference_date = 2020-02-09'),
        "your_reference_date: 2020-02-09 is after the date of the letter",
    ),
    (
        _with('your_reference = "7"\nyour_reference_date = "soon"'),
        "field your_reference_date: write a date like 2020-02-08",
    ),
    (GOOD.replace('"3万"', "0"), "field items[1].quantity: the quantity must be above zero"),
    (GOOD.replace('"3万"', "-5"), "field items[1].quantity: the quantity must be above zero"),
    (GOOD.replace('"3万"', "nan"), "field items[1].quantity: the quantity must be above zero"),
    (GOOD.replace('"3万"', "true"), "field items[1].quantity: write a number"),
    (GOOD.replace('"3万"', '"many"'), "field items[1].quantity: "),
    (GOOD.replace('"3万"', '"3万 or 4万"'), "field items[1].quantity: "),
    (GOOD.replace("quantity", "quantitiy"), "items[1].quantitiy: unknown field; did you mean"),
    (GOOD.replace("医用防护服", "医用防护衣服"), "field items[1].item: no "),
    (_item('unit = "打打"'), "field items[1].unit: no unit “打打”"),
    (_item('note = ""'), "field items[1].note.zh: write a text that is not empty"),
    (_item("standards = [3]"), "field items[1].standards[1]: write a text in quotes"),
    (GOOD + GOOD[GOOD.index("[[") :], "field items[2]: the same goods are there twice"),
    ("date = ", "not valid TOML"),
    ("items = 3\ndate = 2020-02-08\ndeadline = 2020-02-20", "field items: write a list"),
    ("items = [3]\ndate = 2020-02-08\ndeadline = 2020-02-20", "goods are a table"),
]


@pytest.mark.parametrize(("text", "message"), BAD)
def test_bad_input_names_its_place(read, text: str, message: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(BadData) as caught:
        read(text)
    assert "request.toml" in str(caught.value)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value).strip()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ('type = "date"\nrequired', 'type = "day"\nrequired'),
        ('choices = ["buy", "donate"]', ""),
        ('type = "flag"', 'type = "flag"\nchoices = ["a"]'),
        ('ja = "試行"', ""),
        ("[fields.samples]", "[fields.date]"),
        ("[fields.samples]", "[fields.samples]\ncolour = 1"),
        ("[title]", 'formality = "loud"\n[title]'),
        ("[title]", 'size = "loud"\n[title]'),
        ('when = "before"', 'when = "yesterday"'),
    ],
)
def test_a_malformed_kind_is_refused(tmp_path: Path, change: str, message: str) -> None:
    (tmp_path / "trial").mkdir()
    path = tmp_path / "trial" / "letter.toml"
    assert change in KIND
    path.write_text(KIND.replace(change, message, 1), encoding="utf-8")
    with pytest.raises(BadData, match=r"letter\.toml, field "):
        load_kind(Overlay((tmp_path,)), "trial")


def test_an_unknown_kind_gets_the_nearest(shipped: Workspace) -> None:
    with pytest.raises(UserError, match="no letter kind “apeal”; did you mean “appeal”"):
        load_kind(shipped.templates, "apeal")
