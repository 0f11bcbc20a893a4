"""Tickets: sixty seconds, once, for those who belong there."""

import asyncio
from datetime import timedelta
from uuid import UUID

import pytest

from backend.accounts.roles import Role
from backend.audit.models import Reading
from backend.calls import actions
from backend.calls.actions import Entrance
from backend.calls.errors import CallNotFound, CallStateChanged, NotInvited, NotOpenYet, TicketNotValid
from backend.calls.models import RoomTicket
from backend.calls.rules import Seat
from backend.families.models import FamilyMember
from backend.families.rules import Duty
from media.contract import Role as MediaRole
from media.contract import read_grant
from tests.factories.calls import KEY, Family, build_family, confirmed
from tests.factories.village import Person, World

LIFE = timedelta(hours=4)


async def ticket(family: Family, call_id: UUID, who: Person) -> str:
    return (await actions.mint_ticket(family.world.kernel, call_id=call_id, by=who.viewer)).ticket


async def enter(family: Family, given: str) -> Entrance:
    return await actions.exchange_ticket(family.world.kernel, ticket=given, key=KEY, life=LIFE)


class TestTicket:
    async def test_takes_each_to_their_own_seat(self, family: Family, world: World) -> None:
        call_id = await family.opened()
        for who, seat in ((family.son, Seat.GUEST), (family.volunteer, Seat.HOST)):
            entrance = await enter(family, await ticket(family, call_id, who))

            grant = read_grant(entrance.grant, KEY, world.clock.now())
            assert (grant.room, grant.participant, grant.role) == (
                str(call_id),
                str(who.viewer.account_id),
                MediaRole(seat),
            )
            assert grant.expires_at == world.clock.now() + LIFE
            assert (entrance.view.account_id, entrance.view.seat, entrance.view.elder) == (
                who.viewer.account_id,
                seat,
                "李秀英",
            )

    async def test_is_kept_as_a_hash_alone(self, family: Family) -> None:
        given = await ticket(family, await family.opened(), family.son)
        kept = await RoomTicket.first().values()
        assert kept is not None
        assert given not in repr(kept)
        assert given.encode() not in bytes(kept["ticket_hash"])

    async def test_works_once(self, family: Family) -> None:
        given = await ticket(family, await family.opened(), family.son)
        await enter(family, given)
        with pytest.raises(TicketNotValid):
            await enter(family, given)

    async def test_used_twice_at_once_lets_one_in(self, family: Family) -> None:
        given = await ticket(family, await family.opened(), family.son)
        outcomes = await asyncio.gather(*[enter(family, given) for _ in range(4)], return_exceptions=True)
        assert sum(isinstance(outcome, Entrance) for outcome in outcomes) == 1
        assert sum(isinstance(outcome, TicketNotValid) for outcome in outcomes) == 3

    async def test_works_for_sixty_seconds(self, family: Family, world: World) -> None:
        call_id = await family.opened()
        early, late = await ticket(family, call_id, family.son), await ticket(family, call_id, family.son)
        world.clock.advance(timedelta(seconds=59))
        await enter(family, early)
        world.clock.advance(timedelta(seconds=1))
        with pytest.raises(TicketNotValid):
            await enter(family, late)

    @pytest.mark.parametrize("made_up", ["", "x" * 43, "票" * 20])
    async def test_made_up_opens_nothing(self, family: Family, made_up: str) -> None:
        await family.opened()
        with pytest.raises(TicketNotValid):
            await enter(family, made_up)

    async def test_of_a_child_no_longer_confirmed_opens_nothing(self, family: Family, world: World) -> None:
        call_id = await family.opened()
        given = await ticket(family, call_id, family.son)
        inside = await enter(family, await ticket(family, call_id, family.son))
        await FamilyMember.filter(account_id=family.son.viewer.account_id).update(ended_at=world.clock.now())

        with pytest.raises(TicketNotValid):
            await enter(family, given)
        with pytest.raises(TicketNotValid):
            await actions.reenter(world.kernel, grant=inside.grant, key=KEY)

    async def test_of_a_call_that_closed_meanwhile_opens_nothing(self, family: Family, world: World) -> None:
        call_id = await family.opened()
        given = await ticket(family, call_id, family.son)
        await actions.close(world.kernel, call_id=call_id, by=family.volunteer.viewer)
        with pytest.raises(CallStateChanged):
            await enter(family, given)


class TestWhoGetsOne:
    async def test_nobody_before_the_host_opens(self, family: Family) -> None:
        call_id = await family.agreed()
        for who in (family.son, family.volunteer):
            with pytest.raises(NotOpenYet):
                await ticket(family, call_id, who)

    async def test_nobody_of_another_family(self, family: Family, world: World) -> None:
        call_id, other = await family.opened(), await build_family(world, "赵大爷")
        for stranger in (other.son, other.volunteer):
            with pytest.raises(CallNotFound):
                await ticket(family, call_id, stranger)

    async def test_neither_caregiver_nor_another_volunteer_nor_an_office(self, family: Family, world: World) -> None:
        call_id = await family.opened()
        for other in (
            await confirmed(world, family.elder_id, "李强", "邻居", Duty.CAREGIVER),
            await world.person(Role.VOLUNTEER, name="陈明", elders=(family.elder_id,)),
            await world.person(Role.COMMITTEE, name="刘支书", division=world.village),
            await world.person(Role.SUPPORTER, name="没确认", elders=(family.elder_id,)),
        ):
            with pytest.raises(NotInvited):
                await ticket(family, call_id, other)
        assert await RoomTicket.all().count() == 0


class TestReload:
    async def test_the_cookie_brings_the_room_back(self, family: Family, world: World) -> None:
        entrance = await enter(family, await ticket(family, await family.opened(), family.son))
        world.clock.advance(timedelta(hours=3))
        assert await actions.reenter(world.kernel, grant=entrance.grant, key=KEY) == entrance.view

    async def test_not_with_another_key_nor_after_its_time(self, family: Family, world: World) -> None:
        entrance = await enter(family, await ticket(family, await family.opened(), family.son))
        with pytest.raises(TicketNotValid):
            await actions.reenter(world.kernel, grant=entrance.grant, key=b"o" * 32)
        world.clock.advance(LIFE)
        with pytest.raises(TicketNotValid):
            await actions.reenter(world.kernel, grant=entrance.grant, key=KEY)


class TestReadingLog:
    async def test_an_office_that_looks_is_logged_and_the_family_is_not(self, family: Family, world: World) -> None:
        call_id = await family.agreed()
        secretary = await world.person(Role.COMMITTEE, name="刘支书", division=world.village)
        for who in (family.son, secretary):
            await actions.read(world.kernel, call_id=call_id, by=who.viewer)
        rows = await Reading.filter(what="call")
        assert [(row.account_id, row.subject_id) for row in rows] == [(secretary.viewer.account_id, call_id)]
