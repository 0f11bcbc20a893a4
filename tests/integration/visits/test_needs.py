"""Needs from a report to a result: listed, referred, ended, by the committee of the place alone."""

from datetime import timedelta
from uuid import UUID

import pytest

from backend.accounts.errors import RoleCannot
from backend.accounts.roles import Role
from backend.audit.models import AuditEvent
from backend.audit.tags import Tag
from backend.consents.actions import Telling, withdraw_consent
from backend.consents.purposes import Purpose
from backend.consents.rules import Expressed
from backend.elders.models import Elder
from backend.visits.actions import submit
from backend.visits.aid import NeedKind, NewNeed, ReferredTo
from backend.visits.errors import NeedStepNotPossible, VisitNeedNotFound
from backend.visits.models import VisitNeed
from backend.visits.need_list import needs, open_needs
from backend.visits.needs import end_need, refer_need
from tests.factories.race import at_once
from tests.factories.village import Person, World
from tests.factories.visits import a_report, a_write

WORDS = "屋顶要补"


@pytest.fixture
async def elder_id(world: World) -> UUID:
    return await world.elder()


@pytest.fixture
async def committee(world: World) -> Person:
    return await world.person(Role.COMMITTEE, name="赵志强", division=world.village)


@pytest.fixture
async def need_id(world: World, elder_id: UUID) -> UUID:
    volunteer = await world.person(Role.VOLUNTEER, elders=(elder_id,))
    told = a_report(elder_id, need_items=(NewNeed(NeedKind.REFIT, WORDS),))
    await submit(world.kernel, report=told, write=a_write(volunteer), by=volunteer.viewer)
    return (await VisitNeed.get(elder_id=elder_id)).id


async def refer(world: World, need_id: UUID, by: Person) -> None:
    await refer_need(world.kernel, need_id=need_id, to=ReferredTo.TOWNSHIP, words="报乡民政办危房改造", by=by.viewer)


async def end(world: World, need_id: UUID, by: Person, met: bool = True) -> None:
    await end_need(world.kernel, need_id=need_id, met=met, words="补好了", by=by.viewer)


class TestRoad:
    async def test_leads_from_the_report_over_a_referral_to_the_result(
        self, world: World, committee: Person, elder_id: UUID, need_id: UUID
    ) -> None:
        [row] = (await needs(world.kernel, committee.viewer.scope)).rows
        assert (row.id, row.words, row.state, row.opened_by) == (need_id, WORDS, "open", "王小燕")
        assert await open_needs(committee.viewer.scope) == 1
        await refer(world, need_id, committee)
        [row] = (await needs(world.kernel, committee.viewer.scope)).rows
        assert (row.state, row.referred_to, row.referral) == ("referred", "township", "报乡民政办危房改造")
        await end(world, need_id, committee)
        assert (await needs(world.kernel, committee.viewer.scope)).rows == ()
        [row] = (await needs(world.kernel, committee.viewer.scope, elder_id=elder_id)).rows
        assert (row.state, row.result, row.referral) == ("met", "补好了", "报乡民政办危房改造")
        assert await open_needs(committee.viewer.scope) == 0
        tags = {event.tag for event in await AuditEvent.filter(subject_id=elder_id)}
        assert tags >= {Tag.NEED_REFERRED, Tag.NEED_ENDED}

    async def test_ends_once(self, world: World, committee: Person, need_id: UUID) -> None:
        await end(world, need_id, committee, met=False)
        with pytest.raises(NeedStepNotPossible):
            await end(world, need_id, committee)
        with pytest.raises(NeedStepNotPossible):
            await refer(world, need_id, committee)

    async def test_ended_by_two_at_once_has_one_result(self, world: World, committee: Person, need_id: UUID) -> None:
        outcomes = await at_once(
            VisitNeed.filter(id=need_id), *(end(world, need_id, committee, met=met) for met in (True, False))
        )
        assert sorted(type(each).__name__ for each in outcomes) == ["NeedStepNotPossible", "NoneType"]
        assert await AuditEvent.filter(tag=Tag.NEED_ENDED).count() == 1

    async def test_is_walked_by_the_committee_of_the_place_alone(
        self, world: World, elder_id: UUID, need_id: UUID
    ) -> None:
        for role in (Role.VOLUNTEER, Role.SUPPORTER):
            person = await world.person(role, elders=(elder_id,))
            for step in (refer, end):
                with pytest.raises(RoleCannot):
                    await step(world, need_id, person)
        neighbour = await world.person(Role.COMMITTEE, division=world.neighbour)
        for step in (refer, end):
            with pytest.raises(VisitNeedNotFound):
                await step(world, need_id, neighbour)
        assert (await needs(world.kernel, neighbour.viewer.scope)).rows == ()
        assert (await VisitNeed.get(id=need_id)).state == "open"


class TestList:
    async def test_goes_on_where_the_page_ended(self, world: World, committee: Person, elder_id: UUID) -> None:
        volunteer = await world.person(Role.VOLUNTEER, elders=(elder_id,))
        told = a_report(elder_id, need_items=tuple(NewNeed(kind) for kind in NeedKind))
        await submit(world.kernel, report=told, write=a_write(volunteer), by=volunteer.viewer)
        found, cursor = [], None
        for _ in range(3):
            page = await needs(world.kernel, committee.viewer.scope, cursor=cursor, limit=4)
            found += [row.kind for row in page.rows]
            cursor = page.next_cursor
        assert sorted(found) == sorted(NeedKind)
        assert cursor is None

    async def test_has_nobody_who_left_but_the_file_has(
        self, world: World, committee: Person, elder_id: UUID, need_id: UUID
    ) -> None:
        await Elder.filter(id=elder_id).update(left_on=committee.viewer.today - timedelta(days=1))
        assert (await needs(world.kernel, committee.viewer.scope)).rows == ()
        [row] = (await needs(world.kernel, committee.viewer.scope, elder_id=elder_id)).rows
        assert row.id == need_id

    async def test_shows_the_family_what_the_elder_allows(
        self, world: World, committee: Person, elder_id: UUID, need_id: UUID
    ) -> None:
        son = await world.person(Role.SUPPORTER, name="李强", elders=(elder_id,))
        no = Telling(Expressed.SPOKEN, "杨树根")
        assert [row.words for row in (await needs(world.kernel, son.viewer.scope)).rows] == [WORDS]
        await withdraw_consent(world.kernel, elder_id=elder_id, purpose=Purpose.HEALTH, told=no, by=committee.viewer)
        assert [row.words for row in (await needs(world.kernel, son.viewer.scope)).rows] == [None]
        await withdraw_consent(world.kernel, elder_id=elder_id, purpose=Purpose.SHARING, told=no, by=committee.viewer)
        assert (await needs(world.kernel, son.viewer.scope)).rows == ()
        assert [row.words for row in (await needs(world.kernel, committee.viewer.scope)).rows] == [WORDS]
