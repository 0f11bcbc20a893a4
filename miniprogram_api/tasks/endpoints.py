"""What waits for the committee, until when, and how it is answered."""

from collections.abc import Iterable
from uuid import UUID

import msgspec

from backend.accounts.roles import Role
from backend.audit.trail import record_readings
from backend.elders.queries import elders_among
from backend.incidents.queries import led_among
from backend.kit.pages import CursorNotReadable
from backend.tasks import actions
from backend.tasks.errors import TaskNotFound, TaskSettled, TaskSettlesItself
from backend.tasks.queries import TaskRow, counts, incident_of, tasks
from backend.tasks.rules import ANSWERED_IN_WORDS, TaskKind, is_overdue
from miniprogram_api.reading import log_list
from miniprogram_api.routes import Ask, Routes, scoped
from miniprogram_api.schemas import Done
from miniprogram_api.tasks.schemas import TaskAnswerIn, TaskCard, TaskCards, TaskPlaces, TasksQuery

routes = Routes("tasks")


@routes.get("/api/tasks", access=scoped(Role.COMMITTEE, Role.TOWNSHIP), refusals=(CursorNotReadable,))
async def list_tasks(ask: Ask, query: TasksQuery) -> TaskCards:
    """What is to be done about whom; the reading is logged."""
    scope, now = ask.viewer.scope, ask.kernel.clock.now()
    page = await tasks(
        scope,
        now=now,
        overdue=query.overdue,
        kind=query.kind,
        without=query.without,
        cursor=query.cursor,
        limit=query.limit,
    )
    people = await elders_among(scope, [row.subject_id for row in page.rows])
    if people and scope.division:
        await record_readings(
            ask.kernel,
            by=ask.viewer.actor,
            purpose=scope.purpose,
            elder_ids=people,
            what="tasks",
            subject_id=scope.division,
        )
    items = [_card(row, people[row.subject_id].name, ask) for row in page.rows if row.subject_id in people]
    return TaskCards(sorted([*items, *await _rings(page.rows, ask)], key=lambda card: card.due_at), page.next_cursor)


async def _rings(rows: Iterable[TaskRow], ask: Ask) -> list[TaskCard]:
    """Of tasks about incidents those that the viewer may know of."""
    about = [row for row in rows if row.kind == TaskKind.INCIDENT_CALL]
    led = await led_among(ask.viewer.scope, ask.viewer, [row.subject_id for row in about]) if about else {}
    await log_list(ask, [each.elder_id for each in led.values()])
    return [
        msgspec.structs.replace(
            _card(row, led[row.subject_id].elder, ask),
            elder_id=led[row.subject_id].elder_id,
            incident_id=row.subject_id,
        )
        for row in about
        if row.subject_id in led
    ]


def _card(row: TaskRow, elder: str, ask: Ask) -> TaskCard:
    kind = TaskKind(row.kind)
    overdue = is_overdue(row.due_at, ask.kernel.clock.now())
    in_words = kind in ANSWERED_IN_WORDS
    return TaskCard(row.id, kind, row.subject_id, elder, row.division, row.raised_at, row.due_at, overdue, in_words)


@routes.get("/api/tasks/counts", access=scoped(Role.COMMITTEE, Role.TOWNSHIP, Role.COUNTY))
async def count_tasks(ask: Ask) -> TaskPlaces:
    """How many tasks are open and overdue, by place."""
    return TaskPlaces(await counts(ask.viewer.scope, now=ask.kernel.clock.now()))


@routes.post(
    "/api/tasks/{task_id}/answer",
    access=scoped(Role.COMMITTEE, Role.TOWNSHIP, Role.COUNTY),
    status=200,
    refusals=(TaskNotFound, TaskSettled, TaskSettlesItself),
)
async def answer_task(ask: Ask, task_id: UUID, body: TaskAnswerIn) -> Done:
    """Tell what was done about it, which settles it; a task about an incident is there for those alone who see that."""
    about = await incident_of(task_id)
    if about is not None and not await led_among(ask.viewer.scope, ask.viewer, [about]):
        raise TaskNotFound
    await actions.answer(ask.kernel, task_id=task_id, note=body.note, by=ask.viewer)
    return Done()
