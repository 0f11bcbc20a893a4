"""The composition root: settings to Services. The only place that knows which adapter runs."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import httpx
from fakeredis import FakeAsyncRedis
from redis import asyncio as aioredis

from backend.db import execute, migrate, open_database
from backend.documents.keys import EvidenceKey, make_evidence_key
from backend.documents.timestamps import TimestampService
from backend.documents.tokens import open_token
from backend.kit.authorities import authorities
from backend.kit.clock import Clock, SystemClock
from backend.kit.kernel import Kernel
from backend.kit.secrets import KeyRing
from backend.settings import DocumentSettings, Settings
from backend.storage.local import LocalStorage
from backend.storage.port import Storage
from backend.storage.s3 import S3Storage
from backend.wechat.callbacks import Callbacks
from backend.wechat.client import WeChat
from backend.wechat.sandbox.server import SandboxServer
from backend.wechat.token import Tokens

PATIENCE = 3
"""Seconds a process waits for what it needs before it says that it is not ready."""


@dataclass(frozen=True)
class Services:
    """Everything a process runs on, made once and handed in."""

    settings: Settings
    kernel: Kernel
    redis: aioredis.Redis
    storage: Storage
    evidence: EvidenceKey
    committees: Mapping[str, EvidenceKey]
    timestamps: TimestampService | None
    wechat: WeChat
    callbacks: Callbacks


def key_ring(settings: Settings) -> KeyRing:
    """The ring the settings name."""
    return KeyRing(settings.keys.encryption, settings.keys.current, settings.keys.lookup)


@asynccontextmanager
async def open_services(settings: Settings, *, clock: Clock | None = None) -> AsyncIterator[Services]:
    """Services with the database, Redis and WeChat reachable, until the block ends.

    The embedded run migrates its own database, makes its own evidence key and brings WeChat's sandbox along.
    """
    kernel = Kernel(clock or SystemClock(), key_ring(settings))
    async with AsyncExitStack() as stack:
        if settings.embedded:
            settings.data_dir.mkdir(parents=True, exist_ok=True)
            await migrate(settings.database_url)
            _make_evidence_key_once(settings.documents, kernel.clock)
        evidence = evidence_key(settings.documents)
        if settings.wechat.sandbox:
            sandbox = await stack.enter_async_context(
                SandboxServer(settings.wechat, callback_url=f"{settings.public_url}/api/callbacks/wechat")
            )
            settings = replace(settings, wechat=replace(settings.wechat, base_url=sandbox))
        await stack.enter_async_context(open_database(settings.database_url, pool=settings.database_pool))
        redis = aioredis.Redis.from_url(settings.redis_url) if settings.redis_url else FakeAsyncRedis()
        stack.push_async_callback(redis.aclose)
        http = await stack.enter_async_context(
            httpx.AsyncClient(timeout=httpx.Timeout(8, connect=4), verify=authorities(), trust_env=False)
        )
        yield Services(
            settings=settings,
            kernel=kernel,
            redis=redis,
            storage=_storage(settings, kernel.keys),
            evidence=evidence,
            committees=committee_keys(settings.documents),
            timestamps=_timestamps(settings.documents),
            wechat=WeChat(settings.wechat, http, Tokens(settings.wechat, http, redis)),
            callbacks=Callbacks(settings.wechat, redis, kernel.clock),
        )


def evidence_key(settings: DocumentSettings) -> EvidenceKey:
    """The key the settings name, with its predecessors' certificates. Raises EvidenceKeyUnreadable."""
    password = settings.evidence_key_password
    if settings.evidence_token:
        key = open_token(settings.evidence_token, password)
    else:
        key = EvidenceKey.load(settings.evidence_key, password)
    return key.following(settings.earlier_certificates.read_bytes() if settings.earlier_certificates else b"")


def _make_evidence_key_once(settings: DocumentSettings, clock: Clock) -> None:
    if not settings.evidence_token and not settings.evidence_key.exists():
        make_evidence_key(settings.evidence_key, settings.evidence_key_password, clock.now())


def committee_keys(settings: DocumentSettings) -> Mapping[str, EvidenceKey]:
    """By the village's code. Raises EvidenceKeyUnreadable: a key that cannot serve is to be known at the start."""
    files = sorted(settings.committee_keys.glob("*.p12")) if settings.committee_keys else []
    return {file.stem: EvidenceKey.load(file, settings.committee_keys_password) for file in files}


def _timestamps(settings: DocumentSettings) -> TimestampService | None:
    if not settings.timestamp_url or not settings.timestamp_roots:
        return None
    return TimestampService(settings.timestamp_url, settings.timestamp_roots.read_bytes())


def _storage(settings: Settings, ring: KeyRing) -> Storage:
    url = settings.storage.url
    return S3Storage.at(url, ring) if url.startswith("s3://") else LocalStorage(Path(url), ring)


async def ready(services: Services) -> list[str]:
    """What this process cannot reach within PATIENCE: nothing, `database`, `redis`."""
    troubles = []
    try:
        async with asyncio.timeout(PATIENCE):
            await execute("SELECT 1")
    except Exception:
        troubles.append("database")
    try:
        async with asyncio.timeout(PATIENCE):
            await services.redis.ping()
    except Exception:
        troubles.append("redis")
    return troubles
