"""What children say to a report, what they are answered, and who of them has opened it."""

from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

from backend.accounts.roles import Role
from backend.elders.errors import ElderNotFound
from backend.kit.pages import CursorNotReadable
from backend.visits import replies
from backend.visits.errors import (
    FamilyQuestionAnswered,
    FamilyQuestionNotFound,
    QuestionWaits,
    ReportNotFound,
    WordsNotShared,
)
from backend.visits.readers import ReportReaders, readers
from backend.visits.replies import ReplyRow
from miniprogram_api.reading import log_list, log_reading
from miniprogram_api.routes import Ask, Routes, scoped
from miniprogram_api.schemas import Done, Made, PageQuery

routes = Routes("visits")
ANSWERERS = (Role.VOLUNTEER, Role.CAREGIVER, Role.COMMITTEE)


class ThanksIn(msgspec.Struct, forbid_unknown_fields=True):
    """A line of thanks."""

    words: Annotated[str, Meta(min_length=1, max_length=60, pattern=r"\S")]


class FamilyWordsIn(msgspec.Struct, forbid_unknown_fields=True):
    """What a child would like to know, or the answer."""

    words: Annotated[str, Meta(min_length=1, max_length=200, pattern=r"\S")]


class ReportReplies(msgspec.Struct):
    """All that was said to one report, the first first."""

    items: list[ReplyRow]


class VisitReplies(msgspec.Struct):
    """A page: what waits for an answer first, then the latest."""

    items: tuple[ReplyRow, ...]
    next_cursor: str | None


class ElderReaders(msgspec.Struct):
    """The last reports of one elder, each with who of the family has opened it."""

    items: list[ReportReaders]


@routes.get(
    "/api/visits/reports/{report_id}/replies",
    access=scoped(Role.SUPPORTER, *ANSWERERS),
    refusals=(ReportNotFound,),
)
async def list_report_replies(ask: Ask, report_id: UUID) -> ReportReplies:
    """Thanks, questions and answers to one report; the reading is logged."""
    rows = await replies.report_replies(ask.kernel, report_id, by=ask.viewer)
    if rows:
        await log_reading(ask, rows[0].elder_id, "visit_replies", report_id)
    return ReportReplies(rows)


@routes.post("/api/visits/reports/{report_id}/thanks", access=scoped(Role.SUPPORTER), refusals=(ReportNotFound,))
async def thank_for_visit(ask: Ask, report_id: UUID, body: ThanksIn) -> Made:
    """Thank the visitor; once more the same thanks stand."""
    return Made(await replies.thank(ask.kernel, report_id=report_id, words=body.words, by=ask.viewer))


@routes.post(
    "/api/visits/reports/{report_id}/questions",
    access=scoped(Role.SUPPORTER),
    refusals=(ReportNotFound, WordsNotShared, QuestionWaits),
)
async def ask_about_visit(ask: Ask, report_id: UUID, body: FamilyWordsIn) -> Made:
    """Ask about a visit."""
    return Made(await replies.ask(ask.kernel, report_id=report_id, words=body.words, by=ask.viewer))


@routes.get("/api/visits/replies", access=scoped(*ANSWERERS), refusals=(CursorNotReadable,))
async def list_replies(ask: Ask, query: PageQuery) -> VisitReplies:
    """What children said to the reports in sight, questions without an answer first; the reading is logged."""
    page = await replies.replies(ask.kernel, by=ask.viewer, cursor=query.cursor, limit=query.limit)
    await log_list(ask, [row.elder_id for row in page.rows])
    return VisitReplies(page.rows, page.next_cursor)


@routes.post(
    "/api/visits/replies/{reply_id}/answer",
    access=scoped(*ANSWERERS),
    status=200,
    refusals=(FamilyQuestionNotFound, FamilyQuestionAnswered, WordsNotShared),
)
async def answer_question(ask: Ask, reply_id: UUID, body: FamilyWordsIn) -> Done:
    """Answer a child's question."""
    await replies.answer(ask.kernel, reply_id=reply_id, words=body.words, by=ask.viewer)
    return Done()


@routes.get(
    "/api/elders/{elder_id}/visit-readers",
    access=scoped(Role.VOLUNTEER, Role.COMMITTEE),
    refusals=(ElderNotFound,),
)
async def list_readers(ask: Ask, elder_id: UUID) -> ElderReaders:
    """Who of the family has opened the last reports, and when; the reading is logged."""
    found = await readers(ask.viewer.scope, elder_id)
    await log_reading(ask, elder_id, "visit_readers")
    return ElderReaders(found)
