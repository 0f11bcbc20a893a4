"""Spot checks, and questions about the quality of entries: the township's."""

from datetime import date
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

from backend.accounts.roles import Role
from backend.divisions.errors import DivisionNotFound
from backend.kit.pages import CursorNotReadable
from backend.visits import quality, spotchecks
from backend.visits.checked import CheckRow, DrawRow, VillageChecks, checks, checks_by_village, draws
from backend.visits.drawing import SpotAnswers, SpotResult, Told
from backend.visits.errors import (
    MonthNotOver,
    OwnQuality,
    OwnSpotCheck,
    QualityQuestionAnswered,
    QualityQuestionNotFound,
    SpotAlreadyChecked,
    SpotAnswersMissing,
    SpotAnswersTooMany,
    SpotCheckNotFound,
    SpotDayInFuture,
    SpotDrawNotFound,
)
from miniprogram_api.reading import log_list
from miniprogram_api.routes import Ask, Routes, scoped
from miniprogram_api.schemas import Done, Made, Month, PageQuery, Words

routes = Routes("visits")


class SpotDrawIn(msgspec.Struct, forbid_unknown_fields=True):
    """Of which month that is over (`2026-03`), and of which place under one's own."""

    month: Month
    division_id: UUID | None = None


class SpotDraws(msgspec.Struct):
    """The latest month first."""

    items: list[DrawRow]


class Drawn(msgspec.Struct):
    """How many reports were drawn."""

    drawn: int


class Repeats(msgspec.Struct):
    """Whether drawing once more from the record gives the same."""

    holds: bool


class SpotChecksQuery(PageQuery, frozen=True):
    """Of which draw alone."""

    draw_id: UUID | None = None


class SpotChecks(msgspec.Struct):
    """A page of drawn reports."""

    items: tuple[CheckRow, ...]
    next_cursor: str | None


class SpotAnswersIn(msgspec.Struct, forbid_unknown_fields=True):
    """What the elder said; nothing of it when nobody was reached."""

    result: SpotResult
    came: Told | None = None
    came_on: date | None = None
    minutes: Annotated[int, Meta(ge=1, le=600)] | None = None
    opinion: Words | None = None


class SpotCountsQuery(msgspec.Struct, frozen=True):
    """Of which month."""

    month: Month


class SpotCounts(msgspec.Struct):
    """By village, those with drawn reports."""

    items: list[VillageChecks]


class QualityQuestions(msgspec.Struct):
    """A page of questions, the latest first."""

    items: tuple[quality.QuestionRow, ...]
    next_cursor: str | None


class QualityAnswerIn(msgspec.Struct, forbid_unknown_fields=True):
    """What came of asking."""

    words: Words


@routes.get("/api/visits/spot-checks/draws", access=scoped(Role.TOWNSHIP, Role.COUNTY))
async def list_spot_draws(ask: Ask) -> SpotDraws:
    """The draws of places in sight, with their seeds."""
    return SpotDraws(await draws(ask.viewer.scope))


@routes.post(
    "/api/visits/spot-checks/draws",
    access=scoped(Role.TOWNSHIP, Role.COUNTY),
    refusals=(DivisionNotFound, MonthNotOver),
)
async def seed_spot_draw(ask: Ask, body: SpotDrawIn) -> Made:
    """Fix the seed of a month's draw, before anybody can know what it draws."""
    month = date.fromisoformat(f"{body.month}-01")
    return Made(await spotchecks.seed_draw(ask.kernel, month=month, division_id=body.division_id, by=ask.viewer))


@routes.post(
    "/api/visits/spot-checks/draws/{draw_id}/draw",
    access=scoped(Role.TOWNSHIP, Role.COUNTY),
    status=200,
    refusals=(SpotDrawNotFound,),
)
async def draw_spot_checks(ask: Ask, draw_id: UUID) -> Drawn:
    """Draw from the seed."""
    return Drawn(await spotchecks.draw_reports(ask.kernel, draw_id=draw_id, by=ask.viewer))


@routes.get(
    "/api/visits/spot-checks/draws/{draw_id}/repeat",
    access=scoped(Role.TOWNSHIP, Role.COUNTY),
    refusals=(SpotDrawNotFound,),
)
async def repeat_spot_draw(ask: Ask, draw_id: UUID) -> Repeats:
    """Draw once more from the record, and compare."""
    return Repeats(await spotchecks.repeats(ask.viewer.scope, draw_id))


@routes.get("/api/visits/spot-checks", access=scoped(Role.TOWNSHIP), refusals=(CursorNotReadable,))
async def list_spot_checks(ask: Ask, query: SpotChecksQuery) -> SpotChecks:
    """What was drawn and what came of it; the reading is logged."""
    page = await checks(ask.kernel, ask.viewer.scope, draw_id=query.draw_id, cursor=query.cursor, limit=query.limit)
    await log_list(ask, [row.elder_id for row in page.rows])
    return SpotChecks(page.rows, page.next_cursor)


@routes.post(
    "/api/visits/spot-checks/{check_id}/result",
    access=scoped(Role.TOWNSHIP),
    status=200,
    refusals=(
        SpotCheckNotFound,
        SpotAlreadyChecked,
        OwnSpotCheck,
        SpotAnswersMissing,
        SpotAnswersTooMany,
        SpotDayInFuture,
    ),
)
async def record_spot_check(ask: Ask, check_id: UUID, body: SpotAnswersIn) -> Done:
    """Write down what the elder said of the visit."""
    answers = SpotAnswers(**msgspec.structs.asdict(body))
    await spotchecks.record_check(ask.kernel, check_id=check_id, answers=answers, by=ask.viewer)
    return Done()


@routes.get("/api/visits/spot-checks/counts", access=scoped(Role.TOWNSHIP, Role.COUNTY))
async def read_spot_counts(ask: Ask, query: SpotCountsQuery) -> SpotCounts:
    """What a month's checks came to, village by village."""
    return SpotCounts(await checks_by_village(ask.viewer.scope, date.fromisoformat(f"{query.month}-01")))


@routes.get("/api/visits/quality-questions", access=scoped(Role.TOWNSHIP), refusals=(CursorNotReadable,))
async def list_quality_questions(ask: Ask, query: PageQuery) -> QualityQuestions:
    """What to ask about entries, and what came of asking; the reading is logged."""
    page = await quality.asked(ask.kernel, ask.viewer.scope, cursor=query.cursor, limit=query.limit)
    await log_list(ask, [each.elder_id for row in page.rows for each in row.reports])
    return QualityQuestions(page.rows, page.next_cursor)


@routes.post(
    "/api/visits/quality-questions/{question_id}/answer",
    access=scoped(Role.TOWNSHIP),
    status=200,
    refusals=(QualityQuestionNotFound, QualityQuestionAnswered, OwnQuality),
)
async def answer_quality_question(ask: Ask, question_id: UUID, body: QualityAnswerIn) -> Done:
    """Write down what came of asking."""
    await quality.answer_question(ask.kernel, question_id=question_id, words=body.words, by=ask.viewer)
    return Done()
