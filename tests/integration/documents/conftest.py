"""One sealed agreement and its key, made once."""

from datetime import timedelta
from pathlib import Path

import pytest

from backend.documents.canonical import canonical_bytes
from backend.documents.keys import EvidenceKey, make_evidence_key
from backend.documents.paper import Paper
from backend.documents.render import render
from backend.documents.seal import seal
from tests.factories.documents import FONT, SIGNED_AT, agreement_text, evidence


@pytest.fixture(scope="session")
def key(tmp_path_factory: pytest.TempPathFactory) -> EvidenceKey:
    return make_evidence_key(tmp_path_factory.mktemp("key") / "evidence.p12", "demo", SIGNED_AT)


@pytest.fixture(scope="session")
def pdf() -> bytes:
    """The rendered agreement with its evidence page."""
    return render(Paper(canonical_bytes(agreement_text()), SIGNED_AT), evidence(), font=FONT)


@pytest.fixture(scope="session")
def sealed(pdf: bytes, key: EvidenceKey) -> bytes:
    return seal(pdf, key, "委托照顾协议封存", SIGNED_AT + timedelta(days=2))


@pytest.fixture(scope="session")
def sealed_file(sealed: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sealed") / "agreement.pdf"
    path.write_bytes(sealed)
    return path
