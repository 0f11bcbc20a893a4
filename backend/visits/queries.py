"""Reading visits: what is due, and what visitors saw. Whoever reads reports is logged in the same breath."""

from datetime import UTC, date, datetime
from functools import cache
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

from backend.accounts.roles import Role
from backend.audit.trail import Actor, record_reading
from backend.consents.queries import SHOWN, hiding, sees
from backend.consents.rules import Matter
from backend.db import fetch, fetch_one, id_list, on_postgres, transaction
from backend.divisions.scope import Level, Scope
from backend.kit.kernel import Kernel
from backend.kit.pages import CursorNotReadable, Page, decode_row_cursor, encode_cursor
from backend.visits.errors import ReportNotFound
from backend.visits.forms import form
from backend.visits.rules import DueState, Finding, Present, VisitMode, VisitPlace, due_state
from backend.visits.sharing import DOMAINS, LIFE


class _DueRecord(msgspec.Struct, frozen=True):
    elder_id: UUID
    name: str
    village_id: UUID
    village: str
    address: str
    tier: str
    living_alone: bool
    due_on: date
    last_visit_at: datetime | None


class DueRow(_DueRecord, frozen=True):
    """One elder to be visited, and how that stands today."""

    state: DueState


async def due_list(scope: Scope, *, cursor: str | None = None, limit: int = 50) -> Page[DueRow]:
    """A page of the elders in sight by the day their next visit is due: the overdue first, neighbours together (R055).

    Raises LevelTooLow, CursorNotReadable.
    """
    scope.require(Level.CARD)
    params: list[object] = []
    where = f"e.left_on IS NULL AND {scope.clause(params)}"
    if cursor:
        due_on, elder_id = decode_row_cursor(cursor)
        params.extend((_day(due_on), elder_id))
        day, last = f"${len(params) - 1}", f"${len(params)}"
        where += _DUE_AFTER.format(day=day, last=last)
    params.append(limit + 1)
    records = await fetch(_DueRecord, _DUE.format(where=where, limit=len(params)), *params)
    rows = tuple(
        DueRow(**msgspec.structs.asdict(record), state=due_state(record.due_on, scope.today))
        for record in records[:limit]
    )
    more = len(records) > limit
    return Page(rows, encode_cursor(rows[-1].due_on.isoformat(), str(rows[-1].elder_id)) if more else None)


_DUE = """
SELECT e.id AS elder_id, e.name, e.village_id, d.name AS village, e.address, e.tier, e.living_alone,
  v.due_on, v.last_visit_at
FROM visits_due v JOIN elders e ON e.id = v.elder_id JOIN divisions d ON d.id = e.village_id
WHERE {where} ORDER BY v.due_on, d.code, e.address, e.id LIMIT ${limit}
"""
# The address, a personal value, is looked up instead of standing in the cursor.
_DUE_AFTER = """ AND v.due_on >= {day} AND (v.due_on, d.code, e.address, e.id) > ({day},
  (SELECT ld.code FROM elders le JOIN divisions ld ON ld.id = le.village_id WHERE le.id = {last}),
  (SELECT le.address FROM elders le WHERE le.id = {last}), {last})"""


def _words(kind: type[VisitMode] | type[Finding]) -> Meta:
    """The words of an enum, for a field that holds one of them just as the database gives it."""
    return Meta(extra_json_schema={"enum": [word.value for word in kind]})


Mode = Annotated[str, _words(VisitMode)]
Found = Annotated[str, _words(Finding)]


class ReportRow(msgspec.Struct, frozen=True):
    """One report in a list; what the visitor wrote is read with the report alone. What the elder does not want shown
    to the asker is null, or missing."""

    id: UUID
    elder_id: UUID
    elder: str
    visited_at: datetime
    received_at: datetime
    late: bool
    mode: Mode
    visitor: str
    health: Found | None
    economy: Found | None
    family_duty: Found | None
    safety: Found | None
    needs: Found | None
    hygiene: Found | None
    photo_ids: list[UUID]
    has_note: bool
    minutes: int | None


_COLUMNS = """r.id, r.elder_id, e.name AS elder, r.visited_at, r.received_at, r.late, r.mode, a.name AS visitor,
  {findings}, {hygiene}, {photo_ids} AS photo_ids, {note} IS NOT NULL AS has_note, r.minutes"""
