"""Opening occasions for visits: by the calendar, by the township's weather order, after an event (R069, R070)."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from uuid import UUID

import msgspec
import structlog

from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.audit.tags import Tag
from backend.audit.trail import Subject, record
from backend.db import fetch, fetch_one, transaction
from backend.divisions.errors import DivisionNotFound
from backend.divisions.models import Division, DivisionLevel
from backend.divisions.queries import sees_division
from backend.elders.errors import ElderNotOnRegister
from backend.elders.models import Elder
from backend.elders.queries import elder
from backend.kit.clock import shanghai_day, shanghai_midnight
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel
from backend.outbox import box
from backend.outbox.box import Entry
from backend.policies.queries import policy
from backend.policies.rules import OccasionPolicy
from backend.visits.facts import EventVisitAsked, WeatherVisitsOrdered
from backend.visits.models import VisitOccasion
from backend.visits.occasions import (
    COUNTING,
    OccasionKind,
    by_phone,
    check_event,
    check_weather,
    festivals,
    next_birthday,
    window,
    yearly,
)
from backend.visits.replanning import BATCH, replan

log = structlog.get_logger(__name__)


class _Village(msgspec.Struct, frozen=True):
    id: UUID


class _Born(msgspec.Struct, frozen=True):
    id: UUID
    born_on: date


class _Wanted(msgspec.Struct, frozen=True):
    elder_id: UUID
    kind: OccasionKind
    source_id: UUID
    opens_at: datetime
    due_at: datetime


async def open_by_calendar(kernel: Kernel) -> int:
    """Ask for the festival and birthday visits whose time has come; returns how many are new.

    Of everybody on the register, village by village by its own policy: run twice or killed half way, it ends as if run
    once.
    """
    today, opened = shanghai_day(kernel.clock.now()), 0
    for village in await fetch(_Village, _VILLAGES):
        try:
            opened += await _open_in(village.id, today)
        except Exception as error:
            log.error("open_occasions_failed", village=str(village.id), error=type(error).__name__)
    return opened


async def _open_in(village_id: UUID, today: date) -> int:
    rule, opened = await policy(OccasionPolicy, division_id=village_id, day=today), 0
    people = await fetch(_Born, _PEOPLE, village_id)
    wanted = [*_festive(people, rule, today), *_birthdays(people, rule, today)]
    for start in range(0, len(wanted), BATCH):
        opened += await _open(wanted[start : start + BATCH], rule, today)
    return opened


def _festive(people: list[_Born], rule: OccasionPolicy, today: date) -> Iterator[_Wanted]:
    for kind, day in festivals(today, rule.festival_days):
        opens_at, due_at = window(day, rule.festival_days)
        yield from (_Wanted(person.id, kind, yearly(kind, day), opens_at, due_at) for person in people)


def _birthdays(people: list[_Born], rule: OccasionPolicy, today: date) -> Iterator[_Wanted]:
    """Of those whose birthday is near; the file holds it by our calendar."""
    for person in people:
        day = next_birthday(person.born_on, today)
        if day - today <= timedelta(days=rule.birthday_days):
            source_id = yearly(OccasionKind.BIRTHDAY, day)
            yield _Wanted(person.id, OccasionKind.BIRTHDAY, source_id, *window(day, rule.birthday_days))


async def _open(wanted: list[_Wanted], rule: OccasionPolicy, today: date, asked_by: UUID | None = None) -> int:
    """Those not opened before, and with them the elders' due days."""
    async with transaction():
        known = await VisitOccasion.filter(
            elder_id__in=[each.elder_id for each in wanted], source_id__in={each.source_id for each in wanted}
        )
        there = {(row.elder_id, row.source_id) for row in known}
        new = [
            VisitOccasion(**msgspec.structs.asdict(each), by_phone=by_phone(each.kind, rule), asked_by=asked_by)
            for each in wanted
            if (each.elder_id, each.source_id) not in there
        ]
        if new:
            await VisitOccasion.bulk_create(new, batch_size=BATCH, ignore_conflicts=True)
            await replan([row.elder_id for row in new], today)
    return len(new)


