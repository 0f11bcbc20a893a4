"""A new evidence key: `python -m backend.operate certificates` keeps what the old one made valid."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from backend.bootstrap import committee_keys, evidence_key
from backend.documents.errors import EvidenceKeyUnreadable
from backend.documents.keys import is_signed, make_evidence_key
from backend.operate import commands
from backend.settings import SettingMissing, Settings

NOW = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.fixture
def environ(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Two keys lie ready; the first is in use."""
    for name in ("first", "second"):
        make_evidence_key(tmp_path / f"{name}.p12", "demo", NOW)
    environ = {"EVIDENCE_KEY": str(tmp_path / "first.p12"), "EVIDENCE_EARLIER": str(tmp_path / "earlier.pem")}
    (tmp_path / "earlier.pem").write_bytes(b"")
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    return environ


def printed() -> str:
    result = CliRunner().invoke(commands, ["certificates"])
    assert result.exit_code == 0
    return result.output


class TestRotation:
    def test_what_the_old_key_signed_stays_recognised_under_the_new_one(
        self, environ: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        old = evidence_key(Settings.read().documents)
        signed = old.sign(b"head 9")
        Path(environ["EVIDENCE_EARLIER"]).write_text(printed())
        monkeypatch.setenv("EVIDENCE_KEY", str(tmp_path / "second.p12"))
        new = evidence_key(Settings.read().documents)
        assert new.certificate != old.certificate
        assert is_signed(b"head 9", signed, new.trusted_pem)
        assert is_signed(b"head 9", new.sign(b"head 9"), new.trusted_pem)
        assert not is_signed(b"head 9", signed, new.certificate_pem)
        assert printed().count("BEGIN CERTIFICATE") == 2

    def test_keeping_them_again_keeps_each_once(self, environ: dict[str, str]) -> None:
        for _ in range(2):
            Path(environ["EVIDENCE_EARLIER"]).write_text(printed())
        assert printed().count("BEGIN CERTIFICATE") == 1

    def test_a_spoilt_file_of_certificates_is_told_at_the_start(self, environ: dict[str, str]) -> None:
        Path(environ["EVIDENCE_EARLIER"]).write_text("not a certificate")
        with pytest.raises(EvidenceKeyUnreadable):
            evidence_key(Settings.read().documents)

    def test_nothing_secret_is_printed(self, environ: dict[str, str]) -> None:
        assert "PRIVATE" not in printed()


class TestCommitteeKeys:
    def test_are_known_by_the_code_of_the_village(self, environ: dict[str, str], tmp_path: Path) -> None:
        (tmp_path / "second.p12").rename(tmp_path / "520123100201.p12")
        (tmp_path / "first.p12").unlink()
        settings = Settings.read({"COMMITTEE_KEYS": str(tmp_path), "COMMITTEE_KEYS_PASSWORD": "demo"})
        assert list(committee_keys(settings.documents)) == ["520123100201"]

    def test_that_cannot_be_opened_are_told_at_the_start(self, environ: dict[str, str], tmp_path: Path) -> None:
        settings = Settings.read({"COMMITTEE_KEYS": str(tmp_path), "COMMITTEE_KEYS_PASSWORD": "another"})
        with pytest.raises(EvidenceKeyUnreadable):
            committee_keys(settings.documents)

    def test_need_not_be(self) -> None:
        assert committee_keys(Settings.read({}).documents) == {}


def test_a_timestamp_service_needs_somebody_to_believe() -> None:
    with pytest.raises(SettingMissing, match="TIMESTAMP_ROOTS"):
        Settings.read({"TIMESTAMP_URL": "http://127.0.0.1:9/"})
