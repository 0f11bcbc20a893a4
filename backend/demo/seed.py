"""One believable township, lived through by the product's own actions: nothing is written past them."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

import structlog

from backend.accounts.actions import grant
from backend.accounts.models import Account
from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.agreements import consenting, drafting, filing, signing, wishing
from backend.agreements.models import Agreement
from backend.agreements.paper import Draft, Promise
from backend.agreements.rules import Answer, Means, ReadBy
from backend.bootstrap import Services
from backend.calls import actions as calls
from backend.calls.asking import record_answer
from backend.calls.planning import Heard
from backend.db import transaction
from backend.demo import asking, boundaries, emergency, pictures, register, screening, township, visiting
from backend.demo.town import Township, morning
from backend.demo.township import Neighbour
from backend.divisions.actions import place
from backend.divisions.models import Division, DivisionLevel
from backend.elders import actions as elder_files
from backend.elders.actions import NewElder
from backend.elders.models import Elder
from backend.elders.rules import PriorityTier
from backend.families.actions import NewMember, claim_places, confirm_member, name_member
from backend.families.models import FamilyMember
from backend.families.rules import Duty
from backend.kit.clock import SHANGHAI, SetClock, shanghai_day
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel
from backend.outbox.box import drain
from backend.outbox.idempotency import keyed_write
from backend.visits.actions import submit
from backend.visits.aid import NeedKind, NewNeed
from backend.visits.proposing import NewProposal, ProposedField
from backend.visits.replanning import on_elder_changed
from backend.visits.rules import Finding, NewReport, Present, VisitMode, VisitPlace
from backend.volunteers import actions as volunteers
from backend.volunteers.rules import RISK_NOTICE_VERSION

log = structlog.get_logger(__name__)

# How far each elder's agreement has come, by the elder's place in the list; the rest have none yet.
FILED, STEPS = 12, ("draft", "draft", "signed", "signed", "handed_in", "handed_in", "consented", "returned", "wish")
_WRITTEN_TWICE = 30
_VISITED_DAYS_AGO = {
    PriorityTier.HIGH: 5,
    PriorityTier.MEDIUM: 12,
    PriorityTier.ROUTINE: 26,
    PriorityTier.UNCLASSIFIED: 9,
}


@dataclass(frozen=True)
class _Offices:
    """The offices as `register.live_on` asks for them."""

    town: Township
    members: list[UUID]

    @property
    def kernel(self) -> Kernel:
        return self.town.kernel

    async def committee(self, village: int) -> Viewer:
        return await self.town.viewer(self.members[village], Role.COMMITTEE)

    async def township(self) -> Viewer:
        return await self.town.viewer((await self.town.person("township")).id, Role.TOWNSHIP)


async def seed(services: Services) -> None:
    """Fill an empty database, all or nothing; a database with people in it is left alone."""
    if await Account.exists():
        return
    now = services.kernel.clock.now()
    town = Township(services, SetClock(morning(now, days_ago=34)))
    async with transaction():
        await _places(town)
        officials = await _officials(town)
        helpers = await _volunteers(town, officials)
        people = township.neighbours(shanghai_day(now))
        elders = []
        for index, neighbour in enumerate(people):
            days_ago = register.registered_days_ago(index)
            town.clock.advance(morning(now, days_ago=days_ago) - town.clock.now())
            elders.append(await _elder(town, neighbour, officials))
        town.clock.advance(morning(now, days_ago=34) - town.clock.now())
        await drain(town.kernel, {"ElderRegistered": (on_elder_changed,)}, limit=1000)
        visitors: list[UUID] = []
        for index, (neighbour, elder_id) in enumerate(zip(people, elders, strict=True)):
            visitor = await _family(town, index, neighbour, elder_id, officials, helpers)
            await _agreement(town, index, neighbour, elder_id, officials[neighbour.village], visitor, now)
            await _visits(town, index, neighbour, elder_id, visitor, now)
            visitors.append(visitor.account_id)
        town.clock.advance(now - town.clock.now())
        offices = _Offices(town, officials)
        for index, (neighbour, elder_id) in enumerate(zip(people, elders, strict=True)):
            by = await offices.committee(neighbour.village)
            await visiting.entrust(town.kernel, index, elder_id, visitor=visitors[index], committee=by)
        numbered = [(elder_id, neighbour.village) for neighbour, elder_id in zip(people, elders, strict=True)]
        await register.live_on(offices, numbered, [village.id for village in town.villages], now)
        county = await town.viewer((await town.person("county")).id, Role.COUNTY)
        await boundaries.merge_hamlet(town.kernel, into=town.villages[2], county=county)
        elder_id, village = numbered[_WRITTEN_TWICE]
        await boundaries.write_twice(town.kernel, elder_id, committee=await offices.committee(village))
        await asking.speak(town, elders[0])
        await _waiting(town, officials)
        await _call_today(town, elders[0], now)
        await screening.screen(
            town.kernel,
            villages=[village.id for village in town.villages],
            committees=[await town.viewer(each, Role.COMMITTEE) for each in officials],
            township=await town.viewer((await town.person("township")).id, Role.TOWNSHIP),
        )
        await emergency.prepare(town, elders[0], committee=await offices.committee(people[0].village), county=county)


async def _places(town: Township) -> None:
    since = date(2020, 1, 1)
    county = await place(
        code=township.COUNTY[0], name=township.COUNTY[1], level=DivisionLevel.COUNTY, parent=None, starts_on=since
    )
    town_ = await place(
        code=township.TOWNSHIP[0], name=township.TOWNSHIP[1], level=DivisionLevel.TOWNSHIP, parent=county,
        starts_on=since,
    )  # fmt: skip
    for code, name in township.VILLAGES:
        village = await place(code=code, name=name, level=DivisionLevel.VILLAGE, parent=town_, starts_on=since)
        town.villages.append(village)


async def _officials(town: Township) -> list[UUID]:
    """Committee members by village; the township and the county sign in beside them."""
    county, town_ = await Division.get(code=township.COUNTY[0]), await Division.get(code=township.TOWNSHIP[0])
    posts = {
        "committee": (Role.COMMITTEE, town.villages[0]),
        "committee2": (Role.COMMITTEE, town.villages[1]),
        "committee3": (Role.COMMITTEE, town.villages[2]),
        "township": (Role.TOWNSHIP, town_),
        "county": (Role.COUNTY, county),
    }
    members: list[UUID] = []
    for who, (role, division) in posts.items():
        account = await town.person(who)
        await Account.filter(id=account.id).update(name=township.OFFICIALS[who])
        await grant(town.kernel, account_id=account.id, role=role, division_id=division.id)
        if role is Role.COMMITTEE:
            members.append(account.id)
    return members


async def _volunteers(town: Township, officials: list[UUID]) -> list[tuple[UUID, UUID]]:
    """Two trained volunteers in each village, as (volunteer, account)."""
    found = []
    for index, name in enumerate(township.VOLUNTEERS):
        village = index % 3
        account = await town.person("volunteer" if index == 0 else f"volunteer{index + 1}")
        committee = await town.viewer(officials[village], Role.COMMITTEE)
        volunteer_id = await volunteers.apply(
            town.kernel, village_id=town.villages[village].id, name=name, risk_notice=RISK_NOTICE_VERSION,
            by=await town.viewer(account.id, None),
        )  # fmt: skip
        await volunteers.approve(town.kernel, volunteer_id=volunteer_id, by=committee)
        await volunteers.pass_training(town.kernel, volunteer_id=volunteer_id, by=committee)
        found.append((volunteer_id, account.id))
    return found


async def _elder(town: Township, who: Neighbour, officials: list[UUID]) -> UUID:
    committee = await town.viewer(officials[who.village], Role.COMMITTEE)
    elder = NewElder(
        name=who.name,
        gender=who.gender,
        born_on=who.born_on,
        address=who.address,
        living_alone=who.living_alone,
        ability_level=who.ability,
        mobility=who.mobility,
        disability=who.disability,
        dementia=who.dementia,
    )
    return await elder_files.register(town.kernel, village_id=town.villages[who.village].id, elder=elder, by=committee)


async def _family(
    town: Township,
    index: int,
    who: Neighbour,
    elder_id: UUID,
    officials: list[UUID],
    helpers: list[tuple[UUID, UUID]],
) -> Viewer:
    """Child, caregiver and volunteer of one elder; returns the volunteer."""
    committee = await town.viewer(officials[who.village], Role.COMMITTEE)
    story = index < 2
    kin: list[tuple[Duty, str, str, str, str | None]] = [
        (Duty.SUPPORTER, "supporter" if story else f"child{index}", who.child, _relation(index), who.city)
    ]
    if story:
        kin.append((Duty.SUPPORTER, "supporter2", "王秀英", "女儿" if index == 0 else "侄女", "东莞"))
    kin.append((Duty.CAREGIVER, "caregiver" if story else f"helper{index}", who.helper, "邻居", None))
    if not story and index >= FILED + len(STEPS) + 12:
        kin = []
    for duty, login, name, relation, city in kin:
        phone = f"138{_phone_tail(login):08d}"
        member = NewMember(duty=duty, name=name, relation=relation, phone=phone, city=city)
        member_id = await name_member(town.kernel, elder_id=elder_id, member=member, by=committee)
        account = await town.person(login, phone)
        await claim_places(town.kernel, by=await town.viewer(account.id, None))
        await confirm_member(town.kernel, member_id=member_id, by=committee)
    helper, account_id = helpers[who.village + (0 if index % 2 == 0 or story else 3)]
    await volunteers.pair(town.kernel, volunteer_id=helper, elder_id=elder_id, by=committee)
    return await town.viewer(account_id, Role.VOLUNTEER)


def _relation(index: int) -> str:
    """The story's son is the second elder's nephew."""
    return {0: "儿子", 1: "侄子"}.get(index, "子女")


def _phone_tail(login: str) -> int:
    return Random(login).randint(10_000_000, 99_999_999)


async def _agreement(
    town: Township, index: int, who: Neighbour, elder_id: UUID, official: UUID, visitor: Viewer, now: datetime
) -> None:
    """As far as this elder's place in the list says."""
    if index == 1:
        goal = "draft"
    elif index <= FILED:
        goal = "filed"
    elif index - FILED - 1 < len(STEPS):
        goal = STEPS[index - FILED - 1]
    else:
        return
    # The draft is young enough for its parties still to sign.
    town.clock.advance(morning(now, days_ago=4 if goal == "draft" else 32 - index) - town.clock.now())
    at = town.clock.now()
    await wishing.record_wish(
        town.kernel, town.services.evidence, elder_id=elder_id, willing=True, words=township.WISH, witness=None,
        asked_at=at, by=visitor,
    )  # fmt: skip
    if goal == "wish":
        return
    story = index < 2
    child = await town.person("supporter" if story else f"child{index}")
    helper = await town.person("caregiver" if story else f"helper{index}")
    by_child = await town.viewer(child.id, Role.SUPPORTER)
    by_helper = await town.viewer(helper.id, Role.CAREGIVER)
    committee = await town.viewer(official, Role.COMMITTEE)
    places = {place.account_id: place.id for place in await FamilyMember.filter(elder_id=elder_id)}
    agreement_id = await drafting.draft(
        town.kernel,
        town.services.settings.documents.font,
        elder_id=elder_id,
        draft=Draft(
            supporters=(Promise(places[child.id]),),
            caregivers=(places[helper.id],),
            duties=("look_in", "meals", "medicine", "safety"),
            starts_on=shanghai_day(at),
            ends_on=shanghai_day(at) + timedelta(days=365),
        ),
        by=by_child,
    )
    steps = ("draft", "signed", "consented", "handed_in", "returned" if goal == "returned" else "filed")
    for step in steps[1 : steps.index(goal) + 1]:
        town.clock.advance(timedelta(hours=1, minutes=20))
        await _step(town, step, agreement_id, by_child, by_helper, visitor, committee)


