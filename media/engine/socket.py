"""One UDP port for everybody: batches in, single datagrams out, nothing awaited."""

import asyncio
import socket
from collections.abc import Callable

Address = tuple[str, int]

MAX_DATAGRAM = 2_048
_BATCH = 64
_BUFFER = 4 * 1024 * 1024


class UdpPort:
    """A bound, non-blocking socket. `dropped` counts datagrams the kernel would not take."""

    def __init__(self, port: int, host: str = "0.0.0.0") -> None:
        """Binds at once; port 0 takes any free one. Raises OSError."""
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.setblocking(False)
        for option in (socket.SO_RCVBUF, socket.SO_SNDBUF):
            self._socket.setsockopt(socket.SOL_SOCKET, option, _BUFFER)
        self._socket.bind((host, port))
        self.number: int = self._socket.getsockname()[1]
        self.dropped = 0
        self._heard: Callable[[bytes, Address], None] | None = None

    def listen(self, heard: Callable[[bytes, Address], None]) -> None:
        """Calls `heard(datagram, sender)` from the running loop until `close`."""
        self._heard = heard
        asyncio.get_running_loop().add_reader(self._socket.fileno(), self._readable)

    def send(self, data: bytes | bytearray | memoryview, address: Address) -> None:
        """Sends or drops; a full buffer or an unreachable peer is packet loss, as on any network."""
        try:
            self._socket.sendto(data, address)
        except OSError:
            self.dropped += 1

    def close(self) -> None:
        if self._heard is not None:
            asyncio.get_running_loop().remove_reader(self._socket.fileno())
            self._heard = None
        self._socket.close()

    def _readable(self) -> None:
        heard, receive = self._heard, self._socket.recvfrom
        if heard is None:
            return
        for _ in range(_BATCH):
            try:
                data, address = receive(MAX_DATAGRAM)
            except BlockingIOError:
                return
            except OSError:
                continue
            heard(data, address)
