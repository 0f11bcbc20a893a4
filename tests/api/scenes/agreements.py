"""Each step of an agreement, on a household of its own."""

from datetime import UTC, datetime, timedelta
from typing import Any

from tests.api.attempts import Attempt, scene
from tests.api.world import Household, World
from tests.people import drawing
from tests.waiting import until


def wish_body(home: Household) -> dict[str, Any]:
    """The elder is willing."""
    asked_at = datetime.now(UTC).isoformat()
    return {"elder_id": home.elder_id, "willing": True, "words": "愿意", "asked_at": asked_at}


def draft_body(home: Household) -> dict[str, Any]:
    """What the son fills in."""
    today = datetime.now(UTC).date()
    return {
        "elder_id": home.elder_id,
        "supporters": [{"member_id": home.places["son"]}],
        "caregivers": [home.places["caregiver"]],
        "duties": ["look_in", "meals"],
        "starts_on": today.isoformat(),
        "ends_on": (today + timedelta(days=365)).isoformat(),
        "special": "",
    }


async def drafted(world: World, home: Household) -> str:
    """The elder's wish and the son's draft; the agreement's id."""
    await world.family.volunteer.post("/api/agreements/wishes", wish_body(home))
    made: str = (await world.family.son.post("/api/agreements", draft_body(home)))["id"]
    home.marks.add(made)
    return made


async def text_hash(world: World, agreement: str) -> str:
    """Of the text in force."""
    found: str = (await world.family.son.get(f"/api/agreements/{agreement}"))["text_hash"]
    return found


async def signed(world: World, agreement: str) -> None:
    """Son and caregiver sign."""
    hashed = await text_hash(world, agreement)
    for person, step in ((world.family.son, "sign"), (world.family.caregiver, "accept")):
        body = {"text_hash": hashed, "signature_id": await person.upload()}
        await person.post(f"/api/agreements/{agreement}/{step}", body)


async def consent_body(world: World, agreement: str) -> dict[str, Any]:
    """The elder's consent with fresh pictures."""
    volunteer = world.family.volunteer
    return {
        "text_hash": await text_hash(world, agreement),
        "answer": "yes",
        "means": "fingerprint",
        "read_by": "visitor",
        "signature_id": await volunteer.upload(),
        "photo_id": await volunteer.upload(drawing("#803020")),
        "witness": "杨树根",
        "witness_adult": True,
        "done_at": datetime.now(UTC).isoformat(),
    }


async def consented(world: World, home: Household) -> str:
    """Up to the elder's consent."""
    agreement = await drafted(world, home)
    await signed(world, agreement)
    await world.family.volunteer.post(f"/api/agreements/{agreement}/answer", await consent_body(world, agreement))
    return agreement


async def handed_in(world: World, home: Household) -> str:
    """On the committee's desk."""
    agreement = await consented(world, home)
    await world.family.son.post(f"/api/agreements/{agreement}/hand-in")
    return agreement


async def sealed(world: World, home: Household) -> str:
    """Filed, and its PDF there."""
    agreement = await handed_in(world, home)
    await world.family.committee.post(f"/api/agreements/{agreement}/file")

    async def there() -> bool:
        found = await world.family.son.get(f"/api/agreements/{agreement}")
        return bool(found["agreement"]["sealed_at"])

    await until(there, timeout=30, every=0.1)
    return agreement


@scene("agreements_record_wish")
async def record_wish(world: World) -> Attempt:
    home = await world.household()
    return Attempt(world.family.volunteer, body=wish_body(home), home=home)


@scene("agreements_draft_agreement")
async def draft_agreement(world: World) -> Attempt:
    home = await world.household()
    await world.family.volunteer.post("/api/agreements/wishes", wish_body(home))
    return Attempt(world.family.son, body=draft_body(home), home=home)


@scene("agreements_read_agreement")
async def read_agreement(world: World) -> Attempt:
    home = await world.household()
    return Attempt(world.family.son, ids={"agreement_id": await drafted(world, home)}, home=home)


@scene("agreements_rewrite_agreement")
async def rewrite_agreement(world: World) -> Attempt:
    home = await world.household()
    agreement = await drafted(world, home)
    body = {**draft_body(home), "special": "每周去赶一次集"}
    return Attempt(world.family.son, ids={"agreement_id": agreement}, body=body, home=home)


@scene("agreements_sign_agreement")
async def sign_agreement(world: World) -> Attempt:
    home = await world.household()
    agreement, son = await drafted(world, home), world.family.son
    body = {"text_hash": await text_hash(world, agreement), "signature_id": await son.upload()}
    return Attempt(son, ids={"agreement_id": agreement}, body=body, home=home)


