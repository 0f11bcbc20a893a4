"""What is found out of an elder, the tier it leads to, and whether the elder is one of those meant."""

from datetime import date
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

from backend.accounts.roles import Role
from backend.consents.errors import HealthNotConsented
from backend.elders.ability import AbilityItem, Conditions
from backend.elders.classifying import Assessed, ElderFacts, assess, change_facts, lift_override, override
from backend.elders.eligibility import Eligibility, Supporter, Whereabouts
from backend.elders.errors import (
    AbilityItemMissing,
    AbilityItemNotKnown,
    AbilityScoreNotPossible,
    AssessmentDayNotPossible,
    ComaNotPossible,
    ElderNotFound,
    ElderNotOnRegister,
    OverrideHidesMissingFacts,
    OverrideNotFound,
    OverrideNotPossible,
)
from backend.elders.findings import Admission, TierRow, eligibility, known_facts, living_alone_against_advice
from backend.elders.findings import tier_history as history
from backend.elders.judging import Situation, judge_eligibility
from backend.elders.rules import PriorityTier
from miniprogram_api.elders.endpoints import card
from miniprogram_api.elders.schemas import Elders
from miniprogram_api.reading import log_list, log_reading
from miniprogram_api.routes import Ask, Routes, scoped
from miniprogram_api.schemas import Done, Made, Words

routes = Routes("elders")
WHO_SEES_HEALTH = (Role.SUPPORTER, Role.CAREGIVER, Role.VOLUNTEER, Role.COMMITTEE)
GONE = (ElderNotFound, ElderNotOnRegister)


class AssessmentIn(msgspec.Struct, forbid_unknown_fields=True):
    """An assessment by GB/T 42195-2022: 26 scores, nought being the worst; in a coma some may be left out."""

    assessed_on: date
    scores: dict[AbilityItem, Annotated[int, Meta(ge=0, le=4)]]
    conditions: Conditions


class TierNow(msgspec.Struct):
    """The tier that holds."""

    tier: PriorityTier


class TierHistory(msgspec.Struct):
    """All tiers, the latest first."""

    items: list[TierRow]


class OverrideIn(msgspec.Struct, forbid_unknown_fields=True):
    """Another tier than the facts lead to, until the day before `ends_on`."""

    tier: PriorityTier
    reason: Words
    ends_on: date


class SupporterIn(msgspec.Struct, forbid_unknown_fields=True):
    """What counts of one supporter; null where nobody knows yet."""

    whereabouts: Whereabouts | None
    since: date | None
    for_work: bool | None
    able: bool | None
    returned_on: date | None = None
    for_good: bool | None = None


class SituationIn(msgspec.Struct, forbid_unknown_fields=True):
    """What the definition asks beside the file; supporters are null when not asked, empty when there are none."""

    lives_in_countryside: bool | None
    supporters: Annotated[list[SupporterIn], Meta(max_length=20)] | None


@routes.get("/api/elders/must-not-live-alone", access=scoped(Role.COMMITTEE))
async def list_living_alone_against_advice(ask: Ask) -> Elders:
    """Those who live alone though their ability no longer allows it; the reading is logged."""
    rows = await living_alone_against_advice(ask.viewer.scope)
    await log_list(ask, [row.id for row in rows])
    return Elders([card(row, ask) for row in rows], None)


@routes.post(
    "/api/elders/{elder_id}/assessments",
    access=scoped(Role.COMMITTEE),
    refusals=(
        *GONE,
        HealthNotConsented,
        AssessmentDayNotPossible,
        AbilityItemMissing,
        AbilityItemNotKnown,
        AbilityScoreNotPossible,
        ComaNotPossible,
    ),
)
async def assess_ability(ask: Ask, elder_id: UUID, body: AssessmentIn) -> Assessed:
    """Keep an assessment of ability."""
    return await assess(
        ask.kernel,
        elder_id=elder_id,
        assessed_on=body.assessed_on,
        scores=body.scores,
        conditions=body.conditions,
        by=ask.viewer,
    )


@routes.get("/api/elders/{elder_id}/facts", access=scoped(Role.COMMITTEE), refusals=(ElderNotFound,))
async def read_facts(ask: Ask, elder_id: UUID) -> ElderFacts:
    """What is known of the elder; the reading is logged."""
    found = await known_facts(ask.viewer.scope, elder_id)
    await log_reading(ask, elder_id, "facts")
    return found


@routes.put("/api/elders/{elder_id}/facts", access=scoped(Role.COMMITTEE), refusals=(*GONE, HealthNotConsented))
async def change_known_facts(ask: Ask, elder_id: UUID, body: ElderFacts) -> TierNow:
    """Say what is known of the elder; the tier follows."""
    return TierNow(await change_facts(ask.kernel, elder_id=elder_id, facts=body, by=ask.viewer))


@routes.get("/api/elders/{elder_id}/tier", access=scoped(*WHO_SEES_HEALTH), refusals=(ElderNotFound,))
async def read_tier_history(ask: Ask, elder_id: UUID) -> TierHistory:
    """Every tier with its reasons; the reading is logged."""
    rows = await history(ask.kernel, ask.viewer.scope, elder_id)
    await log_reading(ask, elder_id, "tier")
    return TierHistory(rows)


@routes.post(
    "/api/elders/{elder_id}/tier/override",
    access=scoped(Role.COMMITTEE, Role.TOWNSHIP),
    refusals=(*GONE, OverrideNotPossible, OverrideHidesMissingFacts),
)
async def override_tier(ask: Ask, elder_id: UUID, body: OverrideIn) -> Made:
    """Let another tier hold, for a reason and a time."""
    made = await override(
        ask.kernel, elder_id=elder_id, tier=body.tier, reason=body.reason, ends_on=body.ends_on, by=ask.viewer
    )
    return Made(made)


@routes.delete(
    "/api/elders/{elder_id}/tier/override",
    access=scoped(Role.COMMITTEE, Role.TOWNSHIP),
    refusals=(*GONE, OverrideNotFound),
)
async def lift_tier_override(ask: Ask, elder_id: UUID) -> Done:
    """End the override today; the facts decide again."""
    await lift_override(ask.kernel, elder_id=elder_id, by=ask.viewer)
    return Done()


@routes.post("/api/elders/{elder_id}/eligibility", access=scoped(Role.COMMITTEE), refusals=GONE)
async def judge_elder_eligibility(ask: Ask, elder_id: UUID, body: SituationIn) -> Eligibility:
    """Judge whether the elder is a left-behind older adult, by the policy in force."""
    supporters = body.supporters
    told = None if supporters is None else tuple(Supporter(**msgspec.structs.asdict(each)) for each in supporters)
    facts = Situation(lives_in_countryside=body.lives_in_countryside, supporters=told)
    return await judge_eligibility(ask.kernel, elder_id=elder_id, facts=facts, by=ask.viewer)


@routes.get("/api/elders/{elder_id}/eligibility", access=scoped(*WHO_SEES_HEALTH), refusals=(ElderNotFound,))
async def read_eligibility(ask: Ask, elder_id: UUID) -> Admission:
    """The last judgement, and the one that admitted the elder; the reading is logged."""
    found = await eligibility(ask.viewer.scope, elder_id)
    await log_reading(ask, elder_id, "eligibility")
    return found
