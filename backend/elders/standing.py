"""How an elder stands: where on the register since when, every mark and the risk they add up to. Each takes a Scope."""

from datetime import date
from uuid import UUID

import msgspec

from backend.db import fetch, fetch_one
from backend.divisions.scope import Level, Scope
from backend.elders import queries
from backend.elders.errors import ElderNotFound
from backend.elders.flags import Flag, FlagFacts, flags
from backend.elders.judging import Grounds, Situation
from backend.elders.risk import RiskLevel, risk
from backend.elders.rules import AbilityLevel, EntryReason, LeaveReason
from backend.elders.tiers import TierFacts
from backend.policies.queries import policy
from backend.policies.rules import RiskStandard


class StayRow(msgspec.Struct, frozen=True):
    """On a village's register from `starts_on` until the day before `ends_on`, and why."""

    village: str
    starts_on: date
    ends_on: date | None
    entered: EntryReason
    left: LeaveReason | None


class Marks(msgspec.Struct, frozen=True):
    """Today's marks in their order: raised, and those nobody can answer yet; `at_most` once all is known."""

    raised: list[Flag]
    open: list[Flag]
    risk: RiskLevel
    points: int
    at_most: int
    high_from: int


class AssessmentRow(msgspec.Struct, frozen=True):
    """The day of an assessment by GB/T 42195-2022, the level it found, and who wrote it down."""

    assessed_on: date
    level: AbilityLevel
    recorded_by: str


async def stays(scope: Scope, elder_id: UUID) -> list[StayRow]:
    """Coming and going, the latest first. Raises LevelTooLow, ElderNotFound."""
    scope.require(Level.FULL)
    await queries.elder(scope, elder_id)
    params: list[object] = [elder_id]
    return await fetch(StayRow, _STAYS.format(within=scope.clause(params)), *params)


async def assessments(scope: Scope, elder_id: UUID) -> list[AssessmentRow]:
    """Every assessment, the latest first. Raises LevelTooLow, ElderNotFound."""
    scope.require(Level.FULL)
    await queries.elder(scope, elder_id)
    params: list[object] = [elder_id]
    return await fetch(AssessmentRow, _ASSESSMENTS.format(within=scope.clause(params)), *params)


async def marks(scope: Scope, elder_id: UUID) -> Marks:
    """The marks, and the risk by the village's standard in force today (R031-R034).

    Raises LevelTooLow, ElderNotFound.
    """
    scope.require(Level.FULL)
    params: list[object] = [elder_id]
    row = await fetch_one(_MarkedRow, _MARKED.format(within=scope.clause(params)), *params)
    if row is None:
        raise ElderNotFound
    told = msgspec.structs.asdict(row)
    found = flags(msgspec.convert(told, TierFacts), msgspec.convert(told, FlagFacts), scope.today)
    standard = await policy(RiskStandard, division_id=row.village_id, day=scope.today)
    scored = risk(found, standard)
    raised, still_open = ([flag for flag in Flag if flag in among] for among in (found.raised, found.open))
    return Marks(raised, still_open, scored.level, scored.points, scored.at_most, standard.high_from)


async def situation(scope: Scope, elder_id: UUID) -> Situation | None:
    """What was told for the last judgement; None for an elder never judged. Raises LevelTooLow, ElderNotFound."""
    scope.require(Level.FULL)
    await queries.elder(scope, elder_id)
    params: list[object] = [elder_id]
    row = await fetch_one(_AnswersRow, _ANSWERS.format(within=scope.clause(params)), *params)
    if row is None:
        return None
    told = msgspec.json.decode(row.answers, type=Grounds).facts
    return Situation(lives_in_countryside=told.lives_in_countryside, supporters=told.supporters)


class _MarkedRow(msgspec.Struct, frozen=True):
    village_id: UUID
    born_on: date
    ability: str
    mobility: str
    disability: str
    dementia: bool | None
    living_alone: bool
    poor: bool | None
    seriously_ill: bool | None
    minor_in_the_home: bool | None


class _AnswersRow(msgspec.Struct, frozen=True):
    answers: str


_MARKED = """
SELECT e.village_id, e.born_on, e.ability_level AS ability, e.mobility, e.disability, e.dementia, e.living_alone,
  e.poor, e.seriously_ill, e.minor_at_home AS minor_in_the_home
FROM elders e WHERE e.id = $1 AND {within}
"""

_STAYS = """
SELECT d.name AS village, s.starts_on, s.ends_on, s.entered, s."left"
FROM stays s JOIN elders e ON e.id = s.elder_id JOIN divisions d ON d.id = s.village_id
WHERE s.elder_id = $1 AND {within} ORDER BY s.starts_on DESC, s.id DESC
"""

_ASSESSMENTS = """
SELECT a.assessed_on, a.level, o.name AS recorded_by
FROM assessments a JOIN elders e ON e.id = a.elder_id JOIN accounts o ON o.id = a.recorded_by
WHERE a.elder_id = $1 AND {within} ORDER BY a.assessed_on DESC, a.recorded_at DESC
"""

_ANSWERS = """
SELECT j.answers FROM eligibility_judgements j JOIN elders e ON e.id = j.elder_id
WHERE j.elder_id = $1 AND {within} ORDER BY j.judged_at DESC, j.id DESC LIMIT 1
"""
