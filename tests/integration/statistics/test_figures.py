"""The month in figures: what counts, in which month, and that every level is the sum of the one below."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from backend.accounts.roles import Role
from backend.agreements.models import Agreement, AgreementSpan
from backend.agreements.rules import AgreementKind, AgreementState
from backend.calls.models import Call
from backend.calls.rules import CallState
from backend.db import execute, on_postgres
from backend.divisions.actions import place
from backend.divisions.errors import DivisionNotFound
from backend.divisions.models import Division, DivisionLevel, DivisionSpan
from backend.divisions.scope import Scope
from backend.elders.boundaries import merge_villages, move_under
from backend.elders.ledger import ledger
from backend.elders.models import Stay
from backend.elders.rules import LeaveReason
from backend.elders.staying import come_back, leave, move
from backend.kit.ids import uuid7
from backend.statistics.errors import MonthNotPossible
from backend.statistics.queries import Row, figures
from backend.statistics.rules import Figures
from backend.visits.models import VisitDue, VisitReport
from tests.factories.village import LONG_AGO, MORNING, World
from tests.factories.visits import a_report

MARCH = date(2026, 3, 1)
FEBRUARY = date(2026, 2, 1)
BEFORE_FEBRUARY = date(2026, 1, 5)


@pytest.fixture(autouse=True)
async def references_aside(world: World) -> None:
    """Agreements, reports and calls here stand alone, without all the people whose ids they carry."""
    if on_postgres():
        for table in ("agreements", "visit_reports", "calls"):
            await execute(f"ALTER TABLE {table} DISABLE TRIGGER ALL")


@pytest.fixture
async def county(world: World) -> Scope:
    return (await world.person(Role.COUNTY, division=world.county)).viewer.scope


async def of(place: Division, scope: Scope, month: date = MARCH) -> Figures:
    """One place's figures."""
    [found] = [row.figures for row in (await figures(scope, month)).rows if row.place.id == place.id]
    return found


async def elder(world: World, village: Division, *, since: date = BEFORE_FEBRUARY) -> UUID:
    elder_id = await world.elder(village=village)
    await Stay.filter(elder_id=elder_id).update(starts_on=since)
    return elder_id


async def leaves(world: World, elder_id: UUID, on: date) -> None:
    by = (await world.person(Role.COMMITTEE, division=world.village)).viewer
    await leave(world.kernel, elder_id=elder_id, reason=LeaveReason.MOVED_AWAY, on=on, by=by)


async def visited(elder_id: UUID, at: datetime) -> None:
    report = a_report(elder_id)
    findings = {name: getattr(report, name) for name in ("health", "economy", "family_duty", "safety", "needs")}
    await VisitReport.create(
        elder_id=elder_id, visitor_id=uuid7(), mode=report.mode, visited_at=at, received_at=at, late=False, **findings
    )


async def agreed(
    elder_id: UUID,
    village: Division,
    *,
    state: AgreementState = AgreementState.FILED,
    filed_at: datetime = MORNING,
    starts_on: date = date(2026, 1, 1),
    ends_on: date = date(2027, 1, 1),
) -> None:
    made = await Agreement.create(
        elder_id=elder_id,
        village_id=village.id,
        wish_id=uuid7(),
        state=state,
        template="1",
        text=b"",
        text_hash="",
        starts_on=starts_on,
        ends_on=ends_on,
        drafted_by=uuid7(),
        drafted_at=filed_at,
        filed_at=filed_at,
    )
    span: dict[str, Any] = {"agreement_id": made.id, "elder_id": elder_id, "kind": AgreementKind.CARE, "state": state}
    await AgreementSpan.create(**span, starts_at=filed_at)


async def called(elder_id: UUID, at: datetime, seconds: int, state: CallState = CallState.CLOSED) -> None:
    await Call.create(
        elder_id=elder_id,
        proposed_by=uuid7(),
        proposed_at=at,
        times="[]",
        state=state,
        opened_at=at,
        talk_seconds=seconds,
    )


class TestElders:
    async def test_are_those_on_the_register(self, world: World, county: Scope) -> None:
        await elder(world, world.village)
        await leaves(world, await elder(world, world.village), date(2026, 3, 10))
        assert (await of(world.village, county)).elders == 1

    async def test_of_a_month_over_are_those_of_its_last_day(self, world: World, county: Scope) -> None:
        await elder(world, world.village, since=date(2026, 2, 28))
        await elder(world, world.village, since=date(2026, 3, 1))
        await leaves(world, await elder(world, world.village), date(2026, 3, 1))
        assert (await of(world.village, county, FEBRUARY)).elders == 2
        assert (await of(world.village, county, MARCH)).elders == 2


