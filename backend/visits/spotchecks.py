"""The township's spot checks (R079): the seed first, then the draw, then what the elders say.

What is drawn stays drawn: nothing here takes a report out or puts another in its place, and a result is written once.
"""

import secrets
from datetime import date, datetime, timedelta
from uuid import UUID

import msgspec

from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.audit.heads import last_root
from backend.audit.tags import Tag
from backend.audit.trail import Subject, record
from backend.db import fetch, fetch_one, transaction
from backend.divisions.errors import DivisionNotFound
from backend.divisions.models import Division
from backend.divisions.queries import sees_division
from backend.divisions.scope import Level, Scope
from backend.kit.clock import month_bounds, shanghai_day
from backend.kit.kernel import Kernel
from backend.policies.queries import policy
from backend.policies.rules import SpotCheckShare
from backend.visits.drawing import (
    Drawable,
    Reported,
    SpotAnswers,
    check_answers,
    check_month_over,
    compare,
    draw,
    hash_of,
    seed_of,
)
from backend.visits.errors import (
    OwnSpotCheck,
    SpotAlreadyChecked,
    SpotCheckNotFound,
    SpotDayInFuture,
    SpotDrawNotFound,
)
from backend.visits.models import SpotCheck, SpotDraw


async def seed_draw(kernel: Kernel, *, month: date, division_id: UUID | None, by: Viewer) -> UUID:
    """Fix the seed of the draw of a month's reports, of one's own place or one under it; once for place and month.

    Nobody can know yet what it draws: that is `draw_reports`. Asked again, the draw that is there.
    Raises RoleCannot, DivisionNotFound, MonthNotOver.
    """
    by.require(Role.TOWNSHIP, Role.COUNTY)
    first = check_month_over(month, by.today)
    place_id = division_id or by.division_id
    assert place_id is not None
    if not await sees_division(by.scope, place_id):
        raise DivisionNotFound(field="division_id")
    share = await policy(SpotCheckShare, division_id=place_id, day=by.today)
    random, anchor = secrets.token_bytes(32), await last_root()
    async with transaction():
        await Division.filter(id=place_id).select_for_update().first()
        standing = await SpotDraw.filter(division_id=place_id, month=first).first()
        if standing is not None:
            return standing.id
        made = await SpotDraw.create(
            division_id=place_id,
            month=first,
            share=msgspec.json.encode(share).decode(),
            random=random,
            anchor=anchor,
            seed=seed_of(random, anchor),
            seeded_by=by.account_id,
            seeded_at=kernel.clock.now(),
        )
        told = {"draw_id": made.id, "division_id": place_id, "month": first, "seed": made.seed}
        await record(kernel, Subject("division", place_id), Tag.SPOT_DRAW_SEEDED, by=by.actor, **told)
    return made.id


async def draw_reports(kernel: Kernel, *, draw_id: UUID, by: Viewer) -> int:
    """Draw from the reports there were when the seed was fixed; returns how many are to be checked.

    Asked again, nothing is drawn anew. Raises RoleCannot, SpotDrawNotFound.
    """
    by.require(Role.TOWNSHIP, Role.COUNTY)
    async with transaction():
        held = await SpotDraw.filter(id=draw_id).select_for_update().first()
        if held is None or not await sees_division(by.scope, held.division_id):
            raise SpotDrawNotFound
        if held.drawn_at is not None:
            return await SpotCheck.filter(draw_id=draw_id).count()
        reports = await _drawable(held)
        drawn = draw(held.seed, _plain(reports), msgspec.json.decode(held.share, type=SpotCheckShare))
        elders = {row.report_id: row.elder_id for row in reports}
        await SpotCheck.bulk_create(
            [
                SpotCheck(
                    draw_id=draw_id,
                    report_id=each.report_id,
                    elder_id=elders[each.report_id],
                    village_id=each.village_id,
                )
                for each in drawn
            ],
            batch_size=500,
        )
        found = {"reports": len(reports), "reports_hash": hash_of(_plain(reports))}
        await SpotDraw.filter(id=draw_id).update(drawn_at=kernel.clock.now(), **found)
        told = {"draw_id": draw_id, "drawn": len(drawn), **found}
        await record(kernel, Subject("division", held.division_id), Tag.SPOT_DRAW_DRAWN, by=by.actor, **told)
    return len(drawn)


