"""Reading incidents: the board of an office, what the family and the raiser see, counts for the county."""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.accounts.viewer import Viewer
from backend.audit.trail import record_reading
from backend.db import any_of, fetch, fetch_one
from backend.divisions.scope import Level, Scope
from backend.incidents.errors import IncidentNotFound
from backend.incidents.rules import (
    ConcernKind,
    IncidentLevel,
    IncidentOutcome,
    IncidentState,
    IncidentStep,
    Service,
    possible,
)
from backend.incidents.sight import hides_from, in_office, nearby
from backend.kit.kernel import Kernel
from backend.kit.pages import Page, decode_time_cursor, encode_time_cursor


class IncidentRow(msgspec.Struct, frozen=True):
    """An incident as a list shows one. `due_at`: until when the level asked last has to answer.

    `mine`: the asker raised it. `office`: the asker's office may lead it.
    """

    id: UUID
    elder_id: UUID
    elder: str
    village: str
    kind: ConcernKind
    state: IncidentState
    level: IncidentLevel
    noticed_at: datetime
    raised_at: datetime
    due_at: datetime | None
    closed_at: datetime | None
    owner: str | None
    mine: bool
    office: bool


async def incidents(
    scope: Scope,
    by: Viewer,
    *,
    closed: bool = False,
    elder_id: UUID | None = None,
    cursor: str | None = None,
    limit: int = 20,
) -> Page[IncidentRow]:
    """A page of the incidents in the asker's sight that are open, or closed; the latest first.

    Raises CursorNotReadable.
    """
    params: list[object] = []
    sql, seen = _rows_in_sight(scope, by, params)
    where = f"{seen} AND i.closed_at IS {'NOT ' if closed else ''}NULL"
    if elder_id:
        params.append(elder_id)
        where += f" AND i.elder_id = ${len(params)}"
    if cursor:
        params.extend(decode_time_cursor(cursor))
        where += f" AND (i.raised_at, i.id) < (${len(params) - 1}, ${len(params)})"
    params.append(limit + 1)
    order = f"ORDER BY i.raised_at DESC, i.id DESC LIMIT ${len(params)}"
    rows = await fetch(IncidentRow, f"{sql} WHERE {where} {order}", *params)
    last = rows[limit - 1] if len(rows) > limit else None
    return Page(tuple(rows[:limit]), encode_time_cursor(last.raised_at, last.id) if last else None)


def _rows_in_sight(scope: Scope, by: Viewer, params: list[object]) -> tuple[str, str]:
    """The selection of rows, and what narrows it to the asker's sight."""
    office, near = in_office(by, scope, params), nearby(by, scope, params)
    params.append(by.account_id)
    return _ROWS.format(office=office, account=len(params)), f"({office} OR {near})"


_ROWS = """
SELECT i.id, i.elder_id, e.name AS elder, d.name AS village, i.kind, i.state, i.level, i.noticed_at, i.raised_at,
  (SELECT MIN(s.due_at) FROM incident_steps s WHERE s.incident_id = i.id AND s.kind IN ('ask', 'alarm')
    AND s.done_at IS NULL AND s.voided_at IS NULL) AS due_at,
  i.closed_at, o.name AS owner, i.raised_by = ${account} AS mine, {office} AS office
FROM incidents i JOIN elders e ON e.id = i.elder_id JOIN divisions d ON d.id = e.village_id
LEFT JOIN accounts o ON o.id = i.owner_id
"""


class IncidentStepRow(msgspec.Struct, frozen=True):
    """One line of the history, done or due. `who`: who took the step, or who was asked, None where nobody is named."""

    step: IncidentStep
    level: IncidentLevel | None
    due_at: datetime
    done_at: datetime | None
    who: str | None
    service: Service | None
    happened_at: datetime | None
    taken_by: str | None
    words: str | None


class ToldRow(msgspec.Struct, frozen=True):
    """Somebody who was told, and whether it was read; `phone` to ring."""

    account_id: UUID
    name: str
    family: bool
    phone: str | None
    told_at: datetime
    read_at: datetime | None


class ReviewRow(msgspec.Struct, frozen=True):
    """The look back."""

    happened: str
    done: str
    change: str
    reviewed_by: str
    reviewed_at: datetime


class IncidentFile(msgspec.Struct, frozen=True):
    """One incident with its history. What only the office sees is None or empty for the others.

    `unread`: the asker was told and has not yet said so. `ring_task`: the open task to ring those who have not.
    """

    incident: IncidentRow
    words: str | None
    photo: bool
    unread: bool
    steps: list[IncidentStepRow]
    possible: list[IncidentStep]
    outcome: IncidentOutcome | None = None
    raised_by: str | None = None
    address: str | None = None
    names: list[str] = []
    told: list[ToldRow] = []
    ring_task: UUID | None = None
    review: ReviewRow | None = None


