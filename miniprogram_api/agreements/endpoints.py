"""The care-entrustment agreement, step by step, and its public check page."""

import hashlib
from uuid import UUID

import msgspec

from backend.accounts.roles import Role
from backend.agreements import actions
from backend.agreements.errors import (
    AgreementNotFound,
    AlreadyActed,
    CheckCodeNeeded,
    CheckFailed,
    FilingNumberTaken,
    NamesOneself,
    NotAParty,
    NotSealedYet,
    OpenAgreementExists,
    PartiesNotConfirmed,
    SignatureNotFound,
    StepNotPossible,
    TermNotPossible,
    TextChanged,
    WishNotRecorded,
    WitnessNotFit,
)
from backend.agreements.queries import (
    ActRow,
    AgreementRow,
    CheckedRow,
    acts,
    agreement,
    agreements,
    by_number,
    by_pdf,
    words,
)
from backend.agreements.rules import Acting, ActKind, AgreementState, Means, waits_for
from backend.audit.trail import record_reading
from backend.documents.reading import masked, paragraphs
from backend.elders.errors import ElderNotFound
from miniprogram_api.agreements.schemas import (
    Act,
    Agreement,
    AgreementFile,
    Agreements,
    AgreementsQuery,
    Checked,
    CheckQuery,
    ConsentIn,
    ConsentTaken,
    DraftIn,
    Filed,
    FileIn,
    ReturnIn,
    SignIn,
    WishIn,
)
from miniprogram_api.limits import PICTURE_BODY
from miniprogram_api.reading import log_list
from miniprogram_api.routes import PUBLIC, Ask, Blob, Routes, scoped
from miniprogram_api.schemas import Done, Made

routes = Routes("agreements")
WHO_READS = (Role.SUPPORTER, Role.CAREGIVER, Role.VOLUNTEER, Role.COMMITTEE, Role.TOWNSHIP)
VISITORS = (Role.VOLUNTEER, Role.COMMITTEE)
TEXT_REFUSALS = (ElderNotFound, WishNotRecorded, PartiesNotConfirmed, TermNotPossible)
ACT_REFUSALS = (
    AgreementNotFound,
    StepNotPossible,
    TextChanged,
    AlreadyActed,
    NotAParty,
    SignatureNotFound,
    WishNotRecorded,
)


def shown(row: AgreementRow, ask: Ask, acted: bool = False) -> Agreement:
    """The row as this viewer sees it; `acted` when one of the acts is the viewer's own."""
    viewer = ask.viewer
    acting = Acting(
        supporter=viewer.role is Role.SUPPORTER,
        caregiver=viewer.role is Role.CAREGIVER and row.caregiver_account == viewer.account_id,
        visitor=viewer.role is Role.VOLUNTEER,
        committee=viewer.role is Role.COMMITTEE,
        has_acted=acted,
    )
    state = AgreementState(row.state)
    return Agreement(
        id=row.id,
        elder_id=row.elder_id,
        elder=row.elder,
        village=row.village,
        state=state,
        supporter=row.supporter,
        caregiver=row.caregiver,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        drafted_at=row.drafted_at,
        handed_in_at=row.handed_in_at,
        filed_at=row.filed_at,
        number=row.number,
        sealed_at=row.sealed_at,
        in_force=row.standing(viewer.today).in_force,
        waits_for=waits_for(state, acting),
    )


def _act(row: ActRow) -> Act:
    return Act(
        kind=ActKind(row.kind),
        actor=row.actor,
        means=Means(row.means),
        signature_id=row.signature_id,
        photo_id=row.photo_id,
        witness=row.witness,
        captured_by=row.captured_by_name,
        done_at=row.done_at,
        received_at=row.received_at,
        void=row.void,
    )


def _draft(body: DraftIn) -> actions.Draft:
    fields = msgspec.structs.asdict(body)
    fields.pop("elder_id")
    return actions.Draft(**fields)


@routes.post("/api/agreements/wishes", access=scoped(*VISITORS), refusals=(ElderNotFound, WitnessNotFit))
async def record_wish(ask: Ask, body: WishIn) -> Made:
    """Write down what the elder said when asked."""
    return Made(await actions.record_wish(ask.kernel, by=ask.viewer, **msgspec.structs.asdict(body)))


