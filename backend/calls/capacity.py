"""How many calls an evening will see, and how many the media servers carry (R070: at festivals everybody calls)."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import msgspec

from backend.calls.forecasting import Evening, forecast
from backend.db import fetch
from backend.divisions.scope import Level, Scope
from backend.kit.clock import shanghai_day, shanghai_midnight
from backend.policies.queries import policy
from backend.policies.rules import CallBooking, CallCapacity, FestivalCalls

LOOKED_BACK = 28


async def evenings(scope: Scope, *, days: int) -> list[Evening]:
    """The evenings from today on in the asker's place, as booked and as expected. Raises LevelTooLow."""
    scope.require(Level.COUNTS)
    first = scope.today
    if scope.division is None:
        return []
    booking = await policy(CallBooking, division_id=scope.division, day=scope.today)
    capacity = await policy(CallCapacity, division_id=scope.division, day=scope.today)
    festival = await policy(FestivalCalls, division_id=scope.division, day=scope.today)
    last = first + timedelta(days=days)
    booked = await _starts(scope, shanghai_midnight(first), shanghai_midnight(last), _STANDING)
    past = shanghai_midnight(scope.today)
    held = await _starts(scope, past - timedelta(days=LOOKED_BACK), past, _HELD)
    return [
        forecast(
            first + timedelta(days=ahead),
            [at for at in booked if shanghai_day(at) == first + timedelta(days=ahead)],
            usual=len(held) / LOOKED_BACK,
            booking=booking,
            capacity=capacity,
            festival=festival,
        )
        for ahead in range(days)
    ]


class _Start(msgspec.Struct, frozen=True):
    starts_at: datetime


_STANDING = "c.state IN ('taken', 'agreed', 'seeking', 'open')"
_HELD = "c.state = 'closed'"


async def _starts(scope: Scope, since: datetime, until: datetime, where: str) -> Sequence[datetime]:
    params: list[object] = [since, until]
    within = scope.clause(params)
    sql = f"""
SELECT c.starts_at FROM calls c JOIN elders e ON e.id = c.elder_id
WHERE c.starts_at >= $1 AND c.starts_at < $2 AND {where} AND {within}"""
    return [row.starts_at for row in await fetch(_Start, sql, *params)]
