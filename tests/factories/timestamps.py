"""A timestamp service (RFC 3161 over HTTP) on loopback: an honest one, and those one meets."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from enum import StrEnum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

from asn1crypto import keys, tsp, x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper

from backend.documents.keys import EvidenceKey
from backend.documents.timestamps import TimestampService
from tests.factories.documents import Authority


class Manner(StrEnum):
    """How it answers."""

    HONEST = "honest"
    NONSENSE = "nonsense"
    FAULT = "fault"
    REFUSES = "refuses"
    SILENT = "silent"
    ENDLESS = "endless"
    OTHER_NONCE = "other nonce"
    OTHER_DOCUMENT = "other document"
    WRONG_CLOCK = "wrong clock"
    FALSE_SIGNATURE = "false signature"
    FOREIGN = "foreign"


@contextmanager
def timestamp_service(at: datetime, manner: Manner = Manner.HONEST) -> Iterator[TimestampService]:
    """A service whose clock stands at `at`, known by its authority's certificate, until the block ends."""
    authority, ending = Authority(at), Event()
    key = (Authority(at) if manner is Manner.FOREIGN else authority).issue("时间戳", timestamps=True)
    stamped_at = at - timedelta(days=2) if manner is Manner.WRONG_CLOCK else at

    class Answer(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = self.rfile.read(int(self.headers["Content-Length"]))
            if manner is Manner.SILENT:
                ending.wait()
                return
            self.send_response(500 if manner is Manner.FAULT else 200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.end_headers()
            self.wfile.write(_answer(manner, key, stamped_at, tsp.TimeStampReq.load(asked)))

        def log_message(self, *words: object) -> None:
            """Nothing to the console."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    thread = Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        roots = authority.certificate.public_bytes(Encoding.PEM)
        patience = 0.2 if manner is Manner.SILENT else 30
        yield TimestampService(f"http://127.0.0.1:{server.server_port}/", roots, seconds=patience)
    finally:
        ending.set()
        server.shutdown()
        thread.join()
        server.server_close()


def _answer(manner: Manner, key: EvidenceKey, at: datetime, asked: tsp.TimeStampReq) -> bytes:
    if manner is Manner.NONSENSE:
        return b"<html>busy</html>"
    if manner is Manner.ENDLESS:
        return bytes(1_000_000)
    if manner is Manner.REFUSES:
        # A TimeStampResp of nothing but the status 2, rejection.
        return bytes.fromhex("30053003020102")
    if manner is Manner.OTHER_NONCE:
        asked["nonce"] = 7
    if manner is Manner.OTHER_DOCUMENT:
        asked["message_imprint"]["hashed_message"] = bytes(32)
    assert isinstance(key.private_key, rsa.RSAPrivateKey)
    private = key.private_key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    stamper = DummyTimeStamper(
        x509.Certificate.load(key.certificate.public_bytes(Encoding.DER)),
        keys.PrivateKeyInfo.load(private),
        fixed_dt=at,
    )
    answer = stamper.request_tsa_response(asked)
    if manner is Manner.FALSE_SIGNATURE:
        signature = answer["time_stamp_token"]["content"]["signer_infos"][0]["signature"]
        signature.set(signature.native[:-1] + bytes([signature.native[-1] ^ 1]))
        return bytes(answer.dump(force=True))
    return bytes(answer.dump())
