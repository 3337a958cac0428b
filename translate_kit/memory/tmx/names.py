"""What TMX calls things, and what we write into its open places."""

from datetime import UTC, datetime

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
OLD_LANG = "lang"
"""The attribute for the language before version 1.4."""

TOOL = "translate-kit"
"""Our name as ``creationtool`` and ``o-tmf``: such files come back with all their provenance."""

ORIGIN, SOURCE, DOMAIN, PENALTY = "x-origin", "x-source", "x-domain", "x-penalty"
"""The properties in which our own files keep what TMX has no attribute for."""

_DATE = "%Y%m%dT%H%M%SZ"


def from_date(written: str) -> str:
    """``20200208T090000Z`` as ISO 8601; empty for what is no such date."""
    try:
        at = datetime.strptime(written, _DATE).replace(tzinfo=UTC)
    except ValueError:
        return ""
    return at.isoformat(timespec="seconds").replace("+00:00", "Z")


def to_date(iso: str) -> str:
    """An ISO 8601 time, or a day, as TMX writes it; empty for what is neither."""
    try:
        at = datetime.fromisoformat(iso)
    except ValueError:
        return ""
    return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC).strftime(_DATE)
