"""Reading what was found of an elder: facts, tiers and why, eligibility and by which policy. Each takes a Scope."""

from datetime import date
from uuid import UUID

import msgspec

from backend.accounts.queries import names
from backend.consents.queries import health_seen, sees
from backend.consents.rules import Matter
from backend.db import any_of, fetch, fetch_one
from backend.divisions.scope import Level, Scope
from backend.elders import queries
from backend.elders.classifying import HEALTH_UNTOLD, ElderFacts, reason_place
from backend.elders.eligibility import CriterionAnswer, Verdict
from backend.elders.errors import ElderNotFound
from backend.elders.flags import must_not_live_alone
from backend.elders.judging import Grounds
from backend.elders.queries import ElderRow
from backend.elders.rules import PriorityTier, TierCause
from backend.elders.tiers import MissingFact, TierFacts, TierReason
from backend.kit.kernel import Kernel
from backend.policies.rules import EligibilityPolicy


class OverrideRow(msgspec.Struct, frozen=True):
    """A person's other decision, as the file shows it; `ends_on` is the first day it no longer holds."""

    tier: PriorityTier
    reason: str
    set_by: str
    starts_on: date
    ends_on: date


class TierRow(msgspec.Struct, frozen=True):
    """One tier from `starts_on` until the day before `ends_on`; `override` where it followed one.

    `of_double`: held by a file that was merged into this one.
    """

    tier: PriorityTier
    reasons: list[TierReason]
    missing: list[MissingFact]
    cause: TierCause
    starts_on: date
    ends_on: date | None
    override: OverrideRow | None
    of_double: bool


class Judgement(msgspec.Struct, frozen=True):
    """The verdict of a day, every criterion's answer, and the policy asked."""

    verdict: Verdict
    judged_on: date
    answers: list[CriterionAnswer]
    policy: EligibilityPolicy


class Admission(msgspec.Struct, frozen=True):
    """What holds now, and the judgement that admitted the elder last, which is kept when policies change (R002)."""

    latest: Judgement | None
    admitted: Judgement | None


async def known_facts(scope: Scope, elder_id: UUID) -> ElderFacts:
    """What is known of one elder in sight, details of health only while the elder consents to them.

    Raises LevelTooLow, ElderNotFound.
    """
    scope.require(Level.FULL)
    params: list[object] = [elder_id]
    columns = ", ".join(f"e.{name}" for name in ElderFacts.__struct_fields__)
    sql = f"SELECT {columns} FROM elders e WHERE e.id = $1 AND {scope.clause(params)}"
    row = await fetch_one(_FactsRow, sql, *params)
    if row is None:
        raise ElderNotFound
    hidden = {} if await health_seen(scope, elder_id) else HEALTH_UNTOLD
    return msgspec.convert({**msgspec.structs.asdict(row), **hidden}, ElderFacts)


async def tier_history(kernel: Kernel, scope: Scope, elder_id: UUID) -> list[TierRow]:
    """All tiers of one elder in sight with their reasons, the latest first, then those of files merged into it.

    Reasons speak of health: while the elder does not consent to that, only the office that answers for the tier
    sees them; the family not either while the elder does not want the file shown. Raises LevelTooLow, ElderNotFound.
    """
    scope.require(Level.FULL)
    await queries.elder(scope, elder_id)
    files = await queries.files_of(elder_id)
    rows = await fetch(_SpanRow, _SPANS.format(among=any_of("s.elder_id", 2)), elder_id, files)
    who = await names(row.set_by for row in rows if row.set_by is not None)
    told = [_told(kernel, row, who) for row in rows]
    if await sees(scope, elder_id, Matter.REASONS):
        return told
    return [msgspec.structs.replace(row, reasons=[], missing=[], override=None) for row in told]


async def eligibility(scope: Scope, elder_id: UUID) -> Admission:
    """What was judged of one elder in sight, by where the family is; nothing for those it is hidden from.

    Raises LevelTooLow, ElderNotFound.
    """
    scope.require(Level.FULL)
    await queries.elder(scope, elder_id)
    if not await sees(scope, elder_id, Matter.WHEREABOUTS):
        return Admission(None, None)
    params: list[object] = [elder_id]
    rows = await fetch(_JudgementRow, _JUDGEMENTS.format(within=scope.clause(params)), *params)
    admitted = next((row for row in rows if row.verdict == Verdict.ADMITTED), None)
    return Admission(_judged(rows[0]) if rows else None, _judged(admitted) if admitted else None)


