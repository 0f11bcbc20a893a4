"""Who visits whom (R060, R062-R064): the committee assigns, and what no longer can be ends by itself.

Open work is where the assignment is: nothing else says whose a due visit is, so re-assigning moves it at once.
"""

from uuid import UUID

import msgspec

from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.audit.tags import Tag
from backend.audit.trail import PLATFORM, Actor, Subject, record
from backend.db import fetch, fetch_one, transaction
from backend.elders.errors import ElderNotOnRegister
from backend.elders.facts import ElderLeft, ElderMoved, VillagesMerged
from backend.elders.models import Elder
from backend.elders.queries import elder
from backend.kit.clock import shanghai_day
from backend.kit.kernel import Kernel
from backend.outbox import box
from backend.outbox.box import Entry
from backend.visits.assignments import ROLES, AssignmentKind, VisitorKind, check_visitor
from backend.visits.errors import AssignmentNotFound, VisitorChangedMeanwhile
from backend.visits.facts import VisitorAssigned, VisitorEnded
from backend.visits.models import VisitAssignment
from backend.visits.notices import write_notices
from backend.volunteers.facts import VolunteerUnpaired


class NewVisitor(msgspec.Struct, frozen=True):
    """Who is to visit, in which capacity; `instead_of` is the assignment that stood on the screen, if any."""

    visitor_id: UUID
    kind: AssignmentKind
    visitor_kind: VisitorKind
    instead_of: UUID | None = None


async def assign(kernel: Kernel, *, elder_id: UUID, new: NewVisitor, by: Viewer) -> UUID:
    """Let somebody be the elder's visitor from now on, in place of whoever was it; the same again changes nothing.

    A new responsible visitor is told in writing to elder and supporters (R061). Raises RoleCannot, ElderNotFound,
    ElderNotOnRegister, VisitorChangedMeanwhile, VisitorNotPossible, VisitorNotPaired.
    """
    by.require(Role.COMMITTEE)
    async with transaction():
        # Two clerks at once: the second one waits here, and then sees what the first one did.
        held = await Elder.filter(id=elder_id).select_for_update().first()
        seen = await elder(by.scope, elder_id)
        if held is None or held.left_on is not None:
            raise ElderNotOnRegister
        before = await VisitAssignment.filter(elder_id=elder_id, kind=new.kind, ended_at=None).first()
        if before and (before.visitor_id, before.visitor_kind) == (new.visitor_id, new.visitor_kind):
            return before.id
        if (before.id if before else None) != new.instead_of:
            raise VisitorChangedMeanwhile
        reach = await _reach(new.visitor_id, elder_id, seen.village_id, by)
        check_visitor(new.kind, new.visitor_kind, {row.role for row in reach}, paired=any(row.paired for row in reach))
        if before:
            await _end(kernel, before, by.actor)
        made = await VisitAssignment.create(
            elder_id=elder_id,
            visitor_id=new.visitor_id,
            kind=new.kind,
            visitor_kind=new.visitor_kind,
            started_at=kernel.clock.now(),
            started_by=by.account_id,
        )
        if new.kind is AssignmentKind.RESPONSIBLE:
            await write_notices(kernel, made)
        ids = {"assignment": str(made.id), "visitor": str(new.visitor_id), "kind": new.kind}
        await record(kernel, Subject("elder", elder_id), Tag.VISITOR_ASSIGNED, by=by.actor, **ids)
        before_id = before.id if before else None
        await box.put(kernel, VisitorAssigned(assignment_id=made.id, elder_id=elder_id, before_id=before_id))
    return made.id


async def end_assignment(kernel: Kernel, *, assignment_id: UUID, by: Viewer) -> None:
    """Nobody is the visitor any more; safe to repeat. Raises RoleCannot, AssignmentNotFound."""
    by.require(Role.COMMITTEE)
    async with transaction():
        params: list[object] = [assignment_id]
        if await fetch_one(_Id, _IN_SIGHT.format(within=by.scope.clause(params)), *params) is None:
            raise AssignmentNotFound
        held = await VisitAssignment.filter(id=assignment_id).select_for_update().get()
        if held.ended_at is None:
            await _end(kernel, held, by.actor)
            await box.put(kernel, VisitorEnded(assignment_id=held.id, elder_id=held.elder_id))


class _Id(msgspec.Struct, frozen=True):
    id: UUID


class _Reach(msgspec.Struct, frozen=True):
    role: str
    paired: bool


_IN_SIGHT = "SELECT a.id FROM visit_assignments a JOIN elders e ON e.id = a.elder_id WHERE a.id = $1 AND {within}"


async def _reach(account_id: UUID, elder_id: UUID, village_id: UUID, by: Viewer) -> list[_Reach]:
    return await fetch(_Reach, _REACH, account_id, elder_id, village_id, by.today)


