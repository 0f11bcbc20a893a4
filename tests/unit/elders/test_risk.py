"""The risk score (R034): a published standard, and nothing unknown taken for safe."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.elders.flags import Flag, Flags
from backend.elders.risk import Risk, RiskLevel, risk
from backend.policies.rules import RiskStandard

STANDARD = RiskStandard()
SETS = st.frozensets(st.sampled_from(Flag))
POINTS = st.integers(0, 10)
STANDARDS = st.builds(
    RiskStandard,
    **{flag.value: POINTS for flag in Flag},
    medium_from=st.integers(1, 5),
    high_from=st.integers(6, 30),
)
GRAVITY = [RiskLevel.LOW, RiskLevel.OPEN, RiskLevel.MEDIUM, RiskLevel.HIGH]


def marks(raised: set[Flag], still_open: set[Flag] | None = None) -> Flags:
    return Flags(raised=frozenset(raised), open=frozenset(still_open or ()))


class TestRisk:
    @pytest.mark.parametrize(
        ("found", "expected"),
        [
            (marks(set()), Risk(RiskLevel.LOW, 0, 0)),
            (marks({Flag.LIVES_ALONE}), Risk(RiskLevel.LOW, 2, 2)),
            (marks({Flag.LIVES_ALONE, Flag.POOR}), Risk(RiskLevel.MEDIUM, 3, 3)),
            (marks({Flag.LIVES_ALONE, Flag.VERY_OLD, Flag.DISABLED}), Risk(RiskLevel.MEDIUM, 5, 5)),
            (marks({Flag.LIVES_ALONE, Flag.VERY_OLD, Flag.ABILITY_LOST}), Risk(RiskLevel.HIGH, 6, 6)),
            (
                marks({Flag.MUST_NOT_LIVE_ALONE, Flag.LIVES_ALONE, Flag.ABILITY_LOST}),
                Risk(RiskLevel.HIGH, 8, 8),
            ),
            (marks({Flag.LIVES_ALONE}, {Flag.POOR}), Risk(RiskLevel.OPEN, 2, 3)),
            (marks({Flag.POOR}, {Flag.DISABLED}), Risk(RiskLevel.LOW, 1, 2)),
            (
                marks({Flag.LIVES_ALONE, Flag.POOR}, set(Flag) - {Flag.LIVES_ALONE, Flag.POOR}),
                Risk(RiskLevel.MEDIUM, 3, 16),
            ),
            (marks(set(), set(Flag)), Risk(RiskLevel.OPEN, 0, 16)),
        ],
    )
    def test_by_the_default_standard(self, found: Flags, expected: Risk) -> None:
        assert risk(found, STANDARD) == expected

    @pytest.mark.parametrize("flag", Flag)
    def test_every_mark_weighs_what_the_standard_says(self, flag: Flag) -> None:
        nothing_else = RiskStandard(**(dict.fromkeys(Flag, 0) | {flag: 7}))
        assert risk(marks(set(Flag)), nothing_else) == Risk(RiskLevel.HIGH, 7, 7)

    @given(SETS, SETS, STANDARDS)
    def test_one_more_mark_is_never_milder(
        self, some: frozenset[Flag], more: frozenset[Flag], standard: RiskStandard
    ) -> None:
        fewer, all_of_them = risk(Flags(some, frozenset()), standard), risk(Flags(some | more, frozenset()), standard)
        assert GRAVITY.index(all_of_them.level) >= GRAVITY.index(fewer.level)

    @given(SETS, SETS, SETS, STANDARDS)
    def test_low_stays_low_and_grave_stays_grave_whatever_becomes_known(
        self, raised: frozenset[Flag], unknown: frozenset[Flag], true: frozenset[Flag], standard: RiskStandard
    ) -> None:
        still_open = unknown - raised
        before = risk(Flags(raised, still_open), standard)
        after = risk(Flags(raised | (still_open & true), frozenset()), standard)
        assert before.points <= after.points <= before.at_most
        if before.level is RiskLevel.LOW:
            assert after.level is RiskLevel.LOW
        else:
            assert GRAVITY.index(after.level) >= GRAVITY.index(before.level) or before.level is RiskLevel.OPEN
