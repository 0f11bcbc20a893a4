"""Reading services, cards and requests. Each takes a Scope; the caller logs the reading."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

import msgspec

from backend.consents.queries import hiding
from backend.consents.rules import Matter
from backend.db import any_of, fetch, fetch_one
from backend.divisions.scope import Level, Scope
from backend.elders.queries import elder
from backend.kit.kernel import Kernel
from backend.kit.pages import Page, decode_row_cursor, encode_cursor
from backend.services.errors import RequestNotFound
from backend.services.rules import Change, Expressed, RequestState, changes


class ServiceRow(msgspec.Struct, frozen=True):
    """Something a county or township offers, from `starts_on` to `ends_on`, both included."""

    id: UUID
    division_id: UUID
    place: str
    name: str
    how: str
    provider: str
    starts_on: date
    ends_on: date | None


async def services(scope: Scope) -> list[ServiceRow]:
    """What is offered where the asker belongs today or from a later day on, by name (R119)."""
    params: list[object] = [scope.today]
    return await fetch(ServiceRow, _OFFERED.format(places=_places(scope, params)), *params)


_OFFERED = """
SELECT s.id, s.division_id, d.name AS place, s.name, s.how, s.provider, s.starts_on, s.ends_on
FROM services s JOIN divisions d ON d.id = s.division_id
WHERE (s.ends_on IS NULL OR s.ends_on >= $1) AND s.division_id IN (
  SELECT p.ancestor_id FROM division_spans p
  WHERE p.starts_on <= $1 AND (p.ends_on IS NULL OR p.ends_on > $1) AND {places})
