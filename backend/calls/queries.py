"""Reading calls; every list takes a Scope, every seat an account."""

from datetime import date, datetime
from uuid import UUID

import msgspec

from backend.calls.errors import CallNotFound
from backend.calls.rules import CallState, Seat
from backend.db import fetch, fetch_one
from backend.divisions.scope import Level, Scope
from backend.kit.pages import Page, decode_time_cursor, encode_time_cursor


class _Columns(msgspec.Struct, frozen=True, kw_only=True):
    id: UUID
    elder_id: UUID
    elder: str
    village: str
    state: CallState
    proposed_by: UUID
    proposer: str
    proposed_at: datetime
    host_id: UUID | None
    host: str | None
    starts_at: datetime | None
    opened_at: datetime | None
    closed_at: datetime | None
    talk_seconds: int
    phone_minutes: int


class _CallRow(_Columns, frozen=True):
    times: str


class CallRow(_Columns, frozen=True):
    """A call as a list shows it. `times` are those proposed; `talk_seconds` host and guests together."""

    times: tuple[datetime, ...]


class Person(msgspec.Struct, frozen=True):
    """One who may be in the room. `relation` is to the elder, None for the host; `coming` is what a child said."""

    account_id: UUID
    name: str
    relation: str | None
    seat: Seat
    coming: bool | None = None


class Attended(msgspec.Struct, frozen=True):
    """One person over all openings of the room."""

    account_id: UUID
    name: str
    joined_at: datetime
    left_at: datetime | None
    seconds: int


class Answered(msgspec.Struct, frozen=True):
    """What the elder said when asked, by whom and how."""

    agrees: bool
    heard: str
    asked_by: str
    asked_at: datetime


class CallDetail(msgspec.Struct, frozen=True):
    """One call with who may come, who came, and each answer of the elder."""

    call: CallRow
    people: tuple[Person, ...]
    attendance: tuple[Attended, ...]
    answers: tuple[Answered, ...]


class RoomView(msgspec.Struct, frozen=True):
    """What the room's page shows one person; ids are the participants' of the media node, the room is the call."""

    call_id: UUID
    elder_id: UUID
    account_id: UUID
    seat: Seat
    name: str
    elder: str
    people: tuple[Person, ...]


_COLUMNS = """c.id, c.elder_id, e.name AS elder, d.name AS village, c.state, c.times, c.proposed_by,
  p.name AS proposer, c.proposed_at, c.host_id, h.name AS host, c.starts_at, c.opened_at, c.closed_at, c.talk_seconds,
  c.phone_minutes
FROM calls c JOIN elders e ON e.id = c.elder_id JOIN divisions d ON d.id = e.village_id
JOIN accounts p ON p.id = c.proposed_by LEFT JOIN accounts h ON h.id = c.host_id"""


async def calls(
    scope: Scope,
    *,
    elder_id: UUID | None = None,
    state: CallState | None = None,
    cursor: str | None = None,
    limit: int = 20,
) -> Page[CallRow]:
    """A page of the calls of the elders in sight, newest proposal first."""
    scope.require(Level.CARD)
    params: list[object] = []
    where = [scope.clause(params)]
    for column, value in (("c.elder_id", elder_id), ("c.state", state)):
        if value is not None:
            params.append(value)
            where.append(f"{column} = ${len(params)}")
    if cursor:
        params.extend(decode_time_cursor(cursor))
        where.append(f"(c.proposed_at, c.id) < (${len(params) - 1}, ${len(params)})")
    params.append(limit + 1)
    order = f"ORDER BY c.proposed_at DESC, c.id DESC LIMIT ${len(params)}"
    rows = await fetch(_CallRow, f"SELECT {_COLUMNS} WHERE {' AND '.join(where)} {order}", *params)
    shown = tuple(_call(row) for row in rows[:limit])
    return Page(shown, encode_time_cursor(shown[-1].proposed_at, shown[-1].id) if len(rows) > limit else None)


async def call(scope: Scope, call_id: UUID) -> CallDetail:
    """One call in sight. Raises CallNotFound."""
    scope.require(Level.CARD)
    params: list[object] = [call_id]
    row = await fetch_one(_CallRow, f"SELECT {_COLUMNS} WHERE c.id = $1 AND {scope.clause(params)}", *params)
    if row is None:
        raise CallNotFound
    attendance = await fetch(Attended, _ATTENDANCE, call_id)
    answers = await fetch(Answered, _ANSWERS, call_id)
    return CallDetail(_call(row), await people(call_id), tuple(attendance), tuple(answers))


