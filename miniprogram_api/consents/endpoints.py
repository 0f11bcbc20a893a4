"""What people are told of the use of their data, what they agreed to, and how they take it back."""

from uuid import UUID

from backend.accounts.roles import Role
from backend.consents.actions import (
    Telling,
    give_consent,
    give_own_consent,
    set_sharing,
    withdraw_consent,
    withdraw_own_consent,
)
from backend.consents.errors import (
    ConsentingElderNotFound,
    ConsentSaidAtOnce,
    ElderSpeaksInPerson,
    PurposeIsDuty,
    PurposeNotAsked,
    TextNotNewest,
    WitnessMissing,
)
from backend.consents.purposes import DUTIES, SENSITIVE, Purpose
from backend.consents.queries import PurposeNow, of_account, of_elder, refused_by, sharing
from backend.consents.rules import Expressed, Whose
from miniprogram_api.consents.schemas import (
    Consents,
    ElderConsentIn,
    ElderSharing,
    ElderWithdrawalIn,
    OwnConsentIn,
    OwnWithdrawalIn,
    PurposeOut,
    SaidBefore,
    SharingIn,
)
from miniprogram_api.reading import log_reading
from miniprogram_api.routes import SELF, Ask, Routes, scoped
from miniprogram_api.schemas import Done

routes = Routes("consents")
NEAR_THE_ELDER = (Role.SUPPORTER, Role.CAREGIVER, Role.VOLUNTEER, Role.COMMITTEE)
UNHEARD = (ElderSpeaksInPerson, WitnessMissing, ConsentSaidAtOnce)


def _shown(now: PurposeNow) -> PurposeOut:
    return PurposeOut(
        purpose=now.purpose,
        version=now.told.version,
        title=now.told.title,
        text=now.told.text,
        duty=now.purpose in DUTIES,
        sensitive=now.purpose in SENSITIVE,
        state=now.state,
        history=[
            SaidBefore(
                said.given,
                said.text_version,
                Expressed(said.expressed),
                said.witness,
                said.recorded_by,
                said.said_at,
            )
            for said in now.history
        ],
    )


@routes.get("/api/elders/{elder_id}/consents", access=scoped(*NEAR_THE_ELDER), refusals=(ConsentingElderNotFound,))
async def read_elder_consents(ask: Ask, elder_id: UUID) -> Consents:
    """What the elder is told and asked, and what was said; the reading is logged."""
    viewer = ask.viewer
    found = await of_elder(viewer.scope, elder_id)
    await log_reading(ask, elder_id, "consents")
    return Consents([_shown(now) for now in found])


@routes.post(
    "/api/elders/{elder_id}/consents",
    access=scoped(Role.VOLUNTEER, Role.COMMITTEE),
    status=200,
    refusals=(ConsentingElderNotFound, PurposeNotAsked, TextNotNewest, *UNHEARD),
)
async def record_elder_consent(ask: Ask, elder_id: UUID, body: ElderConsentIn) -> Done:
    """The elder agrees, on being told."""
    told = Telling(body.expressed, body.witness)
    await give_consent(
        ask.kernel, elder_id=elder_id, purpose=body.purpose, version=body.version, told=told, by=ask.viewer
    )
    return Done()


@routes.post(
    "/api/elders/{elder_id}/consents/withdraw",
    access=scoped(Role.VOLUNTEER, Role.COMMITTEE),
    status=200,
    refusals=(ConsentingElderNotFound, PurposeNotAsked, PurposeIsDuty, *UNHEARD),
)
async def record_elder_withdrawal(ask: Ask, elder_id: UUID, body: ElderWithdrawalIn) -> Done:
    """The elder says no, with effect at once."""
    told = Telling(body.expressed, body.witness)
    await withdraw_consent(ask.kernel, elder_id=elder_id, purpose=body.purpose, told=told, by=ask.viewer)
    return Done()


@routes.get(
    "/api/elders/{elder_id}/sharing",
    access=scoped(Role.VOLUNTEER, Role.COMMITTEE),
    refusals=(ConsentingElderNotFound,),
)
async def read_elder_sharing(ask: Ask, elder_id: UUID) -> ElderSharing:
    """What the elder lets the family see of visits, part by part; the reading is logged."""
    found = await sharing(ask.viewer.scope, elder_id)
    await log_reading(ask, elder_id, "consents")
    refused = await refused_by(Whose.ELDER, elder_id)
    return ElderSharing(Purpose.SHARING not in refused, [_shown(now) for now in found])


@routes.post(
    "/api/elders/{elder_id}/sharing",
    access=scoped(Role.VOLUNTEER, Role.COMMITTEE),
    status=200,
    refusals=(ConsentingElderNotFound, PurposeNotAsked, *UNHEARD),
)
async def set_elder_sharing(ask: Ask, elder_id: UUID, body: SharingIn) -> Done:
    """The elder says what the family sees of visits, with effect at once."""
    told = Telling(body.expressed, body.witness)
    await set_sharing(ask.kernel, elder_id=elder_id, shown=body.parts, told=told, by=ask.viewer)
    return Done()


@routes.get("/api/consents", access=SELF)
async def read_own_consents(ask: Ask) -> Consents:
    """What I am told and asked, and what I said."""
    return Consents([_shown(now) for now in await of_account(ask.viewer.account_id)])


@routes.post("/api/consents", access=SELF, status=200, refusals=(PurposeNotAsked, TextNotNewest, ConsentSaidAtOnce))
async def agree(ask: Ask, body: OwnConsentIn) -> Done:
    """I agree."""
    await give_own_consent(ask.kernel, purpose=body.purpose, version=body.version, by=ask.viewer)
    return Done()


@routes.post(
    "/api/consents/withdraw", access=SELF, status=200, refusals=(PurposeNotAsked, PurposeIsDuty, ConsentSaidAtOnce)
)
async def withdraw(ask: Ask, body: OwnWithdrawalIn) -> Done:
    """I no longer agree, with effect at once."""
    await withdraw_own_consent(ask.kernel, purpose=body.purpose, by=ask.viewer)
    return Done()
