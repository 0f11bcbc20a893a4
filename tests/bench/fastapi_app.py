"""`python -m tests.bench.fastapi_app port database-url`: the two measured routes as users of FastAPI would write them.

FastAPI, pydantic and SQLAlchemy 2's ORM on asyncpg, over the same tables. Session, sight of the elder, reading log,
idempotency, encryption, audit chain, due day and outbox are all done; cryptography and due days are the product's own
functions, which an author of either application would call alike.
"""

import base64
import hashlib
import json
import secrets
import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Annotated
from uuid import UUID

import uvicorn
from fastapi import Depends, FastAPI, Header, HTTPException, Query, Request, Response
from sqlalchemy import exists, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import joinedload

from backend.audit.chain import Link, commit, link_hash
from backend.bootstrap import key_ring
from backend.elders.rules import PriorityTier
from backend.kit.clock import shanghai_day
from backend.kit.errors import Refusal
from backend.kit.ids import uuid7
from backend.policies.rules import VisitRhythm, read
from backend.settings import Settings
from backend.visits.forms import FormKind, check_answers, form
from backend.visits.rules import (
    check_length,
    check_people,
    days_between,
    is_late,
    next_due,
)
from tests.bench import fastapi_tables as tables
from tests.bench.fastapi_schemas import NewReport, Report, ReportMade, ReportPage

KEYS = key_ring(Settings.read({}))
POOL = 5

app = FastAPI()


async def database(request: Request) -> AsyncIterator[AsyncSession]:
    """One session per request."""
    async with request.app.state.sessions() as session:
        yield session


Database = Annotated[AsyncSession, Depends(database)]


async def signed_in(database: Database, authorization: Annotated[str, Header()]) -> tables.Session:
    """The open session behind the token, with its account, membership and ties."""
    hashed = hashlib.sha256(authorization.removeprefix("Bearer ").encode()).digest()
    found = await database.scalar(
        select(tables.Session)
        .where(
            tables.Session.token_hash == hashed,
            tables.Session.ended_at.is_(None),
            tables.Session.expires_at > datetime.now(UTC),
        )
        .options(
            joinedload(tables.Session.account),
            joinedload(tables.Session.membership).selectinload(tables.Membership.ties),
        )
    )
    if found is None:
        raise HTTPException(401)
    return found


Viewer = Annotated[tables.Session, Depends(signed_in)]


def in_sight(viewer: tables.Session) -> list[UUID]:
    """The elders the viewer is tied to today."""
    today = shanghai_day(datetime.now(UTC))
    ties = viewer.membership.ties
    return [tie.elder_id for tie in ties if tie.starts_on <= today and (tie.ends_on is None or tie.ends_on > today)]


@app.get("/api/visits/reports")
async def list_reports(
    database: Database,
    viewer: Viewer,
    elder_id: UUID | None = None,
    cursor: str | None = None,
    limit: Annotated[int, Query(ge=1, le=50)] = 20,
) -> ReportPage:
    """A page of the reports in sight, newest visit first; the reading is logged."""
    found = tables.VisitReport
    query = select(found).where(found.elder_id.in_(in_sight(viewer)))
    if elder_id is not None:
        query = query.where(found.elder_id == elder_id)
    if cursor is not None:
        at, last = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode().split("\x1f")
        query = query.where(tuple_(found.visited_at, found.id) < (datetime.fromisoformat(at), UUID(last)))
    reports = (
        await database.scalars(
            query.options(joinedload(found.elder), joinedload(found.visitor))
            .order_by(found.visited_at.desc(), found.id.desc())
            .limit(limit + 1)
        )
    ).all()
    shown, last_shown = reports[:limit], reports[limit - 1] if len(reports) > limit else None
    for each in {report.elder_id for report in shown}:
        database.add(
            tables.Reading(
                at=datetime.now(UTC),
                account_id=viewer.account_id,
                role=viewer.membership.role,
                purpose="family",
                elder_id=each,
                what="visit_reports",
            )
        )
    await database.commit()
    mark = f"{last_shown.visited_at.isoformat()}\x1f{last_shown.id}" if last_shown else None
    return ReportPage(
        items=[_shown(report) for report in shown],
        next_cursor=base64.urlsafe_b64encode(mark.encode()).decode().rstrip("=") if mark else None,
    )


