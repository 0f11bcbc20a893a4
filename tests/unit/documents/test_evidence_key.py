"""The evidence key: made once, loaded, and signing chain heads."""

import stat
import subprocess
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from backend.documents.errors import EvidenceKeyUnreadable
from backend.documents.keys import EvidenceKey, is_signed, make_evidence_key
from tests.factories.documents import Authority

NOW = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("key") / "inner" / "evidence.p12"
    make_evidence_key(path, "demo", NOW)
    return path


@pytest.fixture(scope="module")
def key(path: Path) -> EvidenceKey:
    return EvidenceKey.load(path, "demo")


class TestMakeEvidenceKey:
    def test_only_its_owner_may_read_it(self, path: Path) -> None:
        assert stat.S_IMODE(path.stat().st_mode) == 0o600

    def test_a_second_call_keeps_the_first_key(self, path: Path, key: EvidenceKey) -> None:
        before = path.read_bytes()
        assert make_evidence_key(path, "demo", NOW).certificate_pem == key.certificate_pem
        assert path.read_bytes() == before

    def test_two_at_once_end_with_one_key_and_no_litter(self, tmp_path: Path) -> None:
        path = tmp_path / "evidence.p12"
        with ThreadPoolExecutor(2) as pool:
            first, second = pool.map(lambda _: make_evidence_key(path, "demo", NOW), range(2))
        assert first.certificate_pem == second.certificate_pem
        assert [file.name for file in tmp_path.iterdir()] == ["evidence.p12"]

    def test_its_certificate_stands_under_an_authority(self, key: EvidenceKey) -> None:
        (authority,) = key.chain
        key.certificate.verify_directly_issued_by(authority)
        assert key.certificate.not_valid_before_utc < NOW < key.certificate.not_valid_after_utc


class TestLoad:
    def test_refuses_a_wrong_password_without_repeating_it(self, path: Path) -> None:
        with pytest.raises(EvidenceKeyUnreadable) as fault:
            EvidenceKey.load(path, "guessed-word")
        assert "guessed-word" not in str(fault.value)

    @pytest.mark.parametrize("content", [None, b"", b"not a key"])
    def test_refuses_a_file_that_is_absent_or_no_key(self, tmp_path: Path, content: bytes | None) -> None:
        path = tmp_path / "evidence.p12"
        if content is not None:
            path.write_bytes(content)
        with pytest.raises(EvidenceKeyUnreadable):
            EvidenceKey.load(path, "demo")

    def test_shows_nothing_of_the_key_when_printed(self, key: EvidenceKey) -> None:
        assert "private" not in repr(key).lower()


class TestSign:
    def test_a_signed_head_is_recognised_with_the_certificate_alone(self, key: EvidenceKey) -> None:
        assert is_signed(b"head 9", key.sign(b"head 9"), key.certificate_pem)

    def test_another_head_another_key_and_a_changed_signature_are_not(self, key: EvidenceKey) -> None:
        signature = key.sign(b"head 9")
        changed = bytes([signature[0] ^ 1]) + signature[1:]
        other = Authority(NOW).issue("别人")
        assert not is_signed(b"head 8", signature, key.certificate_pem)
        assert not is_signed(b"head 9", changed, key.certificate_pem)
        assert not is_signed(b"head 9", other.sign(b"head 9"), key.certificate_pem)
        assert not is_signed(b"head 9", b"", key.certificate_pem)

    def test_a_document_signature_never_passes_for_a_head(self, key: EvidenceKey) -> None:
        assert not is_signed(b"head 9", key.raw_signature(b"head 9"), key.certificate_pem)

    def test_an_elliptic_curve_key_serves_as_well(self) -> None:
        key = Authority(NOW).issue("云团圆")
        assert is_signed(b"head 9", key.sign(b"head 9"), key.certificate_pem)
        assert not is_signed(b"head 8", key.sign(b"head 9"), key.certificate_pem)

    def test_openssl_agrees(self, key: EvidenceKey, tmp_path: Path) -> None:
        public = key.certificate.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
        (tmp_path / "public.pem").write_bytes(public)
        (tmp_path / "head").write_bytes(b"cloud-reunion chain head 1\nhead 9")
        (tmp_path / "signature").write_bytes(key.sign(b"head 9"))
        command = ["openssl", "dgst", "-sha256", "-verify", "public.pem", "-signature", "signature", "head"]
        assert subprocess.run(command, cwd=tmp_path, check=True, capture_output=True).stdout == b"Verified OK\n"
