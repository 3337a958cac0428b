"""Translations in the journal are exactly those that the pipeline made."""

from hypothesis import given
from hypothesis import strategies as st

from translate_kit.batch.record import from_json, to_json
from translate_kit.model import Finding, Link, Pair, Severity, Span
from translate_kit.pipeline.translation import (
    NumberRepair,
    Origin,
    Rung,
    Suggestion,
    TermDecision,
    Translation,
)

texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)
spans = st.builds(
    lambda start, more: Span(start, start + more), st.integers(0, 50), st.integers(0, 9)
)
pairs = st.sampled_from([Pair("zh", "ru"), Pair("en", "ja")])
findings = st.builds(
    Finding, st.sampled_from(Severity), texts, texts, texts, st.none() | spans, st.none() | spans
)
translations = st.builds(
    Translation,
    texts,
    texts,
    pairs,
    st.sampled_from(Origin),
    texts,
    texts,
    st.lists(st.builds(Link, spans, spans), max_size=3).map(tuple),
    st.lists(
        st.builds(
            TermDecision,
            texts,
            texts,
            spans,
            texts,
            st.none() | spans,
            st.sampled_from(Rung),
            pairs,
        ),
        max_size=2,
    ).map(tuple),
    st.lists(st.builds(NumberRepair, texts, texts, texts, pairs), max_size=2).map(tuple),
    st.lists(findings, max_size=2).map(tuple),
    st.lists(st.builds(Suggestion, texts, texts, st.floats(0, 100)), max_size=2).map(tuple),
)


@given(translations)
def test_a_translation_survives_the_journal(translation: Translation) -> None:
    assert from_json(to_json(translation)) == translation
