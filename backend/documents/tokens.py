"""The evidence key on a PKCS#11 token: a USB key, a card, a network HSM. It signs there and never leaves it.

The token is named as RFC 7512 does: `pkcs11:token=reunion;object=evidence?module-path=/usr/lib/…/libsofthsm2.so`. Key
and certificate bear the same label (`object`); the certificates above it may lie beside them.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock
from urllib.parse import unquote

import pkcs11
from cryptography import x509
from pkcs11 import Attribute, KeyType, Mechanism, ObjectClass
from pkcs11.types import SignMixin
from pkcs11.util.ec import encode_ecdsa_signature

from backend.documents.errors import EvidenceKeyUnreadable
from backend.documents.keys import EvidenceKey

# A process is logged in to a token once for all its sessions: one thread at a time.
_ONE_AT_A_TIME = Lock()


@dataclass(frozen=True)
class TokenKey:
    """A key on a token. Each signature opens a session of its own, so a token taken out and put back serves on."""

    module: str
    token: str
    label: str
    pin: str = field(repr=False)

    def sign(self, data: bytes) -> bytes:
        """RSA PKCS#1 v1.5 or ECDSA (DER) over SHA-256 of `data`. Raises EvidenceKeyUnreadable."""
        with self.session() as session:
            key = session.get_key(ObjectClass.PRIVATE_KEY, label=self.label)
            if not isinstance(key, SignMixin):
                raise EvidenceKeyUnreadable(f"{self.label} may not sign")
            if key.key_type == KeyType.RSA:
                return bytes(key.sign(data, mechanism=Mechanism.SHA256_RSA_PKCS))
            digest = hashlib.sha256(data).digest()
            return encode_ecdsa_signature(key.sign(digest, mechanism=Mechanism.ECDSA))

    @contextmanager
    def session(self) -> Iterator[pkcs11.Session]:
        """Logged in. Raises EvidenceKeyUnreadable, which names the token and never the PIN."""
        try:
            with _ONE_AT_A_TIME:
                token = pkcs11.lib(self.module).get_token(token_label=self.token)
                with token.open(user_pin=self.pin) as session:
                    yield session
        except (pkcs11.PKCS11Error, OSError, RuntimeError) as error:
            raise EvidenceKeyUnreadable(f"{type(error).__name__} at token {self.token}") from None


def open_token(uri: str, pin: str) -> EvidenceKey:
    """The evidence key that `uri` names. Raises EvidenceKeyUnreadable."""
    key = _named(uri, pin)
    with key.session() as session:
        session.get_key(ObjectClass.PRIVATE_KEY, label=key.label)
        kept = list(session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE}))
        certificates = [(each[Attribute.LABEL], x509.load_der_x509_certificate(each[Attribute.VALUE])) for each in kept]
    own = [certificate for label, certificate in certificates if label == key.label]
    if len(own) != 1:
        raise EvidenceKeyUnreadable(f"{len(own)} certificates {key.label} on token {key.token}")
    return EvidenceKey(key, own[0], _above(own[0], [certificate for _, certificate in certificates]))


def _named(uri: str, pin: str) -> TokenKey:
    scheme, _, rest = uri.partition(":")
    path, _, query = rest.partition("?")
    said = dict(part.partition("=")[::2] for part in (*path.split(";"), *query.split("&")))
    try:
        module, token, label = (unquote(said[name]) for name in ("module-path", "token", "object"))
    except KeyError as missing:
        raise EvidenceKeyUnreadable(f"the token's URI lacks {missing}") from None
    if scheme != "pkcs11":
        raise EvidenceKeyUnreadable("the token's URI does not begin with pkcs11:")
    return TokenKey(module, token, label, pin)


def _above(certificate: x509.Certificate, known: list[x509.Certificate]) -> tuple[x509.Certificate, ...]:
    """Who issued it, and who issued that, as far as the token knows."""
    above: list[x509.Certificate] = []
    while True:
        issuer = [each for each in known if each.subject == certificate.issuer and each != certificate]
        if not issuer or issuer[0] in above:
            return tuple(above)
        certificate = issuer[0]
        above.append(certificate)
