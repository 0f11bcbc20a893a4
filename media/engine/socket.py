"""One UDP port for everybody: batches in, batches out, nothing awaited."""

import asyncio
import contextlib
import socket
from collections.abc import Callable, Iterator

import structlog

from media.engine.mmsg import Address, Slot, datagrams

__all__ = ["Address", "Slot", "UdpPort"]

_BUFFER = 4 * 1024 * 1024

log = structlog.get_logger(__name__)


class UdpPort:
    """A bound, non-blocking socket. Counts datagrams: `arrived`, `departed`, `dropped` by the kernel, and `failed` in
    our hands, which never happens.
    """

    def __init__(self, port: int, host: str = "0.0.0.0") -> None:
        """Binds at once; port 0 takes any free one. Raises OSError."""
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.setblocking(False)
        for option in (socket.SO_RCVBUF, socket.SO_SNDBUF):
            self._socket.setsockopt(socket.SOL_SOCKET, option, _BUFFER)
        self._socket.bind((host, port))
        self.number: int = self._socket.getsockname()[1]
        self.arrived = self.departed = self.dropped = self.failed = 0
        self._datagrams = datagrams(self._socket)
        self._gathering = False
        self._heard: Callable[[bytes, Address], None] | None = None

    def listen(self, heard: Callable[[bytes, Address], None]) -> None:
        """Calls `heard(datagram, sender)` from the running loop until `close`."""
        self._heard = heard
        asyncio.get_running_loop().add_reader(self._socket.fileno(), self._readable)

    def send(self, data: bytes | bytearray | memoryview, address: Address) -> None:
        """Sends or drops; a full buffer or an unreachable peer is packet loss, as on any network."""
        size = len(data)
        self.slot.view[:size] = data
        self.post(size, address)

    @property
    def slot(self) -> Slot:
        """Where to write the next datagram; `post` sends it."""
        return self._datagrams.slot

    def post(self, size: int, address: Address) -> None:
        """Sends the first `size` bytes of `slot`: at once, or with all that one readable event brings about."""
        if self._datagrams.post(size, address) or not self._gathering:
            self._flush()

    @contextlib.contextmanager
    def gathering(self) -> Iterator[None]:
        """Everything posted inside leaves together, in as few system calls as it takes."""
        self._gathering = True
        try:
            yield
        finally:
            self._gathering = False
            self._flush()

    def close(self) -> None:
        if self._heard is not None:
            asyncio.get_running_loop().remove_reader(self._socket.fileno())
            self._heard = None
        self._socket.close()

    def _flush(self) -> None:
        sent, dropped = self._datagrams.flush()
        self.departed += sent
        self.dropped += dropped

    def _readable(self) -> None:
        heard = self._heard
        if heard is None:
            return
        with self.gathering():
            arrived = self._datagrams.receive()
            self.arrived += len(arrived)
            for data, address in arrived:
                try:
                    heard(data, address)
                except Exception:
                    # Whatever one datagram brought about, those behind it are other people's.
                    self.failed += 1
                    log.exception("datagram_failed")
