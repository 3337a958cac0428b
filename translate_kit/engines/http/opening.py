"""The ``http`` engine: a server on the office's own network, off unless the workspace names it.

[engine]
name = "http"
url = "http://10.0.0.5:5000"
protocol = "libretranslate"     # or "openai": any server with /v1/chat/completions
model = "qwen2.5-14b-instruct"  # openai only
key_variable = "OFFICE_MT_KEY"  # the environment variable with the key, where one is needed
timeout = 60                    # seconds
pairs = ["zh-en", "zh-ru"]      # openai only; all directions of the five languages if left out
allow_public = false
"""

from collections.abc import Sequence
from typing import Any

from translate_kit.engines.engine import EngineSettings
from translate_kit.engines.http.chat import Chat
from translate_kit.engines.http.libretranslate import LibreTranslate
from translate_kit.engines.http.server import Server, read_server
from translate_kit.errors import UserError
from translate_kit.messages import _
from translate_kit.model import Pair

KEYS = ("url", "protocol", "model", "key_variable", "timeout", "allow_public", "pairs")
_WORKERS = 4


def open_http(settings: EngineSettings) -> LibreTranslate | Chat:
    """The engine for the workspace's settings; ``threads`` is how many requests run at a time.

    Raises UserError for wrong settings or an address outside. Nothing is asked yet.
    """
    settings.know_only(*KEYS)
    options = settings.options
    protocol = options.get("protocol", "libretranslate")
    if protocol not in ("libretranslate", "openai"):
        raise UserError(_("engine.protocol: write libretranslate or openai"))
    model, pairs = options.get("model", ""), _pairs(options.get("pairs", []))
    if protocol == "openai" and (not isinstance(model, str) or not model):
        raise UserError(_("engine.model: write the model's name on the server"))
    server = Server(read_server(options))
    workers = settings.threads or _WORKERS
    if protocol == "openai":
        return Chat(server, model, pairs, workers=workers)
    return LibreTranslate(server, workers=workers)


def _pairs(listed: Any) -> Sequence[Pair]:
    try:
        return tuple(Pair.parse(each) for each in listed)
    except (ValueError, AttributeError, TypeError):
        raise UserError(_('engine.pairs: write pairs = ["zh-en"]')) from None
