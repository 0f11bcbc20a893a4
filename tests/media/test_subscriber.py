"""What one subscriber is sent on a weak network: every voice, and the host's picture last to go."""

from collections.abc import AsyncIterator

import pytest

from media.engine.codec import OPUS, VP8
from media.engine.dtls import Fingerprint
from media.engine.socket import UdpPort
from media.engine.transport import Engine
from media.publisher import Publisher
from media.sdp import Answer
from media.subscriber import Subscriber
from tests.media.visitors import packets

PEOPLE = ("anna", "mei", "bo")


class Watching:
    """One who watches three people with cameras on; Mei is the host, at whose side the elder sits."""

    def __init__(self) -> None:
        self.now = 100.0
        self.engine = Engine(UdpPort(0, "127.0.0.1"), lambda: self.now)
        self.subscriber = Subscriber(self.engine, lambda: None)
        self.publishers = {name: Publisher(self.engine, lambda: None) for name in PEOPLE}
        for name, publisher in self.publishers.items():
            self.subscriber.show(name, publisher, favourite=name == "mei")
        self.subscriber.negotiation.wanted()
        self.subscriber.lines()
        self.subscriber.answered(Answer([Fingerprint("sha-256", "AA")], []))
        self._sent = 0

    def pass_seconds(self, seconds: float, *, lost: int = 0, octets: int = 10_000, cameras: bool = True) -> None:
        """Ten looks a second; each time `lost` of ten packets fail to come and `octets` do come."""
        for _ in range(round(seconds * 10)):
            self.now += 0.1
            self._sent += 1
            for publisher in self.publishers.values() if cameras else ():
                for codec in (VP8, OPUS):
                    publisher.on_rtp(next(iter(packets(codec.payload_type, codec.payload_type, self._sent, 1))))
            self.subscriber.downlink.heard_arrivals(lost, octets, [0.05] * (10 - lost), self.now)
            self.subscriber.tick(self.now)

    async def close(self) -> None:
        self.subscriber.close()
        for publisher in self.publishers.values():
            publisher.close()
        await self.engine.close()


@pytest.fixture
async def watching() -> AsyncIterator[Watching]:
    one = Watching()
    yield one
    await one.close()


class TestWeakNetwork:
    async def test_that_carries_one_picture_shows_the_hosts(self, watching: Watching) -> None:
        watching.pass_seconds(1)
        assert watching.subscriber.paused() == []
        watching.pass_seconds(2, lost=4, octets=4_000)
        assert watching.subscriber.paused() == ["anna", "bo"]

    async def test_shares_what_the_voices_leave_among_the_pictures_shown(self, watching: Watching) -> None:
        watching.pass_seconds(3, lost=4, octets=4_000)
        shares = {name: watching.subscriber.share_for(each) for name, each in watching.publishers.items()}
        assert shares["anna"] is shares["bo"] is None
        assert shares["mei"] is not None
        assert 148_000 <= shares["mei"] < 210_000

    async def test_that_recovers_shows_everybody_again(self, watching: Watching) -> None:
        watching.pass_seconds(2, lost=6, octets=500)
        assert watching.subscriber.paused() == list(PEOPLE)
        watching.pass_seconds(8)
        assert watching.subscriber.paused() == []

    async def test_holds_nobody_back_whose_camera_is_off(self, watching: Watching) -> None:
        watching.pass_seconds(2, lost=6, octets=500)
        watching.pass_seconds(2, lost=6, octets=500, cameras=False)
        assert watching.subscriber.paused() == []
