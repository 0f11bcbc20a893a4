"""Encryption of one object."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.storage.envelope import unwrap, wrap
from backend.storage.errors import ObjectDamaged
from tests.factories.storage import OLD, RING


class TestEnvelope:
    @given(st.binary(max_size=300))
    def test_gives_the_data_back(self, data: bytes) -> None:
        assert unwrap(RING, wrap(RING, data, key="a/b", aad="visit|1"), key="a/b", aad="visit|1") == data

    def test_shows_nothing_of_the_data_and_never_the_same_bytes_twice(self) -> None:
        first, second = (wrap(RING, b"fingerprint" * 9, key="a", aad="x") for _ in range(2))
        assert first != second
        assert b"fingerprint" not in first

    @pytest.mark.parametrize(("key", "aad"), [("a/c", "visit|1"), ("a/b", "visit|2"), ("a", "b|visit|1")])
    def test_opens_in_no_other_place(self, key: str, aad: str) -> None:
        blob = wrap(RING, b"photo", key="a/b", aad="visit|1")
        with pytest.raises(ObjectDamaged):
            unwrap(RING, blob, key=key, aad=aad)

    def test_notices_every_flipped_byte(self) -> None:
        blob = wrap(RING, b"photo", key="a/b", aad="visit|1")
        for at in range(len(blob)):
            changed = blob[:at] + bytes([blob[at] ^ 1]) + blob[at + 1 :]
            with pytest.raises(ObjectDamaged):
                unwrap(RING, changed, key="a/b", aad="visit|1")

    def test_notices_every_shortening_and_anything_added(self) -> None:
        blob = wrap(RING, b"photo", key="a/b", aad="visit|1")
        for spoilt in [*(blob[:size] for size in range(len(blob))), blob + b"\x00"]:
            with pytest.raises(ObjectDamaged):
                unwrap(RING, spoilt, key="a/b", aad="visit|1")

    def test_old_objects_open_after_the_key_has_been_changed(self) -> None:
        assert unwrap(RING, wrap(OLD, b"photo", key="a", aad="x"), key="a", aad="x") == b"photo"

    def test_without_its_key_an_object_stays_shut(self) -> None:
        blob = wrap(RING, b"photo", key="a", aad="x")
        with pytest.raises(ObjectDamaged):
            unwrap(OLD, blob, key="a", aad="x")
