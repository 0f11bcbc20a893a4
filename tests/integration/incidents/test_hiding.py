"""Whom a concern names sees nothing of it by any way, and it goes one level up; others see their part."""

from typing import Any
from uuid import UUID

import msgspec
import pytest

from backend.accounts.errors import RoleCannot
from backend.accounts.models import Membership
from backend.accounts.roles import Role
from backend.audit.models import Reading
from backend.dossiers.export import export_account, export_elder
from backend.families.models import FamilyMember
from backend.families.rules import Duty
from backend.incidents.actions import mark_seen
from backend.incidents.errors import (
    ConcernNamesOneself,
    IncidentNotFound,
    PhotoNotYours,
    PoliceNotTold,
    ReviewByAnother,
)
from backend.incidents.models import Incident, IncidentNotice, IncidentStepRecord
from backend.incidents.naming import nameable
from backend.incidents.queries import IncidentFile, incident, incident_counts, incidents, led_among, photo
from backend.incidents.rules import ConcernKind, IncidentOutcome, IncidentState, IncidentStep, NamedPart, Service
from backend.kit.ids import uuid7
from backend.notifications.incident_news import INCIDENT_NEWS
from backend.outbox.box import claim
from backend.tasks.models import Task
from tests.factories.calls import confirmed
from tests.factories.incidents import Chain, build_chain, done_steps
from tests.factories.village import Person, World

SAID, DID = "老人说儿子拿走了存折", "已经报警，民警到场"


@pytest.fixture
async def chain(world: World) -> Chain:
    return await build_chain(world)


async def listed(person: Person) -> set[UUID]:
    return {row.id for row in (await incidents(person.viewer.scope, person.viewer)).rows}


async def opened(world: World, person: Person, incident_id: UUID) -> IncidentFile:
    return await incident(world.kernel, person.viewer.scope, person.viewer, incident_id)


async def told(world: World) -> set[UUID]:
    """Everybody who gets a letter of what has happened so far."""
    letters = set[UUID]()
    by_topic = {fact.__name__: (fact, news) for fact, news in INCIDENT_NEWS.items()}
    for entry in await claim(world.clock.now()):
        if entry.topic in by_topic:
            fact, news = by_topic[entry.topic]
            letters |= {letter.to for letter in await news(entry.fact(fact), world.clock.now())}
    return letters


async def newcomer(world: World, chain: Chain, part: NamedPart) -> Person:
    """Somebody who comes to have the part after the concern was raised."""
    if part is NamedPart.VISITOR:
        return await world.person(Role.VOLUNTEER, elders=(chain.elder_id,))
    if part is NamedPart.CHILD:
        return await confirmed(world, chain.elder_id, "张强", "儿子")
    return await confirmed(world, chain.elder_id, "李四", "邻居", Duty.CAREGIVER)


async def sees_nothing(world: World, person: Person, incident_id: UUID, *, letters: set[UUID]) -> None:
    """No list, no file, no picture, no step, no receipt, no task, no letter."""
    viewer = person.viewer
    assert incident_id not in await listed(person)
    for attempt in (
        incident(world.kernel, viewer.scope, viewer, incident_id),
        photo(viewer.scope, viewer, incident_id),
        mark_seen(world.kernel, incident_id=incident_id, by=viewer),
    ):
        with pytest.raises(IncidentNotFound):
            await attempt
    assert await led_among(viewer.scope, viewer, [incident_id]) == {}
    assert viewer.account_id not in letters
    assert not await IncidentNotice.exists(account_id=viewer.account_id, incident_id=incident_id)
    exported = msgspec.json.encode(await export_account(world.kernel, by=viewer)).decode()
    assert str(incident_id) not in exported
    assert SAID not in exported


