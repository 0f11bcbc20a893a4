"""Asking for a correction of the elder's file, and the committee's answer."""

from uuid import UUID

from backend.accounts.roles import Role
from backend.corrections.actions import answer_correction, ask_correction
from backend.corrections.errors import CorrectionIsAnswered, CorrectionNotFound, CorrectionWaits, OwnCorrection
from backend.corrections.queries import corrections_of, open_corrections
from backend.elders.errors import ElderNotFound
from backend.kit.pages import CursorNotReadable
from miniprogram_api.corrections.schemas import CorrectionAnswerIn, CorrectionIn, Corrections
from miniprogram_api.reading import log_reading
from miniprogram_api.routes import Ask, Routes, scoped
from miniprogram_api.schemas import Done, Made, PageQuery

routes = Routes("corrections")
WHO_ASKS = (Role.SUPPORTER, Role.CAREGIVER, Role.VOLUNTEER)


@routes.get("/api/corrections/open", access=scoped(Role.COMMITTEE), refusals=(CursorNotReadable,))
async def list_open_corrections(ask: Ask, query: PageQuery) -> Corrections:
    """The requests that wait for the committee, the oldest first; the readings are logged."""
    page = await open_corrections(ask.kernel, ask.viewer.scope, cursor=query.cursor, limit=query.limit)
    for elder_id in {row.elder_id for row in page.rows}:
        await log_reading(ask, elder_id, "corrections")
    return Corrections(list(page.rows), page.next_cursor)


@routes.post("/api/elders/{elder_id}/corrections", access=scoped(*WHO_ASKS), refusals=(ElderNotFound, CorrectionWaits))
async def ask_for_correction(ask: Ask, elder_id: UUID, body: CorrectionIn) -> Made:
    """Say what is wrong in the file."""
    return Made(await ask_correction(ask.kernel, elder_id=elder_id, part=body.part, words=body.words, by=ask.viewer))


@routes.get("/api/elders/{elder_id}/corrections", access=scoped(*WHO_ASKS, Role.COMMITTEE), refusals=(ElderNotFound,))
async def list_corrections(ask: Ask, elder_id: UUID) -> Corrections:
    """What was asked of one file, with the answers: all of it for the committee, else one's own; logged."""
    viewer = ask.viewer
    own = None if viewer.role is Role.COMMITTEE else viewer.account_id
    rows = await corrections_of(ask.kernel, viewer.scope, elder_id, asked_by=own)
    await log_reading(ask, elder_id, "corrections")
    return Corrections(rows, None)


@routes.post(
    "/api/corrections/{correction_id}/answer",
    access=scoped(Role.COMMITTEE),
    status=200,
    refusals=(CorrectionNotFound, CorrectionIsAnswered, OwnCorrection),
)
async def answer_request(ask: Ask, correction_id: UUID, body: CorrectionAnswerIn) -> Done:
    """Say that it is corrected, or why not."""
    corrected = body.outcome == "corrected"
    await answer_correction(
        ask.kernel, correction_id=correction_id, corrected=corrected, words=body.words, by=ask.viewer
    )
    return Done()
