"""A seal with a timestamp: believed, lasting, and never bought from a service that cannot be right."""

import subprocess
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.signers import PdfTimeStamper
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko_certvalidator import ValidationContext

from backend.documents.errors import TimestampUnavailable
from backend.documents.keys import EvidenceKey
from backend.documents.seal import SealProblem, load_certificates, seal, verify
from backend.documents.timestamps import Asker
from tests.factories.documents import SIGNED_AT
from tests.factories.timestamps import Manner, timestamp_service

SEALED_AT = SIGNED_AT + timedelta(days=2)
STAMPED_AT = SEALED_AT + timedelta(seconds=3)


class TestTimestamp:
    def test_a_believed_service_vouches_for_the_time(self, pdf: bytes, key: EvidenceKey, tmp_path: Path) -> None:
        with timestamp_service(STAMPED_AT) as service:
            stamped = seal(pdf, key, "封存", SEALED_AT, timestamps=service)
        report = verify(stamped, [key.certificate_pem], timestamp_trust=[service.roots])
        assert (report.problem, report.stamped_at) == (None, STAMPED_AT)
        (tmp_path / "stamped.pdf").write_bytes(stamped)
        said = subprocess.run(["pdfsig", tmp_path / "stamped.pdf"], capture_output=True, check=False).stdout.decode()
        assert "Signature is Valid." in said
        assert "Total document signed" in said

    def test_to_who_does_not_know_the_service_it_vouches_for_nothing(self, pdf: bytes, key: EvidenceKey) -> None:
        with timestamp_service(STAMPED_AT) as service:
            stamped = seal(pdf, key, "封存", SEALED_AT, timestamps=service)
        report = verify(stamped, [key.certificate_pem])
        assert (report.problem, report.stamped_at) == (None, None)

    @pytest.mark.parametrize("manner", [manner for manner in Manner if manner is not Manner.HONEST])
    def test_of_a_service_that_cannot_be_right_nothing_is_sealed(
        self, manner: Manner, pdf: bytes, key: EvidenceKey
    ) -> None:
        with timestamp_service(STAMPED_AT, manner) as service, pytest.raises(TimestampUnavailable):
            seal(pdf, key, "封存", SEALED_AT, timestamps=service)

    def test_of_a_service_that_is_gone_nothing_is_sealed(self, pdf: bytes, key: EvidenceKey) -> None:
        with timestamp_service(STAMPED_AT) as service:
            pass
        with pytest.raises(TimestampUnavailable):
            seal(pdf, key, "封存", SEALED_AT, timestamps=service)


class TestLongTerm:
    def test_an_archive_can_add_its_own_timestamp_years_later(self, pdf: bytes, key: EvidenceKey) -> None:
        with timestamp_service(STAMPED_AT) as service:
            stamped = seal(pdf, key, "封存", SEALED_AT, timestamps=service)
            kept = PdfTimeStamper(Asker(service)).timestamp_pdf(IncrementalPdfFileWriter(BytesIO(stamped)), "sha256")
        found = PdfFileReader(BytesIO(kept.getvalue())).embedded_signatures[0]
        known = load_certificates([key.certificate_pem, service.roots])
        status = validate_pdf_signature(found, ValidationContext(trust_roots=known, moment=STAMPED_AT))
        assert status.bottom_line
        assert status.modification_level is ModificationLevel.LTA_UPDATES
        # What we hand out is what we sealed: the archive's copy is the archive's.
        assert verify(kept.getvalue(), [key.certificate_pem]).problem is SealProblem.CHANGED

    def test_what_proves_the_certificates_good_is_inside(self, pdf: bytes, key: EvidenceKey) -> None:
        with timestamp_service(STAMPED_AT) as service:
            stamped = seal(pdf, key, "封存", SEALED_AT, timestamps=service)
        store = DocumentSecurityStore.read_dss(PdfFileReader(BytesIO(stamped)))
        subjects = {certificate.subject.native["common_name"] for certificate in store.load_certs()}
        assert {"云团圆演示存证密钥", "云团圆演示根证书", "时间戳"} <= subjects
