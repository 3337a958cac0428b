"""What the ``register`` commands do, and what ``letter draft`` tells the register."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from translate_kit.errors import UserError
from translate_kit.messages import _, ngettext

if TYPE_CHECKING:
    from translate_kit.contacts import Contact
    from translate_kit.letters.draft import Draft
    from translate_kit.register import Entry, Outgoing, Register, Reply
    from translate_kit.register.dues import Due
    from translate_kit.workspace import Workspace

ADDRESSEE = "市指挥部"
"""The 主送机关 where the person names none: the headquarters of the city."""


def open_register(workspace: Workspace) -> Register:
    """The register of the workspace; raises UserError where there is no workspace."""
    from translate_kit.register import FILE, Register

    if workspace.folder is None:
        why = _("the register lives in a workspace, and there is none here; make one with: {how}")
        raise UserError(why.format(how="translate-kit init FOLDER"))
    return Register(workspace.folder / FILE)


def record_drafted(workspace: Workspace, drafts: Iterable[Draft], paths: Iterable[Path]) -> None:
    """Enter letters just written; without a workspace there is no register to enter them in."""
    if workspace.folder is None:
        return
    from translate_kit.register import record_drafts

    written = tuple(path.name for path in paths)
    record_drafts(open_register(workspace), [drafted(one, written) for one in drafts])


def drafted(draft: Draft, written: Sequence[str]) -> Outgoing:
    """One draft as the register knows it; its files are those of the ``written`` named after it."""
    from translate_kit.register import Goods

    letter, request = draft.composed.letter, draft.composed.request
    goods = tuple(
        Goods(
            concept=item.concept.id,
            name=item.concept.noun("zh").text,
            quantity=item.quantity,
            unit=item.counter.names["zh"] if item.counter else "",
        )
        for item in request.items
    )
    return outgoing(
        draft.composed.contact,
        day=letter.date,
        kind=letter.kind,
        reference=letter.reference,
        languages=(letter.language,),
        goods=goods,
        reply_by=request.dates().get("reply_by"),
        files=tuple(name for name in written if name.startswith(f"{draft.stem}.")),
    )


def outgoing(contact: Contact, *, day: date, kind: str, **rest: Any) -> Outgoing:
    """A letter to a contact, with the names that the register keeps of it.

    The register must say who was written to even after the contact has been deleted.
    """
    from translate_kit.register import Outgoing

    own_name = contact.name("organisation", contact.language)
    return Outgoing(
        date=day,
        contact=contact.id,
        contact_kind=contact.kind,
        organisation=contact.name("organisation", "zh") or own_name or contact.id,
        own_name=own_name,
        country=contact.country,
        kind=kind,
        **rest,
    )


def reply_of(
    workspace: Workspace,
    *,
    file: Path | None,
    day: date | None,
    result: str,
    sender: str,
    promises: Iterable[str],
    note: str,
    keep: bool,
) -> Reply:
    """The reply that the options describe; raises UserError for a promise not understood."""
    from translate_kit.files import read_bytes
    from translate_kit.register import Reply, Result
    from translate_kit.register.typed import read_promise

    content = read_bytes(file) if file else None
    if keep and content is None:
        raise UserError(_("--keep needs the --file to keep"))
    return Reply(
        date=day or today(),
        result=Result(result),
        sender=sender,
        file=file.name if file else "",
        sha256=hashlib.sha256(content).hexdigest() if content is not None else "",
        summary=note,
        promises=tuple(read_promise(text, workspace.glossary) for text in promises),
        content=content if keep else None,
    )


def today() -> date:
    """The day on this machine's clock."""
    return datetime.now().astimezone().date()


def standing(entry: Entry) -> str:
    """``drafted``, ``sent``, ``answered`` or ``withdrawn``."""
    return "answered" if entry.replies else entry.state.value


def selected(
    entries: Iterable[Entry],
    *,
    first: date | None,
    last: date | None,
    country: str | None,
    kind: str | None,
    state: str | None,
) -> tuple[Entry, ...]:
    """The letters from ``first`` to ``last`` of that country, kind and standing; None means any."""
    return tuple(
        entry
        for entry in entries
        if (first is None or first <= entry.letter.date)
        and (last is None or entry.letter.date <= last)
        and country in (None, entry.letter.country)
        and kind in (None, entry.letter.kind)
        and state in (None, standing(entry))
    )


def record(entry: Entry) -> dict[str, Any]:
    """A letter as other programs read it; quantities are decimal text."""
    return {"standing": standing(entry), **asdict(entry)}


def summary(entry: Entry) -> str:
    """One line for a list."""
    letter = entry.letter
    due = _("reply by {day}").format(day=letter.reply_by) if letter.reply_by else ""
    facts = (f"{entry.number:>4}", letter.date, standing(entry), letter.kind, letter.country)
    return "\t".join(map(str, (*facts, letter.organisation, letter.reference, due))).rstrip()


def portrait(entry: Entry) -> Iterator[str]:
    """Everything about one letter, a line each."""
    letter = entry.letter
    yield summary(entry).strip()
    for goods in letter.goods:
        yield f"    {goods}"
    yield from (f"    {name}" for name in letter.files)
    if letter.note:
        yield f"    {letter.note}"
    for reply in entry.replies:
        yield _("reply {day}: {result}").format(day=reply.date, result=reply.result.value)
        said = (reply.sender, reply.file, reply.summary)
        yield from (f"    {text}" for text in said if text)
        for promise in reply.promises:
            yield f"    {promise.goods} {promise.date or ''}".rstrip()
    for sample in entry.samples:
        facts = (sample.arrived, sample.tested, sample.place, sample.verdict.value, sample.note)
        title = _("sample {number}").format(number=sample.number)
        yield f"{title}: {sample.goods} " + " ".join(str(fact) for fact in facts if fact)


def due_line(one: Due) -> str:
    """One reply that is due: the days left, or overdue, and the letter."""
    if one.days < 0:
        days = ngettext("{n} day overdue", "{n} days overdue", -one.days).format(n=-one.days)
    elif one.days == 0:
        days = _("due today")
    else:
        days = ngettext("{n} day left", "{n} days left", one.days).format(n=one.days)
    return f"{days}\t{summary(one.entry).strip()}"


def table(workspace: Workspace, format_: str, entries: Sequence[Entry]) -> bytes:
    """The letters as CSV or XLSX."""
    from translate_kit.register.export import csv_bytes, xlsx_bytes

    write = {"csv": csv_bytes, "xlsx": xlsx_bytes}[format_]
    return write(entries, kind_titles(workspace))


def report_bytes(
    workspace: Workspace, start: date, end: date, addressee: str, dated: date | None
) -> tuple[bytes, tuple[Entry, ...]]:
    """The report of a period as docx, and the drafts of the period that it leaves out."""
    from translate_kit.register.account import account, unsent
    from translate_kit.register.document import docx_bytes
    from translate_kit.register.report import Frame, report

    day = dated or end
    if day < end:
        why = _("a report of {day} can't tell of the days until {end}")
        raise UserError(why.format(day=day, end=end))
    entries = open_register(workspace).entries()
    frame = Frame(workspace.office.name("name", "zh"), addressee, kind_titles(workspace), day)
    made = report(account(entries, start, end), frame)
    return docx_bytes(made, day), unsent(entries, start, end)


def kind_titles(workspace: Workspace) -> Mapping[str, str]:
    """The Chinese titles of the letter kinds, by id."""
    from translate_kit.letters.kind import kinds

    return {kind.id: kind.titles["zh"] for kind in kinds(workspace.templates)}
