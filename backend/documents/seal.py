"""Sealing a PDF with the evidence key, and checking a sealed one (PAdES baseline, ISO 32000 DocMDP; 电子签名法 art. 5).

A sealed document is certified: no change after the seal is allowed. With a timestamp service the seal is B-T, else B-B.
`seal` and `verify` run their own event loop: call them in a thread (`await asyncio.to_thread(seal, ...)`).
"""

import asyncio
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from io import BytesIO
from typing import Any

from pyhanko.keys import load_certs_from_pemder_data
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, Signer
from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes
from pyhanko.sign.timestamps.common_utils import TimestampRequestError
from pyhanko.sign.timestamps.requests_client import RequestsHTTPTimeStamper
from pyhanko.sign.validation import EmbeddedPdfSignature, validate_pdf_signature
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore

from backend.documents.errors import SealFailed
from backend.documents.keys import EvidenceKey

FIELD = "EvidenceSeal"
_TIMESTAMP_SECONDS = 10


class SealProblem(StrEnum):
    """Why a document is not what we sealed."""

    UNREADABLE = "unreadable"
    NOT_SEALED = "not_sealed"
    CHANGED = "changed"
    FOREIGN_KEY = "foreign_key"


@dataclass(frozen=True)
class SealReport:
    """`sealed_at` is the sealer's own word, `stamped_at` that of a trusted timestamp service; both aware."""

    problem: SealProblem | None
    sealed_at: datetime | None = None
    stamped_at: datetime | None = None
    certificate_sha256: str | None = None

    @property
    def valid(self) -> bool:
        return self.problem is None


def seal(pdf: bytes, key: EvidenceKey, reason: str, at: datetime, *, timestamp_url: str | None = None) -> bytes:
    """`pdf` with the evidence seal over all of it. `at` is aware. Raises SealFailed; nothing is half-sealed.

    Two seals of one document differ in bytes: store the first and keep it.
    """
    try:
        return asyncio.run(_seal(pdf, key, reason, at, timestamp_url))
    except (PdfError, SigningError, TimestampRequestError, ValueError) as error:
        raise SealFailed(type(error).__name__) from error


def verify(pdf: bytes, trust: Sequence[bytes], *, timestamp_trust: Sequence[bytes] = ()) -> SealReport:
    """What an independent reader of the seal finds in `pdf`.

    `trust` holds the evidence certificates themselves (PEM; the present one and its predecessors), not their issuers:
    another customer of the same issuer must not be able to seal in our name. `timestamp_trust` are PEM roots.
    Never raises for the sake of `pdf`, whatever its bytes.
    """
    # A hostile file may break its parser in any way it likes; every way means "not what we sealed".
    try:
        signatures = PdfFileReader(BytesIO(pdf), strict=True).embedded_signatures
        if not signatures:
            return SealReport(SealProblem.NOT_SEALED)
        return _judge(signatures, trust, timestamp_trust)
    except Exception:
        return SealReport(SealProblem.UNREADABLE)


async def _seal(pdf: bytes, key: EvidenceKey, reason: str, at: datetime, timestamp_url: str | None) -> bytes:
    signer = PdfSigner(
        PdfSignatureMetadata(
            field_name=FIELD,
            certify=True,
            docmdp_permissions=MDPPerm.NO_CHANGES,
            subfilter=SigSeedSubFilter.PADES,
            md_algorithm="sha256",
            reason=reason,
        ),
        _KeySigner(key),
        timestamper=RequestsHTTPTimeStamper(timestamp_url, timeout=_TIMESTAMP_SECONDS) if timestamp_url else None,
    )
    writer = IncrementalPdfFileWriter(BytesIO(pdf), strict=True)
    session = signer.init_signing_session(writer)
    # The steps of PdfSigner.async_sign_pdf, which reads the machine's clock; ours is handed in.
    session.system_time = at
    size = await session.estimate_signature_container_size(None)
    document = session.prepare_tbs_document(validation_info=None, bytes_reserved=size)
    output = BytesIO()
    digest, _ = document.digest_tbs_document(output=output)
    finished = await document.perform_signature(
        document_digest=digest.document_digest, pdf_cms_signed_attrs=PdfCMSSignedAttributes(signing_time=at)
    )
    await finished.post_signature_processing(output)
    return output.getvalue()


class _KeySigner(Signer):
    """Signs with the loaded key; pyHanko's own signer would parse and check it anew for each signature."""

    def __init__(self, key: EvidenceKey) -> None:
        (certificate,) = _load([key.certificate_pem])
        super().__init__(
            signing_cert=certificate, cert_registry=SimpleCertificateStore.from_certs(_load(key.chain_pem))
        )
        self._key = key

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:
        return self._key.raw_signature(data)


def _load(pems: Sequence[bytes]) -> list[Any]:
    """As certificates of asn1crypto, which carries no types."""
    return [certificate for pem in pems for certificate in load_certs_from_pemder_data(pem)]


def _judge(
    signatures: Sequence[EmbeddedPdfSignature], trust: Sequence[bytes], timestamp_trust: Sequence[bytes]
) -> SealReport:
    first, trusted = signatures[0], _load(trust)
    sealed_at = first.self_reported_timestamp
    status: PdfSignatureStatus = validate_pdf_signature(
        first,
        ValidationContext(trust_roots=trusted, allow_fetching=False),
        # The timestamp service's certificate had to be good then; by now it may have run out.
        ValidationContext(trust_roots=_load(timestamp_trust), allow_fetching=False, moment=sealed_at),
    )
    signer, stamp = status.signing_cert.dump(), status.timestamp_validity
    untouched = status.intact and status.valid and status.coverage == SignatureCoverageLevel.ENTIRE_FILE
    certified = len(signatures) == 1 and first.docmdp_level == MDPPerm.NO_CHANGES
    ours = status.trusted and signer in [certificate.dump() for certificate in trusted]
    return SealReport(
        problem=SealProblem.CHANGED if not (untouched and certified) else None if ours else SealProblem.FOREIGN_KEY,
        sealed_at=sealed_at,
        stamped_at=stamp.timestamp if stamp and stamp.valid and stamp.intact and stamp.trusted else None,
        certificate_sha256=hashlib.sha256(signer).hexdigest(),
    )
