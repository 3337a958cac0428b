"""下一步工作: what the open matters of an account ask of us, the most urgent first."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TypeVar

from translate_kit.languages.zh import heading_number
from translate_kit.register import phrases
from translate_kit.register.account import Account
from translate_kit.register.dues import Due
from translate_kit.register.entry import Entry, Result
from translate_kit.register.parts import Heading, Paragraph, Part

T = TypeVar("T")


def followup(account: Account) -> Iterator[Part]:
    """One numbered matter each, with names, days and quantities."""
    matters = [(name, text) for name, tell in _MATTERS if (text := tell(account))]
    if not matters:
        yield Paragraph("目前无待答复、待落实事项。")
    for place, (name, text) in enumerate(matters, 1):
        yield Heading(heading_number(place, 2) + name, 2)
        yield Paragraph(text)


def _overdue(account: Account) -> str:
    late = [one for one in account.dues if one.days < 0]
    year = account.end.year
    return _told(
        late,
        f"截至{phrases.day(account.end, year)}，{phrases.count(len(late))}件函件逾期未获答复，"
        "拟去函或致电催询：",
        lambda one: _named(
            one.entry,
            f"应于{phrases.day(one.reply_by, year)}前答复",
            f"已逾期{phrases.count(-one.days)}天",
        ),
    )


def _awaited(account: Account) -> str:
    """Those of one day together: a merge asks thirty firms for an answer on the same day."""
    days: dict[date, list[Due]] = {}
    for one in account.dues:
        if one.days >= 0:
            days.setdefault(one.reply_by, []).append(one)
    return _told(
        tuple(days.items()),
        "下列函件尚在答复期限内：",
        lambda group: _on_day(group[0], group[1], account.end.year),
    )


def _on_day(reply_by: date, dues: Sequence[Due], year: int) -> str:
    left = f"还有{phrases.count(dues[0].days)}天" if dues[0].days else "当日到期"
    names = phrases.names([one.entry for one in dues])
    return (
        f"{names}{phrases.count(len(dues))}件，"
        f"请对方于{phrases.day(reply_by, year)}前答复（{left}）"
    )


def _promised(account: Account) -> str:
    year = account.end.year
    return _told(
        account.promises,
        "对已承诺物资跟踪落实：",
        lambda pair: f"{pair[0].letter.organisation}{phrases.promised([pair[1]], year)}",
    )


def _tests(account: Account) -> str:
    return _told(
        account.untested,
        "尽快完成样品检测并报告结果：",
        lambda pair: f"{pair[0].letter.organisation}的{pair[1].goods}",
    )


def _questions(account: Account) -> str:
    return _told(
        _last_said(account, Result.ASKS),
        "对方要求补充情况，拟尽快答复：",
        _named,
    )


def _referrals(account: Account) -> str:
    return _told(
        _last_said(account, Result.REFERRED),
        "对方建议另行联系其他单位，拟核实后发函：",
        _named,
    )


_MATTERS: tuple[tuple[str, Callable[[Account], str]], ...] = (
    ("催询逾期答复", _overdue),
    ("补充对方所需情况", _questions),
    ("落实承诺物资", _promised),
    ("完成样品检测", _tests),
    ("联系对方推荐单位", _referrals),
    ("跟踪待复函件", _awaited),
)


def _told(found: Sequence[T], opening: str, tell: Callable[[T], str]) -> str:
    return opening + "；".join(map(tell, found)) + "。" if found else ""


def _last_said(account: Account, result: Result) -> list[Entry]:
    """The letters whose last reply of the period says this; a later one settles it."""
    last = {entry.number: (entry, reply) for entry, reply in account.replies}
    return [entry for entry, reply in last.values() if reply.result is result]


def _named(entry: Entry, *notes: str) -> str:
    """``秋明市政府（庆外函〔2020〕15号，2月12日到期，还有4天）``."""
    said = "，".join(filter(None, [entry.letter.reference, *notes]))
    return entry.letter.organisation + (f"（{said}）" if said else "")
