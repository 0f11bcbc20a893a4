"""Thanks and questions of supporters about what a visitor wrote, and the answers, in sight of who sees the report."""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.audit.tags import Tag
from backend.audit.trail import Subject, record
from backend.consents.queries import SHOWN, hiding, refused_by
from backend.consents.rules import Matter, Onlooker, Whose, may_see
from backend.db import fetch, fetch_one, transaction
from backend.divisions.scope import Level
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel
from backend.kit.pages import CursorNotReadable, Page, decode_cursor, decode_time_cursor, encode_cursor
from backend.outbox import box
from backend.visits.errors import (
    FamilyQuestionAnswered,
    FamilyQuestionNotFound,
    QuestionWaits,
    ReportNotFound,
    WordsNotShared,
)
from backend.visits.facts import FamilyAnswered, FamilyAsked, FamilyThanked
from backend.visits.models import VisitReply
from backend.visits.rules import ReplyKind


async def thank(kernel: Kernel, *, report_id: UUID, words: str, by: Viewer) -> UUID:
    """A supporter thanks for a visit, once; returns the thanks, said before or now.

    Raises RoleCannot, ReportNotFound.
    """
    by.require(Role.SUPPORTER)
    async with transaction():
        elder_id = await _report_in_sight(report_id, by)
        made = await _say(kernel, ReplyKind.THANKS, elder_id, report_id, words, by)
        if made is None:
            before = await VisitReply.get(report_id=report_id, said_by=by.account_id, kind=ReplyKind.THANKS)
            return before.id
        fact = FamilyThanked(reply_id=made, report_id=report_id, elder_id=elder_id)
        await _tell(kernel, elder_id, Tag.VISIT_THANKED, fact, by)
    return made


async def ask(kernel: Kernel, *, report_id: UUID, words: str, by: Viewer) -> UUID:
    """A supporter wants to know more of a visit; returns the question.

    One waits for its answer before the next. Raises RoleCannot, ReportNotFound, WordsNotShared, QuestionWaits.
    """
    by.require(Role.SUPPORTER)
    async with transaction():
        elder_id = await _report_in_sight(report_id, by)
        await _check_shared(elder_id)
        made = await _say(kernel, ReplyKind.QUESTION, elder_id, report_id, words, by)
        if made is None:
            raise QuestionWaits
        fact = FamilyAsked(reply_id=made, report_id=report_id, elder_id=elder_id)
        await _tell(kernel, elder_id, Tag.VISIT_ASKED, fact, by)
    return made


async def answer(kernel: Kernel, *, reply_id: UUID, words: str, by: Viewer) -> None:
    """Who visits the elder, or the committee, answers a question, once.

    Raises RoleCannot, FamilyQuestionNotFound, FamilyQuestionAnswered, WordsNotShared.
    """
    by.require(Role.VOLUNTEER, Role.CAREGIVER, Role.COMMITTEE)
    async with transaction():
        question = await VisitReply.filter(id=reply_id, kind=ReplyKind.QUESTION).select_for_update().first()
        if question is None or not await _sees_elder(question.elder_id, by):
            raise FamilyQuestionNotFound
        if question.answered_at is not None:
            raise FamilyQuestionAnswered
        await _check_shared(question.elder_id)
        await VisitReply.filter(id=reply_id).update(
            answer=kernel.keys.encrypt(words.strip().encode(), reply_place("answer", reply_id)),
            answered_by=by.account_id,
            answered_at=kernel.clock.now(),
        )
        fact = FamilyAnswered(
            reply_id=reply_id, report_id=question.report_id, elder_id=question.elder_id, said_by=question.said_by
        )
        await _tell(kernel, question.elder_id, Tag.VISIT_ANSWERED, fact, by)


def reply_place(column: str, reply_id: UUID) -> str:
    """Where words of a reply lie, as their encryption is bound to it."""
    return f"visit_replies|{column}|{reply_id}"


class _Of(msgspec.Struct, frozen=True):
    elder_id: UUID


async def _report_in_sight(report_id: UUID, by: Viewer) -> UUID:
    params: list[object] = [report_id]
    sql = f"SELECT r.elder_id {_REPORT} WHERE r.id = $1 AND {by.scope.clause(params)}"
    found = await fetch_one(_Of, sql, *params)
    if found is None:
        raise ReportNotFound
    return found.elder_id


_REPORT = "FROM visit_reports r JOIN elders e ON e.id = r.elder_id"


async def _sees_elder(elder_id: UUID, by: Viewer) -> bool:
    params: list[object] = [elder_id]
    sql = f"SELECT e.id AS elder_id FROM elders e WHERE e.id = $1 AND {by.scope.clause(params)}"
    return await fetch_one(_Of, sql, *params) is not None


async def _check_shared(elder_id: UUID) -> None:
    """An answer is as much the visitor's words as the report's note."""
    if not may_see(Matter.WORDS, Onlooker.FAMILY, await refused_by(Whose.ELDER, elder_id)):
        raise WordsNotShared


async def _say(kernel: Kernel, kind: ReplyKind, elder_id: UUID, report_id: UUID, words: str, by: Viewer) -> UUID | None:
    """None where the same stands already: thanks, or a question without its answer."""
    made = uuid7()
    sealed = kernel.keys.encrypt(words.strip().encode(), reply_place("words", made))
    new = await fetch(_Made, _SAY, made, elder_id, report_id, kind, sealed, by.account_id, kernel.clock.now())
    return made if new else None


