"""What people are told and agree to, see of who looked, take with them, and have corrected."""

from typing import Any

from backend.consents.purposes import Purpose, newest
from tests.api.attempts import Attempt, scene
from tests.api.scenes.homes import lived_in
from tests.api.world import Household, World

WITNESS = "杨树根"


def a_yes(purpose: Purpose = Purpose.PHOTOS) -> dict[str, Any]:
    """Said aloud before a witness."""
    version = newest(purpose).version
    return {"purpose": purpose, "version": version, "expressed": "spoken", "witness": WITNESS}


def a_no(purpose: Purpose = Purpose.SHARING) -> dict[str, Any]:
    """The same, against."""
    return {"purpose": purpose, "expressed": "fingerprint", "witness": WITNESS}


@scene("consents_read_elder_consents")
async def read_elder_consents(world: World) -> Attempt:
    home = await lived_in(world)
    await world.family.volunteer.post(f"/api/elders/{home.elder_id}/consents", a_yes())
    return Attempt(world.family.committee, ids={"elder_id": home.elder_id}, home=home, shows={WITNESS})


@scene("consents_record_elder_consent")
async def record_elder_consent(world: World) -> Attempt:
    home = await world.household()
    return Attempt(world.family.volunteer, ids={"elder_id": home.elder_id}, body=a_yes(), home=home)


@scene("consents_record_elder_withdrawal")
async def record_elder_withdrawal(world: World) -> Attempt:
    home = await world.household()
    return Attempt(world.family.volunteer, ids={"elder_id": home.elder_id}, body=a_no(), home=home)


@scene("consents_read_own_consents")
async def read_own_consents(world: World) -> Attempt:
    return Attempt(world.family.son)


@scene("consents_agree")
async def agree(world: World) -> Attempt:
    version = newest(Purpose.WHEREABOUTS).version
    return Attempt(world.family.son, body={"purpose": Purpose.WHEREABOUTS, "version": version})


@scene("consents_withdraw")
async def withdraw(world: World) -> Attempt:
    return Attempt(world.family.son, body={"purpose": Purpose.OWN_CALLS})


WRONG = "名字里的“珍”写成了“真”"


@scene("corrections_ask_for_correction")
async def ask_for_correction(world: World) -> Attempt:
    home = await world.household()
    body = {"part": "identity", "words": WRONG}
    return Attempt(world.family.son, ids={"elder_id": home.elder_id}, body=body, home=home)


async def asked(world: World, elder_id: str) -> str:
    """What the son asks; its id."""
    body = {"part": "identity", "words": WRONG}
    made: str = (await world.family.son.post(f"/api/elders/{elder_id}/corrections", body))["id"]
    return made


@scene("corrections_list_open_corrections")
async def list_open_corrections(world: World) -> Attempt:
    home = await world.household()
    await asked(world, home.elder_id)
    return Attempt(world.family.committee, query={"limit": "50"}, home=home)


@scene("corrections_list_corrections")
async def list_corrections(world: World) -> Attempt:
    home = await world.household()
    await asked(world, home.elder_id)
    return Attempt(world.family.son, ids={"elder_id": home.elder_id}, home=home, shows={WRONG})


@scene("corrections_answer_request")
async def answer_request(world: World) -> Attempt:
    home = await world.household()
    body = {"outcome": "corrected", "words": "已经按身份证改好了"}
    return Attempt(
        world.family.committee, ids={"correction_id": await asked(world, home.elder_id)}, body=body, home=home
    )


@scene("dossiers_list_readings")
async def list_readings(world: World) -> Attempt:
    home = await lived_in(world)
    await world.family.committee.get(f"/api/elders/{home.elder_id}")
    return Attempt(world.family.committee, ids={"elder_id": home.elder_id}, home=home, shows={"administration"})


@scene("dossiers_export_own_data")
async def export_own_data(world: World) -> Attempt:
    return Attempt(world.family.son)


@scene("dossiers_export_elder_file")
async def export_elder_file(world: World) -> Attempt:
    home = await lived_in(world)
    return Attempt(world.family.committee, ids={"elder_id": home.elder_id}, home=home)


async def two_files(world: World) -> tuple[Household, str]:
    """A household's elder, and a second file of the same person."""
    home = await world.household()
    double = (await world.family.committee.post("/api/elders", world.elder_body(name=home.name)))["id"]
    return home, double


@scene("dossiers_list_doubles")
async def list_doubles(world: World) -> Attempt:
    home, double = await two_files(world)
    return Attempt(world.township, query={"limit": "50"}, home=home, shows={double})


@scene("dossiers_merge_double")
async def merge_double(world: World) -> Attempt:
    home, double = await two_files(world)
    return Attempt(world.township, ids={"elder_id": home.elder_id}, body={"double_id": double}, home=home)


@scene("dossiers_list_merged_files")
async def list_merged_files(world: World) -> Attempt:
    home, double = await two_files(world)
    await world.township.post(f"/api/elders/{home.elder_id}/merge", {"double_id": double})
    return Attempt(world.family.committee, ids={"elder_id": home.elder_id}, home=home, shows={double})
