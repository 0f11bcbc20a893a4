"""How often and how much: rate limits per account or address, body sizes per route."""

from time import monotonic
from uuid import UUID

from limits import RateLimitItemPerMinute
from limits.aio.storage import MemoryStorage, RedisStorage, Storage
from limits.aio.strategies import FixedWindowRateLimiter
from sanic import Request

from backend.settings import LimitSettings
from miniprogram_api.errors import TooMany

JSON_BODY = 64 * 1024
PICTURE_BODY = 8 * 1024 * 1024
SHEET_BODY = 32 * 1024 * 1024
HEAD = 1024


class Limiter:
    """Counts in Redis when there is one, so all workers share the count.

    A *proof* is sign-in, a check code, a ticket: what somebody might guess at.
    """

    def __init__(self, redis_url: str | None, limits: LimitSettings) -> None:
        storage: Storage = (
            RedisStorage(f"async+{redis_url}", implementation="redispy") if redis_url else MemoryStorage()
        )
        self._proofs = FixedWindowRateLimiter(storage)
        self._most_proofs = RateLimitItemPerMinute(limits.proofs, namespace="proofs")
        self._most_writes = limits.writes
        self._minute = 0
        self._writes: dict[UUID, int] = {}

    async def proof(self, request: Request, operation: str) -> None:
        """Count one attempt from the caller's address. Raises TooMany."""
        if not await self._proofs.hit(self._most_proofs, operation, request.remote_addr or request.ip):
            raise TooMany

    def write(self, account_id: UUID) -> None:
        """Count one write of an account. Raises TooMany.

        Counted in this process and by the clock's minute: a rough guard against a client gone wild, which must not
        cost every write a round trip.
        """
        minute = int(monotonic()) // 60
        if minute != self._minute:
            self._minute, self._writes = minute, {}
        self._writes[account_id] = so_far = self._writes.get(account_id, 0) + 1
        if so_far > self._most_writes:
            raise TooMany
