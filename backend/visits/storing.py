"""How a judged report is stored, with its answer, its audit event, its fact and the next due day: all or nothing.

PostgreSQL does it in one statement. SQLite, which serves the demo only, has no such statement and goes row by row.
"""

from datetime import date, datetime
from uuid import UUID

import msgspec

from backend.accounts.viewer import Viewer
from backend.audit.chain import GENESIS
from backend.audit.tags import Tag
from backend.audit.trail import Subject, next_link, record
from backend.db import fetch
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel
from backend.outbox import box
from backend.outbox.idempotency import KeyedWrite
from backend.outbox.models import IdempotentAnswer
from backend.storage.models import Upload
from backend.visits.facts import VisitReported
from backend.visits.models import VisitDue, VisitReport
from backend.visits.rules import NewReport

CREATED = 201


class ReportMade(msgspec.Struct, frozen=True):
    """The report as stored, whether it is marked late, and when the next visit is due."""

    id: UUID
    late: bool
    next_due_on: date


class Judged(msgspec.Struct, frozen=True):
    """A report and everything decided about it. `note` and `answer` are sealed; `number` and `link` are the head of
    the elder's chain it was judged on, None for a chain not begun."""

    report: NewReport
    made: ReportMade
    received_at: datetime
    last_visit_at: datetime
    note: bytes | None
    photo_ids: str
    answer_id: UUID
    answer: bytes
    number: int | None
    link: bytes | None

    def payload(self) -> dict[str, object]:
        """What the audit trail keeps of it."""
        return {"report_id": self.made.id, "mode": self.report.mode, "late": self.made.late}

    def fact(self) -> VisitReported:
        return VisitReported(report_id=self.made.id, elder_id=self.report.elder_id)


class _Stored(msgspec.Struct, frozen=True):
    id: UUID


# Everything hangs on `head`: when another event came between, it gives no row and nothing is stored. A photo taken up
# elsewhere meanwhile makes `photo_ids` NULL, which its column refuses, and a key or visit that came twice trips its
# unique index: either undoes the whole statement.
_STORE = """
WITH head AS (
  INSERT INTO chain_heads (subject_id, subject_kind, number, link) VALUES ($1, 'elder', $2, $3)
  ON CONFLICT (subject_id) DO UPDATE SET number = excluded.number, link = excluded.link
    WHERE chain_heads.number = excluded.number - 1
  RETURNING subject_id AS elder_id, number, link),
event AS (
  INSERT INTO audit_events
    (id, subject_kind, subject_id, number, at, actor_id, role, tag, payload, salt, commitment, previous, link)
  SELECT $4, 'elder', elder_id, number, $5, $6, $7, $8, $9, $10, $11, $12, link FROM head),
answer AS (
  INSERT INTO idempotent_answers (id, account_id, route, key, body_hash, status, answer, created_at)
  SELECT $13, $6, $14, $15, $16, $17, $18, $5 FROM head),
due AS (
  INSERT INTO visits_due (elder_id, due_on, last_visit_at) SELECT elder_id, $19, $20 FROM head
  ON CONFLICT (elder_id) DO UPDATE SET due_on = excluded.due_on, last_visit_at = excluded.last_visit_at),
fact AS (
  INSERT INTO outbox_entries (id, topic, payload, created_at, due_at) SELECT $21, $22, $23, $5, $5 FROM head),
taken AS (
  UPDATE uploads SET elder_id = head.elder_id FROM head
  WHERE uploads.id = ANY($24) AND uploads.account_id = $6 AND uploads.elder_id IS NULL
  RETURNING uploads.id)
INSERT INTO visit_reports (id, elder_id, visitor_id, mode, visited_at, received_at, late,
  health, economy, family_duty, safety, needs, note, photo_ids)
SELECT $25, elder_id, $6, $26, $27, $5, $28, $29, $30, $31, $32, $33, $34,
  CASE WHEN (SELECT count(*) FROM taken) = cardinality($24) THEN $35 END FROM head
RETURNING id
"""


async def store_at_once(kernel: Kernel, judged: Judged, *, write: KeyedWrite, by: Viewer) -> bool:
    """Store it in one statement; False when the chain moved on since it was judged, and nothing is stored.

    Raises IntegrityError when the key, the visit or a photo was taken meanwhile; nothing is stored then either.
    """
    report, made, fact = judged.report, judged.made, judged.fact()
    event = next_link(
        kernel,
        Subject("elder", report.elder_id),
        Tag.VISIT_REPORTED,
        by=by.actor,
        number=judged.number or 0,
        previous=judged.link or GENESIS,
        payload=judged.payload(),
    )
    stored = await fetch(
        _Stored,
        _STORE,
        *(report.elder_id, event.number, event.link),
        *(event.id, event.at, by.account_id, event.by.role, event.tag),
        *(event.payload, event.salt, event.commitment, event.previous),
        *(judged.answer_id, write.route, write.key, write.body_hash, CREATED, judged.answer),
        *(made.next_due_on, judged.last_visit_at),
        *(uuid7(), type(fact).__name__, msgspec.json.encode(fact).decode()),
        report.photo_ids,
        *(made.id, report.mode, report.visited_at, made.late),
        *(report.health, report.economy, report.family_duty, report.safety, report.needs),
        *(judged.note, judged.photo_ids),
    )
    return bool(stored)


async def store_by_rows(kernel: Kernel, judged: Judged, *, write: KeyedWrite, by: Viewer) -> None:
    """Store it in the caller's transaction, which holds the write lock since before it was judged."""
    report, made = judged.report, judged.made
    await IdempotentAnswer.create(
        id=judged.answer_id,
        account_id=write.account_id,
        route=write.route,
        key=write.key,
        body_hash=write.body_hash,
        status=CREATED,
        answer=judged.answer,
        created_at=judged.received_at,
    )
    await VisitReport.create(
        id=made.id,
        visitor_id=by.account_id,
        received_at=judged.received_at,
        late=made.late,
        **{**msgspec.structs.asdict(report), "note": judged.note, "photo_ids": judged.photo_ids},
    )
    await VisitDue.update_or_create(
        elder_id=report.elder_id, defaults={"due_on": made.next_due_on, "last_visit_at": judged.last_visit_at}
    )
    await Upload.filter(id__in=report.photo_ids).update(elder_id=report.elder_id)
    await record(kernel, Subject("elder", report.elder_id), Tag.VISIT_REPORTED, by=by.actor, **judged.payload())
    await box.put(kernel, judged.fact())
