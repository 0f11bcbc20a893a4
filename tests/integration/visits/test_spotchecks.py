"""The township's spot checks: the seed before the draw, the draw once, each result once, and never one's own."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from backend.accounts.actions import grant
from backend.accounts.actions import tie as make_tie
from backend.accounts.errors import RoleCannot
from backend.accounts.roles import Role
from backend.audit.models import AuditEvent
from backend.audit.tags import Tag
from backend.divisions.errors import DivisionNotFound
from backend.divisions.models import Division
from backend.divisions.scope import LevelTooLow
from backend.elders.models import Stay
from backend.families.models import FamilyMember
from backend.families.rules import Duty
from backend.policies.actions import set_policy
from backend.policies.rules import SpotCheckShare
from backend.visits.checked import checks, checks_by_village, draws
from backend.visits.drawing import Compared, SpotAnswers, SpotResult, Told
from backend.visits.errors import OwnSpotCheck, SpotAlreadyChecked, SpotCheckNotFound, SpotDayInFuture, SpotDrawNotFound
from backend.visits.models import SpotCheck, SpotDraw, VisitReport
from backend.visits.rules import VisitMode
from backend.visits.spotchecks import draw_reports, record_check, repeats, seed_draw
from tests.factories.race import at_once
from tests.factories.village import Person, World
from tests.factories.visits import a_report

FEBRUARY = date(2026, 2, 1)
MET = SpotAnswers(SpotResult.MET, Told.YES, date(2026, 2, 10), 20, "来过，聊得很好")


@pytest.fixture
async def township(world: World) -> Person:
    return await world.person(Role.TOWNSHIP, name="赵乡长", division=world.township)


async def reported(world: World, visitor: Person, many: int, *, day: int = 10) -> list[UUID]:
    """So many elders of the village, each visited once in February."""
    made = []
    for _ in range(many):
        elder_id = await world.elder()
        await Stay.filter(elder_id=elder_id).update(starts_on=date(2026, 1, 5))
        made.append(await visit(elder_id, visitor, day))
    return made


async def visit(elder_id: UUID, visitor: Person, day: int) -> UUID:
    at = datetime(2026, 2, day, 4, tzinfo=UTC)
    report = a_report(elder_id)
    told = {name: getattr(report, name) for name in ("health", "economy", "family_duty", "safety", "needs")}
    stored = await VisitReport.create(
        elder_id=elder_id,
        visitor_id=visitor.viewer.account_id,
        mode=VisitMode.HOME,
        visited_at=at,
        received_at=at,
        late=False,
        **told,
    )
    return stored.id


async def drawn(world: World, by: Person) -> UUID:
    draw_id = await seed_draw(world.kernel, month=FEBRUARY, division_id=None, by=by.viewer)
    await draw_reports(world.kernel, draw_id=draw_id, by=by.viewer)
    return draw_id


@pytest.fixture
async def visitor(world: World) -> Person:
    return await world.person(Role.VOLUNTEER)


async def only() -> SpotCheck:
    return await SpotCheck.get()


class TestDraw:
    async def test_has_its_seed_on_the_trail_before_anything_is_drawn(
        self, world: World, township: Person, visitor: Person
    ) -> None:
        await reported(world, visitor, 5)
        draw_id = await seed_draw(world.kernel, month=FEBRUARY, division_id=None, by=township.viewer)
        seeded = await SpotDraw.get(id=draw_id)
        assert (seeded.drawn_at, await SpotCheck.all().count()) == (None, 0)
        event = await AuditEvent.get(tag=Tag.SPOT_DRAW_SEEDED)
        told = world.kernel.keys.decrypt(bytes(event.payload or b""), f"audit_events|payload|{event.id}")
        assert seeded.seed.encode() in told
        assert await draw_reports(world.kernel, draw_id=draw_id, by=township.viewer) == 1
        assert (await SpotDraw.get(id=draw_id)).seed == seeded.seed

    async def test_asked_for_again_is_the_same(self, world: World, township: Person, visitor: Person) -> None:
        await reported(world, visitor, 30)
        first = await drawn(world, township)
        kept = set(await SpotCheck.all().values_list("report_id", flat=True))
        later = await reported(world, visitor, 10)
        await VisitReport.filter(id__in=later).update(received_at=world.clock.now())
        assert await drawn(world, township) == first
        assert set(await SpotCheck.all().values_list("report_id", flat=True)) == kept
        assert await repeats(township.viewer.scope, first)

    async def test_does_not_see_what_was_told_after_the_seed(
        self, world: World, township: Person, visitor: Person
    ) -> None:
        await reported(world, visitor, 3)
        draw_id = await seed_draw(world.kernel, month=FEBRUARY, division_id=None, by=township.viewer)
        [late] = await reported(world, visitor, 1)
        await VisitReport.filter(id=late).update(received_at=world.clock.now())
        await draw_reports(world.kernel, draw_id=draw_id, by=township.viewer)
        assert (await SpotDraw.get(id=draw_id)).reports == 3

    async def test_is_by_the_share_of_the_seeds_day(self, world: World, township: Person, visitor: Person) -> None:
        await reported(world, visitor, 4)
        draw_id = await seed_draw(world.kernel, month=FEBRUARY, division_id=None, by=township.viewer)
        value, today = SpotCheckShare(percent=100), township.viewer.today
        await set_policy(world.kernel, division_id=world.township.id, value=value, starts_on=today, by=township.viewer)
        assert await draw_reports(world.kernel, draw_id=draw_id, by=township.viewer) == 1

    async def test_altered_afterwards_does_not_repeat(self, world: World, township: Person, visitor: Person) -> None:
        made = await reported(world, visitor, 30)
        draw_id = await drawn(world, township)
        kept = await SpotCheck.all().values_list("report_id", flat=True)
        other = next(each for each in made if each not in kept)
        await SpotCheck.filter(report_id=kept[0]).update(report_id=other)
        assert not await repeats(township.viewer.scope, draw_id)

    async def test_two_at_once_are_one(self, world: World, township: Person, visitor: Person) -> None:
        await reported(world, visitor, 5)
        place = Division.filter(id=world.township.id)
        given: dict[str, Any] = {"month": FEBRUARY, "division_id": None, "by": township.viewer}
        ids = await at_once(place, *(seed_draw(world.kernel, **given) for _ in range(2)))
        [draw_id] = set(ids)
        assert isinstance(draw_id, UUID)
        row = SpotDraw.filter(id=draw_id)
        await at_once(row, *(draw_reports(world.kernel, draw_id=draw_id, by=township.viewer) for _ in range(2)))
        assert await SpotCheck.all().count() == 1

    async def test_is_for_those_over_the_villages(self, world: World, township: Person) -> None:
        committee = await world.person(Role.COMMITTEE, division=world.village)
        with pytest.raises(RoleCannot):
            await seed_draw(world.kernel, month=FEBRUARY, division_id=None, by=committee.viewer)
        with pytest.raises(DivisionNotFound):
            await seed_draw(world.kernel, month=FEBRUARY, division_id=world.county.id, by=township.viewer)
        county = await world.person(Role.COUNTY, division=world.county)
        whole = await seed_draw(world.kernel, month=FEBRUARY, division_id=None, by=county.viewer)
        with pytest.raises(SpotDrawNotFound):
            await draw_reports(world.kernel, draw_id=whole, by=township.viewer)
        assert [row.id for row in await draws(county.viewer.scope)] == [whole]


class TestCheck:
    async def test_shows_what_the_report_says_only_when_the_answer_is_written(
        self, world: World, township: Person, visitor: Person
    ) -> None:
        await reported(world, visitor, 1)
        await drawn(world, township)
        [before] = (await checks(world.kernel, township.viewer.scope)).rows
        assert (before.reported_on, before.result) == (None, None)
        await record_check(world.kernel, check_id=before.id, answers=MET, by=township.viewer)
        [after] = (await checks(world.kernel, township.viewer.scope)).rows
        assert (after.reported_on, after.opinion, after.checked_by) == (date(2026, 2, 10), "来过，聊得很好", "赵乡长")
        assert (after.there, after.day, after.length) == (Compared.AGREES, Compared.AGREES, Compared.UNKNOWN)
        sealed = (await SpotCheck.get(id=before.id)).opinion
        assert sealed is not None
        assert "来过".encode() not in bytes(sealed)

    async def test_is_written_once_and_nobody_reached_is_a_result(
        self, world: World, township: Person, visitor: Person
    ) -> None:
        await reported(world, visitor, 1)
        await drawn(world, township)
        check_id = (await only()).id
        nobody = SpotAnswers(SpotResult.UNREACHABLE)
        await record_check(world.kernel, check_id=check_id, answers=nobody, by=township.viewer)
        with pytest.raises(SpotAlreadyChecked):
            await record_check(world.kernel, check_id=check_id, answers=MET, by=township.viewer)
        county = await world.person(Role.COUNTY, division=world.county)
        [row] = await checks_by_village(county.viewer.scope, FEBRUARY)
        assert (row.drawn, row.met, row.unreachable, row.differs) == (1, 0, 1, 0)
        with pytest.raises(LevelTooLow):
            await checks(world.kernel, county.viewer.scope)

    @pytest.mark.parametrize("tie", ["visited", "family", "cared for"])
    async def test_is_of_nobodys_own_visit_nor_household(
        self, world: World, township: Person, visitor: Person, tie: str
    ) -> None:
        await reported(world, township if tie == "visited" else visitor, 1)
        await drawn(world, township)
        check = await only()
        if tie == "family":
            await FamilyMember.create(
                elder_id=check.elder_id,
                duty=Duty.SUPPORTER,
                name="赵乡长",
                relation="儿子",
                phone=b"",
                phone_hash=b"",
                account_id=township.viewer.account_id,
                named_at=world.clock.now(),
            )
        elif tie == "cared for":
            account_id = township.viewer.account_id
            membership = await grant(world.kernel, account_id=account_id, role=Role.CAREGIVER, division_id=None)
            await make_tie(world.kernel, membership_id=membership.id, elder_id=check.elder_id)
        with pytest.raises(OwnSpotCheck):
            await record_check(world.kernel, check_id=check.id, answers=MET, by=township.viewer)

    async def test_of_another_township_is_not_there_and_no_day_lies_ahead(
        self, world: World, township: Person, visitor: Person
    ) -> None:
        await reported(world, visitor, 1)
        await drawn(world, township)
        check_id = (await only()).id
        far = await world.person(Role.TOWNSHIP, division=world.neighbour)
        with pytest.raises(SpotCheckNotFound):
            await record_check(world.kernel, check_id=check_id, answers=MET, by=far.viewer)
        ahead = SpotAnswers(SpotResult.MET, Told.YES, township.viewer.today + timedelta(days=1))
        with pytest.raises(SpotDayInFuture):
            await record_check(world.kernel, check_id=check_id, answers=ahead, by=township.viewer)
