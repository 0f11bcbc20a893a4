"""What is due and what was seen, each by whom it concerns, and the log of who looked."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

import pytest

from backend.accounts.roles import Role
from backend.audit.models import Reading
from backend.divisions.scope import LevelTooLow
from backend.elders.models import Elder
from backend.kit.ids import uuid7
from backend.kit.pages import CursorNotReadable, encode_cursor
from backend.visits.actions import submit
from backend.visits.errors import ReportNotFound
from backend.visits.latest import latest
from backend.visits.models import VisitDue
from backend.visits.queries import ReportRow, due_list, report, reports
from backend.visits.rules import DueState
from tests.factories.village import MORNING, Person, World
from tests.factories.visits import a_report, a_write

TODAY = date(2026, 3, 10)


async def due(world: World, days: int, address: str = "三组 12 号") -> UUID:
    """An elder whose visit is due `days` from today."""
    elder_id = await world.elder(address=address)
    await VisitDue.create(elder_id=elder_id, due_on=TODAY + timedelta(days=days))
    return elder_id


class TestDueList:
    async def test_puts_the_overdue_first_then_goes_by_day(self, world: World) -> None:
        upcoming, overdue, today = [await due(world, days) for days in (3, -2, 0)]
        volunteer = await world.person(Role.VOLUNTEER, elders=(upcoming, overdue, today))
        page = await due_list(volunteer.viewer.scope)
        assert [(row.elder_id, row.state) for row in page.rows] == [
            (overdue, DueState.OVERDUE),
            (today, DueState.DUE_TODAY),
            (upcoming, DueState.UPCOMING),
        ]

    async def test_keeps_neighbours_together(self, world: World) -> None:
        homes = ["四组 9 号", "一组 2 号", "一组 1 号"]
        people = [await due(world, 0, address=home) for home in homes]
        secretary = await world.person(Role.COMMITTEE, division=world.village)
        assert [row.elder_id for row in (await due_list(secretary.viewer.scope)).rows] == [
            person for _, person in sorted(zip(homes, people, strict=True))
        ]

    async def test_shows_a_volunteer_the_tied_and_a_committee_its_village(self, world: World) -> None:
        mine, other = await due(world, 0), await due(world, 0)
        volunteer = await world.person(Role.VOLUNTEER, elders=(mine,))
        secretary = await world.person(Role.COMMITTEE, division=world.village)
        stranger = await world.person(Role.COMMITTEE, division=world.neighbour)
        assert {row.elder_id for row in (await due_list(volunteer.viewer.scope)).rows} == {mine}
        assert {row.elder_id for row in (await due_list(secretary.viewer.scope)).rows} == {mine, other}
        assert (await due_list(stranger.viewer.scope)).rows == ()

    async def test_leaves_out_who_left(self, world: World) -> None:
        gone = await due(world, 0)
        await Elder.filter(id=gone).update(left_on=TODAY)
        secretary = await world.person(Role.COMMITTEE, division=world.village)
        assert (await due_list(secretary.viewer.scope)).rows == ()

    async def test_turns_pages_without_losing_or_repeating(self, world: World) -> None:
        people = [await due(world, days) for days in (-1, 0, 0, 0, 2)]
        scope = (await world.person(Role.COMMITTEE, division=world.village)).viewer.scope
        seen, cursor = [], None
        while True:
            page = await due_list(scope, cursor=cursor, limit=2)
            seen += [row.elder_id for row in page.rows]
            if (cursor := page.next_cursor) is None:
                break
        assert sorted(seen) == sorted(people)
        assert len(seen) == 5

    async def test_is_not_for_those_who_see_counts(self, world: World) -> None:
        county = await world.person(Role.COUNTY, division=world.county)
        with pytest.raises(LevelTooLow):
            await due_list(county.viewer.scope)


@pytest.fixture
async def elder_id(world: World) -> UUID:
    return await world.elder()


@pytest.fixture
async def volunteer(world: World, elder_id: UUID) -> Person:
    return await world.person(Role.VOLUNTEER, elders=(elder_id,))


async def visit(world: World, volunteer: Person, elder_id: UUID, hours: int, **changes: object) -> UUID:
    """A report of a visit so many hours ago."""
    new = a_report(elder_id, visited_at=MORNING - timedelta(hours=hours), **changes)
    return (await submit(world.kernel, report=new, write=a_write(volunteer), by=volunteer.viewer)).id


async def shown(world: World, person: Person, elder_id: UUID | None = None) -> Sequence[ReportRow]:
    page = await reports(person.viewer.scope, kernel=world.kernel, by=person.viewer.actor, elder_id=elder_id)
    return page.rows


class TestReports:
    async def test_tell_what_was_seen(self, world: World, elder_id: UUID, volunteer: Person) -> None:
        photo = await world.photo(volunteer)
        made = await visit(world, volunteer, elder_id, 30, photo_ids=(photo,), note="屋顶漏雨")
        new = a_report(elder_id)
        assert await shown(world, volunteer) == (
            ReportRow(
                id=made,
                elder_id=elder_id,
                elder="李秀英",
                visited_at=MORNING - timedelta(hours=30),
                received_at=MORNING,
                late=True,
                mode=new.mode,
                visitor="王小燕",
                health=new.health,
                economy=new.economy,
                family_duty=new.family_duty,
                safety=new.safety,
                needs=new.needs,
                hygiene=None,
                photo_ids=[photo],
                has_note=True,
                minutes=None,
            ),
        )

    async def test_come_newest_visit_first(self, world: World, elder_id: UUID, volunteer: Person) -> None:
        made = {hours: await visit(world, volunteer, elder_id, hours) for hours in (5, 1, 9)}
        assert [row.id for row in await shown(world, volunteer)] == [made[1], made[5], made[9]]

    async def test_turn_pages_without_losing_or_repeating(
        self, world: World, elder_id: UUID, volunteer: Person
    ) -> None:
        made = [await visit(world, volunteer, elder_id, hours) for hours in range(5)]
        seen, cursor = [], None
        while True:
            page = await reports(
                volunteer.viewer.scope, kernel=world.kernel, by=volunteer.viewer.actor, cursor=cursor, limit=2
            )
            seen += [row.id for row in page.rows]
            if (cursor := page.next_cursor) is None:
                break
        assert seen == made

    async def test_stay_within_sight(self, world: World, elder_id: UUID, volunteer: Person) -> None:
        other = await world.elder(village=world.neighbour)
        helper = await world.person(Role.VOLUNTEER, elders=(other,))
        mine, theirs = await visit(world, volunteer, elder_id, 1), await visit(world, helper, other, 1)
        child = await world.person(Role.SUPPORTER, elders=(elder_id,))
        township = await world.person(Role.TOWNSHIP, division=world.township)
        assert [row.id for row in await shown(world, child)] == [mine]
        assert {row.id for row in await shown(world, township)} == {mine, theirs}
        assert await shown(world, child, other) == ()
        assert [row.id for row in await shown(world, township, other)] == [theirs]

    @pytest.mark.parametrize(
        "cursor",
        [
            "?",
            encode_cursor("a", "b"),
            encode_cursor("noon", str(UUID(int=7))),
            encode_cursor("0001-01-01", str(UUID(int=7))),
        ],
    )
    async def test_refuse_a_cursor_that_is_not_ours(self, world: World, volunteer: Person, cursor: str) -> None:
        with pytest.raises(CursorNotReadable):
            await reports(volunteer.viewer.scope, kernel=world.kernel, by=volunteer.viewer.actor, cursor=cursor)

    async def test_are_not_for_those_who_see_counts(self, world: World) -> None:
        county = await world.person(Role.COUNTY, division=world.county)
        with pytest.raises(LevelTooLow):
            await shown(world, county)


class TestReadingLog:
    async def test_names_who_looked_at_whom_and_why(self, world: World, elder_id: UUID, volunteer: Person) -> None:
        await visit(world, volunteer, elder_id, 1)
        await visit(world, volunteer, elder_id, 2)
        child = await world.person(Role.SUPPORTER, elders=(elder_id,))
        await shown(world, child)
        reading = await Reading.get()
        assert (reading.account_id, reading.role, reading.purpose) == (child.viewer.account_id, "supporter", "family")
        assert (reading.elder_id, reading.what, reading.at) == (elder_id, "visit_reports", MORNING)

    async def test_has_one_line_for_each_elder_shown(self, world: World, elder_id: UUID, volunteer: Person) -> None:
        other = await world.elder()
        secretary = await world.person(Role.COMMITTEE, division=world.village)
        for seen in (elder_id, other):
            await visit(world, secretary, seen, 1)
            await visit(world, secretary, seen, 2)
        await shown(world, secretary)
        assert {reading.elder_id for reading in await Reading.all()} == {elder_id, other}
        assert await Reading.all().count() == 2

    async def test_leaves_out_an_elder_of_the_next_page(self, world: World, elder_id: UUID) -> None:
        other = await world.elder()
        secretary = await world.person(Role.COMMITTEE, division=world.village)
        await visit(world, secretary, elder_id, 1)
        await visit(world, secretary, other, 2)
        await reports(secretary.viewer.scope, kernel=world.kernel, by=secretary.viewer.actor, limit=1)
        assert (await Reading.get()).elder_id == elder_id

    async def test_knows_who_saw_the_last_report_on_a_first_screen(
        self, world: World, elder_id: UUID, volunteer: Person
    ) -> None:
        await visit(world, volunteer, elder_id, 2)
        last = await visit(world, volunteer, elder_id, 1)
        child = await world.person(Role.SUPPORTER, elders=(elder_id,))
        [row] = await latest(child.viewer.scope, kernel=world.kernel, by=child.viewer.actor)
        reading = await Reading.get()
        assert (row.id, reading.subject_id, reading.what) == (last, last, "latest_report")

    async def test_says_nothing_of_an_empty_page(self, world: World, volunteer: Person) -> None:
        await shown(world, volunteer)
        assert await Reading.all().count() == 0


class TestReport:
    async def test_tells_the_note_and_is_logged(self, world: World, elder_id: UUID, volunteer: Person) -> None:
        made = await visit(world, volunteer, elder_id, 1, note="屋顶漏雨")
        child = await world.person(Role.SUPPORTER, elders=(elder_id,))
        read = await report(child.viewer.scope, made, kernel=world.kernel, by=child.viewer.actor)
        assert (read.id, read.note) == (made, "屋顶漏雨")
        reading = await Reading.get()
        assert (reading.what, reading.subject_id, reading.elder_id) == ("visit_report", made, elder_id)

    async def test_without_a_note_has_none(self, world: World, elder_id: UUID, volunteer: Person) -> None:
        made = await visit(world, volunteer, elder_id, 1)
        read = await report(volunteer.viewer.scope, made, kernel=world.kernel, by=volunteer.viewer.actor)
        assert (read.note, read.has_note) == (None, False)

    async def test_keeps_the_note_from_those_who_see_cards(
        self, world: World, elder_id: UUID, volunteer: Person
    ) -> None:
        made = await visit(world, volunteer, elder_id, 1, note="屋顶漏雨")
        township = await world.person(Role.TOWNSHIP, division=world.township)
        read = await report(township.viewer.scope, made, kernel=world.kernel, by=township.viewer.actor)
        assert (read.note, read.has_note) == (None, True)

    async def test_out_of_sight_is_not_found_and_not_logged(
        self, world: World, elder_id: UUID, volunteer: Person
    ) -> None:
        made = await visit(world, volunteer, elder_id, 1)
        stranger = await world.person(Role.COMMITTEE, division=world.neighbour)
        for hidden in (made, uuid7()):
            with pytest.raises(ReportNotFound):
                await report(stranger.viewer.scope, hidden, kernel=world.kernel, by=stranger.viewer.actor)
        assert await Reading.all().count() == 0
