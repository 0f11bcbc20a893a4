"""A lost phone: nothing more is signed with it, until the committee has seen who it is."""

from uuid import UUID

from backend.accounts.roles import Role
from backend.agreements import phones
from backend.agreements.errors import NamesOneself, PhoneDayNotPossible
from backend.families.errors import FamilyMemberNotFound
from miniprogram_api.agreements.schemas import PhoneLostIn
from miniprogram_api.routes import SELF, Ask, Routes, scoped
from miniprogram_api.schemas import Done

routes = Routes("agreements")


@routes.post("/api/phone-losses", access=SELF, status=200, refusals=(PhoneDayNotPossible,))
async def report_phone_lost(ask: Ask, body: PhoneLostIn) -> Done:
    """One's own phone is lost: other sessions end, what was signed since is void or in doubt."""
    await phones.report_phone_lost(ask.kernel, ask.services.evidence, since=body.since, by=ask.viewer)
    return Done()


@routes.post(
    "/api/elders/ties/{member_id}/phone-lost",
    access=scoped(Role.COMMITTEE),
    status=200,
    refusals=(FamilyMemberNotFound, PhoneDayNotPossible),
)
async def report_member_phone_lost(ask: Ask, member_id: UUID, body: PhoneLostIn) -> Done:
    """The committee writes it down for one of its village's families."""
    evidence = ask.services.evidence
    await phones.report_phone_lost_for(ask.kernel, evidence, member_id=member_id, since=body.since, by=ask.viewer)
    return Done()


@routes.post(
    "/api/elders/ties/{member_id}/bind-anew",
    access=scoped(Role.COMMITTEE),
    status=200,
    refusals=(FamilyMemberNotFound, NamesOneself),
)
async def bind_member_anew(ask: Ask, member_id: UUID) -> Done:
    """The committee has seen who it is: the account may sign again."""
    await phones.bind_anew(ask.kernel, member_id=member_id, by=ask.viewer)
    return Done()