@routes.post(
    "/api/agreements",
    access=scoped(Role.SUPPORTER, Role.COMMITTEE),
    refusals=(*TEXT_REFUSALS, OpenAgreementExists),
)
async def draft_agreement(ask: Ask, body: DraftIn) -> Made:
    """Write the first text."""
    return Made(await actions.draft(ask.kernel, elder_id=body.elder_id, draft=_draft(body), by=ask.viewer))


@routes.get("/api/agreements", access=scoped(*WHO_READS))
async def list_agreements(ask: Ask, query: AgreementsQuery) -> Agreements:
    """The agreements in sight, newest first; the reading is logged."""
    page = await agreements(
        ask.viewer.scope, state=query.state, elder_id=query.elder_id, cursor=query.cursor, limit=query.limit
    )
    await log_list(ask, [row.elder_id for row in page.rows])
    return Agreements([shown(row, ask) for row in page.rows], page.next_cursor)


@routes.get("/api/agreements/{agreement_id}", access=scoped(*WHO_READS), refusals=(AgreementNotFound,))
async def read_agreement(ask: Ask, agreement_id: UUID) -> AgreementFile:
    """One agreement with its text and acts; the reading is logged."""
    viewer = ask.viewer
    row = await agreement(viewer.scope, agreement_id)
    done = await acts(viewer.scope, agreement_id)
    kept = await words(ask.kernel, agreement_id)
    await record_reading(
        ask.kernel,
        by=viewer.actor,
        purpose=viewer.scope.purpose,
        elder_id=row.elder_id,
        what="agreement",
        subject_id=agreement_id,
    )
    acted = any(act.account_id == viewer.account_id and not act.void for act in done)
    return AgreementFile(
        agreement=shown(row, ask, acted),
        supporter_id=row.supporter_id,
        caregiver_id=row.caregiver_id,
        text=paragraphs(kept.text),
        text_hash=row.text_hash,
        acts=[_act(act) for act in done],
        return_reason=kept.return_reason,
        check_code=kept.check_code if viewer.role is not Role.TOWNSHIP else None,
    )


@routes.put(
    "/api/agreements/{agreement_id}/text",
    access=scoped(Role.SUPPORTER, Role.COMMITTEE),
    refusals=(AgreementNotFound, StepNotPossible, *TEXT_REFUSALS),
)
async def rewrite_agreement(ask: Ask, agreement_id: UUID, body: DraftIn) -> Done:
    """Change the text; every act on the old one becomes void."""
    await actions.rewrite(ask.kernel, agreement_id=agreement_id, draft=_draft(body), by=ask.viewer)
    return Done()


@routes.post("/api/agreements/{agreement_id}/sign", access=scoped(Role.SUPPORTER), status=200, refusals=ACT_REFUSALS)
async def sign_agreement(ask: Ask, agreement_id: UUID, body: SignIn) -> Done:
    """A supporter signs."""
    await actions.sign(
        ask.kernel,
        agreement_id=agreement_id,
        text_hash=body.text_hash,
        signature_id=body.signature_id,
        by=ask.viewer,
    )
    return Done()


@routes.post("/api/agreements/{agreement_id}/accept", access=scoped(Role.CAREGIVER), status=200, refusals=ACT_REFUSALS)
async def accept_agreement(ask: Ask, agreement_id: UUID, body: SignIn) -> Done:
    """The caregiver takes the duties on."""
    await actions.accept(
        ask.kernel,
        agreement_id=agreement_id,
        text_hash=body.text_hash,
        signature_id=body.signature_id,
        by=ask.viewer,
    )
    return Done()


@routes.post(
    "/api/agreements/{agreement_id}/consent",
    access=scoped(*VISITORS),
    status=200,
    refusals=(
        AgreementNotFound,
        StepNotPossible,
        WitnessNotFit,
        NamesOneself,
        AlreadyActed,
        SignatureNotFound,
        WishNotRecorded,
    ),
)
async def capture_consent(ask: Ask, agreement_id: UUID, body: ConsentIn) -> ConsentTaken:
    """The elder consents to the exact final text, before a witness."""
    consent = actions.Consent(**msgspec.structs.asdict(body))
    valid = await actions.capture_consent(ask.kernel, agreement_id=agreement_id, consent=consent, by=ask.viewer)
    message = "老人的同意记下了" if valid else f"{TextChanged.user_message}。这次的签字已留存，但要对新的文字再办一次"
    return ConsentTaken(valid, message)