async def _step(
    town: Township, step: str, agreement_id: UUID, child: Viewer, helper: Viewer, visitor: Viewer, committee: Viewer
) -> None:
    text_hash = (await Agreement.get(id=agreement_id)).text_hash
    match step:
        case "signed":
            for by, act in ((child, signing.sign), (helper, signing.accept)):
                drawn = await town.picture(by.account_id, pictures.signature(f"{by.name}{agreement_id}"))
                signature = signing.Signature(text_hash=text_hash, signature_id=drawn)
                await act(town.kernel, agreement_id=agreement_id, signature=signature, by=by)
        case "consented":
            said = consenting.Said(
                text_hash=text_hash,
                answer=Answer.YES,
                read_by=ReadBy.VISITOR,
                means=Means.HANDWRITING,
                signature_id=await town.picture(visitor.account_id, pictures.signature(str(agreement_id))),
                photo_id=await town.picture(visitor.account_id, pictures.photo(str(agreement_id))),
                witness="杨树根",
                witness_adult=True,
                done_at=town.clock.now(),
            )
            means = town.services.evidence, town.services.settings.documents.font
            await consenting.record_answer(town.kernel, *means, agreement_id=agreement_id, said=said, by=visitor)
        case "handed_in":
            await filing.hand_in(town.kernel, agreement_id=agreement_id, by=child)
        case "returned":
            await filing.return_with_reason(
                town.kernel, agreement_id=agreement_id, reason=township.RETURN_REASON, by=committee
            )
        case "filed":
            await filing.confirm_filing(town.kernel, town.services.evidence, agreement_id=agreement_id, by=committee)


