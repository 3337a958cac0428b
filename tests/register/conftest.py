"""What the register's tests share: an empty register, a letter to enter, a filled register."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from translate_kit.register import (
    Goods,
    Outgoing,
    Promise,
    Register,
    Reply,
    Result,
    Sample,
    Verdict,
)

SUITS = Goods("ppe-0005", "医用防护服", Decimal(30000), "套")
TYUMEN = Outgoing(
    date=date(2020, 2, 8),
    contact="tyumen",
    contact_kind="sister_city",
    organisation="秋明市政府",
    own_name="Администрация города Тюмени",
    country="RU",
    kind="appeal",
    reference="庆外函〔2020〕15号",
    languages=("ru", "zh"),
    goods=(SUITS,),
    reply_by=date(2020, 2, 12),
    files=("2020-02-08-appeal-tyumen.ru.docx", "2020-02-08-appeal-tyumen.zh.docx"),
)


@pytest.fixture
def register(tmp_path: Path) -> Register:
    """A register that nobody has written to."""
    return Register(tmp_path / "register.sqlite3")


@pytest.fixture
def letter() -> Callable[..., Outgoing]:
    """A letter to Tyumen, with what the test wants otherwise."""

    def make(**changes: Any) -> Outgoing:
        return replace(TYUMEN, **changes)

    return make


@pytest.fixture
def week(register: Register) -> Register:
    """The first week of February 2020: two cities asked, four makers, three answers."""

    def goods(quantity: int, hedge: str = "") -> Goods:
        return replace(SUITS, quantity=Decimal(quantity), hedge=hedge)

    def enter(contact: str, sort: str, name: str, country: str, **changes: Any) -> int:
        sent = {"contact": contact, "contact_kind": sort, "organisation": name, "country": country}
        return register.record(replace(TYUMEN, files=(), **sent, **changes))

    cities = {"date": date(2020, 2, 3), "reply_by": date(2020, 2, 6)}
    tyumen = enter("tyumen", "sister_city", "秋明市政府", "RU", **cities)
    enter("calgary", "sister_city", "卡尔加里市政府", "CA", **cities)
    enquiry = {"kind": "enquiry", "date": date(2020, 2, 5), "reply_by": date(2020, 2, 10)}
    makers = [
        enter(f"jp{n}", "maker", f"日本第{n}株式会社", "JP", **enquiry, reference=f"{n}号")
        for n in range(1, 5)
    ]
    register.reply(tyumen, Reply(date(2020, 2, 6), Result.REFERRED, summary="建议联系他市企业"))
    promised = (Promise(goods(5000), date(2020, 2, 15)), Promise(goods(200)))
    register.reply(makers[0], Reply(date(2020, 2, 7), Result.AGREED, promises=promised))
    hedged = (Promise(goods(3000, "约"), date(2020, 2, 20)),)
    register.reply(makers[1], Reply(date(2020, 2, 9), Result.PARTIAL, promises=hedged))
    sample = register.sample(makers[0], Sample(goods(2), date(2020, 2, 8)))
    register.test(sample, date(2020, 2, 8), "省检验所", Verdict.PASSED)
    return register
