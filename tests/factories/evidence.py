"""The platform's evidence key, made once per process: making it takes longer than most tests."""

import tempfile
from functools import cache
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import PrivateFormat, pkcs12

from backend.documents.keys import EvidenceKey, make_evidence_key
from tests.factories.village import MORNING


@cache
def evidence_file(password: str) -> bytes:
    """A self-made authority's key as PKCS#12, under a password that costs little to try: each opening tries it."""
    with tempfile.TemporaryDirectory() as folder:
        made = make_evidence_key(Path(folder) / "evidence.p12", password, MORNING)
    assert isinstance(made.private_key, rsa.RSAPrivateKey)
    cheap = PrivateFormat.PKCS12.encryption_builder().kdf_rounds(1).build(password.encode())
    return pkcs12.serialize_key_and_certificates(b"evidence", made.private_key, made.certificate, made.chain, cheap)


@cache
def evidence_key() -> EvidenceKey:
    """The same, opened."""
    with tempfile.NamedTemporaryFile() as file:
        Path(file.name).write_bytes(evidence_file("demo"))
        return EvidenceKey.load(Path(file.name), "demo")
