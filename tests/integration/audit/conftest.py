"""An evidence key, made once."""

import pytest

from backend.documents.keys import EvidenceKey
from tests.factories.evidence import evidence_key


@pytest.fixture(scope="session")
def evidence() -> EvidenceKey:
    return evidence_key()


@pytest.fixture(scope="session")
def certificate(evidence: EvidenceKey) -> bytes:
    return evidence.certificate_pem
