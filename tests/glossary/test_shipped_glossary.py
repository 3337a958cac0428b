"""What every release of the shipped glossary must keep: canonical, complete, clean."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from translate_kit.cli.glossary.checking import superseded
from translate_kit.files import read_table
from translate_kit.glossary import folder
from translate_kit.glossary.checks import Examined, examine
from translate_kit.glossary.concept import Concept, Status, Term
from translate_kit.glossary.store import Glossary, fold
from translate_kit.model import LANGUAGES, Severity
from translate_kit.workspace import Workspace

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "glossaries"
COUNTERS = ROOT / "translate_kit" / "languages" / "data" / "counters.csv"

HAN, KANA, HANGUL, CYRILLIC = "\u3400-\u9fff々〇", "\u3040-\u30ff", "\uac00-\ud7a3", "\u0400-\u04ff"
FOREIGN_LETTERS = {
    "zh": KANA + HANGUL + CYRILLIC,
    "en": HAN + KANA + HANGUL + CYRILLIC,
    "ru": HAN + KANA + HANGUL,
    "ko": HAN + KANA + CYRILLIC,
    "ja": HANGUL + CYRILLIC,
}
MIXED_WORD = re.compile(r"[a-zA-Z][\u0400-\u04ff]|[\u0400-\u04ff][a-zA-Z]")
STRAY = re.compile(r"^\s|\s$|\s\s|[\u00a0\u200b\ufeff\u3000]")
NOUNS = ("noun", "proper_noun")


def approved(concepts: Glossary) -> Iterator[tuple[Concept, Term]]:
    for entry in concepts.entries():
        if entry.term.status.approved:
            yield entry.concept, entry.term


def test_enough_concepts(shipped: Glossary) -> None:
    assert len(shipped) >= 1_200
    assert sum(entry.term.status is Status.FORBIDDEN for entry in shipped.entries()) >= 137


@pytest.mark.parametrize(
    "path", sorted(SHIPPED.glob("*/concepts.csv")), ids=lambda p: p.parent.name
)
def test_the_files_are_canonical(shipped: Glossary, path: Path) -> None:
    concepts = [concept for concept in shipped if concept.domain == path.parent.name]
    assert folder.concepts_csv(concepts) == path.read_bytes()
    for language in LANGUAGES:
        file = path.with_name(f"{language}.csv")
        assert folder.terms_csv(concepts, language) == file.read_bytes(), file


def test_every_concept_has_one_preferred_term_in_each_language(shipped: Glossary) -> None:
    missing = [
        (concept.id, language)
        for concept in shipped
        for language in LANGUAGES
        if sum(not t.countries for t in concept.with_status(language, Status.PREFERRED)) != 1
    ]
    assert missing == []


def test_no_approved_term_is_forbidden_for_its_concept(shipped: Glossary) -> None:
    for concept in shipped:
        for language in LANGUAGES:
            forbidden = {fold(term.text) for term in concept.forbidden(language)}
            kept = [t.text for t in concept.terms[language] if t.status.approved]
            assert not forbidden & {fold(text) for text in kept}, (concept.id, kept)


def test_every_term_is_in_its_own_script(shipped: Glossary) -> None:
    for entry in shipped.entries():
        term = entry.term
        foreign = re.search(f"[{FOREIGN_LETTERS[term.language]}]", term.text)
        assert not foreign, (entry.concept.id, term.text)
        assert not MIXED_WORD.search(term.text), (entry.concept.id, term.text)


def test_korean_and_russian_terms_hold_their_own_letters(shipped: Glossary) -> None:
    own = {"ko": HANGUL, "ru": CYRILLIC, "zh": HAN}
    for concept in shipped:
        for language, letters in own.items():
            text = concept.noun(language).text
            assert re.search(f"[{letters}]", text) or text == "COVID-19", (concept.id, text)


def test_texts_are_composed_and_trimmed(shipped: Glossary) -> None:
    for concept in shipped:
        texts = [term.text for terms in concept.terms.values() for term in terms]
        for text in (*texts, concept.definition, concept.note):
            assert unicodedata.is_normalized("NFC", text), (concept.id, text)
            assert not STRAY.search(text), (concept.id, text)


def test_a_term_is_what_a_sentence_takes(shipped: Glossary) -> None:
    """Alternatives and explanations belong in rows of their own and in the note."""
    for concept, term in approved(shipped):
        if concept.part_of_speech in NOUNS:
            assert not re.search(r"[()（）;]|\w/\w{3}", term.text), (concept.id, term.text)


def test_every_counter_is_known(shipped: Glossary) -> None:
    known = {line.split(",", 1)[0] for line in COUNTERS.read_text("utf-8").splitlines()[1:]}
    used = {concept.counter for concept in shipped if concept.counter}
    assert used <= known
    assert sum(bool(concept.counter) for concept in shipped) >= 200


def test_every_russian_noun_has_its_gender(shipped: Glossary) -> None:
    for concept in shipped:
        if concept.part_of_speech in NOUNS:
            assert concept.noun("ru").grammar.get("gender") in {"m", "f", "n", "pl"}, concept.id


def test_russian_persons_are_animate(shipped: Glossary) -> None:
    for concept in shipped:
        if concept.domain == "government_titles":
            noun = concept.noun("ru")
            assert noun.grammar.get("animate") == "yes" or "лицо" in noun.text, concept.id


def test_japanese_readings_are_hiragana(shipped: Glossary) -> None:
    for concept, term in approved(shipped):
        if term.language == "ja":
            reading = term.grammar.get("reading", "")
            assert re.fullmatch(r"[\u3040-\u309fー]*", reading), (concept.id, reading)
            if re.search(f"[{HAN}]", term.text):
                assert reading, (concept.id, term.text)


def test_nobody_is_said_to_have_reviewed_what_nobody_read(shipped: Glossary) -> None:
    for entry in shipped.entries():
        assert bool(entry.term.reviewer) == bool(entry.term.date), entry.concept.id


def test_every_concept_says_where_it_comes_from(shipped: Glossary) -> None:
    for concept in shipped:
        assert concept.source, concept.id
        assert concept.confidence in {"high", "medium", "low"}, concept.id
        assert re.search(f"[{HAN}]", concept.definition), concept.id


def test_ids_begin_alike_within_a_domain(shipped: Glossary) -> None:
    for domain in shipped.domains:
        prefixes = {c.id.split("-")[0] for c in shipped if c.domain == domain}
        assert len(prefixes) == 1, domain


def test_no_row_is_lost_on_the_way(shipped: Glossary) -> None:
    rows = 0
    for language in LANGUAGES:
        for path in SHIPPED.glob(f"*/{language}.csv"):
            columns = (*folder.TERM_COLUMNS, *folder.OPTIONAL_TERM_COLUMNS)
            rows += sum(1 for _row in read_table(path, required=columns[:3], known=columns))
    assert rows == sum(1 for _entry in shipped.entries())


def test_the_shipped_glossary_passes_its_own_checks(shipped: Glossary) -> None:
    """What is rightly so although it looks wrong is said in the data: “see”, a grammar note."""
    examined = Examined(shipped, superseded(Workspace(None).standards, date(2026, 1, 1)))
    found = [r for r in examine(examined) if r.severity is not Severity.NOTE]
    assert [f"{r.check}: {r.remark.place}: {r.remark.message}" for r in found] == []
