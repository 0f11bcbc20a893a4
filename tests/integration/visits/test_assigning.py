"""Who visits whom: assigned by the committee, one responsible visitor at a time, told in writing."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from backend.accounts.errors import RoleCannot
from backend.accounts.roles import Role
from backend.audit.models import AuditEvent
from backend.audit.tags import Tag
from backend.divisions.scope import LevelTooLow
from backend.elders.absences import end_absence, tell_absence
from backend.elders.errors import ElderNotFound, ElderNotOnRegister
from backend.elders.models import Elder
from backend.elders.rules import AbsenceReason, LeaveReason
from backend.elders.staying import leave, move
from backend.kit.ids import uuid7
from backend.outbox import box
from backend.outbox.models import OutboxEntry
from backend.visits.actions import submit
from backend.visits.assigning import Assigning, NewVisitor, assign, end_assignment
from backend.visits.assignments import AssignmentKind, NoticeTo, VisitorKind
from backend.visits.errors import (
    AssignmentNotFound,
    HandedOverInFuture,
    VisitorChangedMeanwhile,
    VisitorNoticeNotFound,
    VisitorNoticeOutdated,
    VisitorNotPaired,
    VisitorNotPossible,
)
from backend.visits.holders import holders, overdue, visitors
from backend.visits.models import VisitAssignment, VisitorNotice
from backend.visits.notices import Receipt, acknowledge, hand_over, open_notices, own_notices, print_slip
from backend.visits.replanning import replan
from backend.visits.weeks import week
from backend.volunteers.actions import pair, unpair
from backend.volunteers.models import Pairing, Volunteer
from backend.volunteers.rules import RISK_NOTICE_VERSION, VolunteerState
from tests.factories.calls import build_family, confirmed
from tests.factories.documents import FONT
from tests.factories.race import at_once
from tests.factories.village import Person, World
from tests.factories.visits import a_report, a_write

RESPONSIBLE, CADRE = AssignmentKind.RESPONSIBLE, AssignmentKind.CADRE


async def paired(world: World, elder_id: UUID, name: str = "张晓敏") -> Person:
    """A volunteer of the village, paired with the elder by its committee."""
    person = await world.person(Role.VOLUNTEER, name=name)
    volunteer = await Volunteer.create(
        account_id=person.viewer.account_id,
        village_id=world.village.id,
        membership_id=person.viewer.membership_id,
        state=VolunteerState.TRAINED,
        risk_notice=RISK_NOTICE_VERSION,
        applied_at=world.clock.now(),
    )
    committee = await world.person(Role.COMMITTEE, division=world.village)
    await pair(world.kernel, volunteer_id=volunteer.id, elder_id=elder_id, by=committee.viewer)
    return await world.sign_in(person.viewer.account_id)


async def assigned(
    world: World, elder_id: UUID, who: Person, by: Person, *, instead_of: UUID | None = None,
    kind: AssignmentKind = RESPONSIBLE, as_: VisitorKind = VisitorKind.VOLUNTEER,
) -> UUID:  # fmt: skip
    new = NewVisitor(who.viewer.account_id, kind, as_, instead_of)
    return await assign(world.kernel, elder_id=elder_id, new=new, by=by.viewer)


@pytest.fixture
async def committee(world: World) -> Person:
    return await world.person(Role.COMMITTEE, name="赵志强", division=world.village)


async def names(person: Person) -> list[str]:
    """The elders on somebody's list."""
    return [stop.name for stop in (await week(person.viewer.scope, person.viewer.account_id)).visits]


