"""The Chinese phrases of the report: periods, organisations counted by their sort, promises.

Wording after《党政机关公文处理工作条例》(2012) and GB/T 15835-2011: Arabic numerals for counts
and dates, no leading zeros.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from translate_kit.languages import numbers
from translate_kit.languages.zh import long_date
from translate_kit.register.entry import Entry, Goods, Promise, Result, State, Verdict

RESULTS: Mapping[Result, str] = {
    Result.AGREED: "同意",
    Result.PARTIAL: "部分同意",
    Result.SAMPLES: "先行提供样品",
    Result.ASKS: "需我方补充情况",
    Result.REFERRED: "建议联系其他单位",
    Result.DECLINED: "婉拒",
}
VERDICTS: Mapping[Verdict, str] = {
    Verdict.PENDING: "待检测",
    Verdict.PASSED: "合格",
    Verdict.FAILED: "不合格",
}
STATES: Mapping[State, str] = {
    State.DRAFTED: "拟稿",
    State.SENT: "已发",
    State.WITHDRAWN: "撤回",
}
_CITIES: Mapping[str, str] = {"sister_city": "友好城市", "friendly_city": "友好交流城市"}
_FIRMS: Mapping[str, str] = {
    "maker": "企业",
    "association": "协会",
    "mission": "驻华机构",
    "donor": "捐赠单位",
}
_OTHERS = "其他单位"
_MOST_NAMED = 3


def count(number: int) -> str:
    """A count as the report writes it: 30, 3万."""
    return numbers.render(number, "zh")


def period(start: date, end: date) -> str:
    """``2020年2月1日至8日``, leaving out what both days share."""
    if start == end:
        return long_date(start)
    if start.year != end.year:
        return f"{long_date(start)}至{long_date(end)}"
    last = f"{end.day}日" if start.month == end.month else f"{end.month}月{end.day}日"
    return f"{long_date(start)}至{last}"


def day(one: date, year: int) -> str:
    """``2月8日``; with the year where it is not the report's."""
    return f"{one.month}月{one.day}日" if one.year == year else long_date(one)


def organisations(entries: Iterable[Entry]) -> str:
    """``2个友好城市和30家企业、协会``: cities are counted apart from firms and bodies."""
    sorts = Counter({entry.letter.contact: entry.letter.contact_kind for entry in entries}.values())
    cities = [f"{count(sorts[sort])}个{word}" for sort, word in _CITIES.items() if sorts[sort]]
    firms = [word for sort, word in _FIRMS.items() if sorts[sort]]
    known = sum(sorts[sort] for sort in (*_CITIES, *_FIRMS))
    if sorts.total() > known:
        firms.append(_OTHERS if firms or cities else "单位")
    groups = list(cities)
    if firms:
        bodies = sorts.total() - sum(sorts[sort] for sort in _CITIES)
        groups.append(f"{count(bodies)}家{'、'.join(firms)}")
    return joined(groups)


def joined(words: Sequence[str]) -> str:
    """``甲、乙和丙``."""
    return "和".join(filter(None, ["、".join(words[:-1]), *words[-1:]]))


def names(entries: Sequence[Entry]) -> str:
    """``甲、乙``; more than three are named by the first three: ``甲、乙、丙等10家单位``."""
    all_names = list(dict.fromkeys(entry.letter.organisation for entry in entries))
    if len(all_names) <= _MOST_NAMED:
        return "、".join(all_names)
    return f"{'、'.join(all_names[:_MOST_NAMED])}等{count(len(all_names))}家单位"


def listed(goods: Iterable[Goods]) -> str:
    """``医用防护服3万套、护目镜5000副``."""
    return "、".join(map(str, goods))


def promised(promises: Iterable[Promise], year: int) -> str:
    """``承诺于2月15日提供医用防护服5000套``, the goods of one day together."""
    days: dict[date | None, list[Goods]] = {}
    for promise in promises:
        days.setdefault(promise.date, []).append(promise.goods)
    return "；".join(
        f"承诺于{day(when, year)}提供{listed(goods)}"
        if when
        else f"承诺提供{listed(goods)}，时间未定"
        for when, goods in days.items()
    )


def totals(promises: Iterable[Promise]) -> tuple[tuple[str, str], ...]:
    """Thing and amount of what several promised: added up where all amounts are exact.

    ``约5000套`` and ``3000套`` stay side by side: a sum would make a promise that nobody made.
    """
    groups: dict[tuple[str, str, str], list[Goods]] = {}
    for promise in promises:
        goods = promise.goods
        groups.setdefault((goods.concept, goods.name, goods.unit), []).append(goods)
    return tuple((key[1], _total(goods)) for key, goods in groups.items() if len(goods) > 1)


def _total(goods: Sequence[Goods]) -> str:
    if any(one.hedge for one in goods):
        return "、".join(one.amount for one in goods)
    return numbers.render(sum((g.quantity for g in goods), Decimal()), "zh") + goods[0].unit


def sentence(text: str) -> str:
    """The text with a full stop at its end; empty where there is none."""
    trimmed = " ".join(text.split())
    return trimmed if not trimmed or trimmed[-1] in "。！？" else trimmed.rstrip(".；;，,") + "。"