async def incident(kernel: Kernel, scope: Scope, by: Viewer, incident_id: UUID) -> IncidentFile:
    """One incident in sight; the reading is logged, not as what it is: the log is read by the family.

    Raises IncidentNotFound.
    """
    row = await sees(scope, by, incident_id)
    detail = await fetch_one(_Detail, _DETAIL, incident_id, by.account_id)
    if row is None or detail is None:
        raise IncidentNotFound
    await record_reading(
        kernel, by=by.actor, purpose=scope.purpose, elder_id=row.elder_id, what="file", subject_id=row.elder_id
    )
    mine, office = bool(row.mine), bool(row.office)
    file = IncidentFile(
        incident=row,
        words=_opened(kernel, "incidents|words", incident_id, detail.words) if office or mine else None,
        photo=(office or mine) and detail.photo_id is not None,
        unread=bool(detail.unread),
        steps=[_step(kernel, step, whole=office) for step in await fetch(_Step, _STEPS, incident_id)],
        possible=[],
        outcome=detail.outcome,
    )
    return await _whole(kernel, file, detail) if office else file


async def _whole(kernel: Kernel, file: IncidentFile, detail: "_Detail") -> IncidentFile:
    """With what the office that leads it sees."""
    about = file.incident
    return msgspec.structs.replace(
        file,
        possible=possible(about.state, about.level),
        raised_by=detail.raised_by,
        address=detail.address,
        names=[row.name for row in await fetch(_Name, _NAMES, about.id)],
        told=[_told(kernel, each) for each in await fetch(_Told, _TOLD, about.id)],
        ring_task=detail.ring_task,
        review=await _review(kernel, about.id),
    )


async def sees(scope: Scope, by: Viewer, incident_id: UUID) -> IncidentRow | None:
    """The incident, if it is in sight."""
    params: list[object] = []
    sql, seen = _rows_in_sight(scope, by, params)
    params.append(incident_id)
    return await fetch_one(IncidentRow, f"{sql} WHERE {seen} AND i.id = ${len(params)}", *params)


async def standing(scope: Scope, by: Viewer, incident_id: UUID) -> bool:
    """Whether the asker's office may lead this incident."""
    found = await sees(scope, by, incident_id)
    return found is not None and bool(found.office)


class IncidentPhoto(msgspec.Struct, frozen=True):
    """The picture of a concern, where its bytes lie, and whom it is about."""

    id: UUID
    key: str
    elder_id: UUID


async def photo(scope: Scope, by: Viewer, incident_id: UUID) -> IncidentPhoto:
    """The picture, for the office and for whoever raised it. Raises IncidentNotFound."""
    row = await sees(scope, by, incident_id)
    found = await fetch_one(IncidentPhoto, _PHOTO, incident_id)
    if row is None or found is None or not (row.office or row.mine):
        raise IncidentNotFound
    return found


_PHOTO = """
SELECT u.id, u.key, i.elder_id FROM incidents i JOIN uploads u ON u.id = i.photo_id WHERE i.id = $1
"""


class IncidentCount(msgspec.Struct, frozen=True):
    """How many incidents of one kind are open in one village, and how many of them nobody has answered."""

    division_id: UUID
    code: str
    division: str
    kind: ConcernKind
    open: int
    unanswered: int


async def incident_counts(scope: Scope, by: Viewer) -> list[IncidentCount]:
    """By village and kind, without those that name the asker. Raises LevelTooLow."""
    scope.require(Level.COUNTS)
    params: list[object] = [by.account_id]
    within = scope.division_clause(params, "e.village_id")
    return await fetch(IncidentCount, _COUNTS.format(within=within, hidden=hides_from("$1")), *params)


_COUNTS = """
SELECT d.id AS division_id, d.code, d.name AS division, i.kind, COUNT(*) AS open,
  COUNT(CASE WHEN i.state = 'raised' THEN 1 END) AS unanswered
FROM incidents i JOIN elders e ON e.id = i.elder_id JOIN divisions d ON d.id = e.village_id
WHERE i.closed_at IS NULL AND {within} AND NOT {hidden} GROUP BY d.id, d.code, d.name, i.kind ORDER BY d.code, i.kind
"""


class Led(msgspec.Struct, frozen=True):
    """An incident the asker's office may lead, and its elder."""

    id: UUID
    elder_id: UUID
    elder: str


async def led_among(scope: Scope, by: Viewer, incident_ids: list[UUID]) -> dict[UUID, Led]:
    """Those of the incidents that the asker's office may lead: whoever is hidden from one has no task of it either."""
    params: list[object] = [incident_ids]
    where = f"{any_of('i.id', 1)} AND {in_office(by, scope, params)}"
    sql = f"SELECT i.id, i.elder_id, e.name AS elder FROM incidents i JOIN elders e ON e.id = i.elder_id WHERE {where}"
    return {row.id: row for row in await fetch(Led, sql, *params)}


class _Detail(msgspec.Struct, frozen=True):
    words: bytes | None
    photo_id: UUID | None
    outcome: IncidentOutcome | None
    raised_by: str
    address: str
    unread: bool
    ring_task: UUID | None


