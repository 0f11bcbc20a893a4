"""The evidence of an agreement, to take away."""

from uuid import UUID

from backend.accounts.roles import Role
from backend.agreements.bundle import bundle
from backend.agreements.errors import AgreementNotFound, NotAParty, NotSealedYet
from backend.agreements.queries import agreement
from miniprogram_api.reading import log_reading
from miniprogram_api.routes import Ask, Blob, Routes, scoped

routes = Routes("agreements")


@routes.get(
    "/api/agreements/{agreement_id}/bundle",
    access=scoped(Role.SUPPORTER, Role.CAREGIVER, Role.COMMITTEE),
    refusals=(AgreementNotFound, NotAParty, NotSealedYet),
    gives="application/zip",
)
async def read_bundle(ask: Ask, agreement_id: UUID) -> Blob:
    """Everything to check the agreement without us, for its parties and the committee; the reading is logged."""
    viewer, services = ask.viewer, ask.services
    row = await agreement(viewer.scope, agreement_id)
    made = await bundle(ask.kernel, services.storage, services.evidence, agreement_id=agreement_id, by=viewer)
    await log_reading(ask, row.elder_id, "agreement_bundle", agreement_id)
    return Blob(made, "application/zip")