def _told(index: int, latest: bool) -> dict[str, Any]:
    """What a visitor says beside the findings; some need help, of some the file has changed."""
    present = (Present.ELDER, Present.NEIGHBOUR) if index % 5 == 1 else (Present.ELDER,)
    told: dict[str, Any] = {
        "form": "later/1",
        "minutes": 15 + index % 4 * 5,
        "place": VisitPlace.AT_HOME,
        "present": present,
        "people": len(present),
    }
    if latest and index % 11 == 7:
        told |= {"answers": {"hazards": ("heating", "power")}, "hygiene": Finding.WATCH}
        told["need_items"] = (NewNeed(NeedKind.REFIT, "火塘没有烟道，电线老化，想请人来改一改"),)
    if latest and index % 20 == 3:
        told["need_items"] = (NewNeed(NeedKind.MEDICAL, "想有人陪着去乡里看眼睛"),)
        told["proposals"] = (NewProposal(ProposedField.CHILD_MOVED, "home", "小儿子上周从昆明回来，说不走了"),)
    if latest and index == 1:
        told["proposals"] = (NewProposal(ProposedField.PHONE, "13900000021", "旧号停机了"),)
    return told


async def _visits(town: Township, index: int, who: Neighbour, elder_id: UUID, visitor: Viewer, now: datetime) -> None:
    """Two past visits for most: some due today, some overdue, a few never visited."""
    if index % 9 == 8:
        return
    tier = (await Elder.get(id=elder_id)).tier
    gap = _VISITED_DAYS_AGO[tier] + (3 if index % 5 == 4 else 0) + (2 if index == 0 else 0)
    for days_ago in (gap * 2, gap):
        if days_ago > 30:
            continue
        town.clock.advance(morning(now, days_ago=days_ago) - town.clock.now())
        at = town.clock.now()
        photos: tuple[UUID, ...] = ()
        if index < 6:
            photos = (await town.picture(visitor.account_id, pictures.photo(f"{elder_id}{days_ago}")),)
        report = NewReport(
            elder_id=elder_id,
            mode=VisitMode.HOME if index % 4 else VisitMode.PHONE if index else VisitMode.HOME,
            visited_at=at - timedelta(minutes=30),
            health=Finding.WATCH if index % 3 == 0 else Finding.GOOD,
            economy=Finding.GOOD,
            family_duty=Finding.GOOD,
            safety=Finding.HELP if index % 11 == 7 else Finding.GOOD,
            needs=Finding.WATCH if index % 7 == 3 else Finding.GOOD,
            note=township.NOTES[(index + days_ago) % len(township.NOTES)],
            photo_ids=photos,
            **_told(index, days_ago == gap),
        )
        write = keyed_write(
            town.kernel, account_id=visitor.account_id, route="demo", key=uuid7(), path=str(elder_id), body=b""
        )
        await submit(town.kernel, report=report, write=write, by=visitor)


