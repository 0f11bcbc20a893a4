"""How a batch of an import's rows is stored, in the caller's transaction and in a few statements for all of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.audit.tags import Tag
from backend.audit.trail import Actor, record_each
from backend.elders.alerting import follow
from backend.elders.facts import ElderRegistered, TierChanged
from backend.elders.imports.vetting import Notes, Plan, Supporters, told
from backend.elders.known import tier_facts
from backend.elders.models import Elder, Stay, TierOverrideRecord, TierSpan
from backend.elders.overrides import TierOverride, effective_tier
from backend.elders.rules import AbilityLevel, EntryReason, LeaveReason, PriorityTier, TierCause
from backend.elders.tiers import Classification, classify
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel
from backend.outbox import box
from backend.tasks.actions import hand_over

_TIER_FACTS = {"born_on", "ability_level", "mobility", "disability", "dementia"}


@dataclass(frozen=True, slots=True)
class Storing:
    """One import being stored: by whom, at what moment, on which Shanghai day."""

    kernel: Kernel
    supporters: Supporters
    notes: Notes
    import_id: UUID
    by: Actor
    now: datetime
    today: date


async def store_batch(storing: Storing, plans: Sequence[Plan], *, due_at: datetime) -> None:
    """Store what the plans say; each elder touched gets one event, each new one and each change of tier a fact, handled
    from `due_at`. Alerts follow, with events of their own."""
    made = {uuid7(): plan for plan in plans if plan.known is None}
    touched = {plan.known.id: plan for plan in plans if plan.known and plan.is_change}
    entered = await _add(storing, made)
    rewritten_files, changed = await _rewrite(storing, touched.values())
    about = {"import_id": str(storing.import_id)}
    added = {each: {**about, "village_id": str(plan.village_id)} for each, plan in made.items()}
    rewritten = {
        each: {
            **about,
            "columns": sorted(plan.changes),
            "notes": len(plan.noted.texts),
            "supporters": len(plan.named) + len(plan.news),
        }
        for each, plan in touched.items()
    }
    await record_each(storing.kernel, "elder", Tag.ELDER_REGISTERED, added, by=storing.by)
    await record_each(storing.kernel, "elder", Tag.ELDER_REWRITTEN_BY_IMPORT, rewritten, by=storing.by)
    named = {each: plan.named for each, plan in (made | touched).items() if plan.named}
    await storing.supporters.name(named, by=storing.by, today=storing.today)
    news = {each: plan.news for each, plan in touched.items() if plan.news}
    await storing.supporters.tell(news, by=storing.by, today=storing.today)
    noted = {each: plan.noted for each, plan in (made | touched).items() if plan.noted}
    await storing.notes.write(noted, by=storing.by, today=storing.today)
    facts = [*(ElderRegistered(elder_id=each) for each in made), *changed]
    await box.put_each(storing.kernel, facts, due_at=due_at)
    await follow(storing.kernel, [*entered, *rewritten_files], storing.today, storing.by, told_at=due_at)


async def _add(storing: Storing, made: dict[UUID, Plan]) -> list[Elder]:
    elders = [_elder(storing, elder_id, plan) for elder_id, plan in made.items()]
    found = {elder.id: classify(tier_facts(elder), storing.today) for elder in elders}
    for elder in elders:
        elder.tier = found[elder.id].tier
    await Elder.bulk_create(elders)
    await Stay.bulk_create([_stay(storing, elder, EntryReason.IMPORTED) for elder in elders])
    await TierSpan.bulk_create(
        [_span(storing, each, judged, judged.tier, TierCause.REGISTERED) for each, judged in found.items()]
    )
    return elders


def _elder(storing: Storing, elder_id: UUID, plan: Plan) -> Elder:
    """The new row; its tier is yet to be computed."""
    number, phone = plan.entry.id_number, plan.entry.phone
    columns = {"address": "", "ability_level": AbilityLevel.UNKNOWN, "tier": PriorityTier.UNCLASSIFIED}
    elder = Elder(id=elder_id, village_id=plan.village_id, registered_at=storing.now, **columns | told(plan.entry))
    for column, fact in (("id_number", number), ("phone", phone)):
        if fact:
            _put(storing.kernel, elder, column, fact)
    return elder


def _put(kernel: Kernel, elder: Elder, column: str, fact: Any) -> list[str]:
    """Set a column from clear, sealed where it is secret; the columns that hold something else now."""
    if column not in ("id_number", "phone"):
        setattr(elder, column, fact)
        return [column]
    setattr(elder, column, kernel.keys.encrypt(fact.encode(), f"elders|{column}|{elder.id}"))
    if column == "phone":
        return [column]
    elder.id_number_hash = kernel.keys.keyed_hash(fact, "id_number")
    return [column, "id_number_hash"]


async def _rewrite(storing: Storing, plans: Iterable[Plan]) -> tuple[list[Elder], list[TierChanged]]:
    """The files written over, and how their tiers changed."""
    written: list[tuple[Elder, set[str]]] = []
    for plan in plans:
        if elder := plan.known:
            columns = {each for key, fact in plan.changes.items() for each in _put(storing.kernel, elder, key, fact)}
            written.append((elder, columns))
    changed = await _reclassify(storing, [elder for elder, columns in written if columns & _TIER_FACTS])
    for elder, columns in written:
        if columns:
            await elder.save(update_fields=[*columns, "tier"])
    moved = [elder for elder, columns in written if "village_id" in columns]
    if moved:
        open_stays = Stay.filter(elder_id__in=[elder.id for elder in moved], ends_on=None)
        await open_stays.update(ends_on=storing.today, left=LeaveReason.MOVED_WITHIN, ended_by=storing.by.account_id)
        await Stay.bulk_create([_stay(storing, elder, EntryReason.MOVED_IN) for elder in moved])
    for elder in moved:
        await hand_over(subject_id=elder.id, division_id=elder.village_id)
    return [elder for elder, _ in written], changed


async def _reclassify(storing: Storing, elders: Sequence[Elder]) -> list[TierChanged]:
    """End each tier span that no longer says how it is, and begin the next; an override in force still holds."""
    if not elders:
        return []
    ids, today = [elder.id for elder in elders], storing.today
    spans = {span.elder_id: span for span in await TierSpan.filter(elder_id__in=ids, ends_on=None)}
    in_force = TierOverrideRecord.filter(elder_id__in=ids, starts_on__lte=today, ends_on__gt=today)
    overrides = {each.elder_id: each for each in await in_force.order_by("set_at")}
    ended, begun, changed = [], [], []
    for elder in elders:
        judged, override = classify(tier_facts(elder), today), overrides.get(elder.id)
        elder.tier = effective_tier(judged.tier, _decided(override) if override else None, today)
        span = _span(storing, elder.id, judged, elder.tier, TierCause.FACTS_CHANGED)
        span.override_id = override.id if override else None
        before = spans.get(elder.id)
        if before and (before.tier, before.reasons, before.missing) == (span.tier, span.reasons, span.missing):
            continue
        begun.append(span)
        was = before.tier if before else None
        changed.append(TierChanged(elder_id=elder.id, before=was, after=span.tier, cause=TierCause.FACTS_CHANGED))
        if before:
            ended.append(before.id)
    await TierSpan.filter(id__in=ended).update(ends_on=today)
    await TierSpan.bulk_create(begun)
    return changed


def _decided(record: TierOverrideRecord) -> TierOverride:
    """As far as it decides the tier: the reason stays sealed."""
    return TierOverride(
        tier=record.tier, reason="", set_by=record.set_by, starts_on=record.starts_on, ends_on=record.ends_on
    )


def _stay(storing: Storing, elder: Elder, entered: EntryReason) -> Stay:
    return Stay(
        elder_id=elder.id,
        village_id=elder.village_id,
        starts_on=storing.today,
        entered=entered,
        recorded_at=storing.now,
    )


def _span(storing: Storing, elder_id: UUID, judged: Classification, tier: PriorityTier, cause: TierCause) -> TierSpan:
    return TierSpan(
        elder_id=elder_id,
        tier=tier,
        reasons=msgspec.json.encode(sorted(judged.reasons)).decode(),
        missing=msgspec.json.encode(sorted(judged.missing)).decode(),
        cause=cause,
        starts_on=storing.today,
        recorded_at=storing.now,
    )
