"""Raising and settling tasks. Features do both in the transaction of what they do themselves."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from uuid import UUID

import msgspec

from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.audit.tags import Tag
from backend.audit.trail import Actor, SubjectKind, record_each
from backend.db import fetch, transaction
from backend.divisions.queries import sees_division
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel
from backend.outbox import box
from backend.tasks.errors import TaskNotFound, TaskSettled
from backend.tasks.facts import TaskRaised
from backend.tasks.models import Task
from backend.tasks.rules import Settlement, TaskKind, check_answerable

BATCH = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTask:
    """What is to be done about whom, and who is waited for; see `Task`."""

    kind: TaskKind
    subject_id: UUID
    occasion_id: UUID
    division_id: UUID
    due_at: datetime
    waits_for: Role = Role.COMMITTEE


class _Made(msgspec.Struct, frozen=True):
    id: UUID
    kind: str
    subject_id: UUID


async def raise_task(kernel: Kernel, *, task: NewTask, by: Actor) -> bool:
    """Let a task wait, and have those told whom it waits for. False when its occasion has raised it before, or another
    of its kind is open."""
    return bool(await raise_each(kernel, [task], by=by))


async def raise_each(kernel: Kernel, tasks: Sequence[NewTask], *, by: Actor, told_at: datetime | None = None) -> int:
    """`raise_task` for many, told from `told_at` on; returns how many are new."""
    async with transaction():
        made = []
        for task in tasks:
            made += [(new.id, task) for new in await _insert(kernel, [task])]
        facts = [
            TaskRaised(
                task_id=task_id,
                kind=task.kind,
                subject_id=task.subject_id,
                division_id=task.division_id,
                waits_for=task.waits_for,
            )
            for task_id, task in made
        ]
        await _record(kernel, Tag.TASK_RAISED, [_Made(each.task_id, each.kind, each.subject_id) for each in facts], by)
        await box.put_each(kernel, facts, due_at=told_at)
    return len(made)


async def raise_untold(kernel: Kernel, tasks: Sequence[NewTask], *, by: Actor) -> int:
    """`raise_task` for many of whom nobody is told one by one, in few statements; returns how many are new."""
    made: list[_Made] = []
    async with transaction():
        for start in range(0, len(tasks), BATCH):
            made += await _insert(kernel, tasks[start : start + BATCH])
        await _record(kernel, Tag.TASK_RAISED, made, by)
    return len(made)


async def _insert(kernel: Kernel, tasks: Sequence[NewTask]) -> list[_Made]:
    now = kernel.clock.now()
    rows: list[object] = []
    for each in tasks:
        rows += (uuid7(), each.kind, each.subject_id, each.occasion_id, each.division_id, each.waits_for, each.due_at)
        rows.append(now)
    return await fetch(_Made, _raise(len(tasks)), *rows)


@cache
def _raise(rows: int) -> str:
    values = (", ".join(f"${8 * row + column}" for column in range(1, 9)) for row in range(rows))
    return (
        "INSERT INTO tasks (id, kind, subject_id, occasion_id, division_id, waits_for, due_at, raised_at)"
        f" VALUES ({'), ('.join(values)}) ON CONFLICT DO NOTHING RETURNING id, kind, subject_id"
    )


async def settle_task(
    kernel: Kernel, *, kind: TaskKind, subject_id: UUID, by: Actor, settlement: Settlement = Settlement.DONE
) -> bool:
    """End the open task of this kind; False when there is none (any more)."""
    return bool(await settle_each(kernel, [(kind, subject_id)], by=by, settlement=settlement))


async def settle_each(
    kernel: Kernel, which: Iterable[tuple[TaskKind, UUID]], *, by: Actor, settlement: Settlement
) -> int:
    """`settle_task` for many; returns how many were open."""
    async with transaction():
        ended: list[_Made] = []
        for kind, subject_id in which:
            ended += await fetch(_Made, _SETTLE, kind, subject_id, kernel.clock.now(), by.account_id, settlement)
        await _record(kernel, Tag.TASK_SETTLED, ended, by, settlement=settlement)
    return len(ended)


async def settle_all(kernel: Kernel, *, subject_id: UUID, by: Actor) -> None:
    """What is open about a subject waits no longer, in the transaction that takes the subject off the register."""
    settlement = Settlement.NO_LONGER
    ended = await fetch(_Made, _SETTLE_ALL, subject_id, kernel.clock.now(), by.account_id, settlement)
    await _record(kernel, Tag.TASK_SETTLED, ended, by, settlement=settlement)


_SETTLE_ALL = """
UPDATE tasks SET settled_at = $2, settled_by = $3, settlement = $4
WHERE subject_id = $1 AND settled_at IS NULL RETURNING id, kind, subject_id
"""
_SETTLE = """
UPDATE tasks SET settled_at = $3, settled_by = $4, settlement = $5
WHERE kind = $1 AND subject_id = $2 AND settled_at IS NULL RETURNING id, kind, subject_id
"""


async def answer(kernel: Kernel, *, task_id: UUID, note: str, by: Viewer) -> None:
    """Settle a task by telling in words what was done.

    Raises RoleCannot, TaskNotFound, TaskSettlesItself, TaskSettled.
    """
    async with transaction():
        task = await Task.filter(id=task_id).select_for_update().first()
        if task is None or not await sees_division(by.scope, task.division_id):
            raise TaskNotFound
        by.require(task.waits_for)
        check_answerable(task.kind)
        if task.settled_at is not None:
            raise TaskSettled
        sealed = kernel.keys.encrypt(note.strip().encode(), f"tasks|note|{task_id}")
        await Task.filter(id=task_id).update(note=sealed)
        await settle_task(kernel, kind=task.kind, subject_id=task.subject_id, by=by.actor)


async def hand_over(*, subject_id: UUID, division_id: UUID) -> None:
    """What waits for a committee about a subject waits for another, in the transaction that takes the subject there."""
    open_tasks = Task.filter(subject_id=subject_id, settled_at=None, waits_for=Role.COMMITTEE)
    await open_tasks.update(division_id=division_id)


async def hand_over_all(*, division_id: UUID, successor_id: UUID) -> None:
    """What is open in a place waits for its successor, in the transaction of the merger."""
    await Task.filter(division_id=division_id, settled_at=None).update(division_id=successor_id)


async def _record(kernel: Kernel, tag: Tag, tasks: Sequence[_Made], by: Actor, **payload: object) -> None:
    """One event for each task, on its subject's chain."""
    for kind in TaskKind:
        chain: SubjectKind = "incident" if kind is TaskKind.INCIDENT_CALL else "elder"
        told = {each.subject_id: {"task": str(each.id), "kind": kind, **payload} for each in tasks if each.kind == kind}
        await record_each(kernel, chain, tag, told, by=by)