class TestAgreements:
    async def test_count_when_filed_and_in_force(self, world: World, county: Scope) -> None:
        await agreed(await elder(world, world.village), world.village)
        await agreed(await elder(world, world.village), world.village, state=AgreementState.HANDED_IN)
        await agreed(await elder(world, world.village), world.village, starts_on=date(2026, 3, 11))
        await agreed(await elder(world, world.village), world.village, ends_on=date(2026, 3, 9))
        assert (await of(world.village, county)).agreements == 1

    async def test_count_an_elder_once(self, world: World, county: Scope) -> None:
        elder_id = await elder(world, world.village)
        for state in (AgreementState.SUPERSEDED, AgreementState.FILED):
            await agreed(elder_id, world.village, state=state)
        assert (await of(world.village, county)).agreements == 1

    async def test_count_from_the_month_they_were_filed_in(self, world: World, county: Scope) -> None:
        filed_at = datetime(2026, 2, 28, 16, tzinfo=UTC)
        await agreed(await elder(world, world.village), world.village, filed_at=filed_at)
        assert (await of(world.village, county, FEBRUARY)).agreements == 0
        assert (await of(world.village, county, MARCH)).agreements == 1


class TestVisits:
    @pytest.mark.parametrize(
        ("at", "february", "march"),
        [
            (datetime(2026, 1, 31, 15, 59, 59, tzinfo=UTC), 0, 0),
            (datetime(2026, 1, 31, 16, tzinfo=UTC), 1, 0),
            (datetime(2026, 2, 28, 15, 59, 59, tzinfo=UTC), 1, 0),
            (datetime(2026, 2, 28, 16, tzinfo=UTC), 0, 1),
        ],
    )
    async def test_belong_to_chinas_month(
        self, world: World, county: Scope, at: datetime, february: int, march: int
    ) -> None:
        await visited(await elder(world, world.village), at)
        assert (await of(world.village, county, FEBRUARY)).visited == february
        assert (await of(world.village, county, MARCH)).visited == march

    async def test_count_an_elder_once(self, world: World, county: Scope) -> None:
        elder_id = await elder(world, world.village)
        for hours in (1, 2):
            await visited(elder_id, MORNING - timedelta(hours=hours))
        assert (await of(world.village, county)).visited == 1

    async def test_are_not_owed_to_who_came_in_the_months_course_unless_made(self, world: World, county: Scope) -> None:
        new, seen = [await elder(world, world.village, since=date(2026, 3, 7)) for _ in range(2)]
        await visited(seen, MORNING)
        found = await of(world.village, county)
        assert (found.elders, found.visits_owed, found.visited) == (2, 1, 1)
        assert new != seen

    async def test_are_overdue_by_their_day_while_the_month_runs(self, world: World, county: Scope) -> None:
        for due_on in (date(2026, 3, 9), date(2026, 3, 10)):
            await VisitDue.create(elder_id=await elder(world, world.village), due_on=due_on)
        assert (await of(world.village, county)).overdue == 1

    async def test_are_overdue_at_the_end_of_a_month_without_any(self, world: World, county: Scope) -> None:
        await elder(world, world.village)
        await elder(world, world.village, since=date(2026, 2, 20))
        await visited(await elder(world, world.village), datetime(2026, 2, 20, tzinfo=UTC))
        assert (await of(world.village, county, FEBRUARY)).overdue == 1


class TestCalls:
    async def test_count_when_somebody_talked(self, world: World, county: Scope) -> None:
        elder_id = await elder(world, world.village)
        await called(elder_id, MORNING, 89)
        await called(elder_id, MORNING, 90)
        await called(elder_id, MORNING, 0)
        await called(elder_id, MORNING, 600, CallState.OPEN)
        await called(elder_id, datetime(2026, 2, 28, 15, 59, tzinfo=UTC), 600)
        found = await of(world.village, county)
        assert (found.calls, found.call_minutes) == (2, 1 + 2)

    async def test_with_an_elder_who_left_since_still_count(self, world: World, county: Scope) -> None:
        elder_id = await elder(world, world.village)
        await called(elder_id, MORNING, 60)
        await leaves(world, elder_id, date(2026, 3, 10))
        found = await of(world.village, county)
        assert (found.elders, found.calls) == (0, 1)


