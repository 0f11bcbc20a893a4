"""The risk score by a place's published standard, pure (R034)."""

from collections.abc import Iterable
from enum import StrEnum

import msgspec

from backend.elders.flags import Flag, Flags
from backend.policies.rules import RiskStandard


class RiskLevel(StrEnum):
    """High opens a task with a deadline; open means that what is not known decides."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    OPEN = "open"


class Risk(msgspec.Struct, frozen=True):
    """The level, the points of all marks raised, and what they may come to once everything is known."""

    level: RiskLevel
    points: int
    at_most: int


def risk(marks: Flags, standard: RiskStandard) -> Risk:
    """The risk of an elder with these marks. What is certain stands; low is certain only when nothing can raise it."""
    points = _points(marks.raised, standard)
    at_most = points + _points(marks.open, standard)
    return Risk(_level(points, at_most, standard), points, at_most)


def _level(points: int, at_most: int, standard: RiskStandard) -> RiskLevel:
    if points >= standard.high_from:
        return RiskLevel.HIGH
    if points >= standard.medium_from:
        return RiskLevel.MEDIUM
    return RiskLevel.OPEN if at_most >= standard.medium_from else RiskLevel.LOW


def _points(marks: Iterable[Flag], standard: RiskStandard) -> int:
    return sum(getattr(standard, mark) for mark in marks)
