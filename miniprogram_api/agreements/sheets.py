"""Agreements on paper: printed to be signed by pen, and photographed when they are."""

from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

from backend.accounts.roles import Role
from backend.agreements import inking
from backend.agreements.errors import (
    AgreementNotFound,
    AlreadyActed,
    CharacterCannotBePrinted,
    LegalAgentNeeded,
    NamesOneself,
    NotAParty,
    PaperOfAnotherText,
    PaperPhotoMissing,
    SignatureNotFound,
    StepNotPossible,
    TextChanged,
    WishNotRecorded,
    WitnessNotFit,
)
from backend.agreements.printing import print_out
from backend.agreements.queries import agreement
from backend.agreements.rules import AgreementState
from miniprogram_api.reading import log_reading
from miniprogram_api.routes import Ask, Blob, Routes, scoped
from miniprogram_api.schemas import Done, Sha256

routes = Routes("agreements")


@routes.get(
    "/api/agreements/{agreement_id}/paper",
    access=scoped(Role.SUPPORTER, Role.CAREGIVER, Role.VOLUNTEER, Role.COMMITTEE),
    refusals=(AgreementNotFound, StepNotPossible),
    gives="application/pdf",
)
async def print_agreement(ask: Ask, agreement_id: UUID) -> Blob:
    """The text to be signed by pen, with a code that ties the sheets to it; the reading is logged."""
    viewer = ask.viewer
    row = await agreement(viewer.scope, agreement_id)
    data = await print_out(ask.kernel, viewer.scope, ask.services.settings.documents.font, agreement_id)
    await log_reading(ask, row.elder_id, "agreement_pdf", agreement_id)
    return Blob(data, "application/pdf")


class PagesIn(msgspec.Struct, forbid_unknown_fields=True):
    """The code printed on the sheets, and their photographs, in order."""

    code: Annotated[str, Meta(min_length=1, max_length=40)]
    pages: Annotated[list[UUID], Meta(min_length=1, max_length=9)]


@routes.post(
    "/api/agreements/{agreement_id}/paper",
    access=scoped(Role.VOLUNTEER, Role.COMMITTEE),
    status=200,
    refusals=(AgreementNotFound, StepNotPossible, PaperOfAnotherText, SignatureNotFound),
)
async def add_paper(ask: Ask, agreement_id: UUID, body: PagesIn) -> Done:
    """Photographs of the signed and stamped sheets join the record."""
    evidence = ask.services.evidence
    await inking.add_pages(
        ask.kernel, evidence, agreement_id=agreement_id, code=body.code, pages=body.pages, by=ask.viewer
    )
    return Done()


class InkIn(msgspec.Struct, forbid_unknown_fields=True):
    """Whose ink is on the photographed sheets of this text; with the elder's, who saw it."""

    text_hash: Sha256
    party_ids: Annotated[list[UUID], Meta(min_length=1, max_length=20)]
    witness: Annotated[str, Meta(max_length=40)] = ""
    witness_adult: bool = False


class Inked(msgspec.Struct):
    """How far that brings the agreement."""

    state: AgreementState


@routes.post(
    "/api/agreements/{agreement_id}/ink",
    access=scoped(Role.COMMITTEE),
    status=200,
    refusals=(
        AgreementNotFound,
        StepNotPossible,
        TextChanged,
        PaperPhotoMissing,
        NotAParty,
        AlreadyActed,
        NamesOneself,
        WishNotRecorded,
        WitnessNotFit,
        CharacterCannotBePrinted,
        LegalAgentNeeded,
    ),
)
async def record_ink(ask: Ask, agreement_id: UUID, body: InkIn) -> Inked:
    """The committee has found these parties' ink on the sheets: it counts as their signatures, as strong as paper."""
    ink = inking.Ink(
        text_hash=body.text_hash,
        party_ids=frozenset(body.party_ids),
        witness=body.witness,
        witness_adult=body.witness_adult,
    )
    font = ask.services.settings.documents.font
    return Inked(await inking.record_ink(ask.kernel, font, agreement_id=agreement_id, ink=ink, by=ask.viewer))
