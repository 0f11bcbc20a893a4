"""Identifiers: UUIDv7 (RFC 9562), so rows sort by birth and indexes stay dense."""

import os
import time
from uuid import UUID


def uuid7(at_ns: int | None = None) -> UUID:
    """A new UUIDv7; `at_ns` is Unix time in nanoseconds, now when absent.

    The twelve bits after the millisecond hold its fraction (RFC 9562 6.2, method 3), so that two made in
    one millisecond by one process still sort in the order they were made.
    """
    ms, rest = divmod(time.time_ns() if at_ns is None else at_ns, 1_000_000)
    chance = int.from_bytes(os.urandom(8), "big") & ~(0b11 << 62)
    value = (ms & 0xFFFF_FFFF_FFFF) << 80 | 0x7 << 76 | (rest << 12) // 1_000_000 << 64 | 0b10 << 62 | chance
    return UUID(int=value)
