"""One light participant: sends the clip on one connection, receives the others on another, and gives browsers' RTCP."""

import asyncio
import struct
from collections import Counter
from collections.abc import Callable, Iterable
from random import Random

from tests.bench.media import feedback
from tests.bench.media.clip import FPS, SPOKEN_MS, film, sounds
from tests.bench.media.peer import Peer

AUDIO, VIDEO, RESENT = 111, 96, 97
SEND_TIME = 2
RTCP_PER_SECOND = 20
CAN_TAKE = 2_000_000
_WANDER = 200


class Heard:
    """What one person received since `forget`, all streams together; latencies are made of it afterwards."""

    def __init__(self) -> None:
        self.packets: Counter[int] = Counter()
        self.newest: dict[int, int] = {}
        self.arrivals: dict[int, dict[int, float]] = {}
        self.timed = False

    def forget(self, *, timed: bool) -> None:
        """Counts from nothing; `timed` also notes when each frame began to arrive, by stream and RTP time."""
        self.packets.clear()
        self.arrivals.clear()
        self.timed = timed

    def add(self, ssrc: int, sequence: int, timestamp: int, now: float) -> None:
        self.packets[ssrc] += 1
        if (sequence - self.newest.get(ssrc, sequence - 1)) & 0xFFFF < 0x8000:
            self.newest[ssrc] = sequence
        if self.timed:
            self.arrivals.setdefault(ssrc, {}).setdefault(timestamp, now)


class Stream:
    """One clip on its way out, as RTP: `sent` holds when each frame was sent, by its RTP time."""

    def __init__(self, peer: Peer, payload_type: int, ssrc: int, chance: Random) -> None:
        self.peer, self.payload_type, self.ssrc = peer, payload_type, ssrc
        self.sequence, self.clock = chance.getrandbits(15), chance.getrandbits(30)
        self.stamp = self.packets = self.octets = self.frames = 0
        self.sent: dict[int, float] = {}
        self._chance = chance

    def send(self, payloads: Iterable[bytes], step: int, now: float) -> None:
        """One frame. Its RTP time wanders by a few ticks, so that every frame can be told from every other later."""
        pieces = list(payloads)
        self.clock = (self.clock + step) & 0xFFFFFFFF
        self.stamp = (self.clock + self._chance.randint(-_WANDER, _WANDER)) & 0xFFFFFFFF
        self.sent[self.stamp] = now
        for number, payload in enumerate(pieces, 1):
            self.sequence = (self.sequence + 1) & 0xFFFF
            last = 128 if number == len(pieces) else 0
            head = struct.pack("!BBHII", 0x90, last | self.payload_type, self.sequence, self.stamp, self.ssrc)
            sent_at = (int(now * 262_144) & 0xFFFFFF).to_bytes(3, "big")
            self.peer.send(head + b"\xbe\xde\x00\x01" + bytes([SEND_TIME << 4 | 2]) + sent_at + payload)
            self.octets += len(payload)
        self.packets += len(pieces)
        self.frames += 1

    def forget(self) -> None:
        """Counts from nothing."""
        self.packets = self.frames = 0

    def report(self) -> bytes:
        return feedback.sender_report(self.ssrc, self.stamp, self.packets, self.octets)


class Person:
    """`publish` and `subscribe` are connected peers; `talk` starts everything, `hush` ends it.

    Both connections send RTCP as browsers do: sender reports once a second, and on the receiving side 20 packets a
    second, each a receiver report with the REMB, one of them a second also a NACK, as if one packet had been lost.
    """

    def __init__(self, name: str, publish: Peer, subscribe: Peer, seed: int) -> None:
        chance = Random(seed)
        self.name, self.publish, self.subscribe = name, publish, subscribe
        self.heard = Heard()
        self.keyframes_asked = 0
        self.audio = Stream(publish, AUDIO, chance.getrandbits(31) | 1, chance)
        self.video = Stream(publish, VIDEO, chance.getrandbits(31) | 1, chance)
        self._ssrc = chance.getrandbits(31) | 1
        self._frame = self._sound = chance.randrange(60)
        self._jump = True
        self._timers: dict[str, asyncio.TimerHandle] = {}
        self._ticks = 0
        self._phase = chance.random()
        publish.told = self._told
        subscribe.hear = self._hear

    def talk(self, *, pictures: bool = True) -> None:
        """From now on, each person with a phase of their own; without `pictures` one only hears them."""
        loop = asyncio.get_running_loop()
        begin = loop.time() + self._phase / FPS
        self._every("sound", begin, SPOKEN_MS / 1000, self._speak)
        if pictures:
            self._every("picture", begin, 1 / FPS, self._show)
        self._every("report", begin + self._phase, 1.0, self._report)
        self._every("feedback", begin + self._phase / RTCP_PER_SECOND, 1 / RTCP_PER_SECOND, self._answer)

    def hush(self) -> None:
        for timer in self._timers.values():
            timer.cancel()

    def _every(self, name: str, at: float, seconds: float, act: Callable[[float], None]) -> None:
        loop = asyncio.get_running_loop()

        def run() -> None:
            act(loop.time())
            # What came too late is not made up for in a burst: a microphone would not either.
            due = at + seconds if at + 2 * seconds > loop.time() else loop.time() + seconds
            self._every(name, due, seconds, act)

        self._timers[name] = loop.call_at(at, run)

    def _speak(self, now: float) -> None:
        self.audio.send([sounds()[self._sound % len(sounds())]], 48 * SPOKEN_MS, now)
        self._sound += 1

    def _show(self, now: float) -> None:
        frames = film().frames
        if self._jump:
            self._frame, self._jump = film().next_keyframe(self._frame % len(frames)), False
        self.video.send(frames[self._frame % len(frames)], 90_000 // FPS, now)
        self._frame += 1

    def _report(self, _: float) -> None:
        for stream in (self.audio, self.video):
            self.publish.send_rtcp(stream.report())

    def _answer(self, _: float) -> None:
        newest = self.heard.newest
        if not newest:
            return
        compound = feedback.receiver_report(self._ssrc, newest) + feedback.remb(self._ssrc, CAN_TAKE, newest)
        self._ticks += 1
        if self._ticks % RTCP_PER_SECOND == 0:
            ssrc, sequence = max(newest.items(), key=lambda each: self.heard.packets[each[0]])
            compound += feedback.nack(self._ssrc, ssrc, (sequence - 3) & 0xFFFF)
        self.subscribe.send_rtcp(compound)

    def _hear(self, ssrc: int, sequence: int, timestamp: int, _: bytes) -> None:
        self.heard.add(ssrc, sequence, timestamp, asyncio.get_running_loop().time())

    def _told(self, compound: bytes) -> None:
        if feedback.keyframe_wanted(compound):
            self.keyframes_asked += 1
            self._jump = True
