"""Downloads that resume, time out and never leave half a file under a whole one's name.

This and the ``http`` engine alone open connections, and only when the person asks. Proxies are
those of the environment (``HTTPS_PROXY``, ``ALL_PROXY``, ``NO_PROXY``).
"""

import hashlib
import json
import re
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import httpx
from filelock import FileLock, Timeout

from translate_kit import __version__
from translate_kit.engines.packages.archive import MOST_BYTES
from translate_kit.engines.packages.staging import cannot_write
from translate_kit.errors import UserError
from translate_kit.messages import _

Progress = Callable[[int, int | None], None]
"""Called with the bytes that are there and the whole size, None where the server does not tell."""

_WORTH_ANOTHER_TRY = frozenset({408, 425, 429, 500, 502, 503, 504})
_RANGE = re.compile(r"bytes (?:(\d+)-(\d+)|\*)/(\d+|\*)")


@dataclass(frozen=True, slots=True)
class Limits:
    """How long to wait: seconds until a connection stands, seconds without a byte.

    A link is left after ``tries`` in a row that brought nothing, ``pause`` seconds apart at first.
    """

    connect: float = 10.0
    silence: float = 30.0
    tries: int = 4
    pause: float = 1.0


class BrokenOff(Exception):  # noqa: N818
    """This try failed; another may go on from where it stopped."""


class NotThere(Exception):  # noqa: N818
    """This link will not give the file however often it is asked."""


@dataclass(frozen=True, slots=True)
class _State:
    """What the bytes in a ``.part`` file are the beginning of."""

    link: str
    mark: str
    """The server's own mark of the version: a strong ETag, or the date of its last change."""


def fetch_text(address: str, limits: Limits, *, longest: int) -> str:
    """A text of at most ``longest`` bytes; raises UserError naming the address."""
    content = bytearray()
    try:
        with _answer(address, {}, limits) as response:
            for piece in response.iter_bytes():
                content += piece
                if len(content) > longest:
                    raise NotThere(_("too long"))
    except (BrokenOff, NotThere) as error:
        raise UserError(f"{address}: {error}") from None
    return content.decode("utf-8", "replace")


