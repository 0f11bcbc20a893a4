"""A village's numbers at a day's end, as the roll-up of the register keeps them, pure."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import product
from operator import add

import msgspec

from backend.elders.rules import LeaveReason, PriorityTier

ON_REGISTER = "on_register"
"""The status of those who stand there; the others are the reasons why they left."""

Tally = list[int]
"""A number for each of CELLS: who is on the register, and how many ever left until then, by reason."""

CELLS: Mapping[tuple[str, str], int] = {
    cell: place for place, cell in enumerate(product(PriorityTier, (ON_REGISTER, *LeaveReason)))
}
"""Where in a tally a tier's status stands. Whoever adds a tier or reason has the roll-up counted anew."""

NOBODY: Tally = [0] * len(CELLS)


def tally(changes: Iterable[tuple[str, str, int]]) -> Tally:
    """Of (tier, status, number)."""
    made = NOBODY.copy()
    for tier, status, number in changes:
        made[CELLS[tier, status]] += number
    return made


def read(stored: str) -> Tally:
    """From its JSON."""
    return _DECODER.decode(stored)


_DECODER = msgspec.json.Decoder(Tally)


def in_period(before: Tally, now: Tally) -> Tally:
    """Who is on the register now, and who left since `before`."""
    return [here - gone * left for here, gone, left in zip(now, before, _LEFT, strict=True)]


_LEFT = [int(status != ON_REGISTER) for _, status in CELLS]


def total(tallies: Sequence[Tally]) -> Tally:
    """Their sum."""
    if len(tallies) == 1:
        return tallies[0]
    return [sum(cell) for cell in zip(*tallies, strict=True)] if tallies else NOBODY


def laid_over(before: Tally, kept: Mapping[date, Tally], changes: Mapping[date, Tally]) -> dict[date, Tally]:
    """What the days come to when `changes` happen beside what was `kept` of them: a change counts from its day on.

    `before` is the tally of the evening before all of them. A day that changes nothing is not kept.
    """
    told, last, more, result = before, before, NOBODY, dict[date, Tally]()
    for day in sorted({*kept, *changes}):
        told = kept.get(day, told)
        more = list(map(add, more, changes.get(day, NOBODY)))
        now = list(map(add, told, more))
        if now != last:
            result[day] = last = now
    return result
