"""A visitor's days: what is due, spread so that a day is walkable and no visit comes late, pure (R054)."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import groupby
from uuid import UUID

import msgspec

from backend.visits.rules import due_after

WEEK = 7
WALK = 3
"""Doors of one hamlet that are worth a way of their own: fewer than these are not parted."""


class Stop(msgspec.Struct, frozen=True):
    """An elder to be visited by `due_on`, and every `days` after; `hamlet` is where to walk to, `door` where there."""

    elder_id: UUID
    hamlet: str
    door: str
    due_on: date
    days: int


class Planned(msgspec.Struct, frozen=True):
    """A visit planned for `day`, due on `due_on`."""

    elder_id: UUID
    hamlet: str
    door: str
    day: date
    due_on: date


def hamlet(address: str, village: str) -> str:
    """The hamlet an address names (`松树坪村上寨 8 号`: 上寨); the village where it names none."""
    named = re.split(
        r"[\d〇一二三四五六七八九十]*\s*(?:号|栋|幢|单元)|\d|第", address.removeprefix(village), maxsplit=1
    )
    return named[0].strip(" ，,、") or village


def plan(stops: Iterable[Stop], *, first: date, last: date) -> list[Planned]:
    """One visitor's visits from `first` to `last`, each on its due day at the latest, what is overdue on the first.

    Week by week: doors of one hamlet share a day, days share the load, and who is visited is due again. The order
    of `stops` does not matter.
    """
    waiting = {stop.elder_id: stop for stop in sorted(stops, key=lambda stop: stop.elder_id)}
    planned: list[Planned] = []
    for start in _weeks(first, last):
        end = min(start + timedelta(days=WEEK - 1), last)
        due = [stop for stop in waiting.values() if stop.due_on <= end]
        visits = list(_spread(due, start, end))
        while visits:
            planned += visits
            for visit in visits:
                stop = waiting[visit.elder_id]
                waiting[visit.elder_id] = msgspec.structs.replace(stop, due_on=due_after(visit.day, stop.days))
            # Who is seen more than weekly comes up again, on the very day.
            visits = [_on(waiting[visit.elder_id]) for visit in visits if waiting[visit.elder_id].due_on <= end]
    return sorted(planned, key=lambda visit: (visit.day, visit.hamlet, visit.door, visit.elder_id))


def _on(stop: Stop, day: date | None = None) -> Planned:
    return Planned(stop.elder_id, stop.hamlet, stop.door, day or stop.due_on, stop.due_on)


def _weeks(first: date, last: date) -> Iterator[date]:
    for days in range(0, (last - first).days + 1, WEEK):
        yield first + timedelta(days=days)


def _spread(due: list[Stop], start: date, end: date) -> Iterator[Planned]:
    """What is due in one week, over its days."""
    days = (end - start).days + 1
    load = [0] * days
    fair = max(WALK, -(-len(due) // days))
    for walk in _walks(due, start, fair):
        latest = max(0, (walk[0].due_on - start).days)
        day = min(range(min(latest, days - 1) + 1), key=lambda at: (load[at], at))
        load[day] += len(walk)
        yield from (_on(stop, start + timedelta(days=day)) for stop in walk)


def _walks(due: list[Stop], start: date, most: int) -> list[list[Stop]]:
    """Doors of one hamlet, at most so many at once, the most pressing walk first; each begins with its first due."""
    walks: list[list[Stop]] = []
    by_place = sorted(due, key=lambda stop: (stop.hamlet, max(stop.due_on, start), stop.door, stop.elder_id))
    for _, doors in groupby(by_place, key=lambda stop: stop.hamlet):
        here = list(doors)
        walks += [here[at : at + most] for at in range(0, len(here), most)]
    return sorted(walks, key=lambda walk: (max(walk[0].due_on, start), walk[0].hamlet, walk[0].door))
