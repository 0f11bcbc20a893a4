"""What life does to agreements: told again, at once or half way, it comes out the same."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from backend.accounts.roles import Role
from backend.agreements.facts import AgreementEnded, AgreementQuestioned
from backend.agreements.living import Living
from backend.agreements.models import Agreement, AgreementNotice, AgreementSpan
from backend.agreements.notices import Notice
from backend.agreements.rules import AgreementState, Reason
from backend.elders.boundaries import merge_villages
from backend.elders.facts import TierChanged
from backend.elders.rules import LeaveReason, TierCause
from backend.elders.staying import come_back, leave, move
from backend.families import whereabouts
from backend.families.rules import Place
from backend.notifications import agreement_news
from backend.notifications.news import NEWS, Letter
from backend.outbox.box import Entry, Fact, claim, put
from backend.profiles.actions import record_capacity
from backend.profiles.rules import CapacitySource, DecisionCapacity
from backend.tasks.models import Task
from backend.tasks.rules import TaskKind
from tests.factories.agreements import Household

Handle = Callable[[Entry], Awaitable[None]]


@pytest.fixture
def living(home: Household) -> Living:
    return Living(home.world.kernel, home.evidence)


@pytest.fixture
async def filed(home: Household) -> Household:
    """Its agreement is in force, and everything told of it."""
    await home.filed()
    await told(home)
    return home


async def told(home: Household) -> list[Entry]:
    """What waits in the box, taken out."""
    home.world.clock.advance(timedelta(minutes=1))
    return await claim(home.world.clock.now())


async def happens(home: Household, topic: str, handle: Handle) -> Entry:
    """The last fact of a topic, handled twice by each of two workers."""
    entry = [each for each in await told(home) if each.topic == topic][-1]
    await asyncio.gather(handle(entry), handle(entry))
    await handle(entry)
    return entry


async def leaves(home: Household, reason: LeaveReason) -> None:
    by = home.secretary.viewer
    await leave(home.world.kernel, elder_id=home.elder_id, reason=reason, on=by.today, by=by)


async def letters(home: Household, fact_type: type[Fact]) -> list[Letter]:
    """Those of every such fact in the box."""
    news = {**NEWS, **agreement_news.AGREEMENT_NEWS}[fact_type]
    entries = [each for each in await told(home) if each.topic == fact_type.__name__]
    return [letter for each in entries for letter in await news(each.fact(fact_type), home.world.clock.now())]


async def standing(home: Household) -> tuple[AgreementState, Reason | None]:
    span = await AgreementSpan.get(agreement_id=home.agreement_id, ends_at=None)
    assert span.state is (await home.row()).state
    return span.state, span.reason


async def asked() -> list[Notice]:
    return [each.notice for each in await AgreementNotice.all().order_by("told_at", "id")]


async def reviews() -> int:
    return await Task.filter(kind=TaskKind.AGREEMENT_REVIEW, settled_at=None).count()


class TestLeaving:
    async def test_a_death_ends_all_there_is_and_nobody_is_written_to(self, filed: Household, living: Living) -> None:
        old = filed.agreement_id
        newer = await filed.draft(renews_id=old, ends_on=filed.son.viewer.today + timedelta(days=700))
        await told(filed)
        await leaves(filed, LeaveReason.DIED)
        await happens(filed, "ElderLeft", living.on_elder_left)
        for agreement_id in (old, newer):
            filed.agreement_id = agreement_id
            assert await standing(filed) == (AgreementState.ENDED, Reason.DIED)
            assert await AgreementSpan.filter(agreement_id=agreement_id, state=AgreementState.ENDED).count() == 1
        assert await letters(filed, AgreementEnded) == []
        assert (await asked(), await reviews()) == ([], 0)

    @pytest.mark.parametrize("reason", [LeaveReason.INSTITUTION, LeaveReason.MOVED_AWAY])
    async def test_who_leaves_for_good_has_none_any_more(
        self, filed: Household, living: Living, reason: LeaveReason
    ) -> None:
        await leaves(filed, reason)
        await happens(filed, "ElderLeft", living.on_elder_left)
        assert await standing(filed) == (AgreementState.ENDED, Reason.LEFT_REGISTER)

    async def test_a_child_who_returned_has_people_asked_once(self, filed: Household, living: Living) -> None:
        await leaves(filed, LeaveReason.CHILD_RETURNED)
        await happens(filed, "ElderLeft", living.on_elder_left)
        assert await standing(filed) == (AgreementState.FILED, None)
        assert (await asked(), await reviews()) == ([Notice.CHILD_RETURNED], 1)

    async def test_taken_back_before_it_was_handled_ends_nothing(self, filed: Household, living: Living) -> None:
        await leaves(filed, LeaveReason.DIED)
        by = filed.secretary.viewer
        await come_back(filed.world.kernel, elder_id=filed.elder_id, on=by.today, by=by)
        await happens(filed, "ElderLeft", living.on_elder_left)
        assert await standing(filed) == (AgreementState.FILED, None)


class TestPlaces:
    async def moved(self, home: Household, to: UUID) -> None:
        township = await home.world.person(Role.TOWNSHIP, division=home.world.township)
        by = township.viewer
        await move(home.world.kernel, elder_id=home.elder_id, village_id=to, on=by.today, by=by)

    async def test_what_is_filed_keeps_its_village_and_number_when_the_elder_moves(
        self, filed: Household, living: Living
    ) -> None:
        number = (await filed.row()).number
        await self.moved(filed, filed.world.neighbour.id)
        await happens(filed, "ElderMoved", living.on_elder_moved)
        row = await filed.row()
        assert (row.number, row.village_id) == (number, filed.world.village.id)
        assert (await asked(), await reviews()) == ([Notice.MOVED], 1)
        assert (await Task.get(kind=TaskKind.AGREEMENT_REVIEW)).division_id == filed.world.neighbour.id

    async def test_both_villages_are_asked(self, filed: Household, living: Living) -> None:
        there = await filed.world.person(Role.COMMITTEE, division=filed.world.neighbour)
        await self.moved(filed, filed.world.neighbour.id)
        await happens(filed, "ElderMoved", living.on_elder_moved)
        to = {letter.to for letter in await letters(filed, AgreementQuestioned)}
        assert {each.viewer.account_id for each in (there, filed.secretary, filed.son, filed.caregiver)} <= to

    async def test_what_is_not_filed_is_numbered_where_the_elder_is_now(self, home: Household, living: Living) -> None:
        await home.handed_in()
        await told(home)
        await self.moved(home, home.world.neighbour.id)
        there = await home.world.person(Role.COMMITTEE, division=home.world.neighbour)
        number = await home.file(there)
        assert number.startswith(home.world.neighbour.code)
        await happens(home, "ElderMoved", living.on_elder_moved)
        row = await home.row()
        assert (row.village_id, row.number) == (home.world.neighbour.id, number)

    async def test_after_a_merger_the_successor_files_and_no_number_comes_twice(
        self, filed: Household, living: Living
    ) -> None:
        old = (await filed.row()).number
        newer = await filed.draft(renews_id=filed.agreement_id, ends_on=filed.son.viewer.today + timedelta(days=700))
        await told(filed)
        county = await filed.world.person(Role.COUNTY, division=filed.world.county)
        into, on = filed.world.neighbour.id, county.viewer.today
        await merge_villages(
            filed.world.kernel, village_id=filed.world.village.id, into_id=into, on=on, by=county.viewer
        )
        await happens(filed, "VillagesMerged", living.on_villages_merged)
        assert (await Agreement.get(id=newer)).village_id == into
        assert {each.number for each in await Agreement.exclude(number=None)} == {old}


class TestCapacity:
    async def found(self, home: Household, capacity: DecisionCapacity) -> None:
        by = home.secretary.viewer
        about: dict[str, Any] = {"source": CapacitySource.COURT, "found_by": "清水县法院", "found_on": by.today}
        await record_capacity(home.world.kernel, elder_id=home.elder_id, capacity=capacity, by=by, **about)

    async def test_limited_suspends_where_no_legal_agent_signed(self, filed: Household, living: Living) -> None:
        await self.found(filed, DecisionCapacity.LIMITED)
        entry = await happens(filed, "CapacityRecorded", living.on_capacity_recorded)
        assert await standing(filed) == (AgreementState.SUSPENDED, Reason.CAPACITY)
        assert (await asked(), await reviews()) == ([Notice.CAPACITY], 1)
        await filed.resume()
        await living.on_capacity_recorded(entry)
        assert await standing(filed) == (AgreementState.FILED, None)

    async def test_capable_changes_nothing(self, filed: Household, living: Living) -> None:
        await self.found(filed, DecisionCapacity.CAPABLE)
        await happens(filed, "CapacityRecorded", living.on_capacity_recorded)
        assert (await standing(filed), await asked()) == ((AgreementState.FILED, None), [])

    async def test_with_a_legal_agents_signature_it_goes_on_and_is_looked_at(
        self, home: Household, living: Living
    ) -> None:
        await home.wish()
        await home.draft(legal_agent=home.places["daughter"])
        await home.sign()
        await home.sign(home.daughter)
        await home.accept()
        await home.consent()
        await home.hand_in()
        await home.file()
        await told(home)
        await self.found(home, DecisionCapacity.NONE)
        await happens(home, "CapacityRecorded", living.on_capacity_recorded)
        assert await standing(home) == (AgreementState.FILED, None)
        assert await asked() == [Notice.CAPACITY]


class TestNeeds:
    @pytest.mark.parametrize(
        ("before", "after", "notices"),
        [
            ("routine", "high", [Notice.TIER_ROSE]),
            ("medium", "high", [Notice.TIER_ROSE]),
            ("high", "routine", []),
            ("high", "high", []),
            ("unclassified", "high", []),
            (None, "high", []),
        ],
    )
    async def test_more_than_before_has_people_asked(
        self, filed: Household, living: Living, before: str | None, after: str, notices: list[Notice]
    ) -> None:
        fact = TierChanged(elder_id=filed.elder_id, before=before, after=after, cause=TierCause.ASSESSED)
        await put(filed.world.kernel, fact)
        await happens(filed, "TierChanged", living.on_tier_changed)
        assert await asked() == notices

    @pytest.mark.parametrize(
        ("city", "area", "notices"), [("清水县", "village", [Notice.CHILD_HOME]), ("贵阳市", "province", [])]
    )
    async def test_a_child_in_the_village_has_people_asked(
        self, filed: Household, living: Living, city: str, area: Any, notices: list[Notice]
    ) -> None:
        place = Place(province="贵州省", city=city, area=area, since=date(2026, 3, 1), for_work=False, employer=None)
        await whereabouts.tell_own(filed.world.kernel, place=place, by=filed.son.viewer)
        await happens(filed, "WhereaboutsTold", living.on_whereabouts_told)
        assert await asked() == notices
