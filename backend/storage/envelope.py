"""Envelope encryption of one object: a fresh data key per object, wrapped by the key ring.

`CRO1 | length of wrapped key (2 bytes) | wrapped key | nonce (12) | AES-256-GCM ciphertext`. Both layers are bound to
the object's key and to the caller's `aad`, so an object copied over another does not open.
"""

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from backend.kit.secrets import CannotDecrypt, KeyRing
from backend.storage.errors import ObjectDamaged

_MAGIC = b"CRO1"


def wrap(ring: KeyRing, data: bytes, *, key: str, aad: str) -> bytes:
    """`data` encrypted for the object `key`, opened by the same `key` and `aad` only."""
    place = _place(key, aad)
    data_key, nonce = os.urandom(32), os.urandom(12)
    wrapped = ring.encrypt(data_key, place)
    sealed = AESGCM(data_key).encrypt(nonce, data, place.encode())
    return _MAGIC + len(wrapped).to_bytes(2, "big") + wrapped + nonce + sealed


def unwrap(ring: KeyRing, blob: bytes, *, key: str, aad: str) -> bytes:
    """The data given to `wrap`. Raises ObjectDamaged."""
    place = _place(key, aad)
    start = 6 + int.from_bytes(blob[4:6], "big")
    try:
        if blob[:4] != _MAGIC:
            raise ObjectDamaged
        data_key = ring.decrypt(blob[6:start], place)
        return AESGCM(data_key).decrypt(blob[start : start + 12], blob[start + 12 :], place.encode())
    except (CannotDecrypt, InvalidTag, ValueError):
        raise ObjectDamaged from None


def _place(key: str, aad: str) -> str:
    return f"object|{key}|{aad}"
