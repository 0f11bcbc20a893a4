"""Volunteers: apply, approve, train, pair."""

from uuid import UUID

import msgspec

from backend.accounts.roles import Role
from backend.elders.errors import ElderNotFound
from backend.volunteers import actions
from backend.volunteers.errors import (
    AlreadyPaired,
    AlreadyVolunteer,
    OwnApplication,
    PairingNotFound,
    PhoneNotVerified,
    RiskNoticeOutdated,
    VolunteerNotFound,
    VolunteerNotReady,
    VolunteerStateChanged,
)
from backend.volunteers.queries import volunteers
from backend.volunteers.rules import RISK_NOTICE, RISK_NOTICE_VERSION
from miniprogram_api.routes import PUBLIC, SELF, Ask, Routes, scoped
from miniprogram_api.schemas import Done, Made
from miniprogram_api.volunteers.schemas import ApplicationIn, PairingIn, RiskNotice, Volunteer, Volunteers

routes = Routes("volunteers")


@routes.get("/api/volunteers/risk-notice", access=PUBLIC)
async def read_risk_notice(ask: Ask) -> RiskNotice:
    """What a volunteer must read before applying."""
    return RiskNotice(RISK_NOTICE_VERSION, RISK_NOTICE)


@routes.post(
    "/api/volunteers",
    access=SELF,
    refusals=(RiskNoticeOutdated, PhoneNotVerified, VolunteerNotFound, AlreadyVolunteer),
)
async def apply(ask: Ask, body: ApplicationIn) -> Made:
    """Offer to help in a village."""
    made = await actions.apply(
        ask.kernel, village_id=body.village_id, name=body.name, risk_notice=body.risk_notice, by=ask.viewer
    )
    return Made(made)


@routes.get("/api/volunteers", access=scoped(Role.COMMITTEE, Role.TOWNSHIP))
async def list_volunteers(ask: Ask) -> Volunteers:
    """The volunteers in sight, applications first."""
    rows = await volunteers(ask.viewer.scope)
    return Volunteers([msgspec.convert(row, Volunteer, from_attributes=True) for row in rows])


@routes.post(
    "/api/volunteers/{volunteer_id}/approve",
    access=scoped(Role.COMMITTEE),
    status=200,
    refusals=(VolunteerNotFound, VolunteerStateChanged, OwnApplication),
)
async def approve_volunteer(ask: Ask, volunteer_id: UUID) -> Done:
    """Approve an application."""
    await actions.approve(ask.kernel, volunteer_id=volunteer_id, by=ask.viewer)
    return Done()


@routes.post(
    "/api/volunteers/{volunteer_id}/train",
    access=scoped(Role.COMMITTEE),
    status=200,
    refusals=(VolunteerNotFound, VolunteerStateChanged, OwnApplication),
)
async def record_training(ask: Ask, volunteer_id: UUID) -> Done:
    """Record that the volunteer passed the training."""
    await actions.pass_training(ask.kernel, volunteer_id=volunteer_id, by=ask.viewer)
    return Done()


@routes.post(
    "/api/volunteers/pairings",
    access=scoped(Role.COMMITTEE),
    refusals=(VolunteerNotFound, ElderNotFound, VolunteerNotReady, AlreadyPaired),
)
async def pair_volunteer(ask: Ask, body: PairingIn) -> Made:
    """Pair a trained volunteer with an elder."""
    made = await actions.pair(ask.kernel, volunteer_id=body.volunteer_id, elder_id=body.elder_id, by=ask.viewer)
    return Made(made)


@routes.post(
    "/api/volunteers/pairings/{pairing_id}/end",
    access=scoped(Role.COMMITTEE, Role.VOLUNTEER),
    status=200,
    refusals=(PairingNotFound,),
)
async def end_pairing(ask: Ask, pairing_id: UUID) -> Done:
    """End a pairing; either side may."""
    await actions.unpair(ask.kernel, pairing_id=pairing_id, by=ask.viewer)
    return Done()
