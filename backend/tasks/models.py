"""What waits for whom until when."""

from typing import ClassVar

from tortoise import fields
from tortoise.models import Model

from backend.accounts.roles import Role
from backend.kit.ids import uuid7
from backend.kit.personal import FACT, SECRET_TEXT, Personal, ordinary
from backend.tasks.rules import Settlement, TaskKind


class Task(Model):
    """One thing to be done about `subject_id` by those who hold the role `waits_for` in a division, until `due_at`.

    `occasion_id` is what made it come up: the same occasion never raises it twice, also after it was settled, and of
    one kind a subject has one open task. `note` tells what was done.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    kind = fields.CharEnumField(TaskKind, max_length=24)
    subject_id = fields.UUIDField(db_index=True)
    occasion_id = fields.UUIDField()
    division_id = fields.UUIDField()
    waits_for = fields.CharEnumField(Role, max_length=10)
    raised_at = fields.DatetimeField()
    due_at = fields.DatetimeField()
    settled_at = fields.DatetimeField(null=True)
    settled_by = fields.UUIDField(null=True)
    settlement = fields.CharEnumField(Settlement, max_length=10, null=True)
    note = fields.BinaryField(null=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {"kind": FACT, "note": SECRET_TEXT}
    ORDINARY: ClassVar[frozenset[str]] = ordinary(
        "id subject_id occasion_id division_id waits_for raised_at due_at settled_at settled_by settlement"
    )

    class Meta:
        table = "tasks"
