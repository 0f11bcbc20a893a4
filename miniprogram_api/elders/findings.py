"""All that is found out of one elder, in one answer: for the office's file page."""

from uuid import UUID

import msgspec

from backend.accounts.roles import Role
from backend.audit.trail import record_reading
from backend.elders import standing
from backend.elders.classifying import ElderFacts
from backend.elders.errors import ElderNotFound
from backend.elders.findings import Admission, TierRow, eligibility, known_facts, tier_history
from backend.elders.judging import Situation
from backend.elders.standing import AssessmentRow, Marks, StayRow
from miniprogram_api.routes import Ask, Routes, scoped

routes = Routes("elders")


class Findings(msgspec.Struct):
    """What is known, where it led, and where the elder stood; each history with the latest first.

    `situation` is what was told for the last judgement of eligibility.
    """

    facts: ElderFacts
    tiers: list[TierRow]
    marks: Marks
    assessments: list[AssessmentRow]
    eligibility: Admission
    situation: Situation | None
    stays: list[StayRow]


@routes.get("/api/elders/{elder_id}/findings", access=scoped(Role.COMMITTEE), refusals=(ElderNotFound,))
async def read_findings(ask: Ask, elder_id: UUID) -> Findings:
    """All that is found out of the elder; the reading is logged."""
    viewer = ask.viewer
    scope = viewer.scope
    found = Findings(
        facts=await known_facts(scope, elder_id),
        tiers=await tier_history(ask.kernel, scope, elder_id),
        marks=await standing.marks(scope, elder_id),
        assessments=await standing.assessments(scope, elder_id),
        eligibility=await eligibility(scope, elder_id),
        situation=await standing.situation(scope, elder_id),
        stays=await standing.stays(scope, elder_id),
    )
    await record_reading(ask.kernel, by=viewer.actor, purpose=scope.purpose, elder_id=elder_id, what="findings")
    return found
