"""Both ways of using the port put the same bytes on the wire and read the same from it."""

import socket
from collections.abc import Iterator

import pytest

from media.engine.mmsg import BATCH, MAX_DATAGRAM, BatchedDatagrams, Datagrams, PlainDatagrams, datagrams
from media.engine.socket import UdpPort
from tests.waiting import until


def bound() -> socket.socket:
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    sock.bind(("127.0.0.1", 0))
    sock.setblocking(False)
    return sock


@pytest.fixture(params=[BatchedDatagrams, PlainDatagrams])
def ours(request: pytest.FixtureRequest) -> Iterator[tuple[Datagrams, socket.socket]]:
    """One way, and the socket it uses."""
    with bound() as sock:
        yield request.param(sock), sock


def fill(way: Datagrams, data: bytes, address: tuple[str, int]) -> bool:
    way.slot.view[: len(data)] = data
    return way.post(len(data), address)


class TestEitherWay:
    def test_sends_each_datagram_whole_to_its_own_address(self, ours: tuple[Datagrams, socket.socket]) -> None:
        way, sock = ours
        with bound() as one, bound() as two:
            sent = [bytes([number]) * (number * 37 % 1_500) for number in range(20)]
            for number, data in enumerate(sent):
                assert not fill(way, data, (one, two)[number % 2].getsockname())
            assert way.flush() == (20, 0)
            assert [one.recvfrom(MAX_DATAGRAM) for _ in range(10)] == [(data, sock.getsockname()) for data in sent[::2]]
            assert [two.recv(MAX_DATAGRAM) for _ in range(10)] == sent[1::2]

    def test_says_when_its_queue_is_full_and_begins_anew_when_it_was_flushed(
        self, ours: tuple[Datagrams, socket.socket]
    ) -> None:
        way, _ = ours
        with bound() as other:
            for _ in range(2):
                full = [fill(way, b"%d" % number, other.getsockname()) for number in range(BATCH)]
                assert full == [False] * (BATCH - 1) + [True]
                assert way.flush() == (BATCH, 0)
            assert [other.recv(99) for _ in range(2 * BATCH)] == [b"%d" % number for number in range(BATCH)] * 2

    def test_counts_what_cannot_be_sent_and_sends_the_rest(self, ours: tuple[Datagrams, socket.socket]) -> None:
        way, _ = ours
        with bound() as other:
            for address in (("255.255.255.255", 9), other.getsockname(), ("127.0.0.1", 0), other.getsockname()):
                fill(way, b"hello", address)
            assert way.flush() == (2, 2)
            assert [other.recv(99), other.recv(99)] == [b"hello"] * 2

    def test_reads_what_came_with_its_sender_and_never_waits(self, ours: tuple[Datagrams, socket.socket]) -> None:
        way, sock = ours
        assert way.receive() == []
        with bound() as one, bound() as two:
            said = [(bytes([number]) * number * 100, (one, two)[number % 2]) for number in range(14)]
            for data, other in said:
                other.sendto(data, sock.getsockname())
            assert way.receive() == [(data, other.getsockname()) for data, other in said]
        assert way.receive() == []


class TestPort:
    def test_takes_the_fast_way_on_this_machine(self) -> None:
        with bound() as sock:
            assert isinstance(datagrams(sock), BatchedDatagrams)

    async def test_sends_together_what_one_event_brings_about(self) -> None:
        port = UdpPort(0, "127.0.0.1")
        with bound() as other:
            with port.gathering():
                for number in range(3):
                    port.send(b"%d" % number, other.getsockname())
                with pytest.raises(BlockingIOError):
                    other.recv(9)
            assert [other.recv(9) for _ in range(3)] == [b"0", b"1", b"2"]
            heard: list[bytes] = []
            port.listen(lambda data, address: heard.append(data))
            other.sendto(b"hello", ("127.0.0.1", port.number))
            await until(lambda: heard == [b"hello"])
        port.close()
