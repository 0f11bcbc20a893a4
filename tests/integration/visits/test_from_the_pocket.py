"""Reports that waited in phones: of a pairing that has ended meanwhile, and of two phones at one elder."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest

from backend.accounts.actions import untie
from backend.accounts.models import Tie
from backend.accounts.roles import Role
from backend.elders.errors import ElderNotFound
from backend.visits.actions import submit
from backend.visits.errors import AlreadyReported
from backend.visits.models import VisitDue, VisitReport
from backend.volunteers.models import Pairing, Volunteer
from backend.volunteers.rules import RISK_NOTICE_VERSION, VolunteerState
from tests.factories.village import MORNING, Person, World
from tests.factories.visits import a_report, a_write


@pytest.fixture
async def elder_id(world: World) -> UUID:
    return await world.elder()


@pytest.fixture
async def volunteer(world: World, elder_id: UUID) -> Person:
    """Was paired with the elder from the first of the month until this morning."""
    person = await world.person(Role.VOLUNTEER, elders=(elder_id,))
    tie = await Tie.get(elder_id=elder_id)
    volunteer = await Volunteer.create(
        account_id=person.viewer.account_id,
        village_id=world.village.id,
        membership_id=person.viewer.membership_id,
        state=VolunteerState.TRAINED,
        risk_notice=RISK_NOTICE_VERSION,
        applied_at=MORNING,
    )
    await Pairing.create(
        volunteer_id=volunteer.id,
        elder_id=elder_id,
        tie_id=tie.id,
        started_at=MORNING - timedelta(days=9),
        started_by=person.viewer.account_id,
        ended_at=MORNING,
        ended_by=person.viewer.account_id,
    )
    await untie(world.kernel, tie_id=tie.id)
    return await world.sign_in(person.viewer.account_id)


class TestAfterThePairing:
    async def test_a_visit_made_within_it_is_taken(self, world: World, elder_id: UUID, volunteer: Person) -> None:
        assert volunteer.viewer.elders == ()
        world.clock.advance(timedelta(days=12))
        report = a_report(elder_id, visited_at=MORNING - timedelta(minutes=1))
        made = await submit(world.kernel, report=report, write=a_write(volunteer), by=volunteer.viewer)
        assert (made.late, await VisitReport.filter(elder_id=elder_id).count()) == (True, 1)

    @pytest.mark.parametrize("at", [MORNING - timedelta(days=9, seconds=1), MORNING + timedelta(seconds=1)])
    async def test_one_made_before_or_after_it_is_not(
        self, world: World, elder_id: UUID, volunteer: Person, at: datetime
    ) -> None:
        world.clock.advance(timedelta(hours=1))
        report = a_report(elder_id, visited_at=at)
        with pytest.raises(ElderNotFound):
            await submit(world.kernel, report=report, write=a_write(volunteer), by=volunteer.viewer)

    async def test_nobody_elses_is(self, world: World, elder_id: UUID, volunteer: Person) -> None:
        other = await world.person(Role.VOLUNTEER)
        with pytest.raises(ElderNotFound):
            await submit(world.kernel, report=a_report(elder_id), write=a_write(other), by=other.viewer)


class TestTwoPhones:
    async def test_of_two_visitors_on_one_day_give_two_visits(self, world: World, elder_id: UUID) -> None:
        for hours in (2, 5):
            visitor = await world.person(Role.VOLUNTEER, elders=(elder_id,))
            report = a_report(elder_id, visited_at=MORNING - timedelta(hours=hours))
            await submit(world.kernel, report=report, write=a_write(visitor), by=visitor.viewer)
        assert len({row.visitor_id for row in await VisitReport.filter(elder_id=elder_id)}) == 2
        assert (await VisitDue.get(elder_id=elder_id)).last_visit_at == MORNING - timedelta(hours=2)

    async def test_of_two_visitors_at_one_moment_give_two_visits(self, world: World, elder_id: UUID) -> None:
        for _ in range(2):
            visitor = await world.person(Role.VOLUNTEER, elders=(elder_id,))
            await submit(world.kernel, report=a_report(elder_id), write=a_write(visitor), by=visitor.viewer)
        assert await VisitReport.filter(elder_id=elder_id).count() == 2

    async def test_of_one_visitor_give_two_visits_unless_begun_at_one_moment(
        self, world: World, elder_id: UUID
    ) -> None:
        """What the second phone says of the same visit is refused with words, and stays in that phone."""
        visitor = await world.person(Role.VOLUNTEER, elders=(elder_id,))
        for hours in (2, 5):
            report = a_report(elder_id, visited_at=MORNING - timedelta(hours=hours))
            await submit(world.kernel, report=report, write=a_write(visitor), by=visitor.viewer)
        with pytest.raises(AlreadyReported):
            await submit(world.kernel, report=report, write=a_write(visitor), by=visitor.viewer)
        assert await VisitReport.filter(elder_id=elder_id).count() == 2
