"""Questions about the quality of a visitor's entries, raised for the township and answered by it (R082).

Notes are never read for it: a keyed hash is made of each as it arrives, and only hashes are compared.
"""

from datetime import date, datetime, timedelta
from uuid import UUID

import msgspec
import structlog

from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.audit.tags import Tag
from backend.audit.trail import Subject, record
from backend.db import any_of, execute, fetch, fetch_one, transaction
from backend.divisions.queries import sees_division
from backend.divisions.scope import Level, Scope
from backend.kit.clock import month_bounds, shanghai_day
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel
from backend.kit.pages import Page, decode_row_cursor, encode_cursor
from backend.outbox.box import Entry
from backend.policies.queries import in_force, policy
from backend.policies.rules import VisitQuality, read
from backend.visits.errors import OwnQuality, QualityQuestionAnswered, QualityQuestionNotFound
from backend.visits.facts import VisitReported
from backend.visits.models import QualityQuestion
from backend.visits.queries import note_place
from backend.visits.signals import Question, Seen, Signal, normal_words, questions

log = structlog.get_logger(__name__)


class NoteMarker:
    """Makes the hash of each note as its report arrives."""

    def __init__(self, kernel: Kernel) -> None:
        self._kernel = kernel

    async def on_visit_reported(self, entry: Entry) -> None:
        """Handler of VisitReported; delivered twice, the same mark."""
        report_id = entry.fact(VisitReported).report_id
        found = await fetch_one(_Note, _NOTE, report_id, shanghai_day(entry.created_at))
        if found is None or found.note is None:
            return
        keys = self._kernel.keys
        note = keys.decrypt(bytes(found.note), note_place(report_id)).decode()
        words = normal_words(note, read(VisitQuality, found.policy).shortest_words)
        if words is not None:
            await execute(_MARK, report_id, keys.keyed_hash(words, "visit_note"))


class _Note(msgspec.Struct, frozen=True):
    note: bytes | None
    policy: str | None


_NOTE = f"""
SELECT r.note, {in_force(VisitQuality.name, "e.village_id", "$2")} AS policy
FROM visit_reports r JOIN elders e ON e.id = r.elder_id WHERE r.id = $1
"""
_MARK = "INSERT INTO note_marks (report_id, words_hash) VALUES ($1, $2) ON CONFLICT (report_id) DO NOTHING"


async def raise_questions(kernel: Kernel) -> int:
    """Look through this month's reports and the last one's, village by village; returns how many questions are new.

    Killed half way or run by several workers, it ends as if run once.
    """
    today, raised = shanghai_day(kernel.clock.now()), 0
    for month in (today.replace(day=1), (today.replace(day=1) - timedelta(days=1)).replace(day=1)):
        begins, ends = month_bounds(month)
        for village in await fetch(_Id, _VILLAGES, begins, ends):
            try:
                raised += await _raise_in(kernel, village.id, month)
            except Exception as error:
                log.error("raise_questions_failed", village=str(village.id), error=type(error).__name__)
    return raised


async def _raise_in(kernel: Kernel, village_id: UUID, month: date) -> int:
    held = await policy(VisitQuality, division_id=village_id, day=month)
    begins, ends = month_bounds(month)
    seen = await fetch(Seen, _SEEN, begins, ends, village_id)
    at_home = {each.id: each.village_id for each in seen}
    raised = 0
    for question in questions(seen, held):
        # One that begins in another village is asked there.
        if at_home[question.report_ids[0]] == village_id:
            raised += await _raise(kernel, question, village_id, month)
    return raised


async def _raise(kernel: Kernel, question: Question, village_id: UUID, month: date) -> int:
    """One that has grown and waits still is about more reports from now on."""
    ids = msgspec.json.encode(question.report_ids).decode()
    given = (question.kind, village_id, question.visitor_id, month, ids, question.occasion, kernel.clock.now())
    new = len(await fetch(_Id, _RAISE, uuid7(), *given))
    if not new:
        await execute(_GROW, question.occasion, ids)
    return new


class _Id(msgspec.Struct, frozen=True):
    id: UUID


_VILLAGES = """
SELECT DISTINCT e.village_id AS id FROM visit_reports r JOIN elders e ON e.id = r.elder_id
WHERE r.visited_at >= $1 AND r.visited_at < $2 ORDER BY e.village_id
"""
# All the month's reports of everybody who visited in the village, those elsewhere too: a way between villages has two
# ends.
_SEEN = """
SELECT r.id, r.elder_id, e.village_id, r.visitor_id, r.mode, r.visited_at, r.received_at,
  r.minutes, m.words_hash AS words
FROM visit_reports r JOIN elders e ON e.id = r.elder_id LEFT JOIN note_marks m ON m.report_id = r.id
WHERE r.visited_at >= $1 AND r.visited_at < $2 AND r.visitor_id IN (
  SELECT o.visitor_id FROM visit_reports o JOIN elders n ON n.id = o.elder_id
  WHERE n.village_id = $3 AND o.visited_at >= $1 AND o.visited_at < $2)
"""
_RAISE = """
INSERT INTO quality_questions (id, kind, village_id, visitor_id, month, report_ids, occasion, raised_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (occasion) DO NOTHING RETURNING id
"""
_GROW = "UPDATE quality_questions SET report_ids = $2 WHERE occasion = $1 AND answered_at IS NULL"


