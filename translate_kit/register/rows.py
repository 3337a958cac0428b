"""The values of the register as rows of its tables, and back. No rule is kept here."""

import sqlite3
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from translate_kit.register.entry import (
    Entry,
    Goods,
    Outgoing,
    Promise,
    Reply,
    Result,
    Sample,
    State,
    Verdict,
)

Values = Mapping[str, object]


def add_letter(connection: sqlite3.Connection, letter: Outgoing, state: State) -> int:
    """Insert a letter; returns its number."""
    number = _insert(connection, "letter", {"state": state.value, **_letter_values(letter)})
    _add_parts(connection, number, letter)
    return number


def replace_letter(connection: sqlite3.Connection, number: int, letter: Outgoing) -> None:
    """Put a letter in the place of the one with that number."""
    _update(connection, "letter", number, _letter_values(letter))
    for table in ("letter_goods", "letter_file"):
        connection.execute(f"DELETE FROM {table} WHERE letter = ?", (number,))
    _add_parts(connection, number, letter)


def set_state(connection: sqlite3.Connection, number: int, state: State) -> None:
    """Change what has become of a letter."""
    _update(connection, "letter", number, {"state": state.value})


def add_reply(connection: sqlite3.Connection, letter: int, reply: Reply) -> None:
    """Insert a reply with its promises."""
    number = _insert(
        connection,
        "reply",
        {
            "letter": letter,
            "date": reply.date.isoformat(),
            "result": reply.result.value,
            "sender": reply.sender,
            "file": reply.file,
            "sha256": reply.sha256,
            "summary": reply.summary,
            "content": reply.content,
        },
    )
    for promise in reply.promises:
        row = {"reply": number, **_goods_values(promise.goods), "date": _text(promise.date)}
        _insert(connection, "promise", row)


def add_sample(connection: sqlite3.Connection, letter: int, sample: Sample) -> int:
    """Insert a sample; returns its number."""
    return _insert(connection, "sample", {"letter": letter, **_sample_values(sample)})


def replace_sample(connection: sqlite3.Connection, sample: Sample) -> None:
    """Put a sample in the place of the one with its number."""
    _update(connection, "sample", sample.number, _sample_values(sample))


def sample(connection: sqlite3.Connection, number: int) -> Sample | None:
    """The sample with that number."""
    row = connection.execute("SELECT * FROM sample WHERE number = ?", (number,)).fetchone()
    return _sample(row) if row else None


def sample_numbers(connection: sqlite3.Connection) -> list[str]:
    """The numbers of all samples."""
    return [str(row["number"]) for row in connection.execute("SELECT number FROM sample")]


def letter_numbers(connection: sqlite3.Connection) -> list[int]:
    """The numbers of all letters."""
    return [row["number"] for row in connection.execute("SELECT number FROM letter")]


def content(connection: sqlite3.Connection, sha256: str) -> bytes | None:
    """The kept file of a reply."""
    query = "SELECT content FROM reply WHERE sha256 = ? AND content IS NOT NULL"
    row = connection.execute(query, (sha256,)).fetchone()
    return row["content"] if row else None


def entries(connection: sqlite3.Connection, number: int | None = None) -> tuple[Entry, ...]:
    """All letters, or the one with that number, each with everything that followed."""
    goods = _grouped(connection, "SELECT * FROM letter_goods ORDER BY rowid", "letter")
    files = _grouped(connection, "SELECT * FROM letter_file ORDER BY rowid", "letter")
    promises = _grouped(connection, "SELECT * FROM promise ORDER BY rowid", "reply")
    # The files of replies may be large and are read only when asked for.
    columns = "number, letter, date, result, sender, file, sha256, summary"
    replies = _grouped(connection, f"SELECT {columns} FROM reply ORDER BY date, number", "letter")
    samples = _grouped(connection, "SELECT * FROM sample ORDER BY number", "letter")
    letters = connection.execute(
        "SELECT * FROM letter WHERE ?1 IS NULL OR number = ?1 ORDER BY date, number", (number,)
    )
    return tuple(
        Entry(
            number=row["number"],
            state=State(row["state"]),
            letter=_letter(row, goods.get(row["number"], ()), files.get(row["number"], ())),
            replies=tuple(
                _reply(reply, promises.get(reply["number"], ()))
                for reply in replies.get(row["number"], ())
            ),
            samples=tuple(_sample(found) for found in samples.get(row["number"], ())),
        )
        for row in letters
    )


