"""What happened to tasks."""

from uuid import UUID

from backend.outbox.box import Fact


class TaskRaised(Fact, frozen=True):
    """A task waits for `waits_for` (a Role) of a place; `kind` is a TaskKind, which tells what the subject is."""

    task_id: UUID
    kind: str
    subject_id: UUID
    division_id: UUID
    waits_for: str
