"""How often and how much: rate limits per account or address, body sizes per route."""

from limits import RateLimitItem, RateLimitItemPerMinute
from limits.aio.storage import MemoryStorage, RedisStorage, Storage
from limits.aio.strategies import FixedWindowRateLimiter
from sanic import Request

from miniprogram_api.errors import TooMany

JSON_BODY = 64 * 1024
PICTURE_BODY = 8 * 1024 * 1024

WRITES = RateLimitItemPerMinute(240, namespace="writes")
PROOFS = RateLimitItemPerMinute(30, namespace="proofs")
"""Sign-in, check codes and tickets: what somebody might guess at."""


class Limiter:
    """Counts in Redis when there is one, so all workers share the count."""

    def __init__(self, redis_url: str | None) -> None:
        storage: Storage = (
            RedisStorage(f"async+{redis_url}", implementation="redispy") if redis_url else MemoryStorage()
        )
        self._proofs = FixedWindowRateLimiter(storage)
        # Writes are counted per process: a rough guard against a client gone wild, not worth a round trip each.
        self._writes = FixedWindowRateLimiter(MemoryStorage())

    async def proof(self, request: Request, operation: str, item: RateLimitItem = PROOFS) -> None:
        """Count one attempt from the caller's address. Raises TooMany."""
        if not await self._proofs.hit(item, operation, request.remote_addr or request.ip):
            raise TooMany

    async def write(self, account: str) -> None:
        """Count one write of an account. Raises TooMany."""
        if not await self._writes.hit(WRITES, account):
            raise TooMany