async def repeats(scope: Scope, draw_id: UUID) -> bool:
    """Whether the record, drawn from once more, gives the same list and the same checks.

    Raises LevelTooLow, SpotDrawNotFound.
    """
    scope.require(Level.COUNTS)
    held = await SpotDraw.filter(id=draw_id).first()
    if held is None or held.drawn_at is None or not await sees_division(scope, held.division_id):
        raise SpotDrawNotFound
    reports = _plain(await _drawable(held))
    drawn = draw(held.seed, reports, msgspec.json.decode(held.share, type=SpotCheckShare))
    checks = await SpotCheck.filter(draw_id=draw_id).values_list("report_id", flat=True)
    seed = seed_of(bytes(held.random), bytes(held.anchor))
    same = hash_of(reports) == held.reports_hash and {each.report_id for each in drawn} == set(checks)
    return same and seed == held.seed


class _Report(msgspec.Struct, frozen=True):
    village_id: UUID
    report_id: UUID
    elder_id: UUID


def _plain(reports: list[_Report]) -> list[Drawable]:
    return [Drawable(row.village_id, row.report_id) for row in reports]


async def _drawable(held: SpotDraw) -> list[_Report]:
    """The month's reports of the place as the tree stood on the month's last day, told before the seed."""
    begins, ends = month_bounds(held.month)
    last = shanghai_day(ends - timedelta(hours=1))
    params: list[object] = [begins, ends, held.seeded_at, last]
    then = Scope(last, Level.COUNTS, "supervision", division=held.division_id)
    return await fetch(_Report, _DRAWABLE.format(within=then.division_clause(params, "s.village_id")), *params)


# An elder's village is that of the month's last day, or of the last day there before.
_DRAWABLE = """
SELECT s.village_id, r.id AS report_id, r.elder_id
FROM visit_reports r JOIN stays s ON s.elder_id = r.elder_id AND s.starts_on <= $4
WHERE r.visited_at >= $1 AND r.visited_at < $2 AND r.received_at < $3 AND {within} AND NOT EXISTS (
  SELECT 1 FROM stays n WHERE n.elder_id = s.elder_id AND n.starts_on <= $4
    AND (n.starts_on, n.id) > (s.starts_on, s.id))
"""


async def record_check(kernel: Kernel, *, check_id: UUID, answers: SpotAnswers, by: Viewer) -> None:
    """Write down what the elder said, or that nobody was reached, and compare it with the report.

    Raises RoleCannot, SpotCheckNotFound, SpotAlreadyChecked, OwnSpotCheck, SpotAnswersMissing, SpotAnswersTooMany,
    SpotDayInFuture.
    """
    by.require(Role.TOWNSHIP)
    check_answers(answers)
    if answers.came_on is not None and answers.came_on > by.today:
        raise SpotDayInFuture(field="came_on")
    async with transaction():
        check = await SpotCheck.filter(id=check_id).select_for_update().first()
        params: list[object] = [check_id, by.account_id, by.today]
        about = await fetch_one(_About, _ABOUT.format(where=by.scope.clause(params)), *params)
        if check is None or about is None:
            raise SpotCheckNotFound
        if check.result is not None:
            raise SpotAlreadyChecked
        if about.own:
            raise OwnSpotCheck
        found = compare(answers, Reported(shanghai_day(about.visited_at), about.minutes))
        told = {"there": found.there, "day": found.day, "length": found.length}
        await SpotCheck.filter(id=check_id).update(
            **told,
            result=answers.result,
            came=answers.came,
            came_on=answers.came_on,
            minutes=answers.minutes,
            opinion=kernel.keys.encrypt(answers.opinion.encode(), opinion_place(check_id)) if answers.opinion else None,
            checked_by=by.account_id,
            checked_at=kernel.clock.now(),
        )
        ids = {"check_id": check_id, "report_id": check.report_id, "result": answers.result}
        subject = Subject("elder", check.elder_id)
        await record(kernel, subject, Tag.SPOT_CHECK_RECORDED, by=by.actor, **ids, **told)


class _About(msgspec.Struct, frozen=True):
    visited_at: datetime
    minutes: int | None
    own: bool


# One's own: visited by oneself, of one's family, or of one's care in any role.
_ABOUT = """
SELECT r.visited_at, r.minutes, r.visitor_id = $2
  OR EXISTS (SELECT 1 FROM family_members f WHERE f.elder_id = e.id AND f.account_id = $2 AND f.ended_at IS NULL)
  OR EXISTS (
    SELECT 1 FROM ties t JOIN memberships m ON m.id = t.membership_id
    WHERE t.elder_id = e.id AND m.account_id = $2 AND (t.ends_on IS NULL OR t.ends_on > $3)) AS own
FROM spot_checks c JOIN visit_reports r ON r.id = c.report_id JOIN elders e ON e.id = c.elder_id
WHERE c.id = $1 AND {where}
"""


def opinion_place(check_id: UUID) -> str:
    """What the sealed words are bound to."""
    return f"spot_checks|opinion|{check_id}"
