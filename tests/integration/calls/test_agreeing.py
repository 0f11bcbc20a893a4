"""From the first proposed time to the open room, and who may do which."""

from datetime import timedelta
from uuid import UUID

import pytest

from backend.accounts.errors import RoleCannot
from backend.accounts.roles import Role
from backend.audit.models import AuditEvent
from backend.calls import actions
from backend.calls.errors import (
    CallNotFound,
    CallStateChanged,
    ElderNotInSight,
    NotTheHost,
    NotYoursToCancel,
    TimeNotOffered,
    TimesNotPossible,
)
from backend.calls.models import Call
from backend.calls.queries import call, calls
from backend.calls.rules import CallState, Seat
from backend.divisions.scope import LevelTooLow
from backend.elders.models import Elder
from backend.kit.errors import Refusal
from backend.kit.ids import uuid7
from backend.kit.pages import CursorNotReadable
from backend.outbox.models import OutboxEntry
from tests.factories.calls import ALOUD, TOMORROW, TONIGHT, Family, build_family, call_row
from tests.factories.race import at_once
from tests.factories.village import Person, World


async def told(topic: str) -> int:
    """How many facts of this topic left."""
    return await OutboxEntry.filter(topic=topic).count()


async def take(family: Family, call_id: UUID, by: Person) -> None:
    await actions.take(family.world.kernel, call_id=call_id, starts_at=TONIGHT, by=by.viewer)


class TestPropose:
    async def test_a_child_proposes_times(self, family: Family) -> None:
        call_id = await family.proposed()

        found = (await call(family.volunteer.viewer.scope, call_id)).call
        assert (found.state, found.times, found.proposer) == (CallState.PROPOSED, (TONIGHT, TOMORROW), "张伟")
        assert (found.elder, found.village, found.host) == ("李秀英", "上坪村", None)
        assert await told("CallProposed") == 1
        assert await AuditEvent.filter(subject_id=family.elder_id, tag="calls:call:propose").count() == 1

    async def test_not_for_another_familys_elder(self, family: Family, world: World) -> None:
        other = await build_family(world, "赵大爷")
        with pytest.raises(ElderNotInSight):
            await actions.propose(world.kernel, elder_id=other.elder_id, times=[TONIGHT], by=family.son.viewer)
        assert await Call.all().count() == 0

    async def test_not_for_an_elder_who_left_the_register(self, family: Family) -> None:
        await Elder.filter(id=family.elder_id).update(left_on=family.son.viewer.today)
        with pytest.raises(ElderNotInSight):
            await family.proposed()

    async def test_not_by_a_volunteer(self, family: Family, world: World) -> None:
        with pytest.raises(RoleCannot):
            await actions.propose(world.kernel, elder_id=family.elder_id, times=[TONIGHT], by=family.volunteer.viewer)

    async def test_a_past_time_leaves_nothing_behind(self, family: Family, world: World) -> None:
        with pytest.raises(TimesNotPossible):
            await actions.propose(
                world.kernel,
                elder_id=family.elder_id,
                times=[world.clock.now() - timedelta(hours=1)],
                by=family.son.viewer,
            )
        assert (await Call.all().count(), await told("CallProposed")) == (0, 0)


