"""`python -m tests.bench.media.relay_server port`: a room as aiortc's documentation builds one, on MediaRelay.

`POST /publish/<room>/<person>` and `/subscribe/<room>/<person>` take an offer and answer it: the first receives a
person's sound and picture, the second sends those of everybody else in the room.
"""

import re
import sys
from typing import Any

from aiortc import RTCBundlePolicy, RTCConfiguration, RTCPeerConnection, RTCSessionDescription
from aiortc.contrib.media import MediaRelay
from sanic import HTTPResponse, Request, Sanic
from sanic.response import text

Tracks = dict[str, dict[str, Any]]


def create_relay() -> Sanic[Any, Any]:
    """Rooms are whoever published under the same name."""
    app: Sanic[Any, Any] = Sanic("relay", configure_logging=False)
    relay = MediaRelay()
    rooms: dict[str, Tracks] = {}
    connections: list[RTCPeerConnection] = []

    def connection() -> RTCPeerConnection:
        # Its default leaves a second video line of one connection without a transport.
        made = RTCPeerConnection(RTCConfiguration(bundlePolicy=RTCBundlePolicy.MAX_BUNDLE))
        connections.append(made)
        return made

    async def publish(request: Request, room: str, person: str) -> HTTPResponse:
        pc, tracks = connection(), rooms.setdefault(room, {}).setdefault(person, {})
        pc.on("track", lambda track: tracks.__setitem__(track.kind, track))
        return await _answered(pc, request)

    async def subscribe(request: Request, room: str, person: str) -> HTTPResponse:
        pc = connection()
        for other, tracks in rooms[room].items():
            if other != person:
                for kind in ("audio", "video"):
                    pc.addTrack(relay.subscribe(tracks[kind]))
        return await _answered(pc, request)

    async def end(_: Request) -> HTTPResponse:
        for pc in connections:
            await pc.close()
        connections.clear()
        rooms.clear()
        return text("")

    app.add_route(publish, "/publish/<room>/<person>", methods=["POST"], name="publish")
    app.add_route(subscribe, "/subscribe/<room>/<person>", methods=["POST"], name="subscribe")
    app.add_route(end, "/end", methods=["POST"], name="end")
    return app


async def _answered(pc: RTCPeerConnection, request: Request) -> HTTPResponse:
    await pc.setRemoteDescription(RTCSessionDescription(sdp=request.body.decode(), type="offer"))
    await pc.setLocalDescription(await pc.createAnswer())
    return text(re.sub(r"(?<!\r)\n", "\r\n", pc.localDescription.sdp))


if __name__ == "__main__":
    create_relay().run("127.0.0.1", int(sys.argv[1]), single_process=True, motd=False, access_log=False)
