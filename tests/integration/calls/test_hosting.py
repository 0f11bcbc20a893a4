"""A host who cannot come: the next is asked in the village, the first to step in has it, and nobody is left waiting."""

from datetime import timedelta
from uuid import UUID

import pytest

from backend.accounts.queries import viewer_of
from backend.accounts.roles import Role
from backend.calls import actions, hosting
from backend.calls.errors import CallNotFound, CallStateChanged, NotTheHost
from backend.calls.following import follow_calls
from backend.calls.models import Call, HostOffer
from backend.calls.planning import DropOut
from backend.calls.queries import call, offers
from backend.calls.rules import CallState
from backend.calls.withdrawing import CallEnder
from backend.elders.facts import ElderLeft
from backend.elders.models import Elder
from backend.outbox.box import drain, put
from backend.outbox.models import OutboxEntry
from backend.tasks.models import Task
from backend.volunteers.facts import VolunteerUnpaired
from backend.volunteers.models import Volunteer
from backend.volunteers.rules import RISK_NOTICE_VERSION, VolunteerState
from tests.factories.calls import ALOUD, TONIGHT, Family, call_row
from tests.factories.race import at_once
from tests.factories.village import Person, World


async def volunteer(world: World, name: str) -> Person:
    """A trained volunteer of the village, whom the elder is new to."""
    person = await world.person(Role.VOLUNTEER, name=name)
    await Volunteer.create(
        account_id=person.viewer.account_id,
        village_id=world.village.id,
        membership_id=person.viewer.membership_id,
        state=VolunteerState.TRAINED,
        risk_notice=RISK_NOTICE_VERSION,
        applied_at=world.clock.now(),
    )
    return person


async def dropped(family: Family) -> UUID:
    """A call whose host has just said that she cannot come."""
    call_id = await family.agreed()
    by, kernel = family.volunteer.viewer, family.world.kernel
    await hosting.drop_out(kernel, call_id=call_id, reason=DropOut.ROAD, words="桥断了", by=by)
    return call_id


async def asked() -> list[UUID]:
    rows = await HostOffer.filter(declined_at=None).order_by("offered_at", "id")
    return [row.account_id for row in rows]


class TestDroppingOut:
    async def test_says_why_and_the_next_is_asked(self, family: Family, world: World) -> None:
        second = await volunteer(world, "陈明")
        call_id = await dropped(family)
        found = await call_row(call_id)
        assert (found.state, found.host_id, found.starts_at) == (CallState.SEEKING, None, TONIGHT)
        assert await asked() == [second.viewer.account_id]
        row = await HostOffer.get(account_id=family.volunteer.viewer.account_id)
        assert row.words is not None
        assert "桥断了".encode() not in bytes(row.words)
        assert [row.elder for row in await offers(second.viewer.account_id, world.clock.now())] == ["李秀英"]

    async def test_only_by_the_host(self, family: Family, world: World) -> None:
        call_id = await family.agreed()
        secretary = await world.person(Role.COMMITTEE, name="刘支书", division=world.village)
        with pytest.raises(NotTheHost):
            await hosting.drop_out(world.kernel, call_id=call_id, reason=DropOut.ILL, words=None, by=secretary.viewer)

    async def test_a_pairing_that_ends_frees_the_host(self, family: Family, world: World) -> None:
        second, call_id = await volunteer(world, "陈明"), await family.agreed()
        paired = await Volunteer.create(
            account_id=family.volunteer.viewer.account_id,
            village_id=world.village.id,
            state=VolunteerState.ENDED,
            risk_notice=RISK_NOTICE_VERSION,
            applied_at=world.clock.now(),
        )
        await put(world.kernel, VolunteerUnpaired(volunteer_id=paired.id, elder_id=family.elder_id))
        handler = CallEnder(world.kernel).on_volunteer_unpaired
        await drain(world.kernel, {"VolunteerUnpaired": (handler, handler)})
        assert (await call_row(call_id)).state is CallState.SEEKING
        assert second.viewer.account_id in await asked()