class TestTake:
    async def test_the_volunteer_becomes_the_host(self, family: Family) -> None:
        call_id = await family.agreed()

        found = await call_row(call_id)
        assert (found.state, found.host_id, found.starts_at) == (
            CallState.AGREED,
            family.volunteer.viewer.account_id,
            TONIGHT,
        )
        assert await told("CallTaken") == 1

    async def test_of_two_at_once_one_has_it(self, family: Family, world: World) -> None:
        second = await world.person(Role.VOLUNTEER, name="陈明", elders=(family.elder_id,))
        call_id = await family.proposed()

        outcomes = await at_once(
            Call.filter(id=call_id), *[take(family, call_id, who) for who in (family.volunteer, second)]
        )

        assert [type(outcome) for outcome in outcomes if outcome] == [CallStateChanged]
        winner = (family.volunteer, second)[outcomes.index(None)]
        assert (await call_row(call_id)).host_id == winner.viewer.account_id
        assert await told("CallTaken") == 1

    async def test_the_committee_may_host(self, family: Family, world: World) -> None:
        secretary = await world.person(Role.COMMITTEE, name="刘支书", division=world.village)
        call_id = await family.proposed()
        await take(family, call_id, secretary)
        assert (await call_row(call_id)).host_id == secretary.viewer.account_id

    async def test_strangers_do_not_find_it(self, family: Family, world: World) -> None:
        call_id = await family.proposed()
        for stranger in (
            await world.person(Role.VOLUNTEER, name="外村人"),
            await world.person(Role.COMMITTEE, name="邻村", division=world.neighbour),
        ):
            with pytest.raises(CallNotFound):
                await take(family, call_id, stranger)
        assert (await call_row(call_id)).state is CallState.PROPOSED

    async def test_not_at_a_time_nobody_offered(self, family: Family, world: World) -> None:
        call_id = await family.proposed()
        with pytest.raises(TimeNotOffered):
            await actions.take(
                world.kernel,
                call_id=call_id,
                starts_at=TONIGHT + timedelta(minutes=1),
                by=family.volunteer.viewer,
            )

    async def test_not_by_the_children(self, family: Family) -> None:
        call_id = await family.proposed()
        with pytest.raises(RoleCannot):
            await take(family, call_id, family.daughter)


class TestOpen:
    async def test_the_host_opens_and_a_second_tap_changes_nothing(self, family: Family, world: World) -> None:
        call_id = await family.opened()
        opened_at = (await call_row(call_id)).opened_at
        world.clock.advance(timedelta(minutes=1))

        await actions.open_room(world.kernel, call_id=call_id, opening=ALOUD, by=family.volunteer.viewer)

        found = await call_row(call_id)
        assert (found.state, found.opened_at) == (CallState.OPEN, opened_at)
        assert await told("CallOpened") == 1

    async def test_nobody_but_the_host(self, family: Family, world: World) -> None:
        second = await world.person(Role.VOLUNTEER, name="陈明", elders=(family.elder_id,))
        call_id = await family.agreed()
        with pytest.raises(NotTheHost):
            await actions.open_room(world.kernel, call_id=call_id, opening=ALOUD, by=second.viewer)

    async def test_not_before_somebody_took_it(self, family: Family, world: World) -> None:
        call_id = await family.proposed()
        with pytest.raises(CallStateChanged):
            await actions.open_room(world.kernel, call_id=call_id, opening=ALOUD, by=family.volunteer.viewer)

    async def test_again_after_a_break(self, family: Family, world: World) -> None:
        call_id = await family.opened()
        await actions.close(world.kernel, call_id=call_id, by=family.volunteer.viewer)
        world.clock.advance(timedelta(minutes=10))

        await actions.open_room(world.kernel, call_id=call_id, opening=ALOUD, by=family.volunteer.viewer)

        found = await call_row(call_id)
        assert (found.state, found.closed_at) == (CallState.OPEN, None)
        assert await told("CallOpened") == 2


class TestClose:
    async def test_twice_is_once(self, family: Family, world: World) -> None:
        call_id = await family.opened()
        for _ in range(2):
            await actions.close(world.kernel, call_id=call_id, by=family.volunteer.viewer)
        found = await call_row(call_id)
        assert (found.state, found.closed_at) == (CallState.CLOSED, world.clock.now())
        assert await told("CallClosed") == 1

    async def test_not_before_it_opened(self, family: Family, world: World) -> None:
        call_id = await family.agreed()
        with pytest.raises(CallStateChanged):
            await actions.close(world.kernel, call_id=call_id, by=family.volunteer.viewer)


