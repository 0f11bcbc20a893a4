"""What is found out of an elder, the tier it leads to, and since when (R026-R029)."""

from collections.abc import Mapping
from datetime import date, timedelta
from uuid import UUID

import msgspec
import structlog
from tortoise.queryset import QuerySet

from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.audit.tags import Tag
from backend.audit.trail import PLATFORM, Actor, Subject, record
from backend.db import fetch, transaction
from backend.elders import ability, queries
from backend.elders.ability import AbilityItem, Conditions, check_assessment_day
from backend.elders.errors import ElderNotOnRegister, OverrideNotFound
from backend.elders.facts import AbilityAssessed, ElderFactsChanged, TierChanged
from backend.elders.judging import rejudge
from backend.elders.models import AbilityAssessment, Elder, TierOverrideRecord, TierSpan
from backend.elders.overrides import TierOverride, check_override, effective_tier
from backend.elders.rules import AbilityLevel, PriorityTier, TierCause
from backend.elders.tiers import (
    Classification,
    DisabilityGrade,
    MissingFact,
    Mobility,
    TierFacts,
    TierReason,
    born_for_eighty,
    classify,
)
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel
from backend.outbox import box

log = structlog.get_logger(__name__)

CATCH_UP = timedelta(days=366)
"""How long the timetable may have stood still without a birthday being missed."""


