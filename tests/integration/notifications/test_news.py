"""Who is told what upon each fact; the inbox tells it."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from backend.accounts.models import Tie
from backend.accounts.roles import Role
from backend.agreements import facts as agreements
from backend.agreements.models import Agreement, Party, Wish
from backend.agreements.rules import ActKind, AgreementState, PartyRole
from backend.calls import actions as calls
from backend.calls.asking import record_answer
from backend.calls.hosting import drop_out
from backend.calls.planning import DropOut, Heard
from backend.consents.actions import Telling, set_sharing
from backend.consents.purposes import PARTS
from backend.consents.rules import Expressed
from backend.families.facts import PlaceClaimed, PlaceConfirmed, WhereaboutsDue
from backend.families.models import FamilyMember
from backend.families.rules import Duty
from backend.kit.ids import uuid7
from backend.notifications.agreement_news import AGREEMENT_NEWS
from backend.notifications.call_news import CALL_NEWS
from backend.notifications.family_news import FAMILY_NEWS
from backend.notifications.incident_news import INCIDENT_NEWS
from backend.notifications.news import NEWS
from backend.notifications.reply_news import REPLY_NEWS
from backend.notifications.telling import handlers
from backend.notifications.visitor_news import VISITOR_NEWS
from backend.outbox import box
from backend.outbox.box import Fact
from backend.outbox.models import OutboxEntry
from backend.services import facts as services
from backend.visits.facts import FamilyAnswered, FamilyAsked, FamilyThanked, VisitReported
from backend.visits.models import VisitReport
from backend.visits.rules import Finding, VisitMode
from backend.volunteers import facts as volunteers
from backend.volunteers.models import Volunteer
from backend.volunteers.rules import VolunteerState
from tests.factories.calls import ALOUD, Family, confirmed
from tests.factories.village import Person, World
from tests.integration.notifications.conftest import PostOffice


class Street:
    """Everybody who might be told something, and who was."""

    def __init__(self, office: PostOffice, family: Family, committee: Person, caregiver: Person) -> None:
        self.office, self.family = office, family
        self.people = {
            "son": family.son,
            "daughter": family.daughter,
            "volunteer": family.volunteer,
            "committee": committee,
            "caregiver": caregiver,
        }

    async def told(self, *facts: Fact) -> dict[str, list[str]]:
        """Titles by person, of those who got any."""
        for fact in facts:
            await box.put(self.office.world.kernel, fact)
        await self.office.deliver()
        found = {who: await self.office.inbox(person) for who, person in self.people.items()}
        return {who: titles for who, titles in found.items() if titles}


@pytest.fixture
async def street(office: PostOffice, family: Family, world: World) -> Street:
    committee = await world.person(Role.COMMITTEE, name="刘支书", division=world.village)
    caregiver = await confirmed(world, family.elder_id, "李强", "邻居", Duty.CAREGIVER)
    return Street(office, family, committee, caregiver)


@pytest.fixture
async def agreement_id(street: Street, world: World) -> UUID:
    """An agreement between the son and the neighbour."""
    family = street.family
    son = await FamilyMember.get(account_id=family.son.viewer.account_id)
    caregiver = await FamilyMember.get(duty=Duty.CAREGIVER)
    wish = uuid7()
    await Wish.create(
        id=wish,
        elder_id=family.elder_id,
        willing=True,
        words=b"",
        asked_by=family.volunteer.viewer.account_id,
        asked_at=world.clock.now(),
        received_at=world.clock.now(),
    )
    made = await Agreement.create(
        elder_id=family.elder_id,
        village_id=world.village.id,
        wish_id=wish,
        state=AgreementState.DRAFT,
        template="t1",
        text=b"",
        text_hash="0" * 64,
        starts_on=family.son.viewer.today,
        ends_on=family.son.viewer.today + timedelta(days=365),
        drafted_by=family.son.viewer.account_id,
        drafted_at=world.clock.now(),
    )
    for place, (role, member) in enumerate(((PartyRole.SUPPORTER, son), (PartyRole.CAREGIVER, caregiver))):
        await Party.create(
            agreement_id=made.id, place=place, role=role, member_id=member.id, name=member.name, asked=True
        )
    return made.id


class TestAgreement:
    @pytest.mark.parametrize(("willing", "title"), [(True, "老人愿意，可以起草协议"), (False, "老人这次没有同意")])
    async def test_the_children_hear_what_the_elder_said(self, street: Street, willing: bool, title: str) -> None:
        fact = agreements.WishRecorded(wish_id=uuid7(), elder_id=street.family.elder_id, willing=willing)
        assert await street.told(fact) == {"son": [title], "daughter": [title]}

    async def test_a_draft_waits_for_all_who_sign(self, street: Street, agreement_id: UUID) -> None:
        fact = agreements.AgreementDrafted(agreement_id=agreement_id, elder_id=street.family.elder_id)
        assert await street.told(fact) == {
            "son": ["协议等您签字"],
            "daughter": ["协议等您签字"],
            "caregiver": ["有一份照顾协议等您接受"],
        }

    async def test_each_side_hears_of_the_other(self, street: Street, agreement_id: UUID) -> None:
        def acted(kind: ActKind, complete: bool) -> Fact:
            return agreements.AgreementActed(
                agreement_id=agreement_id, elder_id=street.family.elder_id, kind=kind, complete=complete
            )

        assert await street.told(acted(ActKind.SIGN, False)) == {"caregiver": ["家属签字了"]}
        assert await street.told(acted(ActKind.ACCEPT, True)) == {
            "caregiver": ["家属签字了"],
            "son": ["受托人接受了"],
            "daughter": ["受托人接受了"],
            "volunteer": ["请上门问老人的意见"],
        }

    async def test_the_committee_is_asked_to_confirm(self, street: Street, agreement_id: UUID, world: World) -> None:
        fact = agreements.AgreementHandedIn(
            agreement_id=agreement_id, elder_id=street.family.elder_id, village_id=world.village.id
        )
        assert await street.told(fact) == {"committee": ["有一份协议等您确认"]}

    @pytest.mark.parametrize(
        ("fact_type", "title"),
        [
            (agreements.AgreementConsented, "老人同意了"),
            (agreements.AgreementReturned, "协议被退回，请修改"),
            (agreements.AgreementFiled, "协议报备好了"),
            (agreements.AgreementSealed, "存证协议可以下载了"),
        ],
    )
    async def test_the_parties_hear_of_each_step(
        self, street: Street, agreement_id: UUID, fact_type: type[agreements.AgreementFiled], title: str
    ) -> None:
        fact = fact_type(agreement_id=agreement_id, elder_id=street.family.elder_id)
        assert await street.told(fact) == {"son": [title], "daughter": [title], "caregiver": [title]}


class TestVisit:
    TITLE = "有人探访了您家老人"

    async def reported(self, street: Street, world: World, **found: Finding) -> VisitReported:
        family, now = street.family, world.clock.now()
        domains: dict[str, Any] = dict.fromkeys(("health", "economy", "family_duty", "safety", "needs"), Finding.GOOD)
        report = await VisitReport.create(
            elder_id=family.elder_id,
            visitor_id=family.volunteer.viewer.account_id,
            mode=VisitMode.HOME,
            visited_at=now - timedelta(minutes=await VisitReport.all().count()),
            received_at=now,
            late=False,
            **domains | found,
        )
        return VisitReported(report_id=report.id, elder_id=family.elder_id)

    async def test_is_told_to_each_child_once_however_often_its_fact_comes(self, street: Street, world: World) -> None:
        told = await street.told(await self.reported(street, world))
        assert told == {"son": [self.TITLE], "daughter": [self.TITLE]}
        await OutboxEntry.filter(topic="VisitReported").update(done_at=None, lease_until=None)
        assert await street.told() == told

    async def test_is_told_to_no_child_who_would_find_nothing_in_it(self, street: Street, world: World) -> None:
        by, elder_id, told = (
            street.people["committee"].viewer,
            street.family.elder_id,
            Telling(Expressed.SPOKEN, "杨树根"),
        )
        parts = dict.fromkeys(PARTS, False)
        await set_sharing(world.kernel, elder_id=elder_id, shown=parts, told=told, by=by)
        assert await street.told(await self.reported(street, world)) == {}
        help_needed = await self.reported(street, world, health=Finding.HELP)
        assert await street.told(help_needed) == {"son": [self.TITLE], "daughter": [self.TITLE]}

    async def test_is_thanked_for_and_asked_about_by_way_of_who_made_it(
        self, street: Street, world: World, office: PostOffice
    ) -> None:
        family = street.family
        about = {"reply_id": uuid7(), "report_id": (await self.reported(street, world)).report_id}
        told = await street.told(
            FamilyThanked(elder_id=family.elder_id, **about),
            FamilyAsked(elder_id=family.elder_id, **about),
            FamilyAnswered(elder_id=family.elder_id, said_by=family.son.viewer.account_id, **about),
        )
        assert told == {"volunteer": ["有家人谢谢您", "有家人想问问您"], "son": ["您问的事有答复了"]}

    async def test_is_asked_about_by_way_of_the_committee_once_its_visitor_is_gone(
        self, street: Street, world: World
    ) -> None:
        about = {"reply_id": uuid7(), "report_id": (await self.reported(street, world)).report_id}
        await Tie.filter(membership_id=street.family.volunteer.viewer.membership_id).delete()
        asked = FamilyAsked(elder_id=street.family.elder_id, **about)
        thanked = FamilyThanked(elder_id=street.family.elder_id, **about)
        assert await street.told(asked, thanked) == {"committee": ["有家人想问问您"]}


class TestCall:
    async def test_a_proposal_reaches_the_volunteer(self, street: Street) -> None:
        await street.family.proposed()
        assert await street.told() == {"volunteer": ["家人想约一次亲情连线"]}

    async def test_a_proposal_reaches_the_committee_where_nobody_is_paired(
        self, street: Street, world: World, office: PostOffice
    ) -> None:
        await Tie.filter(membership_id=street.family.volunteer.viewer.membership_id).delete()
        await street.family.proposed()
        assert set(await street.told()) == {"committee"}

    async def test_the_elder_waits_for_the_children(self, street: Street, world: World) -> None:
        call_id = await street.family.agreed()
        await street.told()
        await calls.open_room(world.kernel, call_id=call_id, opening=ALOUD, by=street.family.volunteer.viewer)
        told = await street.told()
        assert told["son"][-1] == told["daughter"][-1] == "老人在等您视频"
        assert told["volunteer"][-1] == "您接下了一次亲情连线"

    async def test_the_family_hears_who_can_come_and_then_that_the_elder_said_yes(
        self, street: Street, world: World
    ) -> None:
        call_id, by = await street.family.taken(), street.family.volunteer.viewer
        assert (await street.told())["son"] == ["有志愿者能来"]
        await record_answer(world.kernel, call_id=call_id, agrees=True, heard=Heard.PHONE, by=by)
        assert (await street.told())["daughter"] == ["有志愿者能来", "亲情连线约好了"]

    async def test_a_host_who_cannot_come_is_replaced_in_sight_of_the_family(
        self, street: Street, world: World
    ) -> None:
        call_id = await street.family.agreed()
        await street.told()
        await drop_out(world.kernel, call_id=call_id, reason=DropOut.ILL, words=None, by=street.family.volunteer.viewer)
        told = await street.told()
        assert told["son"][-1] == "正在换一位志愿者"
        assert told["committee"][-1] == "有一次亲情连线还没人主持"

    async def test_told_too_late_nobody_is_waiting_any_more(self, street: Street, world: World) -> None:
        call_id = await street.family.opened()
        await calls.close(world.kernel, call_id=call_id, by=street.family.volunteer.viewer)
        told = await street.told()
        assert "老人在等您视频" not in told["son"]
        assert told["son"][-1] == "亲情连线结束了"

    async def test_a_cancelled_call_is_told_to_all_but_who_cancelled(self, street: Street, world: World) -> None:
        call_id = await street.family.agreed()
        await calls.cancel(world.kernel, call_id=call_id, by=street.family.son.viewer)
        told = await street.told()
        assert {who for who, titles in told.items() if titles[-1] == "亲情连线取消了"} == {"daughter", "volunteer"}


class TestPlaces:
    async def test_the_committee_is_asked_and_the_person_is_told(self, street: Street) -> None:
        member = await FamilyMember.get(account_id=street.family.daughter.viewer.account_id)
        elder_id = street.family.elder_id
        assert await street.told(PlaceClaimed(family_member_id=member.id, elder_id=elder_id)) == {
            "committee": ["有家人等您确认"]
        }
        assert await street.told(PlaceConfirmed(family_member_id=member.id, elder_id=elder_id)) == {
            "committee": ["有家人等您确认"],
            "daughter": ["身份确认好了"],
        }

    async def test_a_volunteers_way_is_told(self, street: Street, world: World) -> None:
        family = street.family
        volunteer = await Volunteer.create(
            account_id=family.volunteer.viewer.account_id,
            village_id=world.village.id,
            state=VolunteerState.TRAINED,
            risk_notice="v1",
            applied_at=world.clock.now(),
        )
        await street.told(volunteers.VolunteerApplied(volunteer_id=volunteer.id, village_id=world.village.id))
        await street.told(volunteers.VolunteerTrained(volunteer_id=volunteer.id))
        told = await street.told(
            volunteers.VolunteerPaired(pairing_id=uuid7(), volunteer_id=volunteer.id, elder_id=family.elder_id)
        )
        assert told == {
            "committee": ["有人想当志愿者"],
            "volunteer": ["您可以开始志愿服务了", "您有一位结对老人"],
            "son": ["有志愿者结对您家老人"],
            "daughter": ["有志愿者结对您家老人"],
        }


class TestGone:
    async def test_what_is_gone_is_told_of_to_nobody_and_breaks_nothing(self, street: Street) -> None:
        gone = {field: uuid7() for field in ("elder_id", "call_id", "report_id", "agreement_id", "volunteer_id")}
        facts: list[Fact] = [
            VisitReported(report_id=gone["report_id"], elder_id=gone["elder_id"]),
            agreements.AgreementFiled(agreement_id=gone["agreement_id"], elder_id=gone["elder_id"]),
            PlaceClaimed(family_member_id=uuid7(), elder_id=gone["elder_id"]),
            volunteers.VolunteerTrained(volunteer_id=gone["volunteer_id"]),
        ]
        assert await street.told(*facts) == {}
        assert await OutboxEntry.filter(done_at=None).count() == 0

    async def test_each_fact_told_of_has_its_handler(self, office: PostOffice) -> None:
        made = handlers(office.world.kernel, office.wechat, office.settings)
        told = {**NEWS, **AGREEMENT_NEWS, **CALL_NEWS, **FAMILY_NEWS, **REPLY_NEWS, **VISITOR_NEWS, **INCIDENT_NEWS}
        assert set(made) == {each.__name__ for each in told}


class TestFile:
    async def test_a_supporter_long_silent_is_asked_alone(self, street: Street) -> None:
        fact = WhereaboutsDue(account_id=street.family.son.viewer.account_id)
        assert await street.told(fact) == {"son": ["请核对一下您现在在哪里"]}

    async def test_a_request_goes_to_the_committee_and_its_answer_back(self, street: Street) -> None:
        asked = {
            "request_id": uuid7(),
            "elder_id": street.family.elder_id,
            "raised_by": street.family.volunteer.viewer.account_id,
        }
        told = await street.told(services.ServiceRequested(**asked), services.ServiceRequestAnswered(**asked))
        assert told == {"committee": ["老人有事想请村里帮忙"], "volunteer": ["老人的诉求有答复了"]}
