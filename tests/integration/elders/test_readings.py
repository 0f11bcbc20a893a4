"""The village sees who looked at a file of its own, and nobody else sees it."""

from uuid import UUID

import pytest

from backend.accounts.roles import Role
from backend.audit.trail import record_reading
from backend.divisions.scope import LevelTooLow
from backend.elders.errors import ElderNotFound
from backend.elders.readings import readings
from tests.factories.village import Person, World


async def look(world: World, elder_id: UUID, by: Person, what: str = "file") -> None:
    viewer = by.viewer
    purpose = viewer.scope.purpose
    await record_reading(world.kernel, by=viewer.actor, purpose=purpose, elder_id=elder_id, what=what)


class TestReadings:
    async def test_tell_who_from_which_office_as_what_and_why(
        self, world: World, committee: Person, elder_id: UUID
    ) -> None:
        clerk = await world.person(Role.TOWNSHIP, name="罗永昌", division=world.township)
        son = await world.person(Role.SUPPORTER, name="李强", elders=(elder_id,))
        await look(world, elder_id, clerk)
        await look(world, elder_id, son, "tier")
        await look(world, await world.elder(), son)
        rows = (await readings(committee.viewer.scope, elder_id)).rows
        assert [(row.role, row.office, row.name, row.purpose, row.what) for row in rows] == [
            ("supporter", None, "李强", "family", "tier"),
            ("township", "石门乡", "罗永昌", "supervision", "file"),
        ]

    async def test_come_in_pages_each_once(self, world: World, committee: Person, elder_id: UUID) -> None:
        for number in range(5):
            await look(world, elder_id, committee, f"what{number}")
        seen, cursor = [], None
        for _ in range(3):
            page = await readings(committee.viewer.scope, elder_id, cursor=cursor, limit=2)
            seen += [row.what for row in page.rows]
            cursor = page.next_cursor
        assert cursor is None
        assert sorted(seen) == [f"what{number}" for number in range(5)]

    async def test_are_out_of_sight_of_others(self, world: World, elder_id: UUID) -> None:
        stranger = await world.person(Role.COMMITTEE, division=world.neighbour)
        with pytest.raises(ElderNotFound):
            await readings(stranger.viewer.scope, elder_id)
        clerk = await world.person(Role.TOWNSHIP, division=world.township)
        with pytest.raises(LevelTooLow):
            await readings(clerk.viewer.scope, elder_id)
