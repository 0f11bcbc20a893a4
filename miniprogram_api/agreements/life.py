"""What becomes of an agreement: more time to sign, let go, suspended, taken up again, ended."""

from uuid import UUID

from backend.accounts.roles import Role
from backend.agreements import drafting, ending
from backend.agreements.errors import (
    AgreementDayNotPossible,
    AgreementNotFound,
    NamesOneself,
    NotAParty,
    ReasonNotPossible,
    StepNotPossible,
)
from miniprogram_api.agreements.schemas import (
    EndIn,
    Extended,
    SuspendIn,
)
from miniprogram_api.routes import Ask, Routes, scoped
from miniprogram_api.schemas import Done

routes = Routes("agreements")
ENDERS = (Role.SUPPORTER, Role.CAREGIVER, Role.COMMITTEE)
LIFE_REFUSALS = (AgreementNotFound, StepNotPossible, NotAParty, NamesOneself)


@routes.post(
    "/api/agreements/{agreement_id}/extend",
    access=scoped(Role.SUPPORTER, Role.COMMITTEE),
    status=200,
    refusals=(AgreementNotFound, StepNotPossible),
)
async def extend_invitation(ask: Ask, agreement_id: UUID) -> Extended:
    """Put off the day until which those asked may sign, also once it has passed."""
    return Extended(await drafting.extend(ask.kernel, agreement_id=agreement_id, by=ask.viewer))


@routes.post(
    "/api/agreements/{agreement_id}/withdraw",
    access=scoped(Role.SUPPORTER, Role.COMMITTEE),
    status=200,
    refusals=(AgreementNotFound, StepNotPossible),
)
async def withdraw_agreement(ask: Ask, agreement_id: UUID) -> Done:
    """Let an unfiled agreement go."""
    await ending.withdraw(ask.kernel, agreement_id=agreement_id, by=ask.viewer)
    return Done()


@routes.post(
    "/api/agreements/{agreement_id}/suspend",
    access=scoped(*ENDERS),
    status=200,
    refusals=(*LIFE_REFUSALS, ReasonNotPossible, AgreementDayNotPossible),
)
async def suspend_agreement(ask: Ask, agreement_id: UUID, body: SuspendIn) -> Done:
    """For a while it does not bind."""
    await ending.suspend(
        ask.kernel,
        ask.services.evidence,
        agreement_id=agreement_id,
        reason=body.reason,
        until=body.until,
        by=ask.viewer,
    )
    return Done()


@routes.post(
    "/api/agreements/{agreement_id}/resume",
    access=scoped(Role.SUPPORTER, Role.COMMITTEE),
    status=200,
    refusals=LIFE_REFUSALS,
)
async def resume_agreement(ask: Ask, agreement_id: UUID) -> Done:
    """It binds again."""
    await ending.resume(ask.kernel, ask.services.evidence, agreement_id=agreement_id, by=ask.viewer)
    return Done()


@routes.post(
    "/api/agreements/{agreement_id}/end",
    access=scoped(*ENDERS),
    status=200,
    refusals=(*LIFE_REFUSALS, ReasonNotPossible),
)
async def end_agreement(ask: Ask, agreement_id: UUID, body: EndIn) -> Done:
    """Either side ends it at any time, the committee when life has."""
    evidence = ask.services.evidence
    await ending.end(ask.kernel, evidence, agreement_id=agreement_id, reason=body.reason, by=ask.viewer)
    return Done()
