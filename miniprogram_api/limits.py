"""How often and how much: rate limits per account or address, body sizes per route."""

from limits import RateLimitItemPerMinute
from limits.aio.storage import MemoryStorage, RedisStorage, Storage
from limits.aio.strategies import FixedWindowRateLimiter
from sanic import Request

from backend.settings import LimitSettings
from miniprogram_api.errors import TooMany

JSON_BODY = 64 * 1024
PICTURE_BODY = 8 * 1024 * 1024


class Limiter:
    """Counts in Redis when there is one, so all workers share the count.

    A *proof* is sign-in, a check code, a ticket: what somebody might guess at.
    """

    def __init__(self, redis_url: str | None, limits: LimitSettings) -> None:
        storage: Storage = (
            RedisStorage(f"async+{redis_url}", implementation="redispy") if redis_url else MemoryStorage()
        )
        self._proofs = FixedWindowRateLimiter(storage)
        # Writes are counted per process: a rough guard against a client gone wild, not worth a round trip each.
        self._writes = FixedWindowRateLimiter(MemoryStorage())
        self._most_proofs = RateLimitItemPerMinute(limits.proofs, namespace="proofs")
        self._most_writes = RateLimitItemPerMinute(limits.writes, namespace="writes")

    async def proof(self, request: Request, operation: str) -> None:
        """Count one attempt from the caller's address. Raises TooMany."""
        if not await self._proofs.hit(self._most_proofs, operation, request.remote_addr or request.ip):
            raise TooMany

    async def write(self, account: str) -> None:
        """Count one write of an account. Raises TooMany."""
        if not await self._writes.hit(self._most_writes, account):
            raise TooMany
