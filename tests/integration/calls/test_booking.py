"""Three sides agree: conflicts are refused, the elder is asked, the children say whether they come."""

import asyncio
from uuid import UUID

import pytest

from backend.accounts.roles import Role
from backend.calls import actions, asking
from backend.calls.actions import Opening
from backend.calls.company import Companion
from backend.calls.errors import (
    CallNotFound,
    CallStateChanged,
    ChildBusyThen,
    ElderBusyThen,
    ElderDoesNotAgree,
    ElderWantsNoCalls,
    EveningFull,
    HostBusyThen,
    MinorNotCovered,
)
from backend.calls.models import Call, CallGuest, ElderAnswer
from backend.calls.planning import Heard
from backend.calls.queries import call
from backend.calls.rules import CallState
from backend.consents.actions import Telling, withdraw_consent
from backend.consents.purposes import Purpose
from backend.consents.rules import Expressed
from backend.elders.models import Elder
from backend.kit.ids import uuid7
from backend.outbox.models import OutboxEntry
from backend.policies.models import Policy
from backend.visits.rules import Present
from tests.factories.calls import TOMORROW, TONIGHT, Family, build_family, call_row
from tests.factories.race import at_once
from tests.factories.village import World


async def asked(family: Family, call_id: UUID, *, agrees: bool) -> CallState:
    by = family.volunteer.viewer
    kernel = family.world.kernel
    return await asking.record_answer(kernel, call_id=call_id, agrees=agrees, heard=Heard.IN_PERSON, by=by)


class TestTheElder:
    async def test_is_asked_after_a_host_was_found_and_who_asked_stands_there(self, family: Family) -> None:
        call_id = await family.taken()
        assert (await call_row(call_id)).state is CallState.TAKEN
        assert await asked(family, call_id, agrees=True) is CallState.AGREED
        (answer,) = (await call(family.son.viewer.scope, call_id)).answers
        assert (answer.agrees, answer.heard, answer.asked_by) == (True, "in_person", "王小燕")
        assert await OutboxEntry.filter(topic="CallAgreed").count() == 1

    async def test_says_no_and_nobody_calls(self, family: Family) -> None:
        call_id = await family.agreed()
        assert await asked(family, call_id, agrees=False) is CallState.CANCELLED
        assert [row.agrees for row in await ElderAnswer.all().order_by("asked_at", "id")] == [True, False]
        with pytest.raises(CallStateChanged):
            await asked(family, call_id, agrees=True)

    async def test_who_wants_no_calls_at_all_has_no_yes_written_down(self, family: Family) -> None:
        call_id, kernel = await family.taken(), family.world.kernel
        told = Telling(Expressed.SPOKEN, "杨树根")
        await withdraw_consent(
            kernel, elder_id=family.elder_id, purpose=Purpose.CALLS, told=told, by=family.volunteer.viewer
        )
        with pytest.raises(ElderWantsNoCalls):
            await asked(family, call_id, agrees=True)

    async def test_is_asked_by_the_village_too_and_by_no_stranger(self, family: Family, world: World) -> None:
        call_id = await family.taken()
        stranger = await world.person(Role.COMMITTEE, name="邻村", division=world.neighbour)
        ask, heard = asking.record_answer, Heard.PHONE
        with pytest.raises(CallNotFound):
            await ask(world.kernel, call_id=call_id, agrees=True, heard=heard, by=stranger.viewer)
        secretary = await world.person(Role.COMMITTEE, name="刘支书", division=world.village)
        after = await ask(world.kernel, call_id=call_id, agrees=True, heard=heard, by=secretary.viewer)
        assert after is CallState.AGREED

    async def test_says_yes_aloud_each_time_the_room_opens(self, family: Family, world: World) -> None:
        call_id, by = await family.taken(), family.volunteer.viewer
        with pytest.raises(ElderDoesNotAgree):
            await actions.open_room(world.kernel, call_id=call_id, opening=Opening(elder_agrees=False), by=by)
        for _ in range(2):
            await actions.open_room(world.kernel, call_id=call_id, opening=Opening(elder_agrees=True), by=by)
            await actions.close(world.kernel, call_id=call_id, by=by)
        assert await ElderAnswer.filter(heard=Heard.AT_THE_OPENING).count() == 2


