"""The one adapter on libc's recvmmsg and sendmmsg: many datagrams in one system call (recvmmsg(2), sendmmsg(2)).

`PlainDatagrams` does the same through the socket's own methods, for machines without them; both put identical bytes
on the wire (`tests/media/test_socket.py`).
"""

import errno
import functools
import platform
import socket
import struct
import sys
from importlib import import_module
from typing import Any, Protocol

Address = tuple[str, int]

MAX_DATAGRAM = 2_048
BATCH = 64
_NAME = struct.Struct("=H2s4s8x")
_PORT = struct.Struct("!H")

_DECLARATIONS = """
struct iovec { void *iov_base; size_t iov_len; };
struct msghdr {
    void *msg_name; unsigned int msg_namelen; struct iovec *msg_iov; size_t msg_iovlen;
    void *msg_control; size_t msg_controllen; int msg_flags;
};
struct mmsghdr { struct msghdr msg_hdr; unsigned int msg_len; };
int recvmmsg(int sockfd, struct mmsghdr *messages, unsigned int count, int flags, void *timeout);
int sendmmsg(int sockfd, struct mmsghdr *messages, unsigned int count, int flags);
"""
_ffi: Any = import_module("cffi").FFI()
_ffi.cdef(_DECLARATIONS)


class NotHere(Exception):
    """This machine's libc has no such calls, or lays out their structures otherwise."""


class Slot:
    """Room for one datagram: `view` to write it, `memory` the same bytes as C code takes them."""

    def __init__(self, view: memoryview) -> None:
        self.view = view
        self.memory = _ffi.from_buffer("char[]", view)


class Datagrams(Protocol):
    """Both directions of one bound, non-blocking IPv4 socket."""

    slot: Slot

    def receive(self) -> list[tuple[bytes, Address]]:
        """What has arrived, up to BATCH datagrams; never waits."""

    def post(self, size: int, address: Address) -> bool:
        """Queues the first `size` bytes of `slot`, which is another one afterwards. True when the queue is full."""

    def flush(self) -> tuple[int, int]:
        """Sends what is queued: (datagrams sent, datagrams the kernel would not take)."""


class BatchedDatagrams:
    """One system call for a whole queue, each way."""

    def __init__(self, sock: socket.socket) -> None:
        """Raises NotHere."""
        if sys.platform != "linux" or platform.libc_ver()[0] != "glibc" or sys.maxsize < 2**32:
            raise NotHere
        libc = _ffi.dlopen(None)
        self._recvmmsg, self._sendmmsg = libc.recvmmsg, libc.sendmmsg
        self._number = sock.fileno()
        self._in, self._out = _Messages(), _Messages()
        self._senders: dict[bytes, Address] = {}
        self._queued = 0
        self.slot = self._out.slots[0]

    def receive(self) -> list[tuple[bytes, Address]]:
        batch = self._in
        count = self._recvmmsg(self._number, batch.headers, BATCH, socket.MSG_DONTWAIT, _ffi.NULL)
        names, slots, headers = batch.names, batch.slots, batch.each
        return [
            (bytes(slots[at].view[: headers[at].msg_len]), self._sender(bytes(names[at * 16 + 2 : at * 16 + 8])))
            for at in range(count)
        ]

    def post(self, size: int, address: Address) -> bool:
        at = self._queued
        self._out.lengths[at].iov_len = size
        self._out.names[at * 16 : at * 16 + 16] = _packed(address)
        self._queued = at + 1
        if at + 1 == BATCH:
            return True
        self.slot = self._out.slots[at + 1]
        return False

    def flush(self) -> tuple[int, int]:
        done = dropped = 0
        while done < self._queued:
            taken = self._sendmmsg(self._number, self._out.headers + done, self._queued - done, socket.MSG_DONTWAIT)
            if taken > 0:
                done += taken
            elif _ffi.errno in (errno.EAGAIN, errno.ENOBUFS):
                dropped += self._queued - done
                break
            else:
                # Only the first datagram was refused; the others may yet go.
                done, dropped = done + 1, dropped + 1
        sent = self._queued - dropped
        self._queued, self.slot = 0, self._out.slots[0]
        return sent, dropped

    def _sender(self, name: bytes) -> Address:
        address = self._senders.get(name)
        if address is None:
            if len(self._senders) > 10_000:
                self._senders.clear()
            address = self._senders[name] = (socket.inet_ntoa(name[2:]), _PORT.unpack_from(name)[0])
        return address


class PlainDatagrams:
    """One system call for each datagram."""

    def __init__(self, sock: socket.socket) -> None:
        self._socket = sock
        self._slots = [Slot(memoryview(bytearray(MAX_DATAGRAM))) for _ in range(BATCH)]
        self._queue: list[tuple[int, Address]] = []
        self.slot = self._slots[0]

    def receive(self) -> list[tuple[bytes, Address]]:
        arrived: list[tuple[bytes, Address]] = []
        while len(arrived) < BATCH:
            try:
                arrived.append(self._socket.recvfrom(MAX_DATAGRAM))
            except OSError:
                break
        return arrived

    def post(self, size: int, address: Address) -> bool:
        self._queue.append((size, address))
        if len(self._queue) == BATCH:
            return True
        self.slot = self._slots[len(self._queue)]
        return False

    def flush(self) -> tuple[int, int]:
        dropped = 0
        for slot, (size, address) in zip(self._slots, self._queue, strict=False):
            try:
                self._socket.sendto(slot.view[:size], address)
            except OSError:
                dropped += 1
        sent = len(self._queue) - dropped
        self._queue.clear()
        self.slot = self._slots[0]
        return sent, dropped


class _Messages:
    """BATCH datagrams with their addresses, laid out for the kernel once and for all."""

    def __init__(self) -> None:
        whole = memoryview(bytearray(BATCH * MAX_DATAGRAM))
        self.slots = [Slot(whole[at * MAX_DATAGRAM : (at + 1) * MAX_DATAGRAM]) for at in range(BATCH)]
        self.names = memoryview(bytearray(BATCH * _NAME.size))
        self._names = _ffi.from_buffer("char[]", self.names)
        self._pieces = _ffi.new("struct iovec[]", BATCH)
        self.headers = _ffi.new("struct mmsghdr[]", BATCH)
        self.each = [self.headers[at] for at in range(BATCH)]
        self.lengths = [self._pieces[at] for at in range(BATCH)]
        for at, slot in enumerate(self.slots):
            self._pieces[at].iov_base, self._pieces[at].iov_len = slot.memory, MAX_DATAGRAM
            header = self.headers[at].msg_hdr
            header.msg_name, header.msg_namelen = self._names + at * _NAME.size, _NAME.size
            header.msg_iov, header.msg_iovlen = self._pieces + at, 1


@functools.lru_cache(4_096)
def _packed(address: Address) -> bytes:
    """struct sockaddr_in."""
    host, port = address
    return _NAME.pack(socket.AF_INET, _PORT.pack(port), socket.inet_aton(host))


def datagrams(sock: socket.socket) -> Datagrams:
    """The fastest way this machine allows."""
    try:
        return BatchedDatagrams(sock)
    except (NotHere, OSError, AttributeError):
        return PlainDatagrams(sock)
