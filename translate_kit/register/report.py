"""The work report to headquarters, in Chinese, from the account of a period.

Built as an official report is: 主送, 一、 and （一） levels, 特此报告, 署名 and 成文日期, and the
list of all letters as an annex (《党政机关公文处理工作条例》, GB/T 9704-2012).
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from translate_kit.languages.series import country_name
from translate_kit.languages.zh import heading_number, long_date
from translate_kit.register import phrases
from translate_kit.register.account import Account
from translate_kit.register.entry import Entry, Goods, Reply, Result, Sample, Verdict
from translate_kit.register.followup import followup
from translate_kit.register.parts import (
    Addressee,
    Annex,
    AnnexNote,
    Chart,
    Heading,
    Paragraph,
    Part,
    Report,
    Signature,
    Table,
    Title,
)

ANNEX = "发函及答复情况一览表"


@dataclass(frozen=True, slots=True)
class Frame:
    """Who reports to whom: ``kinds`` are the Chinese titles of letter kinds by id."""

    office: str
    addressee: str
    kinds: Mapping[str, str]
    date: date


def report(account: Account, frame: Frame) -> Report:
    """The report of a period."""
    span = phrases.period(account.start, account.end)
    lines = (frame.office, f"关于{span}", "对外联络工作情况的报告")
    parts = [
        Title(lines),
        Addressee(f"{frame.addressee.rstrip('：:')}："),
        Paragraph(f"现将{span}我办对外联络工作情况报告如下。"),
        *_numbered(account, frame),
        Paragraph("特此报告。", joined=True),  # a signature alone on a page could be misused
        *([AnnexNote(f"附件：{ANNEX}")] if account.written else []),
        Signature(frame.office, long_date(frame.date)),
        *(_annex(account) if account.written else []),
    ]
    return Report("".join(lines), frame.office, parts)


def _numbered(account: Account, frame: Frame) -> Iterator[Part]:
    """The sections that have something to say, numbered without a gap."""
    sections = (
        ("发函情况", tuple(_written(account, frame))),
        ("答复情况", tuple(_answers(account))),
        ("样品及检测情况", tuple(_samples(account))),
        ("下一步工作", tuple(followup(account))),
    )
    for place, (name, parts) in enumerate([s for s in sections if s[1]], 1):
        yield Heading(heading_number(place, 1) + name, 1)
        yield from parts


def _written(account: Account, frame: Frame) -> Iterator[Part]:
    if not account.written:
        yield Paragraph("本期未发出新的函件。")
        return
    yield Paragraph(_overview(account, frame.kinds))
    yield _by_country(account)
    yield _chart(account)
    for place, country in enumerate(account.countries, 1):
        yield Heading(heading_number(place, 2) + country_name(country.code, "zh"), 2)
        for group in _alike(country.letters):
            yield Paragraph(_letters(group, account.end.year, frame.kinds))


def _overview(account: Account, kinds: Mapping[str, str]) -> str:
    """``共向4国的2个友好城市和30家企业、协会发函32件，收到7家单位答复。``"""
    counts = Counter(kinds.get(e.letter.kind, e.letter.kind) for e in account.written)
    sorts = "、".join(f"{kind}{phrases.count(n)}件" for kind, n in counts.most_common())
    kind = f"均为{next(iter(counts))}" if len(counts) == 1 else f"其中{sorts}"
    answered = phrases.count(account.answered)
    return (
        f"共向{phrases.count(len(account.countries))}个国家的"
        f"{phrases.organisations(account.written)}发函{phrases.count(len(account.written))}件，"
        f"{kind}。"
        + (
            f"截至{phrases.day(account.end, account.end.year)}，收到答复{answered}家。"
            if account.answered
            else "尚未收到答复。"
        )
    )


def _by_country(account: Account) -> Table:
    rows = [
        (
            country_name(country.code, "zh"),
            phrases.count(country.organisations),
            phrases.count(len(country.letters)),
            phrases.count(country.answered),
        )
        for country in account.countries
    ]
    whole = (account.organisations, len(account.written), account.answered)
    total = ("合计", *map(phrases.count, whole))
    head = ("国家", "发函单位（家）", "发函（件）", "已答复单位（家）")
    return Table("分国家发函及答复情况", head, (3, 3, 3, 3), (*rows, total))


def _chart(account: Account) -> Chart:
    countries = account.countries
    return Chart(
        "各国发函单位与已答复单位（家）",
        tuple(country_name(country.code, "zh") for country in countries),
        (
            ("发函单位", tuple(country.organisations for country in countries)),
            ("已答复单位", tuple(country.answered for country in countries)),
        ),
    )


def _alike(letters: tuple[Entry, ...]) -> Iterator[tuple[Entry, ...]]:
    """Letters of one day and kind about the same goods are told together, as a merge sends them."""
    groups: dict[tuple[object, ...], list[Entry]] = {}
    for entry in letters:
        letter = entry.letter
        key = (letter.date, letter.kind, letter.goods, letter.reply_by)
        groups.setdefault(key, []).append(entry)
    yield from map(tuple, groups.values())


def _letters(group: tuple[Entry, ...], year: int, kinds: Mapping[str, str]) -> str:
    letter = group[0].letter
    references = dict.fromkeys(entry.letter.reference for entry in group)
    reference = f"（{letter.reference}）" if len(references) == 1 and letter.reference else ""
    kind = kinds.get(letter.kind, letter.kind)
    goods = f"，涉及{phrases.listed(letter.goods)}" if letter.goods else ""
    wish = f"，请对方于{phrases.day(letter.reply_by, year)}前答复" if letter.reply_by else ""
    number = phrases.count(len(group))
    when = phrases.day(letter.date, year)
    return f"{when}，向{phrases.names(group)}发{kind}{number}件{reference}{goods}{wish}。"


def _answers(account: Account) -> Iterator[Part]:
    if not account.replies:
        return
    earlier = account.answered_earlier
    note = f"，其中{phrases.count(earlier)}家答复的是此前所发函件" if earlier else ""
    yield Paragraph(f"共收到答复{phrases.count(len(account.replies))}件{note}。")
    groups = [(result, account.with_result(result)) for result in Result]
    for place, (result, replies) in enumerate([g for g in groups if g[1]], 1):
        number = phrases.count(len(replies))
        yield Heading(f"{heading_number(place, 2)}{phrases.RESULTS[result]}（{number}件）", 2)
        for position, (entry, reply) in enumerate(replies, 1):
            mark = heading_number(position, 3) if len(replies) > 1 else ""
            yield Paragraph(mark + _answer(entry, reply, account.end.year))
    yield from _promises(account)


def _answer(entry: Entry, reply: Reply, year: int) -> str:
    letter = entry.letter
    who = f"{letter.organisation}（{country_name(letter.country, 'zh')}）"
    sender = f"由{reply.sender}" if reply.sender else ""
    to = f"答复{letter.reference}" if letter.reference else "答复"
    promised = phrases.promised(reply.promises, year)
    said = phrases.sentence(reply.summary)
    tail = f"，{promised}。" if promised else "。"
    return f"{who}于{phrases.day(reply.date, year)}{sender}{to}{tail}{said}"


def _promises(account: Account) -> Iterator[Part]:
    """The table of everything promised in the period, and what it comes to."""
    year = account.end.year
    rows = [
        (
            entry.letter.organisation,
            promise.goods.name,
            promise.goods.amount,
            phrases.day(promise.date, year) if promise.date else "未定",
        )
        for entry, reply in account.replies
        for promise in reply.promises
    ]
    if rows:
        sums = phrases.totals(p for _entry, reply in account.replies for p in reply.promises)
        total = [("合计", name, amount, "") for name, amount in sums]
        head = ("单位", "物资", "数量", "承诺日期")
        yield Table("承诺提供物资情况", head, (5, 4, 3, 3), (*rows, *total))


def _samples(account: Account) -> Iterator[Part]:
    for position, (entry, sample) in enumerate(account.samples, 1):
        mark = heading_number(position, 3) if len(account.samples) > 1 else ""
        yield Paragraph(mark + _sample(entry, sample, account.end))


def _sample(entry: Entry, sample: Sample, end: date) -> str:
    """What was known of a sample on the last day of the period."""
    steps = [f"{entry.letter.organisation}样品{sample.goods}"]
    if sample.arrived:
        steps.append(f"{phrases.day(sample.arrived, end.year)}到样")
    if sample.tested and sample.tested <= end:
        place = f"在{sample.place}" if sample.place else ""
        when = "当日" if sample.tested == sample.arrived else phrases.day(sample.tested, end.year)
        steps.append(f"{when}{place}检测")
    tested = sample.tested is None or sample.tested <= end
    verdict = sample.verdict if tested else Verdict.PENDING
    outcome = "结果待定" if verdict is Verdict.PENDING else f"结果{phrases.VERDICTS[verdict]}"
    return "，".join([*steps, outcome]) + "。" + phrases.sentence(sample.note)


def _annex(account: Account) -> Iterator[Part]:
    """Every letter of the period in a table: what the text only counts can be looked up here."""
    yield Annex(ANNEX)
    rows = tuple(
        (
            str(place),
            phrases.day(entry.letter.date, account.end.year),
            entry.letter.reference,
            country_name(entry.letter.country, "zh"),
            entry.letter.organisation,
            _goods(entry.letter.goods),
            _standing(entry, account.end),
        )
        for place, entry in enumerate(account.written, 1)
    )
    head = ("序号", "发函日期", "文号", "国家", "收函单位", "物资及数量", "答复情况")
    yield Table("", head, (12, 21, 44, 20, 44, 44, 40), rows)


def _goods(goods: tuple[Goods, ...]) -> str:
    return "；".join(map(str, goods)) or "—"


def _standing(entry: Entry, end: date) -> str:
    """The last reply by the end of the period, or how the waiting stands."""
    replies = entry.replies_until(end)
    if replies:
        last = replies[-1]
        return f"{phrases.day(last.date, end.year)}答复：{phrases.RESULTS[last.result]}"
    if entry.letter.reply_by and entry.letter.reply_by < end:
        return f"未答复（应于{phrases.day(entry.letter.reply_by, end.year)}前）"
    return "待答复"
