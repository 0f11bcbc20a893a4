"""Sealing a PDF with the evidence key, and checking a sealed one (PAdES baseline, ISO 32000 DocMDP; 电子签名法 art. 5).

A sealed document is certified: no change after the seal is allowed but one, the signature of a committee that has a
certificate of its own. The seal is B-B; with a timestamp service it is B-LT, ready for an archive's timestamps.
`seal` and `verify` run their own event loop: call them in a thread (`await asyncio.to_thread(seal, ...)`).
"""

import asyncio
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from io import BytesIO
from typing import Any

from asn1crypto.cms import ContentInfo
from pyhanko.keys import load_certs_from_pemder_data
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import (
    FieldMDPAction,
    FieldMDPSpec,
    MDPPerm,
    SigFieldSpec,
    SigSeedSubFilter,
    append_signature_field,
)
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, Signer
from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes
from pyhanko.sign.signers.pdf_signer import (
    DSSContentSettings,
    PdfSigningSession,
    PreSignValidationStatus,
    SigDSSPlacementPreference,
)
from pyhanko.sign.validation import EmbeddedPdfSignature, validate_pdf_signature
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.errors import PathBuildingError, PathValidationError
from pyhanko_certvalidator.registry import SimpleCertificateStore

from backend.documents.errors import SealFailed, TimestampUnavailable
from backend.documents.keys import EvidenceKey
from backend.documents.timestamps import Asker, TimestampService

FIELD = "EvidenceSeal"
COMMITTEE_FIELD = "CommitteeSignature"
NAME = "云团圆平台存证章（这不是公章）"
LOCATION = "云团圆平台"

# Left open in the sealed revision; whoever fills it closes the document (decision 13).
_COMMITTEE_FIELD = SigFieldSpec(
    COMMITTEE_FIELD,
    field_mdp_spec=FieldMDPSpec(FieldMDPAction.ALL),
    doc_mdp_update_value=MDPPerm.NO_CHANGES,
)
_ATTRIBUTES = 1536
_CLOCKS_DIFFER = timedelta(minutes=10)


class SealProblem(StrEnum):
    """Why a document is not what we sealed."""

    UNREADABLE = "unreadable"
    NOT_SEALED = "not_sealed"
    CHANGED = "changed"
    FOREIGN_KEY = "foreign_key"


@dataclass(frozen=True)
class SealReport:
    """`sealed_at` is the sealer's own word, `stamped_at` that of a trusted timestamp service; both aware.

    `countersigned` says that a committee signed too.
    """

    problem: SealProblem | None
    sealed_at: datetime | None = None
    stamped_at: datetime | None = None
    certificate_sha256: str | None = None
    countersigned: bool = False

    @property
    def valid(self) -> bool:
        return self.problem is None


def seal(
    pdf: bytes,
    key: EvidenceKey,
    reason: str,
    at: datetime,
    *,
    timestamps: TimestampService | None = None,
    committee: EvidenceKey | None = None,
) -> bytes:
    """`pdf` with the evidence seal over all of it, and the committee's signature over both when it has a key.

    `at` is aware. Raises SealFailed, TimestampUnavailable, EvidenceKeyUnreadable (a token that has gone); nothing is
    half-sealed. Two seals of one document differ in bytes: store the first and keep it.
    """
    try:
        sealed = asyncio.run(_seal(pdf, key, reason, at, timestamps, room_for_committee=committee is not None))
        if timestamps:
            _check_stamp(sealed, key, timestamps, at)
        return asyncio.run(_countersign(sealed, committee, at)) if committee else sealed
    except (PdfError, SigningError, ValueError) as error:
        raise SealFailed(type(error).__name__) from error


def verify(
    pdf: bytes,
    trust: Sequence[bytes],
    *,
    timestamp_trust: Sequence[bytes] = (),
    committee_trust: Sequence[bytes] = (),
) -> SealReport:
    """What an independent reader of the seal finds in `pdf`.

    `trust` holds the evidence certificates themselves (PEM; the present one and its predecessors), not their issuers:
    another customer of the same issuer must not be able to seal in our name. So does `committee_trust`, where a
    committee signs as well; `timestamp_trust` are PEM roots. Any other addition after the seal, however harmless it
    looks, is a change. Never raises for the sake of `pdf`, whatever its bytes.
    """
    # A hostile file may break its parser in any way it likes; every way means "not what we sealed".
    try:
        signatures = PdfFileReader(BytesIO(pdf), strict=True).embedded_signatures
        if not signatures:
            return SealReport(SealProblem.NOT_SEALED)
        if not all(_as_written(pdf, signature) for signature in signatures):
            return SealReport(SealProblem.CHANGED)
        return _judge(signatures, trust, timestamp_trust, committee_trust)
    except Exception:
        return SealReport(SealProblem.UNREADABLE)


