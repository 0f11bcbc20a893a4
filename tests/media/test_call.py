"""Three real browsers in one room: what each decodes is the proof."""

import contextlib
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from media.contract import EventKind, RoomEvent
from media.rules import Limits
from media.turn import Turn
from tests.chromium import Chromium
from tests.media.nodes import RunningNode, running_node
from tests.media.pages import HOST, Caller, browsers, room_script
from tests.media_files import BLUE, GREEN, RED, busy_video_file
from tests.servers.coturn import Coturn
from tests.waiting import until

pytestmark = pytest.mark.timeout(180)


PASSWORDS = """() => [...room.connections.pcs.values()].map(
    pc => pc.currentRemoteDescription.sdp.match(/a=ice-pwd:(.*)/)[1].trim())"""


WITHOUT_VP8 = r"""(() => {
    const set = RTCPeerConnection.prototype.setRemoteDescription
    const lines = /a=(rtpmap|fmtp|rtcp-fb):9[67] .*\r\n/g
    const strip = (sdp) => sdp.replaceAll(' 96 97 102 103', ' 102 103').replace(lines, '')
    RTCPeerConnection.prototype.setRemoteDescription = function ({ type, sdp }) {
        return set.call(this, { type, sdp: strip(sdp) })
    }
})()"""
CODECS = """room.connections.stats().then(reports => {
    const names = new Set()
    for (const report of reports) report.forEach(entry => { if (entry.type === 'codec') names.add(entry.mimeType) })
    return [...names].sort()
})"""


@pytest.fixture(scope="module")
def script() -> bytes:
    return room_script()