class TestAssign:
    async def test_twice_the_same_is_one_with_one_event(self, world: World, committee: Person) -> None:
        elder_id = await world.elder()
        volunteer = await paired(world, elder_id)
        made = await assigned(world, elder_id, volunteer, committee)
        assert await assigned(world, elder_id, volunteer, committee) == made
        assert await AuditEvent.filter(tag=Tag.VISITOR_ASSIGNED).count() == 1
        assert await VisitorNotice.all().count() == 1

    async def test_moves_the_open_work_at_once_and_says_so(self, world: World, committee: Person) -> None:
        elder_id = await world.elder(name="李桂兰")
        old, new = await paired(world, elder_id, "刘洋"), await paired(world, elder_id, "陈静")
        await replan([elder_id], date(2026, 3, 10))
        world.clock.advance(timedelta(days=60))
        old, new = await world.sign_in(old.viewer.account_id), await world.sign_in(new.viewer.account_id)
        first = await assigned(world, elder_id, old, committee)
        assert (await names(old), await names(new)) == (["李桂兰"], [])
        await assigned(world, elder_id, new, committee, instead_of=first)
        assert (await names(old), await names(new)) == ([], ["李桂兰"])
        told = (await week(old.viewer.scope, old.viewer.account_id)).moved
        assert [(row.elder, row.visitor, row.ended_on) for row in told] == [("李桂兰", "陈静", date(2026, 5, 9))]
        # What is overdue stays doable by the new one.
        seen = a_report(elder_id, visited_at=world.clock.now() - timedelta(hours=1))
        await submit(world.kernel, report=seen, write=a_write(new), by=new.viewer)

    async def test_two_clerks_at_once_make_one(self, world: World, committee: Person) -> None:
        elder_id = await world.elder()
        volunteer = await paired(world, elder_id)
        other = await world.person(Role.COMMITTEE, name="钱会计", division=world.village)
        results = await at_once(
            Elder.filter(id=elder_id),
            assigned(world, elder_id, volunteer, committee),
            assigned(world, elder_id, other, other, as_=VisitorKind.COMMITTEE_MEMBER),
        )
        assert [type(each) for each in results if not isinstance(each, UUID)] == [VisitorChangedMeanwhile]
        assert await VisitAssignment.filter(ended_at=None).count() == 1

    async def test_a_cadre_comes_beside_with_a_rhythm_of_his_own(self, world: World, committee: Person) -> None:
        elder_id = await world.elder(name="李桂兰")
        await replan([elder_id], date(2026, 3, 10))
        cadre = VisitorKind.CADRE
        await assigned(world, elder_id, await paired(world, elder_id), committee)
        await assigned(world, elder_id, committee, committee, kind=CADRE, as_=cadre)
        [stop] = (await week(committee.viewer.scope, committee.viewer.account_id)).visits
        assert (stop.assigned, stop.due_on) == (CADRE, date(2026, 3, 17))
        await submit(world.kernel, report=a_report(elder_id), write=a_write(committee), by=committee.viewer)
        [row] = (await holders(committee.viewer.scope)).rows
        assert (row.visitor, row.cadre) == ("张晓敏", "赵志强")

    async def test_who_is_not_at_home_stays_on_the_lists_with_the_reason(self, world: World, committee: Person) -> None:
        elder_id, by = await world.elder(), committee.viewer
        await replan([elder_id], date(2026, 3, 10))
        await assigned(world, elder_id, committee, committee, as_=VisitorKind.COMMITTEE_MEMBER)
        in_hospital = {"reason": AbsenceReason.HOSPITAL, "starts_on": by.today, "ends_on": None}
        await tell_absence(world.kernel, elder_id=elder_id, by=by, **in_hospital)
        world.clock.advance(timedelta(days=60))
        later = (await world.sign_in(by.account_id)).viewer
        [stop] = (await week(later.scope, later.account_id)).visits
        [late] = (await overdue(later.scope)).rows
        assert (stop.absent, late.absent) == (AbsenceReason.HOSPITAL, AbsenceReason.HOSPITAL)
        await end_absence(world.kernel, elder_id=elder_id, ends_on=later.today, by=later)
        [stop] = (await week(later.scope, later.account_id)).visits
        [late] = (await overdue(later.scope)).rows
        assert (stop.absent, late.absent) == (None, None)

    async def test_a_cadre_may_be_of_the_township_and_stays_when_the_elder_moves_within_it(
        self, world: World, committee: Person
    ) -> None:
        elder_id, cadre = await world.elder(name="李桂兰"), await world.person(Role.TOWNSHIP, division=world.township)
        of_county = await world.person(Role.COUNTY, division=world.county)
        known = {row.account_id for row in await visitors(committee.viewer.scope, elder_id=elder_id)}
        assert cadre.viewer.account_id in known
        assert of_county.viewer.account_id not in known
        with pytest.raises(VisitorNotPossible):
            await assigned(world, elder_id, of_county, committee, kind=CADRE, as_=VisitorKind.CADRE)
        await assigned(world, elder_id, cadre, committee, kind=CADRE, as_=VisitorKind.CADRE)
        await submit(world.kernel, report=a_report(elder_id), write=a_write(cadre), by=cadre.viewer)
        by = cadre.viewer
        await move(world.kernel, elder_id=elder_id, village_id=world.neighbour.id, on=by.today, by=by)
        await box.drain(world.kernel, {"ElderMoved": (Assigning(world.kernel).on_elder_moved,)})
        assert await names(cadre) == ["李桂兰"]

    @pytest.mark.parametrize("role", [Role.TOWNSHIP, Role.VOLUNTEER, Role.SUPPORTER, Role.COUNTY])
    async def test_is_the_committees(self, world: World, role: Role) -> None:
        elder_id = await world.elder()
        somebody = await world.person(role, division=world.township, elders=(elder_id,))
        with pytest.raises(RoleCannot):
            await assigned(world, elder_id, somebody, somebody)

    async def test_refuses_who_cannot_come(self, world: World, committee: Person) -> None:
        elder_id, elsewhere = await world.elder(), await world.elder(village=world.neighbour)
        unpaired = await world.person(Role.VOLUNTEER, elders=(elder_id,))
        far = await world.person(Role.COMMITTEE, division=world.neighbour)
        kin = await world.person(Role.SUPPORTER, elders=(elder_id,))
        for who, as_, refusal in (
            (unpaired, VisitorKind.VOLUNTEER, VisitorNotPaired),
            (unpaired, VisitorKind.SOCIAL_WORKER, VisitorNotPaired),
            (far, VisitorKind.COMMITTEE_MEMBER, VisitorNotPossible),
            (kin, VisitorKind.KIN, VisitorNotPossible),
        ):
            with pytest.raises(refusal):
                await assigned(world, elder_id, who, committee, as_=as_)
        with pytest.raises(ElderNotFound):
            await assigned(world, elsewhere, committee, committee, as_=VisitorKind.COMMITTEE_MEMBER)
        with pytest.raises(VisitorNotPossible):
            await assigned(world, elder_id, await paired(world, elder_id), committee, kind=CADRE)
        assert not await VisitAssignment.exists()

    async def test_refuses_an_elder_who_left(self, world: World, committee: Person) -> None:
        elder_id = await world.elder()
        by = committee.viewer
        await leave(world.kernel, elder_id=elder_id, reason=LeaveReason.DIED, on=by.today, by=by)
        with pytest.raises(ElderNotOnRegister):
            await assigned(world, elder_id, committee, committee, as_=VisitorKind.COMMITTEE_MEMBER)