async def _seal(
    pdf: bytes,
    key: EvidenceKey,
    reason: str,
    at: datetime,
    timestamps: TimestampService | None,
    *,
    room_for_committee: bool,
) -> bytes:
    writer = IncrementalPdfFileWriter(BytesIO(pdf), strict=True)
    if room_for_committee:
        append_signature_field(writer, _COMMITTEE_FIELD)
    metadata = PdfSignatureMetadata(
        field_name=FIELD,
        certify=True,
        docmdp_permissions=MDPPerm.FILL_FORMS if room_for_committee else MDPPerm.NO_CHANGES,
        subfilter=SigSeedSubFilter.PADES,
        md_algorithm="sha256",
        name=NAME,
        reason=reason,
        location=LOCATION,
        **_long_term(key, timestamps, at),
    )
    return await _signed(writer, metadata, key, at, Asker(timestamps) if timestamps else None)


async def _countersign(sealed: bytes, committee: EvidenceKey, at: datetime) -> bytes:
    metadata = PdfSignatureMetadata(
        field_name=COMMITTEE_FIELD,
        subfilter=SigSeedSubFilter.PADES,
        md_algorithm="sha256",
        reason="村民委员会确认接受报备",
    )
    return await _signed(IncrementalPdfFileWriter(BytesIO(sealed), strict=True), metadata, committee, at, None)


async def _signed(
    writer: IncrementalPdfFileWriter,
    metadata: PdfSignatureMetadata,
    key: EvidenceKey,
    at: datetime,
    asker: Asker | None,
) -> bytes:
    """The steps of PdfSigner.async_sign_pdf, which reads the machine's clock; ours is handed in."""
    session = PdfSigner(metadata, _KeySigner(key), timestamper=asker).init_signing_session(writer)
    session.system_time = at
    info = await _validation_info(session) if asker else None
    # An estimate costs as much as a signature; without a timestamp we know what comes.
    size = await session.estimate_signature_container_size(info) if asker else _room_for(key)
    document = session.prepare_tbs_document(validation_info=info, bytes_reserved=size)
    output = BytesIO()
    digest, _ = document.digest_tbs_document(output=output)
    finished = await document.perform_signature(
        document_digest=digest.document_digest, pdf_cms_signed_attrs=PdfCMSSignedAttributes(signing_time=at)
    )
    await finished.post_signature_processing(output)
    return output.getvalue()


def _room_for(key: EvidenceKey) -> int:
    """Hexadecimal digits of a signature with its certificates and attributes."""
    certificates = sum(len(each.dump()) for each in load_certificates([key.certificate_pem, *key.chain_pem]))
    return 2 * (certificates + key.signature_size + _ATTRIBUTES)


def _long_term(key: EvidenceKey, timestamps: TimestampService | None, at: datetime) -> dict[str, Any]:
    """With a timestamp service: what proves both certificates good goes into the sealed revision (PAdES B-LT).

    So an archive can add its own timestamp later (B-LTA) without us, and the seal still covers every byte we wrote.
    """
    if timestamps is None:
        return {}
    roots = load_certificates([*(key.chain_pem[-1:] or [key.certificate_pem]), timestamps.roots])
    return {
        "embed_validation_info": True,
        "validation_context": ValidationContext(trust_roots=roots, allow_fetching=True, moment=at),
        "dss_settings": DSSContentSettings(
            include_vri=False, placement=SigDSSPlacementPreference.TOGETHER_WITH_SIGNATURE
        ),
    }


async def _validation_info(session: PdfSigningSession) -> PreSignValidationStatus | None:
    try:
        return await session.perform_presign_validation()
    except (PathBuildingError, PathValidationError) as error:
        # Of the service's certificate: one of ours that is not good is a SigningError.
        raise TimestampUnavailable(type(error).__name__) from error