@pytest.fixture(scope="module")
async def chromiums(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[list[Chromium]]:
    """Red, green and blue."""
    async with browsers(tmp_path_factory.mktemp("faces"), RED, GREEN, BLUE) as three:
        yield three


@dataclass
class Family:
    """A node and three people with open pages: the host is red, Anna green, Bo blue."""

    node: RunningNode
    host: Caller
    anna: Caller
    bo: Caller

    async def meet(self) -> None:
        """All three come in and see and hear each other."""
        for one in (self.host, self.anna, self.bo):
            await one.knock()
        await self.host.admit("anna", "bo")
        await self.host.meets(anna=GREEN, bo=BLUE)
        await self.anna.meets(host=RED, bo=BLUE)
        await self.bo.meets(host=RED, anna=GREEN)


@contextlib.asynccontextmanager
async def family_at(chromiums: list[Chromium], script: bytes, limits: Limits | None = None) -> AsyncIterator[Family]:
    async with running_node(limits, script=script) as node:
        red, green, blue = chromiums
        callers = (
            await Caller.open("host", red, node, role=HOST),
            await Caller.open("anna", green, node),
            await Caller.open("bo", blue, node),
        )
        yield Family(node, *callers)
        for caller in callers:
            assert caller.page.errors == []
            await caller.page.close()


@pytest.fixture
async def family(chromiums: list[Chromium], script: bytes) -> AsyncIterator[Family]:
    async with family_at(chromiums, script) as three:
        yield three


class TestThree:
    async def test_see_and_hear_exactly_the_others_and_nobody_before_admission(self, family: Family) -> None:
        host, anna, bo = family.host, family.anna, family.bo
        await anna.knock()
        await anna.is_in("knocking")
        await host.knock()
        await bo.knock()
        await bo.is_in("knocking")
        await host.admit("anna")
        await anna.meets(host=RED)
        await host.meets(anna=GREEN)
        assert await bo.is_alone()
        assert await bo.state() == "knocking"
        await host.admit("bo")
        await host.meets(anna=GREEN, bo=BLUE)
        await anna.meets(host=RED, bo=BLUE)
        await bo.meets(host=RED, anna=GREEN)

    async def test_have_their_talk_time_counted(self, family: Family) -> None:
        await family.meet()

        def talked() -> bool:
            event = family.node.latest("room-1")
            return event is not None and event.talk_ms > 1_500 and all(p.talk_ms > 1_500 for p in event.participants)

        await until(talked, timeout=20)
        await family.host.page.evaluate("room.end()")
        await family.anna.is_in("left")
        assert await family.anna.page.evaluate("seen.reasons.at(-1)") == "ended"
        (last,) = await until(lambda: _closing_words(family.node))
        assert {p.participant for p in last.participants if p.admitted} == {"host", "anna", "bo"}
        assert last.talk_ms <= max(p.connected_ms for p in last.participants)

    async def test_do_not_hear_one_who_is_muted(self, family: Family) -> None:
        await family.meet()
        await family.anna.page.evaluate("room.setMuted(true)")
        await until(lambda: _silent(family.host, "anna"), timeout=15, every=0.1)
        await family.host.page.wait_for("seen.people.find(one => one.id === 'anna').muted")
        assert await family.host.sees("anna") == "green"
        assert await family.host.hears("bo") == "blue"
        await family.anna.page.evaluate("room.setMuted(false)")
        await family.host.meets(anna=GREEN, bo=BLUE)

    async def test_see_the_other_camera_after_a_flip(self, family: Family) -> None:
        await family.meet()
        offers = await family.anna.page.evaluate("room.connections.pcs.get('publish').remoteDescription.sdp")
        await family.anna.page.evaluate("""(() => {
            const canvas = document.createElement('canvas'), brush = canvas.getContext('2d')
            canvas.width = 640; canvas.height = 360
            setInterval(() => { brush.fillStyle = 'rgb(208,32,32)'; brush.fillRect(0, 0, 640, 360) }, 50)
            return room.replaceVideoTrack(canvas.captureStream(20).getVideoTracks()[0])
        })()""")
        await until(lambda: _sees(family.host, "anna", "red"), timeout=15, every=0.1)
        await until(lambda: _sees(family.bo, "anna", "red"), timeout=15, every=0.1)
        assert await family.host.hears("anna") == "green"
        assert await family.anna.page.evaluate("room.connections.pcs.get('publish').remoteDescription.sdp") == offers


class TestLosing:
    async def test_the_websocket_leaves_picture_and_sound_alone(self, family: Family) -> None:
        await family.meet()
        frames = await family.host.page.evaluate("decoded('anna')")
        await family.anna.page.evaluate("room.line.socket.close()")
        await family.anna.page.wait_for("seen.states.at(-2) === 'reconnecting' && room.state === 'in'")
        await family.host.page.wait_for(f"decoded('anna').then(count => count > {frames} + 20)")
        assert await family.anna.page.evaluate("seen.reasons") == []
        await family.host.meets(anna=GREEN, bo=BLUE)

    async def test_a_page_by_reload_needs_no_second_admission(self, family: Family) -> None:
        await family.meet()
        await family.anna.page.reload()
        await family.anna.knock()
        await family.anna.meets(host=RED, bo=BLUE)
        await family.host.meets(anna=GREEN, bo=BLUE)
        assert await family.host.page.evaluate("seen.waiting") == []

    async def test_a_page_to_a_second_one_is_said_in_words(self, family: Family) -> None:
        await family.meet()
        second = await Caller.open("anna", family.anna.browser, family.node)
        await second.knock()
        await second.meets(host=RED, bo=BLUE)
        await family.anna.is_in("left")
        assert await family.anna.page.evaluate("seen.reasons") == ["duplicate"]
        await second.page.close()

    async def test_the_network_for_a_moment_is_healed_by_an_ice_restart(self, family: Family) -> None:
        await family.meet()
        passwords = await family.anna.page.evaluate(f"({PASSWORDS})().join()")
        await family.anna.page.evaluate("room.connections.networkChanged()")
        await family.anna.page.wait_for(f"({PASSWORDS})().every(one => !{json.dumps(passwords)}.includes(one))")
        frames = await family.host.page.evaluate("decoded('anna')")
        await family.host.page.wait_for(f"decoded('anna').then(count => count > {frames} + 20)")
        await family.anna.meets(host=RED, bo=BLUE)
        await family.host.meets(anna=GREEN, bo=BLUE)


class TestCodec:
    async def test_of_a_host_who_only_knows_h264_is_the_rooms(self, family: Family) -> None:
        await family.host.page.evaluate(WITHOUT_VP8)
        for one in (family.host, family.anna):
            await one.knock()
        await family.host.admit("anna")
        await family.host.meets(anna=GREEN)
        await family.anna.meets(host=RED)
        assert await family.anna.page.evaluate(CODECS) == ["audio/opus", "video/H264"]


class TestKilled:
    async def test_browser_is_missed_and_its_owner_comes_back_without_knocking(
        self, chromiums: list[Chromium], script: bytes, tmp_path: Path
    ) -> None:
        async with family_at(chromiums, script, Limits(guest_grace=1.0)) as family, browsers(tmp_path, GREEN) as spare:
            doomed = await Caller.open("cai", spare[0], family.node)
            await family.host.knock()
            await doomed.knock()
            await family.host.admit("cai")
            await family.host.meets(cai=GREEN)
            spare[0].kill()
            await family.host.page.wait_for("Object.keys(videos).length === 0 && seen.people.length === 0")
            back = await Caller.open("cai", family.anna.browser, family.node)
            await back.knock()
            await back.meets(host=RED)
            await family.host.meets(cai=GREEN)
            await back.page.close()


class TestNetwork:
    async def test_that_only_lets_turn_through_is_enough(
        self, chromiums: list[Chromium], script: bytes, coturn: Coturn
    ) -> None:
        turn = Turn((coturn.url + "?transport=udp", coturn.url + "?transport=tcp"), coturn.secret.encode())
        async with running_node(script=script, turn=turn) as node:
            host = await Caller.open("host", chromiums[0], node, role=HOST)
            anna = await Caller.open("anna", chromiums[1], node)
            await host.knock()
            await anna.knock(transport="relay")
            await host.admit("anna")
            await anna.meets(host=RED)
            await host.meets(anna=GREEN)
            kinds = await anna.page.evaluate("""room.connections.stats().then(reports => {
                const kinds = new Set()
                for (const report of reports) report.forEach(entry => {
                    if (entry.type !== 'candidate-pair' || !entry.nominated) return
                    kinds.add(report.get(entry.localCandidateId).candidateType)
                })
                return [...kinds]
            })""")
            assert kinds == ["relay"]
            for caller in (host, anna):
                await caller.page.close()

    async def test_that_is_good_is_used_beyond_the_300_kbps_a_browser_starts_with(
        self, script: bytes, tmp_path: Path, chromiums: list[Chromium]
    ) -> None:
        async with (
            await Chromium.start(camera=busy_video_file(RED, tmp_path)) as busy,
            running_node(script=script) as node,
        ):
            host = await Caller.open("host", busy, node, role=HOST)
            anna = await Caller.open("anna", chromiums[1], node)
            await host.knock()
            await anna.knock()
            await host.admit("anna")
            await host.page.wait_for(
                """room.connections.stats().then(reports => {
                    let target = 0
                    for (const report of reports) report.forEach(entry => {
                        if (entry.type === 'outbound-rtp' && entry.kind === 'video') target = entry.targetBitrate
                    })
                    return target > 350_000
                })""",
                within=60,
            )
            for caller in (host, anna):
                await caller.page.close()


def _closing_words(node: RunningNode) -> list[RoomEvent]:
    return [event for event in node.events if event.kind is EventKind.CLOSED]


async def _silent(caller: Caller, other: str) -> bool:
    return bool(await caller.page.evaluate(f"pitch('{other}') === 0"))


async def _sees(caller: Caller, other: str, name: str) -> bool:
    return await caller.sees(other) == name
