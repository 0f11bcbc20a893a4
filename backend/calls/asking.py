"""The two other sides of a call: the elder, asked through the volunteer or the village, and the other children."""

from uuid import UUID

from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.audit.tags import Tag
from backend.calls import rules
from backend.calls.actions import HOSTS
from backend.calls.errors import CallStateChanged
from backend.calls.facts import CallAgreed, CallCancelled
from backend.calls.holding import keep_free, locked, settle_unhosted, tell
from backend.calls.models import Call, ElderAnswer
from backend.calls.planning import Heard
from backend.calls.rules import CallState, Step
from backend.consents.queries import refused_by
from backend.consents.rules import Whose
from backend.db import execute, transaction
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel
from backend.outbox import box


async def record_answer(kernel: Kernel, *, call_id: UUID, agrees: bool, heard: Heard, by: Viewer) -> CallState:
    """Write down what the elder said to the time and to who comes: a yes agrees the call, a no calls it off.

    Asked by the host or by anybody of the village's committee; each asking is kept. Returns where the call stands.
    Raises RoleCannot, CallNotFound, CallStateChanged, ElderWantsNoCalls.
    """
    by.require(*HOSTS)
    async with transaction():
        found = await locked(call_id, by)
        after = rules.move(Step.ELDER_AGREES if agrees else Step.ELDER_DECLINES, found.state)
        if agrees:
            rules.check_wanted(await refused_by(Whose.ELDER, found.elder_id))
        await ElderAnswer.create(
            call_id=call_id,
            elder_id=found.elder_id,
            agrees=agrees,
            heard=heard,
            asked_by=by.account_id,
            asked_at=kernel.clock.now(),
        )
        await tell(kernel, found, Tag.CALL_ELDER_ASKED, by.actor, agrees=agrees, heard=heard)
        if after is found.state:
            return after
        await Call.filter(id=call_id).update(state=after)
        await _tell(kernel, found, agrees, by)
    return after


async def _tell(kernel: Kernel, found: Call, agrees: bool, by: Viewer) -> None:
    if agrees and found.host_id and found.starts_at:
        about = {"call_id": found.id, "elder_id": found.elder_id, "host_id": found.host_id}
        await box.put(kernel, CallAgreed(starts_at=found.starts_at, **about))
        return
    await settle_unhosted(kernel, found, by.actor)
    off = CallCancelled(call_id=found.id, elder_id=found.elder_id, host_id=found.host_id, cancelled_by=by.account_id)
    await box.put(kernel, off)


async def say_coming(kernel: Kernel, *, call_id: UUID, coming: bool, by: Viewer) -> None:
    """A child says whether to come; who comes keeps the time free. The last word counts.

    Raises RoleCannot, CallNotFound, CallStateChanged, ElderBusyThen, ChildBusyThen, EveningFull.
    """
    by.require(Role.SUPPORTER)
    async with transaction():
        found = await locked(call_id, by)
        if found.state not in rules.UNDER_WAY:
            raise CallStateChanged
        await execute(_SAY, uuid7(), call_id, by.account_id, coming, kernel.clock.now())
        if coming and found.starts_at and found.state is not CallState.OPEN:
            await keep_free(kernel, found, found.starts_at, host_id=found.host_id)
        await tell(kernel, found, Tag.CALL_GUEST_SAID, by.actor, coming=coming)


_SAY = """
INSERT INTO call_guests (id, call_id, account_id, coming, said_at) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (call_id, account_id) DO UPDATE SET coming = excluded.coming, said_at = excluded.said_at
"""
