"""Reading duty-breach cases: the offices above the family, and whom a case is about, his own alone."""

from datetime import date, datetime
from uuid import UUID

import msgspec

from backend.accounts.viewer import Viewer
from backend.audit.trail import record_reading
from backend.db import fetch, fetch_one
from backend.divisions.scope import Level, Scope
from backend.families.breach import OPEN, CaseState, CaseStep, Ground, ToldBy, Who, possible
from backend.families.cases import own
from backend.families.errors import DutyCaseNotFound
from backend.kit.kernel import Kernel
from backend.kit.pages import Page, decode_time_cursor, encode_time_cursor


class DutyCaseRow(msgspec.Struct, frozen=True):
    """A case as a list shows one. `invited`: how often the supporter was told of a hearing."""

    id: UUID
    elder_id: UUID
    elder: str
    village: str
    member_id: UUID
    member: str
    relation: str
    ground: Ground
    state: CaseState
    opened_at: datetime
    warned_on: date | None
    hearing_on: date | None
    listed_until: date | None
    closed_at: datetime | None
    invited: int


async def duty_cases(
    scope: Scope, by: Viewer, *, elder_id: UUID | None = None, cursor: str | None = None, limit: int = 20
) -> Page[DutyCaseRow]:
    """A page of the open cases in an office's sight, the oldest first; of one elder those that are over too.

    Cases of the asker's own household are not among them. Raises LevelTooLow, CursorNotReadable.
    """
    params, where = _in_office(scope, by)
    if elder_id:
        params.append(elder_id)
        where += f" AND c.elder_id = ${len(params)}"
    else:
        where += " AND c.closed_at IS NULL"
    if cursor:
        params.extend(decode_time_cursor(cursor))
        where += f" AND (c.opened_at, c.id) > (${len(params) - 1}, ${len(params)})"
    params.append(limit + 1)
    rows = await fetch(DutyCaseRow, f"{_CASES} WHERE {where} ORDER BY c.opened_at, c.id LIMIT ${len(params)}", *params)
    more = rows[limit - 1] if len(rows) > limit else None
    return Page(tuple(rows[:limit]), encode_time_cursor(more.opened_at, more.id) if more else None)


class DutyStepRow(msgspec.Struct, frozen=True):
    """A step as it was written down; `taken_by` is null for the platform."""

    step: CaseStep
    on: date
    at: datetime | None
    means: ToldBy | None
    hearing_on: date | None
    until: date | None
    words: str | None
    station: str | None
    taken_by: str | None
    taken_at: datetime


class DutyCaseFile(msgspec.Struct, frozen=True):
    """One case with all its steps in order, and what the asker can do next."""

    case: DutyCaseRow
    steps: list[DutyStepRow]
    possible: list[CaseStep]


async def duty_case(kernel: Kernel, scope: Scope, by: Viewer, case_id: UUID) -> DutyCaseFile:
    """One case in an office's sight; the reading is logged. Raises LevelTooLow, DutyCaseNotFound."""
    params, where = _in_office(scope, by)
    params.append(case_id)
    case = await fetch_one(DutyCaseRow, f"{_CASES} WHERE {where} AND c.id = ${len(params)}", *params)
    if case is None:
        raise DutyCaseNotFound
    await record_reading(
        kernel, by=by.actor, purpose=scope.purpose, elder_id=case.elder_id, what="duty_case", subject_id=case_id
    )
    steps = [_opened(kernel, row) for row in await fetch(_Step, _STEPS, case_id)]
    return DutyCaseFile(case, steps, possible(case.state, Who(by.actor.role)))


class OwnDutyCase(msgspec.Struct, frozen=True):
    """A case as the supporter it is about sees it, once warned. `decision`: the reasons of committee, then township."""

    id: UUID
    elder: str
    village: str
    township: str | None
    ground: Ground
    state: CaseState
    warned_on: date
    hearing_on: date | None
    listed_until: date | None
    decision: list[str]
    may_appeal: bool


async def own_duty_cases(kernel: Kernel, by: Viewer) -> list[OwnDutyCase]:
    """The cases about the account's holder, the latest first: no words but the decisions, no names of others."""
    rows = await fetch(_Own, _OWN, by.account_id)
    return [await _own_told(kernel, row) for row in rows]


