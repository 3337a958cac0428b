"""A translation server as offices run them, as a process: LibreTranslate's paths and OpenAI's.

    python translation_server.py

prints its port on 127.0.0.1. It “translates” by writing the target's code before the text, and
misbehaves where the text says so. ``GET /asked`` gives every request it has had.
"""

import json
import re
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

ASKED: list[dict[str, Any]] = []
LANGUAGES = [
    {"code": "zh-Hans", "name": "Chinese", "targets": ["en", "ru", "zh-Hans"]},
    {"code": "en", "name": "English", "targets": ["zh-Hans", "ru", "en"]},
]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_arguments: object) -> None:
        pass

    def do_GET(self) -> None:
        found = {"/languages": LANGUAGES, "/asked": ASKED}.get(self.path)
        self.reply(200 if found is not None else 404, found)

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        key, host = self.headers.get("Authorization", ""), self.headers["Host"]
        ASKED.append({"path": self.path, "key": key, "host": host, "asked": asked})
        way = {"/translate": self.libretranslate, "/v1/chat/completions": self.chat}
        if self.path not in way:
            self.reply(404, {})
        elif not self.misbehaves(json.dumps(asked, ensure_ascii=False)):
            way[self.path](asked)

    def misbehaves(self, text: str) -> bool:
        """What the text asks for: a status, a silence, a broken connection, no JSON."""
        if status := re.search(r"STATUS(\d+)", text):
            self.reply(int(status[1]), {"error": "as you wish"})
        elif "BUSY" in text and sum("BUSY" in json.dumps(each) for each in ASKED) < 3:
            self.reply(503, {})
        elif "SILENT" in text:
            time.sleep(5)
        elif "HANGUP" in text:
            self.connection.close()
        elif "NOJSON" in text:
            self.reply(200, None, raw=b"<html>")
        elif "ELSEWHERE" in text:
            self.reply(302, {}, {"Location": "http://192.0.2.1/"})
        else:
            return False
        return True

    def libretranslate(self, asked: dict[str, Any]) -> None:
        texts = [f"{asked['target']}: {text}" for text in asked["q"]]
        if "FEWER" in "".join(texts):
            texts.pop()
        others = [[f"{text} {n}" for n in range(asked.get("alternatives", 0))] for text in texts]
        self.reply(
            200, {"translatedText": texts, **({"alternatives": others} if others[0:1] else {})}
        )

    def chat(self, asked: dict[str, Any]) -> None:
        text = asked["messages"][-1]["content"]
        content = (
            f"<think>\nhm\n</think>\n\nanswer: {text}" if "THINK" in text else f"answer: {text}"
        )
        reason = "length" if "CUTOFF" in text else "stop"
        message = {"role": "assistant", "content": None if "NOTHING" in text else content}
        choices = [{"index": n, "message": message, "finish_reason": reason}
                   for n in range(asked.get("n", 1))]  # fmt: skip
        self.reply(200, [] if "ODD" in text else {"choices": choices})

    def reply(
        self, status: int, content: Any, fields: dict[str, str] | None = None, raw: bytes = b""
    ) -> None:
        body = raw or json.dumps(content).encode()
        self.send_response(status)
        for name, value in {**(fields or {}), "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    sys.stdout.write(f"{server.server_address[1]}\n")
    sys.stdout.flush()
    server.serve_forever()
