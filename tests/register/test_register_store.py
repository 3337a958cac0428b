"""The register's store: what is entered comes back whole, and what can't be true is refused."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from translate_kit.errors import BadData, NotKnown, UserError
from translate_kit.register import (
    Goods,
    Outgoing,
    Promise,
    Register,
    Reply,
    Result,
    Sample,
    State,
    Verdict,
    record_drafts,
)
from translate_kit.register.database import APPLICATION_ID
from translate_kit.register.dues import due
from translate_kit.register.migrations import MIGRATIONS

Make = Callable[..., Outgoing]
GOODS = Goods("ppe-0028", "护目镜", Decimal("0.1") + Decimal("0.2"), "副", "约")


def test_a_letter_comes_back_as_it_was_entered(register: Register, letter: Make) -> None:
    sent = letter(goods=(GOODS,), note="加急")
    number = register.record(sent)
    assert register.entry(number).letter == sent
    assert register.entry(number).state is State.SENT


def test_a_reply_and_a_sample_come_back_as_they_were_entered(
    register: Register, letter: Make
) -> None:
    number = register.record(letter())
    reply = Reply(
        date=date(2020, 2, 10),
        result=Result.AGREED,
        sender="市长办公室",
        file="answer.docx",
        sha256="ab" * 32,
        summary="同意",
        promises=(Promise(GOODS, date(2020, 2, 15)), Promise(GOODS)),
        content=b"docx",
    )
    register.reply(number, reply)
    sample = Sample(GOODS, date(2020, 2, 11), note="两件")
    sample_number = register.sample(number, sample)
    register.test(sample_number, date(2020, 2, 12), "省检验所", Verdict.PASSED)
    entry = register.entry(number)
    assert entry.replies == (replace(reply, content=None),)
    assert register.content(reply.sha256) == b"docx"
    (found,) = entry.samples
    assert found == replace(
        sample,
        number=sample_number,
        tested=date(2020, 2, 12),
        place="省检验所",
        verdict=Verdict.PASSED,
    )


def test_numbers_are_never_given_twice(register: Register, letter: Make) -> None:
    first = register.record(letter())
    second = register.record(letter(contact="chungju"))
    assert (first, second) == (1, 2)


@pytest.mark.parametrize(
    "name", ["1", " 1 ", "庆外函〔2020〕15号", "letters/2020-02-08-appeal-tyumen.ru.docx"]
)
def test_a_letter_is_found_by_number_reference_or_file(
    register: Register, letter: Make, name: str
) -> None:
    register.record(letter())
    assert register.find(name).number == 1


def test_a_number_goes_before_a_reference_that_looks_like_one(
    register: Register, letter: Make
) -> None:
    register.record(letter(reference="2"))
    register.record(letter(reference="1"))
    assert register.find("2").number == 2


def test_a_name_of_two_letters_is_refused_with_both(register: Register, letter: Make) -> None:
    register.record(letter())
    register.record(letter(contact="chungju", organisation="忠州市政府"))
    with pytest.raises(UserError, match=r"2 letters: no\. 1, .*秋明市政府.*; no\. 2, .*忠州市政府"):
        register.find("庆外函〔2020〕15号")


def test_an_unknown_letter_and_sample_are_refused(register: Register, letter: Make) -> None:
    register.record(letter())
    with pytest.raises(NotKnown, match="no letter in the register “7”"):
        register.find("7")
    with pytest.raises(NotKnown, match="no letter in the register “7”"):
        register.reply(7, Reply(date(2020, 2, 9), Result.AGREED))
    with pytest.raises(NotKnown, match="no sample “3”"):
        register.test(3, date(2020, 2, 9), "", Verdict.PASSED)
    with pytest.raises(NotKnown, match="no letter in the register “”"):
        register.find("")


def test_days_in_the_wrong_order_are_refused(register: Register, letter: Make) -> None:
    early, day = date(2020, 2, 7), date(2020, 2, 9)
    with pytest.raises(UserError, match="2020-02-07 is before the date of the letter, 2020-02-08"):
        register.record(letter(reply_by=early))
    number = register.record(letter())
    with pytest.raises(UserError, match="before the date of the letter"):
        register.reply(number, Reply(early, Result.AGREED))
    with pytest.raises(UserError, match="before the date of the reply"):
        register.reply(number, Reply(day, Result.AGREED, promises=(Promise(GOODS, early),)))
    with pytest.raises(UserError, match="before the date of the letter"):
        register.sample(number, Sample(GOODS, early))
    sample = register.sample(number, Sample(GOODS, day))
    with pytest.raises(UserError, match="before the date of the arrival of the sample"):
        register.test(sample, date(2020, 2, 8), "", Verdict.PASSED)
    assert register.entry(number).replies == ()


def test_the_same_file_is_no_second_reply(register: Register, letter: Make) -> None:
    number = register.record(letter())
    reply = Reply(date(2020, 2, 9), Result.ASKS, file="a.docx", sha256="0" * 64)
    register.reply(number, reply)
    with pytest.raises(UserError, match=r"a\.docx has been entered as a reply to no\. 1"):
        register.reply(number, replace(reply, date=date(2020, 2, 10)))
    assert len(register.entry(number).replies) == 1


def test_versions_of_one_letter_are_one_entry(register: Register, letter: Make) -> None:
    versions = [letter(languages=(code,), files=(f"a.{code}.docx",)) for code in ("ru", "zh")]
    (number,) = record_drafts(register, versions)
    entry = register.entry(number)
    assert entry.state is State.DRAFTED
    assert entry.letter.languages == ("ru", "zh")
    assert entry.letter.files == ("a.ru.docx", "a.zh.docx")


def test_a_letter_drafted_again_replaces_its_draft(register: Register, letter: Make) -> None:
    record_drafts(register, [letter()])
    (number,) = record_drafts(register, [letter(goods=(GOODS,), files=("new.docx",))])
    (entry,) = register.entries()
    assert number == entry.number == 1
    assert entry.letter.goods == (GOODS,)
    assert entry.letter.files == ("new.docx",)


def test_a_letter_sent_is_not_changed_by_drafting(register: Register, letter: Make) -> None:
    record_drafts(register, [letter()])
    register.mark([1], State.SENT)
    assert record_drafts(register, [letter(files=("again.docx",))]) == (1,)
    assert record_drafts(register, [letter(goods=(GOODS,))]) == (2,)
    assert [entry.state for entry in register.entries()] == [State.SENT, State.DRAFTED]
    assert register.entry(1).letter == letter()


def test_a_draft_that_is_answered_was_sent(register: Register, letter: Make) -> None:
    record_drafts(register, [letter()])
    register.reply(1, Reply(date(2020, 2, 9), Result.DECLINED))
    assert register.entry(1).state is State.SENT
    with pytest.raises(UserError, match="has been answered"):
        register.mark([1], State.WITHDRAWN)


def test_marking_several_letters_is_all_or_nothing(register: Register, letter: Make) -> None:
    record_drafts(register, [letter()])
    with pytest.raises(NotKnown):
        register.mark([1, 2], State.SENT)
    assert register.entry(1).state is State.DRAFTED


def test_what_is_due(register: Register, letter: Make) -> None:
    register.record(letter(reply_by=date(2020, 2, 12)))
    register.record(letter(contact="a", reply_by=date(2020, 2, 9)))
    register.record(letter(contact="b", reply_by=None))
    record_drafts(register, [letter(contact="c")])
    answered = register.record(letter(contact="d"))
    register.reply(answered, Reply(date(2020, 2, 10), Result.ASKS))
    found = due(register.entries(), date(2020, 2, 10))
    assert [(one.entry.letter.contact, one.days) for one in found] == [("a", -1), ("tyumen", 2)]
    assert len(due(register.entries(), date(2020, 2, 9))) == 3  # before the answer came
    assert due(register.entries(), date(2020, 2, 7)) == ()  # before any letter


@pytest.mark.parametrize("steps", range(len(MIGRATIONS)))
def test_a_file_of_any_age_is_brought_up_to_date(tmp_path: Path, letter: Make, steps: int) -> None:
    path = tmp_path / "old.sqlite3"
    with closing(sqlite3.connect(path)) as old:
        for step in MIGRATIONS[:steps]:
            old.executescript(step)
        old.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        old.execute(f"PRAGMA user_version = {steps}")
        if steps:
            columns = (
                "state, reference, date, contact, contact_kind, organisation, own_name, country,"
                "kind, languages, reply_by, note"
            )
            old.execute(
                f"INSERT INTO letter ({columns}) VALUES"
                "('sent', 'x', '2020-02-08', 'a', 'maker', 'b', 'c', 'JP', 'enquiry', 'ja', '', '')"
            )
            old.commit()
    register = Register(path)
    number = register.record(letter())
    register.reply(number, Reply(date(2020, 2, 9), Result.AGREED, promises=(Promise(GOODS),)))
    register.sample(number, Sample(GOODS))
    assert len(register.entries()) == (2 if steps else 1)


def test_files_that_are_no_register(tmp_path: Path) -> None:
    newer, other, text = (tmp_path / name for name in ("newer", "other", "text"))
    for path, sql in (
        (
            newer,
            f"PRAGMA application_id={APPLICATION_ID}; PRAGMA user_version=99; CREATE TABLE a(b)",
        ),
        (other, "CREATE TABLE a(b)"),
    ):
        with closing(sqlite3.connect(path)) as database:
            database.executescript(sql)
    text.write_text("This is a letter, not a database. " * 50, encoding="utf-8")
    with pytest.raises(UserError, match="newer translate-kit"):
        Register(newer).entries()
    with pytest.raises(BadData, match="no correspondence register"):
        Register(other).entries()
    with pytest.raises(BadData, match="damaged"):
        Register(text).entries()
    with pytest.raises(UserError, match="can't be opened"):
        Register(tmp_path / "absent" / "register.sqlite3").entries()