class TestCompany:
    async def test_a_minor_is_shown_with_the_guardians_word_or_sits_out_of_sight(
        self, family: Family, world: World
    ) -> None:
        call_id, by = await family.agreed(), family.volunteer.viewer
        child = Companion(Present.GRANDCHILD, minor=True)
        with pytest.raises(MinorNotCovered):
            await actions.open_room(world.kernel, call_id=call_id, opening=Opening(True, (child,)), by=by)
        assert (await call_row(call_id)).state is CallState.AGREED
        hidden = Companion(Present.GRANDCHILD, minor=True, hidden=True)
        await actions.open_room(world.kernel, call_id=call_id, opening=Opening(True, (hidden,)), by=by)
        row = await ElderAnswer.get(heard=Heard.AT_THE_OPENING)
        assert '"hidden":true' in row.present


class TestConflicts:
    async def test_the_elder_is_in_one_call_at_a_time(self, family: Family, world: World) -> None:
        await family.agreed()
        second = await world.person(Role.COMMITTEE, name="刘支书", division=world.village)
        other = await family.proposed()
        with pytest.raises(ElderBusyThen):
            await actions.take(world.kernel, call_id=other, starts_at=TONIGHT, by=second.viewer)
        await actions.take(world.kernel, call_id=other, starts_at=TOMORROW, by=second.viewer)

    async def test_of_two_elders_at_one_hour_a_host_gets_one_also_at_once(self, family: Family, world: World) -> None:
        other = await build_family(world, "赵大爷")
        secretary = await world.person(Role.COMMITTEE, name="刘支书", division=world.village)
        calls = [await family.proposed(), await other.proposed()]
        outcomes = await asyncio.gather(
            *[actions.take(world.kernel, call_id=each, starts_at=TONIGHT, by=secretary.viewer) for each in calls],
            return_exceptions=True,
        )
        assert [type(outcome) for outcome in outcomes if outcome] == [HostBusyThen]
        assert await Call.filter(state=CallState.TAKEN).count() == 1

    async def test_two_calls_of_one_elder_taken_at_once_leave_one(self, family: Family, world: World) -> None:
        calls = [await family.proposed(), await family.proposed()]
        hosts = [await world.person(Role.COMMITTEE, name=name, division=world.village) for name in ("甲", "乙")]
        outcomes = await at_once(
            Elder.filter(id=family.elder_id),
            *[
                actions.take(world.kernel, call_id=each, starts_at=TONIGHT, by=host.viewer)
                for each, host in zip(calls, hosts, strict=True)
            ],
        )
        assert [type(outcome) for outcome in outcomes if outcome] == [ElderBusyThen]

    async def test_a_child_who_means_to_come_is_in_one_call_at_a_time(self, family: Family, world: World) -> None:
        call_id, other = await family.agreed(), await build_family(world, "赵大爷")
        theirs = await other.proposed()
        await Call.filter(id=theirs).update(proposed_by=family.daughter.viewer.account_id)
        await asking.say_coming(world.kernel, call_id=call_id, coming=True, by=family.daughter.viewer)
        await CallGuest.create(
            call_id=theirs, account_id=family.daughter.viewer.account_id, coming=True, said_at=world.clock.now()
        )
        with pytest.raises(ChildBusyThen):
            await actions.take(world.kernel, call_id=theirs, starts_at=TONIGHT, by=other.volunteer.viewer)
        await asking.say_coming(world.kernel, call_id=call_id, coming=False, by=family.daughter.viewer)
        await actions.take(world.kernel, call_id=theirs, starts_at=TONIGHT, by=other.volunteer.viewer)

    async def test_an_hour_that_is_full_is_refused(self, family: Family, world: World) -> None:
        await Policy.create(
            id=uuid7(), name="call_capacity", value='{"cores":1,"call_ms":1000}', starts_on=family.son.viewer.today
        )
        await (await build_family(world, "赵大爷")).taken()
        with pytest.raises(EveningFull):
            await family.taken()
        await family.taken(TOMORROW)