_FROM = """
FROM visit_reports r JOIN elders e ON e.id = r.elder_id JOIN accounts a ON a.id = r.visitor_id"""
_NEWEST_FIRST = "visited_at DESC, id DESC"

_LOGGED = """
WITH page AS ({page}), logged AS (
  INSERT INTO readings (id, at, account_id, role, purpose, elder_id, what)
  SELECT gen_random_uuid(), ${at}, ${account}, ${role}, ${purpose}, elder_id, 'visit_reports'
  FROM (SELECT elder_id FROM page ORDER BY {order} LIMIT ${limit}) shown GROUP BY elder_id)
SELECT * FROM page ORDER BY {order}
"""


async def reports(
    scope: Scope,
    *,
    kernel: Kernel,
    by: Actor,
    elder_id: UUID | None = None,
    cursor: str | None = None,
    limit: int = 20,
) -> Page[ReportRow]:
    """A page of the reports in sight, of one elder when given, newest visit first; `by` is logged once per elder shown.

    On PostgreSQL page and log are one statement. Raises LevelTooLow, CursorNotReadable.
    """
    scope.require(Level.CARD)
    params: list[object] = []
    where = scope.clause(params)
    columns = _columns(scope, len(params))
    if elder_id is not None:
        params.append(elder_id)
        where += f" AND r.elder_id = ${len(params)}"
    if cursor is not None:
        visited_at, last_id = decode_row_cursor(cursor)
        params.extend((_moment(visited_at), last_id))
        where += f" AND (r.visited_at, r.id) < (${len(params) - 1}, ${len(params)})"
    params.append(limit)
    if on_postgres():
        sql = _logged_page(columns, where, len(params))
        rows = await fetch(ReportRow, sql, *params, kernel.clock.now(), by.account_id, by.role, scope.purpose)
    else:
        rows = await _page_then_log(_page(columns, where, len(params)), params, limit, scope, kernel, by)
    last = rows[limit - 1] if len(rows) > limit else None
    return Page(tuple(rows[:limit]), encode_cursor(last.visited_at.isoformat(), str(last.id)) if last else None)


def findings(scope: Scope, parameter: int) -> str:
    """The five domains of a report `r`, each as far as the asker may see it; `$parameter` lists the elders tied to."""
    return ", ".join(_finding(domain, matter, scope, parameter) for domain, matter in DOMAINS.items())


def _finding(domain: str, matter: Matter, scope: Scope, parameter: int) -> str:
    hidden = hiding(matter, scope, "r.elder_id", parameter)
    if hidden == SHOWN:
        return f"r.{domain}"
    alarm = f"r.{domain} = '{Finding.HELP}' OR " if domain in LIFE else ""
    return f"CASE WHEN {alarm}NOT {hidden} THEN r.{domain} END AS {domain}"


def photos(scope: Scope, parameter: int) -> str:
    """The ids of a report's photos as far as the asker may see them, as `findings` are; a list, as `fetch` reads it."""
    pictures = hiding(Matter.PICTURES, scope, "r.elder_id", parameter)
    return id_list("r.photo_ids" if pictures == SHOWN else f"CASE WHEN {pictures} THEN '[]' ELSE r.photo_ids END")


def _columns(scope: Scope, parameter: int) -> str:
    return _COLUMNS.format(
        findings=findings(scope, parameter),
        hygiene=_finding("hygiene", Matter.SAFETY, scope, parameter),
        photo_ids=photos(scope, parameter),
        note=_note(scope, parameter),
    )


def _note(scope: Scope, parameter: int) -> str:
    words = hiding(Matter.WORDS, scope, "r.elder_id", parameter)
    return "r.note" if words == SHOWN else f"CASE WHEN NOT {words} THEN r.note END"


def _page(columns: str, where: str, limit: int) -> str:
    return f"SELECT {columns}{_FROM} WHERE {where} ORDER BY r.visited_at DESC, r.id DESC LIMIT ${limit} + 1"


