"""A translation server on the office's own network: reached, asked, asked again, told apart.

Nothing here is used unless a workspace names the engine ``http``. A public address is refused, the
proxies of the environment are not asked and no redirection is followed, so that the texts of
letters stay in the building.
"""

import ipaddress
import os
import socket
import time
import weakref
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import httpx

from translate_kit.errors import EngineFailure, TranslateKitError, UserError
from translate_kit.messages import _

_TRIES = 3
_MOST_SILENCES = 3  # requests in a row, each with all its tries
_LONGEST_ANSWER = 4 << 20  # bytes
_WORTH_ANOTHER_TRY = frozenset({408, 425, 429, 500, 502, 503, 504})
_WRONG_SETTINGS = frozenset({401, 403, 404, 405})


class NoAnswer(EngineFailure):
    """The server was reached and has no usable answer to this one request."""


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """Where the server is and how long it may take; ``key`` is empty where it wants none.

    ``timeout`` is in seconds, ``pause`` between the first two tries.
    """

    url: str
    key: str = ""
    timeout: float = 60.0
    allow_public: bool = False
    pause: float = 0.5


def read_server(options: Mapping[str, Any]) -> ServerSettings:
    """The settings in the options of ``[engine]``; raises UserError naming the key."""
    url, variable = options.get("url"), options.get("key_variable", "")
    if not isinstance(url, str) or not url.startswith(("http://", "https://")):
        raise UserError(_("engine.url: write the server's address, such as http://10.0.0.5:5000"))
    timeout = options.get("timeout", 60)
    if isinstance(timeout, bool) or not isinstance(timeout, int | float) or timeout <= 0:
        raise UserError(_("engine.timeout: write a number of seconds"))
    if not isinstance(variable, str) or (variable and variable not in os.environ):
        why = _("engine.key_variable: name an environment variable that holds the key")
        raise UserError(why)
    return ServerSettings(
        url=url.rstrip("/"),
        key=os.environ.get(variable, "") if variable else "",
        timeout=float(timeout),
        allow_public=options.get("allow_public") is True,
    )


class Server:
    """One server, at the address that its name had when it was opened.

    Safe to be used from several threads. Raises UserError for an address that is public, unknown
    or wrong.
    """

    def __init__(self, settings: ServerSettings) -> None:
        self.settings = settings
        try:
            url = httpx.URL(settings.url)
            address = _resolved(url.host, url.port or (443 if url.scheme == "https" else 80))
        except (httpx.InvalidURL, OSError, UnicodeError) as error:
            why = _("{url}: no such server: {why}").format(url=settings.url, why=error)
            raise UserError(why) from None
        if not settings.allow_public and not _private(address):
            why = _(
                "{url} is a public address ({address}); letters stay in the building unless the"
                " workspace says allow_public = true"
            )
            raise UserError(why.format(url=settings.url, address=address))
        # The address that was looked at is the one that is asked: a name may change its meaning.
        self._client = httpx.Client(
            base_url=url.copy_with(host=address),
            headers={"Host": url.netloc.decode(), **self._authorization()},
            timeout=settings.timeout,
            trust_env=settings.allow_public,
            follow_redirects=False,
        )
        weakref.finalize(self, self._client.close)
        self._extensions = {"sni_hostname": url.host}
        self._silences = 0

    def get(self, path: str) -> Any:
        """The JSON at a path."""
        return self._ask("GET", path, None)

    def post(self, path: str, payload: Any) -> Any:
        """The JSON that answers ``payload``.

        Raises UserError where the server can't be reached or refuses us, NoAnswer where it fails
        on this request however often it is asked.
        """
        return self._ask("POST", path, payload)

    def _ask(self, method: str, path: str, payload: Any) -> Any:
        for attempt in range(_TRIES):
            if attempt:
                time.sleep(self.settings.pause * 2 ** (attempt - 1))
            try:
                response = self._client.request(
                    method, path, json=payload, extensions=self._extensions
                )
            except httpx.TransportError as error:
                failure: httpx.TransportError | None = error
                told = self._told(error)
            else:
                failure = None
                if response.status_code not in _WORTH_ANOTHER_TRY:
                    self._silences = 0
                    return self._content(response)
                told = f"{response.status_code} {response.reason_phrase}"
        raise self._given_up(failure, told)

    def _told(self, error: httpx.TransportError) -> str:
        if isinstance(error, httpx.TimeoutException):
            return _("no answer for {n:g} seconds").format(n=self.settings.timeout)
        return str(error) or type(error).__name__

    def _given_up(self, failure: httpx.TransportError | None, told: str) -> TranslateKitError:
        """A server that is not there, or was silent to several requests, ends the whole job."""
        if isinstance(failure, httpx.TimeoutException):
            self._silences += 1
        gone = isinstance(failure, httpx.ConnectError | httpx.ConnectTimeout)
        if gone or self._silences >= _MOST_SILENCES:
            why = _("the translation server {url} cannot be reached: {why}; is it running?")
            return UserError(why.format(url=self.settings.url, why=told))
        return NoAnswer(f"{self.settings.url}: {told}")

    def _content(self, response: httpx.Response) -> Any:
        status = f"{response.status_code} {response.reason_phrase}"
        if response.status_code in _WRONG_SETTINGS or response.is_redirect:
            why = _("{url} answers {status}; look at url and key_variable in the workspace")
            raise UserError(why.format(url=response.request.url.path, status=status))
        if not response.is_success or len(response.content) > _LONGEST_ANSWER:
            raise NoAnswer(f"{self.settings.url}: {status}")
        try:
            return response.json()
        except ValueError:
            raise NoAnswer(f"{self.settings.url}: {status}, not JSON") from None

    def _authorization(self) -> dict[str, str]:
        key = self.settings.key
        return {"Authorization": f"Bearer {key}"} if key else {}


def _resolved(host: str, port: int) -> str:
    """One address of a host; of several a public one, so that it is seen."""
    found = [str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    return next((address for address in found if not _private(address)), found[0])


def _private(address: str) -> bool:
    """Of this machine, of a private network, or of the link: never routed to the internet."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    mapped = getattr(ip, "ipv4_mapped", None) or ip
    return bool(mapped.is_private or mapped.is_loopback or mapped.is_link_local)
