"""UUIDv7 by RFC 9562."""

from hypothesis import given
from hypothesis import strategies as st

from backend.kit.ids import uuid7

MOMENTS = st.integers(0, 2**48 - 1)


class TestUuid7:
    @given(MOMENTS)
    def test_says_its_version_and_variant(self, ms: int) -> None:
        made = uuid7(ms)
        assert made.version == 7
        assert made.variant == "specified in RFC 4122"

    @given(MOMENTS)
    def test_begins_with_its_millisecond(self, ms: int) -> None:
        assert uuid7(ms).int >> 80 == ms

    @given(MOMENTS, MOMENTS)
    def test_sorts_by_birth_as_number_and_as_text(self, one: int, other: int) -> None:
        first, second = uuid7(one), uuid7(other)
        if one < other:
            assert first < second
            assert str(first) < str(second)

    def test_differs_within_one_millisecond(self) -> None:
        assert len({uuid7(1_700_000_000_000) for _ in range(2000)}) == 2000

    def test_takes_the_present_when_no_moment_is_given(self) -> None:
        before, made, after = uuid7().int >> 80, uuid7().int >> 80, uuid7().int >> 80
        assert before <= made <= after
        assert made > 1_700_000_000_000
