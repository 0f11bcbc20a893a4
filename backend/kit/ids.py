"""Identifiers: UUIDv7 (RFC 9562), so rows sort by birth and indexes stay dense."""

import os
import time
from uuid import UUID


def uuid7(at_ms: int | None = None) -> UUID:
    """A new UUIDv7; `at_ms` is Unix time in milliseconds, now when absent."""
    ms = time.time_ns() // 1_000_000 if at_ms is None else at_ms
    chance = int.from_bytes(os.urandom(10), "big")
    value = (ms & 0xFFFF_FFFF_FFFF) << 80 | chance & ~(0xF << 76 | 0b11 << 62) | 0x7 << 76 | 0b10 << 62
    return UUID(int=value)
