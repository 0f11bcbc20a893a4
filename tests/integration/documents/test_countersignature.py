"""A committee's own certificate as second signer: both signatures stand, and after them nothing more may come."""

import subprocess
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from asn1crypto import keys
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pyhanko.pdf_utils.generic import NameObject, NumberObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore

from backend.documents.keys import EvidenceKey
from backend.documents.seal import SealProblem, load_certificates, seal, verify
from tests.factories.documents import SIGNED_AT, Authority
from tests.factories.forgery import revised
from tests.factories.timestamps import timestamp_service

SEALED_AT = SIGNED_AT + timedelta(days=2)


@pytest.fixture(scope="module")
def committee() -> EvidenceKey:
    return Authority(SEALED_AT).issue("李家湾村民委员会")


@pytest.fixture(scope="module")
def both(pdf: bytes, key: EvidenceKey, committee: EvidenceKey) -> bytes:
    """Sealed by the platform, then signed by the committee."""
    return seal(pdf, key, "封存", SEALED_AT, committee=committee)


class TestCountersignature:
    def test_pdfsig_calls_both_valid_and_the_last_whole(self, both: bytes, tmp_path: Path) -> None:
        (tmp_path / "both.pdf").write_bytes(both)
        said = subprocess.run(["pdfsig", tmp_path / "both.pdf"], capture_output=True, check=False).stdout.decode()
        assert said.count("Signature is Valid.") == 2
        assert said.count("Total document signed") == 1
        assert "云团圆演示存证密钥" in said
        assert "李家湾村民委员会" in said

    def test_pyhanko_calls_both_valid(self, both: bytes, key: EvidenceKey, committee: EvidenceKey) -> None:
        known = ValidationContext(trust_roots=load_certificates([key.certificate_pem, committee.certificate_pem]))
        for signature in PdfFileReader(BytesIO(both)).embedded_signatures:
            assert validate_pdf_signature(signature, known).bottom_line

    def test_we_recognise_both_and_only_both(self, both: bytes, key: EvidenceKey, committee: EvidenceKey) -> None:
        ours, theirs = [key.trusted_pem], [committee.trusted_pem]
        report = verify(both, ours, committee_trust=theirs)
        assert (report.problem, report.countersigned) == (None, True)
        assert verify(both, ours).problem is SealProblem.FOREIGN_KEY
        assert verify(both, theirs, committee_trust=theirs).problem is SealProblem.FOREIGN_KEY

    def test_the_seal_covers_all_that_was_there_before_the_committee_signed(self, both: bytes, pdf: bytes) -> None:
        sealed = PdfFileReader(BytesIO(both)).embedded_signatures[0]
        _, first, second, rest = [int(number) for number in sealed.byte_range]
        assert both.startswith(pdf)
        assert both[first:second].strip(b"<>0123456789abcdefABCDEF") == b""
        assert both[: second + rest].endswith(b"%%EOF\n")
        assert second + rest > len(pdf)

    def test_goes_together_with_a_timestamp(self, pdf: bytes, key: EvidenceKey, committee: EvidenceKey) -> None:
        with timestamp_service(SEALED_AT) as service:
            made = seal(pdf, key, "封存", SEALED_AT, timestamps=service, committee=committee)
        report = verify(
            made, [key.trusted_pem], timestamp_trust=[service.roots], committee_trust=[committee.trusted_pem]
        )
        assert (report.problem, report.stamped_at) == (None, SEALED_AT)


class TestWhatFollows:
    def test_any_further_addition_is_a_change(self, both: bytes, key: EvidenceKey, committee: EvidenceKey) -> None:
        trust = {"committee_trust": [committee.trusted_pem]}
        assert verify(revised(both), [key.trusted_pem], **trust).problem is SealProblem.CHANGED
        assert not verify(both + b"\n", [key.trusted_pem], **trust).valid

    def test_a_third_signature_is_a_change(self, both: bytes, key: EvidenceKey, committee: EvidenceKey) -> None:
        third = Authority(SEALED_AT).issue("第三人")
        added = PdfSigner(PdfSignatureMetadata(field_name="Third"), _simple(third)).sign_pdf(
            IncrementalPdfFileWriter(BytesIO(both))
        )
        report = verify(added.getvalue(), [key.trusted_pem], committee_trust=[committee.trusted_pem])
        assert report.problem is SealProblem.CHANGED

    def test_the_seal_alone_with_the_committees_signature_torn_off_is_a_change(
        self, both: bytes, key: EvidenceKey, committee: EvidenceKey
    ) -> None:
        sealed = PdfFileReader(BytesIO(both)).embedded_signatures[0]
        _, _, second, rest = [int(number) for number in sealed.byte_range]
        torn = both[: second + rest]
        assert verify(torn, [key.trusted_pem], committee_trust=[committee.trusted_pem]).problem is SealProblem.CHANGED

    @pytest.mark.parametrize("slip", ["before it", "with it", "what PDF would allow before it"])
    def test_a_change_slipped_in_with_the_committees_signature_is_found(
        self, slip: str, both: bytes, key: EvidenceKey, committee: EvidenceKey
    ) -> None:
        sealed = PdfFileReader(BytesIO(both)).embedded_signatures[0]
        _, _, second, rest = [int(number) for number in sealed.byte_range]
        opened = both[: second + rest]
        if slip == "before it":
            opened = revised(opened)
        if slip.startswith("what PDF"):
            allowed = BytesIO(opened)
            DocumentSecurityStore.add_dss(allowed, None, certs=load_certificates([committee.certificate_pem]))
            opened = allowed.getvalue()
        writer = IncrementalPdfFileWriter(BytesIO(opened))
        if slip == "with it":
            writer.root[NameObject("/Money")] = NumberObject(500)
            writer.update_root()
        signer = PdfSigner(PdfSignatureMetadata(field_name="CommitteeSignature"), _simple(committee))
        slipped = signer.sign_pdf(writer).getvalue()
        report = verify(slipped, [key.trusted_pem], committee_trust=[committee.trusted_pem])
        assert report.problem is SealProblem.CHANGED

    def test_beside_a_seal_that_left_no_room_nobody_can_sign(self, sealed: bytes, committee: EvidenceKey) -> None:
        with pytest.raises(SigningError):
            PdfSigner(PdfSignatureMetadata(field_name="CommitteeSignature"), _simple(committee)).sign_pdf(
                IncrementalPdfFileWriter(BytesIO(sealed))
            )


def _simple(key: EvidenceKey) -> SimpleSigner:
    """pyHanko's own signer, as anybody would use it."""
    assert isinstance(key.private_key, ec.EllipticCurvePrivateKey)
    private = key.private_key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    (certificate,) = load_certificates([key.certificate_pem])
    return SimpleSigner(certificate, keys.PrivateKeyInfo.load(private), SimpleCertificateStore())