async def _waiting(town: Township, officials: list[UUID]) -> None:
    """Something for the committee to do: a volunteer's application, a place claimed."""
    newcomer = await town.person("newcomer")
    await volunteers.apply(
        town.kernel, village_id=town.villages[0].id, name="邓小林", risk_notice=RISK_NOTICE_VERSION,
        by=await town.viewer(newcomer.id, None),
    )  # fmt: skip


async def _call_today(town: Township, elder_id: UUID, now: datetime) -> None:
    """The son and the volunteer have agreed on this evening, or on an hour from now when it is late."""
    evening = datetime(*shanghai_day(now).timetuple()[:3], 19, 30, tzinfo=SHANGHAI)
    at = evening if evening > now + timedelta(minutes=30) else now + timedelta(hours=1)
    son = await town.viewer((await town.person("supporter")).id, Role.SUPPORTER)
    host = await town.viewer((await town.person("volunteer")).id, Role.VOLUNTEER)
    times = (at.astimezone(now.tzinfo), (at + timedelta(days=1)).astimezone(now.tzinfo))
    call_id = await calls.propose(town.kernel, elder_id=elder_id, times=times, by=son)
    await calls.take(town.kernel, call_id=call_id, starts_at=times[0], by=host)
    await record_answer(town.kernel, call_id=call_id, agrees=True, heard=Heard.IN_PERSON, by=host)
