"""Who comes early waits, and sees who else does; nobody is heard or seen before the host admits."""

from datetime import datetime, timedelta
from uuid import UUID

import msgspec

from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.calls import rules
from backend.calls.errors import NotInvited
from backend.calls.queries import call, people
from backend.calls.rules import CallState, Seat
from backend.consents.queries import refused_by
from backend.consents.rules import Whose
from backend.db import execute, fetch
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel

SEEN_LATELY = timedelta(seconds=30)
"""A page says every ten seconds that somebody is still there."""


class Waiting(msgspec.Struct, frozen=True):
    """One who waits, since when."""

    account_id: UUID
    name: str
    relation: str | None
    came_at: datetime


class Lobby(msgspec.Struct, frozen=True):
    """How the call stands, and who waits, the first to come first."""

    state: CallState
    waiting: list[Waiting]


async def wait(kernel: Kernel, *, call_id: UUID, by: Viewer) -> Lobby:
    """The child waits, and sees who else does. Said again, the seat is kept.

    Raises CallNotFound, NotInvited, ElderWantsNoCalls, OwnCallsNotWanted, CallStateChanged.
    """
    found = await call(by.scope, call_id)
    invited = any(each.account_id == by.account_id and each.seat is Seat.GUEST for each in found.people)
    if not invited or by.role is not Role.SUPPORTER:
        raise NotInvited
    if found.call.state is not CallState.OPEN:
        rules.move(rules.Step.CANCEL, found.call.state)
    refused = await refused_by(Whose.ELDER, found.call.elder_id)
    rules.check_wanted(refused, await refused_by(Whose.ACCOUNT, by.account_id))
    await execute(_WAIT, uuid7(), call_id, by.account_id, kernel.clock.now())
    return Lobby(found.call.state, await waiting(kernel, call_id))


_WAIT = """
INSERT INTO lobby_seats (id, call_id, account_id, came_at, seen_at) VALUES ($1, $2, $3, $4, $4)
ON CONFLICT (call_id, account_id) DO UPDATE SET seen_at = excluded.seen_at
"""


class _Seat(msgspec.Struct, frozen=True):
    account_id: UUID
    came_at: datetime


async def waiting(kernel: Kernel, call_id: UUID) -> list[Waiting]:
    """Who waits for a call already found in scope."""
    known = {each.account_id: each for each in await people(call_id)}
    seats = await fetch(_Seat, _SEATS, call_id, kernel.clock.now() - SEEN_LATELY)
    return [
        Waiting(seat.account_id, known[seat.account_id].name, known[seat.account_id].relation, seat.came_at)
        for seat in seats
        if seat.account_id in known
    ]


_SEATS = """
SELECT account_id, came_at FROM lobby_seats WHERE call_id = $1 AND seen_at >= $2 ORDER BY came_at, id
"""
