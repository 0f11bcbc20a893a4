"""Every door of every village: who ticks, what adds up, and who sees no more than figures (R010-R012)."""

import asyncio
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from backend.accounts.errors import RoleCannot
from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.audit.models import AuditEvent
from backend.audit.tags import Tag
from backend.divisions.errors import DivisionNotFound
from backend.divisions.models import Division
from backend.divisions.scope import LevelTooLow
from backend.elders.boundaries import merge_villages
from backend.outbox.box import drain
from backend.outbox.models import OutboxEntry
from backend.screenings.actions import (
    NewHousehold,
    list_households,
    on_villages_merged,
    open_campaign,
    open_seasonal,
    remove_household,
    tick,
)
from backend.screenings.errors import CampaignNotFound, CampaignNotOpen, HouseholdNotFound
from backend.screenings.models import Campaign, Household, HouseholdCheck
from backend.screenings.queries import campaigns, checklist, coverage
from backend.screenings.rules import Outcome
from tests.factories.race import at_once
from tests.factories.tiers import on_day
from tests.factories.village import Person, World

TODAY, END = date(2026, 3, 10), date(2026, 3, 31)


@pytest.fixture
async def committee(world: World) -> Person:
    return await world.person(Role.COMMITTEE, division=world.village)


@pytest.fixture
async def county(world: World) -> Person:
    return await world.person(Role.COUNTY, division=world.county)


@pytest.fixture
async def campaign_id(world: World, county: Person) -> UUID:
    return await open_campaign(
        world.kernel,
        division_id=world.county.id,
        name="春季排查",
        starts_on=TODAY,
        ends_on=END,
        by=county.viewer,
    )


def doors(number: int) -> list[NewHousehold]:
    """The last of them poor, with a very old elder."""
    plain = [NewHousehold(f"上寨 {each} 号", f"李户主{each}") for each in range(1, number)]
    return [*plain, NewHousehold("下寨 1 号", "王户主", poor=True, very_old=True)]


async def listed(world: World, by: Viewer, number: int = 4, village: Division | None = None) -> list[UUID]:
    village_id = (village or world.village).id
    return await list_households(world.kernel, village_id=village_id, households=doors(number), by=by)


class TestOpen:
    async def test_is_told_and_seen_by_every_village_under_it(
        self, world: World, committee: Person, campaign_id: UUID
    ) -> None:
        assert [row.id for row in await campaigns(committee.viewer.scope)] == [campaign_id]
        assert await OutboxEntry.filter(topic="ScreeningOpened").count() == 1
        assert await AuditEvent.filter(subject_id=world.county.id, tag=Tag.SCREENING_OPENED).count() == 1

    async def test_is_for_those_above_villages(self, world: World, committee: Person) -> None:
        township = await world.person(Role.TOWNSHIP, division=world.township)
        for person, place, refusal in (
            (committee, world.village, RoleCannot),
            (township, world.county, DivisionNotFound),
        ):
            about: dict[str, Any] = {"division_id": place.id, "name": "排查", "starts_on": TODAY, "ends_on": END}
            with pytest.raises(refusal):
                await open_campaign(world.kernel, **about, by=person.viewer)

    async def test_of_the_season_happens_once_in_each_county(self, world: World) -> None:
        opened = await asyncio.gather(*(open_seasonal(world.kernel, TODAY) for _ in range(2)))
        assert sorted(opened) == [0, 1]
        assert await open_seasonal(world.kernel, date(2026, 3, 31)) == 0
        assert await open_seasonal(world.kernel, date(2026, 4, 1)) == 0
        assert await open_seasonal(world.kernel, date(2026, 9, 2)) == 1
        names = [row.name for row in await Campaign.all().order_by("starts_on")]
        assert names == ["2026 年春季摸底排查", "2026 年秋季摸底排查"]
        assert await OutboxEntry.filter(topic="ScreeningOpened").count() == 2


