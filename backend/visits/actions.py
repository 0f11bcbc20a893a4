"""Reporting visits.

`submit` is the hottest write there is: on PostgreSQL one read and one statement, on SQLite one transaction. Both
engines run the same tests.
"""

from contextlib import nullcontext
from datetime import date, datetime
from functools import cache
from uuid import UUID

import msgspec

from backend.accounts.viewer import Viewer
from backend.consents.errors import PhotosNotWanted
from backend.db import IntegrityError, any_of, fetch, on_postgres, transaction
from backend.elders.errors import ElderNotFound
from backend.elders.rules import PriorityTier
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel
from backend.outbox.idempotency import Answer, BusyElsewhere, KeyedWrite, replayed, seal_answer
from backend.policies.queries import in_force
from backend.policies.rules import VisitRhythm, read
from backend.visits.assignments import VISITORS
from backend.visits.errors import AlreadyReported, PhotoNotFound
from backend.visits.forms import FormKind, check_answers, form
from backend.visits.occasions import COUNTING, last_day
from backend.visits.proposing import check_proposal
from backend.visits.queries import answers_place, note_place
from backend.visits.rules import (
    NewReport,
    check_length,
    check_people,
    check_still_here,
    check_visit_time,
    days_between,
    is_late,
    next_due,
)
from backend.visits.storing import (
    CREATED,
    Judged,
    ReportMade,
    seal_needs,
    seal_proposals,
    store_at_once,
    store_by_rows,
)

_ATTEMPTS = 12
"""Of those who write to one elder's chain at once, each round lets one through."""


async def submit(kernel: Kernel, *, report: NewReport, write: KeyedWrite, by: Viewer) -> ReportMade:
    """Store what the visitor saw, move the next due day on, and tell it (R055, R071, R072).

    Keeps its own key: the same `write` again gets the same answer. On PostgreSQL two round trips; opens its own
    transaction on SQLite, so call it outside of any. Raises RoleCannot, KeyUsedForAnother, ElderNotFound,
    VisitInFuture, VisitTooLongAgo, VisitNotOver, PeopleNotCounted, FormNotKnown, AnswersNotOfForm, ProposalNotPossible,
    ElderHadLeft, PhotosNotWanted, PhotoNotFound, AlreadyReported, BusyElsewhere.
    """
    by.require(*VISITORS)
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
    high_risk: bool
    occasion_due_at: datetime | None
    photos: int
    no_photos: bool
    reported: bool


async def _ground(report: NewReport, write: KeyedWrite, by: Viewer) -> _Ground:
    params: list[object] = [
        *(by.account_id, write.route, write.key, report.elder_id, report.visited_at, by.today),
        list(report.photo_ids),
        report.mode,
        by.membership_id,
    ]
    within = by.scope.clause(params)
    [ground] = await fetch(_Ground, _ground_sql(within, any_of("u.id", 7)), *params)
    return ground


@cache
def _ground_sql(within: str, photos: str) -> str:
    rhythm = in_force(VisitRhythm.name, "e.village_id", "$6")
    return _GROUND.format(within=within, then_paired=_THEN_PAIRED, photos=photos, rhythm=rhythm, waiting=_WAITING)


_SEEN = f"""EXISTS (SELECT 1 FROM visit_reports r WHERE r.elder_id = o.elder_id AND r.visited_at >= o.opens_at
      AND {COUNTING.format(report="r", occasion="o")})"""
_WAITING = f"""(SELECT min(o.due_at) FROM visit_occasions o WHERE o.elder_id = e.id AND NOT (
    o.opens_at <= $5 AND ($8 = 'home' OR (o.by_phone AND $8 IN ('phone', 'video')))) AND NOT {_SEEN})"""
"""When the first occasion is due that neither this visit nor an earlier one meets."""


# A phone without a network learns late that its pairing has ended: what was done before counts.
_THEN_PAIRED = """EXISTS (SELECT 1 FROM pairings p JOIN ties t ON t.id = p.tie_id
  WHERE p.elder_id = $4 AND t.membership_id = $9 AND p.started_at <= $5 AND p.ended_at > $5)"""
_GROUND = """
SELECT k.id AS answer_id, k.body_hash, k.answer, e.id AS elder_id, e.tier, e.registered_at, e.left_on,
  v.last_visit_at, h.number, h.link, {rhythm} AS rhythm,
  EXISTS (SELECT 1 FROM alerts a
          WHERE a.elder_id = e.id AND a.kind = 'high_risk' AND a.ended_at IS NULL) AS high_risk,
  {waiting} AS occasion_due_at,
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
    _check_told(report, now)
    check_still_here(report.visited_at, ground.left_on)
    if ground.reported:
        raise AlreadyReported
    if report.photo_ids and ground.no_photos:
        raise PhotosNotWanted(field="photo_ids")
    if ground.photos != len(report.photo_ids):
        raise PhotoNotFound(field="photo_ids")
    last = max(report.visited_at, ground.last_visit_at or report.visited_at)
    days = days_between(ground.tier, read(VisitRhythm, ground.rhythm), high_risk=ground.high_risk)
    due_on = next_due(days, last=last, registered_at=ground.registered_at)
    if ground.occasion_due_at is not None:
        due_on = min(due_on, last_day(ground.occasion_due_at))
    made = ReportMade(
        id=uuid7(),
        late=is_late(report.visited_at, now),
        next_due_on=due_on,
        first_again=_is_first(report) and ground.last_visit_at is not None,
    )
    answer_id = uuid7()
    return Judged(
        report=report,
        made=made,
        received_at=now,
        last_visit_at=last,
        note=kernel.keys.encrypt(report.note.encode(), note_place(made.id)) if report.note else None,
        photo_ids=msgspec.json.encode(report.photo_ids).decode(),
        answers=_sealed_answers(kernel, report, made.id) if report.answers else None,
        needs=seal_needs(kernel, report),
        proposals=seal_proposals(kernel, report),
        answer_id=answer_id,
        answer=seal_answer(kernel, answer_id, Answer(CREATED, msgspec.json.encode(made))),
        number=ground.number,
        link=ground.link,
    )


def _check_told(report: NewReport, now: datetime) -> None:
    check_length(report.visited_at, report.minutes, now)
    check_people(report.present, report.people)
    check_answers(report.form, report.answers)
    for proposal in report.proposals:
        check_proposal(proposal)


def _is_first(report: NewReport) -> bool:
    return report.form is not None and form(report.form).kind is FormKind.FIRST


def _sealed_answers(kernel: Kernel, report: NewReport, report_id: UUID) -> bytes:
    return kernel.keys.encrypt(msgspec.json.encode(report.answers), answers_place(report_id))
