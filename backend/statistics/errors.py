"""Refusals about figures."""

from backend.kit.errors import Invalid


class MonthNotPossible(Invalid):
    """The month has not begun, or lies before anybody counted."""

    user_message = "请选本月或以前的月份"
