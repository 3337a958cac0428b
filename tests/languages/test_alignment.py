"""Sentences that belong together: documents that language staff can extend, and laws.

``cases/alignment.txt`` says how its documents are written.
"""

from collections.abc import Iterator
from itertools import chain, pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from translate_kit.languages.alignment import Bead, align, band
from translate_kit.model import LANGUAGES

CASES = Path(__file__).parent / "cases" / "alignment.txt"
Sides = tuple[list[str], list[str]]

languages = st.sampled_from(LANGUAGES)
sentences = st.lists(
    st.one_of(
        st.text(max_size=20),
        st.sampled_from(
            ("请于2月20日前答复。", "Please reply.", "Просим ответить.", "20", "\ud800", "")
        ),
    ),
    max_size=8,
)


def _documents() -> Iterator[tuple[str, str, list[Sides]]]:
    text = CASES.read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    for block in "\n".join(lines).strip().split("\n\n"):
        head, *beads = block.split("\n")
        source, target = head.split()
        yield source, target, [_sides(bead) for bead in beads]


def _sides(bead: str) -> Sides:
    source, target = ([p.strip() for p in side.split("|")] for side in bead.split("="))
    return [p for p in source if p], [p for p in target if p]


def _aligned(beads: tuple[Bead, ...], source: list[str], target: list[str]) -> list[Sides]:
    return [
        (
            source[bead.source.start : bead.source.stop],
            target[bead.target.start : bead.target.stop],
        )
        for bead in beads
    ]


@pytest.mark.parametrize(("source_language", "target_language", "beads"), list(_documents()))
def test_the_beads_of_a_document(
    source_language: str, target_language: str, beads: list[Sides]
) -> None:
    source = list(chain.from_iterable(bead[0] for bead in beads))
    target = list(chain.from_iterable(bead[1] for bead in beads))

    there = align(source, target, source_language, target_language)
    back = align(target, source, target_language, source_language)

    assert _aligned(there, source, target) == beads
    assert _aligned(back, target, source) == [(others, ones) for ones, others in beads]


@given(sentences, sentences, languages, languages)
@example([""], ["÷"], "zh", "zh")
def test_every_sentence_is_in_one_bead(
    source: list[str], target: list[str], source_language: str, target_language: str
) -> None:
    beads = align(source, target, source_language, target_language)

    assert [n for bead in beads for n in bead.source] == list(range(len(source)))
    assert [n for bead in beads for n in bead.target] == list(range(len(target)))
    assert all(bead.source or bead.target for bead in beads)
    assert all(bead.score == 0 for bead in beads if not (bead.source and bead.target))


@given(st.lists(st.sampled_from(("请答复。", "好。", "见附件2。")), min_size=1, max_size=9))
def test_a_text_goes_with_itself(text: list[str]) -> None:
    assert _aligned(align(text, text, "zh", "zh"), text, text) == [([s], [s]) for s in text]


def test_terms_tell_what_lengths_do_not() -> None:
    source = ["甲乙丙丁。", "戊己庚辛。", "子丑寅卯。"]
    target = ["Abcdefgh ijkl.", "Mnopqrst uvwx."]
    concepts = {source[0]: "a", source[2]: "b", target[0]: "a", target[1]: "b"}

    beads = align(source, target, "zh", "en", lambda said, _language: {concepts.get(said, said)})

    assert _aligned(beads, source, target) == [
        ([source[0]], [target[0]]),
        ([source[1]], []),
        ([source[2]], [target[1]]),
    ]


def test_pages_that_one_side_lacks() -> None:
    source = [f"第{n}条，金额为{n * 37}元，由第{n % 7}组负责。" for n in range(1, 121)]
    target = [
        f"Article {n}: the sum is {n * 37} yuan, due to group {n % 7}." for n in range(1, 121)
    ]

    beads = align(source, target[:30] + target[70:], "zh", "en")

    together = [(b.source.start, b.target.start) for b in beads if b.source and b.target]
    assert together == [(n, n if n < 30 else n - 40) for n in range(120) if not 30 <= n < 70]


def test_long_texts_are_searched_along_the_path_alone() -> None:
    count = 900
    source = [f"编号{n:04d}的箱子重{n % 90 + 10}公斤。" for n in range(count)]
    target = [f"Box No. {n:04d} weighs {n % 90 + 10} kg." for n in range(count)]
    missing = target[:200] + target[350:]

    beads = align(source, missing, "zh", "en")

    together = [(b.source.start, b.target.start) for b in beads if b.source and b.target]
    assert together == [(n, n if n < 200 else n - 150) for n in range(count) if not 200 <= n < 350]


@given(
    st.lists(st.tuples(st.integers(0, 999), st.integers(0, 1499)), max_size=40),
    st.floats(3, 6),
)
def test_a_band_holds_a_way_through(points: list[tuple[int, int]], weight: float) -> None:
    shared = [band.Shared(weight, [source], [target]) for source, target in points]

    bounds = band.bounds(shared, 1000, 1500)

    assert len(bounds) == 1001
    assert bounds[0][0] == 0
    assert bounds[-1][1] == 1500
    for (low, high), (next_low, next_high) in pairwise(bounds):
        assert low <= next_low <= high <= next_high
