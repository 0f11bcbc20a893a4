"""An evidence key, made once."""

from pathlib import Path

import pytest

from backend.documents.keys import EvidenceKey, make_evidence_key
from tests.factories.village import MORNING


@pytest.fixture(scope="session")
def evidence(tmp_path_factory: pytest.TempPathFactory) -> EvidenceKey:
    path: Path = tmp_path_factory.mktemp("evidence") / "evidence.p12"
    return make_evidence_key(path, "demo", MORNING)


@pytest.fixture(scope="session")
def certificate(evidence: EvidenceKey) -> bytes:
    return evidence.certificate_pem
