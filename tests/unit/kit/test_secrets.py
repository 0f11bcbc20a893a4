"""Encrypted columns: bound to their place, readable after the key has been changed, silent without it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.kit.secrets import CannotDecrypt, KeyRing

OLD = KeyRing({"2025": b"o" * 32}, "2025", b"l" * 32)
ROTATED = KeyRing({"2026": b"n" * 32, "2025": b"o" * 32}, "2026", b"l" * 32)
PLACE = "elders|phone|01890a5d-ac96-774b-bcce-b302099a8057"


class TestEncrypt:
    @given(st.binary(max_size=300), st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
    def test_opens_again_in_its_place(self, plain: bytes, place: str) -> None:
        assert OLD.decrypt(OLD.encrypt(plain, place), place) == plain

    def test_never_makes_the_same_blob_twice(self) -> None:
        assert OLD.encrypt(b"13800000001", PLACE) != OLD.encrypt(b"13800000001", PLACE)

    def test_holds_no_plain_text(self) -> None:
        assert b"13800000001" not in OLD.encrypt(b"13800000001", PLACE)

    def test_names_the_key_it_was_made_with(self) -> None:
        assert ROTATED.encrypt(b"", PLACE)[:5] == b"\x042026"


class TestDecrypt:
    @pytest.mark.parametrize(
        "elsewhere", ["elders|phone|01890a5d-ac96-774b-bcce-b302099a8058", "elders|id_number|" + PLACE[13:], ""]
    )
    def test_refuses_a_blob_moved_to_another_row_or_column(self, elsewhere: str) -> None:
        blob = OLD.encrypt(b"13800000001", PLACE)
        with pytest.raises(CannotDecrypt):
            OLD.decrypt(blob, elsewhere)

    def test_opens_old_blobs_after_the_key_was_changed(self) -> None:
        assert ROTATED.decrypt(OLD.encrypt(b"words", PLACE), PLACE) == b"words"

    def test_refuses_a_key_that_is_not_on_the_ring(self) -> None:
        with pytest.raises(CannotDecrypt):
            OLD.decrypt(ROTATED.encrypt(b"words", PLACE), PLACE)

    def test_refuses_another_key_under_the_same_name(self) -> None:
        with pytest.raises(CannotDecrypt):
            KeyRing({"2025": b"x" * 32}, "2025", b"l" * 32).decrypt(OLD.encrypt(b"words", PLACE), PLACE)

    @given(st.data())
    def test_refuses_a_blob_with_any_byte_changed(self, data: st.DataObject) -> None:
        blob = bytearray(OLD.encrypt(b"words", PLACE))
        blob[data.draw(st.integers(0, len(blob) - 1))] ^= data.draw(st.integers(1, 255))
        with pytest.raises(CannotDecrypt):
            OLD.decrypt(bytes(blob), PLACE)

    @given(st.binary(max_size=60))
    def test_refuses_anything_else(self, blob: bytes) -> None:
        with pytest.raises(CannotDecrypt):
            OLD.decrypt(blob, PLACE)

    def test_says_nothing_of_what_it_was_given(self) -> None:
        with pytest.raises(CannotDecrypt) as refused:
            OLD.decrypt(b"\x042025secret", PLACE)
        assert str(refused.value) == ""


class TestKeyedHash:
    def test_is_equal_for_equal_values_of_one_purpose(self) -> None:
        assert OLD.keyed_hash("13800000001", "phone") == ROTATED.keyed_hash(b"13800000001", "phone")

    def test_differs_by_purpose_and_by_key(self) -> None:
        other = KeyRing(OLD.keys, OLD.current, b"m" * 32)
        hashes = {OLD.keyed_hash("1", "phone"), OLD.keyed_hash("1", "id_number"), other.keyed_hash("1", "phone")}
        assert len(hashes) == 3
