"""Reporting visits, and planning the first one.

`submit` is the hottest write there is: on PostgreSQL one read and one statement, on SQLite one transaction. Both
engines run the same tests.
"""

from contextlib import nullcontext
from datetime import date, datetime
from functools import cache
from uuid import UUID

import msgspec

from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.consents.errors import PhotosNotWanted
from backend.db import IntegrityError, any_of, execute, fetch, fetch_one, on_postgres, transaction
from backend.elders.errors import ElderNotFound
from backend.elders.facts import ElderCameBack, ElderRegistered, TierChanged
from backend.elders.rules import PriorityTier
from backend.kit.clock import shanghai_day
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel
from backend.outbox.box import Entry
from backend.outbox.idempotency import Answer, BusyElsewhere, KeyedWrite, replayed, seal_answer
from backend.policies.queries import in_force
from backend.policies.rules import VisitRhythm, read
from backend.visits.errors import AlreadyReported, PhotoNotFound
from backend.visits.models import VisitDue
from backend.visits.queries import note_place
from backend.visits.rules import NewReport, check_still_here, check_visit_time, days_between, is_late, next_due
from backend.visits.storing import CREATED, Judged, ReportMade, store_at_once, store_by_rows

_ATTEMPTS = 12
"""Of those who write to one elder's chain at once, each round lets one through."""


async def submit(kernel: Kernel, *, report: NewReport, write: KeyedWrite, by: Viewer) -> ReportMade:
    """Store what the visitor saw, move the next due day on, and tell it (R055, R071, R072).

    Keeps its own key: the same `write` again gets the same answer. On PostgreSQL two round trips; opens its own
    transaction on SQLite, so call it outside of any. Raises RoleCannot, KeyUsedForAnother, ElderNotFound,
    VisitInFuture, VisitTooLongAgo, ElderHadLeft, PhotosNotWanted, PhotoNotFound, AlreadyReported, BusyElsewhere.
    """
    by.require(Role.VOLUNTEER, Role.CAREGIVER, Role.COMMITTEE)
    for _ in range(_ATTEMPTS):
        try:
            made = await _attempt(kernel, report, write, by)
        except IntegrityError:
            continue
        if made is not None:
            return made
    raise BusyElsewhere


async def _attempt(kernel: Kernel, report: NewReport, write: KeyedWrite, by: Viewer) -> ReportMade | None:
    """None when somebody else wrote to the elder's chain between the read and the write."""
    at_once = on_postgres()
    async with nullcontext() if at_once else transaction():
        ground = await _ground(report, write, by)
        if ground.answer_id and ground.body_hash and ground.answer:
            before = replayed(
                kernel,
                write,
                answer_id=ground.answer_id,
                body_hash=ground.body_hash,
                status=CREATED,
                sealed=ground.answer,
            )
            return msgspec.json.decode(before.body, type=ReportMade)
        judged = _judge(kernel, report, ground)
        if not at_once:
            await store_by_rows(kernel, judged, write=write, by=by)
        elif not await store_at_once(kernel, judged, write=write, by=by):
            return None
        return judged.made


class _Ground(msgspec.Struct, frozen=True):
    """All that a report is judged on, as it stood in one moment."""

    answer_id: UUID | None
    body_hash: bytes | None
    answer: bytes | None
    elder_id: UUID | None
    tier: PriorityTier | None
    registered_at: datetime | None
    left_on: date | None
    last_visit_at: datetime | None
    number: int | None
    link: bytes | None
    rhythm: str | None
    photos: int
    no_photos: bool
    reported: bool


async def _ground(report: NewReport, write: KeyedWrite, by: Viewer) -> _Ground:
    params: list[object] = [
        *(by.account_id, write.route, write.key, report.elder_id, report.visited_at, by.today),
        *(list(report.photo_ids), by.membership_id),
    ]
    within = by.scope.clause(params)
    [ground] = await fetch(_Ground, _ground_sql(within, any_of("u.id", 7)), *params)
    return ground


@cache
def _ground_sql(within: str, photos: str) -> str:
    return _GROUND.format(
        within=within, then_paired=_THEN_PAIRED, photos=photos, rhythm=in_force(VisitRhythm.name, "e.village_id", "$6")
    )


# A phone without a network learns late that its pairing has ended: what was done before counts (design 5.11).
_THEN_PAIRED = """EXISTS (SELECT 1 FROM pairings p JOIN ties t ON t.id = p.tie_id
  WHERE p.elder_id = $4 AND t.membership_id = $8 AND p.started_at <= $5 AND p.ended_at > $5)"""
