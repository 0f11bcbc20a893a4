"""Quarters of China's calendar, and when a file must be looked through again, pure (R017)."""

from datetime import date, timedelta


def quarter_start(day: date) -> date:
    """The first day of the quarter in which `day` lies."""
    return date(day.year, day.month - (day.month - 1) % 3, 1)


def quarter_end(day: date) -> date:
    """Its last day."""
    return quarter_start(quarter_start(day) + timedelta(days=95)) - timedelta(days=1)


def confirmation_due(known_on: date) -> date:
    """The last day on which a file last known to be true on `known_on` must be confirmed: once in each quarter."""
    return quarter_end(quarter_end(known_on) + timedelta(days=1))
