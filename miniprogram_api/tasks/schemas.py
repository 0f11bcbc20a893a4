"""Tasks on the wire."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

from backend.tasks.queries import TaskCounts
from backend.tasks.rules import TaskKind
from miniprogram_api.schemas import Cursor, Words


class TasksQuery(msgspec.Struct, frozen=True):
    """Which page of the list; `overdue`: of those alone whose time is over; of one kind, or without one."""

    overdue: bool = False
    kind: TaskKind | None = None
    without: TaskKind | None = None
    cursor: Cursor | None = None
    limit: Annotated[int, Meta(ge=1, le=50)] = 20


class TaskCard(msgspec.Struct):
    """What is to be done about an elder, by when; `in_words`: settled by telling what was done."""

    id: UUID
    kind: TaskKind
    elder_id: UUID
    elder: str
    village: str
    raised_at: datetime
    due_at: datetime
    overdue: bool
    in_words: bool
    incident_id: UUID | None = None


class TaskCards(msgspec.Struct):
    """A page of them, the earliest due first."""

    items: list[TaskCard]
    next_cursor: str | None


class TaskPlaces(msgspec.Struct):
    """Open and overdue tasks by place."""

    items: list[TaskCounts]


class TaskAnswerIn(msgspec.Struct, forbid_unknown_fields=True):
    """What was done."""

    note: Words
