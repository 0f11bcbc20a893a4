"""What is due, what was seen."""

from uuid import UUID

from backend.accounts.roles import Role
from backend.consents.errors import PhotosNotWanted
from backend.elders.errors import ElderNotFound
from backend.kit.pages import CursorNotReadable
from backend.outbox.idempotency import BusyElsewhere, KeyUsedForAnother
from backend.visits.actions import submit
from backend.visits.aid import NewNeed
from backend.visits.assignments import VISITORS
from backend.visits.errors import (
    AlreadyReported,
    AnswersNotOfForm,
    ElderHadLeft,
    FormNotKnown,
    PeopleNotCounted,
    PhotoNotFound,
    ProposalNotPossible,
    ReportNotFound,
    VisitInFuture,
    VisitNotOver,
    VisitTooLongAgo,
)
from backend.visits.proposing import NewProposal
from backend.visits.queries import Report, due_list, report, reports
from backend.visits.readers import settle_by_reading
from backend.visits.rules import NewReport, in_utc
from backend.visits.storing import ReportMade
from miniprogram_api.reading import log_list
from miniprogram_api.routes import Ask, Routes, scoped
from miniprogram_api.schemas import PageQuery
from miniprogram_api.visits.schemas import ReportIn, Reports, ReportsQuery, VisitsDue

routes = Routes("visits")
READERS = (Role.SUPPORTER, *VISITORS)


@routes.get("/api/visits/due", access=scoped(*VISITORS), refusals=(CursorNotReadable,))
async def list_due(ask: Ask, query: PageQuery) -> VisitsDue:
    """The elders to be visited, the overdue first, neighbours together; the reading is logged."""
    page = await due_list(ask.viewer.scope, cursor=query.cursor, limit=query.limit)
    await log_list(ask, [row.elder_id for row in page.rows])
    return VisitsDue(page.rows, page.next_cursor)


@routes.post(
    "/api/visits/reports",
    access=scoped(*VISITORS),
    refusals=(
        ElderNotFound,
        PhotosNotWanted,
        PhotoNotFound,
        VisitInFuture,
        VisitTooLongAgo,
        VisitNotOver,
        PeopleNotCounted,
        FormNotKnown,
        AnswersNotOfForm,
        ProposalNotPossible,
        ElderHadLeft,
        AlreadyReported,
        KeyUsedForAnother,
        BusyElsewhere,
    ),
    own_transaction=True,
    one_connection=True,
)
async def submit_report(ask: Ask, body: ReportIn) -> ReportMade:
    """Report a visit."""
    assert ask.write is not None
    return await submit(ask.kernel, report=_told(body), write=ask.write, by=ask.viewer)


def _told(body: ReportIn) -> NewReport:
    return NewReport(
        elder_id=body.elder_id,
        mode=body.mode,
        visited_at=in_utc(body.visited_at),
        health=body.health,
        economy=body.economy,
        family_duty=body.family_duty,
        safety=body.safety,
        needs=body.needs,
        note=body.note,
        photo_ids=tuple(dict.fromkeys(body.photo_ids)),
        form=body.form,
        answers={key: tuple(given) for key, given in body.answers.items()},
        hygiene=body.hygiene,
        minutes=body.minutes,
        place=body.place,
        present=tuple(dict.fromkeys(body.present)),
        people=body.people,
        need_items=tuple(NewNeed(each.kind, each.words) for each in body.need_items),
        proposals=tuple(NewProposal(each.field, each.value, each.words) for each in body.proposals),
    )


@routes.get("/api/visits/reports", access=scoped(*READERS), refusals=(CursorNotReadable,), one_connection=True)
async def list_reports(ask: Ask, query: ReportsQuery) -> Reports:
    """What visitors saw, the newest visit first."""
    viewer = ask.viewer
    page = await reports(
        viewer.scope,
        kernel=ask.kernel,
        by=viewer.actor,
        elder_id=query.elder_id,
        cursor=query.cursor,
        limit=query.limit,
    )
    return Reports(page.rows, page.next_cursor)


@routes.get("/api/visits/reports/{report_id}", access=scoped(*READERS), refusals=(ReportNotFound,))
async def read_report(ask: Ask, report_id: UUID) -> Report:
    """One report, with what the visitor wrote."""
    found = await report(ask.viewer.scope, report_id, kernel=ask.kernel, by=ask.viewer.actor)
    if ask.viewer.role is Role.SUPPORTER:
        await settle_by_reading(ask.kernel, found.elder_id, by=ask.viewer.actor)
    return found