class TestHouseholds:
    async def test_stand_on_the_list_once(self, world: World, committee: Person) -> None:
        first, again = await listed(world, committee.viewer), await listed(world, committee.viewer)
        assert (len(first), again, await Household.all().count()) == (4, [], 4)

    async def test_are_for_the_villages_own_committee(self, world: World, county: Person) -> None:
        other = await world.person(Role.COMMITTEE, division=world.neighbour)
        for person, refusal in ((other, DivisionNotFound), (county, RoleCannot)):
            with pytest.raises(refusal):
                await listed(world, person.viewer)

    async def test_removed_are_asked_for_no_longer(self, world: World, committee: Person, campaign_id: UUID) -> None:
        first, *_ = await listed(world, committee.viewer)
        await remove_household(world.kernel, household_id=first, by=committee.viewer)
        with pytest.raises(HouseholdNotFound):
            await remove_household(world.kernel, household_id=first, by=committee.viewer)
        [county, *_] = await coverage(committee.viewer.scope, campaign_id, world.village.id)
        assert county.households == 3

    async def test_go_over_with_a_merged_village(self, world: World, committee: Person, county: Person) -> None:
        other = await world.person(Role.COMMITTEE, division=world.neighbour)
        await listed(world, committee.viewer, 4)
        await listed(world, other.viewer, 2, world.neighbour)
        places: dict[str, Any] = {"village_id": world.village.id, "into_id": world.neighbour.id}
        await merge_villages(world.kernel, **places, on=TODAY, by=county.viewer)
        for _ in range(2):
            await drain(world.kernel, {"VillagesMerged": (on_villages_merged,)})
            await OutboxEntry.filter(topic="VillagesMerged").update(done_at=None, lease_until=None)
        assert await Household.filter(village_id=world.neighbour.id, removed_on=None).count() == 4


class TestTick:
    async def test_counts_what_was_found_last(self, world: World, committee: Person, campaign_id: UUID) -> None:
        first, *_ = await listed(world, committee.viewer)
        for outcome in (Outcome.NOBODY_HOME, Outcome.REGISTERED, Outcome.REGISTERED):
            about: dict[str, Any] = {"campaign_id": campaign_id, "household_id": first}
            await tick(world.kernel, **about, outcome=outcome, note=None, by=committee.viewer)
        assert [row.outcome for row in await HouseholdCheck.all()] == [Outcome.REGISTERED]
        assert await AuditEvent.filter(tag=Tag.HOUSEHOLD_CHECKED).count() == 2

    async def test_keeps_the_note_sealed_and_shows_it_to_the_village(
        self, world: World, committee: Person, campaign_id: UUID
    ) -> None:
        first, *_ = await listed(world, committee.viewer)
        about: dict[str, Any] = {"campaign_id": campaign_id, "household_id": first, "outcome": Outcome.NOBODY_HOME}
        await tick(world.kernel, **about, note="赶集去了", by=committee.viewer)
        assert "赶集".encode() not in bytes((await HouseholdCheck.get()).note or b"")
        rows = (await checklist(world.kernel, committee.viewer.scope, campaign_id, world.village.id)).rows
        assert [row.note for row in rows if row.id == first] == ["赶集去了"]

    async def test_is_of_the_campaigns_own_days(self, world: World, committee: Person, campaign_id: UUID) -> None:
        first, *_ = await listed(world, committee.viewer)
        for day in (date(2026, 3, 9), date(2026, 4, 1)):
            with pytest.raises(CampaignNotOpen):
                await tick(
                    world.kernel,
                    campaign_id=campaign_id,
                    household_id=first,
                    outcome=Outcome.ON_FILE,
                    note=None,
                    by=on_day(committee.viewer, day),
                )

    async def test_is_for_the_villages_own_committee(self, world: World, committee: Person, campaign_id: UUID) -> None:
        first, *_ = await listed(world, committee.viewer)
        other = await world.person(Role.COMMITTEE, division=world.neighbour)
        township = await world.person(Role.TOWNSHIP, division=world.township)
        for person, refusal in ((other, HouseholdNotFound), (township, RoleCannot)):
            about: dict[str, Any] = {"campaign_id": campaign_id, "household_id": first, "outcome": Outcome.ON_FILE}
            with pytest.raises(refusal):
                await tick(world.kernel, **about, note=None, by=person.viewer)

    async def test_of_two_at_once_leaves_one_row(self, world: World, committee: Person, campaign_id: UUID) -> None:
        first, *_ = await listed(world, committee.viewer)
        about: dict[str, Any] = {
            "campaign_id": campaign_id,
            "household_id": first,
            "note": None,
            "by": committee.viewer,
        }
        both = (tick(world.kernel, **about, outcome=each) for each in (Outcome.ON_FILE, Outcome.NO_LEFT_BEHIND))
        outcomes = await at_once(Household.filter(id=first), *both)
        assert (outcomes, await HouseholdCheck.all().count()) == ([None, None], 1)


