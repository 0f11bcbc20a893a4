"""The evidence key on a PKCS#11 token (SoftHSM): seals and heads as good as with a file, and the key stays there."""

import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pkcs11
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pkcs11 import Attribute, CertificateType, ObjectClass

from backend.bootstrap import evidence_key
from backend.documents.errors import EvidenceKeyUnreadable
from backend.documents.keys import EvidenceKey, is_signed
from backend.documents.seal import seal, verify
from backend.documents.tokens import open_token
from backend.settings import Settings
from tests.factories.documents import SIGNED_AT, Authority

MODULE = "/usr/lib/softhsm/libsofthsm2.so"
PIN = "4711-secret"
SEALED_AT = SIGNED_AT + timedelta(days=2)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, EvidenceKey]]:
    """The keys put onto the token `reunion`, by label: an elliptic-curve one, an RSA one, one without certificate."""
    folder = tmp_path_factory.mktemp("token")
    (folder / "softhsm2.conf").write_text(f"directories.tokendir = {folder}\nlog.level = ERROR\n")
    authority = Authority(SEALED_AT)
    keys = {
        "evidence": authority.issue("云团圆"),
        "rsa": authority.issue("云团圆", timestamps=True),
        "bare": authority.issue("云团圆"),
    }
    with pytest.MonkeyPatch.context() as environ:
        environ.setenv("SOFTHSM2_CONF", str(folder / "softhsm2.conf"))
        run("--init-token", "--free", "--label", "reunion", "--so-pin", "12345678", "--pin", PIN)
        for number, (label, key) in enumerate(keys.items(), start=1):
            file = folder / f"{label}.pem"
            file.write_bytes(private_pem(key))
            options = ("--token", "reunion", "--label", label, "--id", f"0{number}", "--pin", PIN)
            run("--import", str(file), *options)
            file.unlink()
        put_certificates({label: key for label, key in keys.items() if label != "bare"}, authority)
        yield keys


def run(*options: str) -> None:
    subprocess.run(["softhsm2-util", *options], check=True, capture_output=True)


def private_pem(key: EvidenceKey) -> bytes:
    private = key.private_key
    assert isinstance(private, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey)
    return private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def put_certificates(keys: dict[str, EvidenceKey], authority: Authority) -> None:
    certificates = {label: key.certificate for label, key in keys.items()} | {"root": authority.certificate}
    with pkcs11.lib(MODULE).get_token(token_label="reunion").open(rw=True, user_pin=PIN) as session:
        for label, certificate in certificates.items():
            session.create_object(
                {
                    Attribute.CLASS: ObjectClass.CERTIFICATE,
                    Attribute.CERTIFICATE_TYPE: CertificateType.X_509,
                    Attribute.TOKEN: True,
                    Attribute.LABEL: label,
                    Attribute.SUBJECT: certificate.subject.public_bytes(),
                    Attribute.VALUE: certificate.public_bytes(Encoding.DER),
                }
            )


def uri(label: str, token: str = "reunion", module: str = MODULE) -> str:
    return f"pkcs11:token={token};object={label}?module-path={module}"


@pytest.mark.parametrize("label", ["evidence", "rsa"])
class TestTokenKey:
    def test_seals_and_the_certificate_comes_with_its_issuer(
        self, kept: dict[str, EvidenceKey], label: str, pdf: bytes, tmp_path: Path
    ) -> None:
        key = open_token(uri(label), PIN)
        assert (key.certificate, key.chain) == (kept[label].certificate, kept[label].chain)
        sealed = seal(pdf, key, "封存", SEALED_AT)
        assert verify(sealed, [kept[label].certificate_pem]).valid
        (tmp_path / "sealed.pdf").write_bytes(sealed)
        said = subprocess.run(["pdfsig", tmp_path / "sealed.pdf"], capture_output=True, check=False).stdout.decode()
        assert "Signature is Valid." in said

    def test_signs_heads_from_several_threads_at_once(self, kept: dict[str, EvidenceKey], label: str) -> None:
        key = open_token(uri(label), PIN)
        heads = [b"head %d" % number for number in range(12)]
        with ThreadPoolExecutor(4) as pool:
            signatures = list(pool.map(key.sign, heads))
        pem = kept[label].certificate_pem
        assert all(is_signed(head, made, pem) for head, made in zip(heads, signatures, strict=True))
        assert not is_signed(heads[0], signatures[1], pem)


class TestOpenToken:
    def test_is_what_the_settings_can_name(self, kept: dict[str, EvidenceKey]) -> None:
        settings = Settings.read({"EVIDENCE_TOKEN": uri("evidence"), "EVIDENCE_KEY_PASSWORD": PIN})
        assert evidence_key(settings.documents).certificate == kept["evidence"].certificate
        assert PIN not in repr(settings)

    @pytest.mark.parametrize(
        "named",
        [
            uri("absent"),
            uri("bare"),
            uri("evidence", token="another"),
            uri("evidence", module="/absent.so"),
            "pkcs11:token=reunion;object=evidence",
            "/etc/evidence.p12",
        ],
    )
    def test_refuses_what_is_not_there(self, kept: dict[str, EvidenceKey], named: str) -> None:
        with pytest.raises(EvidenceKeyUnreadable):
            open_token(named, PIN)

    def test_refuses_a_wrong_pin_without_repeating_it(self, kept: dict[str, EvidenceKey]) -> None:
        with pytest.raises(EvidenceKeyUnreadable) as fault:
            open_token(uri("evidence"), "guessed-pin")
        assert "guessed-pin" not in str(fault.value)

    def test_shows_nothing_of_the_pin_when_printed(self, kept: dict[str, EvidenceKey]) -> None:
        assert PIN not in repr(open_token(uri("evidence"), PIN).private_key)