_VILLAGES = "SELECT DISTINCT e.village_id AS id FROM elders e WHERE e.left_on IS NULL ORDER BY e.village_id"
_PEOPLE = "SELECT id, born_on FROM elders WHERE village_id = $1 AND left_on IS NULL ORDER BY id"


async def order_for_weather(kernel: Kernel, *, village_ids: list[UUID], until: date, by: Viewer) -> UUID:
    """The township wants everybody in these villages looked after until the end of `until`: told, and opened by the
    worker. Raises RoleCannot, WeatherNotPossible, DivisionNotFound."""
    by.require(Role.TOWNSHIP)
    check_weather(until, by.today)
    order_id = uuid7()
    async with transaction():
        for village_id in dict.fromkeys(village_ids):
            here = await Division.exists(id=village_id, level=DivisionLevel.VILLAGE, ends_on=None)
            if not here or not await sees_division(by.scope, village_id):
                raise DivisionNotFound(field="village_ids")
            ids = {"order": str(order_id), "until": until}
            await record(kernel, Subject("division", village_id), Tag.WEATHER_VISITS_ORDERED, by=by.actor, **ids)
            await box.put(kernel, WeatherVisitsOrdered(order_id=order_id, village_id=village_id, until=until))
    return order_id


async def on_weather_visits_ordered(entry: Entry) -> None:
    """Handler of WeatherVisitsOrdered: a visit is asked for of everybody on the village's register; safe to repeat."""
    fact, day = entry.fact(WeatherVisitsOrdered), shanghai_day(entry.created_at)
    rule = await policy(OccasionPolicy, division_id=fact.village_id, day=day)
    due_at = shanghai_midnight(fact.until + timedelta(days=1))
    wanted = [
        _Wanted(person.id, OccasionKind.WEATHER, fact.order_id, entry.created_at, due_at)
        for person in await fetch(_Born, _PEOPLE, fact.village_id)
    ]
    for start in range(0, len(wanted), BATCH):
        await _open(wanted[start : start + BATCH], rule, day)


class _Open(msgspec.Struct, frozen=True):
    id: UUID


async def ask_after_event(kernel: Kernel, *, elder_id: UUID, kind: OccasionKind, by: Viewer) -> UUID:
    """Ask for a visit within the hours the policy gives; while one of the kind waits, that one is it.

    Raises RoleCannot, OccasionNotPossible, ElderNotFound, ElderNotOnRegister.
    """
    by.require(Role.COMMITTEE)
    check_event(kind)
    seen, now = await elder(by.scope, elder_id), kernel.clock.now()
    rule = await policy(OccasionPolicy, division_id=seen.village_id, day=by.today)
    async with transaction():
        if await Elder.filter(id=elder_id, left_on=None).select_for_update(no_key=True).first() is None:
            raise ElderNotOnRegister
        waiting = await fetch_one(_Open, _STILL_OPEN, elder_id, kind)
        if waiting is not None:
            return waiting.id
        made = await VisitOccasion.create(
            elder_id=elder_id,
            kind=kind,
            source_id=uuid7(),
            by_phone=by_phone(kind, rule),
            opens_at=now,
            due_at=now + timedelta(hours=rule.event_hours),
            asked_by=by.account_id,
        )
        ids = {"occasion": str(made.id), "kind": kind}
        await record(kernel, Subject("elder", elder_id), Tag.EVENT_VISIT_ASKED, by=by.actor, **ids)
        await box.put(kernel, EventVisitAsked(occasion_id=made.id, elder_id=elder_id))
        # Last: a report, too, holds the elder's chain before the due day.
        await replan([elder_id], by.today)
    return made.id


_STILL_OPEN = f"""
SELECT o.id FROM visit_occasions o WHERE o.elder_id = $1 AND o.kind = $2 AND NOT EXISTS (
  SELECT 1 FROM visit_reports r WHERE r.elder_id = o.elder_id AND r.visited_at >= o.opens_at
    AND {COUNTING.format(report="r", occasion="o")})
ORDER BY o.due_at DESC LIMIT 1
"""