def sums(rows: Sequence[Row]) -> dict[UUID, Figures]:
    """For each place that has places under it, what those come to."""
    parents = {row.place.parent_id for row in rows} - {None}
    return {
        parent: sum((row.figures for row in rows if row.place.parent_id == parent), Figures())
        for parent in parents
        if parent is not None
    }


class TestLevels:
    async def test_add_up(self, world: World, county: Scope) -> None:
        other = await place(
            code="520123200000", name="双河乡", level=DivisionLevel.TOWNSHIP, parent=world.county, starts_on=LONG_AGO
        )
        far = await place(
            code="520123200201", name="河口村", level=DivisionLevel.VILLAGE, parent=other, starts_on=LONG_AGO
        )
        for village, people in ((world.village, 3), (world.neighbour, 2), (far, 4)):
            for number in range(people):
                elder_id = await elder(world, village)
                await called(elder_id, MORNING, 100 * number + 29)
                if number % 2:
                    await visited(elder_id, MORNING)
                    await agreed(elder_id, village)
        rows = (await figures(county, MARCH)).rows
        totals = {row.place.id: row.figures for row in rows}
        assert {parent: totals[parent] for parent in sums(rows)} == sums(rows)
        assert set(sums(rows)) == {world.county.id, world.township.id, other.id}
        assert totals[world.county.id].elders == 9
        assert totals[world.county.id].visited == totals[world.county.id].agreements == 4

    async def test_follow_the_tree_as_it_stood(self, world: World, county: Scope) -> None:
        """The village went to another township on 1 March."""
        other = await place(
            code="520123200000", name="双河乡", level=DivisionLevel.TOWNSHIP, parent=world.county, starts_on=LONG_AGO
        )
        await DivisionSpan.filter(ancestor_id=world.township.id, descendant_id=world.village.id).update(ends_on=MARCH)
        await DivisionSpan.create(ancestor_id=other.id, descendant_id=world.village.id, starts_on=MARCH)
        await elder(world, world.village)
        for month, home, stranger in ((FEBRUARY, world.township, other), (MARCH, other, world.township)):
            rows = (await figures(county, month)).rows
            assert [row.place.parent_id for row in rows if row.place.id == world.village.id] == [home.id]
            assert (await of(home, county, month)).elders == 1
            assert (await of(stranger, county, month)).elders == 0
            assert (await of(world.county, county, month)).elders == 1


async def everywhere(scope: Scope, month: date) -> dict[UUID, Figures]:
    return {row.place.id: row.figures for row in (await figures(scope, month)).rows}