def _shown(report: tables.VisitReport) -> Report:
    return Report(
        id=report.id,
        elder_id=report.elder_id,
        elder=report.elder.name,
        visited_at=report.visited_at,
        received_at=report.received_at,
        late=report.late,
        mode=report.mode,
        visitor=report.visitor.name,
        health=report.health,
        economy=report.economy,
        family_duty=report.family_duty,
        safety=report.safety,
        needs=report.needs,
        hygiene=report.hygiene,
        photo_ids=json.loads(report.photo_ids),
        has_note=report.note is not None,
        minutes=report.minutes,
    )


@app.post("/api/visits/reports", status_code=201)
async def submit_report(
    request: Request,
    report: NewReport,
    database: Database,
    viewer: Viewer,
    idempotency_key: Annotated[UUID, Header()],
) -> Response:
    """Store what the visitor saw, once per key, with its audit event, its fact and the next due day."""
    now, route = datetime.now(UTC), "POST /api/visits/reports"
    hashed = KEYS.keyed_hash(request.url.path.encode() + b"\x00" + await request.body(), "idempotency")
    answers = tables.IdempotentAnswer
    before = await database.scalar(
        select(answers).where(
            answers.account_id == viewer.account_id, answers.route == route, answers.key == idempotency_key
        )
    )
    if before is not None:
        if before.body_hash != hashed:
            raise HTTPException(409)
        body = KEYS.decrypt(before.answer, f"idempotent_answers|answer|{before.id}")
        return Response(body, before.status, media_type="application/json")
    elder = await database.get(tables.Elder, report.elder_id)
    if elder is None or elder.id not in in_sight(viewer):
        raise HTTPException(404)
    made = await _store(database, viewer, report, elder, now)
    answer = made.model_dump_json().encode()
    answer_id = uuid7()
    sealed = KEYS.encrypt(answer, f"idempotent_answers|answer|{answer_id}")
    database.add(
        answers(
            id=answer_id,
            account_id=viewer.account_id,
            route=route,
            key=idempotency_key,
            body_hash=hashed,
            status=201,
            answer=sealed,
            created_at=now,
        )
    )
    await database.commit()
    return Response(answer, 201, media_type="application/json")


async def _store(
    database: AsyncSession, viewer: tables.Session, report: NewReport, elder: tables.Elder, now: datetime
) -> ReportMade:
    visit = tables.VisitReport
    twice = exists().where(
        visit.elder_id == elder.id, visit.visitor_id == viewer.account_id, visit.visited_at == report.visited_at
    )
    if await database.scalar(select(twice)):
        raise HTTPException(409)
    await _take_photos(database, viewer, report)
    _check_told(report, now)
    made_id = uuid7()
    note = KEYS.encrypt(report.note.encode(), f"visit_reports|note|{made_id}") if report.note else None
    answers = json.dumps(report.answers).encode() if report.answers else None
    late = is_late(report.visited_at, now)
    database.add(
        visit(
            **report.model_dump(exclude={"note", "photo_ids", "answers", "present", "need_items", "proposals"}),
            id=made_id,
            visitor_id=viewer.account_id,
            visitor_role=viewer.membership.role,
            received_at=now,
            late=late,
            note=note,
            answers=KEYS.encrypt(answers, f"visit_reports|answers|{made_id}") if answers else None,
            present=json.dumps(report.present),
            photo_ids=json.dumps([str(each) for each in report.photo_ids]),
        )
    )
    _add_findings(database, viewer, report, made_id, now)
    first = report.form is not None and form(report.form).kind is FormKind.FIRST
    due_on, known = await _move_due_day(database, report, elder, now)
    await _audit(database, viewer, report, made_id, late, now)
    fact = json.dumps({"report_id": str(made_id), "elder_id": str(elder.id)})
    database.add(tables.OutboxEntry(topic="VisitReported", payload=fact, created_at=now, due_at=now))
    return ReportMade(id=made_id, late=late, next_due_on=due_on, first_again=first and known)


def _check_told(report: NewReport, now: datetime) -> None:
    try:
        check_length(report.visited_at, report.minutes, now)
        check_people(tuple(report.present), report.people)
        check_answers(report.form, {key: tuple(given) for key, given in report.answers.items()})
    except Refusal as refusal:
        raise HTTPException(422) from refusal