async def living_alone_against_advice(scope: Scope) -> list[ElderRow]:
    """Those in sight whose loss of ability is moderate or worse and who live alone, computed anew each time (R032)."""
    scope.require(Level.FULL)
    params: list[object] = []
    alone = await fetch(_AloneRow, _ALONE.format(within=scope.clause(params)), *params)
    found = [row.id for row in alone if must_not_live_alone(_tier_facts(row), True)]
    among = await queries.elders_among(scope, found)
    return [among[elder_id] for elder_id in found]


class _FactsRow(msgspec.Struct, frozen=True):
    living_alone: bool
    mobility: str
    disability: str
    dementia: bool | None
    seriously_ill: bool | None
    poor: bool | None
    minor_at_home: bool | None
    registered_here: bool | None
    accepts_services: bool | None


class _SpanRow(msgspec.Struct, frozen=True):
    tier: str
    reasons: str
    missing: str
    cause: str
    starts_on: date
    ends_on: date | None
    override_id: UUID | None
    reason: bytes | None
    set_by: UUID | None
    set_on: date | None
    set_until: date | None
    of_double: bool


_SPANS = """
SELECT s.tier, s.reasons, s.missing, s.cause, s.starts_on, s.ends_on, s.override_id, o.reason, o.set_by,
  o.starts_on AS set_on, o.ends_on AS set_until, s.elder_id <> $1 AS of_double
FROM tier_spans s LEFT JOIN tier_overrides o ON o.id = s.override_id
WHERE {among} ORDER BY of_double, s.starts_on DESC
"""


class _JudgementRow(msgspec.Struct, frozen=True):
    verdict: str
    judged_on: date
    answers: str
    policy: str


_JUDGEMENTS = """
SELECT j.verdict, j.judged_on, j.answers, j.policy FROM eligibility_judgements j JOIN elders e ON e.id = j.elder_id
WHERE j.elder_id = $1 AND {within} ORDER BY j.judged_at DESC, j.id DESC
"""


class _AloneRow(msgspec.Struct, frozen=True):
    id: UUID
    born_on: date
    ability: str
    mobility: str
    disability: str
    dementia: bool | None


_ALONE = """
SELECT e.id, e.born_on, e.ability_level AS ability, e.mobility, e.disability, e.dementia FROM elders e
WHERE e.living_alone AND e.left_on IS NULL AND {within} ORDER BY e.name, e.id
"""


def _tier_facts(row: _AloneRow) -> TierFacts:
    return msgspec.convert({name: getattr(row, name) for name in TierFacts.__struct_fields__}, TierFacts)


def _told(kernel: Kernel, row: _SpanRow, who: dict[UUID, str]) -> TierRow:
    return TierRow(
        tier=PriorityTier(row.tier),
        reasons=msgspec.json.decode(row.reasons, type=list[TierReason]),
        missing=msgspec.json.decode(row.missing, type=list[MissingFact]),
        cause=TierCause(row.cause),
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        override=_overridden(kernel, row, who),
        of_double=row.of_double,
    )


def _overridden(kernel: Kernel, row: _SpanRow, who: dict[UUID, str]) -> OverrideRow | None:
    if row.override_id is None or row.reason is None or row.set_by is None or not row.set_on or not row.set_until:
        return None
    reason = kernel.keys.decrypt(bytes(row.reason), reason_place(row.override_id)).decode()
    return OverrideRow(PriorityTier(row.tier), reason, who[row.set_by], row.set_on, row.set_until)


def _judged(row: _JudgementRow) -> Judgement:
    return Judgement(
        verdict=Verdict(row.verdict),
        judged_on=row.judged_on,
        answers=list(msgspec.json.decode(row.answers, type=Grounds).answers),
        policy=msgspec.json.decode(row.policy, type=EligibilityPolicy),
    )
