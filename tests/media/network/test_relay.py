"""Networks that only let TURN through, pages that know one codec: told by decoded colour and tone."""

import json
from collections.abc import AsyncIterator

import pytest

from media.turn import Turn
from tests.chromium import Chromium
from tests.media.nodes import running_node
from tests.media.pages import HOST, Caller, browsers, room_script
from tests.media_files import GREEN, RED
from tests.servers.coturn import Coturn

pytestmark = pytest.mark.timeout(300)

# Coturn's certificate is nobody's.
TRUSTING = ("--ignore-certificate-errors",)

ONLY = r"""((kept, dropped) => {
    const set = RTCPeerConnection.prototype.setRemoteDescription
    const lines = new RegExp(`a=(rtpmap|fmtp|rtcp-fb):(${dropped.join('|')}) .*\r\n`, 'g')
    const strip = (sdp) => sdp
        .replace(/(m=video 9 \S+)[ \d]+/g, (line, head) => `${head} ${kept.join(' ')}`).replace(lines, '')
    RTCPeerConnection.prototype.setRemoteDescription = function ({ type, sdp }) {
        return set.call(this, { type, sdp: strip(sdp) })
    }
})"""
CODECS = {"VP8": ([96, 97], [102, 103]), "H264": ([102, 103], [96, 97])}

STATS = """room.connections.stats().then(reports => {
    const pairs = new Set(), codecs = new Set()
    for (const report of reports) report.forEach(entry => {
        if (entry.type === 'codec' && entry.mimeType.startsWith('video')) codecs.add(entry.mimeType)
        if (entry.type !== 'candidate-pair' || !entry.nominated) return
        const here = report.get(entry.localCandidateId)
        pairs.add(here.candidateType + ' ' + here.relayProtocol)
    })
    return [[...pairs].sort(), [...codecs].sort()]
})"""


@pytest.fixture(scope="module")
def script() -> bytes:
    return room_script()


@pytest.fixture(scope="module")
async def two(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[list[Chromium]]:
    """Red and green."""
    async with browsers(tmp_path_factory.mktemp("faces"), RED, GREEN, flags=TRUSTING) as found:
        yield found


class TestRelayOnly:
    @pytest.mark.parametrize(("transport", "codec"), [("udp", "H264"), ("tcp", "VP8"), ("tls", "VP8")])
    async def test_pages_that_know_one_codec_see_and_hear_each_other(
        self, two: list[Chromium], script: bytes, coturn: Coturn, transport: str, codec: str
    ) -> None:
        turn = Turn((coturn.over(transport),), coturn.secret.encode())
        kept, dropped = CODECS[codec]
        async with running_node(script=script, turn=turn) as node:
            host = await Caller.open("host", two[0], node, role=HOST)
            anna = await Caller.open("anna", two[1], node)
            for one in (host, anna):
                await one.page.evaluate(f"{ONLY}({kept}, {dropped})")
                await one.knock(transport="relay")
            await host.admit("anna")
            await anna.meets(host=RED)
            await host.meets(anna=GREEN)
            for one in (host, anna):
                way = json.dumps([[f"relay {transport}"], [f"video/{codec}"]], separators=(",", ":"))
                await one.page.wait_for(
                    f"{STATS}.then(found => JSON.stringify(found) === {json.dumps(way)})", within=20
                )
                assert one.page.errors == []
                await one.page.close()