@cache
def _logged_page(columns: str, where: str, limit: int) -> str:
    """The page with its log, for PostgreSQL. There are few of them, and each is asked often."""
    return _LOGGED.format(
        page=_page(columns, where, limit),
        order=_NEWEST_FIRST,
        limit=limit,
        at=limit + 1,
        account=limit + 2,
        role=limit + 3,
        purpose=limit + 4,
    )


async def _page_then_log(
    sql: str, params: list[object], limit: int, scope: Scope, kernel: Kernel, by: Actor
) -> list[ReportRow]:
    async with transaction():
        rows = await fetch(ReportRow, sql, *params)
        for elder_id in {row.elder_id for row in rows[:limit]}:
            await record_reading(kernel, by=by, purpose=scope.purpose, elder_id=elder_id, what="visit_reports")
    return rows


class _ReportRecord(ReportRow, frozen=True):
    note: bytes | None
    form: str | None
    answers: bytes | None
    place: str | None
    present: str
    people: int | None
    visitor_role: str | None


class Report(ReportRow, frozen=True):
    """One report with what the visitor wrote; `note` is None too for those who see cards only, or saw it by a
    consent taken back. `answers` by the items of `form`, those about what the elder does not want shown left out."""

    note: str | None
    form: str | None
    answers: dict[str, list[str]]
    place: VisitPlace | None
    present: list[Present]
    people: int | None
    visitor_role: Role | None


async def report(scope: Scope, report_id: UUID, *, kernel: Kernel, by: Actor) -> Report:
    """One report in sight; `by` is logged. Raises LevelTooLow, ReportNotFound."""
    scope.require(Level.CARD)
    params: list[object] = [report_id]
    where = scope.clause(params)
    columns, note = _columns(scope, len(params)), _note(scope, len(params))
    sql = f"SELECT {columns}, {note} AS note, {_DETAIL}{_FROM} WHERE r.id = $1 AND {where}"
    async with transaction():
        record = await fetch_one(_ReportRecord, sql, *params)
        if record is None:
            raise ReportNotFound
        await record_reading(
            kernel, by=by, purpose=scope.purpose, elder_id=record.elder_id, what="visit_report", subject_id=record.id
        )
    row = msgspec.structs.asdict(record)
    sealed = row.pop("note")
    shown = sealed is not None and scope.level >= Level.FULL
    told = row | {
        "note": kernel.keys.decrypt(sealed, note_place(record.id)).decode() if shown else None,
        "answers": await _answers(scope, record, kernel),
        "place": await _place(scope, record),
        "present": msgspec.json.decode(record.present, type=list[Present]),
        "visitor_role": Role(record.visitor_role) if record.visitor_role else None,
    }
    return Report(**told)


async def _place(scope: Scope, record: _ReportRecord) -> VisitPlace | None:
    """Where the elder was met; that it was in hospital is a matter of health."""
    place = VisitPlace(record.place) if record.place else None
    if place is VisitPlace.HOSPITAL and not await sees(scope, record.elder_id, Matter.HEALTH):
        return None
    return place


_DETAIL = "r.form, r.answers, r.place, r.present, r.people, r.visitor_role"


async def _answers(scope: Scope, record: _ReportRecord, kernel: Kernel) -> dict[str, list[str]]:
    """The answers about matters that may be shown within the scope; words are the visitor's words."""
    if record.answers is None or record.form is None or scope.level < Level.FULL:
        return {}
    plain = kernel.keys.decrypt(bytes(record.answers), answers_place(record.id))
    given = msgspec.json.decode(plain, type=dict[str, list[str]])
    items = form(record.form).by_key
    matters = {key: items[key].matter for key in given}
    seen = {matter for matter in set(matters.values()) if await sees(scope, record.elder_id, matter)}
    return {key: chosen for key, chosen in given.items() if matters[key] in seen}


def note_place(report_id: UUID) -> str:
    """Where a report's note lies, as its encryption is bound to it."""
    return f"visit_reports|note|{report_id}"


def answers_place(report_id: UUID) -> str:
    """Where a report's answers lie, as their encryption is bound to it."""
    return f"visit_reports|answers|{report_id}"


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise CursorNotReadable(field="cursor") from None


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text).astimezone(UTC)
    except (ValueError, OverflowError):
        raise CursorNotReadable(field="cursor") from None