_GROUND = """
SELECT k.id AS answer_id, k.body_hash, k.answer, e.id AS elder_id, e.tier, e.registered_at, e.left_on,
  v.last_visit_at, h.number, h.link, {rhythm} AS rhythm,
  (SELECT count(*) FROM uploads u WHERE {photos} AND u.account_id = $1 AND u.elder_id IS NULL) AS photos,
  COALESCE((SELECT NOT c.given FROM consents c WHERE c.whose = 'elder' AND c.person_id = $4 AND c.purpose = 'photos'
            ORDER BY c.number DESC LIMIT 1), 1 = 0) AS no_photos,
  EXISTS (SELECT 1 FROM visit_reports r
          WHERE r.elder_id = $4 AND r.visitor_id = $1 AND r.visited_at = $5) AS reported
FROM (SELECT 1) AS always
LEFT JOIN idempotent_answers k ON k.account_id = $1 AND k.route = $2 AND k.key = $3
LEFT JOIN elders e ON e.id = $4 AND ({within} OR {then_paired})
LEFT JOIN visits_due v ON v.elder_id = e.id
LEFT JOIN chain_heads h ON h.subject_id = e.id
"""


def _judge(kernel: Kernel, report: NewReport, ground: _Ground) -> Judged:
    """Everything there is to decide about the report. Raises its refusals."""
    now = kernel.clock.now()
    if ground.elder_id is None or ground.tier is None or ground.registered_at is None:
        raise ElderNotFound(field="elder_id")
    check_visit_time(report.visited_at, now)
    check_still_here(report.visited_at, ground.left_on)
    if ground.reported:
        raise AlreadyReported
    if report.photo_ids and ground.no_photos:
        raise PhotosNotWanted(field="photo_ids")
    if ground.photos != len(report.photo_ids):
        raise PhotoNotFound(field="photo_ids")
    last = max(report.visited_at, ground.last_visit_at or report.visited_at)
    days = days_between(ground.tier, read(VisitRhythm, ground.rhythm))
    made = ReportMade(
        id=uuid7(),
        late=is_late(report.visited_at, now),
        next_due_on=next_due(days, last=last, registered_at=ground.registered_at),
    )
    answer_id = uuid7()
    return Judged(
        report=report,
        made=made,
        received_at=now,
        last_visit_at=last,
        note=kernel.keys.encrypt(report.note.encode(), note_place(made.id)) if report.note else None,
        photo_ids=msgspec.json.encode(report.photo_ids).decode(),
        answer_id=answer_id,
        answer=seal_answer(kernel, answer_id, Answer(CREATED, msgspec.json.encode(made))),
        number=ground.number,
        link=ground.link,
    )


class _Unplanned(msgspec.Struct, frozen=True):
    tier: PriorityTier
    registered_at: datetime
    rhythm: str | None


async def on_elder_registered(entry: Entry) -> None:
    """Handler of ElderRegistered: the first visit falls due. Where a due day stands already, nothing changes."""
    elder_id = msgspec.json.decode(entry.payload, type=ElderRegistered).elder_id
    day = shanghai_day(entry.created_at)
    found = await fetch_one(_Unplanned, _UNPLANNED, elder_id, day)
    if found is not None:
        days = days_between(found.tier, read(VisitRhythm, found.rhythm))
        await execute(_PLAN, elder_id, next_due(days, last=None, registered_at=found.registered_at))


async def on_tier_changed(entry: Entry) -> None:
    """Handler of TierChanged: who is to be visited more often is visited sooner (R029), today at the soonest.

    Asks what holds now, so neither order nor repetition matters. A milder tier leaves the day that was planned.
    """
    elder_id = entry.fact(TierChanged).elder_id
    day = shanghai_day(entry.created_at)
    async with transaction():
        due = await VisitDue.filter(elder_id=elder_id).select_for_update().first()
        found = await fetch_one(_Unplanned, _UNPLANNED, elder_id, day)
        if due is None or found is None:
            return
        days = days_between(found.tier, read(VisitRhythm, found.rhythm))
        sooner = max(next_due(days, last=due.last_visit_at, registered_at=found.registered_at), day)
        if sooner < due.due_on:
            await VisitDue.filter(elder_id=elder_id).update(due_on=sooner)


_UNPLANNED = f"""
SELECT e.tier, e.registered_at, {in_force(VisitRhythm.name, "e.village_id", "$2")} AS rhythm
FROM elders e WHERE e.id = $1
"""
_PLAN = "INSERT INTO visits_due (elder_id, due_on) VALUES ($1, $2) ON CONFLICT (elder_id) DO NOTHING"


async def on_elder_came_back(entry: Entry) -> None:
    """Handler of ElderCameBack: the next visit falls due as a first one would; one due later than that stays so."""
    elder_id = msgspec.json.decode(entry.payload, type=ElderCameBack).elder_id
    found = await fetch_one(_Unplanned, _UNPLANNED, elder_id, shanghai_day(entry.created_at))
    if found is not None:
        days = days_between(found.tier, read(VisitRhythm, found.rhythm))
        await execute(_PLAN_AGAIN, elder_id, next_due(days, last=None, registered_at=entry.created_at))


_PLAN_AGAIN = """
INSERT INTO visits_due (elder_id, due_on) VALUES ($1, $2)
ON CONFLICT (elder_id) DO UPDATE SET due_on = excluded.due_on WHERE visits_due.due_on < excluded.due_on
"""