class TestCancel:
    @pytest.mark.parametrize("who", ["son", "volunteer", "committee"])
    async def test_whoever_proposed_or_hosts_and_the_committee(self, family: Family, world: World, who: str) -> None:
        secretary = await world.person(Role.COMMITTEE, name="刘支书", division=world.village)
        people = {"son": family.son, "volunteer": family.volunteer, "committee": secretary}
        call_id = await family.agreed()

        await actions.cancel(world.kernel, call_id=call_id, by=people[who].viewer)

        assert (await call_row(call_id)).state is CallState.CANCELLED
        assert await told("CallCancelled") == 1

    async def test_not_the_sister_who_did_not_propose(self, family: Family, world: World) -> None:
        call_id = await family.agreed()
        with pytest.raises(NotYoursToCancel):
            await actions.cancel(world.kernel, call_id=call_id, by=family.daughter.viewer)

    async def test_not_once_it_is_open(self, family: Family, world: World) -> None:
        call_id = await family.opened()
        with pytest.raises(CallStateChanged):
            await actions.cancel(world.kernel, call_id=call_id, by=family.son.viewer)

    async def test_taking_and_cancelling_at_once_leaves_one_of_both(self, family: Family, world: World) -> None:
        call_id = await family.proposed()

        outcomes = await at_once(
            Call.filter(id=call_id),
            take(family, call_id, family.volunteer),
            actions.cancel(world.kernel, call_id=call_id, by=family.son.viewer),
        )

        assert all(outcome is None or isinstance(outcome, Refusal) for outcome in outcomes)
        assert (await call_row(call_id)).state is CallState.CANCELLED
        assert (await told("CallTaken")) == (1 if outcomes[0] is None else 0)


class TestReading:
    async def test_a_list_is_newest_first_in_pages(self, family: Family) -> None:
        made = [await family.proposed() for _ in range(5)]
        scope = family.daughter.viewer.scope

        first = await calls(scope, limit=3)
        second = await calls(scope, limit=3, cursor=first.next_cursor)

        assert [row.id for row in (*first.rows, *second.rows)] == made[::-1]
        assert second.next_cursor is None

    async def test_a_list_is_narrowed_by_elder_and_state(self, family: Family, world: World) -> None:
        other = await build_family(world, "赵大爷")
        await other.proposed()
        agreed, _ = await family.agreed(), await family.proposed()
        secretary = await world.person(Role.COMMITTEE, name="刘支书", division=world.village)

        rows = (await calls(secretary.viewer.scope, elder_id=family.elder_id, state=CallState.AGREED)).rows

        assert [row.id for row in rows] == [agreed]
        assert len((await calls(secretary.viewer.scope)).rows) == 3

    async def test_a_stranger_sees_nothing(self, family: Family, world: World) -> None:
        call_id = await family.proposed()
        other = await build_family(world, "赵大爷")
        assert (await calls(other.son.viewer.scope)).rows == ()
        with pytest.raises(CallNotFound):
            await call(other.son.viewer.scope, call_id)
        with pytest.raises(CallNotFound):
            await call(family.son.viewer.scope, uuid7())

    async def test_the_county_sees_figures_only(self, family: Family, world: World) -> None:
        officer = await world.person(Role.COUNTY, name="县民政", division=world.county)
        with pytest.raises(LevelTooLow):
            await calls(officer.viewer.scope)

    async def test_a_made_up_cursor_is_refused(self, family: Family) -> None:
        with pytest.raises(CursorNotReadable):
            await calls(family.son.viewer.scope, cursor="elsewhere")

    async def test_people_are_host_and_confirmed_children_alone(self, family: Family) -> None:
        call_id = await family.agreed()
        found = await actions.read(family.world.kernel, call_id=call_id, by=family.son.viewer)
        assert [(person.name, person.relation, person.seat) for person in found.people] == [
            ("张伟", "儿子", Seat.GUEST),
            ("张丽", "女儿", Seat.GUEST),
            ("王小燕", None, Seat.HOST),
        ]
