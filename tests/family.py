"""The family of the story, brought together over HTTP: an elder with two children, a caregiver and a volunteer."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from backend.accounts.roles import Role
from tests.people import County, Person, drawing

PHONES = {"son": "13800000001", "daughter": "13800000002", "caregiver": "13800000003", "volunteer": "13800000004"}


@dataclass
class Family:
    """Everyone, signed in under the role they act in."""

    county: County
    committee: Person
    son: Person
    daughter: Person
    caregiver: Person
    volunteer: Person
    elder_id: str
    places: dict[str, str]


async def bring_together(county: County, village: int = 0, *, mark: str = "") -> Family:
    """Register the elder, confirm the family, train and pair the volunteer. `mark` keeps two families apart."""
    village_id = county.villages[village]
    committee = await county.official(f"committee{mark}", Role.COMMITTEE, village_id, "赵志强")
    elder = {
        "village_id": str(village_id),
        "name": f"李桂兰{mark}",
        "gender": "female",
        "born_on": date(1943, 3, 12).isoformat(),
        "address": "上寨 8 号",
        "living_alone": True,
    }
    elder_id = (await committee.post("/api/elders", elder))["id"]
    phones = {who: f"{phone[:-2]}{mark or '0'}{phone[-1]}"[-11:] for who, phone in PHONES.items()}
    named = (("son", "supporter", "王建国", "儿子"), ("daughter", "supporter", "王秀英", "女儿"))
    places: dict[str, str] = {}
    people: dict[str, Person] = {}
    for who, duty, name, relation in (*named, ("caregiver", "caregiver", "李春花", "邻居")):
        body = {"duty": duty, "name": name, "relation": relation, "phone": phones[who], "city": "深圳"}
        places[who] = (await committee.post(f"/api/elders/{elder_id}/ties", body))["id"]
        people[who] = await county.person(f"{who}{mark}", phones[who])
        await committee.post(f"/api/elders/ties/{places[who]}/confirm")
    volunteer = await county.person(f"volunteer{mark}", phones["volunteer"])
    notice = await volunteer.get("/api/volunteers/risk-notice")
    offer = {"village_id": str(village_id), "name": "张晓敏", "risk_notice": notice["version"]}
    volunteer_id = (await volunteer.post("/api/volunteers", offer))["id"]
    await committee.post(f"/api/volunteers/{volunteer_id}/approve")
    await committee.post(f"/api/volunteers/{volunteer_id}/train")
    await committee.post("/api/volunteers/pairings", {"volunteer_id": volunteer_id, "elder_id": elder_id})
    return Family(
        county, committee, people["son"], people["daughter"], people["caregiver"], volunteer, elder_id, places
    )


async def drafted(family: Family) -> str:
    """The elder's wish, and the son's draft; the agreement's id."""
    wish = {
        "elder_id": family.elder_id,
        "willing": True,
        "words": "有人来看看我，我愿意",
        "asked_at": datetime.now(UTC).isoformat(),
    }
    await family.volunteer.post("/api/agreements/wishes", wish)
    agreement: str = (await family.son.post("/api/agreements", draft_body(family)))["id"]
    return agreement


def draft_body(family: Family) -> dict[str, Any]:
    """What the son fills in."""
    today = datetime.now(UTC).date()
    return {
        "elder_id": family.elder_id,
        "supporters": [{"member_id": family.places["son"]}],
        "caregivers": [family.places["caregiver"]],
        "duties": ["look_in", "meals", "medicine"],
        "starts_on": today.isoformat(),
        "ends_on": (today + timedelta(days=365)).isoformat(),
        "special": "",
    }


async def signed(family: Family, agreement: str) -> str:
    """Son and caregiver sign the text; its hash."""
    text_hash: str = (await family.son.get(f"/api/agreements/{agreement}"))["text_hash"]
    for person, step in ((family.son, "sign"), (family.caregiver, "accept")):
        body = {"text_hash": text_hash, "signature_id": await person.upload()}
        await person.post(f"/api/agreements/{agreement}/{step}", body)
    return text_hash


async def consent_body(family: Family, text_hash: str) -> dict[str, Any]:
    """The elder's consent with fresh pictures."""
    return {
        "text_hash": text_hash,
        "answer": "yes",
        "means": "fingerprint",
        "read_by": "visitor",
        "signature_id": await family.volunteer.upload(),
        "photo_id": await family.volunteer.upload(drawing("#803020")),
        "witness": "杨树根",
        "witness_adult": True,
        "done_at": datetime.now(UTC).isoformat(),
    }


async def handed_in(family: Family) -> str:
    """From the wish to the committee's desk; the agreement's id."""
    agreement = await drafted(family)
    text_hash = await signed(family, agreement)
    await family.volunteer.post(f"/api/agreements/{agreement}/answer", await consent_body(family, text_hash))
    await family.son.post(f"/api/agreements/{agreement}/hand-in")
    return agreement


def report_body(elder_id: str, **changes: Any) -> dict[str, Any]:
    """A visit just made."""
    return {
        "elder_id": elder_id,
        "mode": "home",
        "visited_at": datetime.now(UTC).isoformat(),
        "health": "watch",
        "economy": "good",
        "family_duty": "good",
        "safety": "good",
        "needs": "good",
        "note": "精神不错，腿有点疼",
        "photo_ids": [],
        **changes,
    }