class TestSteppingIn:
    async def test_the_one_asked_comes_and_the_elder_is_asked_anew(self, family: Family, world: World) -> None:
        second = await volunteer(world, "陈明")
        call_id = await dropped(family)
        with pytest.raises(CallNotFound):
            await call(second.viewer.scope, call_id)

        await hosting.step_in(world.kernel, call_id=call_id, by=second.viewer)

        found = await call_row(call_id)
        assert (found.state, found.host_id) == (CallState.TAKEN, second.viewer.account_id)
        now = await viewer_of(second.token, world.clock.now())
        assert now is not None
        await actions.open_room(world.kernel, call_id=call_id, opening=ALOUD, by=now)

    async def test_reaches_the_elder_for_the_days_of_the_call_alone(self, family: Family, world: World) -> None:
        second = await volunteer(world, "陈明")
        await hosting.step_in(world.kernel, call_id=await dropped(family), by=second.viewer)
        for days, reached in ((2, (family.elder_id,)), (3, ())):
            then = await viewer_of(second.token, world.clock.now() + timedelta(days=days))
            assert then is not None
            assert then.elders == reached

    async def test_of_two_at_once_the_first_has_it(self, family: Family, world: World) -> None:
        second, third = await volunteer(world, "陈明"), await volunteer(world, "吴芳")
        call_id = await dropped(family)
        world.clock.advance(timedelta(minutes=31))
        await follow_calls(world.kernel)
        assert set(await asked()) == {second.viewer.account_id, third.viewer.account_id}
        outcomes = await at_once(
            Call.filter(id=call_id),
            *[hosting.step_in(world.kernel, call_id=call_id, by=who.viewer) for who in (second, third)],
        )
        assert [type(outcome) for outcome in outcomes if outcome] == [CallStateChanged]
        assert await OutboxEntry.filter(topic="CallTaken").count() == 2

    async def test_not_by_one_who_was_not_asked(self, family: Family, world: World) -> None:
        call_id = await dropped(family)
        with pytest.raises(CallNotFound):
            await hosting.step_in(world.kernel, call_id=call_id, by=(await volunteer(world, "陈明")).viewer)


class TestAsking:
    async def test_goes_on_to_the_next_when_one_declines_and_is_the_committees_when_none_is_left(
        self, family: Family, world: World
    ) -> None:
        people = [await volunteer(world, name) for name in ("陈明", "吴芳")]
        call_id = await dropped(family)
        for _ in people:
            (account,) = await asked()
            [who] = [each for each in people if each.viewer.account_id == account]
            assert await Task.all().count() == 0
            await hosting.decline(world.kernel, call_id=call_id, by=who.viewer)
        task = await Task.get()
        assert (task.kind, task.subject_id, task.due_at) == ("unhosted_call", family.elder_id, TONIGHT)
        secretary = await world.person(Role.COMMITTEE, name="刘支书", division=world.village)
        await hosting.step_in(world.kernel, call_id=call_id, by=secretary.viewer)
        assert (await Task.get()).settlement == "done"

    async def test_leaves_out_who_hosts_another_call_then(self, family: Family, world: World) -> None:
        busy = await volunteer(world, "陈明")
        other = await world.elder(name="赵大爷")
        await Call.create(
            elder_id=other,
            proposed_by=family.son.viewer.account_id,
            proposed_at=world.clock.now(),
            times="[]",
            state=CallState.AGREED,
            host_id=busy.viewer.account_id,
            starts_at=TONIGHT + timedelta(minutes=44),
        )
        await dropped(family)
        assert await asked() == []
        assert await Task.all().count() == 1


class TestFollowing:
    async def test_reminds_a_day_and_an_hour_before_and_no_oftener(self, family: Family, world: World) -> None:
        await family.agreed(TONIGHT + timedelta(days=1))
        for hours, so_far in ((10, 0), (2, 1), (21, 1), (1, 2), (0, 2)):
            world.clock.advance(timedelta(hours=hours))
            await follow_calls(world.kernel)
            assert await OutboxEntry.filter(topic="CallSoon").count() == so_far

    async def test_a_call_nobody_took_is_the_committees_and_lapses_at_last(self, family: Family, world: World) -> None:
        call_id = await family.proposed()
        for hours, tasks in ((28, 0), (2, 1), (1, 1)):
            world.clock.advance(timedelta(hours=hours))
            await follow_calls(world.kernel)
            assert await Task.filter(settled_at=None).count() == tasks
        world.clock.advance(timedelta(hours=10))
        await follow_calls(world.kernel)
        assert (await call_row(call_id)).state is CallState.LAPSED
        assert (await Task.get()).settlement == "no_longer"

    async def test_an_elder_who_left_is_called_by_nobody(self, family: Family, world: World) -> None:
        call_id = await family.agreed()
        await Elder.filter(id=family.elder_id).update(left_on=family.son.viewer.today)
        await put(world.kernel, ElderLeft(elder_id=family.elder_id, reason="moved", on=family.son.viewer.today))
        await drain(world.kernel, {"ElderLeft": (CallEnder(world.kernel).on_elder_left,)})
        assert (await call_row(call_id)).state is CallState.CANCELLED
