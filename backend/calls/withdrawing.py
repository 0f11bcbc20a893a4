"""No more calls for an elder who does not want them or is not there any more: what is open ends, what was agreed is
called off. And a host who no longer reaches the elder is host no longer."""

from dataclasses import dataclass
from uuid import UUID

from backend.audit.tags import Tag
from backend.audit.trail import PLATFORM, Subject, record
from backend.calls.facts import CallCancelled, CallClosed
from backend.calls.holding import settle_unhosted
from backend.calls.hosting import lose_host
from backend.calls.models import Call
from backend.calls.planning import DropOut
from backend.calls.rules import UNDER_WAY, CallState
from backend.consents.facts import ConsentWithdrawn
from backend.consents.purposes import Purpose
from backend.consents.queries import refused_by
from backend.consents.rules import Whose
from backend.db import transaction
from backend.elders.facts import ElderLeft
from backend.elders.models import Elder
from backend.kit.kernel import Kernel
from backend.outbox import box
from backend.outbox.box import Entry
from backend.volunteers.facts import VolunteerUnpaired
from backend.volunteers.models import Volunteer


@dataclass(frozen=True, slots=True)
class CallEnder:
    """Ends calls in the database; the media node hears of it in answer to its next report."""

    kernel: Kernel

    async def on_consent_withdrawn(self, entry: Entry) -> None:
        """Handler of ConsentWithdrawn. Who agreed again meanwhile keeps the calls; repeated it changes nothing."""
        fact = entry.fact(ConsentWithdrawn)
        async with transaction():
            calls = (
                await Call.filter(elder_id=fact.elder_id, state__in=list(UNDER_WAY)).order_by("id").select_for_update()
            )
            if Purpose.CALLS not in await refused_by(Whose.ELDER, fact.elder_id):
                return
            for call in calls:
                await self._end(call, fact.recorded_by)

    async def on_elder_left(self, entry: Entry) -> None:
        """Handler of ElderLeft, unless the elder has come back meanwhile."""
        fact = entry.fact(ElderLeft)
        async with transaction():
            calls = Call.filter(elder_id=fact.elder_id, state__in=list(UNDER_WAY)).order_by("id").select_for_update()
            for call in await calls:
                if await Elder.exists(id=fact.elder_id, left_on__isnull=False):
                    await self._end(call, call.proposed_by)

    async def on_volunteer_unpaired(self, entry: Entry) -> None:
        """Handler of VolunteerUnpaired: a call that was to be hosted looks for another host."""
        fact = entry.fact(VolunteerUnpaired)
        async with transaction():
            volunteer = await Volunteer.get(id=fact.volunteer_id)
            hosted = Call.filter(elder_id=fact.elder_id, host_id=volunteer.account_id)
            for call in await hosted.order_by("id").select_for_update():
                if call.state in (CallState.TAKEN, CallState.AGREED):
                    await lose_host(self.kernel, call, DropOut.NO_LONGER_NEAR, by=PLATFORM)

    async def _end(self, call: Call, by_id: UUID) -> None:
        await (self._close(call) if call.state is CallState.OPEN else self._cancel(call, by_id))

    async def _close(self, call: Call) -> None:
        await Call.filter(id=call.id).update(state=CallState.CLOSED, closed_at=self.kernel.clock.now())
        await self._record(call, Tag.CALL_CLOSED)
        await box.put(self.kernel, CallClosed(call_id=call.id, elder_id=call.elder_id))

    async def _cancel(self, call: Call, by_id: UUID) -> None:
        await Call.filter(id=call.id).update(state=CallState.CANCELLED)
        await settle_unhosted(self.kernel, call, PLATFORM)
        await self._record(call, Tag.CALL_CANCELLED)
        await box.put(
            self.kernel,
            CallCancelled(call_id=call.id, elder_id=call.elder_id, host_id=call.host_id, cancelled_by=by_id),
        )

    async def _record(self, call: Call, tag: Tag) -> None:
        await record(self.kernel, Subject("elder", call.elder_id), tag, by=PLATFORM, call_id=str(call.id))
