"""The correspondence register: letters sent, replies due and received, samples, and the report.

One SQLite file beside the workspace's settings. ``Register`` reads and writes it; everything else
here works on the values it returns.
"""

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
from translate_kit.register.store import FILE, Register, record_drafts

__all__ = [
    "FILE",
    "Entry",
    "Goods",
    "Outgoing",
    "Promise",
    "Register",
    "Reply",
    "Result",
    "Sample",
    "State",
    "Verdict",
    "record_drafts",
]
