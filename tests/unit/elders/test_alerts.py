"""Which marks ask for somebody to act (R032-R035): certain ones only, and each by its time."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.elders.alerts import AlertKind, alerts, due_at
from backend.elders.flags import Flag, Flags
from backend.policies.rules import RiskStandard, TaskDays

STANDARD = RiskStandard()
SETS = st.frozensets(st.sampled_from(Flag))
NOW, TODAY = datetime(2026, 3, 10, 1, tzinfo=UTC), date(2026, 3, 10)


def raised(*flags: Flag) -> Flags:
    return Flags(raised=frozenset(flags), open=frozenset())


class TestAlerts:
    @pytest.mark.parametrize(
        ("marks", "expected"),
        [
            (raised(), set()),
            (raised(Flag.LIVES_ALONE, Flag.VERY_OLD), set()),
            (raised(Flag.POOR), {AlertKind.KEY_HELP}),
            (raised(Flag.MUST_NOT_LIVE_ALONE), {AlertKind.MUST_NOT_LIVE_ALONE, AlertKind.KEY_HELP}),
            (raised(Flag.A_CHILD_SHOULD_STAY), {AlertKind.A_CHILD_SHOULD_STAY, AlertKind.KEY_HELP}),
            (raised(Flag.LIVES_ALONE, Flag.VERY_OLD, Flag.ABILITY_LOST), {AlertKind.HIGH_RISK, AlertKind.KEY_HELP}),
        ],
    )
    def test_follow_the_marks(self, marks: Flags, expected: set[AlertKind]) -> None:
        assert alerts(marks, STANDARD) == expected

    @given(SETS, SETS)
    def test_what_nobody_knows_alerts_nobody(self, sure: frozenset[Flag], unknown: frozenset[Flag]) -> None:
        assert alerts(Flags(sure, unknown - sure), STANDARD) == alerts(Flags(sure, frozenset()), STANDARD)

    @given(SETS, st.sampled_from(Flag))
    def test_one_more_mark_ends_none(self, sure: frozenset[Flag], more: Flag) -> None:
        assert alerts(raised(*sure), STANDARD) <= alerts(raised(*sure, more), STANDARD)


class TestDueAt:
    def test_is_the_end_of_a_day_in_china(self) -> None:
        found = due_at(AlertKind.MUST_NOT_LIVE_ALONE, NOW, TODAY, STANDARD, TaskDays())
        assert found == datetime(2026, 3, 17, 16, tzinfo=UTC)

    def test_of_high_risk_counts_hours(self) -> None:
        assert due_at(AlertKind.HIGH_RISK, NOW, TODAY, STANDARD, TaskDays()) == NOW + timedelta(hours=24)
