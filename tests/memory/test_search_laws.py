"""Laws of finding: any piece of a text finds it, and a text is always the nearest to itself."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate_kit.memory import Memory, Origin, Provenance, Store
from translate_kit.memory.tokens import evened, runs
from translate_kit.model import LANGUAGES, Pair, TranslationUnit
from translate_kit.workspace import Workspace

ODD = (
    {
        "zh": "Ｎ95口罩（FFP2），Ⅻ级",
        "en": "N95 masks (FFP2), class XII",
        "ru": "Ёж, ещё_и счёт-фактура",
    },
    {"zh": "〇一二，叠字々", "ja": "ー長音ー、ヶ月、〆切", "ko": "한글abc한글 12월"},
)


@pytest.fixture(scope="module")
def filled(shipped: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Memory:
    """Every twelfth of the shipped units, and odd ones, in a store."""
    memory = Memory.load([], store=Store(tmp_path_factory.mktemp("laws") / "m.sqlite3"))
    units = [TranslationUnit(u.id, u.texts) for u in shipped.memory.units[::12]]
    units += [TranslationUnit(f"odd{n}", texts) for n, texts in enumerate(ODD)]
    memory.add(units, Provenance(Origin.IMPORT))
    return memory


@given(data=st.data())
@settings(max_examples=150, deadline=None)
def test_any_piece_of_a_text_finds_it(filled: Memory, data: st.DataObject) -> None:
    unit = data.draw(st.sampled_from(list(filled.each())))
    language = data.draw(st.sampled_from(sorted(unit.texts)))
    text = unit.texts[language]
    start = data.draw(st.integers(0, len(text) - 1))
    piece = text[start : data.draw(st.integers(start + 1, min(len(text), start + 30)))]
    if not any(runs(evened(piece))):
        return
    asked = data.draw(st.sampled_from([piece, piece.upper(), piece.lower()]))
    if evened(asked) not in evened(text):
        return  # ß and the like, which have no capital of their own
    assert unit.number in {found.number for found in filled.holding(asked, language)}
    assert unit.number in {found.number for found in filled.holding(asked)}


@given(data=st.data())
@settings(max_examples=100, deadline=None)
def test_a_text_is_the_nearest_to_itself(filled: Memory, data: st.DataObject) -> None:
    unit = data.draw(st.sampled_from([u for u in filled.each() if len(u.texts) == len(LANGUAGES)]))
    source, target = data.draw(st.permutations(LANGUAGES))[:2]
    best = filled.fuzzy(unit.texts[source], Pair(source, target))[0]
    assert (best.score, best.source) == (100, unit.texts[source])
    match = filled.lookup(f"\u3000{unit.texts[source]} ", Pair(source, target))
    assert match is not None
    assert match.text == unit.texts[target]
