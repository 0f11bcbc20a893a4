"""kill -9 of api and worker while incidents climb: every step happens once, in order, none early."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from random import Random
from uuid import UUID, uuid4

import httpx
import msgspec
import pytest

from backend.accounts.roles import Role
from backend.audit.models import AuditEvent
from backend.audit.tags import Tag
from backend.db import open_database
from backend.incidents.models import Incident, IncidentStepRecord
from backend.incidents.rules import CLIMBING, ConcernKind, IncidentStep
from backend.outbox.models import OutboxEntry
from backend.policies.models import Policy
from backend.policies.rules import Answering, EscalationTable
from tests.crash.home import Home, count
from tests.crash.wholeness import assert_nothing_lost_or_doubled
from tests.people import Person
from tests.waiting import until

SPEED = 60
MINUTE = dict.fromkeys(Answering.__struct_fields__, 1)
PLAN: dict[str, object] = {kind.value: MINUTE for kind in ConcernKind}
TABLE = msgspec.convert({**PLAN, "read_minutes": 2}, EscalationTable)
CLIMB = ["village", "township", "county", "county"]
MOMENTS = (
    "after backend.incidents.clock._ask",
    "before backend.incidents.clock.write_step",
    "after backend.incidents.clock.write_step",
    "before backend.incidents.clock._alarm",
    "after backend.incidents.clock._ring",
    "after backend.incidents.clock._step",
    "after backend.outbox.box.put",
    "before backend.outbox.box.settle",
    "after miniprogram_api.routes.once",
)


@pytest.mark.soak
@pytest.mark.timeout(900)
async def test_killed_again_and_again_each_incident_climbs_step_by_step(home: Home, engine: str, soak: bool) -> None:
    chance = Random(f"{engine} {uuid4()}" if soak else engine)
    unsent = {uuid4(): kind for kind in chance.choices(list(ConcernKind), k=200 if soak else 20)}
    wanted = len(unsent)
    await everybody_is_on_duty(home)
    clock = f"{datetime.now(UTC).isoformat()} {SPEED}"
    for dies in [*orders(chance, 40 if soak else 4), ""]:
        home.product.begin(CLOCK=clock, **({"DIE_AT": dies} if dies else {}))
        await until(lambda: up_or_dead(home), timeout=120, every=0.1)
        await raise_unsent(home, unsent)
        if dies:
            steps = chance.randint(1, 3 * wanted)
            await until(lambda steps=steps: dead_or_stepped(home, steps), timeout=300 if soak else 120, every=0.1)
            home.product.kill()
            await home.product.leases_run_out()
    await until(lambda: nothing_is_due(home), timeout=300 if soak else 120, every=0.2)
    await assert_nothing_lost_or_doubled(home.product)
    async with open_database(home.product.database_url):
        assert await Incident.all().count() == wanted
        for incident in await Incident.all():
            assert_climbed(await IncidentStepRecord.filter(incident_id=incident.id).order_by("number"))
        assert await AuditEvent.filter(tag=Tag.INCIDENT_RAISED).count() == wanted
        assert await AuditEvent.filter(tag=Tag.INCIDENT_ASKED).count() == 3 * wanted
        assert await AuditEvent.filter(tag=Tag.INCIDENT_UNANSWERED).count() == wanted
        assert await OutboxEntry.filter(topic="IncidentAsked").count() == 3 * wanted
        assert await OutboxEntry.filter(topic="IncidentUnanswered").count() == wanted


def orders(chance: Random, kills: int) -> list[str]:
    """Where each run dies."""
    return [f"{chance.choice(MOMENTS)} {chance.randint(1, 9)}" for _ in range(kills)]


async def everybody_is_on_duty(home: Home) -> None:
    """A duty holder at each level, and a plan of one minute each."""
    county, family = home.family.county, home.family
    assert county.township is not None
    assert county.county is not None
    await home.start()
    township = await county.official("town", Role.TOWNSHIP, county.township, "罗永昌")
    bureau = await county.official("bureau", Role.COUNTY, county.county, "高文慧")
    for person, place in ((family.committee, county.villages[0]), (township, county.township), (bureau, county.county)):
        await on_duty(person, place)
    home.product.stop()
    async with open_database(home.product.database_url):
        table = msgspec.json.encode(TABLE).decode()
        await Policy.create(division_id=county.county, name=TABLE.name, value=table, starts_on=date(2020, 1, 1))


async def on_duty(person: Person, place: UUID) -> None:
    account_id = (await person.get("/api/sessions/current"))["account_id"]
    body = {"division_id": str(place), "account_id": account_id, "phone": "13600000000", "watches": ["day", "night"]}
    await person.put("/api/incidents/duty", body)


async def up_or_dead(home: Home) -> bool:
    return is_dead(home) or await home.product.ready()


def is_dead(home: Home) -> bool:
    return home.product.process is not None and home.product.process.poll() is not None


async def raise_unsent(home: Home, unsent: dict[UUID, ConcernKind]) -> None:
    """Each under its own key, until the server dies over one: that one is sent again."""
    for key, kind in list(unsent.items()):
        body = {"elder_id": home.family.elder_id, "kind": kind, "noticed_at": "2026-01-01T00:00:00Z"}
        try:
            await home.family.volunteer.post("/api/incidents", body, key=key)
        except httpx.TransportError:
            return
        del unsent[key]


async def dead_or_stepped(home: Home, steps: int) -> bool:
    """The run has died where it was told, or so many steps are done: it will be killed from outside."""
    stepped = "incident_steps WHERE kind IN ('ask', 'alarm') AND done_at IS NOT NULL"
    return is_dead(home) or await count(home.product, stepped) >= steps


async def nothing_is_due(home: Home) -> bool:
    return await count(home.product, "incident_steps WHERE done_at IS NULL AND voided_at IS NULL") == 0


def assert_climbed(steps: Sequence[IncidentStepRecord]) -> None:
    """Raised, then asked level by level, each a whole minute after the one before, up to the alarm."""
    climb = [step for step in steps if step.kind in CLIMBING]
    assert [step.number for step in steps] == list(range(1, len(steps) + 1))
    assert [step.level for step in climb] == CLIMB
    assert [step.kind for step in climb] == [IncidentStep.ASK] * 3 + [IncidentStep.ALARM]
    for before, after in pairwise(climb):
        assert before.done_at is not None
        assert after.done_at is not None
        assert after.due_at - before.done_at == timedelta(minutes=1)
        assert after.done_at >= after.due_at, "early"
    assert all(step.done_at is None or step.done_at >= step.due_at for step in steps)
