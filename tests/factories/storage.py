"""Key rings for stored objects."""

from backend.kit.secrets import KeyRing

OLD = KeyRing({"2025": b"o" * 32}, "2025", b"l" * 32)
RING = KeyRing({"2026": b"n" * 32, "2025": b"o" * 32}, "2026", b"l" * 32)