def _check_stamp(sealed: bytes, key: EvidenceKey, timestamps: TimestampService, at: datetime) -> None:
    """A service that signs with another's key, or whose clock is wrong, vouches for nothing."""
    found = PdfFileReader(BytesIO(sealed)).embedded_signatures[0]
    stamped_at = _stamped_at(_status(found, [key.certificate_pem], [timestamps.roots]))
    if stamped_at is None or abs(stamped_at - at) > _CLOCKS_DIFFER:
        raise TimestampUnavailable("not to be believed")


class _KeySigner(Signer):
    """Signs with the loaded key; pyHanko's own signer would parse and check it anew for each signature."""

    def __init__(self, key: EvidenceKey) -> None:
        (certificate,) = load_certificates([key.certificate_pem])
        super().__init__(
            signing_cert=certificate, cert_registry=SimpleCertificateStore.from_certs(load_certificates(key.chain_pem))
        )
        self._key = key

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:
        # A dry run only asks how long a signature will be.
        return bytes(self._key.signature_size) if dry_run else self._key.raw_signature(data)


def load_certificates(pems: Sequence[bytes]) -> list[Any]:
    """As certificates of asn1crypto, which carries no types."""
    return [certificate for pem in pems for certificate in load_certs_from_pemder_data(pem)]


def _judge(
    signatures: Sequence[EmbeddedPdfSignature],
    trust: Sequence[bytes],
    timestamp_trust: Sequence[bytes],
    committee_trust: Sequence[bytes],
) -> SealReport:
    first, *others = signatures
    status = _status(first, trust, timestamp_trust)
    untouched = _holds(status)
    ours = _ours(status, trust)
    match others:
        case []:
            untouched &= status.coverage == SignatureCoverageLevel.ENTIRE_FILE
            untouched &= first.docmdp_level == MDPPerm.NO_CHANGES
        case [other] if other.field_name == COMMITTEE_FIELD:
            second = _status(other, committee_trust, ())
            untouched &= _only_countersigned(first, status, other, second)
            ours &= _ours(second, committee_trust)
        case _:
            untouched = False
    return SealReport(
        problem=SealProblem.CHANGED if not untouched else None if ours else SealProblem.FOREIGN_KEY,
        sealed_at=first.self_reported_timestamp,
        stamped_at=_stamped_at(status),
        certificate_sha256=hashlib.sha256(status.signing_cert.dump()).hexdigest(),
        countersigned=bool(others),
    )


def _as_written(pdf: bytes, signature: EmbeddedPdfSignature) -> bool:
    """Whether the one part a signature cannot cover, itself, stands there as it was written, down to its padding."""
    contents = signature.pkcs7_content
    rest = contents[len(ContentInfo.load(contents).dump()) :]
    start, end = signature.byte_range[1], signature.byte_range[2]
    return bytes(pdf[start:end]) == b"<%s>" % contents.hex().upper().encode() and not any(rest)


def _only_countersigned(
    seal: EmbeddedPdfSignature, status: PdfSignatureStatus, other: EmbeddedPdfSignature, second: PdfSignatureStatus
) -> bool:
    """Whether all that followed the seal is the signature it left room for, and that covers the whole file."""
    return (
        status.coverage == SignatureCoverageLevel.ENTIRE_REVISION
        and bool(status.docmdp_ok)
        and other.signed_revision == seal.signed_revision + 1
        and _holds(second)
        and second.coverage == SignatureCoverageLevel.ENTIRE_FILE
    )


def _status(
    signature: EmbeddedPdfSignature, trust: Sequence[bytes], timestamp_trust: Sequence[bytes]
) -> PdfSignatureStatus:
    return validate_pdf_signature(
        signature,
        ValidationContext(trust_roots=load_certificates(trust), allow_fetching=False),
        # The timestamp service's certificate had to be good then; by now it may have run out.
        ValidationContext(
            trust_roots=load_certificates(timestamp_trust),
            allow_fetching=False,
            moment=signature.self_reported_timestamp,
        ),
    )


def _holds(status: PdfSignatureStatus) -> bool:
    return bool(status.intact and status.valid)


def _ours(status: PdfSignatureStatus, trust: Sequence[bytes]) -> bool:
    return bool(status.trusted) and status.signing_cert.dump() in [each.dump() for each in load_certificates(trust)]


def _stamped_at(status: PdfSignatureStatus) -> datetime | None:
    """What a timestamp service we believe says of the time."""
    stamp = status.timestamp_validity
    return stamp.timestamp if stamp and stamp.valid and stamp.intact and stamp.trusted else None