def download(
    links: Sequence[str],
    target: Path,
    *,
    sha256: str = "",
    limits: Limits = Limits(),
    progress: Progress | None = None,
) -> None:
    """Fetch a file from the first link that gives it whole, going on where an earlier try stopped.

    Until it is whole it lies beside ``target`` as ``.part``. Raises UserError saying what went
    wrong at each link; what has come by then is kept for the next time.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(f"{target}.lock", timeout=0):
            _download(links, target, sha256, limits, progress or (lambda _done, _all: None))
    except Timeout:
        why = _("{path} is being downloaded by another program")
        raise UserError(why.format(path=target.name)) from None
    except OSError as error:
        raise cannot_write(target, error) from None


def _download(
    links: Sequence[str], target: Path, sha256: str, limits: Limits, progress: Progress
) -> None:
    part = target.with_name(target.name + ".part")
    failures = []
    for link in links:
        try:
            _patiently(link, part, limits, progress)
            _check(part, sha256)
        except (BrokenOff, NotThere) as error:
            failures.append(f"{link}: {error}")
        else:
            _state_file(part).unlink(missing_ok=True)
            part.replace(target)
            return
    why = _("{name} could not be downloaded; run the command again to go on: {reasons}")
    raise UserError(why.format(name=target.name, reasons="; ".join(failures)))


def _patiently(link: str, part: Path, limits: Limits, progress: Progress) -> None:
    """Try until the file is whole; only tries in a row that brought nothing are counted."""
    vain = 0
    while True:
        before = _size(part)
        try:
            _once(link, part, limits, progress)
        except BrokenOff:
            vain = 0 if _size(part) > before else vain + 1
            if vain >= limits.tries:
                raise
            time.sleep(limits.pause * 2**vain)
        else:
            return


def _once(link: str, part: Path, limits: Limits, progress: Progress) -> None:
    have = _size(part) if (state := _read_state(part)) and state.link == link else 0
    headers = {"Range": f"bytes={have}-"} if have else {}
    if have and state and state.mark:
        headers["If-Range"] = state.mark
    with _answer(link, headers, limits) as response:
        start, whole = _extent(response, have)
        if response.status_code == httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE:
            if whole == have:
                return
            part.unlink(missing_ok=True)
            raise BrokenOff(_("the file there has changed"))
        _write_state(part, _State(link, _mark(response)))
        with part.open("ab" if start else "wb") as file:
            for piece in response.iter_bytes():  # as it comes: gathered, a drop would lose some
                file.write(piece)
                progress(file.tell(), whole)
                if file.tell() > MOST_BYTES:
                    raise NotThere(_("too long"))
    if whole is not None and _size(part) != whole:
        raise BrokenOff(_("{n} of {whole} bytes came").format(n=_size(part), whole=whole))


def _extent(response: httpx.Response, have: int) -> tuple[int, int | None]:
    """Where the bytes of this answer begin, and the size of the whole file where it is told."""
    told = _RANGE.fullmatch(response.headers.get("Content-Range", ""))
    whole = int(told[3]) if told and told[3] != "*" else None
    if response.status_code == httpx.codes.PARTIAL_CONTENT:
        if told is None or told[1] is None or int(told[1]) != have:
            raise NotThere(_("the server sends another part than was asked for"))
        return have, whole
    if response.status_code == httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE:
        return have, whole
    length = response.headers.get("Content-Length", "")
    return 0, int(length) if length.isdigit() else None


@contextmanager
def _answer(link: str, headers: dict[str, str], limits: Limits) -> Iterator[httpx.Response]:
    """The server's answer; every failure of the network as BrokenOff or NotThere."""
    waits = httpx.Timeout(limits.silence, connect=limits.connect)
    ours = {"User-Agent": f"translate-kit/{__version__}", "Accept-Encoding": "identity"}
    try:
        with (
            httpx.Client(timeout=waits, follow_redirects=True, headers=ours | headers) as client,
            client.stream("GET", link) as response,
        ):
            _refuse(response)
            yield response
    except httpx.TimeoutException:
        raise BrokenOff(_("no answer for {n:g} seconds").format(n=limits.silence)) from None
    except (httpx.UnsupportedProtocol, httpx.InvalidURL, httpx.TooManyRedirects) as error:
        raise NotThere(str(error)) from None
    except httpx.TransportError as error:
        raise BrokenOff(str(error) or type(error).__name__) from None
    except (ImportError, ValueError) as error:  # of a proxy's address in the environment
        raise NotThere(_("the proxy cannot be used: {why}").format(why=error)) from None


def _refuse(response: httpx.Response) -> None:
    status = response.status_code
    if status in (200, 206, 416):
        return
    told = _("the server answers {status}").format(status=f"{status} {response.reason_phrase}")
    raise (BrokenOff if status in _WORTH_ANOTHER_TRY else NotThere)(told)


def _check(part: Path, sha256: str) -> None:
    with part.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if sha256 and found != sha256:
        part.unlink()
        raise NotThere(_("its checksum is not the one in the list of packages"))


def _size(part: Path) -> int:
    return part.stat().st_size if part.is_file() else 0


def _mark(response: httpx.Response) -> str:
    etag = str(response.headers.get("ETag", ""))
    return etag if etag.startswith('"') else str(response.headers.get("Last-Modified", ""))


def _state_file(part: Path) -> Path:
    return part.with_name(part.name + ".json")


def _write_state(part: Path, state: _State) -> None:
    _state_file(part).write_text(json.dumps(asdict(state)), encoding="utf-8")


def _read_state(part: Path) -> _State | None:
    try:
        return _State(**json.loads(_state_file(part).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None
