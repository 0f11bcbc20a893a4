"""The platform's evidence key: seals documents and signs chain heads. It is no official seal.

It lies in a PKCS#12 file (here) or on a PKCS#11 token (`tokens.py`); whoever signs need not know which.
"""

import os
import tempfile
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12
from cryptography.x509.oid import NameOID

from backend.documents.errors import EvidenceKeyUnreadable


class Token(Protocol):
    """A private key that never leaves its device."""

    def sign(self, data: bytes) -> bytes:
        """RSA PKCS#1 v1.5 or ECDSA (DER) over SHA-256 of `data`. Raises EvidenceKeyUnreadable."""


PrivateKey = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey | Token

# Signed before the data, so that no chain head can ever be passed off as something else this key signs.
_PURPOSE = b"cloud-reunion chain head 1\n"


@dataclass(frozen=True, repr=False)
class EvidenceKey:
    """Private key, its certificate, the certificates above it (may be none), and those of the keys before it."""

    private_key: PrivateKey
    certificate: x509.Certificate
    chain: tuple[x509.Certificate, ...]
    earlier: tuple[x509.Certificate, ...] = ()

    @staticmethod
    def load(path: Path, password: str) -> "EvidenceKey":
        """Read a PKCS#12 file with an RSA or elliptic-curve key. Raises EvidenceKeyUnreadable."""
        try:
            bag = pkcs12.load_pkcs12(path.read_bytes(), password.encode())
        except (OSError, ValueError):
            raise EvidenceKeyUnreadable(str(path)) from None
        if bag.cert is None or not isinstance(bag.key, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey):
            raise EvidenceKeyUnreadable(str(path))
        above = tuple(extra.certificate for extra in bag.additional_certs)
        return EvidenceKey(bag.key, bag.cert.certificate, above)

    @property
    def certificate_pem(self) -> bytes:
        """The certificate to keep and to publish: with it anyone checks seals and chain heads."""
        return self.certificate.public_bytes(Encoding.PEM)

    @property
    def trusted_pem(self) -> bytes:
        """This certificate and those before it: what seals and heads are checked with, whichever key made them."""
        return b"".join(each.public_bytes(Encoding.PEM) for each in (self.certificate, *self.earlier))

    def following(self, earlier_pem: bytes) -> "EvidenceKey":
        """The same key, known to follow the keys of these certificates. Raises EvidenceKeyUnreadable."""
        try:
            earlier = x509.load_pem_x509_certificates(earlier_pem) if earlier_pem.strip() else []
        except ValueError:
            raise EvidenceKeyUnreadable("earlier certificates") from None
        return replace(self, earlier=tuple(each for each in earlier if each != self.certificate))

    @property
    def chain_pem(self) -> list[bytes]:
        """The certificates above it, embedded in every seal."""
        return [certificate.public_bytes(Encoding.PEM) for certificate in self.chain]

    def sign(self, data: bytes) -> bytes:
        """Signature over `data`, for chain heads; `is_signed` checks it."""
        return self.raw_signature(_PURPOSE + data)

    @property
    def signature_size(self) -> int:
        """The most bytes a signature takes: RSA's modulus, or the two numbers of ECDSA in DER."""
        public_key = self.certificate.public_key()
        assert isinstance(public_key, rsa.RSAPublicKey | ec.EllipticCurvePublicKey)
        octets = (public_key.key_size + 7) // 8
        return octets if isinstance(public_key, rsa.RSAPublicKey) else 2 * octets + 9

    def raw_signature(self, data: bytes) -> bytes:
        """RSA PKCS#1 v1.5 or ECDSA over SHA-256 of just these bytes; for `seal` alone."""
        if isinstance(self.private_key, rsa.RSAPrivateKey):
            return self.private_key.sign(data, padding.PKCS1v15(), hashes.SHA256())
        if isinstance(self.private_key, ec.EllipticCurvePrivateKey):
            return self.private_key.sign(data, ec.ECDSA(hashes.SHA256()))
        return self.private_key.sign(data)


def is_signed(data: bytes, signature: bytes, certificates_pem: bytes) -> bool:
    """Whether the key of one of these certificates made `signature` over `data` by `EvidenceKey.sign`."""
    return any(_made(signature, data, each) for each in x509.load_pem_x509_certificates(certificates_pem))


def _made(signature: bytes, data: bytes, certificate: x509.Certificate) -> bool:
    public_key = certificate.public_key()
    try:
        if isinstance(public_key, rsa.RSAPublicKey):
            public_key.verify(signature, _PURPOSE + data, padding.PKCS1v15(), hashes.SHA256())
        elif isinstance(public_key, ec.EllipticCurvePublicKey):
            public_key.verify(signature, _PURPOSE + data, ec.ECDSA(hashes.SHA256()))
        else:
            return False
    except InvalidSignature:
        return False
    return True


def make_evidence_key(path: Path, password: str, now: datetime) -> EvidenceKey:
    """A self-made certificate authority and a key under it, for the demo and for tests.

    A file already at `path` is kept and read, also when another process wins the race to write it.
    """
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_once(path, _self_made(password, now))
    return EvidenceKey.load(path, password)


def _write_once(path: Path, data: bytes) -> None:
    """Readable by its owner alone; complete or absent; never replaces what is there."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".key-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.link(temporary, path)
    except FileExistsError:
        pass
    finally:
        os.unlink(temporary)


def _self_made(password: str, now: datetime) -> bytes:
    authority_key, key = (rsa.generate_private_key(public_exponent=65537, key_size=3072) for _ in range(2))
    authority_name, name = _name("云团圆演示根证书"), _name("云团圆演示存证密钥")
    authority = (
        _certificate(authority_name, authority_name, authority_key.public_key(), now)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(authority=True), critical=True)
        .sign(authority_key, hashes.SHA256())
    )
    issuer_id = x509.AuthorityKeyIdentifier.from_issuer_public_key(authority_key.public_key())
    certificate = (
        _certificate(name, authority_name, key.public_key(), now)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(authority=False), critical=True)
        .add_extension(issuer_id, critical=False)
        .sign(authority_key, hashes.SHA256())
    )
    encryption = BestAvailableEncryption(password.encode())
    return pkcs12.serialize_key_and_certificates(b"evidence", key, certificate, [authority], encryption)


def _name(common: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COUNTRY_NAME, "CN"), x509.NameAttribute(NameOID.COMMON_NAME, common)])


def _certificate(
    subject: x509.Name, issuer: x509.Name, public_key: rsa.RSAPublicKey, now: datetime
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(public_key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=3650))
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public_key), critical=False)
    )


def _usage(*, authority: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not authority,
        content_commitment=not authority,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=authority,
        crl_sign=authority,
        encipher_only=False,
        decipher_only=False,
    )