class TestEnds:
    async def test_by_the_committee_once_and_of_its_own_village_alone(self, world: World, committee: Person) -> None:
        elder_id = await world.elder()
        made = await assigned(world, elder_id, await paired(world, elder_id), committee)
        far = await world.person(Role.COMMITTEE, division=world.neighbour)
        with pytest.raises(AssignmentNotFound):
            await end_assignment(world.kernel, assignment_id=made, by=far.viewer)
        for _ in range(2):
            await end_assignment(world.kernel, assignment_id=made, by=committee.viewer)
        assert await AuditEvent.filter(tag=Tag.VISITOR_ENDED).count() == 1
        assert [row.visitor for row in (await holders(committee.viewer.scope, without=True)).rows] == [None]

    async def test_when_the_pairing_ends_the_elder_leaves_or_moves(self, world: World, committee: Person) -> None:
        unpaired, left, moved = [await world.elder(name=name) for name in ("甲", "乙", "丙")]
        by, township = committee.viewer, await world.person(Role.TOWNSHIP, division=world.township)
        volunteer = await paired(world, unpaired)
        await assigned(world, unpaired, volunteer, committee)
        for elder_id in (left, moved):
            await assigned(world, elder_id, committee, committee, as_=VisitorKind.COMMITTEE_MEMBER)
        [pairing] = await Pairing.all()
        await unpair(world.kernel, pairing_id=pairing.id, by=volunteer.viewer)
        await leave(world.kernel, elder_id=left, reason=LeaveReason.DIED, on=by.today, by=by)
        await move(world.kernel, elder_id=moved, village_id=world.neighbour.id, on=by.today, by=township.viewer)
        assigning = Assigning(world.kernel)
        work = {
            "VolunteerUnpaired": (assigning.on_volunteer_unpaired,),
            "ElderLeft": (assigning.on_elder_left,),
            "ElderMoved": (assigning.on_elder_moved,),
        }
        for _ in range(2):
            await OutboxEntry.filter(topic__in=list(work)).update(done_at=None)
            await box.drain(world.kernel, work)
        assert not await VisitAssignment.exists(ended_at=None)
        assert await AuditEvent.filter(tag=Tag.VISITOR_ENDED).count() == 3
        assert await OutboxEntry.filter(topic="VisitorEnded").count() == 2