def _add_findings(
    database: AsyncSession, viewer: tables.Session, report: NewReport, made_id: UUID, now: datetime
) -> None:
    def sealed(where: str, text: str | None) -> bytes | None:
        return KEYS.encrypt(text.encode(), where) if text else None

    of_report = {"elder_id": report.elder_id, "report_id": made_id, "state": "open"}
    for need in report.need_items:
        need_id = uuid7()
        words = sealed(f"visit_needs|words|{need_id}", need.words)
        opened = {"opened_by": viewer.account_id, "opened_at": now}
        database.add(tables.VisitNeed(**of_report, **opened, id=need_id, kind=need.kind, words=words))
    for proposal in report.proposals:
        made = uuid7()
        database.add(
            tables.ProfileProposal(
                **of_report,
                id=made,
                field=proposal.field,
                value=sealed(f"profile_proposals|value|{made}", proposal.value),
                words=sealed(f"profile_proposals|words|{made}", proposal.words),
                proposed_by=viewer.account_id,
                proposed_at=now,
            )
        )


async def _take_photos(database: AsyncSession, viewer: tables.Session, report: NewReport) -> None:
    if not report.photo_ids:
        return
    uploads = await database.scalars(select(tables.Upload).where(tables.Upload.id.in_(report.photo_ids)))
    mine = [each for each in uploads if each.account_id == viewer.account_id and each.elder_id is None]
    if len(mine) != len(report.photo_ids):
        raise HTTPException(422)
    for each in mine:
        each.elder_id = report.elder_id


async def _move_due_day(
    database: AsyncSession, report: NewReport, elder: tables.Elder, now: datetime
) -> tuple[str, bool]:
    above = select(tables.DivisionSpan.ancestor_id).where(tables.DivisionSpan.descendant_id == elder.village_id)
    policy = await database.scalar(
        select(tables.Policy)
        .where(
            tables.Policy.name == VisitRhythm.name,
            tables.Policy.starts_on <= shanghai_day(now),
            tables.Policy.division_id.is_(None) | tables.Policy.division_id.in_(above),
        )
        .order_by(tables.Policy.starts_on.desc())
        .limit(1)
    )
    rhythm = read(VisitRhythm, policy.value if policy else None)
    due = await database.get(tables.VisitDue, elder.id)
    last = max(report.visited_at, due.last_visit_at if due and due.last_visit_at else report.visited_at)
    known = due is not None and due.last_visit_at is not None
    due_on = next_due(days_between(PriorityTier(elder.tier), rhythm), last=last, registered_at=elder.registered_at)
    if due is None:
        database.add(tables.VisitDue(elder_id=elder.id, due_on=due_on, last_visit_at=last))
    else:
        due.due_on, due.last_visit_at = due_on, last
    return due_on.isoformat(), known


async def _audit(
    database: AsyncSession, viewer: tables.Session, report: NewReport, made_id: UUID, late: bool, now: datetime
) -> None:
    head = await database.get(tables.ChainHead, report.elder_id, with_for_update=True)
    if head is None:
        head = tables.ChainHead(subject_id=report.elder_id, subject_kind="elder", number=0, link=bytes(32))
        database.add(head)
    payload = json.dumps({"late": late, "mode": report.mode, "report_id": str(made_id)}).encode()
    event_id, salt, role, tag = uuid7(), secrets.token_bytes(16), viewer.membership.role, "visits:report:submit"
    commitment = commit(salt, payload)
    link = Link(report.elder_id, head.number + 1, now, viewer.account_id, role, tag, commitment)
    hashed = link_hash(head.link, link)
    database.add(
        tables.AuditEvent(
            id=event_id,
            subject_kind="elder",
            subject_id=report.elder_id,
            number=head.number + 1,
            at=now,
            actor_id=viewer.account_id,
            role=role,
            tag=tag,
            payload=KEYS.encrypt(payload, f"audit_events|payload|{event_id}"),
            salt=salt,
            commitment=commitment,
            previous=head.link,
            link=hashed,
        )
    )
    head.number, head.link = head.number + 1, hashed


if __name__ == "__main__":
    port, url = sys.argv[1:]
    engine = create_async_engine(url.replace("postgres://", "postgresql+asyncpg://"), pool_size=POOL, max_overflow=0)
    app.state.sessions = async_sessionmaker(engine, expire_on_commit=False)
    uvicorn.run(app, host="127.0.0.1", port=int(port), log_level="warning", access_log=False)