async def _own_told(kernel: Kernel, row: "_Own") -> OwnDutyCase:
    steps = [_opened(kernel, step) for step in await fetch(_Step, _STEPS, row.id)]
    told = msgspec.structs.asdict(row)
    decision = [step.words for step in steps if step.step in _DECISIONS and step.words]
    return OwnDutyCase(**told, decision=decision, may_appeal=row.state == CaseState.LISTED)


class DutyCaseCounts(msgspec.Struct, frozen=True):
    """How many cases of one village are open, and how many of them on the list today."""

    division_id: UUID
    code: str
    division: str
    open: int
    listed: int


async def duty_case_counts(scope: Scope) -> list[DutyCaseCounts]:
    """The villages in sight that have open cases, by code. Raises LevelTooLow."""
    scope.require(Level.COUNTS)
    params: list[object] = [scope.today]
    return await fetch(DutyCaseCounts, _COUNTS.format(within=scope.division_clause(params, "e.village_id")), *params)


_DECISIONS = frozenset(
    {
        CaseStep.LIST,
        CaseStep.FIND_NO_BREACH,
        CaseStep.PASS_ON,
        CaseStep.UPHOLD,
        CaseStep.LIFT,
        CaseStep.CORRECT,
        CaseStep.CLOSE,
    }
)


def _in_office(scope: Scope, by: Viewer) -> tuple[list[object], str]:
    """Nothing for those tied to elders, nor of one's own household."""
    scope.require(Level.CARD)
    params: list[object] = [by.account_id]
    within = scope.division_clause(params, "e.village_id")
    return params, f"{within} AND NOT {own(1, 'c.elder_id', 'f')}"


_CASES = """
SELECT c.id, c.elder_id, e.name AS elder, d.name AS village, c.member_id, f.name AS member, f.relation, c.ground,
  c.state, c.opened_at, c.warned_on, c.hearing_on, c.listed_until, c.closed_at,
  (SELECT COUNT(*) FROM duty_steps s WHERE s.case_id = c.id AND s.hearing_on IS NOT NULL) AS invited
FROM duty_cases c JOIN elders e ON e.id = c.elder_id JOIN divisions d ON d.id = e.village_id
JOIN family_members f ON f.id = c.member_id
"""
_COUNTS = f"""
SELECT d.id AS division_id, d.code, d.name AS division, COUNT(*) AS open,
  COUNT(CASE WHEN c.listed_until >= $1 THEN 1 END) AS listed
FROM duty_cases c JOIN elders e ON e.id = c.elder_id JOIN divisions d ON d.id = e.village_id
WHERE c.closed_at IS NULL AND c.state IN ({", ".join(f"'{state}'" for state in sorted(OPEN))}) AND {{within}}
GROUP BY d.id, d.code, d.name ORDER BY d.code
"""


class _Step(msgspec.Struct, frozen=True):
    id: UUID
    step: CaseStep
    on: date
    at: datetime | None
    means: ToldBy | None
    hearing_on: date | None
    until: date | None
    words: bytes | None
    station: bytes | None
    taken_by: str | None
    taken_at: datetime


_STEPS = """
SELECT s.id, s.kind AS step, s.happened_on AS "on", s.happened_at AS at, s.means, s.hearing_on, s.until, s.words,
  s.station, a.name AS taken_by, s.taken_at
FROM duty_steps s LEFT JOIN accounts a ON a.id = s.taken_by WHERE s.case_id = $1 ORDER BY s.number
"""


def _opened(kernel: Kernel, row: _Step) -> DutyStepRow:
    told = msgspec.structs.asdict(row)
    made: UUID = told.pop("id")
    for column in ("words", "station"):
        if told[column] is not None:
            told[column] = kernel.keys.decrypt(bytes(told[column]), f"duty_steps|{column}|{made}").decode()
    return DutyStepRow(**told)


class _Own(msgspec.Struct, frozen=True):
    id: UUID
    elder: str
    village: str
    township: str | None
    ground: Ground
    state: CaseState
    warned_on: date
    hearing_on: date | None
    listed_until: date | None


_OWN = """
SELECT c.id, e.name AS elder, d.name AS village, t.name AS township, c.ground, c.state, c.warned_on, c.hearing_on,
  c.listed_until
FROM duty_cases c JOIN family_members f ON f.id = c.member_id JOIN elders e ON e.id = c.elder_id
JOIN divisions d ON d.id = e.village_id LEFT JOIN divisions t ON t.id = d.parent_id
WHERE f.account_id = $1 AND c.warned_on IS NOT NULL ORDER BY c.opened_at DESC, c.id DESC
"""
