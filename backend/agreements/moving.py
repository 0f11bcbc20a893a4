"""From one state to another: the row, its history, the chain and whoever is told, in the caller's transaction."""

from datetime import date
from uuid import UUID

from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.agreements.models import Agreement, AgreementSpan
from backend.agreements.queries import agreement as in_sight
from backend.agreements.rules import AgreementState, Hand, Reason
from backend.audit.tags import Tag
from backend.audit.trail import Actor, Subject, record
from backend.elders.models import Elder
from backend.kit.kernel import Kernel

_HANDS = {
    Role.SUPPORTER: Hand.SUPPORTER,
    Role.CAREGIVER: Hand.CAREGIVER,
    Role.VOLUNTEER: Hand.VISITOR,
    Role.COMMITTEE: Hand.COMMITTEE,
}


def hand_of(by: Viewer) -> Hand:
    """In whose capacity a member of the family, a volunteer or the committee acts. Raises RoleCannot."""
    by.require(*_HANDS)
    assert by.role is not None
    return _HANDS[by.role]


async def held_elder(elder_id: UUID) -> Elder:
    """The elder, who neither leaves nor changes their mind until the caller's transaction ends.

    Held before any agreement of theirs, so that nobody waits for the other crosswise.
    """
    return await Elder.filter(id=elder_id).select_for_update(no_key=True).get()


async def locked(agreement_id: UUID, by: Viewer) -> Agreement:
    """The agreement of an elder in sight, locked, the elder before it. Raises AgreementNotFound."""
    found = await in_sight(by.scope, agreement_id)
    await held_elder(found.elder_id)
    return await Agreement.filter(id=agreement_id).select_for_update().get()


async def note(kernel: Kernel, agreement_id: UUID, tag: Tag, by: Actor, **payload: object) -> int:
    """A link of the agreement's chain; its number."""
    return await record(kernel, Subject("agreement", agreement_id), tag, by=by, **payload)


async def begin(kernel: Kernel, agreement: Agreement) -> None:
    """The history of a new agreement."""
    await _span(kernel, agreement, agreement.state, None, None)


async def move(
    kernel: Kernel,
    agreement: Agreement,
    state: AgreementState,
    *,
    reason: Reason | None = None,
    until: date | None = None,
    **changes: object,
) -> None:
    """To `state` with `changes` of other columns; the same state again only changes these."""
    await Agreement.filter(id=agreement.id).update(state=state, **changes)
    if state is agreement.state:
        return
    await AgreementSpan.filter(agreement_id=agreement.id, ends_at=None).update(ends_at=kernel.clock.now())
    await _span(kernel, agreement, state, reason, until)


async def _span(
    kernel: Kernel, agreement: Agreement, state: AgreementState, reason: Reason | None, until: date | None
) -> None:
    await AgreementSpan.create(
        agreement_id=agreement.id,
        elder_id=agreement.elder_id,
        kind=agreement.kind,
        state=state,
        reason=reason,
        until=until,
        starts_at=kernel.clock.now(),
    )