@scene("agreements_accept_agreement")
async def accept_agreement(world: World) -> Attempt:
    home = await world.household()
    agreement, caregiver = await drafted(world, home), world.family.caregiver
    body = {"text_hash": await text_hash(world, agreement), "signature_id": await caregiver.upload()}
    return Attempt(caregiver, ids={"agreement_id": agreement}, body=body, home=home)


@scene("agreements_record_answer")
async def record_answer(world: World) -> Attempt:
    home = await world.household()
    agreement = await drafted(world, home)
    await signed(world, agreement)
    body = await consent_body(world, agreement)
    return Attempt(world.family.volunteer, ids={"agreement_id": agreement}, body=body, home=home)


@scene("agreements_hand_in_agreement")
async def hand_in_agreement(world: World) -> Attempt:
    home = await world.household()
    return Attempt(world.family.son, ids={"agreement_id": await consented(world, home)}, home=home)


@scene("agreements_return_agreement")
async def return_agreement(world: World) -> Attempt:
    home = await world.household()
    ids = {"agreement_id": await handed_in(world, home)}
    return Attempt(world.family.committee, ids=ids, body={"reason": "照片看不清"}, home=home)


@scene("agreements_file_agreement")
async def file_agreement(world: World) -> Attempt:
    home = await world.household()
    return Attempt(world.family.committee, ids={"agreement_id": await handed_in(world, home)}, home=home)


@scene("agreements_withdraw_agreement")
async def withdraw_agreement(world: World) -> Attempt:
    home = await world.household()
    return Attempt(world.family.son, ids={"agreement_id": await drafted(world, home)}, home=home)


async def filed(world: World, home: Household) -> str:
    """With its number."""
    agreement = await handed_in(world, home)
    await world.family.committee.post(f"/api/agreements/{agreement}/file")
    return agreement


def some_weeks_on() -> str:
    """The last day of a suspension."""
    return (datetime.now(UTC).date() + timedelta(days=20)).isoformat()


@scene("agreements_view_agreement")
async def view_agreement(world: World) -> Attempt:
    home = await world.household()
    agreement = await drafted(world, home)
    body = {"text_hash": await text_hash(world, agreement)}
    return Attempt(world.family.son, ids={"agreement_id": agreement}, body=body, home=home)


@scene("agreements_decline_agreement")
async def decline_agreement(world: World) -> Attempt:
    home = await world.household()
    agreement = await drafted(world, home)
    body = {"reason": "这阵子照顾不过来"}
    return Attempt(world.family.caregiver, ids={"agreement_id": agreement}, body=body, home=home)


@scene("agreements_extend_invitation")
async def extend_invitation(world: World) -> Attempt:
    home = await world.household()
    return Attempt(world.family.son, ids={"agreement_id": await drafted(world, home)}, home=home)


@scene("agreements_suspend_agreement")
async def suspend_agreement(world: World) -> Attempt:
    home = await world.household()
    body = {"reason": "child_home_a_while", "until": some_weeks_on()}
    return Attempt(world.family.son, ids={"agreement_id": await filed(world, home)}, body=body, home=home)


@scene("agreements_resume_agreement")
async def resume_agreement(world: World) -> Attempt:
    home = await world.household()
    agreement = await filed(world, home)
    body = {"reason": "hospital", "until": some_weeks_on()}
    await world.family.son.post(f"/api/agreements/{agreement}/suspend", body)
    return Attempt(world.family.son, ids={"agreement_id": agreement}, home=home)


@scene("agreements_end_agreement")
async def end_agreement(world: World) -> Attempt:
    home = await world.household()
    body = {"reason": "supporter"}
    return Attempt(world.family.son, ids={"agreement_id": await filed(world, home)}, body=body, home=home)


@scene("agreements_read_pdf")
async def read_pdf(world: World) -> Attempt:
    home = await world.household()
    return Attempt(world.family.son, ids={"agreement_id": await sealed(world, home)}, home=home)


@scene("agreements_check_by_number")
async def check_by_number(world: World) -> Attempt:
    agreement = await sealed(world, await world.household())
    paper = await world.family.son.get(f"/api/agreements/{agreement}")
    query = {"number": paper["agreement"]["number"], "code": paper["check_code"]}
    return Attempt(world.stranger, query=query)


@scene("agreements_check_by_pdf")
async def check_by_pdf(world: World) -> Attempt:
    agreement = await sealed(world, await world.household())
    pdf = await world.family.son.send("GET", f"/api/agreements/{agreement}/pdf")
    return Attempt(world.stranger, content=pdf.content, headers={"content-type": "application/pdf"})
