"""The platform's evidence key, made once per process: making it takes longer than most tests."""

import tempfile
from functools import cache
from pathlib import Path

from backend.documents.keys import EvidenceKey, make_evidence_key
from tests.factories.village import MORNING


@cache
def evidence_file(password: str) -> bytes:
    """A self-made authority's key as PKCS#12."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "evidence.p12"
        make_evidence_key(path, password, MORNING)
        return path.read_bytes()


@cache
def evidence_key() -> EvidenceKey:
    """The same, opened."""
    with tempfile.NamedTemporaryFile() as file:
        Path(file.name).write_bytes(evidence_file("demo"))
        return EvidenceKey.load(Path(file.name), "demo")
