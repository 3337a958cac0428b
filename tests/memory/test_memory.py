"""What the memory answers: the same words, the same sentence, something like it; the best first."""

from pathlib import Path

import pytest

from translate_kit.memory import Memory, Origin
from translate_kit.model import Pair
from translate_kit.workspace import Workspace

ZH_EN, ZH_RU, ZH_KO = Pair("zh", "en"), Pair("zh", "ru"), Pair("zh", "ko")


def table(path: Path, *rows: str) -> Path:
    path.write_text("id\tzh\ten\tko\n" + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return path


def test_the_workspace_goes_before_the_starter(tmp_path: Path) -> None:
    own = table(tmp_path / "own.tsv", "own-1\t运输费用由我方承担。\tWe pay the freight.\t")
    starter = table(
        tmp_path / "starter.tsv",
        "tm-1\t运输费用由我方承担。\tFreight is ours.\t운송비는 저희가 냅니다.",
    )
    memory = Memory.load([own], [starter])
    match = memory.lookup("运输费用由我方承担。", ZH_EN)
    assert match is not None
    assert (match.text, match.unit.id) == ("We pay the freight.", "own-1")
    assert match.unit.provenance.origin is Origin.WORKSPACE
    assert match.unit.provenance.source == "own.tsv"


def test_a_unit_without_the_language_hides_no_other(tmp_path: Path) -> None:
    own = table(tmp_path / "own.tsv", "own-1\t运输费用由我方承担。\tWe pay the freight.\t")
    starter = table(
        tmp_path / "starter.tsv",
        "tm-1\t运输费用由我方承担。\tFreight is ours.\t운송비는 저희가 냅니다.",
    )
    memory = Memory.load([own], [starter])
    assert memory.exact("运输费用由我方承担。", "zh", "ko") == "운송비는 저희가 냅니다."
    assert memory.exact("运输费用由我方承担。", "zh", "ru") is None


def test_the_same_sentence_with_other_numbers(shipped: Workspace) -> None:
    match = shipped.memory.lookup("请在2021年3月1日前告知能否供货。", ZH_RU)
    assert match is not None
    assert match.text.replace("\u00a0", " ") == (
        "Просим сообщить до 1 марта 2021 г., сможете ли Вы осуществить поставку."
    )
    (one,) = match.substitutions
    assert (one.source_was, one.source) == ("2020年2月15日", "2021年3月1日")
    assert one.target.replace("\u00a0", " ") == "1 марта 2021 г."
    assert shipped.memory.exact("请在2021年3月1日前告知能否供货。", "zh", "ru") is None


def test_the_same_words_need_no_substitution(shipped: Workspace) -> None:
    match = shipped.memory.lookup("运输费用由我方承担。", ZH_KO)
    assert match is not None
    assert (match.text, match.substitutions) == ("운송비는 저희가 부담하겠습니다.", ())


def test_what_cannot_be_proven_is_offered_as_a_near_match(shipped: Workspace) -> None:
    asked = "我们首先需要2套防护服样品供检测使用。"
    assert shipped.memory.lookup(asked, ZH_RU) is None
    best = shipped.memory.fuzzy(asked, ZH_RU)[0]
    assert best.target == (
        "Сначала нам нужны 500 защитных костюмов в качестве образцов для испытаний."
    )
    assert (best.score, best.differing) == (92, ("2",))


@pytest.mark.parametrize(
    ("asked", "language"),
    [
        ("请在2020年3月15日前告知能否供货。", "zh"),
        ("Please let us know by 15 March 2020 whether you are able to supply.", "en"),
        ("We plan to buy 100,000 masks a day until the end of March.", "en"),
        ("Мы планируем закупать по 100 000 масок ежедневно до конца марта.", "ru"),
        ("防护服的有效期应不少于2个月。", "zh"),
        ("请优先提供符合EN 14127标准的防护服。", "zh"),
    ],
)
def test_a_wrong_month_number_or_code_is_never_nearly_right(
    shipped: Workspace, asked: str, language: str
) -> None:
    target = "ja"
    best = shipped.memory.fuzzy(asked, Pair(language, target))[0]
    assert 70 <= best.score <= 92
    assert best.differing


def test_near_matches_are_sorted_limited_and_not_repeated(shipped: Workspace) -> None:
    found = shipped.memory.fuzzy("我们急需的物资是医用防护服。", ZH_EN, limit=3, least=30)
    assert len(found) == 3
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)
    assert len({each.target for each in found}) == 3
    assert shipped.memory.fuzzy("我们急需的物资是医用防护服。", ZH_EN, least=99) == []


@pytest.mark.parametrize("text", ["", " ", "今天天气好。", "\ud800", "\u202e\x00", "😷" * 50, "1"])
def test_odd_texts_have_no_answer(shipped: Workspace, text: str) -> None:
    assert shipped.memory.lookup(text, ZH_EN) is None
    assert shipped.memory.fuzzy(text, ZH_EN) == []


def test_a_language_that_we_do_not_read_has_no_answer(shipped: Workspace) -> None:
    assert shipped.memory.lookup("运输费用由我方承担。", Pair("zh", "fr")) is None
    assert shipped.memory.fuzzy("运输费用由我方承担。", Pair("zh", "fr")) == []


def test_words_in_any_language_two_characters_too(shipped: Workspace) -> None:
    for words, language in [("口罩", "zh"), ("MASK", "en"), ("마스", None), ("костюм", None)]:
        units = list(shipped.memory.holding(words, language))
        assert len(units) >= 5
    assert list(shipped.memory.holding("口罩", "en")) == []


@pytest.mark.parametrize(
    "piece", ["需要口罩3万只，", "2020年2月8日", "a", "1 ", "口", "(", "2,3/4-5:6."]
)
def test_a_very_long_text_is_no_burden(shipped: Workspace, piece: str) -> None:
    text = piece * (30_000 // len(piece))
    assert shipped.memory.lookup(text, ZH_EN) is None
    assert shipped.memory.fuzzy(text, ZH_EN) == []
