"""Refusals about figures."""

from backend.kit.errors import Invalid


class MonthNotPossible(Invalid):
    """The month has not begun, or lies before anybody counted."""

    user_message = "请选本月或以前的月份"


class DayNotCounted(Invalid):
    """The day is still to come, or lies before anybody counted."""

    user_message = "请选今天或以前的日子"
