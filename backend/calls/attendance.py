"""The room's reports become the call's log: who was there, how long, and that it was a contact (R043)."""

from datetime import datetime
from uuid import UUID

import msgspec
import structlog

from backend.audit.tags import Tag
from backend.audit.trail import PLATFORM, Subject, record
from backend.calls import rooms
from backend.calls.errors import EventNotReadable
from backend.calls.facts import CallClosed
from backend.calls.models import Call, RoomReport
from backend.calls.rules import CallState, Presence, RoomTold, Seat, ends_call, with_the_elder
from backend.consents.purposes import Purpose
from backend.consents.queries import refused_by
from backend.consents.rules import Whose
from backend.db import execute, fetch, transaction
from backend.families.rules import ContactKind
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel
from backend.outbox import box

log = structlog.get_logger(__name__)


async def receive(kernel: Kernel, *, body: bytes, signature: str, key: bytes) -> bool:
    """Take one signed room event: the newest of an opening counts, an older or repeated one is ignored.

    Returns whether the room may go on: not once the elder said no to calls.
    Raises EventNotOurs, EventNotReadable (also for a room that is no call of ours).
    """
    told = rooms.read_event(body, signature, key, kernel.clock.now())
    async with transaction():
        call = await Call.filter(id=told.call_id).select_for_update().first()
        if call is None:
            log.warning("room_event_of_no_call", call=str(told.call_id))
            raise EventNotReadable
        goes_on = Purpose.CALLS not in await refused_by(Whose.ELDER, call.elder_id)
        if not await _is_news(told):
            return goes_on
        for person in told.people:
            await _keep(told, person)
        await execute(_TALK, call.id)
        await _log_contacts(call)
        if ends_call(told, call.state) and not await _goes_on_elsewhere(told):
            await Call.filter(id=call.id).update(state=CallState.CLOSED, closed_at=told.closed_at)
            await record(kernel, Subject("elder", call.elder_id), Tag.CALL_CLOSED, by=PLATFORM, call_id=str(call.id))
            await box.put(kernel, CallClosed(call_id=call.id, elder_id=call.elder_id))
        return goes_on


class _Id(msgspec.Struct, frozen=True):
    id: UUID


async def _is_news(told: RoomTold) -> bool:
    """Store the report unless one as new or newer of the same opening stands there."""
    return bool(
        await fetch(
            _Id,
            _REPORT,
            uuid7(),
            told.call_id,
            told.opening,
            told.number,
            told.at,
            told.talk_seconds,
            told.closed_at,
        )
    )


_REPORT = """
INSERT INTO room_reports (id, call_id, opening, number, at, talk_seconds, closed_at)
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (call_id, opening) DO UPDATE SET number = excluded.number, at = excluded.at,
  talk_seconds = excluded.talk_seconds, closed_at = excluded.closed_at
WHERE room_reports.number < excluded.number
RETURNING id
"""


async def _keep(told: RoomTold, person: Presence) -> None:
    seconds = person.seconds if person.seat is Seat.HOST else with_the_elder(told, person)
    await execute(
        _ATTENDANCE,
        uuid7(),
        told.call_id,
        told.opening,
        person.account_id,
        person.joined_at,
        person.left_at,
        seconds,
    )


_ATTENDANCE = """
INSERT INTO attendances (id, call_id, opening, account_id, joined_at, left_at, seconds)
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (call_id, opening, account_id) DO UPDATE SET joined_at = excluded.joined_at,
  left_at = excluded.left_at, seconds = excluded.seconds
"""

_TALK = """
UPDATE calls SET talk_seconds = (SELECT SUM(r.talk_seconds) FROM room_reports r WHERE r.call_id = $1) WHERE id = $1
"""


class _Talked(msgspec.Struct, frozen=True):
    account_id: UUID
    at: datetime
    seconds: int


async def _log_contacts(call: Call) -> None:
    """One contact per guest who talked, however often the room was opened and however often this is told."""
    for talked in await fetch(_Talked, _TALKED, call.id, call.host_id):
        await execute(
            _CONTACT,
            uuid7(),
            call.elder_id,
            talked.account_id,
            ContactKind.FAMILY_CALL,
            call.id,
            talked.at,
            talked.seconds,
        )


_TALKED = """
SELECT t.account_id, MIN(t.joined_at) AS at, SUM(t.seconds) AS seconds FROM attendances t
WHERE t.call_id = $1 AND t.account_id <> $2 GROUP BY t.account_id HAVING SUM(t.seconds) > 0
"""
_CONTACT = """
INSERT INTO contacts (id, elder_id, account_id, kind, source_id, at, seconds) VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (source_id, account_id) DO UPDATE SET at = excluded.at, seconds = excluded.seconds
"""


async def _goes_on_elsewhere(told: RoomTold) -> bool:
    """Whether another opening reported after this one closed: the room moved to another node."""
    return await RoomReport.filter(call_id=told.call_id, closed_at=None, at__gt=told.closed_at).exists()