class ElderFacts(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is known of an elder beside name, birthday and assessments; null and unknown where nobody knows yet.

    All are told each time, so that none is forgotten in silence.
    """

    living_alone: bool
    mobility: Mobility
    disability: DisabilityGrade
    dementia: bool | None
    seriously_ill: bool | None
    poor: bool | None
    minor_at_home: bool | None
    registered_here: bool | None
    accepts_services: bool | None


class Assessed(msgspec.Struct, frozen=True):
    """The assessment, the level it found, and the elder's ability and tier after it."""

    id: UUID
    level: AbilityLevel
    ability_level: AbilityLevel
    tier: PriorityTier


async def assess(
    kernel: Kernel,
    *,
    elder_id: UUID,
    assessed_on: date,
    scores: Mapping[AbilityItem, int],
    conditions: Conditions,
    by: Viewer,
) -> Assessed:
    """Keep an assessment by GB/T 42195-2022 and look at the tier again.

    The latest day's assessment tells the elder's ability, whenever it is entered. A diagnosis of dementia is taken
    over; its absence only where nothing was known, for no assessment heals. Raises RoleCannot, ElderNotFound,
    ElderNotOnRegister, AssessmentDayNotPossible and the refusals of `ability.assess`.
    """
    by.require(Role.COMMITTEE)
    check_assessment_day(assessed_on, by.today)
    found = ability.assess(scores, conditions)
    answers = msgspec.json.encode({"scores": scores, "conditions": conditions}, order="sorted")
    made = uuid7()
    async with transaction():
        elder = await held(elder_id, by)
        await AbilityAssessment.create(
            id=made,
            elder_id=elder_id,
            assessed_on=assessed_on,
            level=found.level,
            answers=kernel.keys.encrypt(answers, f"assessments|answers|{made}"),
            recorded_by=by.account_id,
            recorded_at=kernel.clock.now(),
        )
        level = await _latest_level(elder_id)
        elder.ability_level = level
        if conditions.dementia or elder.dementia is None:
            elder.dementia = conditions.dementia
        await elder.save(update_fields=["ability_level", "dementia"])
        await _note(kernel, elder_id, Tag.ABILITY_ASSESSED, by, assessment=str(made), assessed_on=str(assessed_on))
        await box.put(kernel, AbilityAssessed(elder_id=elder_id, assessment_id=made))
        await reclassify(kernel, elder_id, TierCause.ASSESSED, by.today, by.actor)
        tier = (await Elder.get(id=elder_id)).tier
    return Assessed(made, found.level, level, tier)


async def change_facts(kernel: Kernel, *, elder_id: UUID, facts: ElderFacts, by: Viewer) -> PriorityTier:
    """Put `facts` in the place of what was known; returns the tier they lead to. The same again changes nothing.

    Raises RoleCannot, ElderNotFound, ElderNotOnRegister.
    """
    by.require(Role.COMMITTEE)
    return await put_facts(kernel, elder_id=elder_id, facts=facts, by=by)


async def put_facts(kernel: Kernel, *, elder_id: UUID, facts: ElderFacts, by: Viewer) -> PriorityTier:
    """`change_facts` by whoever the caller has let write what the facts follow from.

    Raises ElderNotFound, ElderNotOnRegister.
    """
    told = {name: getattr(facts, name) for name in facts.__struct_fields__}
    async with transaction():
        elder = await held(elder_id, by)
        changed = [name for name, value in told.items() if getattr(elder, name) != value]
        if changed:
            await elder.update_from_dict(told).save(update_fields=changed)
            await _note(kernel, elder_id, Tag.ELDER_FACTS_CHANGED, by, changed=changed)
            await box.put(kernel, ElderFactsChanged(elder_id=elder_id))
            await reclassify(kernel, elder_id, TierCause.FACTS_CHANGED, by.today, by.actor)
            await rejudge(kernel, elder_id, by.today, by.actor)
        return (await Elder.get(id=elder_id)).tier


async def override(
    kernel: Kernel, *, elder_id: UUID, tier: PriorityTier, reason: str, ends_on: date, by: Viewer
) -> UUID:
    """Let `tier` hold from today until the day before `ends_on`, in the place of any other override.

    Raises RoleCannot, ElderNotFound, ElderNotOnRegister, OverrideNotPossible, OverrideHidesMissingFacts.
    """
    by.require(Role.COMMITTEE, Role.TOWNSHIP)
    wanted = TierOverride(tier=tier, reason=reason, set_by=by.account_id, starts_on=by.today, ends_on=ends_on)
    made = uuid7()
    async with transaction():
        elder = await held(elder_id, by)
        check_override(wanted, classify(tier_facts(elder), by.today).tier)
        await _standing(elder_id, by.today).update(ends_on=by.today)
        await TierOverrideRecord.create(
            id=made,
            elder_id=elder_id,
            tier=tier,
            reason=kernel.keys.encrypt(reason.strip().encode(), reason_place(made)),
            set_by=by.account_id,
            starts_on=by.today,
            ends_on=ends_on,
            set_at=kernel.clock.now(),
        )
        await _note(kernel, elder_id, Tag.TIER_OVERRIDDEN, by, override=str(made), tier=tier, ends_on=str(ends_on))
        await reclassify(kernel, elder_id, TierCause.OVERRIDE_SET, by.today, by.actor)
    return made


async def lift_override(kernel: Kernel, *, elder_id: UUID, by: Viewer) -> None:
    """End the standing override today. Raises RoleCannot, ElderNotFound, ElderNotOnRegister, OverrideNotFound."""
    by.require(Role.COMMITTEE, Role.TOWNSHIP)
    async with transaction():
        await held(elder_id, by)
        if not await _standing(elder_id, by.today).update(ends_on=by.today):
            raise OverrideNotFound
        await _note(kernel, elder_id, Tag.TIER_OVERRIDE_LIFTED, by)
        await reclassify(kernel, elder_id, TierCause.OVERRIDE_ENDED, by.today, by.actor)


def reason_place(override_id: UUID) -> str:
    """What binds the encrypted reason to its row."""
    return f"tier_overrides|reason|{override_id}"


def tier_facts(elder: Elder) -> TierFacts:
    """What the tier depends on."""
    return TierFacts(
        born_on=elder.born_on,
        ability=elder.ability_level,
        mobility=elder.mobility,
        disability=elder.disability,
        dementia=elder.dementia,
    )


async def begin(kernel: Kernel, elder: Elder, day: date) -> None:
    """The first tier of an elder just entered, in the transaction that enters; `ElderRegistered` tells it."""
    holds = _holding(classify(tier_facts(elder), day), None, day)
    await _enter(kernel, elder.id, None, holds, TierCause.REGISTERED, day)
    await Elder.filter(id=elder.id).update(tier=holds.tier)


async def reclassify(kernel: Kernel, elder_id: UUID, cause: TierCause, day: date, by: Actor) -> bool:
    """Bring tier and history to what facts and override say on `day`; whether anything changed (R029).

    One after another for one elder, so that all tell one history; the same again changes nothing. The history of one
    who left ends on that day, and begins anew when he is back.
    """
    async with transaction():
        elder = await Elder.filter(id=elder_id).select_for_update(no_key=True).get()
        before = await TierSpan.get_or_none(elder_id=elder_id, ends_on=None)
        if elder.left_on is not None:
            return before is not None and await _close(before, elder.left_on)
        standing = await _standing(elder_id, day).first()
        holds = _holding(classify(tier_facts(elder), day), standing, day)
        if before is not None and _Holding.of(before) == holds:
            return False
        await _enter(kernel, elder_id, before, holds, cause, day)
        await Elder.filter(id=elder_id).update(tier=holds.tier)
        was = before.tier if before else None
        await record(
            kernel, Subject("elder", elder_id), Tag.TIER_CHANGED,
            by=by, before=was, after=holds.tier, cause=cause, day=str(day),
        )  # fmt: skip
        await box.put(kernel, TierChanged(elder_id=elder_id, before=was, after=holds.tier, cause=cause))
    return True


async def reclassify_due(kernel: Kernel, day: date) -> int:
    """Look again at all whom the calendar itself puts elsewhere; returns how many changed.

    Those who turned 80, and those whose override has ended. Each is a transaction of its own: killed half way, or run
    by several workers, it ends as if run once. One that fails does not keep the others waiting.
    """
    born_until = born_for_eighty(day)
    birthdays = await fetch(_Due, _BIRTHDAYS, born_until - CATCH_UP, born_until)
    ended = await fetch(_Due, _OVERRIDES_ENDED, day)
    due = [(TierCause.BIRTHDAY, row.id) for row in birthdays] + [(TierCause.OVERRIDE_ENDED, row.id) for row in ended]
    changed = 0
    for cause, elder_id in due:
        try:
            changed += await reclassify(kernel, elder_id, cause, day, PLATFORM)
        except Exception as error:
            log.error("reclassify_failed", elder=str(elder_id), error=type(error).__name__)
    return changed


class _Due(msgspec.Struct, frozen=True):
    id: UUID


_BIRTHDAYS = f"""
SELECT e.id FROM elders e
WHERE e.left_on IS NULL AND e.born_on > $1 AND e.born_on <= $2 AND NOT EXISTS (
  SELECT 1 FROM tier_spans s WHERE s.elder_id = e.id AND s.ends_on IS NULL
  AND s.reasons LIKE '%"{TierReason.AGED_80}"%')
ORDER BY e.born_on, e.id
"""
_OVERRIDES_ENDED = """
SELECT s.elder_id AS id FROM tier_spans s JOIN tier_overrides o ON o.id = s.override_id
WHERE s.ends_on IS NULL AND s.override_id IS NOT NULL AND o.ends_on <= $1
ORDER BY o.ends_on, s.elder_id
"""


class _Holding(msgspec.Struct, frozen=True):
    """What a span says, as its columns keep it."""

    tier: PriorityTier
    reasons: str
    missing: str
    override_id: UUID | None

    @classmethod
    def of(cls, span: TierSpan) -> "_Holding":
        return cls(span.tier, span.reasons, span.missing, span.override_id)


def _holding(found: Classification, standing: TierOverrideRecord | None, day: date) -> _Holding:
    """An override that would hide missing facts is not followed, and not named."""
    tier, followed = found.tier, None
    if standing is not None:
        dates = {"starts_on": standing.starts_on, "ends_on": standing.ends_on}
        rule = TierOverride(tier=standing.tier, reason="", set_by=standing.set_by, **dates)
        tier = effective_tier(found.tier, rule, day)
        followed = standing.id if tier is standing.tier else None
    reasons = [reason for reason in TierReason if reason in found.reasons]
    missing = [fact for fact in MissingFact if fact in found.missing]
    return _Holding(tier, msgspec.json.encode(reasons).decode(), msgspec.json.encode(missing).decode(), followed)


async def _enter(
    kernel: Kernel, elder_id: UUID, before: TierSpan | None, holds: _Holding, cause: TierCause, day: date
) -> None:
    """Of what changes twice on one day, the day's end stands: no span is empty, and no two that meet are alike."""
    said = {**msgspec.structs.asdict(holds), "cause": cause, "recorded_at": kernel.clock.now()}
    if before is None:
        await TierSpan.create(elder_id=elder_id, starts_on=day, **said)
    elif before.starts_on < day:
        await TierSpan.filter(id=before.id).update(ends_on=day)
        await TierSpan.create(elder_id=elder_id, starts_on=day, **said)
    else:
        met = TierSpan.filter(elder_id=elder_id, ends_on=before.starts_on, starts_on__lt=before.starts_on)
        earlier = await met.first()
        if earlier is None or _Holding.of(earlier) != holds:
            await TierSpan.filter(id=before.id).update(**said)
        else:
            await before.delete()
            await TierSpan.filter(id=earlier.id).update(ends_on=None)


async def _close(span: TierSpan, day: date) -> bool:
    if span.starts_on < day:
        await TierSpan.filter(id=span.id).update(ends_on=day)
    else:
        await span.delete()
    return True


async def held(elder_id: UUID, by: Viewer) -> Elder:
    """The elder in sight, until the transaction ends nobody else's to change."""
    await queries.elder(by.scope, elder_id)
    elder = await Elder.filter(id=elder_id).select_for_update(no_key=True).get()
    if elder.left_on is not None:
        raise ElderNotOnRegister
    return elder


def _standing(elder_id: UUID, day: date) -> QuerySet[TierOverrideRecord]:
    return TierOverrideRecord.filter(elder_id=elder_id, starts_on__lte=day, ends_on__gt=day)


async def _latest_level(elder_id: UUID) -> AbilityLevel:
    of_elder = AbilityAssessment.filter(elder_id=elder_id)
    [latest] = await of_elder.order_by("-assessed_on", "-recorded_at", "-id").limit(1)
    return latest.level


async def _note(kernel: Kernel, elder_id: UUID, tag: Tag, by: Viewer, **payload: object) -> None:
    await record(kernel, Subject("elder", elder_id), tag, by=by.actor, **payload)
