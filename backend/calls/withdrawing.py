"""No more calls for an elder who does not want them: what is open ends, what was agreed is called off."""

from dataclasses import dataclass

from backend.audit.tags import Tag
from backend.audit.trail import PLATFORM, Subject, record
from backend.calls.facts import CallCancelled, CallClosed
from backend.calls.models import Call
from backend.calls.rules import CallState
from backend.consents.facts import ConsentWithdrawn
from backend.consents.purposes import Purpose
from backend.consents.queries import refused_by
from backend.consents.rules import Whose
from backend.db import transaction
from backend.kit.kernel import Kernel
from backend.outbox import box
from backend.outbox.box import Entry

_COMING = (CallState.PROPOSED, CallState.AGREED)


@dataclass(frozen=True, slots=True)
class CallEnder:
    """Ends calls in the database; the media node hears of it in answer to its next report."""

    kernel: Kernel

    async def on_consent_withdrawn(self, entry: Entry) -> None:
        """Handler of ConsentWithdrawn. Who agreed again meanwhile keeps the calls; repeated it changes nothing."""
        fact = entry.fact(ConsentWithdrawn)
        async with transaction():
            calls = (
                await Call.filter(elder_id=fact.elder_id, state__in=[*_COMING, CallState.OPEN])
                .order_by("id")
                .select_for_update()
            )
            if Purpose.CALLS not in await refused_by(Whose.ELDER, fact.elder_id):
                return
            for call in calls:
                await (self._close(call) if call.state is CallState.OPEN else self._cancel(call, fact))

    async def _close(self, call: Call) -> None:
        await Call.filter(id=call.id).update(state=CallState.CLOSED, closed_at=self.kernel.clock.now())
        await self._record(call, Tag.CALL_CLOSED)
        await box.put(self.kernel, CallClosed(call_id=call.id, elder_id=call.elder_id))

    async def _cancel(self, call: Call, fact: ConsentWithdrawn) -> None:
        await Call.filter(id=call.id).update(state=CallState.CANCELLED)
        await self._record(call, Tag.CALL_CANCELLED)
        await box.put(
            self.kernel,
            CallCancelled(call_id=call.id, elder_id=call.elder_id, host_id=call.host_id, cancelled_by=fact.recorded_by),
        )

    async def _record(self, call: Call, tag: Tag) -> None:
        await record(self.kernel, Subject("elder", call.elder_id), tag, by=PLATFORM, call_id=str(call.id))
