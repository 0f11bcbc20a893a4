"""All that is found out of one elder, in one answer: for the office's file page."""

from uuid import UUID

import msgspec

from backend.accounts.roles import Role
from backend.divisions.scope import Scope
from backend.elders import standing
from backend.elders.classifying import ElderFacts
from backend.elders.errors import ElderNotFound
from backend.elders.findings import Admission, TierRow, eligibility, known_facts, tier_history
from backend.elders.judging import Situation
from backend.elders.standing import AssessmentRow, Marks, StayRow
from miniprogram_api.reading import log_reading
from miniprogram_api.routes import Ask, Routes, scoped

routes = Routes("elders")


class Found(msgspec.Struct):
    """What is known, where it led, and where the elder stood; each history with the latest first."""

    facts: ElderFacts
    marks: Marks
    assessments: list[AssessmentRow]
    eligibility: Admission
    stays: list[StayRow]


class Findings(Found):
    """With every tier, and what was told for the last judgement of eligibility."""

    tiers: list[TierRow]
    situation: Situation | None


async def found(scope: Scope, elder_id: UUID) -> Found:
    """Raises LevelTooLow, ElderNotFound."""
    return Found(
        facts=await known_facts(scope, elder_id),
        marks=await standing.marks(scope, elder_id),
        assessments=await standing.assessments(scope, elder_id),
        eligibility=await eligibility(scope, elder_id),
        stays=await standing.stays(scope, elder_id),
    )


@routes.get("/api/elders/{elder_id}/findings", access=scoped(Role.COMMITTEE), refusals=(ElderNotFound,))
async def read_findings(ask: Ask, elder_id: UUID) -> Findings:
    """All that is found out of the elder; the reading is logged."""
    viewer = ask.viewer
    scope = viewer.scope
    read = await found(scope, elder_id)
    tiers = await tier_history(ask.kernel, scope, elder_id)
    told = await standing.situation(scope, elder_id)
    await log_reading(ask, elder_id, "findings")
    return Findings(**msgspec.structs.asdict(read), tiers=tiers, situation=told)
