"""Reports with true defaults."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import msgspec

from backend.audit.chain import Link, first_break
from backend.audit.models import AuditEvent, ChainHead
from backend.audit.tags import Tag
from backend.kit.ids import uuid7
from backend.outbox.idempotency import KeyedWrite
from backend.outbox.models import IdempotentAnswer, OutboxEntry
from backend.storage.models import Upload
from backend.visits.models import VisitDue, VisitReport
from backend.visits.rules import Finding, NewReport, VisitMode
from tests.factories.village import MORNING, Person

ROUTE = "POST /api/visits/reports"


def a_report(elder_id: UUID, **changes: Any) -> NewReport:
    """A visit at home an hour ago, at which all was well but the roof."""
    report = NewReport(
        elder_id=elder_id,
        mode=VisitMode.HOME,
        visited_at=MORNING - timedelta(hours=1),
        health=Finding.GOOD,
        economy=Finding.GOOD,
        family_duty=Finding.GOOD,
        safety=Finding.WATCH,
        needs=Finding.GOOD,
        note=None,
        photo_ids=(),
    )
    return msgspec.structs.replace(report, **changes)


def a_write(person: Person, *, key: UUID | None = None, body: bytes = b"body") -> KeyedWrite:
    """One tap on "submit" by the person."""
    return KeyedWrite(person.viewer.account_id, ROUTE, key or uuid7(), body)


async def everything_stored() -> tuple[int, ...]:
    """How many rows a report could have left behind, table by table."""
    return (
        await VisitReport.all().count(),
        await AuditEvent.filter(tag=Tag.VISIT_REPORTED).count(),
        await OutboxEntry.filter(topic="VisitReported").count(),
        await IdempotentAnswer.all().count(),
        await VisitDue.all().count(),
        await Upload.filter(elder_id__isnull=False).count(),
    )


NOTHING = (0, 0, 0, 0, 0, 0)


async def chain_break(elder_id: UUID) -> int | None:
    """Where the elder's chain is broken; None when it is whole and its head is its last link."""
    events = await AuditEvent.filter(subject_id=elder_id).order_by("number")
    head = await ChainHead.get(subject_id=elder_id)
    assert (head.number, bytes(head.link)) == (events[-1].number, bytes(events[-1].link))
    return first_break(
        [
            (
                Link(each.subject_id, each.number, each.at, each.actor_id, each.role, each.tag, bytes(each.commitment)),
                bytes(each.previous),
                bytes(each.link),
            )
            for each in events
        ]
    )