def _grouped(
    connection: sqlite3.Connection, query: str, key: str
) -> Mapping[int, list[sqlite3.Row]]:
    groups: dict[int, list[sqlite3.Row]] = {}
    for row in connection.execute(query):
        groups.setdefault(row[key], []).append(row)
    return groups


def _insert(connection: sqlite3.Connection, table: str, values: Values) -> int:
    names, places = ", ".join(values), ", ".join("?" * len(values))
    query = f"INSERT INTO {table} ({names}) VALUES ({places})"
    number = connection.execute(query, tuple(values.values())).lastrowid
    assert number is not None
    return number


def _update(connection: sqlite3.Connection, table: str, number: int, values: Values) -> None:
    settings = ", ".join(f"{name} = ?" for name in values)
    query = f"UPDATE {table} SET {settings} WHERE number = ?"
    connection.execute(query, (*values.values(), number))


def _add_parts(connection: sqlite3.Connection, number: int, letter: Outgoing) -> None:
    for goods in letter.goods:
        _insert(connection, "letter_goods", {"letter": number, **_goods_values(goods)})
    for name in letter.files:
        _insert(connection, "letter_file", {"letter": number, "name": name})


def _letter_values(letter: Outgoing) -> Values:
    return {
        "reference": letter.reference,
        "date": letter.date.isoformat(),
        "contact": letter.contact,
        "contact_kind": letter.contact_kind,
        "organisation": letter.organisation,
        "own_name": letter.own_name,
        "country": letter.country,
        "kind": letter.kind,
        "languages": " ".join(letter.languages),
        "reply_by": _text(letter.reply_by),
        "note": letter.note,
    }


def _letter(
    row: sqlite3.Row, goods: Iterable[sqlite3.Row], files: Iterable[sqlite3.Row]
) -> Outgoing:
    return Outgoing(
        date=date.fromisoformat(row["date"]),
        contact=row["contact"],
        contact_kind=row["contact_kind"],
        organisation=row["organisation"],
        own_name=row["own_name"],
        country=row["country"],
        kind=row["kind"],
        reference=row["reference"],
        languages=tuple(row["languages"].split()),
        goods=tuple(_goods(one) for one in goods),
        reply_by=_day(row["reply_by"]),
        files=tuple(one["name"] for one in files),
        note=row["note"],
    )


def _reply(row: sqlite3.Row, promises: Iterable[sqlite3.Row]) -> Reply:
    return Reply(
        date=date.fromisoformat(row["date"]),
        result=Result(row["result"]),
        sender=row["sender"],
        file=row["file"],
        sha256=row["sha256"],
        summary=row["summary"],
        promises=tuple(Promise(_goods(one), _day(one["date"])) for one in promises),
    )


def _sample_values(sample: Sample) -> Values:
    return {
        **_goods_values(sample.goods),
        "arrived": _text(sample.arrived),
        "tested": _text(sample.tested),
        "place": sample.place,
        "verdict": sample.verdict.value,
        "note": sample.note,
    }


def _sample(row: sqlite3.Row) -> Sample:
    return Sample(
        goods=_goods(row),
        arrived=_day(row["arrived"]),
        tested=_day(row["tested"]),
        place=row["place"],
        verdict=Verdict(row["verdict"]),
        note=row["note"],
        number=row["number"],
    )


def _goods_values(goods: Goods) -> Values:
    return {
        "concept": goods.concept,
        "name": goods.name,
        "quantity": f"{goods.quantity:f}",
        "unit": goods.unit,
        "hedge": goods.hedge,
    }


def _goods(row: sqlite3.Row) -> Goods:
    return Goods(row["concept"], row["name"], Decimal(row["quantity"]), row["unit"], row["hedge"])


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