class TestChecklist:
    async def test_begins_with_the_focus_and_pages_through(
        self, world: World, committee: Person, campaign_id: UUID
    ) -> None:
        await listed(world, committee.viewer, 5)
        heads, cursor = [], None
        while True:
            page = await checklist(
                world.kernel, committee.viewer.scope, campaign_id, world.village.id, cursor=cursor, limit=2
            )
            heads += [row.head for row in page.rows]
            cursor = page.next_cursor
            if cursor is None:
                break
        assert heads == ["王户主", "李户主1", "李户主2", "李户主3", "李户主4"]

    async def test_unfinished_are_those_to_come_to_again(
        self, world: World, committee: Person, campaign_id: UUID
    ) -> None:
        first, second, *_ = await listed(world, committee.viewer)
        for household_id, outcome in ((first, Outcome.NOBODY_HOME), (second, Outcome.ON_FILE)):
            about: dict[str, Any] = {"campaign_id": campaign_id, "household_id": household_id, "outcome": outcome}
            await tick(world.kernel, **about, note=None, by=committee.viewer)
        rows = (
            await checklist(world.kernel, committee.viewer.scope, campaign_id, world.village.id, unfinished=True)
        ).rows
        assert {row.head for row in rows} == {"王户主", "李户主1", "李户主3"}

    async def test_is_nobody_elses(self, world: World, committee: Person, county: Person, campaign_id: UUID) -> None:
        await listed(world, committee.viewer)
        other = await world.person(Role.COMMITTEE, division=world.neighbour)
        with pytest.raises(DivisionNotFound):
            await checklist(world.kernel, other.viewer.scope, campaign_id, world.village.id)
        township = await world.person(Role.TOWNSHIP, division=world.township)
        for person in (county, township):
            with pytest.raises(LevelTooLow):
                await checklist(world.kernel, person.viewer.scope, campaign_id, world.village.id)


class TestCoverage:
    async def test_adds_up_level_by_level(
        self, world: World, committee: Person, county: Person, campaign_id: UUID
    ) -> None:
        other = await world.person(Role.COMMITTEE, division=world.neighbour)
        here = await listed(world, committee.viewer, 4)
        there = await listed(world, other.viewer, 3, world.neighbour)
        found = [(here[0], Outcome.ON_FILE), (here[1], Outcome.NOBODY_HOME), (here[3], Outcome.REGISTERED)]
        for (household_id, outcome), by in [
            *((each, committee) for each in found),
            ((there[0], Outcome.ON_FILE), other),
        ]:
            about: dict[str, Any] = {"campaign_id": campaign_id, "household_id": household_id, "outcome": outcome}
            await tick(world.kernel, **about, note=None, by=by.viewer)
        rows = {row.division_id: row for row in await coverage(county.viewer.scope, campaign_id, world.county.id)}
        figures = {
            each: (rows[each].households, rows[each].done, rows[each].nobody_home, rows[each].focus_done)
            for each in (world.village.id, world.neighbour.id, world.township.id, world.county.id)
        }
        assert figures == {
            world.village.id: (4, 2, 1, 1),
            world.neighbour.id: (3, 1, 0, 0),
            world.township.id: (7, 3, 1, 1),
            world.county.id: (7, 3, 1, 1),
        }

    async def test_ends_at_ones_own_place(self, world: World, committee: Person, campaign_id: UUID) -> None:
        assert [row.division_id for row in await coverage(committee.viewer.scope, campaign_id, world.village.id)] == [
            world.village.id
        ]
        for place in (world.neighbour, world.township):
            with pytest.raises(DivisionNotFound):
                await coverage(committee.viewer.scope, campaign_id, place.id)

    async def test_is_of_a_screening_in_sight(self, world: World, committee: Person) -> None:
        other = await world.person(Role.COUNTY, division=world.county)
        neighbours: dict[str, Any] = {"division_id": world.neighbour.id, "starts_on": TODAY, "ends_on": END}
        hidden = await open_campaign(world.kernel, **neighbours, name="下坪村排查", by=other.viewer)
        with pytest.raises(CampaignNotFound):
            await coverage(committee.viewer.scope, hidden, world.village.id)
