"""A real coturn of our own: TURN over UDP, TCP and TLS on loopback, credentials made from a shared secret."""

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from tests.servers.processes import answers, free_port, running, scratch_folder
from tests.waiting import until


@dataclass(frozen=True)
class Coturn:
    """Where it listens and the secret its time-limited credentials are made from (coturn's REST API scheme)."""

    host: str
    port: int
    tls_port: int
    secret: str
    realm: str
    log: Path

    @property
    def url(self) -> str:
        """As an ICE server is written (RFC 7065)."""
        return f"turn:{self.host}:{self.port}"

    def over(self, transport: str) -> str:
        """The same over `udp`, `tcp` or `tls`; the certificate of the last is nobody's."""
        if transport == "tls":
            return f"turns:{self.host}:{self.tls_port}?transport=tcp"
        return f"{self.url}?transport={transport}"


@contextlib.asynccontextmanager
async def coturn_server(host: str = "127.0.0.1") -> AsyncIterator[Coturn]:
    """Start coturn on free ports of `host`; stop it at the end."""
    port, tls_port = free_port(), free_port()
    secret, realm = "loopback-only-secret", "cloud-reunion.test"
    with scratch_folder("coturn") as folder:
        write_certificate(folder)
        command = [
            *("turnserver", "-n", "--listening-ip", host, "--relay-ip", host, "--listening-port", str(port)),
            *("--tls-listening-port", str(tls_port), "--cert", str(folder / "cert.pem")),
            *("--pkey", str(folder / "key.pem")),
            *("--use-auth-secret", "--static-auth-secret", secret, "--realm", realm, "--allow-loopback-peers"),
            *("--no-dtls", "--no-cli", "--fingerprint", "--log-file", "stdout"),
            *("--userdb", str(folder / "turndb"), "--pidfile", str(folder / "pid")),
        ]
        with running(command, folder) as log:
            await until(lambda: answers(port))
            await until(lambda: answers(tls_port))
            yield Coturn(host, port, tls_port, secret, realm, log)


def write_certificate(folder: Path) -> None:
    """A key and a certificate that nobody signed, for an hour: `key.pem` and `cert.pem`."""
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "turn")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(minutes=5))
        .not_valid_after(now + timedelta(hours=1))
        .sign(key, hashes.SHA256())
    )
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (folder / "key.pem").write_bytes(secret)
    (folder / "cert.pem").write_bytes(certificate.public_bytes(Encoding.PEM))
