"""The media node: standing alone (`create_app`) or inside another Sanic app (`attach`)."""

import asyncio
import gc
import signal
import time
from datetime import UTC, datetime
from typing import Any

import httpx
import structlog
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, generate_latest
from sanic import HTTPResponse, Request, Sanic, Websocket
from sanic import json as json_answer

from media import signalling
from media.admission import Admissions
from media.contract import RoomEvent
from media.engine.socket import UdpPort
from media.engine.transport import Engine
from media.events_out import EventsOut, PostEvent, http_post
from media.hub import Hub
from media.metrics import NodeCollector
from media.presence import Presence
from media.room import House
from media.settings import MediaSettings, machine_addresses

SIGNALLING_PATH = "/media/signalling"
HEALTH_PATH = "/media/healthz"
METRICS_PATH = "/metrics"
GOODBYE_SECONDS = 2

log = structlog.get_logger(__name__)


class Node:
    """One running node: port, rooms and outgoing events."""

    def __init__(self, settings: MediaSettings, post_event: PostEvent) -> None:
        """Binds the UDP port. Raises OSError when it is taken."""
        self.engine = Engine(UdpPort(settings.udp_port), time.monotonic)
        self.events = EventsOut(post_event, settings.grant_key, wall_clock, self._unwanted)
        addresses = settings.addresses or machine_addresses()
        admissions = Admissions(settings.grant_key)
        house = House(self.engine, addresses, settings.turn, settings.limits, wall_clock, self.events.put, admissions)
        self.hub = Hub(house, settings.node)
        self._presence = Presence(settings, self.hub) if settings.redis_url else None
        self._collector = NodeCollector(self)
        self._delivery: asyncio.Task[None] | None = None
        self._conversations: set[asyncio.Task[None]] = set()

    def _unwanted(self, event: RoomEvent) -> None:
        self.hub.end(event.room, event.session)

    def start(self) -> None:
        """Listens, ticks and reports in the running loop."""
        self.engine.open()
        self.hub.start()
        self._delivery = asyncio.create_task(self.events.run())
        if self._presence is not None:
            self._presence.start()
        REGISTRY.register(self._collector)
        log.info("media_node_started", udp_port=self.engine.udp.number)

    async def converse(self, request: Request, socket: Websocket, settings: MediaSettings) -> None:
        """One page's signalling, which `stop` lets say its goodbye."""
        conversation = asyncio.create_task(signalling.serve(request, socket, self.hub, settings))
        self._conversations.add(conversation)
        conversation.add_done_callback(self._conversations.discard)
        try:
            await asyncio.shield(conversation)
        except asyncio.CancelledError:
            conversation.cancel()
            raise

    async def drain(self) -> None:
        """One node of several lets its rooms go on for a while, if it may, and leaves the register before they end."""
        if self._presence is not None:
            await self._presence.drain()

    async def stop(self) -> None:
        """Ends all rooms, says goodbye, and delivers the last events if anybody takes them."""
        REGISTRY.unregister(self._collector)
        self.hub.stop()
        if self._conversations:
            await asyncio.wait(self._conversations, timeout=GOODBYE_SECONDS)
        if self._presence is not None:
            await self._presence.leave()
        await self.events.last_words()
        if self._delivery is not None:
            self._delivery.cancel()
            await asyncio.gather(self._delivery, return_exceptions=True)
        await self.engine.close()


def attach(app: Sanic[Any, Any], settings: MediaSettings, *, post_event: PostEvent | None = None) -> None:
    """Adds the node to an app: its two routes, and the UDP port from the server's start to its stop.

    `post_event(body, signature)` takes each signed event (`contract.verify_event` reads it) and raises to have it
    repeated; without it events are posted to `settings.events_url`, or kept while none is set.
    The running `Node` is `app.ctx.media_node`.
    """
    client = httpx.AsyncClient(timeout=5, trust_env=False)

    async def start(app: Sanic[Any, Any]) -> None:
        app.ctx.media_node = Node(settings, post_event or _default_post(client, settings))
        app.ctx.media_node.start()

    async def stop(app: Sanic[Any, Any]) -> None:
        await app.ctx.media_node.stop()
        await client.aclose()

    async def converse(request: Request, socket: Websocket) -> None:
        await request.app.ctx.media_node.converse(request, socket, settings)

    async def health(request: Request) -> HTTPResponse:
        node: Node = request.app.ctx.media_node
        return json_answer(
            {"node": settings.node, "rooms": len(node.hub), "events_waiting": len(node.events), "status": "ok"}
        )

    app.before_server_start(start)
    app.before_server_stop(stop)
    app.add_websocket_route(converse, SIGNALLING_PATH, name="media_signalling")
    app.add_route(health, HEALTH_PATH, methods=["GET"], name="media_health")


def create_app(settings: MediaSettings) -> Sanic[Any, Any]:
    """The standalone node. Its metrics page is not below `/media/`, so that no front passes it on."""
    app: Sanic[Any, Any] = Sanic("media", configure_logging=False)
    app.config.WEBSOCKET_MAX_SIZE = 2 * settings.limits.message_bytes
    app.config.REQUEST_MAX_SIZE = 65_536
    app.config.MOTD = False
    attach(app, settings)

    async def obey(app: Sanic[Any, Any]) -> None:
        """SIGTERM drains first: Sanic itself cuts every WebSocket before anything else."""
        loop, retiring = asyncio.get_running_loop(), list[asyncio.Task[None]]()

        async def retire() -> None:
            await app.ctx.media_node.drain()
            app.stop(terminate=False)

        loop.add_signal_handler(signal.SIGTERM, lambda: retiring.append(loop.create_task(retire())))

    if settings.redis_url:
        app.after_server_start(obey)

    async def metrics(request: Request) -> HTTPResponse:
        return HTTPResponse(generate_latest(), content_type=CONTENT_TYPE_LATEST)

    async def settle(app: Sanic[Any, Any]) -> None:
        # What is there now stays: the collector need not walk it again, which would hold up every call for a moment.
        gc.collect()
        gc.freeze()

    app.add_route(metrics, METRICS_PATH, methods=["GET"], name="media_metrics")
    app.after_server_start(settle)
    return app


def wall_clock() -> datetime:
    """Aware UTC."""
    return datetime.now(UTC)


def _default_post(client: httpx.AsyncClient, settings: MediaSettings) -> PostEvent:
    if settings.events_url is not None:
        return http_post(client, settings.events_url)

    async def nobody(body: bytes, signature: str) -> None:
        raise ConnectionError("no events URL is set")

    return nobody
