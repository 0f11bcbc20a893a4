"""The day an elder is next to be visited, from the facts alone, pure (R055, R056).

Every change that bears on it is asked of this one function, so that no order of events leaves another day behind.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from itertools import pairwise

import msgspec

from backend.visits.rules import next_due


class Pace(msgspec.Struct, frozen=True):
    """From `starts_on` on, until another pace begins, a visit is due every `days`."""

    starts_on: date
    days: int


def due_day(paces: Sequence[Pace], *, last: datetime | None, since: datetime, occasions: Iterable[date] = ()) -> date:
    """The first day on which, by the pace then in force, it was time; or that of a waiting occasion, if sooner.

    `paces` are in order, the first in force when the elder was last visited; one not visited yet (`last` None) entered
    or came back at `since`.
    So who is to be seen more often is due on the day that was decided at the soonest, and who is to be seen less often
    stays overdue if so already.
    """
    ends = [later.starts_on for _, later in pairwise(paces)]
    by_pace = date.max
    for pace, end in zip(paces, [*ends, date.max], strict=True):
        by_pace = max(next_due(pace.days, last=last, registered_at=since), pace.starts_on)
        if by_pace < end:
            break
    return min([by_pace, *occasions])