async def answer_question(kernel: Kernel, *, question_id: UUID, words: str, by: Viewer) -> None:
    """Write down what came of asking.

    Raises RoleCannot, QualityQuestionNotFound, QualityQuestionAnswered, OwnQuality.
    """
    by.require(Role.TOWNSHIP)
    async with transaction():
        held = await QualityQuestion.filter(id=question_id).select_for_update().first()
        if held is None or not await sees_division(by.scope, held.village_id):
            raise QualityQuestionNotFound
        if held.visitor_id == by.account_id:
            raise OwnQuality
        if held.answered_at is not None:
            raise QualityQuestionAnswered
        await QualityQuestion.filter(id=question_id).update(
            answer=kernel.keys.encrypt(words.strip().encode(), _place(question_id)),
            answered_by=by.account_id,
            answered_at=kernel.clock.now(),
        )
        ids = {"question_id": question_id, "kind": held.kind, "visitor_id": held.visitor_id}
        subject = Subject("division", held.village_id)
        await record(kernel, subject, Tag.QUALITY_QUESTION_ANSWERED, by=by.actor, **ids)


class AskedAbout(msgspec.Struct, frozen=True):
    """One of the reports a question is about."""

    id: UUID
    elder_id: UUID
    name: str
    village: str
    visited_at: datetime
    received_at: datetime


class QuestionRow(msgspec.Struct, frozen=True):
    """A question, what it is about, and what came of asking."""

    id: UUID
    kind: Signal
    village: str
    visitor: str
    month: date
    reports: list[AskedAbout]
    raised_at: datetime
    answer: str | None
    answered_by: str | None
    answered_at: datetime | None


class _Question(msgspec.Struct, frozen=True):
    id: UUID
    kind: Signal
    village: str
    visitor: str
    month: date
    report_ids: str
    raised_at: datetime
    answer: bytes | None
    answered_by: str | None
    answered_at: datetime | None


async def asked(kernel: Kernel, scope: Scope, *, cursor: str | None = None, limit: int = 20) -> Page[QuestionRow]:
    """A page of the questions of villages in sight, the latest first. Raises LevelTooLow, CursorNotReadable."""
    scope.require(Level.CARD)
    params: list[object] = []
    where = scope.division_clause(params, "q.village_id")
    if cursor:
        params.append(decode_row_cursor(cursor)[1])
        where += f" AND q.id < ${len(params)}"
    params.append(limit + 1)
    rows = await fetch(_Question, _ASKED.format(where=where, limit=len(params)), *params)
    more = rows[limit - 1] if len(rows) > limit else None
    ids = {row.id: msgspec.json.decode(row.report_ids, type=list[UUID]) for row in rows[:limit]}
    given: list[object] = [[each for some in ids.values() for each in some]]
    # Whoever moved out of sight since is not shown; the question stays.
    about_sql = _ABOUT.format(listed=any_of("r.id", 1), where=scope.clause(given))
    about = {each.id: each for each in await fetch(AskedAbout, about_sql, *given)}
    shown = tuple(_shown(kernel, row, [about[each] for each in ids[row.id] if each in about]) for row in rows[:limit])
    return Page(shown, encode_cursor("", str(more.id)) if more else None)


def _shown(kernel: Kernel, row: _Question, reports: list[AskedAbout]) -> QuestionRow:
    told = msgspec.structs.asdict(row)
    del told["report_ids"]
    sealed = told.pop("answer")
    words = kernel.keys.decrypt(bytes(sealed), _place(row.id)).decode() if sealed else None
    return QuestionRow(**told, reports=reports, answer=words)


_ASKED = """
SELECT q.id, q.kind, d.name AS village, v.name AS visitor, q.month, q.report_ids, q.raised_at, q.answer,
  a.name AS answered_by, q.answered_at
FROM quality_questions q JOIN divisions d ON d.id = q.village_id JOIN accounts v ON v.id = q.visitor_id
LEFT JOIN accounts a ON a.id = q.answered_by
WHERE {where} ORDER BY q.id DESC LIMIT ${limit}
"""
_ABOUT = """
SELECT r.id, r.elder_id, e.name, d.name AS village, r.visited_at, r.received_at
FROM visit_reports r JOIN elders e ON e.id = r.elder_id JOIN divisions d ON d.id = e.village_id
WHERE {listed} AND {where} ORDER BY r.visited_at, r.id
"""


def _place(question_id: UUID) -> str:
    return f"quality_questions|answer|{question_id}"
