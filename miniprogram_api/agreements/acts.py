"""What the parties and the elder do upon the text."""

from dataclasses import replace
from uuid import UUID

import msgspec

from backend.accounts.roles import Role
from backend.agreements import consenting, signing
from backend.agreements.errors import (
    AgreementDayNotPossible,
    AgreementNotFound,
    AlreadyActed,
    CharacterCannotBePrinted,
    InvitationOver,
    LegalAgentNeeded,
    NamesOneself,
    NotAParty,
    PhoneReportedLost,
    SignatureNotFound,
    StepNotPossible,
    TextChanged,
    WishNotRecorded,
    WitnessNotFit,
)
from backend.agreements.evidence import Device, Stroke
from backend.agreements.rules import Answer, Means
from backend.agreements.signing import Signature
from miniprogram_api.agreements.schemas import (
    AcceptCareIn,
    AnswerIn,
    AnswerTaken,
    DeclineIn,
    DeviceIn,
    SignIn,
    Strokes,
    ViewIn,
)
from miniprogram_api.routes import Ask, Routes, scoped
from miniprogram_api.schemas import Done

routes = Routes("agreements")
VISITORS = (Role.VOLUNTEER, Role.COMMITTEE)
ACT_REFUSALS = (
    AgreementNotFound,
    StepNotPossible,
    TextChanged,
    AlreadyActed,
    NotAParty,
    SignatureNotFound,
    WishNotRecorded,
    InvitationOver,
    PhoneReportedLost,
)


def _device(given: DeviceIn | None) -> Device | None:
    return Device(given.model, given.system, given.client) if given else None


def _strokes(given: Strokes) -> list[Stroke]:
    return [tuple((x, y, at) for x, y, at in stroke) for stroke in given]


def _signature(body: SignIn) -> Signature:
    return Signature(
        text_hash=body.text_hash,
        signature_id=body.signature_id,
        strokes=_strokes(body.strokes),
        device=_device(body.device),
    )


@routes.post(
    "/api/agreements/{agreement_id}/view",
    access=scoped(Role.SUPPORTER, Role.CAREGIVER),
    status=200,
    refusals=(AgreementNotFound, TextChanged),
)
async def view_agreement(ask: Ask, agreement_id: UUID, body: ViewIn) -> Done:
    """A party has opened the text."""
    await signing.view(
        ask.kernel,
        ask.services.evidence,
        agreement_id=agreement_id,
        text_hash=body.text_hash,
        device=_device(body.device),
        by=ask.viewer,
    )
    return Done()


@routes.post("/api/agreements/{agreement_id}/sign", access=scoped(Role.SUPPORTER), status=200, refusals=ACT_REFUSALS)
async def sign_agreement(ask: Ask, agreement_id: UUID, body: SignIn) -> Done:
    """A supporter signs; a child the text does not name joins."""
    await signing.sign(ask.kernel, agreement_id=agreement_id, signature=_signature(body), by=ask.viewer)
    return Done()


@routes.post("/api/agreements/{agreement_id}/accept", access=scoped(Role.CAREGIVER), status=200, refusals=ACT_REFUSALS)
async def accept_agreement(ask: Ask, agreement_id: UUID, body: AcceptCareIn) -> Done:
    """A caregiver takes the duties on."""
    signature = replace(_signature(body), statement=body.statement)
    await signing.accept(ask.kernel, agreement_id=agreement_id, signature=signature, by=ask.viewer)
    return Done()


@routes.post(
    "/api/agreements/{agreement_id}/decline",
    access=scoped(Role.SUPPORTER, Role.CAREGIVER),
    status=200,
    refusals=(AgreementNotFound, StepNotPossible, NotAParty, PhoneReportedLost),
)
async def decline_agreement(ask: Ask, agreement_id: UUID, body: DeclineIn) -> Done:
    """A party will not sign; everybody who has signed is told."""
    await signing.decline(ask.kernel, agreement_id=agreement_id, reason=body.reason, by=ask.viewer)
    return Done()


@routes.post(
    "/api/agreements/{agreement_id}/answer",
    access=scoped(*VISITORS),
    status=200,
    refusals=(
        AgreementNotFound,
        StepNotPossible,
        WitnessNotFit,
        CharacterCannotBePrinted,
        NamesOneself,
        AlreadyActed,
        SignatureNotFound,
        WishNotRecorded,
        LegalAgentNeeded,
        AgreementDayNotPossible,
    ),
)
async def record_answer(ask: Ask, agreement_id: UUID, body: AnswerIn) -> AnswerTaken:
    """The elder's answer to the exact final text, before a witness."""
    told = msgspec.structs.asdict(body)
    told |= {"means": Means(body.means), "strokes": _strokes(body.strokes), "device": _device(body.device)}
    said = consenting.Said(**told)
    means = ask.services.evidence, ask.services.settings.documents.font
    valid = await consenting.record_answer(ask.kernel, *means, agreement_id=agreement_id, said=said, by=ask.viewer)
    return AnswerTaken(valid, _TAKEN[body.answer] if valid else f"{TextChanged.user_message}。{_KEPT}")


_TAKEN = {
    Answer.YES: "老人的同意记下了",
    Answer.NO: "老人不同意，记下了。先不办，村委会和孩子会知道",
    Answer.NOT_TODAY: "记下了，过些天再来问",
}
_KEPT = "这次的回答已留存，但要对新的文字再问一次"
