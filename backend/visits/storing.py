"""How a judged report is stored, with its answer, its audit event, its fact and the next due day: all or nothing.

PostgreSQL does it in one statement. SQLite, which serves the demo only, has no such statement and goes row by row.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
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
from backend.visits.aid import NeedKind, NeedState
from backend.visits.facts import VisitReported
from backend.visits.models import ProfileProposal, VisitDue, VisitNeed, VisitReport
from backend.visits.proposing import ProposalState, ProposedField
from backend.visits.rules import NewReport

CREATED = 201


class ReportMade(msgspec.Struct, frozen=True):
    """The report as stored, whether it is marked late, and when the next visit is due.

    `first_again`: the form of a first visit, of an elder who was visited before. It is kept, and said.
    """

    id: UUID
    late: bool
    next_due_on: date
    first_again: bool = False


class SealedNeed(msgspec.Struct, frozen=True):
    """A need as its row keeps it."""

    id: UUID
    kind: NeedKind
    words: bytes | None


class SealedProposal(msgspec.Struct, frozen=True):
    """A proposed change as its row keeps it."""

    id: UUID
    field: ProposedField
    value: bytes
    words: bytes | None


class Judged(msgspec.Struct, frozen=True):
    """A report and everything decided about it. `note`, `answers` and `answer` are sealed; `number` and `link` are the
    head of the elder's chain it was judged on, None for a chain not begun."""

    report: NewReport
    made: ReportMade
    received_at: datetime
    last_visit_at: datetime
    note: bytes | None
    photo_ids: str
    answers: bytes | None
    needs: tuple[SealedNeed, ...]
    proposals: tuple[SealedProposal, ...]
    answer_id: UUID
    answer: bytes
    number: int | None
    link: bytes | None

    def payload(self) -> dict[str, object]:
        """What the audit trail keeps of it."""
        told: dict[str, object] = {"report_id": self.made.id, "mode": self.report.mode, "late": self.made.late}
        if self.needs:
            told["needs"] = len(self.needs)
        if self.proposals:
            told["proposals"] = len(self.proposals)
        return told

    @property
    def present(self) -> str:
        """Who was there, as the column keeps it."""
        return msgspec.json.encode(self.report.present).decode()

    def fact(self) -> VisitReported:
        return VisitReported(report_id=self.made.id, elder_id=self.report.elder_id)


def seal_needs(kernel: Kernel, report: NewReport) -> tuple[SealedNeed, ...]:
    """The needs it names, each with its words encrypted."""
    made = [(uuid7(), need) for need in report.need_items]
    return tuple(
        SealedNeed(need_id, need.kind, _seal(kernel, "visit_needs", "words", need_id, need.words))
        for need_id, need in made
    )


def seal_proposals(kernel: Kernel, report: NewReport) -> tuple[SealedProposal, ...]:
    """The changes it proposes, encrypted."""
    table, found = "profile_proposals", []
    for proposal in report.proposals:
        made = uuid7()
        value = kernel.keys.encrypt(proposal.value.encode(), f"{table}|value|{made}")
        found.append(SealedProposal(made, proposal.field, value, _seal(kernel, table, "words", made, proposal.words)))
    return tuple(found)


def _seal(kernel: Kernel, table: str, column: str, row_id: UUID, text: str | None) -> bytes | None:
    said = (text or "").strip()
    return kernel.keys.encrypt(said.encode(), f"{table}|{column}|{row_id}") if said else None


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
  RETURNING uploads.id){more}
INSERT INTO visit_reports (id, elder_id, visitor_id, mode, visited_at, received_at, late,
  health, economy, family_duty, safety, needs, note, form, answers, hygiene, minutes, place, present, people,
  visitor_role, photo_ids)
SELECT $25, elder_id, $6, $26, $27, $5, $28, $29, $30, $31, $32, $33, $34, $36, $37, $38, $39, $40, $41, $42, $7,
  CASE WHEN (SELECT count(*) FROM taken) = cardinality($24) THEN $35 END FROM head
RETURNING id
"""
_MORE = """,
wanted AS (
  INSERT INTO visit_needs (id, elder_id, report_id, kind, words, state, opened_by, opened_at)
  SELECT n.id, head.elder_id, $25, n.kind, n.words, 'open', $6, $5
  FROM head, unnest($43::uuid[], $44::text[], $45::bytea[]) AS n (id, kind, words)),
proposed AS (
  INSERT INTO profile_proposals (id, elder_id, report_id, field, value, words, state, proposed_by, proposed_at)
  SELECT p.id, head.elder_id, $25, p.field, p.value, p.words, 'open', $6, $5
  FROM head, unnest($46::uuid[], $47::text[], $48::bytea[], $49::bytea[]) AS p (id, field, value, words))"""
# A quiet visit names no needs and proposes nothing: it does not pay for those who do.
_QUIET, _TELLING = _STORE.replace("{more}", ""), _STORE.replace("{more}", _MORE)


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
    more = _more(judged)
    stored = await fetch(
        _Stored,
        _TELLING if more else _QUIET,
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
        *(report.form, judged.answers, report.hygiene, report.minutes, report.place, judged.present, report.people),
        *more,
    )
    return bool(stored)


def _more(judged: Judged) -> tuple[Sequence[object], ...]:
    """Needs and proposals, column by column; nothing where there are none."""
    needs, proposals = judged.needs, judged.proposals
    if not needs and not proposals:
        return ()
    return (
        *([each.id for each in needs], [each.kind for each in needs], [each.words for each in needs]),
        *([each.id for each in proposals], [each.field for each in proposals]),
        *([each.value for each in proposals], [each.words for each in proposals]),
    )


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
        visitor_role=by.role,
        received_at=judged.received_at,
        late=made.late,
        **{
            **{name: getattr(report, name) for name in report.__struct_fields__ if name not in _ELSEWHERE},
            **{"note": judged.note, "photo_ids": judged.photo_ids},
            **{"answers": judged.answers, "present": judged.present},
        },
    )
    await _store_needs(judged, by)
    await VisitDue.update_or_create(
        elder_id=report.elder_id, defaults={"due_on": made.next_due_on, "last_visit_at": judged.last_visit_at}
    )
    await Upload.filter(id__in=report.photo_ids).update(elder_id=report.elder_id)
    await record(kernel, Subject("elder", report.elder_id), Tag.VISIT_REPORTED, by=by.actor, **judged.payload())
    await box.put(kernel, judged.fact())


_ELSEWHERE = frozenset({"need_items", "proposals"})
"""What of a report has rows of its own."""


async def _store_needs(judged: Judged, by: Viewer) -> None:
    told: dict[str, Any] = {"elder_id": judged.report.elder_id, "report_id": judged.made.id}
    for need in judged.needs:
        await VisitNeed.create(
            **told,
            **msgspec.structs.asdict(need),
            state=NeedState.OPEN,
            opened_by=by.account_id,
            opened_at=judged.received_at,
        )
    for proposal in judged.proposals:
        await ProfileProposal.create(
            **told,
            **msgspec.structs.asdict(proposal),
            state=ProposalState.OPEN,
            proposed_by=by.account_id,
            proposed_at=judged.received_at,
        )
