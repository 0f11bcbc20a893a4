"""Agreements: asking the elder, the text, the committee's desk, and reading."""

from datetime import date, datetime
from uuid import UUID

import msgspec

from backend.accounts.roles import Role
from backend.agreements import drafting, filing, wishing
from backend.agreements.desk import QuestionRow, questions
from backend.agreements.errors import (
    AgreementDayNotPossible,
    AgreementElderGone,
    AgreementNotFound,
    CharacterCannotBePrinted,
    LegalAgentNeeded,
    NamesOneself,
    NotSealedYet,
    OpenAgreementExists,
    PartiesNotConfirmed,
    PartyTwice,
    StepNotPossible,
    TermNotPossible,
    TermsNotComplete,
    WishNotRecorded,
    WitnessNotFit,
)
from backend.agreements.paper import Draft
from backend.agreements.queries import (
    ActRow,
    AgreementRow,
    acts,
    agreement,
    agreements,
    held,
    parties,
    words,
)
from backend.agreements.questions import Asked
from backend.agreements.rules import AgreementState, Step, waits_for
from backend.agreements.waiting import acting, waiting_for
from backend.documents.font import Font
from backend.documents.reading import paragraphs
from backend.elders.errors import ElderNotFound
from miniprogram_api.agreements.schemas import (
    Act,
    Agreement,
    AgreementFile,
    Agreements,
    AgreementsQuery,
    DraftIn,
    Filed,
    PartyShown,
    QuestionShown,
    ReturnIn,
    WishIn,
)
from miniprogram_api.reading import log_list, log_reading
from miniprogram_api.routes import Ask, Blob, Routes, scoped
from miniprogram_api.schemas import Done, Made

routes = Routes("agreements")
WHO_READS = (Role.SUPPORTER, Role.CAREGIVER, Role.VOLUNTEER, Role.COMMITTEE, Role.TOWNSHIP)
VISITORS = (Role.VOLUNTEER, Role.COMMITTEE)
TEXT_REFUSALS = (
    ElderNotFound,
    AgreementNotFound,
    CharacterCannotBePrinted,
    WishNotRecorded,
    PartiesNotConfirmed,
    PartyTwice,
    TermsNotComplete,
    TermNotPossible,
    LegalAgentNeeded,
    AgreementElderGone,
)


def shown(row: AgreementRow, ask: Ask, step: Step | None) -> Agreement:
    """The row as this viewer sees it, and the step that waits for them."""
    today = ask.viewer.today
    told = msgspec.to_builtins(row, builtin_types=(date, datetime, UUID))
    return msgspec.convert(
        {**told, "in_force": row.standing(today).in_force, "phase": row.phase(today), "waits_for": step}, Agreement
    )


def _act(row: ActRow) -> Act:
    told = msgspec.to_builtins(row, builtin_types=(date, datetime, UUID))
    return msgspec.convert({**told, "captured_by": row.captured_by_name, "strength": row.strength}, Act)


def _font(ask: Ask) -> Font:
    return ask.services.settings.documents.font


def _question(question: QuestionRow, row: AgreementRow, ask: Ask) -> QuestionShown:
    told = msgspec.to_builtins(question, builtin_types=(datetime, UUID))
    open_still = question.answered_at is None and row.state == AgreementState.HANDED_IN
    may_reply = open_still and ask.viewer.role in _REPLIES[Asked(question.asked)]
    return msgspec.convert({**told, "may_reply": may_reply}, QuestionShown)


_REPLIES = {
    Asked.SUPPORTERS: (Role.SUPPORTER,),
    Asked.CAREGIVER: (Role.CAREGIVER,),
    Asked.VISITOR: (Role.VOLUNTEER,),
}


def _draft(body: DraftIn) -> Draft:
    fields = msgspec.to_builtins(body, builtin_types=(date, UUID))
    return msgspec.convert({name: fields[name] for name in Draft.__struct_fields__}, Draft)


@routes.post(
    "/api/agreements/wishes",
    access=scoped(*VISITORS),
    refusals=(ElderNotFound, WitnessNotFit, AgreementDayNotPossible),
)
async def record_wish(ask: Ask, body: WishIn) -> Made:
    """Write down what the elder said when asked."""
    told = msgspec.structs.asdict(body)
    return Made(await wishing.record_wish(ask.kernel, ask.services.evidence, by=ask.viewer, **told))