class TestPast:
    """What was told of a month is told of it ever after."""

    @pytest.fixture
    async def people(self, world: World) -> list[UUID]:
        """Three in the village since before February, one of them called and visited in both months."""
        people = [await elder(world, world.village) for _ in range(3)]
        for at in (datetime(2026, 2, 5, 4, tzinfo=UTC), MORNING):
            await visited(people[0], at)
            await called(people[0], at, 60)
        return people

    @pytest.mark.parametrize("happens", ["moves", "merges", "leaves"])
    async def test_stays_as_it_was_whatever_happens_since(
        self, world: World, county: Scope, people: list[UUID], happens: str
    ) -> None:
        before = await everywhere(county, FEBRUARY)
        assert before[world.village.id] == Figures(
            elders=3, visits_owed=3, visited=1, overdue=2, calls=1, call_minutes=1
        )
        await self.happen(world, happens, people)
        assert await everywhere(county, FEBRUARY) == before
        march = await everywhere(county, MARCH)
        assert world.village.id not in march or march[world.village.id] != before[world.village.id]
        if happens != "leaves":
            assert march[world.neighbour.id].elders >= 1

    async def happen(self, world: World, happens: str, people: list[UUID]) -> None:
        on = date(2026, 3, 5)
        if happens == "moves":
            by = (await world.person(Role.TOWNSHIP, division=world.township)).viewer
            await move(world.kernel, elder_id=people[0], village_id=world.neighbour.id, on=on, by=by)
        elif happens == "merges":
            by = (await world.person(Role.COUNTY, division=world.county)).viewer
            await merge_villages(world.kernel, village_id=world.village.id, into_id=world.neighbour.id, on=on, by=by)
        else:
            await leaves(world, people[0], on)

    async def test_of_who_moved_in_its_course_counts_in_the_village_of_its_end(
        self, world: World, county: Scope, people: list[UUID]
    ) -> None:
        await self.happen(world, "moves", people)
        found = await everywhere(county, MARCH)
        assert found[world.village.id] == Figures(elders=2, visits_owed=2)
        assert found[world.neighbour.id] == Figures(elders=1, visits_owed=1, visited=1, calls=1, call_minutes=1)

    async def test_of_a_village_merged_in_its_course_is_its_successors(
        self, world: World, county: Scope, people: list[UUID]
    ) -> None:
        """Also the calls of one who had left before."""
        await called(people[1], datetime(2026, 3, 2, 4, tzinfo=UTC), 60)
        await leaves(world, people[1], date(2026, 3, 3))
        await self.happen(world, "merges", people)
        found = await everywhere(county, MARCH)
        assert world.village.id not in found
        assert found[world.neighbour.id] == Figures(elders=2, visits_owed=2, visited=1, calls=2, call_minutes=2)

    async def test_owes_no_visit_to_who_came_back_in_its_course(
        self, world: World, county: Scope, people: list[UUID]
    ) -> None:
        by = (await world.person(Role.COMMITTEE, division=world.village)).viewer
        await leaves(world, people[1], date(2026, 2, 20))
        await come_back(world.kernel, elder_id=people[1], on=date(2026, 3, 2), by=by)
        found = (await everywhere(county, MARCH))[world.village.id]
        assert (found.elders, found.visits_owed) == (3, 2)

    async def test_has_as_many_elders_as_the_ledger_of_the_same_day(
        self, world: World, county: Scope, people: list[UUID]
    ) -> None:
        other = await place(
            code="520123200000", name="双河乡", level=DivisionLevel.TOWNSHIP, parent=world.county, starts_on=LONG_AGO
        )
        by = (await world.person(Role.COUNTY, division=world.county)).viewer
        await self.happen(world, "moves", people)
        await leaves(world, people[1], date(2026, 2, 27))
        await move_under(world.kernel, division_id=world.village.id, parent_id=other.id, on=date(2026, 3, 1), by=by)
        await elder(world, world.neighbour, since=date(2026, 3, 2))
        for month, day in ((FEBRUARY, date(2026, 2, 28)), (MARCH, date(2026, 3, 10))):
            told = {row.id: row.tiers.values() for row in (await ledger(county, as_of=day)).rows}
            by_ledger = {place_id: sum(each.on_register for each in tiers) for place_id, tiers in told.items()}
            by_sheet = {place_id: found.elders for place_id, found in (await everywhere(county, month)).items()}
            assert by_sheet == by_ledger
            assert by_sheet[world.county.id] == (2 if month == FEBRUARY else 3)


class TestSight:
    async def test_of_a_committee_is_its_village(self, world: World) -> None:
        await elder(world, world.village)
        await elder(world, world.neighbour)
        scope = (await world.person(Role.COMMITTEE, division=world.village)).viewer.scope
        [row] = (await figures(scope, MARCH)).rows
        assert (row.place.id, row.place.parent_id, row.figures.elders) == (world.village.id, None, 1)

    async def test_of_those_tied_to_elders_is_empty(self, world: World) -> None:
        elder_id = await elder(world, world.village)
        child = await world.person(Role.SUPPORTER, elders=(elder_id,))
        assert (await figures(child.viewer.scope, MARCH)).rows == ()

    async def test_can_be_narrowed_to_one_place(self, world: World, county: Scope) -> None:
        await elder(world, world.village)
        await elder(world, world.neighbour)
        sheet = await figures(county, MARCH, division_id=world.neighbour.id)
        assert [(row.place.id, row.figures.elders) for row in sheet.rows] == [(world.neighbour.id, 1)]

    async def test_ends_at_ones_own_places(self, world: World) -> None:
        scope = (await world.person(Role.TOWNSHIP, division=world.township)).viewer.scope
        for hidden in (world.county.id, uuid7()):
            with pytest.raises(DivisionNotFound):
                await figures(scope, MARCH, division_id=hidden)

    async def test_does_not_reach_into_the_future(self, county: Scope) -> None:
        with pytest.raises(MonthNotPossible):
            await figures(county, date(2026, 4, 1))
