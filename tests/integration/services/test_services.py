"""What a county offers, what elders choose, and what they ask for."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from backend.accounts.errors import RoleCannot
from backend.accounts.roles import Role
from backend.audit.models import AuditEvent
from backend.audit.tags import Tag
from backend.divisions.actions import place
from backend.divisions.errors import DivisionNotFound
from backend.divisions.models import DivisionLevel
from backend.elders.errors import ElderNotFound
from backend.elders.models import Elder
from backend.outbox.models import OutboxEntry
from backend.services.actions import NewService, answer_request, end_service, fill_card, list_service, raise_request
from backend.services.errors import (
    CardDayNotPossible,
    NothingWritten,
    RequestAnswered,
    RequestNotFound,
    ServiceNotFound,
    ServiceTermNotPossible,
    ServiceTwice,
)
from backend.services.models import ServiceCard, ServiceRequest
from backend.services.queries import cards, requests, services
from backend.services.rules import Choice, Expressed, RequestState
from tests.factories.race import at_once
from tests.factories.village import LONG_AGO, Person, World

TODAY = date(2026, 3, 10)


@pytest.fixture
async def bureau(world: World) -> Person:
    return await world.person(Role.COUNTY, division=world.county)


@pytest.fixture
async def committee(world: World) -> Person:
    return await world.person(Role.COMMITTEE, division=world.village)


@pytest.fixture
async def elder_id(world: World) -> UUID:
    return await world.elder()


@pytest.fixture
async def volunteer(world: World, elder_id: UUID) -> Person:
    return await world.person(Role.VOLUNTEER, elders=(elder_id,))


async def offered(world: World, by: Person, name: str = "助餐", **changes: Any) -> UUID:
    told: dict[str, Any] = {"how": "向村委会登记，每天中午送到家", "provider": "石门乡养老服务站", "starts_on": TODAY}
    service = NewService(name=name, **{**told, **changes})
    return await list_service(world.kernel, division_id=world.county.id, service=service, by=by.viewer)


async def names(person: Person) -> list[str]:
    return [row.name for row in await services(person.viewer.scope)]


async def filled(world: World, elder_id: UUID, by: Person, *choices: Choice, days: int = 0) -> UUID:
    return await fill_card(
        world.kernel,
        elder_id=elder_id,
        choices=choices,
        filled_on=TODAY - timedelta(days=days),
        filled_by="王小燕",
        expressed=Expressed.SPOKEN,
        by=by.viewer,
    )


class TestList:
    async def test_is_shown_to_everybody_of_the_county_and_to_nobody_else(
        self, world: World, bureau: Person, committee: Person, volunteer: Person
    ) -> None:
        await offered(world, bureau)
        far = await place(
            code="530000000000", name="远山县", level=DivisionLevel.COUNTY, parent=None, starts_on=LONG_AGO
        )
        for person in (bureau, committee, volunteer):
            assert await names(person) == ["助餐"]
        assert await names(await world.person(Role.COUNTY, division=far)) == []
        assert await names(await world.person(Role.SUPPORTER)) == []

    async def test_holds_what_has_not_ended(self, world: World, bureau: Person, committee: Person) -> None:
        await offered(world, bureau, "理发", ends_on=TODAY + timedelta(days=1))
        ended = await offered(world, bureau, "助浴")
        for _ in range(2):
            await end_service(world.kernel, service_id=ended, by=bureau.viewer)
        assert await AuditEvent.filter(tag=Tag.SERVICE_LISTED).count() == 3
        assert await names(committee) == ["助浴", "理发"] or await names(committee) == ["理发", "助浴"]
        world.clock.advance(timedelta(days=1))
        assert await names(await world.sign_in(committee.viewer.account_id)) == ["理发"]

    async def test_is_the_county_s_own(self, world: World, bureau: Person, committee: Person) -> None:
        with pytest.raises(RoleCannot):
            await offered(world, committee)
        earlier = TODAY - timedelta(days=1)
        wrong: list[dict[str, Any]] = [{"starts_on": earlier}, {"ends_on": earlier}]
        for changes in wrong:
            with pytest.raises(ServiceTermNotPossible):
                await offered(world, bureau, **changes)
        with pytest.raises(DivisionNotFound):
            await list_service(
                world.kernel,
                division_id=world.township.id,
                service=NewService("助餐", "向村委会登记", "养老服务站", TODAY),
                by=bureau.viewer,
            )
        service_id = await offered(world, bureau)
        far = await place(
            code="530000000000", name="远山县", level=DivisionLevel.COUNTY, parent=None, starts_on=LONG_AGO
        )
        stranger = await world.person(Role.COUNTY, division=far)
        with pytest.raises(ServiceNotFound):
            await end_service(world.kernel, service_id=service_id, by=stranger.viewer)
        with pytest.raises(DivisionNotFound):
            await offered(world, stranger)

    async def test_holds_what_the_township_offers_too(self, world: World, bureau: Person, committee: Person) -> None:
        clerk = await world.person(Role.TOWNSHIP, division=world.township)
        told = NewService("助浴", "打乡里电话", "石门乡养老服务站", TODAY)
        own = await list_service(world.kernel, division_id=world.township.id, service=told, by=clerk.viewer)
        of_county = await offered(world, bureau)
        assert {row.name: row.place for row in await services(committee.viewer.scope)} == {
            "助餐": world.county.name,
            "助浴": world.township.name,
        }
        with pytest.raises(ServiceNotFound):
            await end_service(world.kernel, service_id=of_county, by=clerk.viewer)
        with pytest.raises(DivisionNotFound):
            await list_service(world.kernel, division_id=world.county.id, service=told, by=clerk.viewer)
        await end_service(world.kernel, service_id=own, by=clerk.viewer)


class TestCard:
    async def test_tells_what_changed_since_the_one_before(
        self, world: World, bureau: Person, volunteer: Person, elder_id: UUID
    ) -> None:
        meals, bath = await offered(world, bureau, "助餐"), await offered(world, bureau, "助浴")
        await filled(world, elder_id, volunteer, Choice(meals, True), days=30)
        await filled(world, elder_id, volunteer, Choice(meals, False), Choice(bath, True))
        now, before = await cards(volunteer.viewer.scope, elder_id)
        assert {(each.name, each.accepts) for each in now.choices} == {("助餐", False), ("助浴", True)}
        assert {(each.service_id, each.before, each.after) for each in now.changes} == {
            (meals, True, False),
            (bath, None, True),
        }
        assert [(each.before, each.after) for each in before.changes] == [(None, True)]
        assert (now.filled_by, now.expressed) == ("王小燕", Expressed.SPOKEN)

    async def test_says_whether_the_elder_accepts_services_at_all(
        self, world: World, bureau: Person, volunteer: Person, elder_id: UUID
    ) -> None:
        meals = await offered(world, bureau)
        await filled(world, elder_id, volunteer, Choice(meals, False))
        assert (await Elder.get(id=elder_id)).accepts_services is False
        await filled(world, elder_id, volunteer, Choice(meals, True), days=9)
        assert (await Elder.get(id=elder_id)).accepts_services is False
        await filled(world, elder_id, volunteer, Choice(meals, True))
        assert (await Elder.get(id=elder_id)).accepts_services is True

    async def test_holds_each_service_of_the_county_once(
        self, world: World, bureau: Person, volunteer: Person, elder_id: UUID
    ) -> None:
        meals = await offered(world, bureau)
        later = await offered(world, bureau, "助浴", starts_on=TODAY + timedelta(days=1))
        for choices, days, refusal in (
            ((Choice(meals, True), Choice(meals, False)), 0, ServiceTwice),
            ((Choice(later, True),), 0, ServiceNotFound),
            ((Choice(elder_id, True),), 0, ServiceNotFound),
            ((Choice(meals, True),), -1, CardDayNotPossible),
            ((Choice(meals, True),), 400, CardDayNotPossible),
        ):
            with pytest.raises(refusal):
                await filled(world, elder_id, volunteer, *choices, days=days)
        assert await ServiceCard.all().count() == 0


class TestRequest:
    async def asked(self, world: World, elder_id: UUID, by: Person, words: str = "想请人来修一下屋顶") -> UUID:
        return await raise_request(world.kernel, elder_id=elder_id, words=words, by=by.viewer)

    async def test_is_raised_for_the_elder_and_answered(
        self, world: World, volunteer: Person, committee: Person, elder_id: UUID
    ) -> None:
        made = await self.asked(world, elder_id, volunteer)
        assert "屋顶".encode() not in bytes((await ServiceRequest.get(id=made)).words)
        [waiting] = (await requests(world.kernel, committee.viewer.scope, state=RequestState.OPEN)).rows
        assert (waiting.words, waiting.state, waiting.answer) == ("想请人来修一下屋顶", RequestState.OPEN, None)
        await answer_request(world.kernel, request_id=made, answer="周五请瓦工去", by=committee.viewer)
        [told] = (await requests(world.kernel, volunteer.viewer.scope, elder_id=elder_id)).rows
        assert (told.state, told.answer) == (RequestState.ANSWERED, "周五请瓦工去")
        assert (await requests(world.kernel, committee.viewer.scope, state=RequestState.OPEN)).rows == ()
        topics = {entry.topic for entry in await OutboxEntry.all()}
        assert {"ServiceRequested", "ServiceRequestAnswered"} <= topics

    async def test_is_answered_once_of_two_at_once(
        self, world: World, volunteer: Person, committee: Person, elder_id: UUID
    ) -> None:
        made = await self.asked(world, elder_id, volunteer)
        both = (
            answer_request(world.kernel, request_id=made, answer=words, by=committee.viewer)
            for words in ("周五去", "周六去")
        )
        outcomes = await at_once(ServiceRequest.filter(id=made), *both)
        assert [type(each) for each in outcomes if each] == [RequestAnswered]

    async def test_is_between_those_who_visit_and_the_elder_s_committee(
        self, world: World, volunteer: Person, committee: Person, elder_id: UUID
    ) -> None:
        made = await self.asked(world, elder_id, volunteer)
        other = await world.person(Role.COMMITTEE, division=world.neighbour)
        with pytest.raises(RequestNotFound):
            await answer_request(world.kernel, request_id=made, answer="好", by=other.viewer)
        with pytest.raises(RoleCannot):
            await answer_request(world.kernel, request_id=made, answer="好", by=volunteer.viewer)
        with pytest.raises(ElderNotFound):
            await self.asked(world, elder_id, other)
        with pytest.raises(NothingWritten):
            await self.asked(world, elder_id, committee, "  ")
        assert (await requests(world.kernel, other.viewer.scope)).rows == ()

    async def test_lists_page_by_page(self, world: World, volunteer: Person, elder_id: UUID) -> None:
        made = [await self.asked(world, elder_id, volunteer) for _ in range(3)]
        first = await requests(world.kernel, volunteer.viewer.scope, limit=2)
        second = await requests(world.kernel, volunteer.viewer.scope, limit=2, cursor=first.next_cursor)
        assert [row.id for row in (*first.rows, *second.rows)] == made[::-1]
        assert second.next_cursor is None