@routes.post(
    "/api/agreements",
    access=scoped(Role.SUPPORTER, Role.COMMITTEE),
    refusals=(*TEXT_REFUSALS, OpenAgreementExists),
)
async def draft_agreement(ask: Ask, body: DraftIn) -> Made:
    """Write the first text."""
    made = await drafting.draft(
        ask.kernel, _font(ask), elder_id=body.elder_id, draft=_draft(body), renews_id=body.renews_id, by=ask.viewer
    )
    return Made(made)


@routes.get("/api/agreements", access=scoped(*WHO_READS))
async def list_agreements(ask: Ask, query: AgreementsQuery) -> Agreements:
    """The agreements in sight, newest first; the reading is logged."""
    page = await agreements(
        ask.viewer.scope, state=query.state, elder_id=query.elder_id, cursor=query.cursor, limit=query.limit
    )
    await log_list(ask, [row.elder_id for row in page.rows])
    steps = await waiting_for(ask.viewer, page.rows)
    return Agreements([shown(row, ask, steps[row.id]) for row in page.rows], page.next_cursor)


@routes.get("/api/agreements/{agreement_id}", access=scoped(*WHO_READS), refusals=(AgreementNotFound,))
async def read_agreement(ask: Ask, agreement_id: UUID) -> AgreementFile:
    """One agreement with its text and acts; the reading is logged."""
    viewer = ask.viewer
    row = await agreement(viewer.scope, agreement_id)
    done, named = await acts(viewer.scope, agreement_id), await parties(viewer.scope, agreement_id)
    kept = await words(ask.kernel, agreement_id)
    await log_reading(ask, row.elder_id, "agreement", agreement_id)
    own = await held(viewer.account_id, [agreement_id])
    step = waits_for(AgreementState(row.state), acting(viewer, own))
    state_open = row.state in (AgreementState.DRAFT, AgreementState.SIGNED)
    return AgreementFile(
        agreement=shown(row, ask, step),
        parties=msgspec.convert(msgspec.to_builtins(named), list[PartyShown]),
        text=paragraphs(kept.text),
        text_hash=row.text_hash,
        terms=kept.terms,
        acts=[_act(act) for act in done],
        may_join=viewer.role is Role.SUPPORTER and state_open and not own,
        return_reason=kept.return_reason,
        check_code=kept.check_code if viewer.role is not Role.TOWNSHIP else None,
        questions=[_question(each, row, ask) for each in await questions(ask.kernel, viewer.scope, agreement_id)],
    )


@routes.put(
    "/api/agreements/{agreement_id}/text",
    access=scoped(Role.SUPPORTER, Role.COMMITTEE),
    refusals=(StepNotPossible, OpenAgreementExists, *TEXT_REFUSALS),
)
async def rewrite_agreement(ask: Ask, agreement_id: UUID, body: DraftIn) -> Done:
    """Change the text; every act on the old one becomes void."""
    await drafting.rewrite(ask.kernel, _font(ask), agreement_id=agreement_id, draft=_draft(body), by=ask.viewer)
    return Done()


@routes.post(
    "/api/agreements/{agreement_id}/hand-in",
    access=scoped(Role.SUPPORTER, Role.CAREGIVER, *VISITORS),
    status=200,
    refusals=(AgreementNotFound, StepNotPossible, WishNotRecorded),
)
async def hand_in_agreement(ask: Ask, agreement_id: UUID) -> Done:
    """Hand the complete agreement to the committee."""
    await filing.hand_in(ask.kernel, agreement_id=agreement_id, by=ask.viewer)
    return Done()


@routes.post(
    "/api/agreements/{agreement_id}/return",
    access=scoped(Role.COMMITTEE),
    status=200,
    refusals=(AgreementNotFound, StepNotPossible, NamesOneself),
)
async def return_agreement(ask: Ask, agreement_id: UUID, body: ReturnIn) -> Done:
    """The committee sends it back with a reason."""
    await filing.return_with_reason(ask.kernel, agreement_id=agreement_id, reason=body.reason, by=ask.viewer)
    return Done()


@routes.post(
    "/api/agreements/{agreement_id}/file",
    access=scoped(Role.COMMITTEE),
    status=200,
    refusals=(
        AgreementNotFound,
        StepNotPossible,
        NamesOneself,
        WishNotRecorded,
        LegalAgentNeeded,
        AgreementElderGone,
    ),
)
async def file_agreement(ask: Ask, agreement_id: UUID) -> Filed:
    """报备: take it in under the village's next record number."""
    evidence = ask.services.evidence
    return Filed(await filing.confirm_filing(ask.kernel, evidence, agreement_id=agreement_id, by=ask.viewer))


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
    await log_reading(ask, row.elder_id, "agreement_pdf", agreement_id)
    return Blob(data, "application/pdf")
