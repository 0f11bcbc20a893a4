"""What the elder lets be seen, what children say to a report, who has opened it, and the year with the elder."""

from tests.api.attempts import Attempt, scene
from tests.api.scenes.homes import lived_in
from tests.api.scenes.privacy import WITNESS
from tests.api.world import NOTE, Household, World
from tests.family import report_body

THANKS = "谢谢您大老远去看我妈"
QUESTION = "药还够吃几天"


async def reported(world: World, home: Household) -> str:
    """A report of a visit to the household."""
    made = await world.family.volunteer.post("/api/visits/reports", report_body(home.elder_id, note=NOTE))
    report_id: str = made["id"]
    home.marks.add(report_id)
    return report_id


async def asked(world: World, home: Household) -> tuple[str, str]:
    """A report, and the son's question about it."""
    report_id = await reported(world, home)
    made = await world.family.son.post(f"/api/visits/reports/{report_id}/questions", {"words": QUESTION})
    return report_id, made["id"]


@scene("consents_read_elder_sharing")
async def read_elder_sharing(world: World) -> Attempt:
    home = await world.household()
    body = {"parts": {"tell_economy": False}, "expressed": "spoken", "witness": WITNESS}
    await world.family.volunteer.post(f"/api/elders/{home.elder_id}/sharing", body)
    return Attempt(world.family.volunteer, ids={"elder_id": home.elder_id}, home=home, shows={WITNESS})


@scene("consents_set_elder_sharing")
async def set_elder_sharing(world: World) -> Attempt:
    home = await world.household()
    body = {"parts": {"tell_health": False, "tell_photos": True}, "expressed": "spoken", "witness": WITNESS}
    return Attempt(world.family.volunteer, ids={"elder_id": home.elder_id}, body=body, home=home)


@scene("visits_list_report_replies")
async def list_report_replies(world: World) -> Attempt:
    home = await world.household()
    report_id, _ = await asked(world, home)
    return Attempt(world.family.son, ids={"report_id": report_id}, home=home, shows={QUESTION})


@scene("visits_thank_for_visit")
async def thank_for_visit(world: World) -> Attempt:
    home = await world.household()
    report_id = await reported(world, home)
    return Attempt(world.family.son, ids={"report_id": report_id}, body={"words": THANKS}, home=home)


@scene("visits_ask_about_visit")
async def ask_about_visit(world: World) -> Attempt:
    home = await world.household()
    report_id = await reported(world, home)
    return Attempt(world.family.son, ids={"report_id": report_id}, body={"words": QUESTION}, home=home)


@scene("visits_list_replies")
async def list_replies(world: World) -> Attempt:
    home = await world.household()
    await asked(world, home)
    return Attempt(world.family.volunteer, home=home)


@scene("visits_answer_question")
async def answer_question(world: World) -> Attempt:
    home = await world.household()
    _, question = await asked(world, home)
    return Attempt(world.family.volunteer, ids={"reply_id": question}, body={"words": "还够吃半个月"}, home=home)


@scene("visits_list_readers")
async def list_readers(world: World) -> Attempt:
    home = await lived_in(world)
    return Attempt(world.family.committee, ids={"elder_id": home.elder_id}, home=home)


@scene("dossiers_read_year")
async def read_year(world: World) -> Attempt:
    home = await lived_in(world)
    return Attempt(world.family.son, ids={"elder_id": home.elder_id}, home=home)