class _Made(msgspec.Struct, frozen=True):
    id: UUID


_SAY = """
INSERT INTO visit_replies (id, elder_id, report_id, kind, words, said_by, said_at)
VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING id
"""


async def _tell(
    kernel: Kernel, elder_id: UUID, tag: Tag, fact: FamilyThanked | FamilyAsked | FamilyAnswered, by: Viewer
) -> None:
    ids = {"reply": str(fact.reply_id), "report": str(fact.report_id)}
    await record(kernel, Subject("elder", elder_id), tag, by=by.actor, **ids)
    await box.put(kernel, fact)


class _ReplyRecord(msgspec.Struct, frozen=True):
    id: UUID
    report_id: UUID
    elder_id: UUID
    elder: str
    visited_at: datetime
    kind: str
    said_by: str
    relation: str | None
    mine: bool
    words: bytes
    said_at: datetime
    waits: bool
    answer: bytes | None
    answered_by: str | None
    answered_at: datetime | None


_WAITS = "CASE WHEN p.kind = 'question' AND p.answered_at IS NULL THEN 1 ELSE 0 END"
_REPLIES = f"""
SELECT p.id, p.report_id, p.elder_id, e.name AS elder, r.visited_at, p.kind, a.name AS said_by,
  (SELECT f.relation FROM family_members f WHERE f.elder_id = p.elder_id AND f.account_id = p.said_by
    AND f.confirmed_at IS NOT NULL ORDER BY f.confirmed_at DESC, f.id LIMIT 1) AS relation,
  p.said_by = $1 AS mine, p.words, p.said_at, {_WAITS} = 1 AS waits, {{answer}} AS answer, b.name AS answered_by,
  p.answered_at
FROM visit_replies p JOIN visit_reports r ON r.id = p.report_id JOIN elders e ON e.id = p.elder_id
JOIN accounts a ON a.id = p.said_by LEFT JOIN accounts b ON b.id = p.answered_by
WHERE {{where}} ORDER BY {{order}}
"""


class ReplyRow(msgspec.Struct, frozen=True):
    """One thanks or question. `mine`: the asker said it. `waits`: a question without its answer. `answer` is null too
    where the elder does not want the visitor's words shown to the asker."""

    id: UUID
    report_id: UUID
    elder_id: UUID
    elder: str
    visited_at: datetime
    kind: ReplyKind
    said_by: str
    relation: str | None
    mine: bool
    words: str
    said_at: datetime
    waits: bool
    answer: str | None
    answered_by: str | None
    answered_at: datetime | None


async def report_replies(kernel: Kernel, report_id: UUID, *, by: Viewer) -> list[ReplyRow]:
    """All that was said to one report in sight, the first first. Raises LevelTooLow, ReportNotFound."""
    by.scope.require(Level.FULL)
    await _report_in_sight(report_id, by)
    params: list[object] = [by.account_id, report_id]
    return await _replies(kernel, "p.report_id = $2", "p.said_at, p.id LIMIT 100", params, by)


async def replies(kernel: Kernel, *, by: Viewer, cursor: str | None = None, limit: int = 20) -> Page[ReplyRow]:
    """A page of all that was said to reports in sight: what waits for an answer first, then the latest.

    Raises LevelTooLow, CursorNotReadable.
    """
    by.scope.require(Level.FULL)
    params: list[object] = [by.account_id]
    where = "1 = 1"
    if cursor:
        waits, said_at, reply_id = _decoded(cursor)
        params += [waits, said_at, reply_id]
        where = f"({_WAITS}, p.said_at, p.id) < ($2, $3, $4)"
    order = f"{_WAITS} DESC, p.said_at DESC, p.id DESC LIMIT {limit + 1}"
    rows = await _replies(kernel, where, order, params, by)
    more = rows[limit - 1] if len(rows) > limit else None
    after = encode_cursor(str(int(more.waits)), more.said_at.isoformat(), str(more.id)) if more else None
    return Page(tuple(rows[:limit]), after)


def _decoded(cursor: str) -> tuple[int, datetime, UUID]:
    waits, said_at, reply_id = decode_cursor(cursor, 3)
    if waits not in ("0", "1"):
        raise CursorNotReadable(field="cursor")
    return int(waits), *decode_time_cursor(encode_cursor(said_at, reply_id))


async def _replies(kernel: Kernel, where: str, order: str, params: list[object], by: Viewer) -> list[ReplyRow]:
    within = by.scope.clause(params)
    hidden = hiding(Matter.WORDS, by.scope, "p.elder_id", len(params))
    shown = "p.answer" if hidden == SHOWN else f"CASE WHEN NOT {hidden} THEN p.answer END"
    rows = await fetch(_ReplyRecord, _REPLIES.format(answer=shown, where=f"{where} AND {within}", order=order), *params)
    return [_opened(kernel, row) for row in rows]


def _opened(kernel: Kernel, row: _ReplyRecord) -> ReplyRow:
    known = msgspec.structs.asdict(row)
    known["kind"] = ReplyKind(row.kind)
    known["words"] = kernel.keys.decrypt(bytes(row.words), reply_place("words", row.id)).decode()
    if row.answer is not None:
        known["answer"] = kernel.keys.decrypt(bytes(row.answer), reply_place("answer", row.id)).decode()
    return ReplyRow(**known)
