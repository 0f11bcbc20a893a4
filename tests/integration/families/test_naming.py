"""What a later file tells of supporters: judged by again, and never in the way of who is telling."""

import asyncio
from pathlib import Path

from backend.accounts.roles import Role
from backend.db import open_database, transaction
from backend.elders.eligibility import Verdict
from backend.elders.imports.entries import SupporterEntry
from backend.elders.judging import Situation, judge_eligibility, latest
from backend.elders.models import Elder, EligibilityJudgement
from backend.families.models import FamilyMember, Whereabouts
from backend.families.naming import Naming
from tests.factories.registers import HEADER, Desk, desk_in, row
from tests.factories.sheets import csv_of
from tests.factories.village import World, build_world

TITLES = (*HEADER, "是否本地户籍", "赡养人1务工地", "赡养人1外出日期", "赡养人1是否务工经商", "赡养人1有无赡养能力")


def told(*cells: str) -> bytes:
    return csv_of([TITLES, (*row(1), "是", *cells)])


async def judged_desk(world: World, folder: Path) -> Desk:
    """One elder, judged before anybody was asked about the son."""
    desk = await desk_in(world, folder)
    await desk.stored(told("", "", "", ""))
    committee = await world.person(Role.COMMITTEE, division=world.village)
    facts = Situation(lives_in_countryside=True, supporters=None)
    await judge_eligibility(world.kernel, elder_id=(await Elder.get()).id, facts=facts, by=committee.viewer)
    return desk


class TestTell:
    async def test_has_the_elder_judged_again_by_what_is_told_in_full(self, world: World, tmp_path: Path) -> None:
        desk = await judged_desk(world, tmp_path)
        await desk.stored(told("昆明那边", "", "是", "是"))
        assert await EligibilityJudgement.all().count() == 1
        await desk.stored(told("广东省深圳市", "2024-02-20", "是", "是"))
        found = await latest((await Elder.get()).id)
        assert found is not None
        assert (found.verdict, await EligibilityJudgement.all().count()) == (Verdict.ADMITTED, 2)

    async def test_passes_over_who_is_telling_at_this_moment(self, postgres_url: str, tmp_path: Path) -> None:
        """Waiting for each other, one of the two would be broken off."""
        async with open_database(postgres_url):
            world = await build_world()
            desk = await judged_desk(world, tmp_path)
            member, telling, done = await FamilyMember.get(), asyncio.Event(), asyncio.Event()

            async def tells() -> None:
                async with transaction():
                    await FamilyMember.filter(id=member.id).select_for_update(no_key=True).get()
                    telling.set()
                    await done.wait()

            busy = asyncio.create_task(tells())
            await telling.wait()
            entry = SupporterEntry(name="李强", phone="13900000001", whereabouts="昆明", for_work=True)
            by, today = desk.clerk.viewer.actor, desk.clerk.viewer.today
            async with transaction():
                await Naming(world.kernel).tell({member.elder_id: (entry,)}, by=by, today=today)
            done.set()
            await busy
            assert await Whereabouts.all().count() == 0
