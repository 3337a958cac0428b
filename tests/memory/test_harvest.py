"""What two documents say alike, and what is doubtful of it."""

from translate_kit.memory.harvest import Found, harvest
from translate_kit.model import Pair

PAIR = Pair("zh", "en")


def test_sentences_of_paragraphs_in_their_order() -> None:
    found = harvest(
        ["贵函收悉。现答复如下。", "我市需要防护服3万套。"],
        ["Thank you for your letter. Our reply follows.", "Our city needs 30,000 suits."],
        PAIR,
    )

    assert [(one.source, one.target, one.sure) for one in found] == [
        ("贵函收悉。", "Thank you for your letter.", True),
        ("现答复如下。", "Our reply follows.", True),
        ("我市需要防护服3万套。", "Our city needs 30,000 suits.", True),
    ]


def test_what_only_one_side_has_is_kept_and_never_sure() -> None:
    found = harvest(["我市需要口罩20万只。"], [], PAIR)

    assert found == [Found("我市需要口罩20万只。", "", 0.0)]
    assert found[0].lonely
    assert not found[0].sure


def test_little_likeness_is_doubtful() -> None:
    (found,) = harvest(["大庆市人民政府"], ["On 8 February 2020 nobody came."], PAIR)

    assert found.doubts == ("little shows that they belong together",)


def test_the_same_on_both_sides_teaches_nothing() -> None:
    (found,) = harvest(["GB 19082-2009"], ["GB 19082-2009"], PAIR)

    assert "the same on both sides" in found.doubts


def test_sentences_of_several_paragraphs_are_doubtful() -> None:
    found = harvest(
        ["运输由我方安排，运费也由我方承担。"],
        ["We shall arrange the transport.", "We shall also pay the freight."],
        PAIR,
    )

    assert [one.target for one in found] == [
        "We shall arrange the transport. We shall also pay the freight."
    ]
    assert "joined from several paragraphs" in found[0].doubts


def test_the_caller_may_doubt() -> None:
    (found,) = harvest(
        ["请回复。"], ["Please reply."], PAIR, doubter=lambda *_sides: ("too short",)
    )

    assert found.doubts[-1] == "too short"
    assert not found.sure


def test_control_characters_are_taken_away() -> None:
    (found,) = harvest(["请\u0007回复。\ud800"], ["Please\u0000 reply."], PAIR)

    assert (found.source, found.target) == ("请回复。", "Please reply.")