_DETAIL = """
SELECT i.words, i.photo_id, i.outcome, a.name AS raised_by, e.address, EXISTS (
  SELECT 1 FROM incident_notices n WHERE n.incident_id = i.id AND n.account_id = $2 AND n.read_at IS NULL) AS unread,
  (SELECT k.id FROM tasks k WHERE k.subject_id = i.id AND k.kind = 'incident_call'
    AND k.settled_at IS NULL) AS ring_task
FROM incidents i JOIN accounts a ON a.id = i.raised_by JOIN elders e ON e.id = i.elder_id WHERE i.id = $1
"""


class _Step(msgspec.Struct, frozen=True):
    id: UUID
    step: IncidentStep
    level: IncidentLevel | None
    due_at: datetime
    done_at: datetime | None
    who: str | None
    service: Service | None
    happened_at: datetime | None
    taken_by: bytes | None
    words: bytes | None


_STEPS = """
SELECT s.id, s.kind AS step, s.level, s.due_at, s.done_at, a.name AS who, s.service, s.happened_at, s.taken_by, s.words
FROM incident_steps s LEFT JOIN accounts a ON a.id = COALESCE(s.taken_by_id, s.holder_id)
WHERE s.incident_id = $1 AND s.voided_at IS NULL AND s.kind <> 'ring'
ORDER BY COALESCE(s.done_at, s.due_at), s.number
"""


def _step(kernel: Kernel, row: _Step, *, whole: bool) -> IncidentStepRow:
    """Not `whole`: what was done and when, in nobody's words and without who raised it."""
    told = msgspec.structs.asdict(row)
    made: UUID = told.pop("id")
    for column in ("words", "taken_by"):
        told[column] = _opened(kernel, f"incident_steps|{column}", made, told[column]) if whole else None
    if not whole and row.step == IncidentStep.RAISE:
        told["who"] = None
    return IncidentStepRow(**told)


class _Told(msgspec.Struct, frozen=True):
    account_id: UUID
    name: str
    family: bool
    duty_id: UUID | None
    duty_phone: bytes | None
    member_id: UUID | None
    member_phone: bytes | None
    told_at: datetime
    read_at: datetime | None


_TOLD = """
SELECT n.account_id, a.name, n.family, h.id AS duty_id, h.phone AS duty_phone, f.id AS member_id,
  f.phone AS member_phone, n.told_at, n.read_at
FROM incident_notices n JOIN accounts a ON a.id = n.account_id JOIN incidents i ON i.id = n.incident_id
LEFT JOIN duty_holders h ON h.id = (
  SELECT g.id FROM duty_holders g WHERE g.account_id = n.account_id AND NOT n.family ORDER BY g.named_at DESC LIMIT 1)
LEFT JOIN family_members f ON f.id = (
  SELECT k.id FROM family_members k WHERE k.account_id = n.account_id AND k.elder_id = i.elder_id AND n.family
    AND k.ended_at IS NULL ORDER BY k.named_at DESC LIMIT 1)
WHERE n.incident_id = $1 ORDER BY n.told_at, n.id
"""


def _told(kernel: Kernel, row: _Told) -> ToldRow:
    phone = None
    if row.duty_id and row.duty_phone:
        phone = _opened(kernel, "duty_holders|phone", row.duty_id, row.duty_phone)
    elif row.member_id and row.member_phone:
        phone = _opened(kernel, "family_members|phone", row.member_id, row.member_phone)
    return ToldRow(row.account_id, row.name, bool(row.family), phone, row.told_at, row.read_at)


class _Name(msgspec.Struct, frozen=True):
    name: str


_NAMES = """
SELECT a.name FROM incident_names n JOIN accounts a ON a.id = n.account_id WHERE n.incident_id = $1 ORDER BY n.id
"""


class _Review(msgspec.Struct, frozen=True):
    id: UUID
    happened: bytes
    done: bytes
    change: bytes
    reviewed_by: str
    reviewed_at: datetime


async def _review(kernel: Kernel, incident_id: UUID) -> ReviewRow | None:
    row = await fetch_one(_Review, _REVIEW, incident_id)
    if row is None:
        return None

    def part(column: str, sealed: bytes) -> str:
        return _opened(kernel, f"incident_reviews|{column}", row.id, sealed) or ""

    return ReviewRow(
        happened=part("happened", row.happened),
        done=part("done", row.done),
        change=part("change", row.change),
        reviewed_by=row.reviewed_by,
        reviewed_at=row.reviewed_at,
    )


_REVIEW = """
SELECT r.id, r.happened, r.done, r.change, a.name AS reviewed_by, r.reviewed_at
FROM incident_reviews r JOIN accounts a ON a.id = r.reviewed_by WHERE r.incident_id = $1
"""


def _opened(kernel: Kernel, column: str, row_id: UUID, sealed: bytes | None) -> str | None:
    return kernel.keys.decrypt(bytes(sealed), f"{column}|{row_id}").decode() if sealed is not None else None
