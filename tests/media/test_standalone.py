"""`python -m media`, as production runs it."""

import asyncio
import base64
import os
import signal
import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from sanic import HTTPResponse, Request, Sanic
from sanic.response import empty

from media.contract import EVENT_HEADER, EventKind, Role, RoomEvent, verify_event
from tests.media.nodes import KEY, serving
from tests.media.visitors import Visitor
from tests.servers.processes import free_port
from tests.waiting import until


class Standalone:
    """A node process, and the backend it reports to."""

    def __init__(self, process: asyncio.subprocess.Process, port: int, events: list[RoomEvent]) -> None:
        self.process, self.events = process, events
        self.url = f"http://127.0.0.1:{port}"
        self.signalling = f"ws://127.0.0.1:{port}/media/signalling"


@pytest.fixture
async def node() -> AsyncIterator[Standalone]:
    events: list[RoomEvent] = []

    async def take(request: Request) -> HTTPResponse:
        events.append(verify_event(request.body, request.headers[EVENT_HEADER], KEY, datetime.now(UTC)))
        return empty()

    backend: Sanic[Any, Any] = Sanic("standalone-backend", configure_logging=False)
    backend.add_route(take, "/events", methods=["POST"])
    async with serving(backend) as url:
        port = free_port()
        settings = {
            "GRANT_KEY": base64.b64encode(KEY).decode(),
            "MEDIA_PORT": str(port),
            "MEDIA_NODE": "alone",
            "MEDIA_EVENTS_URL": url + "/events",
            "PATH": os.environ["PATH"],
        }
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "media", env=settings, stdout=asyncio.subprocess.DEVNULL
        )
        standalone = Standalone(process, port, events)
        await until(lambda: _healthy(standalone.url), timeout=20)
        yield standalone
        if process.returncode is None:
            process.kill()
            await process.wait()


async def _healthy(url: str) -> bool:
    async with httpx.AsyncClient(trust_env=False) as client:
        try:
            return (await client.get(url + "/media/healthz")).status_code == 200
        except httpx.TransportError:
            return False


async def _metrics(url: str, line: str) -> str:
    """The metrics page once it holds this line."""
    async with httpx.AsyncClient(trust_env=False) as client:
        page = (await client.get(url + "/metrics")).text
    return page if line in page else ""


class TestNode:
    async def test_serves_a_room_and_says_goodbye_when_it_is_stopped(self, node: Any) -> None:
        async with await Visitor.knock(node, "mei", role=Role.HOST) as host, await Visitor.knock(node, "anna") as anna:
            await host.say(type="admit", participant="anna")
            await host.connects()
            await anna.connects()
            await until(lambda: any(event.kind is EventKind.CONNECTED for event in node.events))
            page = await until(lambda: _metrics(node.url, 'media_networks{state="good"} 2.0'))
            assert 'media_participants{standing="in"} 2.0' in page
            assert 'media_datagrams_total{way="in"}' in page
            assert 'media_dropped_total{reason="failed"} 0.0' in page
            assert "mei" not in page
            node.process.send_signal(signal.SIGTERM)
            assert await host.is_sent_away() == "restarting"
            assert await anna.is_sent_away() == "restarting"
        await until(lambda: node.events[-1].kind is EventKind.MOVED)
        assert {event.node for event in node.events} == {"alone"}
        assert await asyncio.wait_for(node.process.wait(), 10) == 0

    async def test_refuses_to_start_without_a_key_in_one_line(self) -> None:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "media", env={"PATH": os.environ["PATH"]}, stderr=asyncio.subprocess.PIPE
        )
        _, said = await process.communicate()
        assert process.returncode == 1
        assert said.decode().strip().splitlines()[-1] == "media: GRANT_KEY is missing or cannot be read"
        assert b"Traceback" not in said