ORDER BY s.name, s.starts_on, s.id
"""


def _places(scope: Scope, params: list[object]) -> str:
    """SQL true where `p.descendant_id` is where the asker, or an elder the asker is tied to, belongs."""
    if scope.division is not None:
        params.append(scope.division)
        return f"p.descendant_id = ${len(params)}"
    params.append(list(scope.elders))
    return f"p.descendant_id IN (SELECT e.village_id FROM elders e WHERE {any_of('e.id', len(params))})"


class ChoiceRow(msgspec.Struct, frozen=True):
    """What the elder said to one service."""

    service_id: UUID
    name: str
    accepts: bool


class CardRow(msgspec.Struct, frozen=True):
    """One filling of the selection card, and what it says otherwise than the one before (R118)."""

    id: UUID
    filled_on: date
    filled_by: str
    expressed: Expressed
    recorded_by: str
    recorded_at: datetime
    choices: list[ChoiceRow]
    changes: list[Change]


async def cards(scope: Scope, elder_id: UUID) -> list[CardRow]:
    """All selection cards of one elder in sight, the one that holds first. Raises LevelTooLow, ElderNotFound."""
    scope.require(Level.FULL)
    await elder(scope, elder_id)
    chosen: dict[UUID, list[ChoiceRow]] = {}
    for each in await fetch(_ChoiceRow, _CHOICES, elder_id):
        chosen.setdefault(each.card_id, []).append(ChoiceRow(each.service_id, each.name, each.accepts))
    found: list[CardRow] = []
    before: Mapping[UUID, bool] = {}
    for row in await fetch(_CardRow, _CARDS, elder_id):
        choices = chosen.get(row.id, [])
        after = {choice.service_id: choice.accepts for choice in choices}
        told = {**msgspec.structs.asdict(row), "expressed": Expressed(row.expressed)}
        found.append(CardRow(**told, choices=choices, changes=changes(before, after)))
        before = after
    return found[::-1]


class _CardRow(msgspec.Struct, frozen=True):
    id: UUID
    filled_on: date
    filled_by: str
    expressed: str
    recorded_by: str
    recorded_at: datetime


class _ChoiceRow(msgspec.Struct, frozen=True):
    card_id: UUID
    service_id: UUID
    name: str
    accepts: bool


_CARDS = """
SELECT c.id, c.filled_on, c.filled_by, c.expressed, a.name AS recorded_by, c.recorded_at
FROM service_cards c JOIN accounts a ON a.id = c.recorded_by
WHERE c.elder_id = $1 ORDER BY c.filled_on, c.recorded_at, c.id
"""
_CHOICES = """
SELECT h.card_id, h.service_id, s.name, h.accepts
FROM service_choices h JOIN service_cards c ON c.id = h.card_id JOIN services s ON s.id = h.service_id
WHERE c.elder_id = $1 ORDER BY s.name, s.id
"""


class RequestRow(msgspec.Struct, frozen=True):
    """What an elder asked for, and the answer."""

    id: UUID
    elder_id: UUID
    elder: str
    words: str
    state: RequestState
    raised_by: str
    raised_at: datetime
    answer: str | None
    answered_by: str | None
    answered_at: datetime | None


async def requests(
    kernel: Kernel,
    scope: Scope,
    *,
    state: RequestState | None = None,
    elder_id: UUID | None = None,
    cursor: str | None = None,
    limit: int = 20,
) -> Page[RequestRow]:
    """A page of what elders in sight asked for, as far as they want it shown, newest first.

    Raises LevelTooLow, CursorNotReadable.
    """
    scope.require(Level.FULL)
    params: list[object] = []
    where = scope.clause(params)
    where += f" AND NOT {hiding(Matter.LIFE, scope, 'r.elder_id', len(params))}"
    narrowing = {
        "r.state =": state,
        "r.elder_id =": elder_id,
        "r.id <": decode_row_cursor(cursor)[1] if cursor else None,
    }
    for condition, value in narrowing.items():
        if value is not None:
            params.append(str(value) if isinstance(value, RequestState) else value)
            where += f" AND {condition} ${len(params)}"
    params.append(limit + 1)
    rows = await fetch(_RequestRow, _REQUESTS.format(where=where, limit=len(params)), *params)
    more = rows[limit - 1] if len(rows) > limit else None
    shown = tuple(_opened(kernel, row) for row in rows[:limit])
    return Page(shown, encode_cursor("", str(more.id)) if more else None)


async def unanswered(scope: Scope) -> int:
    """How many requests of elders in sight wait for an answer. Raises LevelTooLow."""
    scope.require(Level.FULL)
    params: list[object] = [RequestState.OPEN]
    sql = "SELECT count(*) AS number FROM service_requests r JOIN elders e ON e.id = r.elder_id WHERE r.state = $1"
    row = await fetch_one(_Counted, f"{sql} AND {scope.clause(params)}", *params)
    return row.number if row else 0


class _Counted(msgspec.Struct, frozen=True):
    number: int


async def request(kernel: Kernel, scope: Scope, request_id: UUID) -> RequestRow:
    """One request in sight. Raises LevelTooLow, RequestNotFound."""
    scope.require(Level.FULL)
    params: list[object] = [request_id]
    where = f"r.id = $1 AND {scope.clause(params)}"
    row = await fetch_one(_RequestRow, _REQUESTS.format(where=where, limit=len(params) + 1), *params, 1)
    if row is None:
        raise RequestNotFound
    return _opened(kernel, row)


class _RequestRow(msgspec.Struct, frozen=True):
    id: UUID
    elder_id: UUID
    elder: str
    words: bytes
    state: str
    raised_by: str
    raised_at: datetime
    answer: bytes | None
    answered_by: str | None
    answered_at: datetime | None


_REQUESTS = """
SELECT r.id, r.elder_id, e.name AS elder, r.words, r.state, a.name AS raised_by, r.raised_at, r.answer,
  b.name AS answered_by, r.answered_at
FROM service_requests r JOIN elders e ON e.id = r.elder_id JOIN accounts a ON a.id = r.raised_by
LEFT JOIN accounts b ON b.id = r.answered_by
WHERE {where} ORDER BY r.id DESC LIMIT ${limit}
"""


def _opened(kernel: Kernel, row: _RequestRow) -> RequestRow:
    told = {**msgspec.structs.asdict(row), "state": RequestState(row.state)}
    for name in ("words", "answer"):
        sealed = told[name]
        if sealed is not None:
            told[name] = kernel.keys.decrypt(bytes(sealed), f"service_requests|{name}|{row.id}").decode()
    return RequestRow(**told)