_ANSWERS = """
SELECT w.agrees, w.heard, a.name AS asked_by, w.asked_at FROM elder_answers w JOIN accounts a ON a.id = w.asked_by
WHERE w.call_id = $1 ORDER BY w.asked_at, w.id
"""


_ATTENDANCE = """
SELECT t.account_id, a.name, MIN(t.joined_at) AS joined_at,
  CASE WHEN COUNT(*) = COUNT(t.left_at) THEN MAX(t.left_at) END AS left_at, SUM(t.seconds) AS seconds
FROM attendances t JOIN accounts a ON a.id = t.account_id
WHERE t.call_id = $1 GROUP BY t.account_id, a.name ORDER BY MIN(t.joined_at), t.account_id
"""


class OfferRow(msgspec.Struct, frozen=True):
    """A call somebody is asked to host in place of another."""

    call_id: UUID
    elder_id: UUID
    elder: str
    village: str
    starts_at: datetime
    answer_by: datetime


async def offers(account_id: UUID, now: datetime) -> list[OfferRow]:
    """The asker's own: calls still without a host, the earliest first."""
    return await fetch(OfferRow, _OFFERS, account_id, now)


_OFFERS = """
SELECT o.call_id, c.elder_id, e.name AS elder, d.name AS village, c.starts_at, o.answer_by
FROM host_offers o JOIN calls c ON c.id = o.call_id JOIN elders e ON e.id = c.elder_id
JOIN divisions d ON d.id = e.village_id
WHERE o.account_id = $1 AND o.declined_at IS NULL AND c.state = 'seeking' AND c.starts_at > $2
ORDER BY c.starts_at, o.id
"""


class _Found(msgspec.Struct, frozen=True):
    id: UUID


async def has_elder(scope: Scope, elder_id: UUID, today: date) -> bool:
    """Whether the elder is in sight and still in the register."""
    params: list[object] = [elder_id, today]
    within = scope.clause(params)
    sql = f"SELECT e.id FROM elders e WHERE e.id = $1 AND (e.left_on IS NULL OR e.left_on > $2) AND {within}"
    return bool(await fetch(_Found, sql, *params))


class _PersonRow(msgspec.Struct, frozen=True):
    account_id: UUID
    name: str
    relation: str | None
    coming: bool | None


async def people(call_id: UUID) -> tuple[Person, ...]:
    """The host, once there is one, and the elder's confirmed supporters, and nobody else."""
    seats: dict[UUID, Person] = {}
    # The host comes last, and so stays the host where he is one of the family.
    for seat, sql in ((Seat.GUEST, _GUESTS), (Seat.HOST, _HOST)):
        for row in await fetch(_PersonRow, sql, call_id):
            seats[row.account_id] = Person(row.account_id, row.name, row.relation, seat, row.coming)
    return tuple(seats.values())


_GUESTS = """
SELECT f.account_id, f.name, f.relation, g.coming FROM calls c JOIN family_members f ON f.elder_id = c.elder_id
LEFT JOIN call_guests g ON g.call_id = c.id AND g.account_id = f.account_id
WHERE c.id = $1 AND f.duty = 'supporter' AND f.account_id IS NOT NULL
  AND f.confirmed_at IS NOT NULL AND f.ended_at IS NULL
ORDER BY f.named_at, f.id
"""
_HOST = """
SELECT a.id AS account_id, a.name, NULL AS relation, NULL AS coming FROM calls c
JOIN accounts a ON a.id = c.host_id WHERE c.id = $1
"""


class _RoomRow(msgspec.Struct, frozen=True):
    elder_id: UUID
    elder: str
    state: str


async def room_view(call_id: UUID, account_id: UUID) -> tuple[RoomView, CallState] | None:
    """The room as this account sees it and how its call stands; None for those with no seat in it."""
    row = await fetch_one(_RoomRow, _ROOM, call_id)
    if row is None:
        return None
    present = await people(call_id)
    me = next((person for person in present if person.account_id == account_id), None)
    if me is None:
        return None
    return RoomView(call_id, row.elder_id, account_id, me.seat, me.name, row.elder, present), CallState(row.state)


_ROOM = "SELECT c.elder_id, e.name AS elder, c.state FROM calls c JOIN elders e ON e.id = c.elder_id WHERE c.id = $1"


def _call(row: _CallRow) -> CallRow:
    columns = msgspec.structs.asdict(row)
    return CallRow(**{**columns, "state": CallState(row.state), "times": offered(row.times)})


def offered(times: str) -> tuple[datetime, ...]:
    """The proposed times as their column keeps them: a JSON list."""
    return msgspec.json.decode(times, type=tuple[datetime, ...])
