"""What ``letter read`` does: opens a letter that came in, lays it out, and enters the reply."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from translate_kit.cli.registering import open_register, today
from translate_kit.errors import UserError
from translate_kit.messages import _
from translate_kit.model import LANGUAGES
from translate_kit.pipeline.wording import origin_word

if TYPE_CHECKING:
    from translate_kit.letters.incoming import Incoming
    from translate_kit.register import Entry
    from translate_kit.workspace import Workspace


def read_letter(
    workspace: Workspace, file: Path, *, language: str | None, sender: str | None,
    answers: str | None, translated: bool, engine: str | None,
) -> Incoming:  # fmt: skip
    """The letter in ``file``; ``sender`` and ``answers`` are what a person says of it."""
    from translate_kit.languages.detect import detect
    from translate_kit.letters.incoming import Known, read_incoming
    from translate_kit.letters.incoming.source import paragraphs_of

    paragraphs = paragraphs_of(file)
    if language is None:
        language = detect("\n".join(paragraphs)).language
    if language not in LANGUAGES:
        why = _("{file} seems to be in “{language}”, none of our languages; say --language")
        raise UserError(why.format(file=file, language=language))
    known = Known(workspace.contacts, workspace.glossary, _entries(workspace))
    return read_incoming(
        paragraphs,
        language,
        known,
        sender=workspace.contacts.get(sender) if sender else None,
        answers=open_register(workspace).find(answers) if answers else None,
        pipeline=workspace.pipeline(engine) if translated else None,
    )


def _entries(workspace: Workspace) -> Sequence[Entry]:
    """Our letters; none without a workspace, and a register is not made only to be looked into."""
    from translate_kit.register import FILE

    if workspace.folder is None or not (workspace.folder / FILE).is_file():
        return ()
    return open_register(workspace).entries()


def record_reply(workspace: Workspace, letter: Incoming, file: Path) -> str:
    """Enter the reply as proposed; raises UserError where the letter leaves anything open."""
    from translate_kit.files import sha256_of
    from translate_kit.register import Reply

    entry = _the_one_answered(letter)
    if letter.result is None:
        how = proposal(letter, file)
        why = _("what it decides is not clear; enter it with: {command}")
        raise UserError(why.format(command=how))
    reply = Reply(
        date=letter.day or today(),
        result=letter.result,
        sender=_other_sender(letter, entry),
        file=file.name,
        sha256=sha256_of(file),
        promises=tuple(one.promise for one in letter.promised),
    )
    open_register(workspace).reply(entry.number, reply)
    return _("entered: reply to {letter}").format(letter=entry.label)


def _the_one_answered(letter: Incoming) -> Entry:
    if len(letter.answered) == 1:
        return letter.answered[0].entry
    if not letter.answered:
        raise UserError(_("which letter it answers is not known; say --answers NUMBER"))
    labels = "; ".join(one.entry.label for one in letter.answered)
    why = _("it may answer {count} letters: {letters}. Say --answers NUMBER.")
    raise UserError(why.format(count=len(letter.answered), letters=labels))


def _other_sender(letter: Incoming, entry: Entry) -> str:
    """Who answered, where it is known and not the addressee."""
    names = [one.contact for one in letter.senders]
    if len(names) != 1 or names[0].id == entry.letter.contact:
        return ""
    return names[0].name("organisation", "zh") or names[0].id


def proposal(letter: Incoming, file: Path) -> str:
    """The command that enters the reply, with ``?`` for what a person has to say."""
    number = str(letter.answered[0].entry.number) if len(letter.answered) == 1 else "?"
    words = ["translate-kit", "register", "reply", number]
    words += ["--file", str(file), "--date", str(letter.day or today())]
    words += ["--result", letter.result.value if letter.result else "?"]
    for one in letter.promised:
        goods = one.promise.goods
        words += ["--promise", f"{goods.name} {goods.amount} {one.day or ''}".rstrip()]
    # Double quotes: those that cmd.exe understands too.
    return " ".join(f'"{word}"' if " " in word else word for word in words)


def portrait(letter: Incoming, file: Path) -> Iterator[str]:
    """The letter for the terminal, a line each."""
    day = str(letter.day) if letter.day else _("date not clear")
    yield f"{file.name}: {letter.language}, {day}"
    yield from _who(letter)
    yield _("Decision: {result}").format(result=letter.result.value if letter.result else "?")
    yield from (f"    {one.result.value}: {one.sentence}" for one in letter.said)
    for one in letter.promised:
        yield "    " + _("promised: {goods}").format(goods=f"{one.promise.goods} {one.day or ''}")
    yield _("Found:")
    for fact in letter.facts:
        doubt = "" if fact.sure else "  (?)"
        yield f"    {fact.kind.value:<10}{fact.chinese}{doubt}    {fact.around}"
    yield _("Terms:")
    yield from (f"    {term.text}    {term.chinese}    {term.concept.id}" for term in letter.terms)
    if letter.translation:
        yield _("Working translation, not checked by a person:")
        for paragraph in letter.translation:
            yield f"    [{origin_word(paragraph.origin)}] {paragraph.text}"
    yield _("Proposed entry in the register:")
    yield f"    {proposal(letter, file)}"


def _who(letter: Incoming) -> Iterator[str]:
    if not letter.senders:
        yield _("From: not known; say --from CONTACT")
    for sender in letter.senders:
        name = sender.contact.name("organisation", "zh") or sender.contact.id
        yield _("From: {id} {name} ({words})").format(
            id=sender.contact.id, name=name, words=sender.words
        )
    for one in letter.answered:
        how = _("its number is named") if one.reference else _("its addressee wrote this")
        yield _("Answers: {letter} ({how})").format(letter=one.entry.label, how=how)
    if not letter.answered:
        yield _("Answers: not known; say --answers NUMBER")


def sheet_of(workspace: Workspace, letter: Incoming, file: Path) -> bytes:
    """The reading sheet of a letter as docx."""
    from translate_kit.cli.letter.reviewing import sheets_file
    from translate_kit.letters.incoming.sheet import reading_sheet
    from translate_kit.letters.render.docx import docx_bytes
    from translate_kit.letters.sheet_labels import sheet_labels

    labels = sheet_labels(sheets_file(workspace), "reading")
    author = workspace.office.name("name", "zh")
    command = proposal(letter, file)
    return docx_bytes(
        reading_sheet(
            letter, labels, workspace.house,
            file=file.name, author=author, day=today(), command=command,
        )
    )  # fmt: skip


def to_record(letter: Incoming) -> dict[str, Any]:
    """The letter as other programs read it; quantities are decimal text, days ISO 8601."""
    return {
        "language": letter.language,
        "date": letter.day and str(letter.day),
        "senders": [{"contact": s.contact.id, "words": s.words} for s in letter.senders],
        "answers": [
            {"number": a.entry.number, "reference": a.entry.letter.reference, "named": a.reference}
            for a in letter.answered
        ],
        "result": letter.result and letter.result.value,
        "decisions": [{"result": s.result.value, "sentence": s.sentence} for s in letter.said],
        "promised": [
            {
                "concept": one.concept.id,
                "goods": one.promise.goods.name,
                "quantity": f"{one.quantity:f}",
                "hedge": one.hedge,
                "date": one.day and str(one.day),
            }
            for one in letter.promised
        ],
        "facts": [
            {"kind": f.kind.value, "text": f.text, "chinese": f.chinese, "paragraph": f.paragraph,
             "sure": f.sure}
            for f in letter.facts
        ],
        "terms": [
            {"text": t.text, "chinese": t.chinese, "concept": t.concept.id} for t in letter.terms
        ],
        "translation": [{"text": w.text, "origin": w.origin.value} for w in letter.translation],
    }  # fmt: skip