_IN_FORCE = "{it}.starts_on <= {day} AND ({it}.ends_on IS NULL OR {it}.ends_on > {day})"
_PAIRED = """EXISTS (SELECT 1 FROM pairings p JOIN volunteers v ON v.id = p.volunteer_id
  WHERE p.elder_id = {elder} AND p.ended_at IS NULL AND v.account_id = {account})"""
_REACHES = f"""({{m}}.role IN ('committee', 'township') AND EXISTS (
    SELECT 1 FROM division_spans s WHERE s.ancestor_id = {{m}}.division_id AND s.descendant_id = {{village}}
      AND {_IN_FORCE.format(it="s", day="{day}")})
  OR {{m}}.role IN ('caregiver', 'volunteer') AND EXISTS (
    SELECT 1 FROM ties t WHERE t.membership_id = {{m}}.id AND t.elder_id = {{elder}}
      AND {_IN_FORCE.format(it="t", day="{day}")}))"""
_REACH = f"""
SELECT m.role, {_PAIRED.format(elder="$2", account="$1")} AS paired FROM memberships m
WHERE m.account_id = $1 AND {_IN_FORCE.format(it="m", day="$4")}
  AND {_REACHES.format(m="m", village="$3", elder="$2", day="$4")}
"""


async def _end(kernel: Kernel, held: VisitAssignment, by: Actor) -> None:
    """In the caller's transaction."""
    now = kernel.clock.now()
    await VisitAssignment.filter(id=held.id).update(ended_at=now, ended_by=by.account_id)
    ids = {"assignment": str(held.id), "visitor": str(held.visitor_id), "kind": held.kind}
    await record(kernel, Subject("elder", held.elder_id), Tag.VISITOR_ENDED, by=by, **ids)


class Assigning:
    """What happens to elders and volunteers ends assignments that cannot be any more."""

    def __init__(self, kernel: Kernel) -> None:
        self._kernel = kernel

    async def on_elder_left(self, entry: Entry) -> None:
        """Handler of ElderLeft: nobody visits who is not there, unless the elder has come back meanwhile."""
        await self._end_all(entry, _OF_LEFT, entry.fact(ElderLeft).elder_id)

    async def on_elder_moved(self, entry: Entry) -> None:
        """Handler of ElderMoved: who does not reach the elder any more is the visitor no longer."""
        await self._end_all(entry, _OUT_OF_REACH.format(which="e.id = $1"), entry.fact(ElderMoved).elder_id)

    async def on_villages_merged(self, entry: Entry) -> None:
        """Handler of VillagesMerged, for everybody on the successor's register."""
        fact = entry.fact(VillagesMerged)
        await self._end_all(entry, _OUT_OF_REACH.format(which="e.village_id = $1"), fact.successor_id)

    async def on_volunteer_unpaired(self, entry: Entry) -> None:
        """Handler of VolunteerUnpaired: an ended pairing ends the assignment."""
        fact = entry.fact(VolunteerUnpaired)
        await self._end_all(entry, _OUT_OF_REACH.format(which="e.id = $1"), fact.elder_id)

    async def _end_all(self, entry: Entry, sql: str, subject_id: UUID) -> None:
        params = [subject_id] if sql is _OF_LEFT else [subject_id, shanghai_day(entry.created_at)]
        async with transaction():
            for row in await fetch(_Id, sql, *params):
                held = await VisitAssignment.filter(id=row.id, ended_at=None).select_for_update().first()
                if held is not None:
                    await _end(self._kernel, held, PLATFORM)
                    if sql is not _OF_LEFT:
                        await box.put(self._kernel, VisitorEnded(assignment_id=held.id, elder_id=held.elder_id))


_OF_LEFT = """
SELECT a.id FROM visit_assignments a JOIN elders e ON e.id = a.elder_id
WHERE e.id = $1 AND e.left_on IS NOT NULL AND a.ended_at IS NULL ORDER BY a.id
"""
_AS_WHOM = " OR ".join(
    f"a.visitor_kind = '{kind}' AND m.role IN ({', '.join(repr(str(role)) for role in sorted(roles))})"
    for kind, roles in ROLES.items()
)
_OUT_OF_REACH = f"""
SELECT a.id FROM visit_assignments a JOIN elders e ON e.id = a.elder_id
WHERE {{which}} AND a.ended_at IS NULL AND NOT EXISTS (
  SELECT 1 FROM memberships m WHERE m.account_id = a.visitor_id AND ({_AS_WHOM})
    AND {_IN_FORCE.format(it="m", day="$2")}
    AND {_REACHES.format(m="m", village="e.village_id", elder="e.id", day="$2")})
ORDER BY a.id
"""
