"""A real coturn of our own: TURN over UDP and TCP on loopback, credentials made from a shared secret."""

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

from tests.servers.processes import answers, free_port, running, scratch_folder
from tests.waiting import until


@dataclass(frozen=True)
class Coturn:
    """Where it listens and the secret its time-limited credentials are made from (coturn's REST API scheme)."""

    host: str
    port: int
    secret: str
    realm: str
    log: Path

    @property
    def url(self) -> str:
        """As an ICE server is written (RFC 7065)."""
        return f"turn:{self.host}:{self.port}"


@contextlib.asynccontextmanager
async def coturn_server(host: str = "127.0.0.1") -> AsyncIterator[Coturn]:
    """Start coturn on a free port of `host`; stop it at the end."""
    port, secret, realm = free_port(), "loopback-only-secret", "cloud-reunion.test"
    with scratch_folder("coturn") as folder:
        command = [
            *("turnserver", "-n", "--listening-ip", host, "--relay-ip", host, "--listening-port", str(port)),
            *("--use-auth-secret", "--static-auth-secret", secret, "--realm", realm, "--allow-loopback-peers"),
            *("--no-tls", "--no-dtls", "--no-cli", "--fingerprint", "--log-file", "stdout"),
            *("--userdb", str(folder / "turndb"), "--pidfile", str(folder / "pid")),
        ]
        with running(command, folder) as log:
            await until(lambda: answers(port))
            yield Coturn(host, port, secret, realm, log)
