"""Calls an elder does not want: none is agreed, opened or entered, and what is open ends."""

from datetime import timedelta
from uuid import UUID

import pytest

from backend.accounts.roles import Role
from backend.audit.models import AuditEvent
from backend.audit.tags import Tag
from backend.calls import actions, attendance
from backend.calls.actions import open_room, propose, take
from backend.calls.errors import ElderWantsNoCalls, OwnCallsNotWanted
from backend.calls.models import Call
from backend.calls.rules import CallState
from backend.calls.withdrawing import CallEnder
from backend.consents.actions import Telling, give_consent, withdraw_consent, withdraw_own_consent
from backend.consents.purposes import Purpose, newest
from backend.consents.rules import Expressed
from backend.elders.models import Elder
from backend.outbox.box import drain
from backend.outbox.models import OutboxEntry
from media.contract import encode_event, sign_event
from tests.factories.calls import ALOUD, KEY, TOMORROW, TONIGHT, Family, a_room_event
from tests.factories.race import at_once

SPOKEN = Telling(Expressed.SPOKEN, "杨树根")
LIFE = timedelta(hours=4)


async def says_no(family: Family) -> None:
    kernel, by = family.world.kernel, family.volunteer.viewer
    await withdraw_consent(kernel, elder_id=family.elder_id, purpose=Purpose.CALLS, told=SPOKEN, by=by)


async def says_yes(family: Family) -> None:
    kernel, by, version = family.world.kernel, family.volunteer.viewer, newest(Purpose.CALLS).version
    await give_consent(kernel, elder_id=family.elder_id, purpose=Purpose.CALLS, version=version, told=SPOKEN, by=by)


async def tell_the_worker(family: Family) -> None:
    """As the worker does: of the no, however often."""
    handler = CallEnder(family.world.kernel).on_consent_withdrawn
    await OutboxEntry.exclude(topic="ConsentWithdrawn").delete()
    await drain(family.world.kernel, {"ConsentWithdrawn": (handler, handler)})


async def states() -> list[CallState]:
    return [call.state for call in await Call.all().order_by("proposed_at", "id")]


class TestAfterANo:
    async def test_none_is_proposed_taken_opened_or_entered(self, family: Family) -> None:
        kernel, volunteer = family.world.kernel, family.volunteer.viewer
        proposed, agreed, opened = await family.proposed(), await family.agreed(), await family.opened(TOMORROW)
        ticket = (await actions.mint_ticket(kernel, call_id=opened, by=family.son.viewer)).ticket
        used = (await actions.mint_ticket(kernel, call_id=opened, by=family.son.viewer)).ticket
        grant = (await actions.exchange_ticket(kernel, ticket=used, key=KEY, life=LIFE)).grant
        await says_no(family)
        for attempt in (
            propose(kernel, elder_id=family.elder_id, times=[TONIGHT], by=family.son.viewer),
            take(kernel, call_id=proposed, starts_at=TONIGHT, by=volunteer),
            open_room(kernel, call_id=agreed, opening=ALOUD, by=volunteer),
            actions.mint_ticket(kernel, call_id=opened, by=family.son.viewer),
            actions.mint_ticket(kernel, call_id=opened, by=volunteer),
            actions.exchange_ticket(kernel, ticket=ticket, key=KEY, life=LIFE),
            actions.reenter(kernel, grant=grant, key=KEY),
        ):
            with pytest.raises(ElderWantsNoCalls):
                await attempt

    async def test_the_open_one_ends_and_those_to_come_are_called_off_once(self, family: Family) -> None:
        await family.proposed()
        await family.agreed()
        await family.opened(TOMORROW)
        await says_no(family)
        await tell_the_worker(family)
        assert sorted(await states()) == [CallState.CANCELLED, CallState.CANCELLED, CallState.CLOSED]
        assert await AuditEvent.filter(tag=Tag.CALL_CLOSED).count() == 1
        assert await AuditEvent.filter(tag=Tag.CALL_CANCELLED).count() == 2
        assert await OutboxEntry.filter(topic="CallClosed").count() == 1
        assert await OutboxEntry.filter(topic="CallCancelled").count() == 2

    async def test_the_media_node_hears_with_its_next_report_that_the_room_is_over(self, family: Family) -> None:
        call_id = await family.opened()
        assert await self.report(family, call_id, 1)
        await says_no(family)
        assert not await self.report(family, call_id, 2)
        assert not await self.report(family, call_id, 2)

    async def report(self, family: Family, call_id: UUID, number: int) -> bool:
        body = encode_event(a_room_event(call_id, number=number))
        signature = sign_event(body, KEY, family.world.clock.now())
        return await attendance.receive(family.world.kernel, body=body, signature=signature, key=KEY)

    async def test_calls_of_another_elder_go_on(self, family: Family) -> None:
        other = await family.world.elder(name="周桂香")
        host = await family.world.person(Role.VOLUNTEER, elders=(other,))
        await withdraw_consent(family.world.kernel, elder_id=other, purpose=Purpose.CALLS, told=SPOKEN, by=host.viewer)
        await family.opened()
        await tell_the_worker(family)
        assert await states() == [CallState.OPEN]


class TestAYesAgain:
    async def test_before_the_worker_heard_of_the_no_ends_nothing(self, family: Family) -> None:
        await family.agreed()
        await says_no(family)
        await says_yes(family)
        await tell_the_worker(family)
        assert await states() == [CallState.AGREED]

    async def test_lets_calls_be_made_as_before(self, family: Family) -> None:
        await says_no(family)
        await says_yes(family)
        await family.opened()
        assert await states() == [CallState.OPEN]


async def test_a_no_at_the_moment_of_opening_leaves_no_open_room(family: Family) -> None:
    call_id = await family.agreed()
    both = [open_room(family.world.kernel, call_id=call_id, opening=ALOUD, by=family.volunteer.viewer), says_no(family)]
    outcomes = await at_once(Elder.filter(id=family.elder_id), *both)
    assert outcomes[1] is None
    await tell_the_worker(family)
    assert await states() == [CallState.CLOSED if outcomes[0] is None else CallState.CANCELLED]


async def test_whoever_does_not_want_to_be_seen_does_not_come_in_but_the_others_do(family: Family) -> None:
    call_id = await family.opened()
    kernel = family.world.kernel
    await withdraw_own_consent(kernel, purpose=Purpose.OWN_CALLS, by=family.son.viewer)
    with pytest.raises(OwnCallsNotWanted):
        await actions.mint_ticket(kernel, call_id=call_id, by=family.son.viewer)
    await actions.mint_ticket(kernel, call_id=call_id, by=family.daughter.viewer)