@routes.post(
    "/api/agreements/{agreement_id}/hand-in",
    access=scoped(Role.SUPPORTER, Role.CAREGIVER, *VISITORS),
    status=200,
    refusals=(AgreementNotFound, StepNotPossible, WishNotRecorded),
)
async def hand_in_agreement(ask: Ask, agreement_id: UUID) -> Done:
    """Hand the complete agreement to the committee."""
    await actions.hand_in(ask.kernel, agreement_id=agreement_id, by=ask.viewer)
    return Done()


@routes.post(
    "/api/agreements/{agreement_id}/return",
    access=scoped(Role.COMMITTEE),
    status=200,
    refusals=(AgreementNotFound, StepNotPossible, NamesOneself),
)
async def return_agreement(ask: Ask, agreement_id: UUID, body: ReturnIn) -> Done:
    """The committee sends it back with a reason."""
    await actions.return_with_reason(ask.kernel, agreement_id=agreement_id, reason=body.reason, by=ask.viewer)
    return Done()


@routes.post(
    "/api/agreements/{agreement_id}/file",
    access=scoped(Role.COMMITTEE),
    status=200,
    refusals=(AgreementNotFound, StepNotPossible, NamesOneself, FilingNumberTaken, WishNotRecorded),
)
async def file_agreement(ask: Ask, agreement_id: UUID, body: FileIn) -> Filed:
    """报备: take it in under a record number."""
    number = await actions.confirm_filing(
        ask.kernel, ask.services.evidence, agreement_id=agreement_id, number=body.number, by=ask.viewer
    )
    return Filed(number)


@routes.post(
    "/api/agreements/{agreement_id}/withdraw",
    access=scoped(Role.SUPPORTER, Role.CAREGIVER, Role.COMMITTEE),
    status=200,
    refusals=(AgreementNotFound, StepNotPossible, NotAParty),
)
async def withdraw_agreement(ask: Ask, agreement_id: UUID) -> Done:
    """Let an unfiled agreement go."""
    await actions.withdraw(ask.kernel, agreement_id=agreement_id, by=ask.viewer)
    return Done()


@routes.get(
    "/api/agreements/{agreement_id}/pdf",
    access=scoped(*WHO_READS),
    refusals=(AgreementNotFound, NotSealedYet),
    gives="application/pdf",
)
async def read_pdf(ask: Ask, agreement_id: UUID) -> Blob:
    """The sealed PDF; the reading is logged."""
    viewer = ask.viewer
    row = await agreement(viewer.scope, agreement_id)
    kept = await words(ask.kernel, agreement_id)
    if kept.pdf_key is None:
        raise NotSealedYet
    data = await ask.services.storage.get(kept.pdf_key, aad=kept.pdf_key)
    await record_reading(
        ask.kernel,
        by=viewer.actor,
        purpose=viewer.scope.purpose,
        elder_id=row.elder_id,
        what="agreement_pdf",
        subject_id=agreement_id,
    )
    return Blob(data, "application/pdf")


def _checked(row: CheckedRow) -> Checked:
    return Checked(
        number=row.number,
        state=AgreementState(row.state),
        elder=masked(row.elder),
        village=row.village,
        text_hash=row.text_hash,
        pdf_sha256=row.pdf_sha256,
        filed_at=row.filed_at,
        sealed_at=row.sealed_at,
    )


@routes.get("/api/check", access=PUBLIC, proof=True, refusals=(CheckCodeNeeded, CheckFailed))
async def check_by_number(ask: Ask, query: CheckQuery) -> Checked:
    """Check an agreement by its printed number and check code."""
    return _checked(await by_number(ask.kernel, query.number, query.code))


@routes.post(
    "/api/check/pdf",
    access=PUBLIC,
    keyed=False,
    proof=True,
    status=200,
    refusals=(CheckFailed,),
    takes=("application/pdf",),
    body_limit=PICTURE_BODY,
)
async def check_by_pdf(ask: Ask) -> Checked:
    """Check the PDF itself: a single changed byte anywhere is found."""
    return _checked(await by_pdf(hashlib.sha256(ask.request.body).hexdigest()))
