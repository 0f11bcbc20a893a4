"""Which marks on a file ask for somebody to act, pure (R032-R035)."""

from datetime import date, datetime, timedelta
from enum import StrEnum

from backend.elders.flags import Flag, Flags
from backend.elders.risk import RiskLevel, risk
from backend.policies.rules import RiskStandard, TaskDays
from backend.tasks.rules import TaskKind, by_end_of


class AlertKind(StrEnum):
    """What stands on a file until it no longer holds; KEY_HELP is the village's own list (R035)."""

    MUST_NOT_LIVE_ALONE = "must_not_live_alone"
    A_CHILD_SHOULD_STAY = "a_child_should_stay"
    HIGH_RISK = "high_risk"
    KEY_HELP = "key_help"


TASK_OF = {
    AlertKind.MUST_NOT_LIVE_ALONE: TaskKind.MUST_NOT_LIVE_ALONE,
    AlertKind.A_CHILD_SHOULD_STAY: TaskKind.A_CHILD_SHOULD_STAY,
    AlertKind.HIGH_RISK: TaskKind.HIGH_RISK,
}
"""What the village is asked to do; of the list the family and the township are told instead."""


def alerts(marks: Flags, standard: RiskStandard) -> frozenset[AlertKind]:
    """Those that hold for certain: what nobody knows yet alerts nobody.

    On the key help list are those in danger, by any of the other three, and those in hardship.
    """
    holds = {
        AlertKind.MUST_NOT_LIVE_ALONE: Flag.MUST_NOT_LIVE_ALONE in marks.raised,
        AlertKind.A_CHILD_SHOULD_STAY: Flag.A_CHILD_SHOULD_STAY in marks.raised,
        AlertKind.HIGH_RISK: risk(marks, standard).level is RiskLevel.HIGH,
    }
    holds[AlertKind.KEY_HELP] = any(holds.values()) or Flag.POOR in marks.raised
    return frozenset(kind for kind, answer in holds.items() if answer)


def due_at(kind: AlertKind, now: datetime, day: date, standard: RiskStandard, days: TaskDays) -> datetime:
    """By when the village has acted on an alert of `now`, which is on `day`."""
    if kind is AlertKind.HIGH_RISK:
        return now + timedelta(hours=standard.answer_hours)
    return by_end_of(day + timedelta(days=getattr(days, kind)))