class TestNotice:
    async def test_goes_to_elder_and_each_child_and_waits_for_each(self, world: World, committee: Person) -> None:
        family = await build_family(world)
        made = await assigned(world, family.elder_id, await paired(world, family.elder_id), committee)
        waiting = await open_notices(committee.viewer.scope)
        assert [(row.recipient, row.supporter) for row in waiting] == [
            (NoticeTo.ELDER, None), (NoticeTo.SUPPORTER, "张伟"), (NoticeTo.SUPPORTER, "张丽"),
        ]  # fmt: skip
        [own] = await own_notices(world.kernel, family.son.viewer.scope, family.son.viewer.account_id)
        assert (own.visitor, own.since, own.received_on) == ("张晓敏", date(2026, 3, 10), None)
        for _ in range(2):
            await acknowledge(world.kernel, notice_id=own.id, by=family.son.viewer)
        receipt = Receipt(date(2026, 3, 10), "杨树根")
        await hand_over(world.kernel, notice_id=waiting[0].id, receipt=receipt, by=committee.viewer)
        assert [row.supporter for row in await open_notices(committee.viewer.scope)] == ["张丽"]
        assert await AuditEvent.filter(tag=Tag.VISITOR_NOTICE_RECEIVED).count() == 2
        kept = await VisitorNotice.get(id=waiting[0].id)
        assert kept.witness is not None
        assert "杨树根".encode() not in bytes(kept.witness)
        slip = await print_slip(world.kernel, committee.viewer.scope, FONT, made)
        assert slip.pdf.startswith(b"%PDF")

    async def test_belongs_to_whom_it_was_made_for(self, world: World, committee: Person) -> None:
        family, far = await build_family(world), await world.person(Role.COMMITTEE, division=world.neighbour)
        stranger = await confirmed(world, await world.elder(), "外人", "儿子")
        await assigned(world, family.elder_id, await paired(world, family.elder_id), committee)
        [elders, sons, _] = await open_notices(committee.viewer.scope)
        receipt = Receipt(date(2026, 3, 10), "杨树根")
        for notice_id, by in ((sons.id, stranger), (sons.id, family.daughter), (elders.id, family.son)):
            with pytest.raises(VisitorNoticeNotFound):
                await acknowledge(world.kernel, notice_id=notice_id, by=by.viewer)
        for notice_id, by in ((elders.id, far), (uuid7(), committee)):
            with pytest.raises(VisitorNoticeNotFound):
                await hand_over(world.kernel, notice_id=notice_id, receipt=receipt, by=by.viewer)
        for day in (date(2026, 3, 9), date(2026, 3, 11)):
            later = Receipt(day, "杨树根")
            with pytest.raises(HandedOverInFuture):
                await hand_over(world.kernel, notice_id=elders.id, receipt=later, by=committee.viewer)

    async def test_is_written_anew_when_the_visitor_changes(self, world: World, committee: Person) -> None:
        family = await build_family(world)
        first = await assigned(world, family.elder_id, await paired(world, family.elder_id), committee)
        [stale, *_] = await open_notices(committee.viewer.scope)
        as_ = VisitorKind.COMMITTEE_MEMBER
        await assigned(world, family.elder_id, committee, committee, as_=as_, instead_of=first)
        assert {row.visitor for row in await open_notices(committee.viewer.scope)} == {"赵志强"}
        receipt = Receipt(date(2026, 3, 10), "杨树根")
        with pytest.raises(VisitorNoticeOutdated):
            await hand_over(world.kernel, notice_id=stale.id, receipt=receipt, by=committee.viewer)


class TestLoadsAndLists:
    async def test_the_least_laden_comes_first(self, world: World, committee: Person) -> None:
        first, second = await world.elder(), await world.elder()
        volunteer = await paired(world, first)
        await assigned(world, first, volunteer, committee)
        await replan([first, second], date(2026, 1, 1))
        found = {(row.name, row.role): row for row in await visitors(committee.viewer.scope)}
        assert found["张晓敏", "volunteer"].responsible == 1
        [*_, last] = await visitors(committee.viewer.scope, elder_id=second)
        assert last.role == "committee"
        assert found["赵志强", "committee"].responsible == 0

    async def test_the_overdue_come_village_by_village_page_by_page(self, world: World) -> None:
        expected = []
        for village in (world.village, world.neighbour):
            ids = [await world.elder(village=village) for _ in range(3)]
            await replan(ids, date(2026, 3, 10))
            expected += ids
        world.clock.advance(timedelta(days=31))
        township = await world.person(Role.TOWNSHIP, division=world.township)
        found, cursor = [], None
        while True:
            page = await overdue(township.viewer.scope, cursor=cursor, limit=2)
            found += [row.elder_id for row in page.rows]
            if (cursor := page.next_cursor) is None:
                break
        assert found == expected
        county = await world.person(Role.COUNTY, division=world.county)
        with pytest.raises(LevelTooLow):
            await overdue(county.viewer.scope)
