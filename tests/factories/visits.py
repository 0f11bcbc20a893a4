"""Reports with true defaults."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import msgspec

from backend.kit.ids import uuid7
from backend.outbox.idempotency import KeyedWrite
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
