"""The public check page."""

from backend.agreements.errors import (
    CheckCodeNeeded,
    CheckFailed,
    PaperAltered,
)
from backend.agreements.presenting import presented
from backend.agreements.queries import (
    CheckedRow,
    by_number,
)
from backend.agreements.rules import AgreementState
from backend.documents.reading import masked
from backend.kit.clock import shanghai_day
from miniprogram_api.agreements.schemas import (
    Checked,
    CheckQuery,
)
from miniprogram_api.limits import PICTURE_BODY
from miniprogram_api.routes import PUBLIC, Ask, Routes

routes = Routes("agreements")


def _checked(row: CheckedRow, ask: Ask) -> Checked:
    return Checked(
        verdict=row.verdict(shanghai_day(ask.kernel.clock.now())),
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
    return _checked(await by_number(ask.kernel, query.number, query.code), ask)


@routes.post(
    "/api/check/pdf",
    access=PUBLIC,
    keyed=False,
    proof=True,
    status=200,
    refusals=(CheckFailed, PaperAltered),
    takes=("application/pdf",),
    body_limit=PICTURE_BODY,
)
async def check_by_pdf(ask: Ask) -> Checked:
    """Check the PDF itself: a single changed byte anywhere is found. What is none of ours at all is not known."""
    return _checked(await presented(ask.services.evidence, ask.request.body), ask)