class TestSight:
    async def test_each_sees_what_is_theirs_and_others_nothing(self, world: World, chain: Chain) -> None:
        picture = await world.photo(chain.family.volunteer)
        incident_id = await chain.raised(words=SAID, photo_id=picture)
        other_village = await world.person(Role.COMMITTEE, division=world.neighbour)
        sight = {
            "volunteer": chain.family.volunteer,
            "son": chain.family.son,
            "village": chain.village,
            "township": chain.township,
        }
        files = {who: await opened(world, each, incident_id) for who, each in sight.items()}
        assert {who: file.words for who, file in files.items()} == {
            "volunteer": SAID,
            "son": None,
            "village": SAID,
            "township": SAID,
        }
        assert {who: file.raised_by for who, file in files.items() if file.raised_by} == dict.fromkeys(
            ("village", "township"), "王小燕"
        )
        assert [(step.step, step.who) for step in files["son"].steps] == [
            (IncidentStep.RAISE, None),
            (IncidentStep.ASK, "赵志强"),
            (IncidentStep.ASK, None),
        ]
        assert all(step.words is None for step in files["son"].steps)
        assert {who for who, file in files.items() if file.possible} == {"village", "township"}
        assert await listed(chain.caregiver) == {incident_id}
        for nobody in (other_village, chain.county):
            assert await listed(nobody) == set()
            with pytest.raises(IncidentNotFound):
                await incident(world.kernel, nobody.viewer.scope, nobody.viewer, incident_id)
        assert await Reading.filter(what="file").count() == 4
        stored = await Incident.get(id=incident_id)
        assert SAID.encode() not in bytes(stored.words or b"")

    async def test_harm_is_kept_from_caregiver_and_volunteer_who_did_not_raise_it(self, chain: Chain) -> None:
        incident_id = await chain.raised(kind=ConcernKind.HARM)
        circle = (chain.family.volunteer, chain.caregiver, chain.family.son)
        assert [await listed(each) for each in circle] == [{incident_id}, set(), {incident_id}]

    async def test_the_county_counts_and_leads_only_what_has_climbed_to_it(self, world: World, chain: Chain) -> None:
        other = await world.person(Role.COUNTY, name="石秀兰", division=world.county)
        incident_id = await chain.raised(kind=ConcernKind.HARM)
        [count] = await incident_counts(chain.county.viewer.scope, chain.county.viewer)
        assert (count.kind, count.open, count.unanswered) == ("harm", 1, 1)
        assert await listed(chain.county) == set()
        for _ in range(2):
            await chain.passes(30)
        assert (await listed(chain.county), await listed(other)) == ({incident_id}, set())
        file = await incident(world.kernel, chain.county.viewer.scope, chain.county.viewer, incident_id)
        assert file.address == "三组 12 号"
        await chain.taken(incident_id, chain.county, IncidentStep.ACKNOWLEDGE)
        with pytest.raises(IncidentNotFound):
            await chain.taken(incident_id, other, IncidentStep.HANDLE, words="x")

    async def test_only_the_group_raises_and_only_offices_lead(self, world: World, chain: Chain) -> None:
        with pytest.raises(RoleCannot):
            await chain.raised(by=chain.county)
        incident_id = await chain.raised()
        for person in (chain.family.son, chain.family.volunteer, chain.caregiver):
            with pytest.raises(RoleCannot):
                await chain.taken(incident_id, person, IncidentStep.ACKNOWLEDGE)
        stranger = await world.person(Role.COMMITTEE, division=world.neighbour)
        with pytest.raises(IncidentNotFound):
            await chain.taken(incident_id, stranger, IncidentStep.ACKNOWLEDGE)
        with pytest.raises(PhotoNotYours):
            await chain.raised(photo_id=uuid7())


class TestNaming:
    @pytest.mark.parametrize("part", [NamedPart.CHILD, NamedPart.CAREGIVER, NamedPart.VISITOR])
    async def test_a_part_hides_it_from_all_who_have_it_also_later(
        self, world: World, chain: Chain, part: NamedPart
    ) -> None:
        by = chain.village if part is NamedPart.VISITOR else chain.family.volunteer
        incident_id = await chain.raised(by=by, words=SAID, parts=(part,), kind=ConcernKind.HARM)
        letters = await told(world)
        those = {
            NamedPart.CHILD: [chain.family.son, chain.family.daughter],
            NamedPart.CAREGIVER: [chain.caregiver],
            NamedPart.VISITOR: [chain.family.volunteer],
        }[part]
        for person in (*those, await newcomer(world, chain, part)):
            await sees_nothing(world, person, incident_id, letters=letters)
        assert chain.village.viewer.account_id in letters
        assert (chain.family.son.viewer.account_id in letters) is (part is not NamedPart.CHILD)
        assert (
            SAID
            not in msgspec.json.encode(
                await export_elder(world.kernel, elder_id=chain.elder_id, by=chain.family.son.viewer)
            ).decode()
        )

    async def test_one_child_is_named_and_the_other_is_told(self, world: World, chain: Chain) -> None:
        son, daughter = chain.family.son, chain.family.daughter
        incident_id = await chain.raised(accounts=(son.viewer.account_id,))
        letters = await told(world)
        await sees_nothing(world, son, incident_id, letters=letters)
        assert daughter.viewer.account_id in letters
        assert await listed(daughter) == {incident_id}

    async def test_a_committee_member_is_passed_over_with_the_whole_village(self, world: World, chain: Chain) -> None:
        other = await world.person(Role.COMMITTEE, name="杨树根", division=world.village)
        incident_id = await chain.raised(words=SAID, accounts=(chain.village.viewer.account_id,))
        letters = await told(world)
        for person in (chain.village, other):
            await sees_nothing(world, person, incident_id, letters=letters)
            with pytest.raises(IncidentNotFound):
                await chain.taken(incident_id, person, IncidentStep.ACKNOWLEDGE)
        assert [row.level for row in await done_steps(incident_id, IncidentStep.ASK)] == ["township"]
        assert chain.township.viewer.account_id in letters
        await chain.passes(15)
        [task] = await Task.all()
        assert (task.division_id, task.waits_for) == (world.township.id, Role.TOWNSHIP)

    async def test_nobody_leads_what_names_his_household(self, world: World, chain: Chain) -> None:
        """The caregiver's brother sits in the committee: they stand together on their own mother's file."""
        mother = await world.elder(name="杨大妹")
        for person, name in ((chain.village, "赵志强"), (chain.caregiver, "李春花")):
            member_id = uuid7()
            await FamilyMember.create(
                id=member_id,
                elder_id=mother,
                duty=Duty.SUPPORTER,
                name=name,
                relation="子女",
                phone=world.kernel.keys.encrypt(b"13900000000", f"family_members|phone|{member_id}"),
                phone_hash=member_id.bytes,
                account_id=person.viewer.account_id,
                named_at=world.clock.now(),
            )
        incident_id = await chain.raised(accounts=(chain.caregiver.viewer.account_id,))
        await sees_nothing(world, chain.village, incident_id, letters=await told(world))
        assert (await Incident.get(id=incident_id)).first_level == "township"

    async def test_nobody_names_himself_and_a_part_of_one_s_own_means_the_others(
        self, world: World, chain: Chain
    ) -> None:
        son, daughter = chain.family.son, chain.family.daughter
        with pytest.raises(ConcernNamesOneself):
            await chain.raised(by=son, accounts=(son.viewer.account_id,))
        incident_id = await chain.raised(by=son, parts=(NamedPart.CHILD,))
        assert (await listed(son), await listed(daughter)) == ({incident_id}, set())

    async def test_can_name_everybody_around_the_elder_but_oneself(self, world: World, chain: Chain) -> None:
        volunteer = chain.family.volunteer.viewer
        found = {(row.name, row.part) for row in await nameable(volunteer.scope, volunteer, chain.elder_id)}
        assert {name for name, _ in found} >= {"张伟", "张丽", "李春花", "赵志强"}
        assert "王小燕" not in {name for name, _ in found}


