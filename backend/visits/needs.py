"""What the committee does about needs that reports name: whom it asks for help, and what came of it (R074)."""

from uuid import UUID

from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.audit.tags import Tag
from backend.audit.trail import Subject, record
from backend.db import transaction
from backend.kit.kernel import Kernel
from backend.visits.aid import NeedState, NeedStep, ReferredTo, after
from backend.visits.errors import VisitNeedNotFound
from backend.visits.models import VisitNeed
from backend.visits.need_list import elder_of_need, need_place


async def refer_need(kernel: Kernel, *, need_id: UUID, to: ReferredTo, words: str, by: Viewer) -> None:
    """Write down who is asked to help, and how; where somebody was asked before, another is asked now.

    Raises RoleCannot, VisitNeedNotFound, NeedStepNotPossible.
    """
    by.require(Role.COMMITTEE)
    async with transaction():
        need = await _held(need_id, by)
        state = after(need.state, NeedStep.REFER)
        await VisitNeed.filter(id=need_id).update(
            state=state,
            referred_to=to,
            referral=_sealed(kernel, need_id, "referral", words),
            referred_at=kernel.clock.now(),
        )
        ids = {"need": str(need_id), "report": str(need.report_id), "to": to}
        await record(kernel, Subject("elder", need.elder_id), Tag.NEED_REFERRED, by=by.actor, **ids)


async def end_need(kernel: Kernel, *, need_id: UUID, met: bool, words: str, by: Viewer) -> NeedState:
    """Write down what came of it: help was given, or it was not and why; returns how it ended.

    Raises RoleCannot, VisitNeedNotFound, NeedStepNotPossible.
    """
    by.require(Role.COMMITTEE)
    async with transaction():
        need = await _held(need_id, by)
        state = after(need.state, NeedStep.MEET if met else NeedStep.GIVE_UP)
        await VisitNeed.filter(id=need_id).update(
            state=state,
            result=_sealed(kernel, need_id, "result", words),
            ended_by=by.account_id,
            ended_at=kernel.clock.now(),
        )
        ids = {"need": str(need_id), "report": str(need.report_id), "state": state}
        await record(kernel, Subject("elder", need.elder_id), Tag.NEED_ENDED, by=by.actor, **ids)
    return state


async def _held(need_id: UUID, by: Viewer) -> VisitNeed:
    """The need in sight, until the transaction ends nobody else's to decide on."""
    await elder_of_need(by.scope, need_id)
    need = await VisitNeed.filter(id=need_id).select_for_update().first()
    if need is None:
        raise VisitNeedNotFound
    return need


def _sealed(kernel: Kernel, need_id: UUID, column: str, words: str) -> bytes:
    return kernel.keys.encrypt(words.strip().encode(), need_place(need_id, column))
