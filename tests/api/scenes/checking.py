"""Absences, visit rates, spot checks and questions about entries."""

from datetime import date, datetime, timedelta
from uuid import UUID

from backend.db import open_database
from backend.elders.models import Stay
from backend.kit.clock import SHANGHAI
from backend.kit.ids import uuid7
from backend.visits.models import QualityQuestion, SpotCheck
from backend.visits.signals import Signal
from tests.api.attempts import Attempt, scene
from tests.api.scenes.tiers import today
from tests.api.world import NOTE, Household, World
from tests.family import report_body


def last_month() -> date:
    """The last day of the month before this one."""
    return datetime.now(SHANGHAI).date().replace(day=1) - timedelta(days=1)


async def seeded(world: World) -> str:
    body = {"month": f"{last_month():%Y-%m}"}
    return str((await world.township.post("/api/visits/spot-checks/draws", body))["id"])


async def drawn(world: World) -> Household:
    """A household that was visited last month, and whose visit is drawn."""
    home = await world.household()
    at = datetime(*last_month().timetuple()[:3], 15, tzinfo=SHANGHAI).isoformat()
    made = await world.family.volunteer.post("/api/visits/reports", {**report_body(home.elder_id), "visited_at": at})
    draw_id = await seeded(world)
    async with open_database(world.product.database_url):
        await Stay.filter(elder_id=UUID(home.elder_id)).update(starts_on=date(2026, 1, 5))
        check = await SpotCheck.create(
            draw_id=UUID(draw_id),
            report_id=UUID(made["id"]),
            elder_id=UUID(home.elder_id),
            village_id=UUID(world.village_id),
        )
    home.places["check"] = str(check.id)
    home.marks.add(str(check.id))
    return home


async def questioned(world: World) -> tuple[Household, str]:
    """A household about whose report the township is asked."""
    home = await world.household()
    report = await world.family.volunteer.post("/api/visits/reports", report_body(home.elder_id, note=NOTE))
    account = (await world.family.volunteer.get("/api/sessions/current"))["account_id"]
    async with open_database(world.product.database_url):
        made = await QualityQuestion.create(
            kind=Signal.BULK,
            village_id=UUID(world.village_id),
            visitor_id=UUID(account),
            month=last_month(),
            report_ids=f'["{report["id"]}"]',
            occasion=uuid7(),
            raised_at=datetime.now(SHANGHAI),
        )
    home.marks.add(str(made.id))
    return home, str(made.id)


@scene("statistics_read_visit_rates")
async def read_visit_rates(world: World) -> Attempt:
    query = {"as_of": today(), "period": "quarter", "division_id": world.village_id}
    return Attempt(world.family.committee, query=query, shows={world.village_id})


@scene("statistics_list_standings")
async def list_standings(world: World) -> Attempt:
    home = await world.household()
    query = {"as_of": today(), "division_id": world.village_id, "standing": "came_late", "limit": "50"}
    return Attempt(world.family.committee, query=query, home=home)


@scene("elders_list_absences")
async def list_absences(world: World) -> Attempt:
    home = await away(world)
    return Attempt(world.family.volunteer, ids={"elder_id": home.elder_id}, home=home, shows={"hospital"})


@scene("elders_tell_of_absence")
async def tell_of_absence(world: World) -> Attempt:
    home = await world.household()
    body = {"reason": "away", "starts_on": today(-3), "ends_on": today()}
    return Attempt(world.family.committee, ids={"elder_id": home.elder_id}, body=body, home=home)


async def away(world: World) -> Household:
    """One in hospital since the day before yesterday."""
    home = await world.household()
    body = {"reason": "hospital", "starts_on": today(-2)}
    await world.family.committee.post(f"/api/elders/{home.elder_id}/absences", body)
    return home


@scene("elders_end_of_absence")
async def end_of_absence(world: World) -> Attempt:
    home = await away(world)
    return Attempt(world.family.volunteer, ids={"elder_id": home.elder_id}, body={"ends_on": today()}, home=home)


@scene("visits_list_spot_draws")
async def list_spot_draws(world: World) -> Attempt:
    return Attempt(world.township, shows={await seeded(world)})


@scene("visits_seed_spot_draw")
async def seed_spot_draw(world: World) -> Attempt:
    body = {"month": f"{last_month():%Y-%m}", "division_id": world.village_id}
    return Attempt(world.township, body=body)


@scene("visits_draw_spot_checks")
async def draw_spot_checks(world: World) -> Attempt:
    return Attempt(world.township, ids={"draw_id": await seeded(world)})


@scene("visits_repeat_spot_draw")
async def repeat_spot_draw(world: World) -> Attempt:
    draw_id = await seeded(world)
    await world.township.post(f"/api/visits/spot-checks/draws/{draw_id}/draw")
    return Attempt(world.township, ids={"draw_id": draw_id})


@scene("visits_list_spot_checks")
async def list_spot_checks(world: World) -> Attempt:
    home = await drawn(world)
    return Attempt(world.township, query={"draw_id": await seeded(world), "limit": "50"}, home=home)


@scene("visits_record_spot_check")
async def record_spot_check(world: World) -> Attempt:
    home = await drawn(world)
    body = {"result": "met", "came": "yes", "came_on": last_month().isoformat(), "minutes": 20, "opinion": "聊得很好"}
    return Attempt(world.township, ids={"check_id": home.places["check"]}, body=body, home=home)


@scene("visits_read_spot_counts")
async def read_spot_counts(world: World) -> Attempt:
    await drawn(world)
    return Attempt(world.bureau, query={"month": f"{last_month():%Y-%m}"}, shows={world.village_id})


@scene("visits_list_quality_questions")
async def list_quality_questions(world: World) -> Attempt:
    home, _ = await questioned(world)
    return Attempt(world.township, query={"limit": "50"}, home=home)


@scene("visits_answer_quality_question")
async def answer_quality_question(world: World) -> Attempt:
    home, question = await questioned(world)
    body = {"words": "那天没有信号，晚上一起补录的"}
    return Attempt(world.township, ids={"question_id": question}, body=body, home=home)
