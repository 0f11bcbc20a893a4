"""Timestamps by RFC 3161 over HTTP: a service's word that something existed at its time.

The service is somebody else's machine: it may be slow, refuse, or answer what cannot be right.
"""

import asyncio
from dataclasses import dataclass
from typing import Any

import httpx
from asn1crypto import tsp
from pyhanko.sign.timestamps import TimeStamper

from backend.documents.errors import TimestampUnavailable
from backend.kit.authorities import authorities

_MOST = 64 * 1024


@dataclass(frozen=True)
class TimestampService:
    """Where to ask, by whose word (PEM) to believe the answer, and how long one may take, however it trickles."""

    url: str
    roots: bytes
    seconds: float = 8


def _client() -> httpx.AsyncClient:
    return httpx.AsyncClient(verify=authorities(), trust_env=False)


class Asker(TimeStamper):
    """Asks one service. Every method that asks raises TimestampUnavailable."""

    def __init__(self, service: TimestampService) -> None:
        TimeStamper.__init__(self)
        self._service = service

    async def async_request_tsa_response(self, req: Any) -> Any:
        """The service's answer to a TimeStampReq of asn1crypto, which carries no types."""
        try:
            async with asyncio.timeout(self._service.seconds), _client() as client:
                return tsp.TimeStampResp.load(await self._post(client, req.dump()))
        except (TimeoutError, httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
            raise TimestampUnavailable(type(error).__name__) from error

    async def async_timestamp(self, message_digest: bytes, md_algorithm: str) -> Any:
        """The token over this digest; whether to believe it, only the finished seal can tell."""
        try:
            return await super().async_timestamp(message_digest, md_algorithm)
        except TimestampUnavailable:
            raise
        except Exception as error:
            # What a service says may break its reader in any way it likes; pyHanko stumbles over some itself.
            raise TimestampUnavailable(type(error).__name__) from error

    async def _post(self, client: httpx.AsyncClient, asked: bytes) -> bytes:
        headers = {"Content-Type": "application/timestamp-query", "Accept": "application/timestamp-reply"}
        async with client.stream("POST", self._service.url, content=asked, headers=headers, timeout=None) as answer:
            answer.raise_for_status()
            body = b""
            async for part in answer.aiter_bytes():
                body += part
                if len(body) > _MOST:
                    raise TimestampUnavailable("answered too much")
        return body
