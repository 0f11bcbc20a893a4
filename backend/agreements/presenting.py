"""A paper presented to us as ours: the check page's own judgement, whatever the seal upon it says."""

import asyncio
import hashlib

from backend.agreements.errors import CheckFailed, PaperAltered
from backend.agreements.queries import CheckedRow, by_pdf
from backend.agreements.verdicts import names_an_agreement
from backend.documents.keys import EvidenceKey
from backend.documents.seal import SealProblem, verify


async def presented(evidence: EvidenceKey, pdf: bytes) -> CheckedRow:
    """The agreement whose sealed PDF is byte for byte this one.

    Raises PaperAltered for what bears our seal or one of our numbers and is not, CheckFailed for what is none of ours.
    """
    try:
        return await by_pdf(hashlib.sha256(pdf).hexdigest())
    except CheckFailed:
        if names_an_agreement(pdf) or await asyncio.to_thread(_was_sealed, pdf, evidence.trusted_pem):
            raise PaperAltered from None
        raise


def _was_sealed(pdf: bytes, certificates_pem: bytes) -> bool:
    """Whether our seal is on it, broken."""
    return verify(pdf, [certificates_pem]).problem is SealProblem.CHANGED