class TestClosing:
    async def test_from_hand_over_to_review_by_another(self, world: World, chain: Chain) -> None:
        incident_id = await chain.raised(kind=ConcernKind.HARM)
        await chain.taken(incident_id, chain.village, IncidentStep.ACKNOWLEDGE)
        settled: dict[str, Any] = {"outcome": IncidentOutcome.SETTLED, "words": "伤好了"}
        with pytest.raises(PoliceNotTold):
            await chain.taken(incident_id, chain.village, IncidentStep.CLOSE, **settled)
        handed: dict[str, Any] = {"service": Service.POLICE, "at": world.clock.now(), "taken_by": "石门派出所 王警官"}
        await chain.taken(incident_id, chain.village, IncidentStep.HAND_OVER, words=DID, **handed)
        assert await chain.taken(incident_id, chain.village, IncidentStep.CLOSE, **settled) == IncidentState.CLOSED
        review: dict[str, Any] = {"happened": "被打", "done": "报警", "change": "多探访"}
        with pytest.raises(ReviewByAnother):
            await chain.taken(incident_id, chain.village, IncidentStep.REVIEW, **review)
        assert await chain.taken(incident_id, chain.township, IncidentStep.REVIEW, **review) == IncidentState.REVIEWED
        file = await incident(world.kernel, chain.village.viewer.scope, chain.village.viewer, incident_id)
        assert file.review is not None
        assert (file.review.change, file.review.reviewed_by) == ("多探访", "罗永昌")
        over = next(step for step in file.steps if step.step == IncidentStep.HAND_OVER)
        assert (over.service, over.taken_by, over.words) == (Service.POLICE, "石门派出所 王警官", DID)
        assert chain.family.volunteer.viewer.account_id in await told(world)
        kept = b"".join(bytes(row.words or b"") for row in await IncidentStepRecord.all())
        assert DID.encode() not in kept

    async def test_alone_in_the_whole_chain_one_reviews_oneself(self, world: World, chain: Chain) -> None:
        incident_id = await chain.raised()
        await chain.taken(incident_id, chain.village, IncidentStep.ACKNOWLEDGE)
        await chain.taken(
            incident_id, chain.village, IncidentStep.CLOSE, outcome=IncidentOutcome.UNFOUNDED, words="误报"
        )
        others = Membership.exclude(account_id=chain.village.viewer.account_id)
        await others.filter(division_id__not_isnull=True).update(ends_on=chain.village.viewer.today)
        review: dict[str, Any] = {"happened": "误报", "done": "去看过", "change": "没有"}
        assert await chain.taken(incident_id, chain.village, IncidentStep.REVIEW, **review) == IncidentState.REVIEWED
