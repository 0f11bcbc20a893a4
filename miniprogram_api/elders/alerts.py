"""The village's key help list, and what families decide."""

from datetime import date
from uuid import UUID

import msgspec

from backend.accounts.roles import Role
from backend.audit.trail import record_readings
from backend.elders.errors import ElderNotFound
from backend.elders.helplist import KeyHelpCount, KeyHelpRow, key_help, key_help_counts
from backend.families.deciding import DecisionRow, decide, decisions
from backend.families.errors import DecisionInFuture, FamilyMemberNotFound, NoDecisionNeeded
from backend.kit.pages import CursorNotReadable
from miniprogram_api.reading import log_reading
from miniprogram_api.routes import Ask, Routes, scoped
from miniprogram_api.schemas import Made, PageQuery, Words

routes = Routes("elders")


class KeyHelp(msgspec.Struct):
    """A page of the list, the longest listed first."""

    items: list[KeyHelpRow]
    next_cursor: str | None


class KeyHelpQuery(PageQuery, frozen=True):
    """Of one village, or of all in sight."""

    village_id: UUID | None = None


class KeyHelpCounts(msgspec.Struct):
    """Villages by code; those with nobody on their list are left out."""

    items: list[KeyHelpCount]


class DecisionIn(msgspec.Struct, forbid_unknown_fields=True):
    """Which supporter on the elder's file stays, as the family agreed on a day."""

    member_id: UUID
    decided_on: date
    note: Words | None = None


class Decisions(msgspec.Struct):
    """What was agreed, the latest first."""

    items: list[DecisionRow]


@routes.get("/api/elders/key-help", access=scoped(Role.COMMITTEE, Role.TOWNSHIP), refusals=(CursorNotReadable,))
async def list_key_help(ask: Ask, query: KeyHelpQuery) -> KeyHelp:
    """Those in danger or hardship, whose families and township were told; the reading is logged."""
    scope = ask.viewer.scope
    page = await key_help(scope, village_id=query.village_id, cursor=query.cursor, limit=query.limit)
    if page.rows and scope.division:
        await record_readings(
            ask.kernel,
            by=ask.viewer.actor,
            purpose=scope.purpose,
            elder_ids=[row.elder_id for row in page.rows],
            what="key_help",
            subject_id=scope.division,
        )
    return KeyHelp(list(page.rows), page.next_cursor)


@routes.get("/api/elders/key-help/counts", access=scoped(Role.COMMITTEE, Role.TOWNSHIP, Role.COUNTY))
async def count_key_help(ask: Ask) -> KeyHelpCounts:
    """How many stand on each village's list: nobody's name."""
    return KeyHelpCounts(await key_help_counts(ask.viewer.scope))


@routes.post(
    "/api/elders/{elder_id}/decisions",
    access=scoped(Role.COMMITTEE),
    refusals=(ElderNotFound, DecisionInFuture, NoDecisionNeeded, FamilyMemberNotFound),
)
async def record_decision(ask: Ask, elder_id: UUID, body: DecisionIn) -> Made:
    """Write down which child stays, as the family decided."""
    made = await decide(
        ask.kernel,
        elder_id=elder_id,
        member_id=body.member_id,
        decided_on=body.decided_on,
        note=body.note,
        by=ask.viewer,
    )
    return Made(made)


@routes.get("/api/elders/{elder_id}/decisions", access=scoped(Role.COMMITTEE), refusals=(ElderNotFound,))
async def list_decisions(ask: Ask, elder_id: UUID) -> Decisions:
    """What the family decided; the reading is logged."""
    rows = await decisions(ask.kernel, ask.viewer.scope, elder_id)
    await log_reading(ask, elder_id, "decisions")
    return Decisions(rows)
