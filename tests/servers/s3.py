"""An object store that speaks the part of S3 we use, on loopback: PUT, GET, HEAD, DELETE and listing, one bucket.

It keeps objects in memory, refuses requests that are not signed with its access key, and can be told to fail or to
say nothing, as stores do.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit
from xml.sax.saxutils import escape

BUCKET, ACCESS_KEY, SECRET_KEY = "reunion", "test-access", "test-secret"


@dataclass
class S3:
    """The server's objects by path below the bucket, with the moment each was put; and its moods."""

    url: str
    objects: dict[str, tuple[bytes, datetime]] = field(default_factory=dict)
    requests: list[str] = field(default_factory=list)
    failures: int = 0
    silent: bool = False
    released: threading.Event = field(default_factory=threading.Event)


@contextmanager
def s3_server() -> Iterator[S3]:
    """The server, until the block ends."""
    state = S3(url="")

    class Handler(_Handler):
        s3 = state

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    state.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield state
    finally:
        state.released.set()
        server.shutdown()
        thread.join()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    s3: S3

    def do_PUT(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self._willing():
            self.s3.objects[self._key()] = (body, datetime.now(UTC).replace(microsecond=0))
            self._answer(200, etag=True)

    def do_GET(self) -> None:
        if not self._willing():
            return
        query = parse_qs(urlsplit(self.path).query)
        if query.get("list-type") == ["2"]:
            self._answer(200, self._listing(query.get("prefix", [""])[0]), "application/xml")
        else:
            self._object()

    def do_HEAD(self) -> None:
        if self._willing():
            self._object()

    def do_DELETE(self) -> None:
        if self._willing():
            self.s3.objects.pop(self._key(), None)
            self._answer(204)

    def log_message(self, *words: object) -> None:
        """Nothing to the console."""

    def _willing(self) -> bool:
        """Whether to go on; if not, the answer (or none) has been given."""
        self.s3.requests.append(f"{self.command} {urlsplit(self.path).path}")
        if self.s3.silent:
            self.s3.released.wait()
            self.close_connection = True
            return False
        if self.s3.failures:
            self.s3.failures -= 1
            self._answer(503, b"<Error><Code>SlowDown</Code></Error>", "application/xml")
            return False
        if f"Credential={ACCESS_KEY}/" not in self.headers.get("Authorization", ""):
            self._answer(403, b"<Error><Code>AccessDenied</Code></Error>", "application/xml")
            return False
        return True

    def _key(self) -> str:
        return unquote(urlsplit(self.path).path).removeprefix(f"/{BUCKET}/")

    def _object(self) -> None:
        if found := self.s3.objects.get(self._key()):
            self._answer(200, found[0], "application/octet-stream", etag=True, modified=found[1])
        else:
            self._answer(404, b"<Error><Code>NoSuchKey</Code></Error>", "application/xml")

    def _listing(self, prefix: str) -> bytes:
        items = "".join(
            f"<Contents><Key>{escape(key)}</Key><LastModified>{at:%Y-%m-%dT%H:%M:%S}.000Z</LastModified>"
            f'<ETag>"e"</ETag><Size>{len(data)}</Size></Contents>'
            for key, (data, at) in sorted(self.s3.objects.items())
            if key.startswith(prefix)
        )
        return f"<ListBucketResult><IsTruncated>false</IsTruncated>{items}</ListBucketResult>".encode()

    def _answer(
        self,
        status: int,
        body: bytes = b"",
        kind: str = "text/plain",
        *,
        etag: bool = False,
        modified: datetime | None = None,
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        if status != 204:
            self.send_header("Content-Length", str(len(body)))
        if etag:
            self.send_header("ETag", '"e"')
        if modified:
            self.send_header("Last-Modified", format_datetime(modified, usegmt=True))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
