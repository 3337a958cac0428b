"""A web server that behaves as badly as real ones do, run as a process by ``test_fetch``.

    python file_server.py FOLDER

serves FOLDER on a free port of 127.0.0.1, prints the port, and writes a line to standard error for
each request. The first part of a path says how it misbehaves; what follows is the file.
"""

import sys
import time
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

FOLDER = Path(sys.argv[1])
ASKED: Counter[str] = Counter()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Also what a proxy is asked: the whole address stands in the first line."""
        path = urlsplit(self.path).path
        sys.stderr.write(f"{self.path} {self.headers.get('Range', '')}\n")
        sys.stderr.flush()
        how, _slash, name = path.lstrip("/").partition("/")
        ASKED[path] += 1
        getattr(self, how.replace("-", "_"))(FOLDER / name, ASKED[path])

    def log_message(self, *_arguments: object) -> None:
        pass

    # --- how it behaves

    def good(self, file: Path, _time: int) -> None:
        """Ranges, an ETag: everything as it should be."""
        content = file.read_bytes()
        start = self.start()
        if start >= len(content) and start:
            self.head(416, {"Content-Range": f"bytes */{len(content)}", "Content-Length": "0"})
            return
        self.send(content, start, len(content))

    def drops(self, file: Path, _time: int) -> None:
        """Closes after a third of the file, every time; goes on where it is asked to."""
        content = file.read_bytes()
        start = self.start()
        self.send(content, start, min(len(content), start + len(content) // 3 + 1))

    def drops_without_ranges(self, file: Path, time_: int) -> None:
        """Knows no ranges; the third time it gives all."""
        content = file.read_bytes()
        self.head(200, {"Content-Length": str(len(content))})
        self.wfile.write(content if time_ > 2 else content[: len(content) // 2])
        self.close_connection = True

    def stalls(self, file: Path, time_: int) -> None:
        """Falls silent after half; when asked again, goes on."""
        content = file.read_bytes()
        if time_ > 1:
            self.good(file, time_)
            return
        self.head(200, {"Content-Length": str(len(content)), "ETag": '"1"'})
        self.wfile.write(content[: len(content) // 2])
        self.wfile.flush()
        time.sleep(30)

    def silent(self, _file: Path, _time: int) -> None:
        """Never says a word."""
        time.sleep(30)

    def truncates(self, file: Path, _time: int) -> None:
        """Says it sent all, and sent half: no length, an orderly end."""
        content = file.read_bytes()
        self.head(200, {"Connection": "close"})
        self.wfile.write(content[: len(content) // 2])
        self.close_connection = True

    def lies_long(self, file: Path, _time: int) -> None:
        """Promises ten bytes more than there are."""
        content = file.read_bytes()
        self.head(200, {"Content-Length": str(len(content) + 10)})
        self.wfile.write(content)
        self.close_connection = True

    def wrong_range(self, file: Path, _time: int) -> None:
        """Drops at first, then answers a request for the rest with the beginning."""
        content = file.read_bytes()
        if not self.start():
            self.drops(file, 1)
            return
        self.head(206, {"Content-Range": f"bytes 0-{len(content) - 1}/{len(content)}",
                        "Content-Length": str(len(content))})  # fmt: skip
        self.wfile.write(content)

    def changes(self, file: Path, time_: int) -> None:
        """After the first drop the file is another one: If-Range no longer holds."""
        content = file.read_bytes()
        if time_ == 1:
            self.head(200, {"Content-Length": str(len(content)), "ETag": '"old"'})
            self.wfile.write(b"x" * (len(content) // 2))
            self.close_connection = True
        else:
            assert self.headers["If-Range"] == '"old"'
            self.head(200, {"Content-Length": str(len(content)), "ETag": '"new"'})
            self.wfile.write(content)

    def page(self, _file: Path, _time: int) -> None:
        """A friendly page in place of the file, as hotel networks have it."""
        content = b"<html><body>Please log in</body></html>"
        self.head(200, {"Content-Length": str(len(content)), "Content-Type": "text/html"})
        self.wfile.write(content)

    def missing(self, _file: Path, _time: int) -> None:
        self.head(404, {"Content-Length": "0"})

    def busy(self, file: Path, time_: int) -> None:
        """Unavailable twice, then good."""
        if time_ <= 2:
            self.head(503, {"Content-Length": "0"})
        else:
            self.good(file, time_)

    def circle(self, _file: Path, _time: int) -> None:
        self.head(302, {"Location": self.path, "Content-Length": "0"})

    # --- parts

    def start(self) -> int:
        return int(self.headers.get("Range", "bytes=0-").removeprefix("bytes=").rstrip("-"))

    def send(self, content: bytes, start: int, end: int) -> None:
        """The rest from ``start``, though no more than up to ``end`` really comes."""
        fields = {"Content-Length": str(len(content) - start), "ETag": '"1"'}
        if start:
            fields["Content-Range"] = f"bytes {start}-{len(content) - 1}/{len(content)}"
        self.head(206 if start else 200, fields)
        self.wfile.write(content[start:end])
        self.close_connection = end < len(content)

    def head(self, status: int, fields: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in fields.items():
            self.send_header(name, value)
        self.end_headers()


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    sys.stdout.write(f"{server.server_address[1]}\n")
    sys.stdout.flush()
    server.serve_forever()
