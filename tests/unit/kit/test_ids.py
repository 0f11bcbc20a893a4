"""UUIDv7 by RFC 9562."""

from hypothesis import given
from hypothesis import strategies as st

from backend.kit.ids import uuid7

MILLISECOND = 1_000_000
MOMENTS = st.integers(0, 2**48 * MILLISECOND - 1)


class TestUuid7:
    @given(MOMENTS)
    def test_says_its_version_and_variant(self, ns: int) -> None:
        made = uuid7(ns)
        assert made.version == 7
        assert made.variant == "specified in RFC 4122"

    @given(MOMENTS)
    def test_begins_with_its_millisecond(self, ns: int) -> None:
        assert uuid7(ns).int >> 80 == ns // MILLISECOND

    @given(MOMENTS, MOMENTS)
    def test_sorts_by_birth_as_number_and_as_text(self, one: int, other: int) -> None:
        first, second = uuid7(one), uuid7(other)
        if other - one >= MILLISECOND:
            assert first < second
            assert str(first) < str(second)

    @given(MOMENTS)
    def test_sorts_by_birth_within_one_millisecond(self, ns: int) -> None:
        assert uuid7(ns // MILLISECOND * MILLISECOND) < uuid7(ns // MILLISECOND * MILLISECOND + 250)

    def test_sorts_by_birth_as_fast_as_one_process_makes_them(self) -> None:
        made = [uuid7() for _ in range(2000)]
        assert made == sorted(made)

    def test_differs_at_one_moment(self) -> None:
        assert len({uuid7(1_700_000_000_000_000_000) for _ in range(2000)}) == 2000

    def test_takes_the_present_when_no_moment_is_given(self) -> None:
        before, made, after = uuid7().int >> 80, uuid7().int >> 80, uuid7().int >> 80
        assert before <= made <= after
        assert made > 1_700_000_000_000
