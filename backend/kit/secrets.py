"""Encryption of personal data and keyed hashes for looking it up.

A blob is `key id (1 byte length + ascii) | nonce (12) | AES-256-GCM ciphertext`; the associated data names the
place it belongs to (`table|column|row`), so a blob moved to another row does not open.
"""

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM


class CannotDecrypt(Exception):
    """The blob is damaged, belongs elsewhere, or its key is not on the ring."""


@cache
def _cipher(key: bytes) -> AESGCM:
    return AESGCM(key)


@dataclass(frozen=True)
class KeyRing:
    """Encryption keys by id, the id new blobs use, and the separate key for lookups."""

    keys: Mapping[str, bytes]
    current: str
    lookup_key: bytes

    def encrypt(self, plain: bytes, aad: str) -> bytes:
        """Encrypt under the current key, bound to the place `aad`."""
        head, cipher = self._sealing
        nonce = os.urandom(12)
        return head + nonce + cipher.encrypt(nonce, plain, aad.encode())

    @cached_property
    def _sealing(self) -> tuple[bytes, AESGCM]:
        """How a new blob begins, and what seals it."""
        key_id = self.current.encode("ascii")
        return bytes([len(key_id)]) + key_id, _cipher(self.keys[self.current])

    def decrypt(self, blob: bytes, aad: str) -> bytes:
        """Open a blob made by `encrypt` with the same `aad`. Raises CannotDecrypt."""
        try:
            size = blob[0]
            key_id = blob[1 : 1 + size].decode("ascii")
            nonce, sealed = blob[1 + size : 13 + size], blob[13 + size :]
            return _cipher(self.keys[key_id]).decrypt(nonce, sealed, aad.encode())
        except (IndexError, KeyError, UnicodeDecodeError, ValueError, InvalidTag):
            raise CannotDecrypt from None

    def keyed_hash(self, value: str | bytes, purpose: str) -> bytes:
        """32 bytes that are equal for equal values of one purpose and say nothing without the key."""
        data = value if isinstance(value, bytes) else value.encode()
        # Keyed BLAKE2b (RFC 7693), a third of what HMAC costs.
        return hashlib.blake2b(purpose.encode() + b"\x00" + data, key=self.lookup_key, digest_size=32).digest()
